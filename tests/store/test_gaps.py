"""What secure_delete leaves of deleted rows is found, and gone after a wipe."""

from __future__ import annotations

import random
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.gaps import Gaps

_WORD = re.compile(rb"q[b-m]{11}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kopia.db"


@pytest.fixture
def gaps(path: Path, tmp_path: Path) -> Gaps:
    return Gaps(path, backups=tmp_path / "backups")


@pytest.fixture
def erased(database: Database) -> Database:
    """With a row for a deleted job, as whoever wipes has it."""
    with database.transaction() as db:
        rows.run(db, "INSERT INTO erasures (job_id, deleted_at) VALUES ('job_x', 0)")
    return database


class _Notes:
    """Translated segments that come, grow and go; each has words that no other has."""

    def __init__(self, database: Database, seed: int) -> None:
        self._database = database
        self._random = random.Random(seed)
        self._live: dict[int, str] = {}

    def change(self, times: int) -> None:
        with self._database.transaction() as db:
            rows.run(db, "PRAGMA defer_foreign_keys = ON")
            for _ in range(times):
                number, text = self._random.randrange(300), self._text()
                choice = self._random.random()
                if choice < 0.6:
                    self._live[number] = text
                    rows.run(
                        db,
                        "INSERT INTO translated_segments VALUES ('t', ?, '', ?, NULL, NULL, NULL)"
                        " ON CONFLICT DO UPDATE SET text = excluded.text",
                        (number, text),
                    )
                elif number in self._live:
                    del self._live[number]
                    rows.run(db, "DELETE FROM translated_segments WHERE segment_id = ?", (number,))

    def left_in(self, path: Path) -> set[bytes]:
        """Words of rows that are gone."""
        live = set(_WORD.findall("".join(self._live.values()).encode()))
        return set(_WORD.findall(path.read_bytes())) - live

    def _text(self) -> str:
        words = self._random.choice([1, 3, 20, 100, 600])
        return "".join(
            "q" + "".join(self._random.choices("bcdefghijklm", k=11)) for _ in range(words)
        )


@pytest.fixture
def notes(erased: Database) -> Iterator[_Notes]:
    with erased.transaction() as db:
        rows.run(
            db,
            "INSERT INTO jobs (id, status, created_at, updated_at, language, model,"
            " remove_filler_words) VALUES ('job_y', 'completed', 0, 0, 'en', 'm', 0)",
        )
        rows.run(
            db,
            "INSERT INTO translations (id, job_id, language, formal, status, created_at,"
            " updated_at) VALUES ('t', 'job_y', 'es', 1, 'completed', 0, 0)",
        )
    return _Notes(erased, 5)


def test_nothing_of_deleted_rows_is_left(
    erased: Database, notes: _Notes, gaps: Gaps, path: Path
) -> None:
    left_by_sqlite = 0
    for _ in range(12):
        notes.change(300)
        assert erased.erase_remains()
        left_by_sqlite += len(notes.left_in(path))
        assert gaps.wipe()
        assert notes.left_in(path) == set()
    assert left_by_sqlite, "without the wipe, this test would show nothing"
    assert erased.check_integrity() == "ok"


def test_other_connections_do_not_bring_gaps_back(
    erased: Database, notes: _Notes, gaps: Gaps, path: Path
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA secure_delete = ON")
        for _ in range(6):
            notes.change(300)
            assert gaps.empty_log()
            other.execute("SELECT count(source_hash) FROM translated_segments").fetchall()
            assert gaps.wipe()
            # Writes every page of the table, from its cache if it trusts that.
            other.execute("UPDATE translated_segments SET source_hash = hex(randomblob(1))")
            assert gaps.empty_log()
            assert notes.left_in(path) == set()


def test_text_stays_as_it_was(erased: Database, notes: _Notes, gaps: Gaps) -> None:
    notes.change(1000)
    with erased.reading() as db:
        before = rows.run(db, "SELECT * FROM translated_segments").fetchall()
    assert gaps.wipe()
    with erased.reading() as db:
        assert rows.run(db, "SELECT * FROM translated_segments").fetchall() == before


def test_a_reader_or_writer_in_the_way(erased: Database, gaps: Gaps, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for begin in ("BEGIN", "BEGIN IMMEDIATE"):
            other.execute(begin)
            other.execute("SELECT * FROM erasures").fetchall()
            if begin == "BEGIN":
                with erased.transaction() as db:
                    rows.run(db, "UPDATE erasures SET deleted_at = deleted_at + 1")
            started = time.monotonic()
            assert not gaps.empty_log()
            assert not gaps.wipe()
            assert time.monotonic() - started < 5
            other.execute("ROLLBACK")
            assert gaps.wipe()
