"""Jobs that fetch their media, from pending to queued."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kopia_desktop.core.job import Job, JobError, JobOptions, JobStatus, MediaFile
from kopia_desktop.store.database import Database
from kopia_desktop.store.fetches import Fetch, FetchStore
from kopia_desktop.store.jobs import JobStore

URL = "https://media.example.com/talk.mp3"
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
ERROR = JobError("fetch_failed", "It was not fetched.", "Try again.")


@pytest.fixture
def fetches(database: Database) -> FetchStore:
    return FetchStore(database)


@pytest.fixture
def add(jobs: JobStore) -> Callable[..., Job]:
    def make(url: str = URL, *, minutes: int = 0) -> Job:
        moment = NOON + timedelta(minutes=minutes)
        return jobs.add(options=JobOptions(), media_url=url, now=moment)

    return make


@pytest.fixture
def fetched(media: Callable[..., MediaFile]) -> MediaFile:
    return dataclasses.replace(media("talk.mp3"), owned=True, content_type="audio/mpeg")


def test_a_new_job_is_due_at_once_and_the_oldest_first(
    fetches: FetchStore, add: Callable[..., Job]
) -> None:
    later, first = add(minutes=5), add()
    assert [fetch.job_id for fetch in fetches.due(NOON)] == [first.id, later.id]
    assert fetches.due(NOON, limit=1) == (Fetch(first.id, URL),)
    assert [fetch.job_id for fetch in fetches.due(NOON, skip=[first.id])] == [later.id]


def test_other_jobs_are_not_fetched(
    fetches: FetchStore, jobs: JobStore, add: Callable[..., Job], media: Callable[..., MediaFile]
) -> None:
    jobs.add(options=JobOptions())
    jobs.add(options=JobOptions(), media=media())
    cancelled, deleted, paused = add(), add(), add()
    jobs.cancel(cancelled.id)
    jobs.delete(deleted.id)
    jobs.set_paused(paused.id, paused=True)
    assert fetches.due(NOON) == ()
    assert fetches.wanted([cancelled.id, deleted.id, paused.id]) == frozenset()
    assert not fetches.exists(deleted.id)
    jobs.set_paused(paused.id, paused=False)
    assert fetches.wanted([cancelled.id, paused.id]) == {paused.id}
    assert fetches.wanted([]) == frozenset()


def test_media_arrives_and_is_accepted(
    fetches: FetchStore, jobs: JobStore, add: Callable[..., Job], fetched: MediaFile
) -> None:
    job = add()
    assert fetches.arrived(job.id, fetched)
    arrived = jobs.get(job.id)
    assert (arrived.status, arrived.media) == (JobStatus.UPLOADED, fetched)
    assert fetches.arrived_ids() == (job.id,)
    assert fetches.due(NOON) == ()
    assert fetches.wanted([job.id]) == frozenset()
    assert fetches.accept(job.id)
    assert jobs.get(job.id).status is JobStatus.QUEUED
    assert fetches.arrived_ids() == ()
    assert not fetches.accept(job.id)
    assert not fetches.arrived(job.id, fetched)


@pytest.mark.parametrize("end", ["cancel", "delete"])
def test_nothing_comes_of_a_fetch_that_is_no_longer_wanted(
    fetches: FetchStore, jobs: JobStore, add: Callable[..., Job], fetched: MediaFile, end: str
) -> None:
    job = add()
    getattr(jobs, end)(job.id)
    before = jobs.find(job.id)
    assert not fetches.arrived(job.id, fetched)
    assert not fetches.accept(job.id)
    assert not fetches.fail(job.id, ERROR)
    assert not fetches.note_failure(job.id, next_at=NOON)
    assert jobs.find(job.id) == before


def test_a_failed_try_waits_for_the_next(fetches: FetchStore, add: Callable[..., Job]) -> None:
    job, soon = add(), NOON + timedelta(seconds=30)
    assert fetches.next_due(NOON) is None
    assert fetches.note_failure(job.id, next_at=soon)
    assert fetches.due(NOON) == ()
    assert fetches.next_due(NOON) == soon
    assert fetches.next_due(soon) is None
    assert fetches.due(soon) == (Fetch(job.id, URL, attempts=1),)


def test_what_is_safe_on_disk_is_remembered(
    fetches: FetchStore, jobs: JobStore, add: Callable[..., Job], fetched: MediaFile
) -> None:
    job = add()
    assert fetches.note_part(job.id, offset=1000, validator='"a"')
    assert fetches.due(NOON) == (Fetch(job.id, URL, offset=1000, validator='"a"'),)
    assert jobs.get(job.id) == job  # nothing that anybody is told
    jobs.cancel(job.id)
    assert fetches.note_part(job.id, offset=2000, validator='"a"')
    jobs.retry(job.id)
    assert fetches.due(NOON)[0].offset == 2000
    fetches.arrived(job.id, fetched)
    jobs.delete(job.id)
    assert not fetches.note_part(job.id, offset=1, validator=None)


def test_a_failed_job_has_all_its_tries_again(
    fetches: FetchStore, jobs: JobStore, add: Callable[..., Job]
) -> None:
    job = add()
    fetches.note_part(job.id, offset=1000, validator='"a"')
    fetches.note_failure(job.id, next_at=NOON + timedelta(days=1))
    assert fetches.fail(job.id, ERROR)
    failed = jobs.get(job.id)
    assert (failed.status, failed.error) == (JobStatus.FAILED, ERROR)
    assert jobs.retry(job.id).status is JobStatus.PENDING
    assert fetches.due(NOON) == (Fetch(job.id, URL, offset=1000, validator='"a"'),)


def test_the_index_answers(database: Database, fetches: FetchStore) -> None:
    asked = []
    with database.reading() as db:
        connection = db.connection()  # type: ignore[no-untyped-call]
    connection.set_trace_callback(asked.append)
    fetches.due(NOON)
    fetches.next_due(NOON)
    fetches.arrived_ids()
    connection.set_trace_callback(None)
    selects = [sql for sql in asked if sql.startswith("SELECT")]
    assert len(selects) == 3
    for sql in selects:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        assert any("jobs_fetching" in row[3] for row in plan), plan


def test_a_url_is_not_shown_by_accident() -> None:
    assert "talk" not in repr(Fetch("job_1", URL))
