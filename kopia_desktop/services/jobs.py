"""The job list: look, stop, run again, pause, delete; find media that moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kopia_desktop.core.errors import MediaChanged
from kopia_desktop.core.events import EventBus, JobChanged, JobDeleted
from kopia_desktop.core.export import ExportState
from kopia_desktop.core.job import Job, JobStatus, MediaFile
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.media_files import media_file, printable, unusable_media
from kopia_desktop.store.erasures import Erasure
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import ActiveCounts, JobPage, JobQuery, JobStore

_DELETED_AT_ONCE = 50
"""Jobs of a transaction: other writers wait for some tenths of a second at most."""


class JobService:
    """Every change is on disk when the call returns, then its event goes out."""

    def __init__(
        self, jobs: JobStore, exports: ExportStore, data: DataFolder, bus: EventBus
    ) -> None:
        self._jobs = jobs
        self._exports = exports
        self._data = data
        self._bus = bus

    # The list

    def get(self, job_id: str) -> Job:
        """Raises JobNotFound."""
        return self._jobs.get(job_id)

    def find(self, job_id: str) -> Job | None:
        """The job, if it is there (still)."""
        return self._jobs.find(job_id)

    def page(self, query: JobQuery) -> JobPage:
        return self._jobs.list_jobs(query)

    def ids(self, query: JobQuery) -> tuple[str, ...]:
        """All jobs that match, in the asked order; offset and limit do not count."""
        return self._jobs.ids(query)

    def position(self, job_id: str, query: JobQuery) -> int | None:
        """The row of a job in a query's whole list, from 0; None if it is not in it."""
        return self._jobs.position(job_id, query)

    def counts(self) -> Mapping[JobStatus, int]:
        """How many jobs have each status, those that none has included."""
        return self._jobs.counts()

    def active_counts(self) -> ActiveCounts:
        """What goes on and what is paused."""
        return self._jobs.active_counts()

    # One job

    def cancel(self, job_id: str) -> Job:
        """Stop the work; ``retry`` goes on from the last finished section. Raises StateConflict."""
        return self._changed(self._jobs.cancel(job_id))

    def retry(self, job_id: str) -> Job:
        """Run a failed job again from its last finished section. Raises StateConflict."""
        return self._changed(self._jobs.retry(job_id))

    def set_paused(self, job_id: str, *, paused: bool) -> Job:
        return self._changed(self._jobs.set_paused(job_id, paused=paused))

    def delete(self, job_id: str) -> None:
        """Remove job, transcript and what we made or own of its media; other media stays.

        What cannot go at once, and what is left of the text in the database's files, is noted and
        erased by the engine. Raises JobNotFound.
        """
        self._deleted(self._jobs.delete(job_id))

    def delete_many(self, ids: Sequence[str]) -> None:
        """``delete`` all of them that are still there, some at a time."""
        for first in range(0, len(ids), _DELETED_AT_ONCE):
            for job in self._jobs.delete_many(ids[first : first + _DELETED_AT_ONCE]):
                self._deleted(job)

    # Files that were written by themselves

    def export_state(self, job_id: str) -> ExportState | None:
        """How the files stand that the job wished; None where none are wished, or not yet.

        Raises JobNotFound.
        """
        return ExportState.of(self._exports.of_job(job_id))

    def retry_export(self, job_id: str, folder: Path | None = None) -> ExportState | None:
        """Write the files that failed, in another folder where one is given.

        Raises JobNotFound, StateConflict when none failed.
        """
        exports = self._exports.retry(job_id, None if folder is None else str(folder.absolute()))
        self._bus.publish(JobChanged(job_id))
        return ExportState.of(exports)

    # Media

    def locate_media(self, job_id: str, path: Path) -> Job:
        """The media lies here now. A file of its size and time is it; of its size alone, too, if
        its hash is (some seconds for a large file) or none is known.

        Raises MediaChanged for another file, which ``replace_media`` takes, StateConflict for a
        job without media, JobNotFound, MediaError's children for what is no file.
        """
        job, found = self._jobs.get(job_id), media_file(path)
        if job.media is not None and not _is_same(job.media, job.media_sha256, found):
            raise MediaChanged(
                f"{printable(found.name)} is not the file that was transcribed.",
                hint="Choose the original, or use this one to play the transcript all the same.",
            )
        return self._changed(self._jobs.move_media(job_id, found))

    def replace_media(self, job_id: str, path: Path) -> Job:
        """Play a completed transcript with another file; the person said so.

        Raises JobNotFound, StateConflict while it is not completed, MediaError's children.
        """
        return self._changed(self._jobs.replace_media(job_id, media_file(path)))

    def _deleted(self, job: Job) -> None:
        self._bus.publish(JobDeleted(job.id))
        Erasure.of(job).remove_files(self._data)

    def _changed(self, job: Job) -> Job:
        self._bus.publish(JobChanged(job.id))
        return job


def _is_same(known: MediaFile, sha256: str | None, found: MediaFile) -> bool:
    if found.size_bytes != known.size_bytes:
        return False
    if found.modified_ns == known.modified_ns or sha256 is None:
        return True
    try:
        with open(found.path, "rb") as file:
            import hashlib

            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except OSError as error:
        raise unusable_media(printable(found.name), error) from error
