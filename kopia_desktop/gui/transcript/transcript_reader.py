"""Reads a job's transcript piece by piece into the model, and keeps it as the store has it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.core.translation import Translation
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.lanes import Ticket
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.gui.transcript.corrections import Corrections
from kopia_desktop.gui.transcript.segment_layout import UNKNOWN_LANGUAGE
from kopia_desktop.gui.transcript.transcript_model import TranscriptModel

_COMPARED_AFTER = 10_000
"""Milliseconds: what another process writes, beside new lines, is looked at that often."""

_STALE_AFTER = 700
"""Milliseconds after an edit until the translation's stale lines are looked for."""

_MANY = 200
"""Segments at once that are worth special care."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Opening:
    job: Job
    piece: Transcript | None
    pieces: Iterator[Transcript]
    translations: tuple[Translation, ...]


@dataclass(slots=True)
class _Comparison:
    """What is in the store against what is shown; goes on in the lane, piece by piece."""

    pieces: Iterator[Transcript]
    shown: dict[int, Segment]
    revision: int
    changed: list[Segment] = field(default_factory=list)

    def go_on(self) -> bool:
        """Compare the next piece; False when there is none."""
        piece = next(self.pieces, None)
        if piece is None:
            return False
        for segment in piece.segments:
            if self.shown.pop(segment.id, None) != segment:
                self.changed.append(segment)
        return True


class TranscriptReader(QObject):
    """One job at a time. What is asked for another one is not waited for any more."""

    opened = Signal(object)
    """The ``Job``; the first lines are in the model."""
    job_changed = Signal(object)
    loaded = Signal()
    """All lines are in the model."""
    failed = Signal(object)
    """A KopiaError: the transcript cannot be read (any more)."""
    translations_changed = Signal(object)
    """All ``Translation``s of the job."""
    translation_shown = Signal(str)
    """The id of the one in the second column; empty without one."""

    def __init__(
        self, context: Context, model: TranscriptModel, corrections: Corrections, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._corrections = corrections
        self._job: Job | None = None
        self._job_id: str | None = None
        self._tickets: list[Ticket] = []
        self._is_loaded = False
        self._read_until = 0
        self._pieces: Iterator[Transcript] = iter(())
        self._translation: Translation | None = None
        self._stale_timer = one_shot(self, _STALE_AFTER, self._read_stale)
        self._compare_timer = one_shot(self, _COMPARED_AFTER, self.compare)
        self._left: list[Segment] = []
        self._let_go_timer = one_shot(self, 0, self._let_go)
        bridge = context.bridge
        bridge.segments_added.connect(self._segments_added)
        bridge.segments_edited.connect(self._segments_edited)
        bridge.jobs_changed.connect(self._jobs_changed)
        bridge.translations_changed.connect(self._translations_told)
        bridge.store_changed.connect(self._store_changed)
        corrections.done.connect(self._edited)

    @property
    def job(self) -> Job | None:
        return self._job

    @property
    def translation(self) -> Translation | None:
        return self._translation

    @property
    def is_loaded(self) -> bool:
        return self._is_loaded

    def open(self, job_id: str | None) -> None:
        """Read another job's transcript, or show none."""
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets.clear()
        self._job, self._job_id, self._translation = None, job_id, None
        self._is_loaded, self._read_until = False, 0
        self._stale_timer.stop()
        self._compare_timer.stop()
        self._corrections.open(job_id)
        self._left.extend(self._model.segments)
        self._let_go_timer.start()  # others have them until they hear of the other job
        self._model.open(UNKNOWN_LANGUAGE)
        if job_id is not None:
            self._read(lambda: self._first(job_id), self._take_first)

    def show_translation(self, translation: Translation | None) -> None:
        """Beside the original; one that is not completed is shown when it is."""
        self._translation = translation
        self._corrections.set_translation(None if translation is None else translation.id)
        if translation is None:
            self._model.set_translation(None)
            self.translation_shown.emit("")
        else:
            self._read_translation(translation)

    @Slot()
    def compare(self) -> None:
        """Read all of it again and change what is different."""
        job_id = self._job_id
        if job_id is None or not self._is_loaded:
            return
        self._compare_timer.stop()
        pieces = self._context.transcripts.pieces(job_id)
        comparison = _Comparison(pieces, self._model.by_id(), self._model.revision)
        self._go_on(comparison)

    # The first reading

    def _first(self, job_id: str) -> _Opening:
        job = self._context.jobs.get(job_id)
        pieces = self._context.transcripts.pieces(job_id)
        translations = self._context.translations.list(job_id)
        return _Opening(job, next(pieces, None), pieces, translations)

    def _take_first(self, opening: _Opening) -> None:
        self._job, self._pieces = opening.job, opening.pieces
        self._model.open(opening.job.spoken_language or UNKNOWN_LANGUAGE)
        self._put(opening.piece)
        self.opened.emit(opening.job)
        self.translations_changed.emit(opening.translations)
        self._next_piece()

    def _next_piece(self) -> None:
        pieces = self._pieces
        self._read(lambda: next(pieces, None), self._take_piece)

    def _take_piece(self, piece: Transcript | None) -> None:
        if piece is not None:
            self._put(piece)
            self._next_piece()
            return
        self._is_loaded = True
        self.loaded.emit()
        self._read_new()

    def _put(self, piece: Transcript | None) -> None:
        if piece is not None and piece.segments:
            self._read_until = max(self._read_until, *(each.id for each in piece.segments))
            self._model.apply([s for s in piece.segments if self._model.row_of(s.id) is None])
            if len(piece.segments) > _MANY:
                # Hundreds of thousands of words, in no cycles: without this, each full round of the
                # garbage collector would look at them all, a tenth of a second long. They still go
                # with their last reference. What is young and in cycles goes before.
                gc.collect(1)
                gc.freeze()

    # What is new or different

    def _read_new(self) -> None:
        """Lines that were recognised since."""
        job_id, after, revision = self._job_id, self._read_until, self._model.revision
        if job_id is None or not self._is_loaded:
            return
        service = self._context.transcripts
        self._read(lambda: (revision, service.recognised(job_id, after=after)), self._take_new)

    def _take_new(self, answer: tuple[int, Transcript]) -> None:
        revision, part = answer
        if not part.segments:
            return
        if revision != self._model.revision:
            self._read_new()
            return
        self._model.set_language(part.language)
        self._put(part)

    def _go_on(self, comparison: _Comparison) -> None:
        self._read(comparison.go_on, lambda more: self._take_comparison(comparison, more=more))

    def _take_comparison(self, comparison: _Comparison, *, more: bool) -> None:
        if comparison.revision != self._model.revision:
            self.compare()  # a person was faster
        elif more:
            self._go_on(comparison)
        elif comparison.changed or comparison.shown:
            self._model.apply(comparison.changed, tuple(comparison.shown))

    # The translation

    def _read_translation(self, translation: Translation) -> None:
        if translation.is_completed():
            job_id, service = translation.job_id, self._context.translations
            self._read(lambda: service.read(job_id, translation.id), self._take_translation)
            self._read_stale()
        else:
            self._model.set_translation((), translation.language)
            self.translation_shown.emit(translation.id)

    def _take_translation(self, transcript: Transcript) -> None:
        shown = self._translation
        if shown is not None and transcript.translation_id == shown.id:
            self._model.set_translation(transcript.segments, transcript.language)
            self.translation_shown.emit(shown.id)

    @Slot()
    def _read_stale(self) -> None:
        shown = self._translation
        if shown is not None and shown.is_completed():
            service = self._context.translations
            self._read(lambda: (shown.id, service.stale(shown.job_id, shown.id)), self._take_stale)

    def _take_stale(self, answer: tuple[str, frozenset[int]]) -> None:
        if self._translation is not None and answer[0] == self._translation.id:
            self._model.set_stale(answer[1])
            self.translation_shown.emit(answer[0])

    def _take_translations(self, found: tuple[Translation, ...]) -> None:
        shown = self._translation
        self.translations_changed.emit(found)
        if shown is None:
            return
        now = next((each for each in found if each.id == shown.id), None)
        if now is None:
            self.show_translation(None)
        elif (now.status, now.updated_at) != (shown.status, shown.updated_at):
            self._translation = now
            if now.is_completed():
                self._read_translation(now)
            else:
                self.translation_shown.emit(now.id)

    # What the bridge tells

    @Slot(object)
    def _segments_added(self, ids: frozenset[str]) -> None:
        if self._job_id in ids:
            self._read_new()

    @Slot(object)
    def _segments_edited(self, ids: frozenset[str]) -> None:
        if self._job_id in ids and not self._corrections.is_own_event():
            self.compare()
            self._stale_timer.start()

    @Slot(object)
    def _jobs_changed(self, ids: frozenset[str]) -> None:
        job_id = self._job_id
        if job_id is not None and job_id in ids and self._job is not None:
            self._read(lambda: self._context.jobs.get(job_id), self._take_job)

    def _take_job(self, job: Job) -> None:
        before, self._job = self._job, job
        self._model.set_language(job.spoken_language or UNKNOWN_LANGUAGE)
        self.job_changed.emit(job)
        if job.status is JobStatus.COMPLETED and before and before.status is not job.status:
            # What came in live left out the filler words that the job does not want.
            (self.compare if job.options.remove_filler_words else self._read_new)()

    @Slot(object)
    def _translations_told(self, ids: frozenset[str]) -> None:
        job_id = self._job_id
        if job_id is not None and job_id in ids:
            self._read(lambda: self._context.translations.list(job_id), self._take_translations)
            self._stale_timer.start()

    @Slot()
    def _store_changed(self) -> None:
        if self._job_id is not None:
            self._jobs_changed(frozenset((self._job_id,)))
            self._read_new()
            if not self._compare_timer.isActive():
                self._compare_timer.start()

    @Slot(object)
    def _edited(self, edited: object) -> None:
        if self._translation is not None:
            self._stale_timer.start()

    @Slot()
    def _let_go(self) -> None:
        """To take a long transcript apart in the window's thread would hold up the window."""
        left, self._left = self._left, []
        self._context.bridge.lanes.files(partial(_take_apart, left), _nothing)

    # The lane

    def _read(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._tickets = [ticket for ticket in self._tickets if not ticket.is_answered]
        job_id = self._job_id

        def take(answer: T) -> None:
            if job_id == self._job_id:
                then(answer)

        self._tickets.append(self._context.bridge.lanes.read(work, take, self._refused))

    def _refused(self, error: KopiaError) -> None:
        self.failed.emit(error)


def _take_apart(segments: list[Segment]) -> None:
    """Free them a few at a time: other threads run in between."""
    while segments:
        del segments[-_MANY:]


def _nothing(_: None) -> None:
    """Nobody waits for it."""
