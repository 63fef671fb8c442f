"""The outbox: filled with the completion, emptied by what counts or is given up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kopia_desktop.core.errors import JobNotFound, WebhookNotFound
from kopia_desktop.core.job import Job, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.transcript import Section
from kopia_desktop.core.webhook import DeliveryError, WebhookStatus
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.webhooks import DueWebhook, WebhookStore
from kopia_desktop.store.work import WorkStore

URL = "http://127.0.0.1:9000/done"
Sql = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def webhooks(database: Database) -> WebhookStore:
    return WebhookStore(database)


@pytest.fixture
def sql(database: Database) -> Sql:
    def run(statement: str, *values: object) -> list[tuple[Any, ...]]:
        with database.reading() as db:
            return list(db.execute_sql(statement, values))  # type: ignore[no-untyped-call]

    return run


@pytest.fixture
def complete(
    jobs: JobStore,
    work: WorkStore,
    media: Callable[..., MediaFile],
    section: Callable[..., Section],
    save: Callable[..., bool],
) -> Callable[..., Job]:
    def make(*, url: str | None = URL, secret: str | None = "s3cret") -> Job:
        job = jobs.add(
            options=JobOptions("en"), media=media(), webhook_url=url, webhook_secret=secret
        )
        work.add_section(job.id, section(0))
        save(job, 0)
        assert work.finish_preparation(job.id, duration=10.0, sha256="")
        return jobs.get(job.id)

    return make


def now() -> datetime:
    return datetime.now(UTC)


def secrets(sql: Sql, job: Job) -> list[tuple[Any, ...]]:
    return sql(
        "SELECT jobs.webhook_secret, webhooks.secret FROM jobs"
        " LEFT JOIN webhooks ON webhooks.job_id = jobs.id WHERE jobs.id = ?",
        job.id,
    )


def test_the_completion_fills_the_outbox(
    webhooks: WebhookStore, complete: Callable[..., Job], sql: Sql
) -> None:
    job = complete()
    webhook = webhooks.get(job.id)
    assert webhook.id.startswith("msg_")
    assert (webhook.url, webhook.status) == (URL, WebhookStatus.PENDING)
    assert (webhook.attempts, webhook.deliveries) == (0, ())
    assert webhook.created_at == webhook.next_at == job.completed_at
    assert webhooks.due(now()) == (DueWebhook(job.id, webhook.id, URL, 0, "s3cret"),)
    assert secrets(sql, job) == [(None, "s3cret")]


def test_a_job_without_a_webhook_fills_nothing(
    webhooks: WebhookStore, complete: Callable[..., Job]
) -> None:
    job = complete(url=None, secret=None)
    assert webhooks.due(now()) == ()
    with pytest.raises(WebhookNotFound):
        webhooks.get(job.id)
    with pytest.raises(WebhookNotFound):
        webhooks.resend(job.id)


def test_a_job_that_is_not_completed_keeps_its_secret(
    webhooks: WebhookStore, jobs: JobStore, media: Callable[..., MediaFile], sql: Sql
) -> None:
    job = jobs.add(options=JobOptions(), media=media(), webhook_url=URL, webhook_secret="s3cret")
    jobs.cancel(job.id)
    with pytest.raises(WebhookNotFound):
        webhooks.get(job.id)
    assert secrets(sql, job) == [("s3cret", None)]


def test_no_such_job(webhooks: WebhookStore) -> None:
    for call in (webhooks.get, webhooks.resend):
        with pytest.raises(JobNotFound):
            call("job_0")
    assert not webhooks.note_delivery("job_0", started_at=now(), seconds=0.1)


def test_a_delivery_that_counts_ends_it(
    webhooks: WebhookStore, complete: Callable[..., Job], sql: Sql
) -> None:
    job, started_at = complete(), datetime(2026, 5, 1, 12, 0, 0, 250_000, tzinfo=UTC)
    assert webhooks.note_delivery(job.id, started_at=started_at, seconds=0.25, http_status=204)
    webhook = webhooks.get(job.id)
    assert (webhook.status, webhook.attempts, webhook.next_at) == (
        WebhookStatus.DELIVERED,
        1,
        None,
    )
    (delivery,) = webhook.deliveries
    assert (delivery.number, delivery.started_at, delivery.seconds) == (1, started_at, 0.25)
    assert (delivery.http_status, delivery.error) == (204, None)
    assert webhooks.due(now()) == ()
    assert secrets(sql, job) == [(None, None)]
    assert not webhooks.note_delivery(job.id, started_at=now(), seconds=0.1, http_status=200)


def test_an_attempt_that_does_not_count_is_followed_by_another(
    webhooks: WebhookStore, complete: Callable[..., Job], sql: Sql
) -> None:
    job, moment = complete(), now().replace(microsecond=0) + timedelta(hours=1)
    webhooks.note_delivery(
        job.id, started_at=now(), seconds=10.0, error=DeliveryError.TIMEOUT, next_at=moment
    )
    assert webhooks.due(now()) == ()
    assert webhooks.next_due(now()) == moment
    assert webhooks.next_due(moment) is None
    assert [due.attempts for due in webhooks.due(moment)] == [1]
    assert webhooks.due(moment, skip=[job.id]) == ()
    assert secrets(sql, job) == [(None, "s3cret")]
    webhooks.note_delivery(
        job.id, started_at=now(), seconds=0.1, http_status=500, error=DeliveryError.HTTP_STATUS
    )
    webhook = webhooks.get(job.id)
    assert (webhook.status, webhook.next_at) == (WebhookStatus.FAILED, None)
    assert [(each.number, each.http_status, each.error) for each in webhook.deliveries] == [
        (1, None, DeliveryError.TIMEOUT),
        (2, 500, DeliveryError.HTTP_STATUS),
    ]
    assert secrets(sql, job) == [(None, None)]


def test_it_is_sent_for_again(
    webhooks: WebhookStore, complete: Callable[..., Job], sql: Sql
) -> None:
    job = complete()
    first = webhooks.get(job.id)
    webhooks.note_delivery(job.id, started_at=now(), seconds=0.1, error=DeliveryError.DNS)
    again = webhooks.resend(job.id)
    assert (again.id, again.status, again.attempts) == (first.id, WebhookStatus.PENDING, 0)
    assert len(again.deliveries) == 1
    assert [due.secret for due in webhooks.due(now())] == [None]
    webhooks.note_delivery(job.id, started_at=now(), seconds=0.1, http_status=200)
    assert [delivery.number for delivery in webhooks.get(job.id).deliveries] == [1, 2]
    webhooks.resend(job.id, secret="another")
    assert [due.secret for due in webhooks.due(now())] == ["another"]
    webhooks.resend(job.id)  # it was still to be delivered: what it has stays
    assert [due.secret for due in webhooks.due(now())] == ["another"]


def test_deletion_takes_it_along(
    webhooks: WebhookStore, jobs: JobStore, complete: Callable[..., Job], sql: Sql
) -> None:
    job = complete()
    webhooks.note_delivery(job.id, started_at=now(), seconds=0.1, http_status=200)
    jobs.delete(job.id)
    assert sql("SELECT * FROM webhooks") == sql("SELECT * FROM deliveries") == []


def test_a_job_that_failed_and_was_run_again_tells_once(
    webhooks: WebhookStore,
    jobs: JobStore,
    work: WorkStore,
    media: Callable[..., MediaFile],
    section: Callable[..., Section],
    save: Callable[..., bool],
) -> None:
    job = jobs.add(options=JobOptions("en"), media=media(), webhook_url=URL, webhook_secret="x")
    work.add_section(job.id, section(0))
    jobs.cancel(job.id)
    jobs.retry(job.id)
    save(job, 0)
    work.finish_preparation(job.id, duration=10.0, sha256="")
    assert jobs.get(job.id).status is JobStatus.COMPLETED
    assert [due.secret for due in webhooks.due(now())] == ["x"]


def test_due_ones_are_found_by_their_index(
    database: Database, webhooks: WebhookStore, complete: Callable[..., Job]
) -> None:
    complete()
    asked: list[str] = []
    with database.reading() as db:
        connection = db.connection()  # type: ignore[no-untyped-call]
    connection.set_trace_callback(asked.append)
    webhooks.due(now())
    webhooks.next_due(now())
    connection.set_trace_callback(None)
    selects = [sql for sql in asked if sql.startswith("SELECT")]
    assert len(selects) == 2
    for sql in selects:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
        assert any("webhooks_due" in row[3] for row in plan), plan


def test_who_is_called_and_no_secret_in_a_log() -> None:
    webhook = DueWebhook("job_1", "msg_1", "HTTP://Nas.Local:9000?x=/y", 0, "s3cret")
    assert webhook.receiver == "http://nas.local:9000"
    assert "s3cret" not in repr(webhook)
