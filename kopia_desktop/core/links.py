"""What a person gives: a link, or a path of this computer."""

from __future__ import annotations


def is_link(given: str) -> bool:
    """Whether it is meant as an address of the web; which one may be fetched is ``netguard``'s."""
    return given.lower().startswith(("https://", "http://"))
