"""Which jobs the list shows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.store.jobs import JobQuery


class JobFilter(StrEnum):
    """What a person may want to see."""

    ALL = "all"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def statuses(self) -> tuple[JobStatus, ...]:
        """Those it takes; none means all."""
        return _STATUSES[self]

    def holds(self, job: Job) -> bool:
        return not self.statuses or job.status in self.statuses

    def total(self, counts: Mapping[JobStatus, int]) -> int:
        """How many of the counted jobs it shows."""
        return sum(
            n for status, n in counts.items() if not self.statuses or status in self.statuses
        )

    def query(self, *, offset: int = 0, limit: int = 100) -> JobQuery:
        """A piece of the list, newest jobs first."""
        return JobQuery(offset=offset, limit=limit, statuses=self.statuses)


_STATUSES: Mapping[JobFilter, tuple[JobStatus, ...]] = {
    JobFilter.ALL: (),
    JobFilter.RUNNING: (
        JobStatus.PENDING,
        JobStatus.UPLOADED,
        JobStatus.QUEUED,
        JobStatus.PROCESSING,
    ),
    JobFilter.DONE: (JobStatus.COMPLETED,),
    JobFilter.FAILED: (JobStatus.FAILED,),
}
