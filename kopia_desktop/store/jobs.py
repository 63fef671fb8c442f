"""The jobs as a person or a program sees them: added, listed, stopped, run again, deleted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import peewee

from kopia_desktop.core.errors import StateConflict
from kopia_desktop.core.job import (
    CANCELLED,
    Job,
    JobError,
    JobOptions,
    JobStatus,
    MediaFile,
    new_id,
)
from kopia_desktop.core.vocabulary import Vocabulary
from kopia_desktop.store import erasures, idempotency, job_pages, rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.idempotency import Keep
from kopia_desktop.store.job_pages import ActiveCounts, JobOrder, JobPage, JobQuery
from kopia_desktop.store.tables import IDEMPOTENCY, JOBS, SECTIONS, UPLOADS
from kopia_desktop.store.uploads import no_upload

__all__ = ["ActiveCounts", "JobOrder", "JobPage", "JobQuery", "JobStore"]

_STOPPED = JobError(
    CANCELLED, "The job was stopped.", "Run it again to go on from the last finished section."
)

_FRESH = timedelta(hours=1)
"""How long a job that waits for an upload counts as unfinished: many are never uploaded."""

_UNFINISHED = """SELECT
    (SELECT total(count) FROM job_stretches
        WHERE sort = 'created_at' AND status IN ('uploaded', 'queued', 'processing'))
    + (SELECT count(*) FROM jobs
        WHERE status IN ('pending', 'uploaded') AND media_url IS NOT NULL AND status = 'pending')
    + (SELECT count(*) FROM jobs
        WHERE status IN ('pending', 'uploaded') AND media_url IS NULL AND status = 'pending'
        AND created_at >= ?)"""
"""The pending ones are in partial indexes, which hold no finished jobs."""


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
        keep: Keep | None = None,
        now: datetime | None = None,
    ) -> Job:
        """A new job: queued when its media is known, else pending.

        A ``transient`` job is deleted when the program starts anew. ``keep`` makes the answer that
        is kept for a repeated request.
        """
        moment = rows.now() if now is None else rows.milliseconds(now)
        job_id = new_id("job")
        columns = rows.options_columns(options) | (rows.media_columns(media) if media else {})
        with self._database.transaction() as db:
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
            job = rows.require_job(db, job_id)
            if keep is not None:
                idempotency.insert(db, keep(job))
            return job

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
        """One page in the asked order, ties broken by id."""
        with self._database.reading() as db:
            return job_pages.find(db, query)

    def ids(self, query: JobQuery) -> tuple[str, ...]:
        """All jobs that match, in the asked order; offset and limit do not count."""
        with self._database.reading() as db:
            return job_pages.ids(db, query)

    def position(self, job_id: str, query: JobQuery) -> int | None:
        """How many of the jobs that match come before this one; None if it does not match."""
        with self._database.reading() as db:
            return job_pages.position(db, job_id, query)

    def counts(self) -> dict[JobStatus, int]:
        """How many jobs have each status, those that none has included."""
        with self._database.reading() as db:
            return job_pages.counts(db)

    def active_counts(self) -> ActiveCounts:
        with self._database.reading() as db:
            return job_pages.active_counts(db)

    def existing(self, names: Sequence[str]) -> frozenset[str]:
        """Those of some names whose job is there: its id, which an ending may follow."""
        ids = {name: name.partition(".")[0] for name in names}
        sql = "SELECT id FROM jobs WHERE id IN (SELECT value FROM json_each(?))"
        with self._database.reading() as db:
            found = {job_id for (job_id,) in rows.run(db, sql, [json.dumps([*ids.values()])])}
        return frozenset(name for name, job_id in ids.items() if job_id in found)

    def brought_media(self) -> dict[str, str]:
        """Media that was uploaded or fetched for jobs that are completed: path by job id."""
        mine = JOBS.select(JOBS.c.id, JOBS.c.media_path).where(
            JOBS.c.media_owned == 1, JOBS.c.status == JobStatus.COMPLETED
        )
        with self._database.reading() as db:
            return {row["id"]: rows.name_of_column(row["media_path"]) for row in mine.execute(db)}

    def unfinished_count(self) -> int:
        """Jobs that are fetched, uploaded, queued or processing, and fresh ones without media."""
        fresh = rows.now() - _FRESH // timedelta(milliseconds=1)
        with self._database.reading() as db:
            return int(rows.run(db, _UNFINISHED, (fresh,)).fetchone()[0])

    def find_same(self, media: MediaFile, options: JobOptions) -> Job | None:
        """The newest job, of any status, of the same unchanged file and the same options.

        What is made of the transcript does not count: filler words (leaving them out is a view),
        translations, exports. Of a vocabulary the terms count that are listened for.
        """
        same = {
            "media_path": rows.name_column(media.path),
            "media_size": media.size_bytes,
            "media_modified_ns": media.modified_ns,
        } | rows.recognition_columns(options)
        terms = [
            JOBS.c[name].is_null() if value is None else JOBS.c[name] == value
            for name, value in same.items()
        ]
        newest = JOBS.select().where(*terms).order_by(JOBS.c.created_at.desc(), JOBS.c.id.desc())
        wanted = options.hotwords
        with self._database.reading() as db:
            for row in newest.execute(db):
                job = rows.job_of(row)
                if job.options.hotwords == wanted:
                    return job
        return None

    def attach_media(self, job_id: str, media: MediaFile, *, keep: Keep | None = None) -> Job:
        """Pending to queued. Raises StateConflict when the job has its media or fetches it."""
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if not job.takes_upload():
                raise no_upload(job)
            UPLOADS.delete().where(UPLOADS.c.job_id == job_id).execute(db)
            rows.update_job(db, job_id, status=JobStatus.QUEUED, **rows.media_columns(media))
            job = rows.require_job(db, job_id)
            if keep is not None:
                idempotency.insert(db, keep(job))
            return job

    def move_media(self, job_id: str, media: MediaFile) -> Job:
        """The same media lies elsewhere; it keeps the name that a person knows it by.

        Raises JobNotFound, StateConflict for a job without media.
        """
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.media is None:
                raise StateConflict("The job has no recording yet.", hint="Wait until it is here.")
            rows.update_job(db, job_id, **_kept_name(rows.media_columns(media), job.media))
            return rows.require_job(db, job_id)

    def replace_media(self, job_id: str, media: MediaFile) -> Job:
        """Other media is played to the transcript; its hash is not known. Raises JobNotFound.

        StateConflict unless the job is completed: half of a transcript would be of other media.
        """
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.status is not JobStatus.COMPLETED or job.media is None:
                raise StateConflict(
                    f"The job is {job.status}; only a completed one can play another file.",
                    hint="Add the file as a new recording.",
                )
            columns = _kept_name(rows.media_columns(media), job.media)
            rows.update_job(db, job_id, media_sha256=None, **columns)
            return rows.require_job(db, job_id)

    def set_vocabulary(self, job_id: str, vocabulary: Vocabulary) -> Job:
        """Spell the transcript by another vocabulary; what is recognised already stays as it is.

        Raises JobNotFound.
        """
        from kopia_desktop.store import vocabularies  # as in ``_delete``

        with self._database.transaction() as db:
            vocabularies.respell(db, rows.require_job(db, job_id), vocabulary)
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
        """Failed to queued (pending without media); finished sections are kept.

        Crashes and failed tries to fetch the media are forgotten.
        """
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.status is not JobStatus.FAILED:
                raise StateConflict(
                    f"The job is {job.status}; only a failed one can be run again.",
                    hint="Wait for it to end, or stop it first.",
                )
            SECTIONS.update(crashes=0).where(SECTIONS.c.job_id == job_id).execute(db)
            status = JobStatus.QUEUED if job.media else JobStatus.PENDING
            forgotten = {"prepare_crashes": 0, "fetch_attempts": 0, "fetch_next_at": None}
            rows.update_job(db, job_id, status=status, **forgotten, **rows.NO_ERROR)
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
        """Remove the job with all that hangs on it; returns what it was.

        Its files, and what is left of its words in the database file, are noted for erasing.
        """
        with self._database.transaction() as db:
            return _delete(db, rows.require_job(db, job_id))

    def delete_many(self, ids: Sequence[str]) -> tuple[Job, ...]:
        """Remove those of the jobs that are there, in one transaction; returns what they were."""
        with self._database.transaction() as db:
            return tuple(
                _delete(db, rows.job_of(row))
                for job_id in ids
                if (row := rows.find_row(db, job_id)) is not None
            )


def _delete(db: peewee.SqliteDatabase, job: Job) -> Job:
    from kopia_desktop.store import search  # its patterns take long to load; a start needs none

    erasures.note(db, job)
    search.forget_job(db, job.id)
    IDEMPOTENCY.delete().where(IDEMPOTENCY.c.job_id == job.id).execute(db)
    JOBS.delete().where(JOBS.c.id == job.id).execute(db)
    return job


def _kept_name(columns: dict[str, object], known: MediaFile) -> dict[str, object]:
    return columns | {"media_name": rows.name_column(known.name)}
