"""The outbox: whom completed jobs still have to tell, and every attempt to do so.

A row is made in the transaction that completes the job. It takes the secret over from the job, and
loses it with the last attempt, whether that counted or not.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

import peewee

from kopia_desktop.core.errors import WebhookNotFound
from kopia_desktop.core.job import new_id
from kopia_desktop.core.webhook import Delivery, DeliveryError, Webhook, WebhookStatus
from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import DELIVERIES, JOBS, WEBHOOKS

_PENDING = peewee.SQL("webhooks.status = 'pending'")
"""In the literal form for which SQLite takes the index of what is due."""


@dataclass(frozen=True, slots=True)
class DueWebhook:
    """What one delivery needs; ``attempts`` were made before it."""

    job_id: str
    id: str
    url: str
    attempts: int
    secret: str | None = field(repr=False)

    @property
    def receiver(self) -> str:
        """Scheme, host and port: who is called."""
        scheme, _, rest = self.url.lower().partition("://")
        return f"{scheme}://{re.split('[/?#]', rest)[0]}"


class WebhookStore:
    """Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def due(
        self, now: datetime, *, limit: int = 100, skip: Collection[str] = ()
    ) -> tuple[DueWebhook, ...]:
        """What is to be delivered by now, longest waiting first; ``skip`` holds job ids."""
        due = (_PENDING, WEBHOOKS.c.next_at <= rows.milliseconds(now))
        terms = (*due, WEBHOOKS.c.job_id.not_in(list(skip))) if skip else due
        query = WEBHOOKS.select().where(*terms).order_by(WEBHOOKS.c.next_at).limit(limit)
        with self._database.reading() as db:
            return tuple(
                DueWebhook(row["job_id"], row["id"], row["url"], row["attempts"], row["secret"])
                for row in query.execute(db)
            )

    def next_due(self, after: datetime) -> datetime | None:
        """When the next delivery after that moment is due; None when none waits."""
        later = (_PENDING, WEBHOOKS.c.next_at > rows.milliseconds(after))
        query = WEBHOOKS.select(WEBHOOKS.c.next_at).where(*later).order_by(WEBHOOKS.c.next_at)
        with self._database.reading() as db:
            found = query.limit(1).scalar(db)
        return None if found is None else rows.moment(found)

    def note_delivery(
        self,
        job_id: str,
        *,
        started_at: datetime,
        seconds: float,
        http_status: int | None = None,
        error: DeliveryError | None = None,
        next_at: datetime | None = None,
    ) -> bool:
        """Record an attempt. Without ``error`` it counted, with ``next_at`` another follows.

        Otherwise the webhook ends, and the secret is erased. False, and nothing changed, when it
        was deleted with its job or has ended already.
        """
        with self._database.transaction() as db:
            row = _row(db, job_id)
            if row is None or row["status"] != WebhookStatus.PENDING:
                return False
            DELIVERIES.insert(
                job_id=job_id,
                number=DELIVERIES.select().where(DELIVERIES.c.job_id == job_id).count(db) + 1,
                started_at=rows.milliseconds(started_at),
                seconds=seconds,
                http_status=http_status,
                error=error,
            ).execute(db)
            _update(db, job_id, attempts=row["attempts"] + 1)
            if error is None:
                _end(db, job_id, WebhookStatus.DELIVERED)
            elif next_at is None:
                _end(db, job_id, WebhookStatus.FAILED)
            else:
                _update(db, job_id, next_at=rows.milliseconds(next_at))
            return True

    def get(self, job_id: str) -> Webhook:
        """With its deliveries, oldest first. Raises JobNotFound, WebhookNotFound."""
        with self._database.reading() as db:
            return _webhook(db, job_id)

    def resend(self, job_id: str, *, secret: str | None = None) -> Webhook:
        """Deliver (again) now, with as many attempts as the first time.

        The secret of an ended webhook is gone: it is given anew, or there is none. Raises
        JobNotFound, WebhookNotFound.
        """
        with self._database.transaction() as db:
            webhook = _webhook(db, job_id)
            values: dict[str, object] = {"attempts": 0, "next_at": rows.now()}
            if secret is not None or webhook.status is not WebhookStatus.PENDING:
                values["secret"] = secret
            _update(db, job_id, status=WebhookStatus.PENDING, **values)
            return _webhook(db, job_id)


def enqueue(db: peewee.SqliteDatabase, job: rows.Row, moment: int) -> None:
    """Put a job that is completed in this transaction into the outbox, if it has a webhook."""
    if job["webhook_url"] is None:
        return
    WEBHOOKS.insert(
        job_id=job["id"],
        id=new_id("msg"),
        url=job["webhook_url"],
        secret=job["webhook_secret"],
        status=WebhookStatus.PENDING,
        created_at=moment,
        next_at=moment,
    ).execute(db)
    _forget_secret(db, job["id"])


def _end(db: peewee.SqliteDatabase, job_id: str, status: WebhookStatus) -> None:
    _update(db, job_id, status=status, next_at=None, secret=None)
    _forget_secret(db, job_id)


def _forget_secret(db: peewee.SqliteDatabase, job_id: str) -> None:
    JOBS.update(webhook_secret=None).where(JOBS.c.id == job_id).execute(db)


def _row(db: peewee.SqliteDatabase, job_id: str) -> rows.Row | None:
    row: rows.Row | None = WEBHOOKS.select().where(WEBHOOKS.c.job_id == job_id).get(db)
    return row


def _update(db: peewee.SqliteDatabase, job_id: str, **values: object) -> None:
    WEBHOOKS.update(**values).where(WEBHOOKS.c.job_id == job_id).execute(db)


def _webhook(db: peewee.SqliteDatabase, job_id: str) -> Webhook:
    job, row = rows.require_row(db, job_id), _row(db, job_id)
    if row is None:
        missing = job["webhook_url"] is None
        raise WebhookNotFound(
            f"The job {job_id} has no webhook."
            if missing
            else f"The job {job_id} is not completed.",
            hint="" if missing else "Its webhook is sent when it is.",
        )
    made = DELIVERIES.select().where(DELIVERIES.c.job_id == job_id).order_by(DELIVERIES.c.number)
    return Webhook(
        job_id=job_id,
        id=row["id"],
        url=row["url"],
        status=WebhookStatus(row["status"]),
        attempts=row["attempts"],
        created_at=rows.moment(row["created_at"]),
        next_at=None if row["next_at"] is None else rows.moment(row["next_at"]),
        deliveries=tuple(_delivery(each) for each in made.execute(db)),
    )


def _delivery(row: rows.Row) -> Delivery:
    return Delivery(
        number=row["number"],
        started_at=rows.moment(row["started_at"]),
        seconds=row["seconds"],
        http_status=row["http_status"],
        error=DeliveryError(row["error"]) if row["error"] else None,
    )
