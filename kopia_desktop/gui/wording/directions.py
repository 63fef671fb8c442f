"""Texts that run from the left inside a sentence that may run from the right."""

from __future__ import annotations

_LEFT_TO_RIGHT_ISOLATE, _END_ISOLATE = "\u2066", "\u2069"


def from_left(text: str) -> str:
    """Times, keys, paths: they keep their order whatever stands around them (Unicode UAX 9)."""
    return f"{_LEFT_TO_RIGHT_ISOLATE}{text}{_END_ISOLATE}"
