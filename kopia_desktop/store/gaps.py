"""The unused stretch of each page of the database file, where deleted text may survive.

SQLite moves rows from page to page as tables grow and shrink, and leaves a copy of a moved row in
the stretch between a page's list of cells and the cells. ``secure_delete`` zeroes a deleted row,
not such copies of it. VACUUM would, but holds all writers up while it writes the whole file anew,
from a copy in memory; here the stretches are zeroed in place, which changes nothing that SQLite
ever reads (format: https://sqlite.org/fileformat2.html#b_tree_pages).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kopia_desktop.store.failures import expected_errors

_PATIENCE = 0.5
"""Seconds to wait for other connections: writers are held up as long."""

_STEP = 256 << 20
"""Bytes looked through in one transaction: tenths of a second."""

_BLOCK = 1 << 20
_PAGE_SIZE_AT = 16
_FILE_HEADER = 100
_LIST_AT = {2: 12, 5: 12, 10: 8, 13: 8}
"""Kinds of b-tree pages: bytes from the page's header to its list of cells. Other pages begin with
a page number, whose first byte is 0 below 2**24 pages (64 GB)."""


class Gaps:
    """The gaps of one database file."""

    def __init__(self, path: Path, *, backups: Path) -> None:
        self._path = path
        self._log = path.with_name(path.name + "-wal")
        self._backups = backups
        self._descriptor: int | None = None

    def empty_log(self) -> bool:
        """Empty the write-ahead log; False when another connection reads or writes."""
        with self._connected() as own:
            return _emptied_log(own)

    def wipe(self) -> bool:
        """Zero every gap and empty the log; False when another connection was in the way.

        Only to be called while ``erasures`` has rows: their change tells other connections that
        their copies of pages are outdated.
        """
        with self._connected() as own:
            for at in range(0, self._path.stat().st_size, _STEP):
                if not (_emptied_log(own) and self._wipe_step(own, at)):
                    return False
            return _emptied_log(own)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own: what it has in its cache goes with it."""
        with (
            expected_errors(self._path, self._backups),
            closing(sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)) as own,
        ):
            for pragma in ("synchronous = FULL", "fullfsync = ON", "secure_delete = ON"):
                own.execute(f"PRAGMA {pragma}")
            yield own

    def _wipe_step(self, own: sqlite3.Connection, at: int) -> bool:
        """Nobody else writes to the file meanwhile: writers and checkpoints need the lock or log.

        A log that is not empty is another's, written since it was emptied: its checkpoint could
        write a page between our reading and zeroing it.
        """
        if not _begun(own):
            return False
        try:
            if self._log.stat().st_size:
                return False
            self._zero(at, at + _STEP)
            # Connections whose cache holds pages as they were read them anew after this commit.
            own.execute("UPDATE erasures SET wipes = wipes + 1")
            own.execute("COMMIT")
            return True
        finally:
            if own.in_transaction:
                own.execute("ROLLBACK")

    def _zero(self, begin: int, end: int) -> None:
        file = self._opened()
        size = _page_size(file)
        for block_at in range(begin, end, _BLOCK):
            os.lseek(file, block_at, os.SEEK_SET)
            block = os.read(file, _BLOCK)
            for page_at in range(0, len(block) - size + 1, size):
                header = page_at if block_at + page_at else _FILE_HEADER
                low, high = _gap(block, page_at, header, size)
                if block[low:high].strip(b"\0"):
                    os.lseek(file, block_at + low, os.SEEK_SET)
                    os.write(file, bytes(high - low))
            if not block:
                break
        os.fsync(file)

    def _opened(self) -> int:
        """Never closed before the program ends.

        To close any descriptor of a file takes away all locks that POSIX let this process have on
        it, SQLite's included (https://sqlite.org/howtocorrupt.html, 2.2).
        """
        if self._descriptor is None:
            self._descriptor = os.open(self._path, os.O_RDWR | getattr(os, "O_BINARY", 0))
        return self._descriptor


def _begun(own: sqlite3.Connection) -> bool:
    try:
        own.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True


def _emptied_log(own: sqlite3.Connection) -> bool:
    busy, *_ = own.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def _page_size(file: int) -> int:
    os.lseek(file, _PAGE_SIZE_AT, os.SEEK_SET)
    stored = int.from_bytes(os.read(file, 2), "big")
    return 65536 if stored == 1 else stored


def _gap(block: bytes, page_at: int, header: int, size: int) -> tuple[int, int]:
    """(first byte, byte behind the last) of the page's gap within ``block``; empty if it has none.

    ``page_at`` and ``header`` are where the page and its header begin.
    """
    list_at = _LIST_AT.get(block[header])
    if list_at is None:
        return 0, 0
    cells = int.from_bytes(block[header + 3 : header + 5], "big")
    content = int.from_bytes(block[header + 5 : header + 7], "big") or 65536
    low, high = header + list_at + 2 * cells, page_at + content
    return (low, high) if low < high <= page_at + size else (0, 0)
