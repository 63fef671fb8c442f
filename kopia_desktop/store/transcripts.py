"""Transcripts: read as they are now or as they were recognised, corrected, searched.

Reading works from the first stored section on, long before a job is completed, and so does editing.
Each method is one transaction, and each of those that edit is one step that can be undone. They
raise JobNotFound, SegmentNotFound for a segment that is not in the job's transcript (any more),
StateConflict for what cannot be done; nothing has changed then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import peewee

from kopia_desktop.core.edits import Edited, History
from kopia_desktop.core.hits import SearchHit
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.store import edit_log, editing, reading, rows, search, translated
from kopia_desktop.store.database import Database
from kopia_desktop.store.edit_log import Step
from kopia_desktop.store.tables import SEGMENTS, VISIBLE


class TranscriptStore:
    """Segments in and out; ids of segments are unique over all jobs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Reading

    def get(self, job_id: str) -> Transcript:
        """What the transcript says now, edits included. Raises JobNotFound."""
        with self._database.reading() as db:
            job = rows.require_job(db, job_id)
            return reading.transcript(job, reading.current(db, job_id))

    def pieces(self, job_id: str, *, size: int) -> Iterator[Transcript]:
        """What ``get`` returns, ``size`` segments at a time in order of start; at least one piece.

        Each piece is one transaction; others may edit and add between two. No segment comes twice,
        and none is missed that is there in the end: those that came to be before the place that was
        reached are the last pieces. A segment that was changed after it was given is not given
        again. Raises JobNotFound.
        """
        given: set[int] = set()
        start, last_id = -1.0, 0
        while True:
            with self._database.reading() as db:
                job = rows.require_job(db, job_id)
                found = reading.following(db, job_id, start=start, segment_id=last_id, limit=size)
            if not found:
                break
            start, last_id = found[-1].start, found[-1].id
            fresh = tuple(segment for segment in found if segment.id not in given)
            given.update(segment.id for segment in fresh)
            if fresh:
                yield reading.transcript(job, fresh)
        yield from self._missed(job_id, given, size)

    def recognised(self, job_id: str) -> Transcript:
        """What was recognised, as if nobody had edited it. Raises JobNotFound."""
        with self._database.reading() as db:
            job = rows.require_job(db, job_id)
            return reading.transcript(job, reading.recognised(db, job_id, suppressed=False))

    def segments(self, job_id: str) -> tuple[Segment, ...]:
        """The current segments by start; none when there is no such job."""
        with self._database.reading() as db:
            return reading.current(db, job_id)

    def part(self, job_id: str, *, section: int | None, after: int) -> Transcript:
        """The transcript's segments with a larger id than ``after``, or of one section.

        Raises JobNotFound.
        """
        terms = [SEGMENTS.c.job_id == job_id, SEGMENTS.c.id > after, VISIBLE]
        if section is not None:
            terms.append(SEGMENTS.c.section == section)
        with self._database.reading() as db:
            found = SEGMENTS.select().where(*terms).execute(db)
            segments = reading.by_start(rows.segment_of(row) for row in found)
            return reading.transcript(rows.require_job(db, job_id), segments)

    def suppressed(self, job_id: str) -> tuple[Segment, ...]:
        """What was recognised but belongs to no transcript (inventions on silence)."""
        with self._database.reading() as db:
            return reading.recognised(db, job_id, suppressed=True)

    def search(
        self, text: str, *, limit: int = 50, job_id: str | None = None
    ) -> tuple[SearchHit, ...]:
        """Segments that hold all words of ``text``, of the newest recordings first.

        Words in quotes must stand together; the last word may go on. Case, accents and vowel points
        do not matter. Any text is a query: nothing in it is an error.
        """
        with self._database.reading() as db:
            return search.find(db, text, limit=limit, job_id=job_id)

    # Editing

    def edit(
        self,
        job_id: str,
        segment_id: int,
        *,
        text: str | None = None,
        start: float | None = None,
        end: float | None = None,
    ) -> Edited:
        """Change text or times (seconds); the words are timed anew by ``retiming``'s rules."""
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            return editing.edit(db, job, segment_id, text=text, start=start, end=end)

    def split(
        self, job_id: str, segment_id: int, position: int, *, text: str | None = None
    ) -> Edited:
        """Cut at the word border nearest to a character of the text; the first part keeps the id.

        ``text`` is what a person made of the text and did not save yet; ``position`` is in it.
        """
        with self._database.transaction() as db:
            job = rows.require_job(db, job_id)
            return editing.split(db, job, segment_id, position, text=text)

    def merge(self, job_id: str, first_id: int, second_id: int) -> Edited:
        """One segment of two, in order of time; it carries the first id."""
        with self._database.transaction() as db:
            return editing.merge(db, rows.require_job(db, job_id), first_id, second_id)

    def delete(self, job_id: str, segment_ids: Sequence[int]) -> Edited:
        """Take segments out of the transcript, all of them or none."""
        with self._database.transaction() as db:
            return editing.delete(db, rows.require_job(db, job_id), segment_ids)

    def revert(self, job_id: str, segment_id: int) -> Edited:
        """Back to what was recognised: edits, splits and merges around the segment are undone."""
        with self._database.transaction() as db:
            return editing.revert(db, rows.require_job(db, job_id), segment_id)

    def replace_all(
        self, job_id: str, wanted: str, replacement: str, *, match_case: bool, whole_words: bool
    ) -> Edited:
        """Replace what ``core.finding`` finds; a segment of which nothing is left is deleted."""
        with self._database.transaction() as db:
            return editing.replace_all(
                db,
                rows.require_job(db, job_id),
                wanted,
                replacement,
                match_case=match_case,
                whole_words=whole_words,
            )

    def undo(self, job_id: str) -> Edited | None:
        """Take back the last step, in the transcript or a translation; None without one.

        Raises StateConflict when something else changed its rows since.
        """
        with self._database.transaction() as db:
            rows.require_row(db, job_id)
            return _outcome(db, job_id, edit_log.undo(db, job_id))

    def redo(self, job_id: str) -> Edited | None:
        """Do again what was undone last; otherwise as ``undo``."""
        with self._database.transaction() as db:
            rows.require_row(db, job_id)
            return _outcome(db, job_id, edit_log.redo(db, job_id))

    def history(self, job_id: str) -> History:
        """What ``undo`` and ``redo`` would do. Raises JobNotFound."""
        with self._database.reading() as db:
            rows.require_row(db, job_id)
            return edit_log.history(db, job_id)

    def _missed(self, job_id: str, given: set[int], size: int) -> Iterator[Transcript]:
        """What came to be behind the back of ``pieces``; one empty piece where it gave none."""
        while True:
            with self._database.reading() as db:
                job = rows.require_job(db, job_id)
                missed = [each for each in reading.ids(db, job_id) if each not in given][:size]
                found = reading.some(db, job_id, missed)
            if found or not given:
                yield reading.transcript(job, found)
            if not found:
                return
            given.update(missed)


def _outcome(db: peewee.SqliteDatabase, job_id: str, step: Step | None) -> Edited | None:
    if step is None:
        return None
    job = rows.require_job(db, job_id)
    if step.translation_id is not None:
        return translated.outcome(db, job, step)
    return editing.outcome(db, job, step)
