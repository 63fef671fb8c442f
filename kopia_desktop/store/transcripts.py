"""Transcripts: read as they are now or as they were recognised, corrected, searched.

Reading works from the first stored section on, long before a job is completed. Each method is one
transaction. Editing raises SegmentNotFound for a segment that is no longer in a transcript,
StateConflict for what cannot be done.
"""

from __future__ import annotations

from collections.abc import Iterable

import peewee

from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.store import editing, rows, search
from kopia_desktop.store.database import Database
from kopia_desktop.store.search import SearchHit
from kopia_desktop.store.tables import SEGMENTS, VISIBLE

UNKNOWN_LANGUAGE = "und"
"""The language of a transcript whose language is still to be detected (ISO 639-2)."""


class TranscriptStore:
    """Segments in and out; ids of segments are unique over all jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, job_id: str) -> Transcript:
        """What the transcript says now, edits included. Raises JobNotFound."""
        with self._database.reading() as db:
            return _transcript(db, job_id, _current(db, job_id))

    def recognised(self, job_id: str) -> Transcript:
        """What was recognised, as if nobody had edited it. Raises JobNotFound."""
        with self._database.reading() as db:
            return _transcript(db, job_id, _recognised(db, job_id, suppressed=False))

    def segments(self, job_id: str) -> tuple[Segment, ...]:
        """The current segments by start; none when there is no such job."""
        with self._database.reading() as db:
            return _current(db, job_id)

    def part(self, job_id: str, *, section: int | None, after: int) -> Transcript:
        """The transcript's segments with a larger id than ``after``, or of one section.

        Raises JobNotFound.
        """
        terms = [SEGMENTS.c.job_id == job_id, SEGMENTS.c.id > after, VISIBLE]
        if section is not None:
            terms.append(SEGMENTS.c.section == section)
        with self._database.reading() as db:
            found = SEGMENTS.select().where(*terms).execute(db)
            return _transcript(db, job_id, _by_start(rows.segment_of(row) for row in found))

    def suppressed(self, job_id: str) -> tuple[Segment, ...]:
        """What was recognised but belongs to no transcript (inventions on silence)."""
        with self._database.reading() as db:
            return _recognised(db, job_id, suppressed=True)

    def search(
        self, text: str, *, limit: int = 50, job_id: str | None = None
    ) -> tuple[SearchHit, ...]:
        """Segments that hold all words of ``text``, of the newest recordings first.

        Words in quotes must stand together; the last word may go on. Case, accents and vowel points
        do not matter. Any text is a query: nothing in it is an error.
        """
        with self._database.reading() as db:
            return search.find(db, text, limit=limit, job_id=job_id)

    def edit_segment(
        self,
        segment_id: int,
        *,
        text: str | None = None,
        start: float | None = None,
        end: float | None = None,
    ) -> Segment:
        """Change text or times (seconds); the words are timed anew by ``retiming``'s rules."""
        with self._database.transaction() as db:
            return editing.edit(db, segment_id, text=text, start=start, end=end)

    def revert_segment(self, segment_id: int) -> tuple[Segment, ...]:
        """Back to what was recognised: edits, splits and merges around the segment are undone.

        Returns the recognised segments that took part, by start.
        """
        with self._database.transaction() as db:
            return editing.revert(db, segment_id)

    def split_segment(self, segment_id: int, word_index: int) -> tuple[Segment, Segment]:
        """Cut before the word ``word_index`` (1 or more); the first part keeps the id."""
        with self._database.transaction() as db:
            return editing.split(db, segment_id, word_index)

    def merge_segments(self, first_id: int, second_id: int) -> Segment:
        """One segment of two, in order of time; it carries the first id."""
        with self._database.transaction() as db:
            return editing.merge(db, first_id, second_id)

    def delete_segment(self, segment_id: int) -> None:
        """Take the segment out of the transcript; ``restore_segment`` brings it back."""
        with self._database.transaction() as db:
            editing.delete(db, segment_id)

    def restore_segment(self, segment_id: int) -> Segment:
        with self._database.transaction() as db:
            return editing.restore(db, segment_id)


def _transcript(
    db: peewee.SqliteDatabase, job_id: str, segments: tuple[Segment, ...]
) -> Transcript:
    job = rows.require_job(db, job_id)
    return Transcript(
        job_id=job.id,
        language=job.spoken_language or UNKNOWN_LANGUAGE,
        duration=job.duration or 0.0,
        segments=segments,
        title=job.title,
    )


def _current(db: peewee.SqliteDatabase, job_id: str) -> tuple[Segment, ...]:
    found = SEGMENTS.select().where(SEGMENTS.c.job_id == job_id, VISIBLE).execute(db)
    return _by_start(rows.segment_of(row) for row in found)


def _recognised(db: peewee.SqliteDatabase, job_id: str, *, suppressed: bool) -> tuple[Segment, ...]:
    found = (
        SEGMENTS.select()
        .where(
            SEGMENTS.c.job_id == job_id,
            SEGMENTS.c.suppressed == int(suppressed),
            SEGMENTS.c.recognised_text.is_null(False),
        )
        .execute(db)
    )
    return _by_start(rows.recognised_of(row) for row in found)


def _by_start(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    return tuple(sorted(segments, key=lambda segment: (segment.start, segment.id)))
