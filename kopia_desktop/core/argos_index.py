"""The public list of Argos packages: what it says, and the copy of it that is kept.

A JSON list of packages, each with ``from_code`` and ``to_code`` (Argos Translate's), ``links`` and
``package_version``. It tells no sizes.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kopia_desktop.core.downloads import DownloadKind, DownloadOrder, FileSource
from kopia_desktop.core.languages import code_of_argos
from kopia_desktop.core.translators import InstalledTranslator, ProviderName

ABOUT_BYTES = 110_000_000
"""Of a package, where nothing tells more: most have 70 to 250 MB."""

MOST_BYTES = 16 << 20
"""A longer list is none."""

_STALE = 7 * 24 * 3600.0

_CODE = re.compile(r"[a-z]{2,3}([-_][A-Za-z]{2,4})?")
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}")
_LINK = re.compile(r"https?://[^\s\"<>]{1,500}\.argosmodel")


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A package that can be downloaded; the codes are Argos Translate's."""

    source: str
    target: str
    version: str
    url: str

    @property
    def name(self) -> str:
        """Of the folder that it becomes, and of its download."""
        return f"translate-{self.source}_{self.target}-{self.version}"

    @property
    def order(self) -> DownloadOrder:
        """What to ask of the downloads."""
        return DownloadOrder(
            self.name, DownloadKind.ARGOS_PACKAGE, FileSource(self.url), ABOUT_BYTES
        )

    def as_installed(self) -> InstalledTranslator:
        """As if it were here: to find ways that could be. Its folder is none."""
        return InstalledTranslator(
            self.name,
            Path(),
            ProviderName.ARGOS,
            code_of_argos(self.source),
            frozenset({code_of_argos(self.target)}),
            version=self.version,
        )


@dataclass(frozen=True, slots=True)
class ArgosIndex:
    """The newest package of each pair. ``fetched`` in seconds since 1970; 0: never."""

    entries: tuple[IndexEntry, ...] = ()
    fetched: float = 0.0

    def is_known(self) -> bool:
        return self.fetched > 0.0

    def is_stale(self) -> bool:
        """Old enough to be fetched again, or never fetched."""
        return not 0.0 <= time.time() - self.fetched < _STALE

    def find(self, source: str, target: str) -> IndexEntry | None:
        """By the contract's codes."""
        for entry in self.entries:
            if (code_of_argos(entry.source), code_of_argos(entry.target)) == (source, target):
                return entry
        return None

    def named(self, name: str) -> IndexEntry | None:
        """By the name of the package, with its version or without."""
        for entry in self.entries:
            if name in (entry.name, entry.name.removesuffix(f"-{entry.version}")):
                return entry
        return None


def parse_index(text: bytes | str) -> tuple[IndexEntry, ...]:
    """What a list says; an entry that cannot be used is passed over.

    Raises ValueError for what is no such list, or has nothing to use in it.
    """
    try:
        rows = json.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(rows, list):
        raise ValueError("it is not a list")
    newest: dict[tuple[str, str], IndexEntry] = {}
    for row in rows:
        entry = _entry(row) if isinstance(row, dict) else None
        if entry is not None:
            pair = (entry.source, entry.target)
            known = newest.get(pair)
            if known is None or _numbers(entry.version) > _numbers(known.version):
                newest[pair] = entry
    if not newest:
        raise ValueError("there is no package in it")
    return tuple(newest[pair] for pair in sorted(newest))


def read_index(path: Path) -> ArgosIndex:
    """The kept copy; an empty one where there is none that can be read."""
    try:
        kept = json.loads(path.read_bytes())
        fetched = float(kept["fetched"])
        return ArgosIndex(parse_index(json.dumps(kept["packages"])), fetched)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ArgosIndex()


def write_index(path: Path, entries: Sequence[IndexEntry]) -> ArgosIndex:
    """Keep a list that was fetched now. Raises OSError; the old copy then stands."""
    index = ArgosIndex(tuple(entries), time.time())
    packages = [
        {
            "type": "translate",
            "from_code": entry.source,
            "to_code": entry.target,
            "package_version": entry.version,
            "links": [entry.url],
        }
        for entry in entries
    ]
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(json.dumps({"fetched": index.fetched, "packages": packages}), "utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return index


def _entry(row: dict[str, Any]) -> IndexEntry | None:
    links = row.get("links")
    if row.get("type", "translate") != "translate" or not isinstance(links, list):
        return None
    usable = [link for link in links if isinstance(link, str) and _LINK.fullmatch(link)]
    source, target = row.get("from_code"), row.get("to_code")
    version = row.get("package_version")
    if not (isinstance(source, str) and isinstance(target, str) and isinstance(version, str)):
        return None
    is_pair = _CODE.fullmatch(source) and _CODE.fullmatch(target) and source != target
    if not (usable and is_pair and _VERSION.fullmatch(version)):
        return None
    usable.sort(key=lambda link: not link.startswith("https://"))
    return IndexEntry(source, target, version, usable[0])


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]{1,9}", version))
