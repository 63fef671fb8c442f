"""Media that arrives in several requests: how much of it is safe on disk."""

from __future__ import annotations

from dataclasses import dataclass

from kopia_desktop.core.errors import StateConflict
from kopia_desktop.core.job import Job
from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import UPLOADS


@dataclass(frozen=True, slots=True)
class PartialUpload:
    """``offset`` of ``length`` bytes are on disk for good."""

    job_id: str
    length: int
    offset: int
    media_name: str
    content_type: str | None


class UploadStore:
    """Each method is one transaction; JobNotFound and StateConflict leave everything as it was."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, upload: PartialUpload) -> None:
        """Announce an upload, in place of an earlier one of the job."""
        with self._database.transaction() as db:
            job = rows.require_job(db, upload.job_id)
            if not job.takes_upload():
                raise no_upload(job)
            UPLOADS.delete().where(UPLOADS.c.job_id == upload.job_id).execute(db)
            UPLOADS.insert(
                job_id=upload.job_id,
                length=upload.length,
                offset=upload.offset,
                media_name=rows.name_column(upload.media_name),
                content_type=upload.content_type,
            ).execute(db)

    def find(self, job_id: str) -> PartialUpload | None:
        """The job's unfinished upload; None when it has none. Raises JobNotFound."""
        with self._database.reading() as db:
            rows.require_row(db, job_id)
            row = UPLOADS.select().where(UPLOADS.c.job_id == job_id).get(db)
        return None if row is None else _upload_of(row)

    def whole(self) -> tuple[PartialUpload, ...]:
        """Uploads of which every byte is safe, but whose job was not queued."""
        with self._database.reading() as db:
            found = UPLOADS.select().where(UPLOADS.c.offset == UPLOADS.c.length).execute(db)
            return tuple(_upload_of(row) for row in found)

    def advance(self, job_id: str, offset: int) -> None:
        """So many bytes are safe now."""
        with self._database.transaction() as db:
            UPLOADS.update(offset=offset).where(UPLOADS.c.job_id == job_id).execute(db)

    def forget(self, job_id: str) -> bool:
        """Give the upload up; False when there was none."""
        with self._database.transaction() as db:
            return bool(UPLOADS.delete().where(UPLOADS.c.job_id == job_id).execute(db))


def _upload_of(row: rows.Row) -> PartialUpload:
    return PartialUpload(
        job_id=row["job_id"],
        length=row["length"],
        offset=row["offset"],
        media_name=rows.name_of_column(row["media_name"]),
        content_type=row["content_type"],
    )


def no_upload(job: Job) -> StateConflict:
    """Why the job takes no upload."""
    if job.is_fetching():
        return StateConflict(
            "The job fetches its media from its URL.", hint="Make a new job for an upload."
        )
    return StateConflict(
        f"The job is {job.status} and takes no other media.",
        hint="Make a new job for another file.",
    )
