"""Segments out of the store, as ``TranscriptStore`` and what edits them need them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

import peewee

from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.core.views import view
from kopia_desktop.store import rows
from kopia_desktop.store.tables import SEGMENTS, STARTS, VISIBLE

UNKNOWN_LANGUAGE = "und"
"""The language of a transcript whose language is still to be detected (ISO 639-2)."""

IN_ORDER = (STARTS, SEGMENTS.c.id)
"""The order of a transcript."""


def language_of(job: Job) -> str:
    return job.spoken_language or UNKNOWN_LANGUAGE


def transcript(job: Job, segments: tuple[Segment, ...]) -> Transcript:
    """The job's transcript made of these segments."""
    return Transcript(
        job.id,
        language_of(job),
        job.duration or 0.0,
        segments,
        job.title,
        vocabulary=job.options.vocabulary,
    )


def shown(job: Job, segments: Collection[Segment], *, remove_fillers: bool) -> tuple[Segment, ...]:
    """The segments as the job spells them; those of which nothing remains are left out."""
    return view(transcript(job, tuple(segments)), remove_fillers=remove_fillers).segments


def current(db: peewee.SqliteDatabase, job_id: str) -> tuple[Segment, ...]:
    """What the transcript says now, by start."""
    found = SEGMENTS.select().where(SEGMENTS.c.job_id == job_id, VISIBLE).execute(db)
    return by_start(rows.segment_of(row) for row in found)


def some(db: peewee.SqliteDatabase, job_id: str, ids: Iterable[int]) -> tuple[Segment, ...]:
    """Those of some segments that are in the transcript now, by start."""
    sql = (
        f"SELECT * FROM segments WHERE id IN (SELECT value FROM json_each(?)) AND {VISIBLE.sql}"
        " AND job_id = ?"
    )
    found = rows.run(db, sql, (json.dumps([*ids]), job_id))
    return by_start(rows.segment_of(row) for row in rows.named(found))


def following(
    db: peewee.SqliteDatabase, job_id: str, *, start: float, segment_id: int, limit: int
) -> tuple[Segment, ...]:
    """The next ``limit`` segments in the order of the transcript behind this place in it."""
    query = SEGMENTS.select().where(
        SEGMENTS.c.job_id == job_id,
        VISIBLE,
        start <= STARTS,
        (start < STARTS) | (SEGMENTS.c.id > segment_id),
    )
    found = query.order_by(*IN_ORDER).limit(limit).execute(db)
    return tuple(rows.segment_of(row) for row in found)


def ids(db: peewee.SqliteDatabase, job_id: str) -> tuple[int, ...]:
    """The current segments in order of time, not one of their words read."""
    query = SEGMENTS.select(SEGMENTS.c.id).where(SEGMENTS.c.job_id == job_id, VISIBLE)
    return tuple(query.order_by(*IN_ORDER).scalars(db))


def near(db: peewee.SqliteDatabase, job_id: str, gone: Collection[int]) -> int | None:
    """The segment that follows where the first of some others was, else the last one."""
    sql = f"SELECT min({STARTS.sql}) FROM segments WHERE id IN (SELECT value FROM json_each(?))"
    (start,) = rows.run(db, sql, (json.dumps([*gone]),)).fetchone()
    query = SEGMENTS.select(SEGMENTS.c.id).where(SEGMENTS.c.job_id == job_id, VISIBLE)
    later = query.where((start or 0.0) <= STARTS).order_by(*IN_ORDER).limit(1).scalar(db)
    if later is not None:
        return int(later)
    last = query.order_by(STARTS.desc(), SEGMENTS.c.id.desc()).limit(1).scalar(db)
    return None if last is None else int(last)


def recognised(db: peewee.SqliteDatabase, job_id: str, *, suppressed: bool) -> tuple[Segment, ...]:
    """What was recognised, by start, as if nobody had edited it."""
    found = (
        SEGMENTS.select()
        .where(
            SEGMENTS.c.job_id == job_id,
            SEGMENTS.c.suppressed == int(suppressed),
            SEGMENTS.c.recognised_text.is_null(False),
        )
        .execute(db)
    )
    return by_start(rows.recognised_of(row) for row in found)


def by_start(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    return tuple(sorted(segments, key=lambda segment: (segment.start, segment.id)))
