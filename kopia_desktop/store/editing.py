"""What a person may do to segments. What was recognised stays, and can be had back.

A row is visible unless it is deleted, merged into another or suppressed. A split leaves the first
part in the recognised segment's row and puts the second into a row of its own (``split_from``); a
merge hides the second row (``merged_into``) and shows its words in the first.
"""

from __future__ import annotations

import math
from dataclasses import replace

import peewee

from kopia_desktop.core.errors import SegmentNotFound, StateConflict
from kopia_desktop.core.transcript import Segment, Span, Word, words_text
from kopia_desktop.store import rows, search
from kopia_desktop.store.retiming import fit, retime
from kopia_desktop.store.scripts import starts_unspaced
from kopia_desktop.store.tables import SEGMENTS, VISIBLE

_UNEDITED: dict[str, object] = {
    "edited_text": None,
    "edited_start": None,
    "edited_end": None,
    "edited_words": None,
}


def edit(
    db: peewee.SqliteDatabase,
    segment_id: int,
    *,
    text: str | None,
    start: float | None,
    end: float | None,
) -> Segment:
    row = _visible_row(db, segment_id)
    segment = rows.segment_of(row)
    before = Span(segment.start, segment.end)
    after = Span(before.start if start is None else start, before.end if end is None else end)
    if not (math.isfinite(after.end) and 0 <= after.start < after.end):
        raise StateConflict(
            "A segment must start at 0 or later and end after its start.", hint="Check the times."
        )
    words = segment.words if after == before else fit(segment.words, before, after)
    wanted = segment.text if text is None else _clean(text)
    if not wanted:
        raise StateConflict("A segment needs words.", hint="Delete it instead.")
    if wanted != segment.text:
        words = retime(words, wanted, after)
    changed = replace(segment, text=wanted, start=after.start, end=after.end, words=words)
    return segment if changed == segment else _store(db, row, changed)


def revert(db: peewee.SqliteDatabase, segment_id: int) -> tuple[Segment, ...]:
    """Undo every edit, split and merge that the segment took part in."""
    row = _row(db, segment_id)
    family = _family(db, row)
    for member in family:
        if member["recognised_text"] is None:
            search.forget(db, member["id"])
            SEGMENTS.delete().where(SEGMENTS.c.id == member["id"]).execute(db)
        else:
            _update(db, member["id"], merged_into=None, deleted=0, **_UNEDITED)
            if not member["suppressed"]:
                search.remember(db, member["id"], member["recognised_text"])
    kept = [rows.recognised_of(m) for m in family if m["recognised_text"] is not None]
    return tuple(sorted(kept, key=lambda segment: (segment.start, segment.id)))


def split(db: peewee.SqliteDatabase, segment_id: int, word_index: int) -> tuple[Segment, Segment]:
    """``word_index`` is the first word of the second part."""
    row = _visible_row(db, segment_id)
    segment = rows.segment_of(row)
    if not 0 < word_index < len(segment.words):
        raise StateConflict(
            "A segment can only be split between two of its words.",
            hint="Put the cursor between two words.",
        )
    left, right = segment.words[:word_index], segment.words[word_index:]
    border = min(max(left[-1].end, segment.start), segment.end)
    first = replace(segment, words=left, text=words_text(left), end=border)
    second = replace(
        segment,
        words=right,
        text=words_text(right),
        start=min(max(right[0].start, segment.start), segment.end),
    )
    new_id = SEGMENTS.insert(
        job_id=row["job_id"],
        split_from=row["split_from"] or segment_id,
        doubt=row["doubt"],
        **rows.edited_columns(second),
    ).execute(db)
    search.remember(db, new_id, second.text)
    return _store(db, row, first), replace(second, id=new_id, edited=True)


def merge(db: peewee.SqliteDatabase, first_id: int, second_id: int) -> Segment:
    first_row, second_row = _visible_row(db, first_id), _visible_row(db, second_id)
    if first_id == second_id or first_row["job_id"] != second_row["job_id"]:
        raise StateConflict("Only two segments of one recording can be merged.")
    first, second = sorted(
        (rows.segment_of(first_row), rows.segment_of(second_row)),
        key=lambda segment: (segment.start, segment.id),
    )
    glued = starts_unspaced(second.text) and starts_unspaced(first.text[-1:])
    merged = replace(
        first,
        id=first_id,
        text=first.text + ("" if glued else " ") + second.text,
        end=max(first.end, second.end),
        words=_all_words(first) + _glued(_all_words(second), glued=glued),
        doubt=first.doubt or second.doubt,
    )
    _update(db, second_id, merged_into=first_id)
    search.forget(db, second_id)
    return _store(db, first_row, merged)


def delete(db: peewee.SqliteDatabase, segment_id: int) -> str:
    """Hide the segment; returns its job's id."""
    row = _visible_row(db, segment_id)
    _update(db, segment_id, deleted=1)
    search.forget(db, segment_id)
    return str(row["job_id"])


def restore(db: peewee.SqliteDatabase, segment_id: int) -> Segment:
    row = _row(db, segment_id)
    if not row["deleted"]:
        raise StateConflict("The segment is not deleted.")
    _update(db, segment_id, deleted=0)
    segment = rows.segment_of(row)
    search.remember(db, segment_id, segment.text)
    return segment


def _store(db: peewee.SqliteDatabase, row: rows.Row, segment: Segment) -> Segment:
    _update(db, row["id"], **rows.edited_columns(segment))
    search.remember(db, row["id"], segment.text)
    return replace(segment, edited=True)


def _row(db: peewee.SqliteDatabase, segment_id: int) -> rows.Row:
    row: rows.Row | None = SEGMENTS.select().where(SEGMENTS.c.id == segment_id).get(db)
    return _existing(row, segment_id)


def _visible_row(db: peewee.SqliteDatabase, segment_id: int) -> rows.Row:
    row = SEGMENTS.select().where(SEGMENTS.c.id == segment_id, VISIBLE).get(db)
    return _existing(row, segment_id)


def _existing(row: rows.Row | None, segment_id: int) -> rows.Row:
    if row is None:
        raise SegmentNotFound(
            f"There is no segment {segment_id} in a transcript.",
            hint="It may have been deleted or merged; open the transcript again.",
        )
    return row


def _update(db: peewee.SqliteDatabase, segment_id: int, **values: object) -> None:
    SEGMENTS.update(**values).where(SEGMENTS.c.id == segment_id).execute(db)


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
    """The words, made from the text where only that is known."""
    return segment.words or retime((), segment.text, Span(segment.start, segment.end))


def _glued(words: tuple[Word, ...], *, glued: bool) -> tuple[Word, ...]:
    return (replace(words[0], glued=glued), *words[1:]) if words else ()


def _clean(text: str) -> str:
    """One line, without control characters and halves of surrogate pairs (SQLite takes no such)."""
    spoken = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in spoken).split())
