"""The job list: look, stop, run again, pause, delete."""

from __future__ import annotations

import shutil
from pathlib import Path

from kopia_desktop.core.events import EventBus, JobChanged, JobDeleted
from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobPage, JobQuery, JobStore


class JobService:
    """Every change is on disk when the call returns, then its event goes out."""

    def __init__(self, jobs: JobStore, database: Database, data: DataFolder, bus: EventBus) -> None:
        self._jobs = jobs
        self._database = database
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

        Raises JobNotFound.
        """
        job = self._jobs.delete(job_id)
        self._bus.publish(JobDeleted(job_id))
        shutil.rmtree(self._data.sections(job_id), ignore_errors=True)
        self._data.peaks(job_id).unlink(missing_ok=True)
        if job.media is not None and job.media.owned:
            Path(job.media.path).unlink(missing_ok=True)
        self._database.erase_remains()

    def _changed(self, job: Job) -> Job:
        self._bus.publish(JobChanged(job.id))
        return job
