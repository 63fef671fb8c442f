"""What a person may do to segments. What was recognised stays, and can be had back.

A row is visible unless it is deleted, merged into another or suppressed. A split leaves the first
part in the recognised segment's row and puts the second into a row of its own (``split_from``); a
merge hides the second row (``merged_into``) and shows its words in the first.

A person edits what they see: the text in the job's spelling and vocabulary. Words they leave alone
keep the form in which they are stored.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import peewee

from kopia_desktop.core.edits import Edited, EditKind, cleaned, with_stored_forms
from kopia_desktop.core.errors import SegmentNotFound, StateConflict
from kopia_desktop.core.finding import replaced
from kopia_desktop.core.job import Job
from kopia_desktop.core.replacements import Group
from kopia_desktop.core.scripts import starts_unspaced
from kopia_desktop.core.transcript import Segment, Span, Word, words_text
from kopia_desktop.core.views import is_spelled, spelled, spelled_groups
from kopia_desktop.store import edit_log, images, reading, rows
from kopia_desktop.store.edit_log import Step
from kopia_desktop.store.images import Image
from kopia_desktop.store.retiming import exchange, fit, retime
from kopia_desktop.store.tables import SEGMENTS, VISIBLE

_AS_RECOGNISED: dict[str, object] = {
    "edited_text": None,
    "edited_start": None,
    "edited_end": None,
    "edited_words": None,
    "merged_into": None,
    "deleted": 0,
}


def edit(
    db: peewee.SqliteDatabase,
    job: Job,
    segment_id: int,
    *,
    text: str | None,
    start: float | None,
    end: float | None,
) -> Edited:
    row = _visible_row(db, job, segment_id)
    segment = rows.segment_of(row)
    changed = _worded(job, _timed(segment, start, end), text)
    kind = EditKind.TIMES if changed.text == segment.text else EditKind.TEXT
    after = images.of_row(row)
    if changed != segment:
        after |= rows.edited_columns(changed)
    step = Step(kind, {segment_id: images.of_row(row)}, {segment_id: after})
    return _done(db, job, step, focus=segment_id)


def split(
    db: peewee.SqliteDatabase, job: Job, segment_id: int, position: int, *, text: str | None
) -> Edited:
    row = _visible_row(db, job, segment_id)
    segment = rows.segment_of(row)
    seen = _shown_text(job, segment) if text is None else text
    segment = _worded(job, segment, text)
    words = _all_words(segment)
    whole = replace(segment, words=words, text=words_text(words))
    shown = spelled_groups(whole, reading.language_of(job), job.options.vocabulary)
    count = _nearest_border(shown, len(cleaned(seen[: max(position, 0)])))
    if not 0 < count < len(words):
        raise StateConflict(
            "A segment can only be split between two of its words.",
            hint="Put the cursor between two words.",
        )
    first, second = _halves(segment, words, count)
    new_id = images.next_id(db)
    before: dict[int, Image | None] = {segment_id: images.of_row(row), new_id: None}
    after: dict[int, Image | None] = {
        segment_id: images.of_row(row) | rows.edited_columns(first),
        new_id: {
            **rows.edited_columns(second),
            "split_from": row["split_from"] or segment_id,
            "merged_into": None,
            "deleted": 0,
            "doubt": row["doubt"],
        },
    }
    return _done(db, job, Step(EditKind.SPLIT, before, after))


def merge(db: peewee.SqliteDatabase, job: Job, first_id: int, second_id: int) -> Edited:
    first_row, second_row = (_visible_row(db, job, each) for each in (first_id, second_id))
    if first_id == second_id:
        raise StateConflict("A segment cannot be merged with itself.", hint="Choose two segments.")
    first, second = sorted(
        (rows.segment_of(first_row), rows.segment_of(second_row)),
        key=lambda segment: (segment.start, segment.id),
    )
    glued = starts_unspaced(second.text) and starts_unspaced(first.text[-1:])
    merged = replace(
        first,
        text=first.text + ("" if glued else " ") + second.text,
        end=max(first.end, second.end),
        words=_all_words(first) + _glued(_all_words(second), glued=glued),
    )
    before = {first_id: images.of_row(first_row), second_id: images.of_row(second_row)}
    after = {
        first_id: before[first_id] | rows.edited_columns(merged),
        second_id: before[second_id] | {"merged_into": first_id},
    }
    return _done(db, job, Step(EditKind.MERGE, before, after))


def delete(db: peewee.SqliteDatabase, job: Job, segment_ids: Sequence[int]) -> Edited:
    missing = set(segment_ids) - {segment.id for segment in reading.some(db, job.id, segment_ids)}
    if missing:
        raise segment_not_found(min(missing))
    before = images.read(db, job.id, segment_ids, translation_id=None)
    after = {each: {**(image or {}), "deleted": 1} for each, image in before.items()}
    return _done(db, job, Step(EditKind.DELETE, before, after))


def revert(db: peewee.SqliteDatabase, job: Job, segment_id: int) -> Edited:
    family = _family(db, _row(db, job, segment_id))
    before = {member["id"]: images.of_row(member) for member in family}
    after = {
        member["id"]: None
        if member["recognised_text"] is None
        else before[member["id"]] | _AS_RECOGNISED
        for member in family
    }
    return _done(db, job, Step(EditKind.REVERT, before, after), focus=segment_id)


def replace_all(
    db: peewee.SqliteDatabase,
    job: Job,
    wanted: str,
    replacement: str,
    *,
    match_case: bool,
    whole_words: bool,
) -> Edited:
    """In every segment; one of which nothing is left is deleted."""
    before: dict[int, Image] = {}
    after: dict[int, Image] = {}
    segments: list[Segment] = []
    in_place = _keeps_places(wanted, replacement)
    for row in SEGMENTS.select().where(SEGMENTS.c.job_id == job.id, VISIBLE).execute(db):
        seen = _seen(job, row)
        text = replaced(seen, wanted, replacement, match_case=match_case, whole_words=whole_words)
        if text == seen:
            continue
        segment = rows.segment_of(row)
        columns: dict[str, object] = {"deleted": 1}
        if cleaned(text):
            changed = _worded(job, segment, text, in_place=in_place)
            if changed == segment:
                continue
            columns = rows.edited_columns(changed)
            segments.append(replace(changed, edited=True))
        before[segment.id] = images.of_row(row)
        after[segment.id] = {**before[segment.id], **columns}
    step = Step(EditKind.REPLACE, before, after)
    return _done(db, job, step, stored=reading.by_start(segments))


def outcome(
    db: peewee.SqliteDatabase,
    job: Job,
    step: Step,
    *,
    focus: int | None = None,
    stored: tuple[Segment, ...] | None = None,
) -> Edited:
    """How the transcript reads after a step that was just done (or undone, as its reverse).

    ``focus`` is the segment that was asked about, to be kept while it is there; else the cursor
    goes to what appeared, then to what changed, then to where something was removed. ``stored`` are
    the step's segments that are in the transcript now, where the caller has them.
    """
    if stored is None:
        stored = reading.some(db, job.id, step.after)
    changed = reading.shown(job, stored, remove_fillers=False)
    visible = {segment.id for segment in changed}
    were = {key for key, image in step.before.items() if images.is_visible(image)}
    removed = tuple(sorted(were - visible))
    appeared = [segment.id for segment in changed if segment.id not in were]
    if focus not in visible:
        candidates = (*appeared, *(segment.id for segment in changed))
        focus = candidates[0] if candidates else reading.near(db, job.id, removed)
    return Edited(step.kind, changed, removed, focus)


def _done(
    db: peewee.SqliteDatabase,
    job: Job,
    step: Step,
    *,
    focus: int | None = None,
    stored: tuple[Segment, ...] | None = None,
) -> Edited:
    if not edit_log.do(db, job.id, step):
        return Edited(step.kind, (), (), focus)
    return outcome(db, job, step, focus=focus, stored=stored)


def _timed(segment: Segment, start: float | None, end: float | None) -> Segment:
    before = Span(segment.start, segment.end)
    after = Span(before.start if start is None else start, before.end if end is None else end)
    if not (math.isfinite(after.end) and 0 <= after.start < after.end):
        raise StateConflict(
            "A segment must start at 0 or later and end after its start.", hint="Check the times."
        )
    if after == before:
        return segment
    words = fit(segment.words, before, after)
    return replace(segment, start=after.start, end=after.end, words=words)


def _worded(job: Job, segment: Segment, text: str | None, *, in_place: bool = False) -> Segment:
    """The segment with the text that a person typed over the one they see.

    ``in_place`` says that each word stands where it or another one stood.
    """
    wanted = None if text is None else cleaned(text)
    if wanted == "":
        raise StateConflict("A segment needs words.", hint="Delete it instead.")
    if wanted is None:
        return segment
    if _is_spelled(job):
        kept = with_stored_forms(segment.text, _shown_text(job, segment), wanted)
        wanted = kept if _reads(job, segment, kept, wanted) else wanted
    if wanted == cleaned(segment.text):
        return segment
    words = exchange(segment.words, wanted) if in_place else None
    if words is None:
        words = retime(segment.words, wanted, Span(segment.start, segment.end))
    return replace(segment, text=wanted, words=words)


def _keeps_places(wanted: str, replacement: str) -> bool:
    """Whether a replacement exchanges words one for one."""
    is_bare = all(text == text.strip() != "" for text in (wanted, replacement))
    return is_bare and len(wanted.split()) == len(replacement.split())


def _seen(job: Job, row: rows.Row) -> str:
    """The text that a person sees of a row, its words not read where that is not needed."""
    if _is_spelled(job):
        return _shown_text(job, rows.segment_of(row))
    return str(row["recognised_text"] if row["edited_text"] is None else row["edited_text"])


def _is_spelled(job: Job) -> bool:
    return is_spelled(reading.language_of(job), job.options.vocabulary)


def _reads(job: Job, segment: Segment, stored: str, wanted: str) -> bool:
    """Whether a stored text reads as the person typed it; a vocabulary may join its words."""
    if not job.options.vocabulary.replaces():
        return True
    return cleaned(_shown_text(job, replace(segment, text=stored, words=()))) == wanted


def _shown_text(job: Job, segment: Segment) -> str:
    return spelled(segment, reading.language_of(job), job.options.vocabulary).text


def _halves(segment: Segment, words: tuple[Word, ...], count: int) -> tuple[Segment, Segment]:
    """The segment cut behind ``count`` of its words."""
    left, right = words[:count], words[count:]
    border = min(max(left[-1].end, segment.start), segment.end)
    start = min(max(right[0].start, segment.start), segment.end)
    right = _glued(right, glued=False)
    return (
        replace(segment, words=left, text=words_text(left), end=border),
        replace(segment, words=right, text=words_text(right), start=start),
    )


def _nearest_border(groups: Sequence[Group], offset: int) -> int:
    """How many stored words stand before the border that is nearest to a character of their text.

    A group is what a person sees in place of the stored words it counts; no border lies inside.
    """
    borders: list[tuple[int, int]] = []
    end = count = 0
    for group in groups:
        start = end + (0 if count == 0 or group.words[0].glued else 1)
        borders.append((max(end - offset, offset - start, 0), count))
        end = start + len(words_text(group.words))
        count += group.count
    borders.append((max(end - offset, 0), count))
    return min(borders)[1]


def _row(db: peewee.SqliteDatabase, job: Job, segment_id: int) -> rows.Row:
    query = SEGMENTS.select().where(SEGMENTS.c.id == segment_id, SEGMENTS.c.job_id == job.id)
    row: rows.Row | None = query.get(db)
    if row is None:
        raise segment_not_found(segment_id)
    return row


def _visible_row(db: peewee.SqliteDatabase, job: Job, segment_id: int) -> rows.Row:
    row = _row(db, job, segment_id)
    if row["suppressed"] or not images.is_visible(row):
        raise segment_not_found(segment_id)
    return row


def segment_not_found(segment_id: int) -> SegmentNotFound:
    return SegmentNotFound(
        f"There is no segment {segment_id} in this transcript.",
        hint="It may have been deleted or merged; open the transcript again.",
    )


def _family(db: peewee.SqliteDatabase, row: rows.Row) -> list[rows.Row]:
    """All rows that are joined with this one by splits and merges, itself included."""
    query = SEGMENTS.select().where(SEGMENTS.c.job_id == row["job_id"])
    linked = query.where(
        SEGMENTS.c.split_from.is_null(False) | SEGMENTS.c.merged_into.is_null(False)
    )
    ties = [
        (link["id"], other)
        for link in linked.execute(db)
        for other in (link["split_from"], link["merged_into"])
        if other is not None
    ]
    family = {row["id"]}
    grown = True
    while grown:
        near = {i for tie in ties if family.intersection(tie) for i in tie}
        grown = not near <= family
        family |= near
    found = SEGMENTS.select().where(SEGMENTS.c.id.in_(sorted(family))).execute(db)
    return list(found)


def _all_words(segment: Segment) -> tuple[Word, ...]:
    """The words, made from the text where they do not make it."""
    if segment.words and words_text(segment.words) == segment.text:
        return segment.words
    return retime(segment.words, segment.text, Span(segment.start, segment.end))


def _glued(words: tuple[Word, ...], *, glued: bool) -> tuple[Word, ...]:
    return (replace(words[0], glued=glued), *words[1:]) if words else ()
