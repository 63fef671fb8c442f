"""The outbox of files: which are to be written by themselves, and what came of it.

A row is made in the transaction that completes the job, or a translation of it. The files are
written by ``errands/filer``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import peewee

from kopia_desktop.core.errors import StateConflict
from kopia_desktop.core.export import Export, ExportStatus
from kopia_desktop.core.job import JobError
from kopia_desktop.store import rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import EXPORTS

_DUE = peewee.SQL("exports.status = 'due'")
"""In the literal form for which SQLite takes the index of what is due."""


class ExportStore:
    """Each method is one transaction. What happens to rows of a deleted job changes nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_due(self) -> Export | None:
        """The one that waits longest."""
        query = EXPORTS.select().where(_DUE).order_by(EXPORTS.c.id).limit(1)
        with self._database.reading() as db:
            row = query.get(db)
            return _export_of(row) if row else None

    def of_job(self, job_id: str) -> tuple[Export, ...]:
        """All of a job, its transcript's first. Raises JobNotFound."""
        with self._database.reading() as db:
            rows.require_row(db, job_id)
            return _of_job(db, job_id)

    def done(self, export_id: int, paths: Sequence[Path]) -> None:
        """All files are written."""
        self._end(export_id, ExportStatus.DONE, paths, rows.NO_ERROR)

    def fail(self, export_id: int, error: JobError, paths: Sequence[Path] = ()) -> None:
        """``paths`` were written before the one that was refused."""
        self._end(export_id, ExportStatus.FAILED, paths, rows.error_columns(error))

    def retry(self, job_id: str, folder: str | None = None) -> tuple[Export, ...]:
        """Failed ones are due again, in another ``folder`` where one is given.

        Translations that are still to come then go there, too. Raises JobNotFound, StateConflict
        when none failed.
        """
        with self._database.transaction() as db:
            job = rows.require_row(db, job_id)
            failed = (EXPORTS.c.job_id == job_id) & (EXPORTS.c.status == ExportStatus.FAILED)
            values = {} if folder is None else {"folder": rows.name_column(folder)}
            again = EXPORTS.update(status=ExportStatus.DUE, **rows.NO_ERROR, **values)
            if not again.where(failed).execute(db):
                raise StateConflict(
                    "No file of this recording is waiting to be written again.",
                    hint="Export it by hand.",
                )
            if folder is not None and job["export_formats"] is not None:
                rows.update_job(db, job_id, export_folder=rows.name_column(folder))
            return _of_job(db, job_id)

    def _end(
        self,
        export_id: int,
        status: ExportStatus,
        paths: Sequence[Path],
        columns: dict[str, object],
    ) -> None:
        with self._database.transaction() as db:
            # ASCII: a path that is no valid Unicode comes back as it was.
            written = json.dumps([str(path) for path in paths])
            EXPORTS.update(status=status, paths=written, **columns).where(
                EXPORTS.c.id == export_id, _DUE
            ).execute(db)


def enqueue(db: peewee.SqliteDatabase, job: rows.Row, *, translation_id: str | None = None) -> None:
    """Files of what is completed in this transaction, if the job wishes them.

    A translation that is completed once more is written once more.
    """
    if job["export_formats"] is None:
        return
    if translation_id is not None:
        EXPORTS.delete().where(EXPORTS.c.translation_id == translation_id).execute(db)
    EXPORTS.insert(
        job_id=job["id"],
        translation_id=translation_id,
        status=ExportStatus.DUE,
        formats=job["export_formats"],
        folder=job["export_folder"],
    ).execute(db)


def _of_job(db: peewee.SqliteDatabase, job_id: str) -> tuple[Export, ...]:
    query = EXPORTS.select().where(EXPORTS.c.job_id == job_id)
    order = (EXPORTS.c.translation_id.is_null(False), EXPORTS.c.id)
    return tuple(_export_of(row) for row in query.order_by(*order).execute(db))


def _export_of(row: rows.Row) -> Export:
    return Export(
        id=row["id"],
        job_id=row["job_id"],
        translation_id=row["translation_id"],
        formats=rows.parted(row["formats"]),
        folder=rows.name_of_column(row["folder"]),
        status=ExportStatus(row["status"]),
        paths=tuple(Path(path) for path in json.loads(row["paths"])),
        error=rows.error_of(row),
    )
