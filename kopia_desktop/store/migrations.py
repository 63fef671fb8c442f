"""How a database file is brought to the newest version of the ``schema``.

``PRAGMA user_version`` counts the steps of ``MIGRATIONS`` a file has been through. A step is a
tuple of SQL statements or a function of the connection; it is never changed once released, only
followed by another. All missing steps run in one transaction, so a crash leaves the old version;
foreign keys are off meanwhile (rebuilding a table would cascade) and checked before the commit.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from kopia_desktop.core.errors import DatabaseTooNew
from kopia_desktop.store import schema
from kopia_desktop.store.failures import damaged

Step = Sequence[str] | Callable[[sqlite3.Connection], None]

KEPT_BACKUPS = 5
_LOCK_SECONDS = 300.0
"""How long to wait for another process that is just copying and migrating a large database."""

_SMALLEST = 512
"""Bytes of the smallest SQLite database: one page of the smallest size."""

MIGRATIONS: tuple[Step, ...] = (
    schema.VERSION_1,
    schema.VERSION_2,
    schema.VERSION_3,
    schema.VERSION_4,
    schema.VERSION_5,
    schema.VERSION_6,
    schema.VERSION_7,
)


def migrate(path: Path, *, backups: Path, steps: Sequence[Step] = MIGRATIONS) -> None:
    """Make the database file or bring it to the newest version; an existing one is copied first.

    Raises DatabaseTooNew for a file of a later program, DatabaseDamaged for one that is no database
    of ours; other failures of SQLite and the file system are for ``Database`` to word.
    """
    make_private(path)
    if 0 < path.stat().st_size < _SMALLEST:
        raise damaged(path, backups)  # SQLite would take it for an empty database
    with closing(sqlite3.connect(path, timeout=_LOCK_SECONDS, isolation_level=None)) as connection:
        version = _checked_version(connection, path, backups, len(steps))
        _write_ahead(connection)
        if version == len(steps):
            return
        for pragma in ("synchronous = FULL", "fullfsync = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Another process may have migrated while this one waited for the lock.
            version = _checked_version(connection, path, backups, len(steps))
            if 0 < version < len(steps):
                back_up(path, backups=backups, version=version)
            _run(connection, steps[version:], len(steps))
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def back_up(path: Path, *, backups: Path, version: int) -> Path:
    """Copy the committed database to ``backups``, keep the newest five; returns the copy."""
    backups.mkdir(parents=True, exist_ok=True)
    seconds, nanoseconds = divmod(time.time_ns(), 10**9)  # one look at the clock: names sort by it
    moment = time.strftime("%Y%m%dT%H%M%S", time.gmtime(seconds)) + f"-{nanoseconds:09d}"
    copy = backups / f"{path.stem}-{moment}-v{version}.db"
    unfinished = copy.with_suffix(".part")
    make_private(unfinished)
    with (
        closing(sqlite3.connect(path, timeout=_LOCK_SECONDS)) as source,
        closing(sqlite3.connect(unfinished)) as target,
    ):
        source.backup(target)
    unfinished.replace(copy)
    for old in sorted(backups.glob(f"{path.stem}-*-v*.db"))[:-KEPT_BACKUPS]:
        old.unlink(missing_ok=True)
    return copy


def make_private(path: Path) -> None:
    """Create a missing file for its owner only (SQLite gives its side files the same rights)."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch the file to a write-ahead log. SQLite does not wait for others here, so this does."""
    deadline = time.monotonic() + _LOCK_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _run(connection: sqlite3.Connection, steps: Sequence[Step], version: int) -> None:
    for step in steps:
        if callable(step):
            step(connection)
        else:
            for statement in step:
                connection.execute(statement)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"migration leaves {len(broken)} rows without their parent")
    connection.execute(f"PRAGMA user_version = {version}")


def _checked_version(connection: sqlite3.Connection, path: Path, backups: Path, newest: int) -> int:
    # One statement sees one moment: another process may be making the file just now.
    version, tables = connection.execute(
        "SELECT user_version, (SELECT count(*) FROM sqlite_master) FROM pragma_user_version"
    ).fetchone()
    if version > newest:
        raise DatabaseTooNew(
            f"The database {path} was written by a newer version of Kopia Desktop.",
            hint="Update the program; the file was not touched.",
        )
    if (version == 0) != (tables == 0):
        raise damaged(path, backups)
    return int(version)
