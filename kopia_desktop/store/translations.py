"""Translations of completed jobs: asked for, read, removed; and what the engine makes of them.

Each method is one transaction; ``add`` looks before it writes, because comparing a whole transcript
must not hold up other writers. Results for a translation that was deleted (as all of a deleted
job's are) or has ended change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import peewee
from peewee import SQL

from kopia_desktop.core.edits import Edited
from kopia_desktop.core.errors import StateConflict, TranslationNotFound
from kopia_desktop.core.job import Job, JobError, JobStatus, new_id
from kopia_desktop.core.languages import base
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.core.translation import (
    TranslatedSegment,
    Translation,
    TranslationPlan,
    TranslationStatus,
    Waiting,
)
from kopia_desktop.store import erasures, exports, reading, rows, translated
from kopia_desktop.store.database import Database
from kopia_desktop.store.tables import TRANSLATIONS

_ACTIVE = SQL("translations.status IN ('pending', 'processing')")
"""In the literal form for which SQLite takes the index of active translations."""

# Those asked for within one millisecond keep the order in which they were asked for.
_OLDEST_FIRST = (TRANSLATIONS.c.created_at, SQL("translations.rowid"))


class TranslationStore:
    """One row a job, language and formality."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # What faces ask

    def add(
        self, job_id: str, languages: Sequence[str], *, formal: bool
    ) -> tuple[Translation, ...]:
        """One translation a language, in the order asked, each language once.

        One that is there already is returned: to be run again if it failed, if the transcript was
        edited since, or if it is being made (the engine then looks once more for edits). Raises
        JobNotFound, StateConflict for a job that is not completed.
        """
        outdated = self._outdated(job_id, formal=formal)
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            if job.status is not JobStatus.COMPLETED:
                raise StateConflict(
                    f"The job is {job.status}; only a completed one can be translated.",
                    hint="Wait until it is completed.",
                )
            return tuple(
                _wanted(db, job_id, language, formal=formal, outdated=outdated)
                for language in dict.fromkeys(languages)
            )

    def list(self, job_id: str) -> tuple[Translation, ...]:
        """All of a job, oldest first. Raises JobNotFound."""
        with self._database.reading() as db:
            rows.require_row(db, job_id)
            query = TRANSLATIONS.select().where(TRANSLATIONS.c.job_id == job_id)
            found = query.order_by(*_OLDEST_FIRST).execute(db)
            return tuple(_translation_of(row) for row in found)

    def get(self, job_id: str, translation_id: str) -> Translation:
        """Raises JobNotFound, TranslationNotFound."""
        with self._database.reading() as db:
            return _require(db, job_id, translation_id)

    def delete(self, job_id: str, translation_id: str) -> None:
        """Remove it with its text. Raises JobNotFound, TranslationNotFound."""
        with self._database.transaction() as db:
            _require(db, job_id, translation_id)
            TRANSLATIONS.delete().where(TRANSLATIONS.c.id == translation_id).execute(db)
            erasures.note_translation(db, translation_id)

    def transcript(self, job_id: str, translation_id: str) -> Transcript:
        """The job's transcript in the other language: same order, same times, no words.

        What a person wrote wins; segments that are not translated yet (they came by a split since)
        or of which nothing is left are not in it. A text stands on through the time of segments
        behind it to which its sentence left no word. Raises JobNotFound, TranslationNotFound,
        StateConflict when it is not completed.
        """
        with self._database.reading() as db:
            translation = _require(db, job_id, translation_id)
            if not translation.is_completed():
                raise StateConflict(
                    f"The translation is {translation.status}.",
                    hint="Wait until it is completed; a failed one can be asked for again.",
                )
            return translated.transcript(db, rows.require_job(db, job_id), translation)

    def stale(self, job_id: str, translation_id: str) -> frozenset[int]:
        """Segments whose translation is missing or of an earlier text; those a person wrote too.

        Where a sentence stands in several segments, an edit of one makes all of them stale. Raises
        JobNotFound, TranslationNotFound.
        """
        with self._database.reading() as db:
            _require(db, job_id, translation_id)
            job = rows.require_job(db, job_id)
            source = translated.passages(job, translated.segments(db, job))
            return translated.outdated(db, translation_id, source)

    def edit(self, job_id: str, translation_id: str, segment_id: int, text: str) -> Edited:
        """What a person writes in place of the machine's text; one step to be undone.

        Raises JobNotFound, TranslationNotFound, SegmentNotFound, StateConflict (empty text).
        """
        with self._database.transaction() as db:
            _require(db, job_id, translation_id)
            job = rows.require_job(db, job_id)
            return translated.edit(db, job, translation_id, segment_id, text=text)

    def revert(self, job_id: str, translation_id: str, segment_id: int) -> Edited:
        """Back to the machine's text; one step to be undone. Raises as ``edit`` does."""
        with self._database.transaction() as db:
            _require(db, job_id, translation_id)
            job = rows.require_job(db, job_id)
            return translated.edit(db, job, translation_id, segment_id, text=None)

    # What the engine asks and tells

    def next_waiting(self) -> Translation | None:
        """The oldest that is pending or processing."""
        with self._database.reading() as db:
            row = TRANSLATIONS.select().where(_ACTIVE).order_by(*_OLDEST_FIRST).limit(1).get(db)
            return _translation_of(row) if row else None

    def active_ids(self) -> frozenset[str]:
        """Those for which work is wanted."""
        with self._database.reading() as db:
            return frozenset(TRANSLATIONS.select(TRANSLATIONS.c.id).where(_ACTIVE).scalars(db))

    def begin(self, translation_id: str) -> TranslationPlan | None:
        """To processing; the segments to go through. None if it is gone or has ended."""
        with self._database.transaction() as db:
            row = _active_row(db, translation_id)
            if row is None:
                return None
            if row["status"] != TranslationStatus.PROCESSING:
                _update(db, translation_id, status=TranslationStatus.PROCESSING)
            job = rows.require_job(db, row["job_id"])
            return TranslationPlan(job.spoken_language, reading.ids(db, job.id))

    def waiting(
        self, translation_id: str, segment_ids: Sequence[int], *, goes_on: bool = False
    ) -> Waiting:
        """The passages of some segments, in order of time, with a segment that has no translation
        of what it says now.

        What a person wrote is never translated over, and asks for nothing. ``goes_on``: the
        transcript has more behind these segments, so that their last passage may be unfinished.
        """
        with self._database.reading() as db:
            row = _active_row(db, translation_id)
            if row is None:
                return Waiting((), len(segment_ids))
            job = rows.require_job(db, row["job_id"])
            return translated.waiting(db, job, translation_id, segment_ids, goes_on=goes_on)

    def save(
        self,
        translation_id: str,
        segments: Sequence[TranslatedSegment],
        *,
        formal_applied: bool,
        progress: float,
    ) -> bool:
        """Store the texts of some segments; ``progress`` is 0..1. False if it is gone or ended."""
        with self._database.transaction() as db:
            row = _active_row(db, translation_id)
            if row is None:
                return False
            translated.store(db, translation_id, segments)
            _update(
                db,
                translation_id,
                progress=progress,
                formal_applied=int(row["formal_applied"] or formal_applied),
            )
            return True

    def complete(self, translation_id: str) -> bool:
        """The plan is worked through.

        False, and nothing changed, if it is gone or was asked for again since ``begin``: then the
        engine begins once more.
        """
        with self._database.transaction() as db:
            row = _active_row(db, translation_id)
            if row is None or row["status"] != TranslationStatus.PROCESSING:
                return False
            _update(db, translation_id, status=TranslationStatus.COMPLETED, progress=1.0)
            job = rows.require_row(db, row["job_id"])
            exports.enqueue(db, job, translation_id=translation_id)
            return True

    def fail(self, translation_id: str, error: JobError) -> bool:
        """End an active one with ``error``; what is translated stays. False if it is not active."""
        with self._database.transaction() as db:
            if _active_row(db, translation_id) is None:
                return False
            columns = rows.error_columns(error)
            _update(db, translation_id, status=TranslationStatus.FAILED, **columns)
            return True

    def note_crash(self, translation_id: str) -> int:
        """Count a child's death at an active one; returns how many (0: it is gone or has ended)."""
        with self._database.transaction() as db:
            row = _active_row(db, translation_id)
            if row is None:
                return 0
            _update(db, translation_id, crashes=row["crashes"] + 1)
            return int(row["crashes"]) + 1

    def _outdated(self, job_id: str, *, formal: bool) -> frozenset[str]:
        """Completed translations of the job that lack something of what it says now."""
        query = TRANSLATIONS.select(TRANSLATIONS.c.id).where(
            TRANSLATIONS.c.job_id == job_id,
            TRANSLATIONS.c.formal == int(formal),
            TRANSLATIONS.c.status == TranslationStatus.COMPLETED,
        )
        with self._database.reading() as db:
            completed = list(query.scalars(db))
            if not completed:
                return frozenset()
            job = rows.require_job(db, job_id)
            source = translated.passages(job, translated.segments(db, job))
            return frozenset(
                one for one in completed if translated.outdated(db, one, source, even_written=False)
            )


