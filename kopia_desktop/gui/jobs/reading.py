"""What the list asks the store, in the lane for reading."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from kopia_desktop.core.job import Job
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.jobs.listing import Difference, difference
from kopia_desktop.services.jobs import JobService

Key = tuple[datetime, str]
"""What the list is sorted by, greatest first."""

LAST_OF_ALL: Key = (datetime.max.replace(tzinfo=UTC), "")
"""No job is newer."""

_PLACED = 5
"""Places that are asked for one by one."""


def key(job: Job) -> Key:
    return job.created_at, job.id


@dataclass(frozen=True, slots=True)
class Place:
    """Where a job stands in the store's list: its row and the ids before and after it."""

    row: int
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """Jobs as they are now, newest first; ``gone`` do not exist any more.

    ``newer`` come before all that are in the list, ``places`` are of the others that were asked
    for, if they are few.
    """

    jobs: tuple[Job, ...]
    gone: frozenset[str]
    newer: frozenset[str]
    places: Mapping[str, Place]


def look_up(
    service: JobService,
    ids: Collection[str],
    *,
    shown: JobFilter,
    unlisted: Collection[str],
    newest: Key | None,
) -> Found:
    """The jobs; for those that are ``unlisted`` where the filter has them.

    ``newest`` is the key of the list's first row, None of an empty list.
    """
    found = {job_id: service.find(job_id) for job_id in ids}
    gone = frozenset(job_id for job_id, job in found.items() if job is None)
    jobs = sorted((job for job in found.values() if job is not None), key=key, reverse=True)
    came = [job for job in jobs if job.id in unlisted and shown.holds(job)]
    newer = frozenset(job.id for job in came if newest is None or key(job) > newest)
    older = [job.id for job in came if job.id not in newer]
    places = {}
    if len(older) <= _PLACED:
        asked = ((job_id, _place(service, job_id, shown)) for job_id in older)
        places = {job_id: place for job_id, place in asked if place is not None}
    return Found(tuple(jobs), gone, newer, places)


def _place(service: JobService, job_id: str, shown: JobFilter) -> Place | None:
    row = service.position(job_id, shown.query())
    if row is None:
        return None
    around = service.page(shown.query(offset=max(row - 1, 0), limit=3)).jobs
    ids: list[str | None] = [job.id for job in around]
    if job_id not in ids:  # something came in between the two questions
        return None
    at = ids.index(job_id)
    before, after = [None, *ids][at], [*ids, None][at + 1]
    return Place(row, before, after)


def compare(service: JobService, shown: JobFilter, before: Sequence[str]) -> Difference:
    """What has changed in the store's whole list since it was ``before``."""
    return difference(before, list(service.ids(shown.query())))
