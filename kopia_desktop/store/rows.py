"""Rows to dataclasses of core and back."""

from __future__ import annotations

import functools
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import peewee

from kopia_desktop.core.errors import JobNotFound
from kopia_desktop.core.job import (
    ExportWish,
    Job,
    JobError,
    JobOptions,
    JobStatus,
    MediaFile,
    MediaType,
)
from kopia_desktop.core.transcript import Doubt, Section, Segment, Span, Word
from kopia_desktop.core.vocabulary import NO_VOCABULARY, Term, Vocabulary
from kopia_desktop.store.tables import JOBS

Row = Mapping[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970; a time without zone is UTC."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def now() -> int:
    return milliseconds(datetime.now(UTC))


def run(db: peewee.SqliteDatabase, sql: str, parameters: Sequence[object] = ()) -> sqlite3.Cursor:
    """A statement that peewee cannot build (full-text search)."""
    driver: Any = db
    cursor: sqlite3.Cursor = driver.execute_sql(sql, parameters)
    return cursor


def run_many(db: peewee.SqliteDatabase, sql: str, parameters: Iterable[Sequence[object]]) -> None:
    """A statement for many rows at once, which peewee would take one by one."""
    driver: Any = db
    connection: sqlite3.Connection = driver.connection()
    connection.executemany(sql, parameters)


def named(found: sqlite3.Cursor) -> Iterator[Row]:
    """What ``run`` found, each row by the names of its columns."""
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


def find_row(db: peewee.SqliteDatabase, job_id: str) -> Row | None:
    row: Row | None = JOBS.select().where(JOBS.c.id == job_id).get(db)
    return row


def require_row(db: peewee.SqliteDatabase, job_id: str) -> Row:
    """The job's row; raises JobNotFound."""
    row = find_row(db, job_id)
    if row is None:
        raise JobNotFound(
            f"There is no job {job_id}.", hint="It may have been deleted; list the jobs again."
        )
    return row


def update_job(db: peewee.SqliteDatabase, job_id: str, **values: object) -> None:
    """Change columns of a job; the time of the change goes with them."""
    values.setdefault("updated_at", now())
    JOBS.update(**values).where(JOBS.c.id == job_id).execute(db)


def vocabulary_of_job(db: peewee.SqliteDatabase, job_id: str) -> Vocabulary:
    """How names are spelled in a job; none where it is not there any more."""
    return vocabulary_of(JOBS.select(JOBS.c.vocabulary).where(JOBS.c.id == job_id).scalar(db))


def require_job(db: peewee.SqliteDatabase, job_id: str) -> Job:
    return job_of(require_row(db, job_id))


def job_of(row: Row) -> Job:
    return Job(
        id=row["id"],
        status=JobStatus(row["status"]),
        options=_options_of(row),
        created_at=moment(row["created_at"]),
        updated_at=moment(row["updated_at"]),
        media=media_of(row),
        type=MediaType(row["type"]) if row["type"] else None,
        detected_language=row["detected_language"],
        language_probability=row["language_probability"],
        duration=row["duration"],
        media_sha256=row["media_sha256"],
        container=row["container"],
        codec=row["codec"],
        device=row["device"],
        model_hash=row["model_hash"],
        prepared=bool(row["prepared"]),
        paused=bool(row["paused"]),
        speech_seconds=row["speech_seconds"],
        progress=_progress(row),
        error=error_of(row),
        completed_at=None if row["completed_at"] is None else moment(row["completed_at"]),
        media_url=row["media_url"],
        webhook_url=row["webhook_url"],
    )


def options_columns(options: JobOptions) -> dict[str, object]:
    wish = options.export
    return recognition_columns(options) | {
        "remove_filler_words": int(options.remove_filler_words),
        "translate_to": ",".join(options.translate_to),
        "export_formats": None if wish is None else ",".join(wish.formats),
        "export_folder": None if wish is None else name_column(wish.folder),
        "vocabulary": vocabulary_column(options.vocabulary),
    }


def recognition_columns(options: JobOptions) -> dict[str, object]:
    """What decides what is recognised, besides the vocabulary's terms; the other options only say
    what is made of it.
    """
    return {
        "language": options.language,
        "model": options.model,
        "audio_track": options.audio_track,
    }


def media_columns(media: MediaFile) -> dict[str, object]:
    return {
        "media_path": name_column(media.path),
        "media_name": name_column(media.name),
        "media_size": media.size_bytes,
        "media_modified_ns": media.modified_ns,
        "media_owned": int(media.owned),
        "media_content_type": media.content_type,
    }


def media_of(row: Row) -> MediaFile | None:
    if row["media_path"] is None:
        return None
    return MediaFile(
        path=name_of_column(row["media_path"]),
        name=name_of_column(row["media_name"]),
        size_bytes=row["media_size"],
        modified_ns=row["media_modified_ns"],
        owned=bool(row["media_owned"]),
        content_type=row["media_content_type"],
    )


def name_column(name: str) -> str | bytes:
    """A file name as SQLite takes it: bytes where the system's name is no valid Unicode."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name


def name_of_column(value: str | bytes) -> str:
    return value if isinstance(value, str) else os.fsdecode(value)


def section_columns(section: Section) -> dict[str, object]:
    return {
        "position": section.index,
        "start": section.start,
        "end": section.end,
        "spans": json.dumps([[span.start, span.end] for span in section.spans]),
        "file_name": section.file_name,
    }


def section_of(row: Row) -> Section:
    return Section(
        index=row["position"],
        start=row["start"],
        end=row["end"],
        spans=tuple(Span(start, end) for start, end in json.loads(row["spans"])),
        file_name=row["file_name"],
    )


def recognised_columns(segment: Segment) -> dict[str, object]:
    return {
        "recognised_text": segment.text,
        "recognised_start": segment.start,
        "recognised_end": segment.end,
        "recognised_words": words_column(segment.words),
        "doubt": segment.doubt,
        "suppressed": int(segment.suppressed),
    }


def edited_columns(segment: Segment) -> dict[str, object]:
    return {
        "edited_text": segment.text,
        "edited_start": segment.start,
        "edited_end": segment.end,
        "edited_words": words_column(segment.words),
    }


def segment_of(row: Row) -> Segment:
    """The segment as it reads now: what a person wrote, else what was recognised."""
    return _segment(row, "recognised" if row["edited_text"] is None else "edited")


def recognised_of(row: Row) -> Segment:
    return _segment(row, "recognised")


def words_column(words: Iterable[Word]) -> str:
    """Compact JSON: [[text, start, end, confidence, glued as 0 or 1], ...]."""
    return json.dumps(
        [[word.text, word.start, word.end, word.confidence, int(word.glued)] for word in words],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _segment(row: Row, version: str) -> Segment:
    return Segment(
        id=row["id"],
        start=row[f"{version}_start"],
        end=row[f"{version}_end"],
        text=row[f"{version}_text"],
        words=tuple(
            Word(text, start, end, confidence, bool(glued))
            for text, start, end, confidence, glued in json.loads(row[f"{version}_words"])
        ),
        doubt=Doubt(row["doubt"]) if row["doubt"] else None,
        edited=version == "edited",
        suppressed=bool(row["suppressed"]),
    )


def _options_of(row: Row) -> JobOptions:
    return JobOptions(
        language=row["language"],
        model=row["model"],
        remove_filler_words=bool(row["remove_filler_words"]),
        audio_track=row["audio_track"],
        translate_to=parted(row["translate_to"]),
        export=_export_wish_of(row),
        vocabulary=vocabulary_of(row["vocabulary"]),
    )


def vocabulary_column(vocabulary: Vocabulary) -> str | None:
    """Compact JSON: [[term, heard, ...], ...]; None for none."""
    if not vocabulary:
        return None
    rows = [[term.text, *term.heard] for term in vocabulary.terms]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


@functools.lru_cache(maxsize=64)
def vocabulary_of(column: str | None) -> Vocabulary:
    """The same one for the same text: those of a page of jobs are read once."""
    if column is None:
        return NO_VOCABULARY
    return Vocabulary(tuple(Term(text, tuple(heard)) for text, *heard in json.loads(column)))


def _export_wish_of(row: Row) -> ExportWish | None:
    if row["export_formats"] is None:
        return None
    return ExportWish(parted(row["export_formats"]), name_of_column(row["export_folder"]))


def parted(text: str) -> tuple[str, ...]:
    """The entries of a column that holds several, parted by commas."""
    return tuple(text.split(",")) if text else ()


NO_ERROR: dict[str, object] = {"error_code": None, "error_message": None, "error_hint": None}


def error_columns(error: JobError) -> dict[str, object]:
    """A file name in a message may be no valid Unicode; its odd bytes are spelled out."""
    return {
        "error_code": error.code,
        "error_message": _speakable(error.message),
        "error_hint": _speakable(error.hint),
    }


def _speakable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def error_of(row: Row) -> JobError | None:
    if row["error_code"] is None:
        return None
    return JobError(row["error_code"], row["error_message"], row["error_hint"])


def _progress(row: Row) -> float:
    if row["status"] == JobStatus.COMPLETED:
        return 1.0
    duration = row["duration"] or 0.0
    return min(max(row["done_seconds"] / duration, 0.0), 1.0) if duration > 0 else 0.0


def moment(value: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=value)
