"""Jobs whose media is fetched from a URL, from pending to queued.

A job that was deleted, cancelled or paused meanwhile is not changed by what comes of its fetch.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

import peewee

from kopia_desktop.core.job import JobError, JobStatus, MediaFile
from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import JOBS

_FETCHING = peewee.SQL("jobs.status IN ('pending', 'uploaded') AND jobs.media_url IS NOT NULL")
"""In the literal form for which SQLite takes the index of these jobs."""

_WAITING = (
    _FETCHING,
    JOBS.c.status == JobStatus.PENDING.value,
    JOBS.c.paused == 0,
)


@dataclass(frozen=True, slots=True)
class Fetch:
    """Media to bring: ``offset`` bytes of it are on disk already and belong to ``validator``."""

    job_id: str
    url: str = field(repr=False)
    attempts: int = 0
    offset: int = 0
    validator: str | None = None


class FetchStore:
    """Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(
        self, now: datetime, *, limit: int = 100, skip: Collection[str] = ()
    ) -> tuple[Fetch, ...]:
        """What is to be fetched by now, oldest job first; ``skip`` holds job ids."""
        moment = rows.milliseconds(now)
        is_due = JOBS.c.fetch_next_at.is_null() | (JOBS.c.fetch_next_at <= moment)
        terms = (*_WAITING, is_due, JOBS.c.id.not_in(list(skip))) if skip else (*_WAITING, is_due)
        query = JOBS.select().where(*terms)
        with self._database.reading() as db:
            found = query.order_by(JOBS.c.created_at, peewee.SQL("rowid")).limit(limit).execute(db)
            return tuple(
                Fetch(
                    job_id=row["id"],
                    url=row["media_url"],
                    attempts=row["fetch_attempts"],
                    offset=row["fetch_offset"],
                    validator=row["fetch_validator"],
                )
                for row in found
            )

    def next_due(self, after: datetime) -> datetime | None:
        """When the next try after that moment is due; None when none waits."""
        later = JOBS.c.fetch_next_at > rows.milliseconds(after)
        query = JOBS.select(peewee.fn.MIN(JOBS.c.fetch_next_at)).where(*_WAITING, later)
        with self._database.reading() as db:
            found = query.scalar(db)
        return None if found is None else rows.moment(found)

    def wanted(self, job_ids: Collection[str]) -> frozenset[str]:
        """Those of the jobs whose media is still to be fetched."""
        if not job_ids:
            return frozenset()
        query = JOBS.select(JOBS.c.id).where(JOBS.c.id.in_(list(job_ids)), *_WAITING)
        with self._database.reading() as db:
            return frozenset(query.scalars(db))

    def arrived_ids(self) -> tuple[str, ...]:
        """Jobs that have their fetched media and are not yet accepted for work."""
        terms = (_FETCHING, JOBS.c.status == JobStatus.UPLOADED.value)
        with self._database.reading() as db:
            return tuple(JOBS.select(JOBS.c.id).where(*terms).scalars(db))

    def exists(self, job_id: str) -> bool:
        """Whether the job was not deleted."""
        with self._database.reading() as db:
            return rows.find_row(db, job_id) is not None

    def note_part(self, job_id: str, *, offset: int, validator: str | None) -> bool:
        """So many bytes are safe on disk now, of the representation that ``validator`` names.

        Also for a job that was stopped: run again, it goes on from there.
        """
        with self._database.transaction() as db:
            return _note(db, job_id, fetch_offset=offset, fetch_validator=validator)

    def note_failure(self, job_id: str, *, next_at: datetime) -> bool:
        """A try came to nothing; the next one is due then."""
        with self._database.transaction() as db:
            row = _pending_row(db, job_id)
            return row is not None and _note(
                db,
                job_id,
                fetch_attempts=row["fetch_attempts"] + 1,
                fetch_next_at=rows.milliseconds(next_at),
            )

    def arrived(self, job_id: str, media: MediaFile) -> bool:
        """Pending to uploaded: the media is on disk for good."""
        with self._database.transaction() as db:
            if _pending_row(db, job_id) is None:
                return False
            rows.update_job(
                db,
                job_id,
                status=JobStatus.UPLOADED,
                fetch_offset=0,
                fetch_validator=None,
                **_FROM_THE_FIRST,
                **rows.media_columns(media),
            )
            return True

    def accept(self, job_id: str) -> bool:
        """Uploaded to queued."""
        with self._database.transaction() as db:
            row = rows.find_row(db, job_id)
            if row is None or row["status"] != JobStatus.UPLOADED:
                return False
            rows.update_job(db, job_id, status=JobStatus.QUEUED)
            return True

    def fail(self, job_id: str, error: JobError) -> bool:
        """Pending to failed; a retry has all its tries again and goes on from what is on disk."""
        with self._database.transaction() as db:
            if _pending_row(db, job_id) is None:
                return False
            columns = rows.error_columns(error) | _FROM_THE_FIRST
            rows.update_job(db, job_id, status=JobStatus.FAILED, paused=0, **columns)
            return True


_FROM_THE_FIRST: dict[str, object] = {"fetch_attempts": 0, "fetch_next_at": None}


def _pending_row(db: peewee.SqliteDatabase, job_id: str) -> rows.Row | None:
    row = rows.find_row(db, job_id)
    return row if row and row["status"] == JobStatus.PENDING and row["media_url"] else None


def _note(db: peewee.SqliteDatabase, job_id: str, **values: object) -> bool:
    """Not told to anybody, so the time of the job's last change stays as well."""
    return bool(JOBS.update(**values).where(JOBS.c.id == job_id).execute(db))
