"""Models on their way here: one row each, in the order in which they were asked for."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import peewee

from kopia_desktop.core.downloads import (
    Download,
    DownloadKind,
    DownloadOrder,
    DownloadStatus,
    FileSource,
    HubSource,
    Source,
)
from kopia_desktop.core.errors import DownloadNotFound, StateConflict
from kopia_desktop.core.job import JobError
from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import DOWNLOADS

_ACTIVE = [status.value for status in DownloadStatus if status.is_active]
_STOPPED: dict[str, object] = {"bytes_per_second": 0.0}
_NO_ERROR: dict[str, object] = {"error_code": None, "error_message": None, "error_hint": None}


class DownloadStore:
    """Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list(self) -> tuple[Download, ...]:
        """In the order in which they are worked on."""
        with self._database.reading() as db:
            return tuple(map(_download, DOWNLOADS.select().order_by(DOWNLOADS.c.id).execute(db)))

    def get(self, name: str) -> Download:
        """Raises DownloadNotFound."""
        with self._database.reading() as db:
            return _found(db, name)

    def add(self, order: DownloadOrder) -> Download:
        """Behind the others; one that is there already goes on, from where the order now says."""
        source = json.dumps(asdict(order.source))
        columns = {"kind": order.kind, "source": source, "about_bytes": order.about_bytes}
        with self._database.transaction() as db:
            row = _row(db, order.name)
            if row is None:
                DOWNLOADS.insert(name=order.name, status=DownloadStatus.WAITING, **columns).execute(
                    db
                )
            elif not _download(row).status.is_active:
                waiting = {"status": DownloadStatus.WAITING.value}
                _update(db, order.name, **columns, **waiting, **_NO_ERROR)
            return _found(db, order.name)

    def pause(self, name: str) -> Download:
        """Raises DownloadNotFound, StateConflict for one that has failed."""
        with self._database.transaction() as db:
            if _found(db, name).status is DownloadStatus.FAILED:
                raise StateConflict(
                    f"The download of {name!r} has failed.", hint="Try it again, or cancel it."
                )
            _update(db, name, status=DownloadStatus.PAUSED.value, **_STOPPED)
            return _found(db, name)

    def resume(self, name: str) -> Download:
        """A paused or failed one waits for its turn again. Raises DownloadNotFound."""
        with self._database.transaction() as db:
            if not _found(db, name).status.is_active:
                _update(db, name, status=DownloadStatus.WAITING.value, **_NO_ERROR)
            return _found(db, name)

    def remove(self, name: str) -> bool:
        """Forget a download that is done or no longer wanted; False when it is not there."""
        with self._database.transaction() as db:
            return bool(DOWNLOADS.delete().where(DOWNLOADS.c.name == name).execute(db))

    # The engine's

    def names(self) -> frozenset[str]:
        """All that have a row: folders of others are left over."""
        with self._database.reading() as db:
            return frozenset(DOWNLOADS.select(DOWNLOADS.c.name).scalars(db))

    def is_active(self, name: str) -> bool:
        """Whether it is still wanted now."""
        with self._database.reading() as db:
            row = _row(db, name)
            return row is not None and row["status"] in _ACTIVE

    def take_next(self) -> Download | None:
        """The oldest one that waits is running from now on."""
        query = DOWNLOADS.select().where(DOWNLOADS.c.status.in_(_ACTIVE)).order_by(DOWNLOADS.c.id)
        with self._database.reading() as db:
            if not query.exists(db):
                return None
        with self._database.transaction() as db:
            row = query.first(db)
            if row is None:
                return None
            _update(db, row["name"], status=DownloadStatus.RUNNING.value, **_NO_ERROR)
            return _found(db, row["name"])

    def release(self) -> None:
        """What an engine that has ended left running waits again."""
        running = DOWNLOADS.c.status == DownloadStatus.RUNNING.value
        with self._database.transaction() as db:
            DOWNLOADS.update(status=DownloadStatus.WAITING.value, **_STOPPED).where(
                running
            ).execute(db)

    def note_progress(self, name: str, *, done: int, total: int, bytes_per_second: float) -> bool:
        """False for one that is no longer running."""
        with self._database.transaction() as db:
            return _update_running(
                db, name, done_bytes=done, total_bytes=total, bytes_per_second=bytes_per_second
            )

    def fail(self, name: str, error: JobError) -> bool:
        """What has arrived stays, so that a retry goes on. False for one no longer running."""
        columns = rows.error_columns(error) | _STOPPED
        with self._database.transaction() as db:
            return _update_running(db, name, status=DownloadStatus.FAILED.value, **columns)


def _row(db: peewee.SqliteDatabase, name: str) -> rows.Row | None:
    row: rows.Row | None = DOWNLOADS.select().where(DOWNLOADS.c.name == name).first(db)
    return row


def _found(db: peewee.SqliteDatabase, name: str) -> Download:
    row = _row(db, name)
    if row is None:
        raise DownloadNotFound(
            f"There is no download named {name!r}.", hint="It is done, or was cancelled."
        )
    return _download(row)


def _update(db: peewee.SqliteDatabase, name: str, **values: object) -> None:
    DOWNLOADS.update(**values).where(DOWNLOADS.c.name == name).execute(db)


def _update_running(db: peewee.SqliteDatabase, name: str, **values: object) -> bool:
    running = DOWNLOADS.c.status == DownloadStatus.RUNNING.value
    query = DOWNLOADS.update(**values).where(DOWNLOADS.c.name == name, running)
    return bool(query.execute(db))


def _download(row: rows.Row) -> Download:
    order = DownloadOrder(
        row["name"], DownloadKind(row["kind"]), _source(row["source"]), row["about_bytes"]
    )
    error = None
    if row["error_code"]:
        error = JobError(row["error_code"], row["error_message"], row["error_hint"] or "")
    return Download(
        order,
        DownloadStatus(row["status"]),
        row["done_bytes"],
        row["total_bytes"] or row["about_bytes"],
        row["bytes_per_second"],
        error,
    )


def _source(text: str) -> Source:
    values: dict[str, Any] = json.loads(text)
    return HubSource(**values) if "repository" in values else FileSource(**values)
