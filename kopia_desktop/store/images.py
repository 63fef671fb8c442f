"""The rows that a step of editing touches, as they are and as they are to be.

An *image* holds the columns of a row that editing may change, None stands for no row. Every step,
undone or done, is the writing of images over others; the search index follows what is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

import peewee

from kopia_desktop.store import rows, search
from kopia_desktop.store.tables import VISIBLE

Image = Mapping[str, Any]
Images = Mapping[int, Image | None]
"""By the id of the segment."""

SEGMENT_COLUMNS: tuple[str, ...] = (
    "edited_text",
    "edited_start",
    "edited_end",
    "edited_words",
    "split_from",
    "merged_into",
    "deleted",
    "doubt",
)
TRANSLATED_COLUMNS: tuple[str, ...] = ("edited_text", "edited_source_hash")

UNTRANSLATED: Image = dict.fromkeys(TRANSLATED_COLUMNS)
"""Of a translated segment into which nobody wrote, whether it has a row or not."""

_SEARCHED = ("edited_text", "merged_into", "deleted")


def of_row(row: rows.Row) -> dict[str, Any]:
    """The image of a row of segments."""
    return {column: row[column] for column in SEGMENT_COLUMNS}


def is_visible(image: Image | None) -> bool:
    """Whether the row was part of the transcript (``VISIBLE``; nothing suppressed is edited)."""
    return image is not None and not image["deleted"] and image["merged_into"] is None


def next_id(db: peewee.SqliteDatabase) -> int:
    """The id of a segment that is to be made in this transaction."""
    sql = "SELECT seq + 1 FROM sqlite_sequence WHERE name = 'segments'"
    return int(rows.run(db, sql).fetchone()[0])


def read(
    db: peewee.SqliteDatabase, job_id: str, ids: Iterable[int], *, translation_id: str | None
) -> dict[int, Image | None]:
    """How the rows of some segments are now, in the transcript or in a translation of it."""
    found: dict[int, Image | None]
    if translation_id is None:
        table, owner, key, columns = "segments", "job_id", "id", SEGMENT_COLUMNS
        found = dict.fromkeys(ids)
    else:
        table, owner, key = "translated_segments", "translation_id", "segment_id"
        columns, found = TRANSLATED_COLUMNS, dict.fromkeys(ids, UNTRANSLATED)
    sql = (
        f"SELECT {key}, {', '.join(columns)} FROM {table}"
        f" WHERE {owner} = ? AND {key} IN (SELECT value FROM json_each(?))"
    )
    for each, *values in rows.run(db, sql, (translation_id or job_id, json.dumps([*found]))):
        found[each] = dict(zip(columns, values, strict=True))
    return found


def write(
    db: peewee.SqliteDatabase,
    job_id: str,
    before: Images,
    after: Images,
    *,
    translation_id: str | None,
) -> None:
    """Make the rows, which are as in ``before``, what they are in ``after`` (the same ids)."""
    if translation_id is not None:
        _write_translated(db, translation_id, after)
        return
    names = ", ".join(SEGMENT_COLUMNS)
    marks = ", ".join("?" * len(SEGMENT_COLUMNS))
    made, changed, gone = _sorted_out(before, after)
    rows.run_many(
        db,
        f"INSERT INTO segments (id, job_id, {names}) VALUES (?, ?, {marks})",
        ((key, job_id, *_values(image, SEGMENT_COLUMNS)) for key, image in made.items()),
    )
    rows.run_many(
        db,
        f"UPDATE segments SET ({names}) = ({marks}) WHERE id = ?",
        ((*_values(image, SEGMENT_COLUMNS), key) for key, image in changed.items()),
    )
    # Whatever an image says, what was recognised stays.
    rows.run_many(
        db,
        "DELETE FROM segments WHERE id = ? AND recognised_text IS NULL",
        ((key,) for key in gone),
    )
    _index(db, job_id, before, after)


def _sorted_out(
    before: Images, after: Images
) -> tuple[dict[int, Image], dict[int, Image], list[int]]:
    """Rows to be made, changed and removed."""
    kept = {key: image for key, image in after.items() if image is not None}
    made = {key: image for key, image in kept.items() if before[key] is None}
    changed = {
        key: image for key, image in kept.items() if key not in made and image != before[key]
    }
    return made, changed, [key for key, image in after.items() if image is None]


def _write_translated(db: peewee.SqliteDatabase, translation_id: str, after: Images) -> None:
    """What the machine wrote stays; a row of which nothing is left goes."""
    names = ", ".join(TRANSLATED_COLUMNS)
    rows.run_many(
        db,
        f"INSERT INTO translated_segments (translation_id, segment_id, source_hash, text, {names})"
        " VALUES (?, ?, '', '', ?, ?) ON CONFLICT (translation_id, segment_id)"
        f" DO UPDATE SET ({names}) = (excluded.edited_text, excluded.edited_source_hash)",
        (
            (translation_id, key, *_values(image or UNTRANSLATED, TRANSLATED_COLUMNS))
            for key, image in after.items()
        ),
    )
    rows.run_many(
        db,
        "DELETE FROM translated_segments WHERE translation_id = ? AND segment_id = ?"
        " AND source_hash = '' AND edited_text IS NULL",
        ((translation_id, key) for key in after),
    )


def _index(db: peewee.SqliteDatabase, job_id: str, before: Images, after: Images) -> None:
    """Make findable what the segments say now, and nothing else."""
    touched = [
        key for key, image in after.items() if _searched_of(image) != _searched_of(before[key])
    ]
    sql = (
        "SELECT id, coalesce(edited_text, recognised_text) FROM segments"
        f" WHERE id IN (SELECT value FROM json_each(?)) AND {VISIBLE.sql}"
    )
    found: dict[int, str] = dict(rows.run(db, sql, (json.dumps(touched),)).fetchall())
    texts = {key: found.get(key) for key in touched}
    search.renew(db, texts, rows.vocabulary_of_job(db, job_id))


def _searched_of(image: Image | None) -> tuple[Any, ...] | None:
    return None if image is None else _values(image, _SEARCHED)


def _values(image: Image, columns: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(image[column] for column in columns)
