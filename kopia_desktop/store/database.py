"""The database file: opened, migrated, shared by threads and processes.

It also keeps what was deleted from staying in the file.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import peewee

from kopia_desktop.core.errors import DatabaseDamaged
from kopia_desktop.store.failures import expected_errors
from kopia_desktop.store.migrations import MIGRATIONS, Step, migrate

BUSY_SECONDS = 10.0
"""How long a statement waits for another connection's write."""

_PRAGMAS = (
    ("journal_mode", "WAL"),
    ("synchronous", "FULL"),  # what was told to be saved survives a power cut
    ("fullfsync", "ON"),  # macOS: fsync alone stops in the drive's cache
    ("checkpoint_fullfsync", "ON"),
    ("foreign_keys", "ON"),
    ("secure_delete", "ON"),
    ("temp_store", "MEMORY"),  # no transcript text in temporary files
)

_MERGE_PAGES = 500
"""Work of one merge step of the search index, in pages: short enough that writers hardly wait."""


class Database:
    """One SQLite file; each thread gets its own connection on first use.

    A thread that ends should call ``close``; connections of ended threads are closed when the next
    one is opened. Every error of SQLite that a person can act on is raised as one of core.
    """

    def __init__(
        self, path: Path, *, backups: Path, migrations: Sequence[Step] = MIGRATIONS
    ) -> None:
        """Open or create the file and bring it to the newest version (see ``migrations``).

        Raises DatabaseTooNew, DatabaseDamaged, DataFolderUnusable, DiskFull.
        """
        self.path = path
        self._backups = backups
        self._lock = threading.Lock()
        self._opened: dict[threading.Thread, sqlite3.Connection] = {}
        with self._expected():
            migrate(path, backups=backups, steps=migrations)
            # Any thread may close what an ended one left open; SQLite itself is built thread-safe.
            self._driver = peewee.SqliteDatabase(
                str(path), pragmas=_PRAGMAS, timeout=BUSY_SECONDS, check_same_thread=False
            )
            self._connection()

    @contextmanager
    def transaction(self) -> Iterator[peewee.SqliteDatabase]:
        """A write: all of it on disk after the block, or none of it."""
        with self._expected(), self._block("IMMEDIATE"):
            yield self._driver

    @contextmanager
    def reading(self) -> Iterator[peewee.SqliteDatabase]:
        """Reads that all see the same moment; writers are not held up."""
        with self._expected(), self._block("DEFERRED"):
            yield self._driver

    def data_version(self) -> int:
        """A number that changes when another connection (thread or process) has written."""
        with self._expected():
            return int(self._connection().execute("PRAGMA data_version").fetchone()[0])

    def check_integrity(self) -> str:
        """``ok``, or what is wrong in a few lines. Reads the whole file."""
        try:
            with self._expected():
                found = self._connection().execute("PRAGMA integrity_check(5)").fetchall()
                lines = [str(row[0]) for row in found]
                orphans = self._connection().execute("PRAGMA foreign_key_check").fetchall()
        except DatabaseDamaged as error:
            return error.message
        if orphans:
            lines.append(f"{len(orphans)} rows lack the row they belong to")
        if not self._search_index_is_whole():
            lines.append("the search index does not match the text")
        wrong = [line for line in lines if line != "ok"]
        return "\n".join(wrong) or "ok"

    def erase_remains(self) -> bool:
        """Remove what deleted rows left in the search index and in the write-ahead log.

        Works in short steps so that others can write between. False when another connection kept
        the log from being emptied; call again later.
        """
        with self._expected():
            self._merge_search_index()
            busy, *_ = self._connection().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return not busy

    def close(self) -> None:
        """Close the calling thread's connection; the next use opens another."""
        with self._lock:
            self._opened.pop(threading.current_thread(), None)
        self._driver.close()

    def close_all(self) -> None:
        """Close every thread's connection: the last call, when no other thread uses the store."""
        self.close()
        with self._lock:
            while self._opened:
                self._opened.popitem()[1].close()

    @contextmanager
    def _block(self, kind: str) -> Iterator[None]:
        # Not peewee's own: SQLite rolls back by itself when the disk is full, and peewee's second
        # rollback would then hide the reason.
        connection = self._connection()
        connection.execute(f"BEGIN {kind}")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    def _connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened if need be."""
        driver: Any = self._driver
        if driver.is_closed():
            driver.connect()
            with self._lock:
                for thread in [t for t in self._opened if not t.is_alive()]:
                    self._opened.pop(thread).close()
                self._opened[threading.current_thread()] = driver.connection()
        connection: sqlite3.Connection = driver.connection()
        return connection

    def _expected(self) -> AbstractContextManager[None]:
        return expected_errors(self.path, self._backups)

    def _merge_search_index(self) -> None:
        """FTS5 keeps the words of deleted rows until its segments are merged into one.

        A negative page count starts a full merge, positive ones go on with it; a step that changed
        less than two rows found nothing left to do (https://sqlite.org/fts5.html, the 'merge'
        command).
        """
        pages = -_MERGE_PAGES
        while True:
            with self._block("IMMEDIATE"):
                connection = self._connection()
                before = connection.total_changes
                self._connection().execute(
                    "INSERT INTO segments_fts (segments_fts, rank) VALUES ('merge', ?)", (pages,)
                )
                if connection.total_changes - before < 2:
                    return
            pages = _MERGE_PAGES

    def _search_index_is_whole(self) -> bool:
        try:
            with self.transaction():
                self._connection().execute(
                    "INSERT INTO segments_fts (segments_fts) VALUES ('integrity-check')"
                )
        except DatabaseDamaged:
            return False
        return True
