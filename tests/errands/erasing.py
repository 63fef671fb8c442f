"""Jobs that have everything a job can have, in words that are found again wherever they lie.

Run as a program it deletes one and erases it, to be killed meanwhile: DATA_FOLDER JOB_ID.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import peewee

from kopia_desktop.core.events import EventBus
from kopia_desktop.core.job import JobOptions, JobStatus, MediaFile, MediaInfo, MediaType
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.errands.eraser import Eraser
from kopia_desktop.services.jobs import JobService
from kopia_desktop.store import erasures, rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.search import fold
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore

_PLACES = (
    "title text edit logged long translation translated rendered mediaurl webhookurl secret "
    "delivery answer upload path error"
).split()


@dataclass(frozen=True, slots=True)
class Made:
    job_id: str
    words: tuple[str, ...]


def word(place: str, name: str) -> str:
    """A word of one place and one job, with accents that the search index folds away."""
    return f"Quérk{place}Ünd{name}ßø"


def make(data: DataFolder, database: Database, status: JobStatus) -> Made:
    """A job in the status, with files, and its words in every table."""
    store, name = JobStore(database), status.value
    place = {each: word(each, name) for each in _PLACES}
    job = store.add(
        options=JobOptions("en"),
        media_url=f"https://a.example/{place['mediaurl']}",
        webhook_url=f"http://a.example/{place['webhookurl']}",
        webhook_secret=place["secret"],
    )
    write_files(data, job.id)
    media = data.uploads / f"{job.id}.0badcafe.media"
    columns = rows.media_columns(
        MediaFile(str(media), place["title"], 10, 1, owned=True, content_type=place["path"])
    )
    with database.transaction() as db:
        rows.update_job(
            db, job.id, status=JobStatus.QUEUED, error_message=place["error"], **columns
        )
        _fill_tables(db, job.id, place)
    _recognise(database, job.id, place)
    with database.transaction() as db:
        rows.update_job(db, job.id, status=status)
    return Made(job.id, tuple(place.values()))


def write_files(data: DataFolder, job_id: str) -> None:
    data.sections(job_id).mkdir(parents=True)
    data.uploads.mkdir(exist_ok=True)
    data.peaks(job_id).parent.mkdir(exist_ok=True)
    for path in (
        data.sections(job_id) / "000000.flac",
        data.peaks(job_id),
        data.peaks(job_id).with_suffix(".part"),
        *(data.uploads / f"{job_id}.{end}" for end in ("part", "0badcafe.part", "0badcafe.media")),
    ):
        path.write_bytes(b"voice")


def _fill_tables(db: peewee.SqliteDatabase, job_id: str, place: dict[str, str]) -> None:
    statements: tuple[tuple[str, tuple[object, ...]], ...] = (
        (
            "INSERT INTO uploads (job_id, length, media_name) VALUES (?, 9, ?)",
            (job_id, place["upload"]),
        ),
        (
            "INSERT INTO translations (id, job_id, language, formal, status, created_at,"
            " updated_at, error_message) VALUES ('trl_' || ?1, ?1, 'es', 1, 'failed', 1, 1, ?2)",
            (job_id, place["translation"]),
        ),
        (
            "INSERT INTO translated_segments (translation_id, segment_id, source_hash, text,"
            " edited_text) VALUES ('trl_' || ?1, 1, '', ?2, ?2)",
            (job_id, place["translated"] * 300),
        ),
        (
            "INSERT INTO webhooks (job_id, id, url, secret, status, created_at)"
            " VALUES (?1, 'whk_' || ?1, ?2, ?3, 'failed', 1)",
            (job_id, place["webhookurl"], place["secret"]),
        ),
        ("INSERT INTO deliveries VALUES (?, 1, 1, 1, NULL, ?)", (job_id, place["delivery"])),
        (
            "INSERT INTO idempotency (key_hash, fingerprint, status, body, job_id, created_at)"
            " VALUES (?1, 'f', 200, CAST(?2 AS BLOB), ?1, 1)",
            (job_id, place["answer"] * 300),
        ),
    )
    for sql, parameters in statements:
        rows.run(db, sql, parameters)


def _recognise(database: Database, job_id: str, place: dict[str, str]) -> None:
    work = WorkStore(database)
    work.begin(job_id, MediaInfo(MediaType.AUDIO, 20.0, "wav", "pcm_s16le", 1))
    for index, text in enumerate([place["text"], place["long"] * 400]):
        start = 10.0 * index
        work.add_section(job_id, Section(index, start, start + 10, (Span(start, start + 9),), "0"))
        said = Segment(0, start, start + 1, text, (Word(text, start, start + 1, 0.9),))
        work.save_result(
            job_id, index, [said], language="en", device="", model_hash="", parameters={}
        )
    _edit(database, job_id, place)


def _edit(database: Database, job_id: str, place: dict[str, str]) -> None:
    """Steps in the log, done and undone, that hold words which the transcript no longer has."""
    transcripts = TranscriptStore(database)
    first, long = transcripts.segments(job_id)
    transcripts.edit(job_id, first.id, text=f"{place['edit']} {place['text']}")
    transcripts.edit(job_id, long.id, text=f"{place['logged'] * 300}")
    transcripts.undo(job_id)
    translation_id = f"trl_{job_id}"
    text = f"{place['translated']} {place['rendered']}"
    TranslationStore(database).edit(job_id, translation_id, first.id, text)
    TranslationStore(database).revert(job_id, translation_id, first.id)
    transcripts.undo(job_id)
    transcripts.undo(job_id)


def found_in(folder: Path, words: tuple[str, ...]) -> list[str]:
    """Which words lie in which files, as they are written and as they are indexed."""
    wanted = {form for each in words for form in (each, fold(each).text)}
    return [
        f"{each} in {path.relative_to(folder)}"
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for content in [path.read_bytes()]
        for each in sorted(wanted)
        if each.encode() in content
    ]


def files_of(folder: Path, job_id: str) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if job_id in path.relative_to(folder).as_posix()
    )


def main(root: Path, job_id: str) -> None:
    erasures._SETTLED_AFTER = timedelta(0)
    data = DataFolder(root)
    database = Database(data.database, backups=data.backups)
    service = JobService(JobStore(database), ExportStore(database), data, EventBus())
    eraser = Eraser(data, database)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    service.delete(job_id)
    while not eraser.run_once():
        pass


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
