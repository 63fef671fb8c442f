"""A page of the job list and its total, found without going through the list.

The counts of ``stretches`` tell how many jobs of each stretch match, so a page is read from the few
stretches it lies in. Where the bounds of creation cut through a stretch, that one is counted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

import peewee

from kopia_desktop.core.job import Job, JobStatus, MediaType
from kopia_desktop.store import rows

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


@dataclass(frozen=True, slots=True)
class ActiveCounts:
    """Unfinished jobs: ``paused`` ones of any status, and of the others what happens to them."""

    queued: int
    processing: int
    fetching: int
    paused: int

    @property
    def working(self) -> int:
        """What goes on by itself."""
        return self.queued + self.processing + self.fetching


@dataclass(frozen=True, slots=True)
class _Stretch:
    """``count`` of its jobs match; ``first`` and ``last`` are the times it reaches from and to.

    A stretch with ``bounded`` jobs is cut by the bounds of creation: it has at most ``count``.
    """

    first: int
    last: int
    count: int
    bounded: bool = False


class _Filter:
    """A query's conditions as SQL, each with its value, for jobs and for rows of stretches."""

    def __init__(self, query: JobQuery) -> None:
        self._exact: dict[str, list[object]] = {}
        if query.statuses:
            self._exact[f"status IN ({','.join('?' * len(query.statuses))})"] = [*query.statuses]
        if query.type is not None:
            self._exact["type = ?"] = [query.type]
        self._low = query.created_from
        self._high = query.created_to

    def jobs(self) -> tuple[str, list[object]]:
        # "+" keeps SQLite from going along these bounds instead of the stretch's.
        terms = {f"jobs.{term}": values for term, values in self._exact.items()}
        bounds = self._bounds("+jobs.created_at >= ?", "+jobs.created_at <= ?")
        return _joined(" AND ", terms | bounds)

    def possible(self) -> tuple[str, list[object]]:
        """Rows of stretches of which any job may match."""
        return _joined(" AND ", self._exact | self._bounds("latest >= ?", "earliest <= ?"))

    def bounded(self) -> tuple[str, list[object]]:
        """Those of them of which not all jobs need match."""
        possible, possible_values = self.possible()
        outside = self._bounds("earliest < ?", "latest > ?")
        cut, values = _joined(" OR ", outside) if outside else ("false", [])
        return f"{possible} AND ({cut})", possible_values + values

    def _bounds(self, low: str, high: str) -> dict[str, list[object]]:
        """Those of the two terms for which the query has a bound of creation."""
        bounds = {low: self._low, high: self._high}
        return {term: [rows.milliseconds(at)] for term, at in bounds.items() if at is not None}


def _joined(word: str, terms: Mapping[str, list[object]]) -> tuple[str, list[object]]:
    values = [value for each in terms.values() for value in each]
    return word.join(terms) or "true", values


def find(db: peewee.SqliteDatabase, query: JobQuery) -> JobPage:
    """One page in the asked order, ties broken by id."""
    chosen = _Filter(query)
    stretches = _counted(db, query.sort, chosen, _stretches(db, query.sort, chosen))
    total = sum(stretch.count for stretch in stretches)
    if query.descending:
        stretches.reverse()
    skipped, pieces = _pieces(stretches, query.offset, query.limit)
    if not pieces:
        return JobPage((), total)
    condition, values = chosen.jobs()
    order = _order(query)
    found = rows.run(
        db,
        f"SELECT * FROM jobs WHERE id IN (SELECT jobs.id FROM json_each(?) AS piece CROSS JOIN"
        f" {_jobs_of(query.sort)} AND {condition} {order} LIMIT ? OFFSET ?) {order}",
        [_as_json(pieces), *values, min(query.limit, _LARGEST), query.offset - skipped],
    )
    return JobPage(tuple(rows.job_of(row) for row in rows.named(found)), total)


def ids(db: peewee.SqliteDatabase, query: JobQuery) -> tuple[str, ...]:
    """All jobs that match, in the asked order; offset and limit do not count."""
    condition, values = _Filter(query).jobs()
    found = rows.run(db, f"SELECT id FROM jobs WHERE {condition} {_order(query)}", values)
    return tuple(job_id for (job_id,) in found)


