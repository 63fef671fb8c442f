"""The job list: look, stop, run again, pause, delete."""

from __future__ import annotations

from kopia_desktop.core.events import EventBus, JobChanged, JobDeleted
from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.store.erasures import Erasure
from kopia_desktop.store.jobs import JobPage, JobQuery, JobStore


class JobService:
    """Every change is on disk when the call returns, then its event goes out."""

    def __init__(self, jobs: JobStore, data: DataFolder, bus: EventBus) -> None:
        self._jobs = jobs
        self._data = data
        self._bus = bus

    def get(self, job_id: str) -> Job:
        """Raises JobNotFound."""
        return self._jobs.get(job_id)

    def page(self, query: JobQuery) -> JobPage:
        return self._jobs.list_jobs(query)

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
        job = self._jobs.delete(job_id)
        self._bus.publish(JobDeleted(job_id))
        Erasure.of(job).remove_files(self._data)

    def _changed(self, job: Job) -> Job:
        self._bus.publish(JobChanged(job.id))
        return job
