"""Work on many jobs in a lane, some at a time, so that other work in the lane gets its turn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kopia_desktop.core.errors import JobNotFound, KopiaError, StateConflict
from kopia_desktop.gui.lanes import Ticket


class Lane(Protocol):
    """One of the lanes: ``lanes.edit`` or ``lanes.files``."""

    def __call__(
        self,
        work: Callable[[], None],
        then: Callable[[None], None],
        failed: Callable[[KopiaError], None] | None = None,
    ) -> Ticket: ...


class Turns(QObject):
    """Does ``work`` with all ids in turns of ``size``; ends with one of its signals."""

    finished = Signal()
    failed = Signal(object)
    """The KopiaError that ended it; ``rest`` was not done."""

    def __init__(
        self,
        lane: Lane,
        ids: Sequence[str],
        work: Callable[[Sequence[str]], None],
        *,
        size: int,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._lane = lane
        self._ids = tuple(ids)
        self._work = work
        self._size = size
        self._done = 0
        self._ticket: Ticket | None = None

    @property
    def rest(self) -> tuple[str, ...]:
        """What is not known to be done."""
        return self._ids[self._done :]

    def start(self) -> None:
        part = self._ids[self._done : self._done + self._size]
        self._ticket = self._lane(partial(self._work, part), self._go_on, self._fail)

    def stop(self) -> None:
        """Ask for no more; what the lane has begun it ends."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _go_on(self, _: None) -> None:
        self._done += self._size
        if self._done < len(self._ids):
            self.start()
        else:
            self.finished.emit()
            self.deleteLater()

    def _fail(self, error: KopiaError) -> None:
        self.failed.emit(error)
        self.deleteLater()


def each(deed: Callable[[str], object]) -> Callable[[Sequence[str]], None]:
    """The deed with every job; one that is gone or in another state by now is passed over."""

    def work(ids: Sequence[str]) -> None:
        for job_id in ids:
            try:
                deed(job_id)
            except (JobNotFound, StateConflict):
                continue

    return work
