"""The segments of a translation beside those of the transcript, as ``TranslationStore`` needs them.

What is translated is what a person reads: the job's view of its current segments. A translated
segment is up to date while the hash that it keeps is of that text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import peewee
from peewee import EXCLUDED, SQL

from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.core.translation import (
    SourceSegment,
    TranslatedSegment,
    Translation,
    source_hash,
)
from kopia_desktop.core.views import view
from kopia_desktop.store import rows
from kopia_desktop.store.tables import SEGMENTS, TRANSLATED_SEGMENTS, VISIBLE
from kopia_desktop.store.transcripts import UNKNOWN_LANGUAGE

_BY_START = (
    SQL("CASE WHEN edited_text IS NULL THEN recognised_start ELSE edited_start END"),
    SEGMENTS.c.id,
)


def segment_ids(db: peewee.SqliteDatabase, job_id: str) -> tuple[int, ...]:
    """The current segments in order of time, not one of their words read."""
    query = SEGMENTS.select(SEGMENTS.c.id).where(SEGMENTS.c.job_id == job_id, VISIBLE)
    return tuple(query.order_by(*_BY_START).scalars(db))


def segments(
    db: peewee.SqliteDatabase, job: Job, *, only: Sequence[int] | None = None
) -> tuple[Segment, ...]:
    """The job's view of its current segments, or of some of them, in order of time."""
    query = SEGMENTS.select().where(SEGMENTS.c.job_id == job.id, VISIBLE)
    if only is not None:
        query = query.where(SEGMENTS.c.id.in_(list(only)))
    stored = tuple(rows.segment_of(row) for row in query.order_by(*_BY_START).execute(db))
    language = job.spoken_language or UNKNOWN_LANGUAGE
    read = Transcript(job.id, language, job.duration or 0.0, stored, job.title)
    return view(read, remove_fillers=job.options.remove_filler_words).segments


def outdated(
    db: peewee.SqliteDatabase,
    translation_id: str,
    source: Collection[Segment],
    *,
    even_written: bool = True,
) -> tuple[SourceSegment, ...]:
    """Those segments of the transcript whose translation is missing or of an earlier text.

    ``even_written`` False leaves out what a person wrote into the translation.
    """
    kept = _kept(db, translation_id, [segment.id for segment in source])
    return tuple(
        SourceSegment(segment.id, segment.text)
        for segment in source
        if (row := kept.get(segment.id)) is None
        or (
            row["source_hash"] != source_hash(segment.text)
            and (even_written or row["edited_text"] is None)
        )
    )


def store(
    db: peewee.SqliteDatabase, translation_id: str, results: Sequence[TranslatedSegment]
) -> None:
    """Keep each text in place of an earlier one; what a person wrote stays beside it."""
    if not results:
        return
    table = TRANSLATED_SEGMENTS.c
    TRANSLATED_SEGMENTS.insert(
        [(translation_id, one.segment_id, one.source_hash, one.text) for one in results],
        columns=[table.translation_id, table.segment_id, table.source_hash, table.text],
    ).on_conflict(
        conflict_target=[table.translation_id, table.segment_id],
        update={table.source_hash: EXCLUDED.source_hash, table.text: EXCLUDED.text},
    ).execute(db)


def transcript(db: peewee.SqliteDatabase, job: Job, translation: Translation) -> Transcript:
    """The transcript in the other language; segments without a text are left out."""
    source = segments(db, job)
    kept = _kept(db, translation.id, [segment.id for segment in source])
    return Transcript(
        job_id=job.id,
        language=translation.language,
        duration=job.duration or 0.0,
        segments=tuple(
            shown
            for segment in source
            if segment.id in kept and (shown := _shown(segment, kept[segment.id])).text
        ),
        title=job.title,
        translation_id=translation.id,
    )


def _shown(segment: Segment, row: rows.Row) -> Segment:
    written = row["edited_text"]
    text = row["text"] if written is None else written
    return replace(segment, text=text, words=(), edited=written is not None)


def _kept(
    db: peewee.SqliteDatabase, translation_id: str, ids: Sequence[int]
) -> dict[int, rows.Row]:
    """The translated segments between the least and the greatest of some ids."""
    if not ids:
        return {}
    key = TRANSLATED_SEGMENTS.c.segment_id
    query = TRANSLATED_SEGMENTS.select().where(
        TRANSLATED_SEGMENTS.c.translation_id == translation_id, key.between(min(ids), max(ids))
    )
    return {row["segment_id"]: row for row in query.execute(db)}