def enqueue(db: peewee.SqliteDatabase, job: Job) -> None:
    """What a job that is completed in this transaction wishes; not the language it is in."""
    for language in dict.fromkeys(job.options.translate_to):
        if base(language) != base(job.spoken_language or ""):
            _insert(db, job.id, language, formal=True)


def _wanted(
    db: peewee.SqliteDatabase, job_id: str, language: str, *, formal: bool, outdated: frozenset[str]
) -> Translation:
    """The translation, made or to be run again where that is needed."""
    same = (
        (TRANSLATIONS.c.job_id == job_id)
        & (TRANSLATIONS.c.language == language)
        & (TRANSLATIONS.c.formal == int(formal))
    )
    row = TRANSLATIONS.select().where(same).get(db)
    if row is None:
        _insert(db, job_id, language, formal=formal)
    elif row["status"] == TranslationStatus.PROCESSING:
        _update(db, row["id"], status=TranslationStatus.PENDING)
    elif row["status"] == TranslationStatus.FAILED or row["id"] in outdated:
        _update(
            db,
            row["id"],
            status=TranslationStatus.PENDING,
            progress=0.0,
            crashes=0,
            **rows.NO_ERROR,
        )
    return _translation_of(TRANSLATIONS.select().where(same).get(db))


def _insert(db: peewee.SqliteDatabase, job_id: str, language: str, *, formal: bool) -> None:
    moment = rows.now()
    TRANSLATIONS.insert(
        id=new_id("trl"),
        job_id=job_id,
        language=language,
        formal=int(formal),
        status=TranslationStatus.PENDING,
        created_at=moment,
        updated_at=moment,
    ).execute(db)


