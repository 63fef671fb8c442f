"""What the engine asks and tells: which work waits, and what came of it.

Each method is one transaction, so that a child or the whole program may be killed between any two.
Results for a job that was deleted, stopped or has ended change nothing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence

import peewee

from kopia_desktop.core.job import Job, JobError, JobStatus, MediaInfo
from kopia_desktop.core.transcript import Section, Segment
from kopia_desktop.store import claims, exports, rows, search, translations, webhooks
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import ACTIVE, JOBS, SECTIONS, SEGMENTS, SectionStatus


class WorkStore:
    """The engine's side of the store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check_writable(self) -> None:
        """Raise DiskFull, StoreError or DataFolderUnusable before the engine says that it runs.

        After a crash nothing is to be mended: jobs stay processing, their finished sections done
        and the others waiting.
        """
        with self._database.transaction() as db:
            rows.run(db, "SELECT 1")

    def next_to_prepare(self, skip: Collection[str] = ()) -> Job | None:
        """The oldest active, not paused job that is not prepared, other than those in ``skip``."""
        with self._database.reading() as db:
            return claims.next_to_prepare(db, skip)

    def next_to_recognise(
        self, skip: Collection[tuple[str, int]] = ()
    ) -> tuple[Job, Section] | None:
        """The first waiting section of the oldest job whose language is known.

        ``skip`` holds (job id, section index) already handed out.
        """
        with self._database.reading() as db:
            return claims.next_to_recognise(db, skip)

    def next_to_detect(
        self, count: int, skip: Collection[str] = ()
    ) -> tuple[Job, tuple[Section, ...]] | None:
        """The oldest ``auto`` job of unknown language that has its sections for detection."""
        with self._database.reading() as db:
            return claims.next_to_detect(db, count, skip)

    def sections_for_detection(self, job_id: str, count: int) -> tuple[Section, ...] | None:
        """The first ``count`` sections with speech, or all of a prepared job that has fewer.

        None while more may come, so that the choice never depends on timing. Raises JobNotFound.
        """
        with self._database.reading() as db:
            return claims.sections_for_detection(db, job_id, count)

    def begin(self, job_id: str, info: MediaInfo) -> bool:
        """Queued to processing, with what the container says; False for a job not active."""
        with self._database.transaction() as db:
            if _active_row(db, job_id) is None:
                return False
            duration = {"duration": info.duration} if info.duration > 0 else {}
            rows.update_job(
                db,
                job_id,
                status=JobStatus.PROCESSING,
                type=info.type,
                container=info.container,
                codec=info.codec,
                **duration,
            )
            return True

    def section_count(self, job_id: str) -> int:
        with self._database.reading() as db:
            return int(SECTIONS.select().where(SECTIONS.c.job_id == job_id).count(db))

    def known_sections(self, job_id: str) -> tuple[Section, ...]:
        """All sections cut so far, in order."""
        with self._database.reading() as db:
            query = SECTIONS.select().where(SECTIONS.c.job_id == job_id)
            found = query.order_by(SECTIONS.c.position).execute(db)
            return tuple(rows.section_of(row) for row in found)

    def waiting_sections(self, job_id: str) -> frozenset[int]:
        """Indices of the sections that still need their FLAC."""
        with self._database.reading() as db:
            query = SECTIONS.select(SECTIONS.c.position).where(
                SECTIONS.c.job_id == job_id, SECTIONS.c.status == SectionStatus.WAITING
            )
            return frozenset(query.scalars(db))

    def add_section(self, job_id: str, section: Section) -> bool:
        """A section was cut. One without a file (no speech) is done at once.

        False, and nothing changed, when the index is known already or the job is no longer active.
        """
        with self._database.transaction() as db:
            job = _active_row(db, job_id)
            if job is None or _section_row(db, job_id, section.index) is not None:
                return False
            silent = section.file_name is None
            SECTIONS.insert(
                job_id=job_id,
                status=SectionStatus.DONE if silent else SectionStatus.WAITING,
                **rows.section_columns(section),
            ).execute(db)
            done = job["done_seconds"] + (section.duration if silent else 0.0)
            rows.update_job(db, job_id, done_seconds=done)
            return True

    def finish_preparation(self, job_id: str, *, duration: float, sha256: str) -> bool:
        """All sections are cut; ``duration`` was decoded. True when that completed the job."""
        with self._database.transaction() as db:
            if _active_row(db, job_id) is None:
                return False
            rows.update_job(db, job_id, prepared=1, duration=duration, media_sha256=sha256)
            return _complete_if_done(db, job_id)

    def set_language(self, job_id: str, language: str, probability: float) -> bool:
        """What was heard (a code of languages.json, 0..1); False if the job is no longer active."""
        with self._database.transaction() as db:
            if _active_row(db, job_id) is None:
                return False
            rows.update_job(
                db, job_id, detected_language=language, language_probability=probability
            )
            return True

    def save_result(
        self,
        job_id: str,
        index: int,
        segments: Sequence[Segment],
        *,
        language: str | None,
        device: str,
        model_hash: str,
        parameters: Mapping[str, object],
    ) -> bool:
        """Store a section's segments, exactly once. True when that completed the job.

        Speech counts only where words came of it, so a job of mere noise ends as one without
        speech.
        """
        with self._database.transaction() as db:
            job, section = _active_row(db, job_id), _section_row(db, job_id, index)
            if job is None or section is None or section["status"] == SectionStatus.DONE:
                return False
            _insert_segments(db, job_id, index, segments)
            _update_section(db, job_id, index, status=SectionStatus.DONE, language=language)
            said = any(segment.text and not segment.suppressed for segment in segments)
            cut = rows.section_of(section)
            rows.update_job(
                db,
                job_id,
                status=JobStatus.PROCESSING,
                done_seconds=job["done_seconds"] + cut.duration,
                speech_seconds=job["speech_seconds"] + (cut.speech_seconds if said else 0.0),
                device=device,
                model_hash=model_hash,
                parameters=json.dumps(dict(parameters), sort_keys=True),
            )
            return _complete_if_done(db, job_id)

    def fail(self, job_id: str, error: JobError) -> bool:
        """An active job ends with ``error``; False if it is no longer active."""
        with self._database.transaction() as db:
            if _active_row(db, job_id) is None:
                return False
            rows.update_job(db, job_id, status=JobStatus.FAILED, **rows.error_columns(error))
            return True

    def note_section_crash(self, job_id: str, index: int) -> int:
        """Count a child's death on a section; returns how many (0: there is no such section)."""
        with self._database.transaction() as db:
            section = _section_row(db, job_id, index)
            if section is None:
                return 0
            _update_section(db, job_id, index, crashes=section["crashes"] + 1)
            return int(section["crashes"]) + 1

    def note_attempt(self, job_id: str, index: int) -> None:
        """A section is handed to a child; the count shows what was ever done twice."""
        with self._database.transaction() as db:
            section = _section_row(db, job_id, index)
            if section is not None:
                _update_section(db, job_id, index, attempts=section["attempts"] + 1)

    def note_prepare_crash(self, job_id: str) -> int:
        """Count a child's death preparing the job; returns how many (0: there is no such job)."""
        with self._database.transaction() as db:
            job = rows.find_row(db, job_id)
            if job is None:
                return 0
            rows.update_job(db, job_id, prepare_crashes=job["prepare_crashes"] + 1)
            return int(job["prepare_crashes"]) + 1

    def lose_section_file(self, job_id: str, index: int) -> bool:
        """A waiting section's FLAC is gone or damaged: the job is to be prepared again for it.

        False, and nothing changed, when the section is done or the job no longer active.
        """
        with self._database.transaction() as db:
            job, section = _active_row(db, job_id), _section_row(db, job_id, index)
            if job is None or section is None or section["status"] == SectionStatus.DONE:
                return False
            rows.update_job(db, job_id, prepared=0)
            return True

    def waiting_count(self) -> int:
        """How many sections of active jobs wait for recognition: how far preparation is ahead."""
        with self._database.reading() as db:
            return claims.waiting_count(db)

    def job(self, job_id: str) -> Job:
        """Raises JobNotFound."""
        with self._database.reading() as db:
            return rows.require_job(db, job_id)

    def exists(self, job_id: str) -> bool:
        """Whether the job was not deleted."""
        with self._database.reading() as db:
            return rows.find_row(db, job_id) is not None

    def active_job_ids(self) -> frozenset[str]:
        """Jobs queued or processing and not paused: no work is wanted for others."""
        with self._database.reading() as db:
            return frozenset(JOBS.select(JOBS.c.id).where(ACTIVE, JOBS.c.paused == 0).scalars(db))

    def unfinished_exists(self) -> bool:
        """Whether any job is queued or processing, paused ones included."""
        with self._database.reading() as db:
            return JOBS.select(JOBS.c.id).where(ACTIVE).limit(1).get(db) is not None


