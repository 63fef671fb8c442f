"""What a person does to the transcript, handed to the store in order, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

import shiboken6
from PySide6.QtCore import QObject, Signal

from kopia_desktop.core.edits import Edited, History
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.transcript.transcript_model import ORIGINAL, TRANSLATED, TranscriptModel

Then = Callable[[Edited], None]


class Attempt(Enum):
    """What a step would have done."""

    TEXT = auto()
    TIMES = auto()
    SPLIT = auto()
    MERGE = auto()
    DELETE = auto()
    REVERT = auto()
    REPLACE = auto()
    UNDO = auto()
    REDO = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """A step that was refused, and the text that was typed for it (None where none was).

    ``segment_id`` is 0 for a step that is of no one segment.
    """

    attempt: Attempt
    error: KopiaError
    segment_id: int = 0
    column: int = ORIGINAL
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was taken; undone ones are told by ``attempt``."""

    attempt: Attempt
    edited: Edited


@dataclass(slots=True)
class Typing:
    """One stay in an editor; ``steps`` were saved in it so far (the lane of edits counts)."""

    segment_id: int
    column: int
    steps: int = 0


@dataclass(frozen=True, slots=True)
class _Answer:
    job_id: str
    edited: Edited | None
    history: History


class Corrections(QObject):
    """Steps on one job. Each is written in the lane of edits, and the model follows precisely."""

    done = Signal(object)
    """A ``Done`` that the model shows by now."""
    failed = Signal(object)
    """A ``Failure``."""
    history_changed = Signal(object)
    """A ``History``."""

    def __init__(self, context: Context, model: TranscriptModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._service = context.transcripts
        self._model = model
        self._job_id: str | None = None
        self._translation_id: str | None = None
        self._expected = 0  # events of our own steps that were or will be published
        self._seen = 0

    def open(self, job_id: str | None) -> None:
        """Steps are on this job from now on; answers for another one no longer reach the model."""
        self._job_id = job_id
        self._translation_id = None
        if job_id is not None:
            self._context.bridge.lanes.read(
                lambda: _Answer(job_id, None, self._service.history(job_id)),
                self._take_history,
                self._ignore,
            )

    def set_translation(self, translation_id: str | None) -> None:
        """The translation in the second column."""
        self._translation_id = translation_id

    def is_own_event(self) -> bool:
        """Whether an edit that was told just now is one of ours: the model has it or will."""
        own = self._expected > self._seen
        self._seen = max(self._expected, self._seen)
        return own

    # Steps

    def write(self, typing: Typing, text: str) -> None:
        """What was typed over a segment, or over its translation."""
        translation_id = self._translation_id

        def work(job_id: str) -> Edited:
            if typing.column == ORIGINAL:
                edited = self._service.edit(job_id, typing.segment_id, text=text)
            else:
                assert translation_id is not None
                service = self._context.translations
                edited = service.edit(job_id, translation_id, typing.segment_id, text)
            typing.steps += not edited.is_empty()
            return edited

        self._do(work, Failure(Attempt.TEXT, _NONE, typing.segment_id, typing.column, text))

    def take_back(self, typing: Typing) -> None:
        """Undo what was saved while it was typed."""

        def work(job_id: str) -> Edited | None:
            undone = None
            for _ in range(typing.steps):
                undone = self._service.undo(job_id)
            typing.steps = 0
            return undone

        self._do(work, Failure(Attempt.UNDO, _NONE, typing.segment_id, typing.column))

    def split(
        self, segment_id: int, position: int, text: str | None = None, then: Then | None = None
    ) -> None:
        """At a character of the text as it was typed; without a text, of the text as it is."""
        self._do(
            lambda job_id: self._service.split(job_id, segment_id, position, text=text),
            Failure(Attempt.SPLIT, _NONE, segment_id, ORIGINAL, text),
            then,
        )

    def merge(self, first_id: int, second_id: int, then: Then | None = None) -> None:
        self._do(
            lambda job_id: self._service.merge(job_id, first_id, second_id),
            Failure(Attempt.MERGE, _NONE, second_id),
            then,
        )

    def delete(self, segment_ids: Sequence[int]) -> None:
        if segment_ids:
            ids = tuple(segment_ids)
            failure = Failure(Attempt.DELETE, _NONE, ids[0])
            self._do(lambda job_id: self._service.delete(job_id, ids), failure)

    def revert(self, segment_id: int, column: int) -> None:
        """Back to what was recognised, or to what the machine translated."""
        translation_id = self._translation_id

        def work(job_id: str) -> Edited:
            if column == TRANSLATED and translation_id is not None:
                return self._context.translations.revert(job_id, translation_id, segment_id)
            return self._service.revert(job_id, segment_id)

        self._do(work, Failure(Attempt.REVERT, _NONE, segment_id, column))

    def move_edges(self, segment_id: int, start: float, end: float) -> None:
        """Other times, in seconds."""
        self._do(
            lambda job_id: self._service.edit(job_id, segment_id, start=start, end=end),
            Failure(Attempt.TIMES, _NONE, segment_id),
        )

    def replace_all(
        self, wanted: str, replacement: str, *, match_case: bool, whole_words: bool, then: Then
    ) -> None:
        self._do(
            lambda job_id: self._service.replace_all(
                job_id, wanted, replacement, match_case=match_case, whole_words=whole_words
            ),
            Failure(Attempt.REPLACE, _NONE),
            then,
        )

    def undo(self) -> None:
        self._do(self._service.undo, Failure(Attempt.UNDO, _NONE))

    def redo(self) -> None:
        self._do(self._service.redo, Failure(Attempt.REDO, _NONE))

    # The way there and back

    def _do(
        self, work: Callable[[str], Edited | None], failure: Failure, then: Then | None = None
    ) -> None:
        """Take a step on the job that is open, if one is."""
        if self._job_id is None:
            return
        step = _Step(self._job_id, work, failure, then)
        self._context.bridge.lanes.edit(
            lambda: self._work(step),
            lambda answer: self._take(step, answer),
            lambda error: self._refuse(step, error),
        )

    def _work(self, step: _Step) -> _Answer:
        """In the lane of edits. An event is expected before the step: it may be told at once."""
        self._expected += step.is_told
        edited = None
        try:
            edited = step.work(step.job_id)
        finally:
            quiet = edited is None or edited.is_empty() or edited.translation_id is not None
            if step.is_told and quiet and self._expected > self._seen:
                self._expected -= 1
        return _Answer(step.job_id, edited, self._service.history(step.job_id))

    def _take(self, step: _Step, answer: _Answer) -> None:
        if not shiboken6.isValid(self) or answer.job_id != self._job_id:
            return
        edited = answer.edited
        if edited is not None and edited.translation_id is None:
            self._model.apply(edited.changed, edited.removed)
        elif edited is not None and edited.translation_id == self._translation_id:
            self._model.apply_translated(edited.changed, edited.removed)
        self._forget_pending(step)
        self.history_changed.emit(answer.history)
        if edited is not None:
            if step.then is not None:
                step.then(edited)
            self.done.emit(Done(step.failure.attempt, edited))

    def _refuse(self, step: _Step, error: KopiaError) -> None:
        if shiboken6.isValid(self):
            if step.job_id == self._job_id:
                self._forget_pending(step)
            self.failed.emit(replace(step.failure, error=error))

    def _forget_pending(self, step: _Step) -> None:
        if step.failure.text is not None:
            self._model.set_pending(step.failure.segment_id, step.failure.column, None)

    def _take_history(self, answer: _Answer) -> None:
        if answer.job_id == self._job_id:
            self.history_changed.emit(answer.history)

    def _ignore(self, error: KopiaError) -> None:
        """The job is gone; the page says so."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One step on its way."""

    job_id: str
    work: Callable[[str], Edited | None]
    failure: Failure
    then: Then | None

    @property
    def is_told(self) -> bool:
        """It publishes an event, which is to be known again: steps on a translation do not."""
        return self.failure.column == ORIGINAL


_NONE = KopiaError("")
"""Stands in a failure that has not happened."""
