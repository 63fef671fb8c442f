"""The speed of every job that is being recognised and was looked at."""

from __future__ import annotations

import time
from collections.abc import Iterable

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.pace import Pace


class Paces:
    """Fed with jobs as they are read; ``tick`` lets a late step slow a job down."""

    def __init__(self) -> None:
        self._paces: dict[str, Pace] = {}
        self._done: dict[str, float] = {}

    def __bool__(self) -> bool:
        return bool(self._paces)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(self._paces)

    def of(self, job_id: str) -> Pace | None:
        return self._paces.get(job_id)

    def feed(self, jobs: Iterable[Job]) -> None:
        for job in jobs:
            if job.status is not JobStatus.PROCESSING or not job.duration or job.paused:
                self.drop((job.id,))
                continue
            self._done[job.id] = job.progress * job.duration
            self._paces.setdefault(job.id, Pace()).feed(time.monotonic(), self._done[job.id])

    def tick(self) -> None:
        for job_id, pace in self._paces.items():
            pace.feed(time.monotonic(), self._done[job_id])

    def drop(self, ids: Iterable[str]) -> None:
        for job_id in ids:
            self._paces.pop(job_id, None)
            self._done.pop(job_id, None)
