"""Read, search and correct transcripts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kopia_desktop.core.edits import Edited, History
from kopia_desktop.core.events import EventBus, SegmentsEdited, TranslationsChanged
from kopia_desktop.core.hits import SearchHit
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.core.views import view
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore

PIECE_SEGMENTS = 400
"""Segments of a piece of a transcript: read in some hundredths of a second."""


class TranscriptService:
    """What a person reads is a view: spelling and filler words as the job asked for them.

    What they edit is the view with filler words, and each call is one step that can be undone. An
    edit is on disk when the call returns, whatever the job's status; then its event goes out.
    Edits raise JobNotFound, SegmentNotFound for a segment that is not in the job's transcript (any
    more), and StateConflict for what cannot be done; nothing has changed then.
    """

    def __init__(self, jobs: JobStore, transcripts: TranscriptStore, bus: EventBus) -> None:
        self._jobs = jobs
        self._transcripts = transcripts
        self._bus = bus

    # Reading

    def read(self, job_id: str, *, remove_fillers: bool | None = None) -> Transcript:
        """The transcript so far; ``remove_fillers`` None follows the job. Raises JobNotFound."""
        return self._seen(self._transcripts.get(job_id), remove_fillers)

    def beginning(
        self, job_id: str, count: int, *, remove_fillers: bool | None = None
    ) -> tuple[Transcript, bool]:
        """What ``read`` makes of the first ``count`` segments, and whether that is all of it."""
        stored = next(self._transcripts.pieces(job_id, size=count))
        return self._seen(stored, remove_fillers), len(stored.segments) < count

    def pieces(self, job_id: str, *, size: int = PIECE_SEGMENTS) -> Iterator[Transcript]:
        """The transcript so far with filler words, ``size`` segments at a time by start.

        At least one piece comes, the first one fast. What others edit and add meanwhile makes no
        segment come twice, nor one be missed that is there in the end; segments that came to be
        before the place that was reached are the last pieces, and what is changed after it was
        given is not given again. Raises JobNotFound, also between two pieces.
        """
        for piece in self._transcripts.pieces(job_id, size=size):
            yield view(piece, remove_fillers=False)

    def recognised(self, job_id: str, *, section: int | None = None, after: int = 0) -> Transcript:
        """The part that was stored after the segment ``after``, or with a section, as the job asked
        for it. Raises JobNotFound.
        """
        return self._seen(self._transcripts.part(job_id, section=section, after=after), None)

    def search(self, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """Sentences of all transcripts that hold the words."""
        return self._transcripts.search(text, limit=limit)

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
        """Correct text or times (seconds); what was recognised stays beside it."""
        return self._told(
            job_id, self._transcripts.edit(job_id, segment_id, text=text, start=start, end=end)
        )

    def split(
        self, job_id: str, segment_id: int, position: int, *, text: str | None = None
    ) -> Edited:
        """Cut a segment in two at the word border that is nearest to a character of its text.

        ``position`` counts characters as Python does (an emoji is one). ``text`` is what a person
        made of the text and did not save yet: then the position is in it, and one step does both.
        Where a part would be empty this is refused with StateConflict.
        """
        return self._told(job_id, self._transcripts.split(job_id, segment_id, position, text=text))

    def merge(self, job_id: str, first_id: int, second_id: int) -> Edited:
        """One segment of two, in order of time; it carries the first id."""
        return self._told(job_id, self._transcripts.merge(job_id, first_id, second_id))

    def delete(self, job_id: str, segment_ids: Sequence[int]) -> Edited:
        """Take segments out of the transcript, all of them or none."""
        return self._told(job_id, self._transcripts.delete(job_id, segment_ids))

    def revert(self, job_id: str, segment_id: int) -> Edited:
        """Back to what was recognised: edits, splits and merges around the segment are undone."""
        return self._told(job_id, self._transcripts.revert(job_id, segment_id))

    def replace_all(
        self, job_id: str, wanted: str, replacement: str, *, match_case: bool, whole_words: bool
    ) -> Edited:
        """Replace what ``core.finding`` finds in the whole transcript, in one step.

        A segment of which nothing is left is deleted.
        """
        edited = self._transcripts.replace_all(
            job_id, wanted, replacement, match_case=match_case, whole_words=whole_words
        )
        return self._told(job_id, edited)

    def undo(self, job_id: str) -> Edited | None:
        """Take back the job's last step, also one in a translation; None when there is none.

        Raises JobNotFound, and StateConflict when something else changed its segments since.
        """
        undone = self._transcripts.undo(job_id)
        return undone and self._told(job_id, undone)

    def redo(self, job_id: str) -> Edited | None:
        """Do again what was undone last, until another edit is made; otherwise as ``undo``."""
        done = self._transcripts.redo(job_id)
        return done and self._told(job_id, done)

    def history(self, job_id: str) -> History:
        """What ``undo`` and ``redo`` would do. Raises JobNotFound."""
        return self._transcripts.history(job_id)

    def _seen(self, stored: Transcript, remove_fillers: bool | None) -> Transcript:
        if remove_fillers is None:
            remove_fillers = self._jobs.get(stored.job_id).options.remove_filler_words
        return view(stored, remove_fillers=remove_fillers)

    def _told(self, job_id: str, edited: Edited) -> Edited:
        if edited.translation_id is not None:
            self._bus.publish(TranslationsChanged(job_id))
        elif not edited.is_empty():
            self._bus.publish(SegmentsEdited(job_id))
        return edited
