"""Exports of several jobs, one after the other, so that progress is true and can be stopped."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.errors import TranslationNotFound
from kopia_desktop.gui.context import Context
from kopia_desktop.services.exports import ExportOutcome, ExportRequest


class ExportRun(QObject):
    """Each job is one piece of work in the lane for files; others come in between."""

    advanced = Signal(object)
    """The ExportOutcome of one more job."""

    ended = Signal()

    def __init__(
        self,
        context: Context,
        requests: Sequence[ExportRequest],
        missing: Sequence[str],
        folder: Path,
        parent: QObject,
    ) -> None:
        """``missing`` are jobs without the translation that was asked for."""
        super().__init__(parent)
        self._context = context
        self._requests = list(requests)
        self._missing = frozenset(missing)
        self._folder = folder
        self._next = 0

    @property
    def total(self) -> int:
        return len(self._requests)

    @Slot()
    def go_on(self) -> None:
        """The next job, or the end."""
        if self._next >= len(self._requests):
            self.ended.emit()
            return
        request = self._requests[self._next]
        self._next += 1
        work = functools.partial(self._context.exports.export_many, (request,), self._folder)
        if request.job_id in self._missing:
            work = functools.partial(_not_translated, request)
        self._context.bridge.lanes.files(work, self._one_done)

    @Slot()
    def stop(self) -> None:
        """Nothing more after the job at hand."""
        del self._requests[self._next :]

    def _one_done(self, outcomes: tuple[ExportOutcome, ...]) -> None:
        for outcome in outcomes:
            self.advanced.emit(outcome)
        self.go_on()


def _not_translated(request: ExportRequest) -> tuple[ExportOutcome, ...]:
    error = TranslationNotFound(
        "This recording has no such translation.", hint="Translate it first."
    )
    return (ExportOutcome(request, error=error),)
