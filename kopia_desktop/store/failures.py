"""What SQLite's failures mean to a person: its result codes become errors of core."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import peewee

from kopia_desktop.core.errors import (
    DatabaseDamaged,
    DataFolderUnusable,
    DiskFull,
    KopiaError,
    StoreError,
    is_disk_full,
)

_LITTLE_SPACE = 1 << 20
"""Bytes; below this an I/O error is a full disk (the shared-memory file reports it as such)."""

_UNUSABLE = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_NOLFS,
    }
)


def damaged(path: Path, backups: Path) -> DatabaseDamaged:
    return DatabaseDamaged(
        f"The database {path} is damaged or is not one of Kopia Desktop.",
        hint=f"Put the newest copy from {backups} in its place, or move it away to start anew.",
    )


def full(path: Path) -> DiskFull:
    return DiskFull(
        f"The disk that holds {path.parent} is full.",
        hint="Free some space and try again; nothing that was saved is lost.",
    )


def unusable(path: Path) -> DataFolderUnusable:
    return DataFolderUnusable(
        f"The data folder {path.parent} cannot be written.",
        hint="Check its permissions and its disk, or choose another with --data-dir.",
    )


@contextmanager
def expected_errors(path: Path, backups: Path) -> Iterator[None]:
    """Raise errors of core for what SQLite and the file system report inside.

    DiskFull, DataFolderUnusable, DatabaseDamaged, and StoreError for a lock that does not end.
    Anything else (a wrong statement, a broken constraint) is a bug and passes unchanged.
    """
    try:
        yield
    except (sqlite3.Error, peewee.PeeweeException) as error:
        original = error if isinstance(error, sqlite3.Error) else getattr(error, "orig", None)
        code = getattr(original, "sqlite_errorcode", None)
        known = None if code is None else _meaning(code & 0xFF, path, backups)
        if known is None:
            raise
        raise known from error
    except OSError as error:  # making the file or its backup
        raise full(path) if is_disk_full(error) else unusable(path) from error


def _meaning(code: int, path: Path, backups: Path) -> KopiaError | None:
    """``code`` is SQLite's primary result code."""
    if code == sqlite3.SQLITE_FULL:
        return full(path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return damaged(path, backups)
    if code in _UNUSABLE:
        return full(path) if _is_full(path) else unusable(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreError(
            f"The database {path} is held by another program.",
            hint="Close other copies of Kopia Desktop and tools that read its files, then retry.",
        )
    return None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE_SPACE
    except OSError:
        return False
