"""Names inside an archive that may become names of files, on any system."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

_LONGEST = 200
_DEEPEST = 12

_RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{device}{number}" for device in ("com", "lpt") for number in "123456789¹²³"
}
"""Devices on Windows, whatever extension follows."""

_FORBIDDEN = frozenset('\\:*?"<>|')
"""Separators, drives, streams and patterns on Windows."""


def checked_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names in their order, folders without their last slash.

    Raises ValueError, saying what the archive holds, for a name that leaves its folder, that a
    system could take for something else, or that another name would overwrite.
    """
    seen: dict[str, str] = {}
    folders: set[str] = set()
    for name in names:
        plain = name.removesuffix("/")
        parts = plain.split("/")
        _check(name, parts)
        folded = _folded(plain)
        if folded in seen:
            raise ValueError(f"holds two files that would be one: {_shown(name)}")
        seen[folded] = name
        folders |= {"/".join(_folded(plain).split("/")[:depth]) for depth in range(1, len(parts))}
    for folded in folders & seen.keys():
        if not seen[folded].endswith("/"):
            raise ValueError(f"holds a file that is a folder, too: {_shown(seen[folded])}")
    return tuple(name.removesuffix("/") for name in names)


def _check(name: str, parts: list[str]) -> None:
    if name.startswith("/") or ".." in parts:
        raise ValueError(f"holds a file that would land outside of its folder: {_shown(name)}")
    if len(name) > _LONGEST or len(parts) > _DEEPEST:
        raise ValueError(f"holds a name that is too long: {_shown(name)}")
    for part in parts:
        odd = part in ("", ".") or part != part.rstrip(". ") or _FORBIDDEN & set(part)
        if odd or part.split(".")[0].rstrip().casefold() in _RESERVED:
            raise ValueError(f"holds a name that not every system can have: {_shown(name)}")
        if any(unicodedata.category(character) in ("Cc", "Cf", "Cs") for character in part):
            raise ValueError(f"holds a name with invisible characters: {_shown(name)}")


def _folded(name: str) -> str:
    """What is equal for systems that do not tell case or composition apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def _shown(name: str) -> str:
    return ascii(name if len(name) <= 80 else f"{name[:77]}...")