def _active_row(db: peewee.SqliteDatabase, job_id: str) -> rows.Row | None:
    row = rows.find_row(db, job_id)
    return row if row and JobStatus(row["status"]).is_active() else None


def _section_row(db: peewee.SqliteDatabase, job_id: str, index: int) -> rows.Row | None:
    query = SECTIONS.select().where(SECTIONS.c.job_id == job_id, SECTIONS.c.position == index)
    row: rows.Row | None = query.get(db)
    return row


def _update_section(db: peewee.SqliteDatabase, job_id: str, index: int, **values: object) -> None:
    one = (SECTIONS.c.job_id == job_id) & (SECTIONS.c.position == index)
    SECTIONS.update(**values).where(one).execute(db)


def _insert_segments(
    db: peewee.SqliteDatabase, job_id: str, index: int, segments: Sequence[Segment]
) -> None:
    texts: dict[int, str] = {}
    for segment in segments:
        segment_id = SEGMENTS.insert(
            job_id=job_id, section=index, **rows.recognised_columns(segment)
        ).execute(db)
        if not segment.suppressed:
            texts[segment_id] = segment.text
    search.renew(db, texts, rows.vocabulary_of_job(db, job_id))


def _complete_if_done(db: peewee.SqliteDatabase, job_id: str) -> bool:
    waiting = SECTIONS.select(SECTIONS.c.position).where(
        SECTIONS.c.job_id == job_id, SECTIONS.c.status == SectionStatus.WAITING
    )
    job = rows.require_row(db, job_id)
    if not job["prepared"] or waiting.limit(1).get(db) is not None:
        return False
    moment = rows.now()
    rows.update_job(
        db, job_id, status=JobStatus.COMPLETED, completed_at=moment, updated_at=moment, paused=0
    )
    webhooks.enqueue(db, job, moment)
    exports.enqueue(db, job)
    translations.enqueue(db, rows.job_of(job))
    return True
