"""The segments of a translation beside those of the transcript, as ``TranslationStore`` needs them.

What is translated is what a person reads: the job's view of its current segments. A translated
segment is up to date while the hash that it keeps is of that text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

import peewee
from peewee import EXCLUDED

from kopia_desktop.core.edits import Edited, EditKind, cleaned
from kopia_desktop.core.errors import StateConflict
from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.core.translation import (
    SourceSegment,
    TranslatedSegment,
    Translation,
    source_hash,
)
from kopia_desktop.store import edit_log, images, reading, rows
from kopia_desktop.store.edit_log import Step
from kopia_desktop.store.editing import segment_not_found
from kopia_desktop.store.tables import TRANSLATED_SEGMENTS


def segments(
    db: peewee.SqliteDatabase, job: Job, *, only: Sequence[int] | None = None
) -> tuple[Segment, ...]:
    """The job's view of its current segments, or of some of them, in order of time."""
    found = reading.current(db, job.id) if only is None else reading.some(db, job.id, only)
    return reading.shown(job, found, remove_fillers=job.options.remove_filler_words)


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
            _source_hash_of(row) != source_hash(segment.text)
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
    return Transcript(
        job_id=job.id,
        language=translation.language,
        duration=job.duration or 0.0,
        segments=_translated(db, translation.id, segments(db, job)),
        title=job.title,
        translation_id=translation.id,
    )


def edit(
    db: peewee.SqliteDatabase,
    job: Job,
    translation_id: str,
    segment_id: int,
    *,
    text: str | None,
) -> Edited:
    """What a person writes in place of the machine's text; None goes back to that.

    Also where there is no text yet. Raises SegmentNotFound, StateConflict for an empty text.
    """
    source = segments(db, job, only=[segment_id])
    if not source:
        raise segment_not_found(segment_id)
    wanted = None if text is None else cleaned(text)
    if wanted == "":
        raise StateConflict(
            "A translated segment needs words.", hint="Revert it to have the translation back."
        )
    before = images.read(db, job.id, [segment_id], translation_id=translation_id)
    row = _kept(db, translation_id, [segment_id]).get(segment_id)
    after = before[segment_id]
    if wanted is None:
        after = images.UNTRANSLATED
    elif row is None or wanted != _text_of(row):
        after = dict(
            zip(images.TRANSLATED_COLUMNS, (wanted, source_hash(source[0].text)), strict=True)
        )
    step = Step(EditKind.TRANSLATION, before, {segment_id: after}, translation_id)
    if not edit_log.do(db, job.id, step):
        return Edited(step.kind, (), (), segment_id, translation_id)
    return outcome(db, job, step)


def outcome(db: peewee.SqliteDatabase, job: Job, step: Step) -> Edited:
    """How the translation reads after a step that was just done (or undone, as its reverse)."""
    assert step.translation_id is not None
    source = segments(db, job, only=list(step.after))
    changed = _translated(db, step.translation_id, source)
    removed = tuple(sorted(set(step.after) - {segment.id for segment in changed}))
    return Edited(step.kind, changed, removed, min(step.after), step.translation_id)


def _translated(
    db: peewee.SqliteDatabase, translation_id: str, source: Collection[Segment]
) -> tuple[Segment, ...]:
    """The segments in the other language; those without a text are left out."""
    kept = _kept(db, translation_id, [segment.id for segment in source])
    return tuple(
        shown
        for segment in source
        if segment.id in kept and (shown := _shown(segment, kept[segment.id])).text
    )


def _shown(segment: Segment, row: rows.Row) -> Segment:
    written = row["edited_text"] is not None
    return replace(segment, text=_text_of(row), words=(), edited=written)


def _text_of(row: rows.Row) -> str:
    return str(row["text"] if row["edited_text"] is None else row["edited_text"])


def _source_hash_of(row: rows.Row) -> str:
    """Of the text that the translation as it reads now stands for."""
    return str(row["edited_source_hash"] or row["source_hash"])


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
