"""The segments of a translation beside those of the transcript, as ``TranslationStore`` needs them.

What is translated is what a person reads: the job's view of its current segments. A translated
segment is up to date while the hashes that it keeps are of that text, and of its passage's.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import peewee
from peewee import EXCLUDED

from kopia_desktop.core.edits import Edited, EditKind, cleaned
from kopia_desktop.core.errors import StateConflict
from kopia_desktop.core.job import Job
from kopia_desktop.core.passages import PAUSE, group
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.core.translation import (
    SourcePassage,
    SourceSegment,
    TranslatedSegment,
    Translation,
    Waiting,
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


def passages(job: Job, source: Sequence[Segment]) -> list[SourcePassage]:
    """The segments, as they read, in the passages that are translated at once."""
    return [
        SourcePassage(tuple(SourceSegment(one.id, one.text) for one in passage))
        for passage in group(source, reading.language_of(job))
    ]


def outdated(
    db: peewee.SqliteDatabase,
    translation_id: str,
    source: Sequence[SourcePassage],
    *,
    even_written: bool = True,
) -> frozenset[int]:
    """The segments whose translation is missing, or of an earlier text of them or their passage.

    ``even_written`` False leaves out what a person wrote into the translation; that is old only
    where the segment itself says something else.
    """
    kept = _kept(db, translation_id, [one.segment_id for each in source for one in each.segments])
    return frozenset(
        segment.segment_id
        for passage in source
        for segment in passage.segments
        if _is_outdated(segment, passage, kept.get(segment.segment_id), even_written=even_written)
    )


def _is_outdated(
    segment: SourceSegment, passage: SourcePassage, row: rows.Row | None, *, even_written: bool
) -> bool:
    if row is None:
        return True
    if row["edited_text"] is not None:
        return even_written and _source_hash_of(row) != source_hash(segment.text)
    if row["source_hash"] != source_hash(segment.text):
        return True
    return row["passage_hash"] is not None and row["passage_hash"] != passage.hash


def waiting(
    db: peewee.SqliteDatabase, job: Job, translation_id: str, ids: Sequence[int], *, goes_on: bool
) -> Waiting:
    """``TranslationStore.waiting`` for a translation that is there."""
    found = passages(job, segments(db, job, only=ids))
    passed = len(ids)
    if goes_on and found:
        unfinished = min(ids.index(one.segment_id) for one in found[-1].segments)
        if unfinished:  # else it is most of what was asked about, and is taken as it is
            found.pop()
            passed = unfinished
    old = outdated(db, translation_id, found, even_written=False)
    wanted = (each for each in found if any(one.segment_id in old for one in each.segments))
    return Waiting(tuple(wanted), passed)


def store(
    db: peewee.SqliteDatabase, translation_id: str, results: Sequence[TranslatedSegment]
) -> None:
    """Keep each text in place of an earlier one; what a person wrote stays beside it."""
    if not results:
        return
    table = TRANSLATED_SEGMENTS.c
    TRANSLATED_SEGMENTS.insert(
        [
            (translation_id, one.segment_id, one.source_hash, one.text, one.passage_hash)
            for one in results
        ],
        columns=[
            table.translation_id,
            table.segment_id,
            table.source_hash,
            table.text,
            table.passage_hash,
        ],
    ).on_conflict(
        conflict_target=[table.translation_id, table.segment_id],
        update={
            table.source_hash: EXCLUDED.source_hash,
            table.text: EXCLUDED.text,
            table.passage_hash: EXCLUDED.passage_hash,
        },
    ).execute(db)


def transcript(db: peewee.SqliteDatabase, job: Job, translation: Translation) -> Transcript:
    """The transcript in the other language; segments without a text are left out.

    Where a sentence has fewer words than segments, the last of them stands through the others'
    time: what is said goes on, and its subtitle with it.
    """
    source = segments(db, job)
    return Transcript(
        job_id=job.id,
        language=translation.language,
        duration=job.duration or 0.0,
        segments=_standing(
            group(source, reading.language_of(job)),
            _kept(db, translation.id, [one.id for one in source]),
        ),
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


def _standing(
    source: Iterable[tuple[Segment, ...]], kept: Mapping[int, rows.Row]
) -> tuple[Segment, ...]:
    """As ``_translated``, and in a passage a text stands through the empty ones behind it."""
    found: list[Segment] = []
    for passage in source:
        before = len(found)
        for segment in passage:
            if segment.id not in kept:
                continue
            shown = _shown(segment, kept[segment.id])
            if shown.text:
                found.append(shown)
            elif len(found) > before and segment.start - found[-1].end <= PAUSE:
                found[-1] = replace(found[-1], end=max(found[-1].end, segment.end))
    return tuple(found)


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
