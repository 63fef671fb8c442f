"""What the engine should do next: pure reads, oldest job first."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import peewee
from peewee import SQL, fn

from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Section
from kopia_desktop.store import rows
from kopia_desktop.store.tables import ACTIVE, JOBS, SECTIONS, SectionStatus

# Jobs added within one millisecond keep the order in which they were added.
_OLDEST_FIRST = (JOBS.c.created_at, SQL("jobs.rowid"))
_RUNNING = JOBS.c.paused == 0
_HAS_SPEECH = SECTIONS.c.file_name.is_null(False)


def next_to_prepare(db: peewee.SqliteDatabase, skip: Collection[str]) -> Job | None:
    query = JOBS.select().where(ACTIVE, _RUNNING, JOBS.c.prepared == 0)
    for row in _first(query.order_by(*_OLDEST_FIRST), len(skip), db):
        if row["id"] not in skip:
            return rows.job_of(row)
    return None


def next_to_recognise(
    db: peewee.SqliteDatabase, skip: Collection[tuple[str, int]]
) -> tuple[Job, Section] | None:
    query = (
        JOBS.select(JOBS.c.id, SECTIONS.c.position)
        .join(SECTIONS, on=(SECTIONS.c.job_id == JOBS.c.id))
        .where(
            ACTIVE,
            _RUNNING,
            (JOBS.c.language != "auto") | JOBS.c.detected_language.is_null(False),
            SECTIONS.c.status == SectionStatus.WAITING,
            _HAS_SPEECH,
        )
        .order_by(*_OLDEST_FIRST, SECTIONS.c.position)
    )
    for row in _first(query, len(skip), db):
        key = (row["id"], row["position"])
        if key not in skip:
            return rows.require_job(db, key[0]), _section(db, *key)
    return None


def waiting_count(db: peewee.SqliteDatabase) -> int:
    query = (
        JOBS.select(fn.COUNT(SECTIONS.c.position))
        .join(SECTIONS, on=(SECTIONS.c.job_id == JOBS.c.id))
        .where(ACTIVE, SECTIONS.c.status == SectionStatus.WAITING)
    )
    return int(query.scalar(db))


def next_to_detect(
    db: peewee.SqliteDatabase, count: int, skip: Collection[str]
) -> tuple[Job, tuple[Section, ...]] | None:
    known = SECTIONS.select(fn.COUNT(SECTIONS.c.position)).where(
        SECTIONS.c.job_id == JOBS.c.id, _HAS_SPEECH
    )
    query = JOBS.select().where(
        ACTIVE,
        _RUNNING,
        JOBS.c.language == "auto",
        JOBS.c.detected_language.is_null(),
        (known >= count) | ((JOBS.c.prepared == 1) & (known > 0)),
    )
    for row in _first(query.order_by(*_OLDEST_FIRST), len(skip), db):
        if row["id"] not in skip:
            return rows.job_of(row), _with_speech(db, row["id"], count)
    return None


def sections_for_detection(
    db: peewee.SqliteDatabase, job_id: str, count: int
) -> tuple[Section, ...] | None:
    job = rows.require_row(db, job_id)
    sections = _with_speech(db, job_id, count)
    return sections if len(sections) == count or job["prepared"] else None


def _with_speech(db: peewee.SqliteDatabase, job_id: str, count: int) -> tuple[Section, ...]:
    query = SECTIONS.select().where(SECTIONS.c.job_id == job_id, _HAS_SPEECH)
    found = query.order_by(SECTIONS.c.position).limit(count).execute(db)
    return tuple(rows.section_of(row) for row in found)


def _section(db: peewee.SqliteDatabase, job_id: str, index: int) -> Section:
    query = SECTIONS.select().where(SECTIONS.c.job_id == job_id, SECTIONS.c.position == index)
    return rows.section_of(query.get(db))


def _first(query: Any, skipped: int, db: peewee.SqliteDatabase) -> Any:
    """Enough rows that one is left when ``skipped`` of them are passed over."""
    return query.limit(skipped + 1).execute(db)