def position(db: peewee.SqliteDatabase, job_id: str, query: JobQuery) -> int | None:
    """How many of the jobs that match come before this one; None if it does not match."""
    chosen = _Filter(query)
    condition, values = chosen.jobs()
    mine = rows.run(
        db, f"SELECT {query.sort} FROM jobs WHERE id = ? AND {condition}", [job_id, *values]
    ).fetchone()
    if mine is None:
        return None
    (moment,) = mine
    stretches = _counted(db, query.sort, chosen, _stretches(db, query.sort, chosen))
    own = [stretch for stretch in stretches if stretch.first <= moment <= stretch.last]
    sign = ">" if query.descending else "<"
    (within,) = rows.run(
        db,
        f"SELECT count(*) FROM json_each(?) AS piece CROSS JOIN {_jobs_of(query.sort)}"
        f" AND {condition} AND (jobs.{query.sort}, jobs.id) {sign} (?, ?)",
        [_as_json(own), *values, moment, job_id],
    ).fetchone()
    if query.descending:
        before = [stretch for stretch in stretches if stretch.first > moment]
    else:
        before = [stretch for stretch in stretches if stretch.last < moment]
    return sum(stretch.count for stretch in before) + int(within)


def counts(db: peewee.SqliteDatabase) -> dict[JobStatus, int]:
    """How many jobs have each status, those that none has included."""
    found = rows.run(
        db, "SELECT status, sum(count) FROM job_stretches WHERE sort = 'created_at' GROUP BY status"
    )
    return dict.fromkeys(JobStatus, 0) | {JobStatus(status): count for status, count in found}


def active_counts(db: peewee.SqliteDatabase) -> ActiveCounts:
    """From the stretches and from partial indexes, which hold no finished jobs."""
    found = counts(db)
    paused = dict(
        rows.run(db, "SELECT status, count(*) FROM jobs WHERE paused = 1 GROUP BY status")
    )
    (fetching,) = rows.run(
        db,
        "SELECT count(*) FROM jobs WHERE status IN ('pending', 'uploaded')"
        " AND media_url IS NOT NULL AND status = 'pending' AND paused = 0",
    ).fetchone()
    return ActiveCounts(
        queued=found[JobStatus.QUEUED] - paused.get(JobStatus.QUEUED, 0),
        processing=found[JobStatus.PROCESSING] - paused.get(JobStatus.PROCESSING, 0),
        fetching=fetching,
        paused=sum(paused.values()),
    )


def _order(query: JobQuery) -> str:
    direction = "DESC" if query.descending else "ASC"
    return f"ORDER BY jobs.{query.sort} {direction}, jobs.id {direction}"


def _stretches(db: peewee.SqliteDatabase, sort: JobOrder, chosen: _Filter) -> list[_Stretch]:
    """The stretches that may hold matching jobs, by time."""
    possible, possible_values = chosen.possible()
    bounded, bounded_values = chosen.bounded()
    found = rows.run(
        db,
        f"SELECT start, total(count) FILTER (WHERE {possible}), max({bounded})"
        " FROM job_stretches WHERE sort = ? GROUP BY start ORDER BY start",
        [*possible_values, *bounded_values, sort],
    ).fetchall()
    ends = [*(start - 1 for start, *_ in found[1:]), _LARGEST]
    return [
        _Stretch(start, end, int(count), bool(is_bounded))
        for (start, count, is_bounded), end in zip(found, ends, strict=False)
        if count
    ]


def _counted(
    db: peewee.SqliteDatabase, sort: JobOrder, chosen: _Filter, stretches: list[_Stretch]
) -> list[_Stretch]:
    """The same, those that the bounds cut through with their true count."""
    bounded = [stretch for stretch in stretches if stretch.bounded]
    if not bounded:
        return stretches
    condition, values = chosen.jobs()
    counts = dict(
        rows.run(
            db,
            "SELECT json_extract(piece.value, '$[0]'),"
            f" (SELECT count(*) FROM {_jobs_of(sort)} AND {condition}) FROM json_each(?) AS piece",
            [*values, _as_json(bounded)],
        )
    )
    return [
        replace(stretch, count=counts[stretch.first]) if stretch.bounded else stretch
        for stretch in stretches
    ]


def _pieces(stretches: Sequence[_Stretch], offset: int, limit: int) -> tuple[int, list[_Stretch]]:
    """The stretches that the page lies in, and how many matching jobs come before them."""
    before, pieces = 0, []
    skipped = 0
    for stretch in stretches:
        if before >= offset + limit:
            break
        before += stretch.count
        if before <= offset:
            skipped = before
        elif stretch.count:
            pieces.append(stretch)
    return skipped, pieces


def _jobs_of(sort: JobOrder) -> str:
    """The jobs of a stretch ``piece``, read along the index of the order and nothing else."""
    index = {JobOrder.CREATED_AT: "jobs_created", JobOrder.UPDATED_AT: "jobs_updated"}[sort]
    return (
        f"jobs INDEXED BY {index} WHERE jobs.{sort}"
        " BETWEEN json_extract(piece.value, '$[0]') AND json_extract(piece.value, '$[1]')"
    )


def _as_json(pieces: Sequence[_Stretch]) -> str:
    return json.dumps([[piece.first, piece.last] for piece in pieces])
