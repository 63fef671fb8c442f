"""Kept answers: stored with what they tell of, forgotten after a week."""

from __future__ import annotations

import pytest

from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.store import idempotency
from kopia_desktop.store.database import Database
from kopia_desktop.store.idempotency import IdempotencyStore, KeptAnswer
from kopia_desktop.store.jobs import JobStore


@pytest.fixture
def kept(database: Database) -> IdempotencyStore:
    return IdempotencyStore(database)


def answer(job: Job) -> KeptAnswer:
    return KeptAnswer("key", "print", 201, job.id.encode(), job.id)


def test_an_answer_is_kept_with_its_job(jobs: JobStore, kept: IdempotencyStore) -> None:
    assert kept.find("key") is None
    job = jobs.add(options=JobOptions(), keep=answer)
    assert kept.find("key") == answer(job)
    jobs.delete(job.id)
    assert kept.find("key") is None


def test_without_the_answer_there_is_no_job(jobs: JobStore, kept: IdempotencyStore) -> None:
    def broken(job: Job) -> KeptAnswer:
        raise RuntimeError("killed here")

    with pytest.raises(RuntimeError):
        jobs.add(options=JobOptions(), keep=broken)
    assert kept.find("key") is None
    assert jobs.unfinished_count() == 0


def test_an_answer_may_have_no_body(kept: IdempotencyStore) -> None:
    plain = KeptAnswer("key", "print", 200)
    kept.keep(plain)
    assert kept.find("key") == plain


def test_old_answers_go(kept: IdempotencyStore, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.keep(KeptAnswer("old", "print", 200))
    monkeypatch.setattr(idempotency, "KEPT_SECONDS", -1.0)
    kept.keep(KeptAnswer("new", "print", 200))
    assert kept.find("old") is None
    assert kept.find("new") is not None
