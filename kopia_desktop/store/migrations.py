"""The schema, version by version, and how a database file is brought to the newest.

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
from kopia_desktop.store.failures import damaged

Step = Sequence[str] | Callable[[sqlite3.Connection], None]

KEPT_BACKUPS = 5
_LOCK_SECONDS = 300.0
"""How long to wait for another process that is just copying and migrating a large database."""

_SMALLEST = 512
"""Bytes of the smallest SQLite database: one page of the smallest size."""

# Times of day are whole milliseconds since 1970 in UTC, the resolution the API shows: a bound taken
# from one answer then finds the same job. Times in the media are float seconds.
_VERSION_1: Sequence[str] = (
    """CREATE TABLE jobs (
        id TEXT PRIMARY KEY NOT NULL,
        status TEXT NOT NULL,
        paused INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        completed_at INTEGER,
        language TEXT NOT NULL,
        model TEXT NOT NULL,
        remove_filler_words INTEGER NOT NULL,
        audio_track INTEGER,
        media_path, -- TEXT, or BLOB where a name is not valid Unicode
        media_name,
        media_size INTEGER,
        media_modified_ns INTEGER,
        media_owned INTEGER NOT NULL DEFAULT 0,
        media_content_type TEXT,
        media_url TEXT,
        media_sha256 TEXT,
        webhook_url TEXT,
        webhook_secret TEXT,
        type TEXT,
        container TEXT,
        codec TEXT,
        duration REAL,
        prepared INTEGER NOT NULL DEFAULT 0,
        prepare_crashes INTEGER NOT NULL DEFAULT 0,
        done_seconds REAL NOT NULL DEFAULT 0,
        speech_seconds REAL NOT NULL DEFAULT 0,
        detected_language TEXT,
        language_probability REAL,
        device TEXT,
        model_hash TEXT,
        parameters TEXT, -- JSON object
        error_code TEXT,
        error_message TEXT,
        error_hint TEXT
    )""",
    # Filters stand in the index behind the order: a page and its count never touch other rows.
    "CREATE INDEX jobs_created ON jobs (created_at, id, status, type)",
    "CREATE INDEX jobs_updated ON jobs (updated_at, id, status, type, created_at)",
    "CREATE INDEX jobs_media ON jobs (media_path)",
    "CREATE INDEX jobs_active ON jobs (created_at) WHERE status IN ('queued', 'processing')",
    """CREATE TABLE sections (
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "start" REAL NOT NULL,
        "end" REAL NOT NULL,
        spans TEXT NOT NULL, -- JSON [[start, end], ...]
        file_name TEXT,
        status TEXT NOT NULL, -- waiting, done
        crashes INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        language TEXT,
        PRIMARY KEY (job_id, position)
    ) WITHOUT ROWID""",
    # AUTOINCREMENT: the key of a deleted segment never comes to mean another one.
    """CREATE TABLE segments (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        section INTEGER, -- NULL, as the recognised columns, in a part that a person split off
        recognised_text TEXT,
        recognised_start REAL,
        recognised_end REAL,
        recognised_words TEXT, -- JSON [[text, start, end, confidence, glued], ...]
        edited_text TEXT,
        edited_start REAL,
        edited_end REAL,
        edited_words TEXT,
        split_from INTEGER, -- the recognised segment this part was cut from
        merged_into INTEGER, -- the segment that shows this one's words
        deleted INTEGER NOT NULL DEFAULT 0,
        doubt TEXT,
        suppressed INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX segments_job ON segments (job_id)",
    """CREATE TRIGGER segments_recognised_stay BEFORE UPDATE OF
        recognised_text, recognised_start, recognised_end, recognised_words ON segments
        BEGIN SELECT RAISE(ABORT, 'what was recognised is never changed'); END""",
    # Marks belong to words (Hindi and Thai vowels); without them unicode61 would cut there.
    """CREATE VIRTUAL TABLE segments_fts USING fts5 (
        text, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")""",
)

MIGRATIONS: tuple[Step, ...] = (_VERSION_1,)


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
