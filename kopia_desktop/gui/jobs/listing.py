"""The rows of the list: every job's id in order, and the jobs themselves where someone looked.

An id is all that is kept of a row that is not on the screen: some 90 bytes, so that rows are told
apart for certain, whatever comes and goes elsewhere, and 100,000 of them are 9 MB.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kopia_desktop.core.job import Job

PAGE = 100
"""Jobs that are read at once."""

KEPT = 20 * PAGE
"""Jobs that are kept of those that were looked at last."""

_FEW = 8
"""Up to so many ids are looked for one by one, which is faster than one walk over all."""


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring rows, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """Ids that come to stand at ``row``, in this order."""

    row: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What makes one list of another: first the removals as they stand, then the insertions."""

    removals: tuple[Span, ...]  # from the end to the beginning
    insertions: tuple[Insertion, ...]  # from the beginning to the end


class Listing:
    """The rows in order; not a view of the store but what the person sees until told otherwise."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._doubted: set[str] = set()
        self.pinned: frozenset[str] = frozenset()
        """Jobs that are kept however long ago they were looked at."""

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def ids(self) -> Sequence[str]:
        return self._ids

    def job(self, row: int) -> Job | None:
        """The job of a row, if it was read."""
        return self._jobs.get(self._ids[row])

    def known(self, job_id: str) -> Job | None:
        return self._jobs.get(job_id)

    def known_of(self, ids: Iterable[str]) -> list[Job]:
        jobs = self._jobs
        return [jobs[job_id] for job_id in ids if job_id in jobs]

    def is_known(self, job_id: str) -> bool:
        return job_id in self._jobs

    def rows_of(self, ids: Collection[str]) -> list[int]:
        """The rows of those of the jobs that are in the list, in order."""
        if len(ids) > _FEW:
            return [row for row, job_id in enumerate(self._ids) if job_id in ids]
        rows = []
        for job_id in ids:
            try:
                rows.append(self._ids.index(job_id))
            except ValueError:
                continue
        return sorted(rows)

    def unread(self, first: int, last: int) -> list[int]:
        """Pages with rows from ``first`` to ``last`` that were not read, or are in doubt."""
        wanted = {
            row // PAGE
            for row in range(max(first, 0), min(last + 1, len(self._ids)))
            if self._ids[row] not in self._jobs or self._ids[row] in self._doubted
        }
        return sorted(wanted)

    def look_at(self, first: int, last: int) -> None:
        """These rows are on the screen: they are the last to be forgotten."""
        for job_id in self._ids[max(first, 0) : last + 1]:
            if job_id in self._jobs:
                self._jobs.move_to_end(job_id)

    def remember(self, jobs: Iterable[Job]) -> None:
        for job in jobs:
            self._jobs[job.id] = job
            self._jobs.move_to_end(job.id)
            self._doubted.discard(job.id)
        for _ in range(max(len(self._jobs) - KEPT, 0)):
            job_id, oldest = self._jobs.popitem(last=False)
            if job_id in self.pinned:
                self._jobs[job_id] = oldest

    def doubt(self, ids: Iterable[str] | None = None) -> None:
        """These jobs may have changed (None: any may): shown as they were, but read again."""
        self._doubted |= self._jobs.keys() if ids is None else self._jobs.keys() & set(ids)

    def insert(self, insertion: Insertion) -> None:
        self._ids[insertion.row : insertion.row] = insertion.ids

    def remove(self, span: Span) -> None:
        """Take rows out; a job that is pinned may have left a filter only, and stays known."""
        removed = self._ids[span.first : span.last + 1]
        del self._ids[span.first : span.last + 1]
        self.forget(job_id for job_id in removed if job_id not in self.pinned)

    def forget(self, ids: Iterable[str]) -> None:
        """These jobs are not known any more."""
        for job_id in ids:
            self._jobs.pop(job_id, None)
            self._doubted.discard(job_id)

    def clear(self) -> None:
        """Other rows come; what is pinned stays known."""
        self._ids.clear()
        self.forget([job_id for job_id in self._jobs if job_id not in self.pinned])


def spans(rows: Iterable[int]) -> Iterator[Span]:
    """Rows in order, neighbours together."""
    first = last = -2
    for row in rows:
        if row != last + 1:
            if first >= 0:
                yield Span(first, last)
            first = row
        last = row
    if first >= 0:
        yield Span(first, last)


def difference(before: Sequence[str], after: Sequence[str]) -> Difference:
    """What changes ``before`` into ``after``; ids in both stand in the same order in both."""
    if before == after:
        return Difference((), ())
    known, wanted = set(before), set(after)
    gone = tuple(spans(row for row, job_id in enumerate(before) if job_id not in wanted))
    new = spans(row for row, job_id in enumerate(after) if job_id not in known)
    return Difference(
        gone[::-1],
        tuple(Insertion(s.first, tuple(after[s.first : s.last + 1])) for s in new),
    )
