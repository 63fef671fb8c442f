"""Which recordings are meant by the files and folders a person gives: a walk that goes on in steps.

Nothing is decoded. In a folder the ending of a name decides; a file given by itself is taken unless
both its name and its first bytes say that it is something else.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kopia_desktop.core.errors import KopiaError, UnsupportedMedia
from kopia_desktop.services.likeness import Likeness, likeness, looks_like_media, needs_a_look

_HEAD = 512
"""Bytes read of a file whose name does not tell what it is."""

_SYSTEM_FOLDERS = frozenset(
    "$recycle.bin,system volume information,lost+found,__macosx,@eadir,#recycle,#snapshot,"
    "node_modules,__pycache__".split(",")
)
"""Folders that hold no recordings of a person, or thrown-away ones (in lower case)."""


class Reason(StrEnum):
    """Why something was not taken, beside the codes of core's errors."""

    FOLDER_UNREADABLE = "folder_unreadable"
    NO_MEDIA_INSIDE = "no_media_inside"
    TOO_MANY = "too_many"


class LeftOut(StrEnum):
    """What a walk passes by without a word for each."""

    OTHER_FILES = "other_files"  # neither audio nor video by their names
    HIDDEN = "hidden"  # hidden, or of the system
    TOO_DEEP = "too_deep"  # folders below ``Limits.depth``


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that a person gave and that is not taken.

    ``name`` is a path or a link, ``code`` an error's code or a ``Reason``; ``message`` and ``hint``
    are in core's English, which faces word anew.
    """

    name: str
    code: str
    message: str
    hint: str = ""

    @classmethod
    def of(cls, name: str | Path, error: KopiaError) -> Refusal:
        return cls(str(name), error.code, error.message, error.hint)


@dataclass(frozen=True, slots=True)
class Limits:
    """Where a walk ends, so that a whole disk given by mistake does not fill the list."""

    media: int = 50_000
    entries: int = 1_000_000
    depth: int = 40
    named: int = 1_000  # other files that are told by name; the rest is counted


@dataclass(frozen=True, slots=True)
class Collected:
    """What was found: ``media`` in the order of the names, folders after the files beside them.

    ``left_out`` counts what was passed by, ``others`` names the first of the other files.
    """

    media: tuple[Path, ...]
    refused: tuple[Refusal, ...]
    left_out: Mapping[LeftOut, int]
    others: tuple[Path, ...] = ()


class Collecting:
    """A walk through what was given; links to folders are followed, each folder is seen once."""

    def __init__(self, paths: Sequence[Path], limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._media: dict[str, None] = {}
        self._refused: list[Refusal] = []
        self._left_out: Counter[LeftOut] = Counter()
        self._others: list[Path] = []
        self._entries = 0
        self._seen: set[tuple[int, int]] = set()
        self._walk = self._all(paths)

    @property
    def found(self) -> int:
        """How many recordings so far."""
        return len(self._media)

    def advance(self, seconds: float) -> bool:
        """Go on for about so long; False when all was seen. May block on a slow drive."""
        end = time.monotonic() + seconds
        return any(time.monotonic() >= end for _ in self._walk)

    def collected(self) -> Collected:
        """What was found so far."""
        return Collected(
            tuple(map(Path, self._media)),
            tuple(self._refused),
            dict(self._left_out),
            tuple(self._others),
        )

    def _all(self, paths: Sequence[Path]) -> Iterator[None]:
        for path in sorted(dict.fromkeys(paths), key=lambda path: natural(path.name)):
            if self._is_full():
                self._refuse_rest(path)
            elif os.path.isdir(path):
                yield from self._given_folder(path)
            else:
                self._given_file(path)
            yield

    def _given_file(self, path: Path) -> None:
        if likeness(path.name) is not Likeness.MEDIA:
            head = _head(path)
            if head is not None and not looks_like_media(head, path.name):
                error = UnsupportedMedia(
                    f"{path.name} is not a recording.", hint="Choose an audio or video recording."
                )
                self._refused.append(Refusal.of(path, error))
                return
        self._media[os.path.abspath(path)] = None

    def _given_folder(self, path: Path) -> Iterator[None]:
        media, refused = len(self._media), len(self._refused)
        yield from self._folder(os.path.abspath(path), 0)
        if self._is_full():
            self._refuse_rest(path)
        elif (media, refused) == (len(self._media), len(self._refused)):
            self._refused.append(
                Refusal(str(path), Reason.NO_MEDIA_INSIDE, "There is no recording in this folder.")
            )

    def _refuse_rest(self, path: Path) -> None:
        self._refused.append(
            Refusal(str(path), Reason.TOO_MANY, "There is more in it than is taken at once.")
        )

    def _folder(self, path: str, depth: int) -> Iterator[None]:
        """Its files, then the folders in it."""
        try:
            entries = self._list(path)
        except OSError:
            self._refused.append(
                Refusal(path, Reason.FOLDER_UNREADABLE, "This folder cannot be read.")
            )
            return
        folders = []
        for entry in entries:
            yield
            if self._is_full():
                return
            self._entries += 1
            if _is_hidden(entry):
                self._left_out[LeftOut.HIDDEN] += 1
            elif _is_folder(entry):
                folders.append(entry.path)
            else:
                self._file(entry)
        for folder in folders:
            if depth >= self._limits.depth:
                self._left_out[LeftOut.TOO_DEEP] += 1
            elif not self._is_full():
                yield from self._folder(folder, depth + 1)

    def _list(self, path: str) -> list[os.DirEntry[str]]:
        """In the order of the names; nothing for a folder that was seen. Raises OSError."""
        status = os.stat(path)
        if (identity := (status.st_dev, status.st_ino)) in self._seen:
            return []
        self._seen.add(identity)
        with os.scandir(path) as entries:
            return sorted(entries, key=lambda entry: natural(entry.name))

    def _file(self, entry: os.DirEntry[str]) -> None:
        if likeness(entry.name) is Likeness.MEDIA and (
            not needs_a_look(entry.name) or _looked_at(Path(entry.path))
        ):
            self._media[entry.path] = None
            return
        self._left_out[LeftOut.OTHER_FILES] += 1
        if len(self._others) < self._limits.named:
            self._others.append(Path(entry.path))

    def _is_full(self) -> bool:
        return len(self._media) >= self._limits.media or self._entries >= self._limits.entries


_DIGITS = re.compile(r"(\d+)")


def natural(name: str) -> tuple[tuple[str | int, ...], str]:
    """A key that sorts names as people count: "take 2" before "take 10", without regard to case."""
    parts = _DIGITS.split(name.casefold())
    return tuple(int(part) if part.isdecimal() else part for part in parts), name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    """By its name; on Windows also by the attributes that the listing brings along."""
    if entry.name.startswith(".") or entry.name.casefold() in _SYSTEM_FOLDERS:
        return True
    if sys.platform != "win32":
        return False
    try:
        attributes = entry.stat(follow_symlinks=False).st_file_attributes
    except OSError:
        return False
    return bool(attributes & (stat.FILE_ATTRIBUTE_HIDDEN | stat.FILE_ATTRIBUTE_SYSTEM))


def _head(path: Path) -> bytes | None:
    """The first bytes; None where they cannot be had, which the intake puts into words."""
    try:
        if not path.is_file():  # a pipe would wait for its other end
            return None
        with path.open("rb") as file:
            return file.read(_HEAD)
    except (OSError, ValueError):
        return None


def _looked_at(path: Path) -> bool:
    head = _head(path)
    return head is not None and looks_like_media(head, path.name)
