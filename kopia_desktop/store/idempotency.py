"""Answers kept for a while, so that a request that is sent again does nothing twice.

An answer is stored in the transaction of what it tells of (see ``insert``), so that a crash leaves
both or neither.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import peewee

from kopia_desktop.core.job import Job
from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import IDEMPOTENCY

KEPT_SECONDS = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """What a request was answered; ``body`` None: to be made anew from the job.

    ``key_hash`` is the SHA-256 of the client's key in hex, ``fingerprint`` that of what it asked.
    """

    key_hash: str
    fingerprint: str
    status: int
    body: bytes | None = None
    job_id: str | None = None


Keep = Callable[[Job], KeptAnswer]
"""Makes the answer to keep from the job as it now is."""


class IdempotencyStore:
    """Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def find(self, key_hash: str) -> KeptAnswer | None:
        with self._database.reading() as db:
            row = IDEMPOTENCY.select().where(IDEMPOTENCY.c.key_hash == key_hash).get(db)
        if row is None:
            return None
        body = None if row["body"] is None else bytes(row["body"])
        return KeptAnswer(key_hash, row["fingerprint"], row["status"], body, row["job_id"])

    def keep(self, answer: KeptAnswer) -> None:
        """Keep the answer to something that needs no transaction with it."""
        with self._database.transaction() as db:
            insert(db, answer)


def insert(db: peewee.SqliteDatabase, answer: KeptAnswer) -> None:
    """Keep the answer within the caller's transaction; outdated ones go."""
    now = rows.now()
    outdated = now - round(KEPT_SECONDS * 1000)
    IDEMPOTENCY.delete().where(IDEMPOTENCY.c.created_at < outdated).execute(db)
    IDEMPOTENCY.insert(
        key_hash=answer.key_hash,
        fingerprint=answer.fingerprint,
        status=answer.status,
        body=answer.body,
        job_id=answer.job_id,
        created_at=now,
    ).execute(db)
