"""The licences of what the program is made of, read from what is installed with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from kopia_desktop.core.paths import resource

_US = "kopia-desktop"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors|thirdparty)", re.IGNORECASE)
_LONGEST = 200_000
"""Letters of a licence's text; some list whole libraries of others."""


@dataclass(frozen=True, slots=True)
class Licence:
    """A library, the licence it names, and the texts that came with it (may be empty)."""

    name: str
    version: str
    kind: str
    text: str


def read_licences() -> tuple[Licence, ...]:
    """Ours, what has no package of its own, then the libraries by name.

    Only what the program needs to run, not what happens to be installed beside it. Reads many
    files: for the lane for files.
    """
    return (*_own(), *sorted(_libraries(), key=lambda one: one.name.casefold()))


def _own() -> Iterator[Licence]:
    """``resources/licences``: the first line of a file is the name, the second the licence."""
    for path in sorted(resource("licences").glob("*.txt")):
        name, kind, *text = path.read_text("utf-8").splitlines()
        yield Licence(name, "", kind, "\n".join(text).strip())


def _libraries() -> Iterator[Licence]:
    for name, found in _needed(_US).items():
        if name != _US:
            yield Licence(found.metadata["Name"] or name, found.version, _kind(found), _text(found))


def _needed(name: str) -> dict[str, metadata.Distribution]:
    """The distributions that one needs to run, itself included, by normal name.

    Packages for other systems and Pythons are left out by not being installed.
    """
    known: dict[str, metadata.Distribution] = {}
    waiting = [name]
    while waiting:
        one = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        found = None if one in known else _distribution(one)
        if found is None:
            continue
        known[one] = found
        for requirement in found.requires or ():
            wanted = _NAME.match(requirement)
            if wanted and "extra ==" not in requirement:
                waiting.append(wanted[0])
    return known


def _distribution(name: str) -> metadata.Distribution | None:
    try:
        return metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return None


def _kind(found: metadata.Distribution) -> str:
    """The licence in a few words: the expression, the field, or the classifiers."""
    about = found.metadata
    for key in ("License-Expression", "License"):
        given = about[key].strip().splitlines() if key in about else []
        if given and len(given[0]) <= 80:
            return given[0]
    classified = [
        line.rsplit(" :: ", 1)[-1]
        for line in about.get_all("Classifier") or ()
        if line.startswith("License")
    ]
    return ", ".join(classified)


def _text(found: metadata.Distribution) -> str:
    """The texts of its licences, as far as they came along."""
    texts: list[str] = []
    for file in found.files or ():
        if _TEXT.match(file.name) and not file.name.endswith((".py", ".pyc", ".h")):
            try:
                texts.append(file.read_text("utf-8"))
            except (OSError, ValueError):
                continue
    return "\n\n".join(texts)[:_LONGEST]
