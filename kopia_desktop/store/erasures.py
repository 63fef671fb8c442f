"""Deleted jobs and translations of which something may still lie on the disk.

A row is made in the transaction of the deletion and goes when nothing is left, so that a crash in
between leaves neither files nor text for ever. The work itself is done by ``errands/eraser``.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import peewee

from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import ERASURES, JOBS

_SETTLED_AFTER = timedelta(seconds=3)
"""A child is killed, and an upload refused, within a second of the deletion."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """``media_path`` is of media that was ours; ``erased``: no text is left in the database.

    ``job_id`` is the translation's where only that was deleted.
    """

    job_id: str
    deleted_at: datetime
    media_path: str | None = None
    erased: bool = False

    @classmethod
    def of(cls, job: Job) -> Erasure:
        """For a job that is deleted now."""
        owned = job.media is not None and job.media.owned
        return cls(job.id, datetime.now(UTC), job.media.path if job.media and owned else None)

    def is_settled(self, now: datetime) -> bool:
        """Nobody writes files for the job any more (nor, with a clock set back, ever did)."""
        return not timedelta(0) <= now - self.deleted_at < _SETTLED_AFTER

    def remove_files(self, data: DataFolder) -> bool:
        """Remove what lies there now; False when something could not be removed."""
        sections = data.sections(self.job_id)
        shutil.rmtree(sections, ignore_errors=True)
        files = list(self._files(data))
        for path in files:
            with contextlib.suppress(OSError):  # a program on Windows may still have it open
                path.unlink(missing_ok=True)
        return not any(os.path.lexists(path) for path in (sections, *files))

    def _files(self, data: DataFolder) -> Iterator[Path]:
        yield data.peaks(self.job_id)
        yield data.peaks(self.job_id).with_suffix(".part")
        if data.uploads.is_dir():
            mine = f"{self.job_id}."
            yield from (data.uploads / n for n in os.listdir(data.uploads) if n.startswith(mine))
        if self.media_path is not None:
            path = Path(self.media_path)
            if data.is_upload(path):
                yield path


class ErasureStore:
    """Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pending(self) -> tuple[Erasure, ...]:
        with self._database.reading() as db:
            found = ERASURES.select().order_by(ERASURES.c.deleted_at).execute(db)
            return tuple(_erasure_of(row) for row in found)

    def text_is_erased(self, erasures: Sequence[Erasure]) -> None:
        with self._database.transaction() as db:
            ids = [erasure.job_id for erasure in erasures]
            ERASURES.update(erased=1).where(ERASURES.c.job_id.in_(ids)).execute(db)

    def done(self, job_id: str) -> None:
        """Nothing of the job is left."""
        with self._database.transaction() as db:
            ERASURES.delete().where(ERASURES.c.job_id == job_id).execute(db)

    def left_transient(self, before: datetime) -> tuple[str, ...]:
        """Transient jobs made before a moment: the request they answer is over."""
        made = JOBS.select(JOBS.c.id).where(
            JOBS.c.transient == 1, JOBS.c.created_at < rows.milliseconds(before)
        )
        with self._database.reading() as db:
            return tuple(made.scalars(db))

    def needed_uploads(self, names: Sequence[str]) -> frozenset[str]:
        """Which files of the folder of uploads belong to a job.

        Its media, and where media is still to come what has come of it so far; a stopped job may be
        run again. Names begin with the job's id and a dot.
        """
        with self._database.reading() as db:
            sql = (
                "SELECT id, media_path, media_url IS NOT NULL"
                " OR EXISTS (SELECT 1 FROM uploads WHERE job_id = jobs.id)"
                " FROM jobs WHERE id IN (SELECT value FROM json_each(?))"
            )
            ids = sorted({name.partition(".")[0] for name in names})
            needed = set()
            for job_id, media_path, is_awaited in rows.run(db, sql, [json.dumps(ids)]):
                if media_path is not None:
                    # The name only: the data folder may have been moved.
                    needed.add(Path(rows.name_of_column(media_path)).name)
                elif is_awaited:
                    needed |= {f"{job_id}.part", f"{job_id}.media"}
            return frozenset(needed.intersection(names))


def note(db: peewee.SqliteDatabase, job: Job) -> None:
    """The job is deleted in this transaction."""
    _insert(db, Erasure.of(job))


def note_translation(db: peewee.SqliteDatabase, translation_id: str) -> None:
    """A translation is deleted in this transaction; it has no files, but text."""
    _insert(db, Erasure(translation_id, datetime.now(UTC)))


def _insert(db: peewee.SqliteDatabase, erasure: Erasure) -> None:
    path = erasure.media_path
    ERASURES.insert(
        job_id=erasure.job_id,
        media_path=None if path is None else rows.name_column(path),
        deleted_at=rows.milliseconds(erasure.deleted_at),
    ).execute(db)


def _erasure_of(row: rows.Row) -> Erasure:
    path = row["media_path"]
    return Erasure(
        job_id=row["job_id"],
        deleted_at=rows.moment(row["deleted_at"]),
        media_path=None if path is None else rows.name_of_column(path),
        erased=bool(row["erased"]),
    )