def _require(db: peewee.SqliteDatabase, job_id: str, translation_id: str) -> Translation:
    rows.require_row(db, job_id)
    query = TRANSLATIONS.select().where(
        TRANSLATIONS.c.id == translation_id, TRANSLATIONS.c.job_id == job_id
    )
    row = query.get(db)
    if row is None:
        raise TranslationNotFound(
            f"The job {job_id} has no translation {translation_id}.",
            hint="It may have been deleted; list the job's translations again.",
        )
    return _translation_of(row)


def _active_row(db: peewee.SqliteDatabase, translation_id: str) -> rows.Row | None:
    query = TRANSLATIONS.select().where(TRANSLATIONS.c.id == translation_id, _ACTIVE)
    row: rows.Row | None = query.get(db)
    return row


def _update(db: peewee.SqliteDatabase, translation_id: str, **values: object) -> None:
    one = TRANSLATIONS.c.id == translation_id
    TRANSLATIONS.update(updated_at=rows.now(), **values).where(one).execute(db)


def _translation_of(row: rows.Row) -> Translation:
    return Translation(
        id=row["id"],
        job_id=row["job_id"],
        language=row["language"],
        formal=bool(row["formal"]),
        formal_applied=bool(row["formal_applied"]),
        status=TranslationStatus(row["status"]),
        created_at=rows.moment(row["created_at"]),
        updated_at=rows.moment(row["updated_at"]),
        progress=row["progress"],
        error=rows.error_of(row),
    )
