"""The jobs as a person or a program sees them: added, listed, stopped, run again, deleted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from peewee import fn

from kopia_desktop.core.errors import StateConflict
from kopia_desktop.core.job import (
    CANCELLED,
    Job,
    JobError,
    JobOptions,
    JobStatus,
    MediaFile,
    MediaType,
    new_id,
)
from kopia_desktop.store import rows, search
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import JOBS, SECTIONS

_STOPPED = JobError(
    CANCELLED, "The job was stopped.", "Run it again to go on from the last finished section."
)
_NO_ERROR: dict[str, object] = {"error_code": None, "error_message": None, "error_hint": None}
_LARGEST = 2**63 - 1  # of SQLite's integers


class JobOrder(StrEnum):
    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"


@dataclass(frozen=True, slots=True)
class JobQuery:
    """Which jobs to list: no ``statuses`` means all, bounds are inclusive, no time zone is UTC."""

    offset: int = 0
    limit: int = 50
    statuses: tuple[JobStatus, ...] = ()
    type: MediaType | None = None
    created_from: datetime | None = None
    created_to: datetime | None = None
    sort: JobOrder = JobOrder.CREATED_AT
    descending: bool = True


@dataclass(frozen=True, slots=True)
class JobPage:
    """One page of jobs; ``total`` counts all that the query matches."""

    jobs: tuple[Job, ...]
    total: int


class JobStore:
    """Each method is one transaction. JobNotFound and StateConflict leave everything as it was."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        *,
        options: JobOptions,
        media: MediaFile | None = None,
        media_url: str | None = None,
        webhook_url: str | None = None,
        webhook_secret: str | None = None,
        transient: bool = False,
        job_id: str | None = None,
        now: datetime | None = None,
    ) -> Job:
        """A new job: queued when its media is known, else pending.

        ``job_id`` is one that was chosen before; a job that has it already is returned as it is. A
        ``transient`` job is deleted when the program starts anew.
        """
        moment = rows.now() if now is None else rows.milliseconds(now)
        job_id = job_id or new_id("job")
        columns = rows.options_columns(options) | (rows.media_columns(media) if media else {})
        with self._database.transaction() as db:
            made = rows.find_row(db, job_id)
            if made is not None:
                return rows.job_of(made)
            JOBS.insert(
                id=job_id,
                status=JobStatus.QUEUED if media else JobStatus.PENDING,
                created_at=moment,
                updated_at=moment,
                media_url=media_url,
                webhook_url=webhook_url,
                webhook_secret=webhook_secret,
                transient=int(transient),
                **columns,
            ).execute(db)
            return rows.require_job(db, job_id)

    def get(self, job_id: str) -> Job:
        """Raises JobNotFound."""
        with self._database.reading() as db:
            return rows.require_job(db, job_id)

    def find(self, job_id: str) -> Job | None:
        with self._database.reading() as db:
            row = rows.find_row(db, job_id)
            return rows.job_of(row) if row else None

    def parameters(self, job_id: str) -> dict[str, Any]:
        """What the recognition ran with; empty before the first result. Raises JobNotFound."""
        with self._database.reading() as db:
            stored = rows.require_row(db, job_id)["parameters"]
            return dict(json.loads(stored)) if stored else {}

    def list_jobs(self, query: JobQuery) -> JobPage:
        """One page in the asked order, ties broken by id.

        Filter, count and order are answered from an index alone; rows are read only for the page.
        """
        chosen = _filters(query)
        keys = (JOBS.c[query.sort.value], JOBS.c.id)
        order = [key.desc() for key in keys] if query.descending else list(keys)
        page = (
            JOBS.select(JOBS.c.id)
            .where(*chosen)
            .order_by(*order)
            .limit(min(query.limit, _LARGEST))
            .offset(min(query.offset, _LARGEST))
        )
        with self._database.reading() as db:
            total = JOBS.select(fn.COUNT(JOBS.c.id)).where(*chosen).scalar(db)
            found = JOBS.select().where(JOBS.c.id.in_(page)).order_by(*order).execute(db)
            return JobPage(tuple(rows.job_of(row) for row in found), total)

    def find_same(self, media: MediaFile, options: JobOptions) -> Job | None:
        """The newest job, of any status, of the same unchanged file and the same options.

        Filler words do not count: leaving them out is a view of the same transcript.
        """
        wanted = rows.options_columns(options)
        del wanted["remove_filler_words"]
        same = {
            "media_path": rows.name_column(media.path),
            "media_size": media.size_bytes,
            "media_modified_ns": media.modified_ns,
        } | wanted
        terms = [
            JOBS.c[name].is_null() if value is None else JOBS.c[name] == value
            for name, value in same.items()
        ]
        newest = JOBS.select().where(*terms).order_by(JOBS.c.created_at.desc(), JOBS.c.id.desc())
        with self._database.reading() as db:
            row = newest.limit(1).get(db)
            return rows.job_of(row) if row else None

    def attach_media(self, job_id: str, media: MediaFile) -> Job:
        """Pending to queued. Raises StateConflict when the job already has its media."""
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.status is not JobStatus.PENDING:
                raise StateConflict(
                    f"The job is {job.status} and takes no other media.",
                    hint="Make a new job for another file.",
                )
            rows.update_job(db, job_id, status=JobStatus.QUEUED, **rows.media_columns(media))
            return rows.require_job(db, job_id)

    def cancel(self, job_id: str) -> Job:
        """Any unfinished status to failed with the code ``cancelled``; finished sections stay."""
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.status.is_finished():
                raise StateConflict(f"The job is already {job.status}.")
            rows.update_job(
                db, job_id, status=JobStatus.FAILED, paused=0, **rows.error_columns(_STOPPED)
            )
            return rows.require_job(db, job_id)

    def retry(self, job_id: str) -> Job:
        """Failed to queued (pending without media), crashes forgotten, finished sections kept."""
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.status is not JobStatus.FAILED:
                raise StateConflict(
                    f"The job is {job.status}; only a failed one can be run again.",
                    hint="Wait for it to end, or stop it first.",
                )
            SECTIONS.update(crashes=0).where(SECTIONS.c.job_id == job_id).execute(db)
            status = JobStatus.QUEUED if job.media else JobStatus.PENDING
            rows.update_job(db, job_id, status=status, prepare_crashes=0, **_NO_ERROR)
            return rows.require_job(db, job_id)

    def set_paused(self, job_id: str, *, paused: bool) -> Job:
        """Hold an unfinished job back from the engine, or let it go on."""
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.status.is_finished():
                raise StateConflict(f"The job is already {job.status}.")
            rows.update_job(db, job_id, paused=int(paused))
            return rows.require_job(db, job_id)

    def delete(self, job_id: str) -> Job:
        """Remove the job with its sections and segments; returns what it was.

        ``Database.erase_remains`` afterwards clears its words out of the file itself.
        """
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            search.forget_job(db, job_id)
            JOBS.delete().where(JOBS.c.id == job_id).execute(db)
            return job


def _filters(query: JobQuery) -> list[Any]:
    # The first term is always true; peewee's where() needs one.
    terms: list[Any] = [JOBS.c.id.is_null(False)]
    if query.statuses:
        terms.append(JOBS.c.status.in_([status.value for status in query.statuses]))
    if query.type is not None:
        terms.append(JOBS.c.type == query.type)
    # In the order of another time the bounds are checked along that order's index ("+ 0" keeps
    # SQLite from taking the other index, then reading and sorting all rows between the bounds).
    ordered = query.sort is JobOrder.CREATED_AT
    created: Any = JOBS.c.created_at if ordered else JOBS.c.created_at + 0
    if query.created_from is not None:
        terms.append(created >= rows.milliseconds(query.created_from))
    if query.created_to is not None:
        terms.append(created <= rows.milliseconds(query.created_to))
    return terms
