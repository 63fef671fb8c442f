"""Deleting without a question: jobs go after ten seconds, until then it can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.turns import Turns
from kopia_desktop.gui.wording.jobs import Leaving

DELAY = 10_000
"""Milliseconds in which a deletion can be undone."""

_TURN = 100
"""Jobs that are deleted before other work with files gets its turn."""


@dataclass(slots=True, eq=False)
class _Batch:
    """What one press of Delete took."""

    ids: tuple[str, ...]
    timer: QTimer


class Deletions(QObject):
    """What waits to be deleted, and what is being deleted."""

    changed = Signal()
    """Another batch can be undone, or none."""
    failed = Signal(object)
    """A KopiaError; what was not deleted stays."""

    def __init__(
        self, context: Context, model: JobsModel, parent: QObject, *, delay: int = DELAY
    ) -> None:
        super().__init__(parent)
        self._service = context.jobs
        self._lanes = context.bridge.lanes
        self._model = model
        self._delay = delay
        self._waiting: list[_Batch] = []
        self._going: list[Turns] = []

    @property
    def undoable(self) -> int:
        """How many jobs ``undo`` would keep."""
        return len(self._waiting[-1].ids) if self._waiting else 0

    def add(self, ids: Sequence[str]) -> None:
        """Delete jobs in a while."""
        fresh = self._model.staying(ids)
        if not fresh:
            return
        timer = QTimer(self)
        timer.setSingleShot(True)
        batch = _Batch(fresh, timer)
        timer.timeout.connect(partial(self._carry_out, batch))
        self._waiting.append(batch)
        self._model.set_leaving(fresh, Leaving.SOON)
        timer.start(self._delay)
        self.changed.emit()

    @Slot()
    def undo(self) -> tuple[str, ...]:
        """Keep what was deleted last; its ids, none if it is too late."""
        if not self._waiting:
            return ()
        batch = self._waiting.pop()
        batch.timer.stop()
        batch.timer.deleteLater()
        self._model.set_leaving(batch.ids, None)
        self.changed.emit()
        return batch.ids

    def flush(self) -> None:
        """The window closes: what waits is deleted by the lane that does all it was asked for."""
        left = [batch.ids for batch in self._waiting]
        for batch in self._waiting:
            batch.timer.stop()
        for turns in self._going:
            turns.stop()
            left.append(turns.rest)
        self._waiting.clear()
        self._going.clear()
        for ids in left:
            self._lanes.edit(partial(self._service.delete_many, ids), _nothing)

    def _carry_out(self, batch: _Batch) -> None:
        self._waiting.remove(batch)
        batch.timer.deleteLater()
        self._model.set_leaving(batch.ids, Leaving.NOW)
        lane, delete = self._lanes.files, self._service.delete_many
        turns = Turns(lane, batch.ids, delete, size=_TURN, parent=self)
        turns.finished.connect(partial(self._end, turns))
        turns.failed.connect(partial(self._fail, turns))
        self._going.append(turns)
        turns.start()
        self.changed.emit()

    def _end(self, turns: Turns) -> None:
        self._going.remove(turns)

    def _fail(self, turns: Turns, error: KopiaError) -> None:
        self._going.remove(turns)
        self._model.set_leaving(turns.rest, None)
        self.failed.emit(error)


def _nothing(_: None) -> None:
    """Nobody is there any more to be told."""
