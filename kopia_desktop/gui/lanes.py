"""Lanes: where the window has work done, so that its own thread never waits.

A lane is a plain queue with ``run`` and ``stop``; ``app`` hosts each in a thread of its own. An
answer comes back in the window's thread. Within a lane, work is done in the order it was asked for.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from kopia_desktop.core.errors import KopiaError

T = TypeVar("T")

Then = Callable[[T], None]
Failed = Callable[[KopiaError], None]


class LaneName(Enum):
    """The three lanes, so that reading never waits for files, nor a later edit overtakes one."""

    READ = auto()  # reads of the store: what is to be shown next
    EDIT = auto()  # writes to the store, in the order a person made them
    FILES = auto()  # whatever may take long: folders, exports, sizes, opening the API


@dataclass(slots=True, eq=False)
class Ticket:
    """Work that was asked for; ``cancel`` means that nobody wants the answer any more."""

    cancelled: threading.Event
    is_answered: bool = False
    """The answer came, wanted or not."""

    def cancel(self) -> None:
        self.cancelled.set()


@dataclass(frozen=True, slots=True)
class _Asked:
    """Kept in the window's thread until the answer is there.

    Whoever asked may be held by nothing but its own question, and a widget must not end in a lane's
    thread: so the work is held here as well, and the lane lets go of it before it answers.
    """

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Failed | None
    ticket: Ticket

    def is_wanted(self) -> bool:
        """Not cancelled, and the widget that asked is still there."""
        owner = getattr(self.then, "__self__", None)
        gone = isinstance(owner, QObject) and not shiboken6.isValid(owner)
        return not self.ticket.cancelled.is_set() and not gone


@dataclass(frozen=True, slots=True)
class _Task:
    """What a lane gets to see of a question."""

    number: int
    work: Callable[[], Any]
    cancelled: threading.Event


@dataclass(frozen=True, slots=True)
class _Answer:
    number: int
    result: Any = None
    error: BaseException | None = None
    is_dropped: bool = False
    """Nobody wants it, or the program ends: the work was not done."""


@dataclass(slots=True)
class Lane:
    """One queue of work, for a thread to run."""

    deliver: Callable[[_Answer], None]
    on_end: Callable[[], None]
    drops_rest: bool
    _queue: queue.SimpleQueue[_Task | None] = field(default_factory=queue.SimpleQueue)
    _stopping: bool = False

    def put(self, task: _Task) -> None:
        self._queue.put(task)

    def run(self) -> None:
        """Work until ``stop``."""
        try:
            while self._answer_next():
                pass
        finally:
            self.on_end()

    def stop(self) -> None:
        """End after the work at hand; the lane of edits does all that was asked for."""
        self._stopping = True
        self._queue.put(None)

    def _answer_next(self) -> bool:
        """Wait for work, do it and answer; False at the end. Nothing of it is held afterwards."""
        task = self._queue.get()
        if task is None:
            return False
        answer = self._answer(task)
        del task
        self.deliver(answer)
        return True

    def _answer(self, task: _Task) -> _Answer:
        if self.drops_rest and (self._stopping or task.cancelled.is_set()):
            return _Answer(task.number, is_dropped=True)
        try:
            return _Answer(task.number, task.work())
        except BaseException as error:  # noqa: BLE001 - raised again in the window's thread
            return _Answer(task.number, error=error)


class Lanes(QObject):
    """The window's three lanes; lives in the window's thread."""

    _done = Signal(object)

    def __init__(self, on_end: Callable[[], None], parent: QObject | None = None) -> None:
        """``on_end`` is called in each lane's thread as its last act."""
        super().__init__(parent)
        self._lanes = {
            name: Lane(self._done.emit, on_end, drops_rest=name is not LaneName.EDIT)
            for name in LaneName
        }
        self._asked: dict[int, _Asked] = {}
        self._count = 0
        self._done.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def parts(self) -> tuple[Lane, ...]:
        """What ``app`` hosts in threads."""
        return tuple(self._lanes.values())

    @property
    def is_idle(self) -> bool:
        """Nothing is being done and every answer was delivered."""
        return not self._asked

    def read(self, work: Callable[[], T], then: Then[T], failed: Failed | None = None) -> Ticket:
        """Read from the store; ``then`` gets the answer in the window's thread.

        A KopiaError goes to ``failed``; without one, and for any other error, the program's
        handler of uncaught errors shows it. Pass bound methods of the widget that asks: an answer
        to a widget that has gone is dropped.
        """
        return self._ask(LaneName.READ, work, then, failed)

    def edit(self, work: Callable[[], T], then: Then[T], failed: Failed | None = None) -> Ticket:
        """Write to the store, after all that was asked for before. Otherwise as ``read``."""
        return self._ask(LaneName.EDIT, work, then, failed)

    def files(self, work: Callable[[], T], then: Then[T], failed: Failed | None = None) -> Ticket:
        """Do what may take long. Otherwise as ``read``."""
        return self._ask(LaneName.FILES, work, then, failed)

    def _ask(
        self, name: LaneName, work: Callable[[], T], then: Then[T], failed: Failed | None
    ) -> Ticket:
        ticket = Ticket(threading.Event())
        self._count += 1
        self._asked[self._count] = _Asked(work, then, failed, ticket)
        self._lanes[name].put(_Task(self._count, work, ticket.cancelled))
        return ticket

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        asked = self._asked.pop(answer.number)
        asked.ticket.is_answered = True
        if answer.is_dropped or not asked.is_wanted():
            return
        if isinstance(answer.error, KopiaError) and asked.failed is not None:
            asked.failed(answer.error)
        elif answer.error is not None:
            raise answer.error
        else:
            asked.then(answer.result)
