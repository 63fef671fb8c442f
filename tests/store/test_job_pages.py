"""The job list: right as a naive list is, and quick when it is long."""

from __future__ import annotations

import dataclasses
import random
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import (
    Job,
    JobError,
    JobOptions,
    JobStatus,
    MediaFile,
    MediaInfo,
    MediaType,
)
from kopia_desktop.store import rows, stretches
from kopia_desktop.store.database import Database
from kopia_desktop.store.job_pages import ActiveCounts, JobOrder, JobPage, JobQuery
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.migrations import MIGRATIONS
from kopia_desktop.store.work import WorkStore

Media = Callable[..., MediaFile]
NOON = datetime(2026, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture
def many(jobs: JobStore, work: WorkStore, media: Media, info: MediaInfo) -> list[Job]:
    """Ten jobs a second apart: 0-4 queued, 5-6 failed, 7-8 processing video, 9 pending."""
    added = [
        jobs.add(
            options=JobOptions(),
            media=media(f"{n}.wav") if n < 9 else None,
            now=NOON + timedelta(seconds=n),
        )
        for n in range(10)
    ]
    for job in added[5:7]:
        work.fail(job.id, JobError("no_audio", "There is no audio."))
    for job in added[7:9]:
        work.begin(job.id, dataclasses.replace(info, type=MediaType.VIDEO))
    return added


def _numbers(many: list[Job], jobs: JobStore, query: JobQuery) -> tuple[list[int], int]:
    page = jobs.list_jobs(query)
    ids = [job.id for job in many]
    return [ids.index(job.id) for job in page.jobs], page.total


def test_list_is_newest_first_in_pages(many: list[Job], jobs: JobStore) -> None:
    assert _numbers(many, jobs, JobQuery(limit=4)) == ([9, 8, 7, 6], 10)
    assert _numbers(many, jobs, JobQuery(limit=4, offset=8)) == ([1, 0], 10)
    assert _numbers(many, jobs, JobQuery(limit=4, offset=2**70)) == ([], 10)
    assert _numbers(many, jobs, JobQuery(limit=0)) == ([], 10)
    assert _numbers(many, jobs, JobQuery(limit=2, descending=False)) == ([0, 1], 10)
    assert _numbers(many, jobs, JobQuery(limit=2**70))[0] == list(range(9, -1, -1))


def test_a_page_holds_the_whole_jobs(many: list[Job], jobs: JobStore) -> None:
    assert jobs.list_jobs(JobQuery()).jobs == tuple(jobs.get(job.id) for job in reversed(many))


def test_list_of_nothing(jobs: JobStore) -> None:
    assert jobs.list_jobs(JobQuery()) == JobPage((), 0)


def test_list_filters(many: list[Job], jobs: JobStore) -> None:
    failed = JobQuery(statuses=(JobStatus.FAILED,))
    assert _numbers(many, jobs, failed) == ([6, 5], 2)
    two = JobQuery(statuses=(JobStatus.FAILED, JobStatus.PENDING), limit=2)
    assert _numbers(many, jobs, two) == ([9, 6], 3)
    assert _numbers(many, jobs, JobQuery(type=MediaType.VIDEO)) == ([8, 7], 2)
    assert _numbers(many, jobs, JobQuery(type=MediaType.AUDIO)) == ([], 0)


def test_list_bounds_are_inclusive_in_any_zone(many: list[Job], jobs: JobStore) -> None:
    low, high = many[3].created_at, many[5].created_at
    assert _numbers(many, jobs, JobQuery(created_from=low, created_to=high)) == ([5, 4, 3], 3)
    naive = JobQuery(created_to=many[1].created_at.replace(tzinfo=None))
    assert _numbers(many, jobs, naive) == ([1, 0], 2)
    east = many[8].created_at.astimezone(timezone(timedelta(hours=9)))
    assert _numbers(many, jobs, JobQuery(created_from=east)) == ([9, 8], 2)
    ever = JobQuery(created_from=datetime.min, created_to=datetime.max)
    assert _numbers(many, jobs, ever)[1] == 10


def test_list_by_last_change(many: list[Job], jobs: JobStore) -> None:
    jobs.set_paused(many[2].id, paused=True)
    page = jobs.list_jobs(JobQuery(sort=JobOrder.UPDATED_AT))
    assert page.jobs[0].id in {many[n].id for n in (2, 5, 6, 7, 8)}
    changes = [job.updated_at for job in page.jobs]
    assert changes == sorted(changes, reverse=True)


def test_ties_are_broken_by_id(jobs: JobStore) -> None:
    same = [jobs.add(options=JobOptions(), now=NOON).id for _ in range(20)]
    assert [j.id for j in jobs.list_jobs(JobQuery()).jobs] == sorted(same, reverse=True)
    up = jobs.list_jobs(JobQuery(descending=False))
    assert [job.id for job in up.jobs] == sorted(same)


# The counts beside the list


class _Walk:
    """Random jobs that live on at random, in stretches of a handful, and the naive answers."""

    def __init__(self, database: Database, seed: int) -> None:
        self._database = database
        self._jobs = JobStore(database)
        self._work = WorkStore(database)
        self._random = random.Random(seed)
        self._ids: list[str] = []

    def step(self) -> None:
        if not self._ids or self._random.random() < 0.4:
            self._add()
        else:
            job_id = self._random.choice(self._ids)
            try:
                self._random.choice(self._changes())(job_id)
            except KopiaError:
                return

    def _add(self) -> None:
        media = MediaFile("/a.wav", "a.wav", 1, 1) if self._random.random() < 0.6 else None
        moment = NOON + timedelta(milliseconds=self._random.randrange(40))
        url = "https://a.example/a" if media is None and self._random.random() < 0.5 else None
        job = self._jobs.add(options=JobOptions(), media=media, media_url=url, now=moment)
        self._ids.append(job.id)

    def _changes(self) -> list[Callable[[str], object]]:
        video = MediaInfo(self._random.choice(list(MediaType)), 9.0, "wav", "pcm", 1)
        return [
            self._delete,
            self._delete,
            self._jobs.cancel,
            self._jobs.retry,
            lambda job_id: self._jobs.set_paused(job_id, paused=True),
            lambda job_id: self._jobs.attach_media(job_id, MediaFile("/b.wav", "b.wav", 1, 1)),
            lambda job_id: self._work.begin(job_id, video),
            lambda job_id: self._work.finish_preparation(job_id, duration=9.0, sha256="0"),
            lambda job_id: self._work.fail(job_id, JobError("no_audio", "There is no audio.")),
            self._move,
        ]

    def _delete(self, job_id: str) -> None:
        self._jobs.delete(job_id)
        self._ids.remove(job_id)

    def _move(self, job_id: str) -> None:
        """As if the change had been made at another time."""
        moment = rows.milliseconds(NOON) + self._random.randrange(40)
        with self._database.transaction() as db:
            rows.update_job(db, job_id, updated_at=moment)

    def query(self) -> JobQuery:
        def moment() -> datetime | None:
            past = self._random.randrange(-5, 45)
            return None if self._random.random() < 0.5 else NOON + timedelta(milliseconds=past)

        return JobQuery(
            offset=self._random.choice([0, 0, 1, 5, 20, 60]),
            limit=self._random.choice([1, 3, 10, 100]),
            statuses=tuple(self._random.sample(list(JobStatus), self._random.choice([0, 0, 1, 2]))),
            type=self._random.choice([None, None, *MediaType]),
            created_from=moment(),
            created_to=moment(),
            sort=self._random.choice(list(JobOrder)),
            descending=self._random.random() < 0.5,
        )

    def answer(self, query: JobQuery) -> tuple[list[str], int]:
        page = self._jobs.list_jobs(query)
        return [job.id for job in page.jobs], page.total

    def naive_answer(self, query: JobQuery) -> tuple[list[str], int]:
        low, high = query.created_from, query.created_to
        found = [
            job
            for job in map(self._jobs.get, self._ids)
            if (not query.statuses or job.status in query.statuses)
            and query.type in (None, job.type)
            and (low is None or _milliseconds(job.created_at) >= _milliseconds(low))
            and (high is None or _milliseconds(job.created_at) <= _milliseconds(high))
        ]
        found.sort(key=lambda job: (getattr(job, query.sort), job.id), reverse=query.descending)
        page = found[query.offset : query.offset + query.limit]
        return [job.id for job in page], len(found)

    def check_whole_list(self, query: JobQuery) -> None:
        """Ids and positions, whatever the page; the counts of the filters."""
        whole = dataclasses.replace(query, offset=0, limit=len(self._ids) + 1)
        ids, _ = self.naive_answer(whole)
        assert list(self._jobs.ids(query)) == ids, query
        positions = [self._jobs.position(job_id, query) for job_id in ids]
        assert positions == list(range(len(ids))), query
        for other in set(self._ids) - set(ids):
            assert self._jobs.position(other, query) is None, query

    def check_counts(self) -> None:
        jobs = [self._jobs.get(job_id) for job_id in self._ids]
        assert self._jobs.counts() == {
            status: sum(job.status is status for job in jobs) for status in JobStatus
        }
        going = [job for job in jobs if not job.paused]
        found = self._jobs.active_counts()
        assert found == ActiveCounts(
            queued=sum(job.status is JobStatus.QUEUED for job in going),
            processing=sum(job.status is JobStatus.PROCESSING for job in going),
            fetching=sum(job.is_fetching() for job in going),
            paused=len(jobs) - len(going),
        )
        assert found.working == found.queued + found.processing + found.fetching


def _milliseconds(moment: datetime) -> int:
    return rows.milliseconds(moment)


@contextmanager
def _small_stretches(full: int) -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as name:
        database = Database(Path(name) / "kopia.db", backups=Path(name) / "backups")
        with database.transaction() as db:
            rows.run(db, "DROP TABLE job_stretches")
            for sort in JobOrder:
                for kind in ("enter", "leave", "move"):
                    rows.run(db, f"DROP TRIGGER jobs_{kind}_{sort}")
            for statement in stretches.schema(full):
                rows.run(db, statement)
        yield database
        database.close_all()


@given(seed=st.integers(0, 2**32), full=st.sampled_from([2, 4, 10]))
@settings(max_examples=12, deadline=None)
def test_list_is_what_a_naive_list_is(seed: int, full: int) -> None:
    with _small_stretches(full) as database:
        walk = _Walk(database, seed)
        for _ in range(6):
            for _ in range(15):
                walk.step()
            for _ in range(12):
                query = walk.query()
                assert walk.answer(query) == walk.naive_answer(query), query
                walk.check_whole_list(query)
            walk.check_counts()
            _check_stretches(database)


def _check_stretches(database: Database) -> None:
    """Every job is counted in its own stretch, once in each order, and nothing else is."""
    with database.reading() as db:
        for sort in JobOrder:
            counts = rows.run(
                db,
                "SELECT start, status, type, count, earliest, latest FROM job_stretches"
                " WHERE sort = ?",
                (sort,),
            ).fetchall()
            starts = sorted({start for start, *_ in counts})
            real: Counter[tuple[int, str, str]] = Counter()
            bounds = {
                (start, status, kind): (low, high) for start, status, kind, _, low, high in counts
            }
            for at, created, status, kind in rows.run(
                db, f"SELECT {sort}, created_at, status, coalesce(type, '') FROM jobs"
            ):
                key = (max(start for start in starts if start <= at), status, kind)
                real[key] += 1
                assert bounds[key][0] <= created <= bounds[key][1]
            assert {(start, status, kind): n for start, status, kind, n, *_ in counts} == real


def test_stretches_stay_short(database: Database) -> None:
    with database.transaction() as db:
        for n in random.Random(1).sample(range(5000), 5000):
            rows.run(db, *_plain_job(n, created=n // 2))
    _check_stretches(database)
    with database.reading() as db:
        sizes = rows.run(
            db, "SELECT total(count) FROM job_stretches GROUP BY sort, start"
        ).fetchall()
    assert len(sizes) > 2 * 5000 / stretches.FULL
    assert max(size for (size,) in sizes) <= stretches.FULL


def test_jobs_of_one_moment_are_one_stretch(database: Database, jobs: JobStore) -> None:
    with database.transaction() as db:
        for n in range(3 * stretches.FULL):
            rows.run(db, *_plain_job(n, created=7))
    _check_stretches(database)
    page = jobs.list_jobs(JobQuery(offset=1000, limit=2))
    assert [job.id for job in page.jobs] == ["job_000535", "job_000534"]


def _plain_job(number: int, *, created: int) -> tuple[str, tuple[object, ...]]:
    return (
        "INSERT INTO jobs (id, status, created_at, updated_at, language, model,"
        " remove_filler_words) VALUES (?, 'pending', ?, ?, 'en', 'm', 0)",
        (f"job_{number:06}", created, created),
    )


# A long list


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """100,000 jobs a minute apart, made by the first version of the program; 1 in 1000 failed."""
    folder = tmp_path_factory.mktemp("long")
    path, backups = folder / "kopia.db", folder / "backups"
    Database(path, backups=backups, migrations=MIGRATIONS[:1]).close_all()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
            " INSERT INTO jobs (id, status, type, created_at, updated_at, language, model,"
            " media_path, media_name, remove_filler_words, error_message)"
            " SELECT printf('job_%026d', i), CASE WHEN i % 1000 THEN 'completed' ELSE 'failed' END,"
            " CASE WHEN i % 10 THEN 'audio' ELSE 'video' END, i * 60000, i * 60000 + 5000, 'en',"
            " 'm', '/a/' || i, i || '.wav', 0, hex(zeroblob(300)) FROM n"
        )
        connection.commit()
    database = Database(path, backups=backups)
    yield database
    database.close_all()


def _minute(number: int) -> datetime:
    return datetime.fromtimestamp(number * 60, UTC)


LONG = [
    JobQuery(limit=100),
    JobQuery(limit=100, offset=50_000),
    JobQuery(limit=100, offset=99_000, descending=False),
    JobQuery(limit=100, statuses=(JobStatus.FAILED,), sort=JobOrder.UPDATED_AT),
    JobQuery(limit=100, statuses=(JobStatus.QUEUED,)),
    JobQuery(limit=100, statuses=(JobStatus.FAILED,), type=MediaType.VIDEO, offset=30),
    JobQuery(limit=100, type=MediaType.VIDEO, offset=9_000),
    JobQuery(limit=100, created_from=_minute(10), created_to=_minute(99_000), offset=70_000),
    JobQuery(limit=100, created_to=_minute(5_000), sort=JobOrder.UPDATED_AT),
]


def _steps(database: Database, work: Callable[[], object]) -> int:
    """Thousands of steps of SQLite's machine: a measure of the work that no other load changes."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    with database.reading() as db:
        connection: sqlite3.Connection = db.connection()  # type: ignore[no-untyped-call]
    connection.set_progress_handler(count, 1000)
    work()
    connection.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize("query", LONG, ids=range(len(LONG)))
def test_hundred_thousand_jobs_list_at_once(long_list: Database, query: JobQuery) -> None:
    jobs = JobStore(long_list)
    page = jobs.list_jobs(query)
    assert len(page.jobs) == min(100, max(0, page.total - query.offset))
    # To count through the list takes 300, to read through it to a page as much again.
    assert _steps(long_list, lambda: jobs.list_jobs(query)) < 200


def test_a_long_list_is_right(long_list: Database) -> None:
    jobs = JobStore(long_list)
    failed = jobs.list_jobs(JobQuery(statuses=(JobStatus.FAILED,), offset=40, limit=2))
    assert [job.id for job in failed.jobs] == [f"job_{n:026}" for n in (60_000, 59_000)]
    assert failed.total == 100
    bounded = jobs.list_jobs(
        JobQuery(created_from=_minute(11), created_to=_minute(90_010), offset=89_999)
    )
    assert ([job.id for job in bounded.jobs], bounded.total) == ([f"job_{11:026}"], 90_000)


@pytest.mark.parametrize("query", LONG, ids=range(len(LONG)))
def test_a_row_of_a_long_list_is_found_at_once(long_list: Database, query: JobQuery) -> None:
    jobs = JobStore(long_list)
    for row, job in list(enumerate(jobs.list_jobs(query).jobs, query.offset))[::33]:
        assert jobs.position(job.id, query) == row
        steps = _steps(long_list, lambda job=job: jobs.position(job.id, query))  # type: ignore[misc]
        assert steps < 200


def test_all_of_a_long_list(long_list: Database) -> None:
    jobs = JobStore(long_list)
    ids = jobs.ids(JobQuery())
    assert (len(ids), ids[0], ids[-1]) == (100_000, f"job_{100_000:026}", f"job_{1:026}")
    assert len(jobs.ids(JobQuery(statuses=(JobStatus.FAILED,), limit=1))) == 100


def test_the_counts_of_a_long_list_are_kept(long_list: Database) -> None:
    jobs = JobStore(long_list)
    counts = jobs.counts()
    assert (counts[JobStatus.COMPLETED], counts[JobStatus.FAILED]) == (99_900, 100)
    assert _steps(long_list, jobs.counts) < 20
    assert jobs.active_counts().working == 0
    assert _steps(long_list, jobs.active_counts) < 20


def test_unfinished_are_counted_without_a_scan(long_list: Database) -> None:
    jobs = JobStore(long_list)
    assert jobs.unfinished_count() == 0
    assert _steps(long_list, jobs.unfinished_count) < 20


@pytest.mark.parametrize("sort", list(JobOrder))
def test_stretches_are_looked_into_along_their_index(
    database: Database, jobs: JobStore, sort: JobOrder, many: list[Job]
) -> None:
    ran: list[str] = []
    query = JobQuery(
        sort=sort,
        statuses=(JobStatus.FAILED, JobStatus.QUEUED),
        created_from=many[1].created_at,
        created_to=many[5].created_at,
    )
    with database.reading() as db:
        connection: sqlite3.Connection = db.connection()  # type: ignore[no-untyped-call]
    connection.set_trace_callback(ran.append)
    jobs.list_jobs(query)
    connection.set_trace_callback(None)
    looked_into = [sql for sql in ran if "INDEXED BY" in sql]
    assert len(looked_into) == 2, "the counts of cut stretches, and the page"
    for sql in looked_into:
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
        index = f"jobs_{sort.removesuffix('_at')} ({sort}>? AND {sort}<?)"
        assert f"SEARCH jobs USING COVERING INDEX {index}" in plan


# What the limit of the queue counts


def test_unfinished_count(jobs: JobStore, work: WorkStore, media: Media, info: MediaInfo) -> None:
    old = datetime.now(UTC) - timedelta(hours=2)
    assert jobs.unfinished_count() == 0
    jobs.add(options=JobOptions(), now=old)  # never uploaded
    assert jobs.unfinished_count() == 0
    jobs.add(options=JobOptions())
    jobs.add(options=JobOptions(), media_url="https://a.example/a", now=old)
    queued = jobs.add(options=JobOptions(), media=media(), now=old)
    begun = jobs.add(options=JobOptions(), media=media(), now=old)
    work.begin(begun.id, info)
    assert jobs.unfinished_count() == 4
    work.fail(begun.id, JobError("no_audio", "There is no audio."))
    jobs.cancel(queued.id)
    assert jobs.unfinished_count() == 2
