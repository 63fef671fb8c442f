"""Plays a script of steps with real events in the window's own loop.

A script is a generator: each ``next`` is a step, what it yields is what the next step waits for.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from kopia_desktop.gui.main_window import MainWindow
from tests.benchmarks.pulse import Pulse

Wait = float | Callable[[], bool]
"""Milliseconds until the next step, or what must have come true before it."""

Script = Iterator[Wait]

_POLL = 5
_LIMIT = 300.0
"""Seconds that anything waited for may take."""


class Stage(QObject):
    """Runs a script in the window's own loop and closes the window behind it."""

    def __init__(self, window: MainWindow, script: Script, pulse: Pulse) -> None:
        super().__init__(window)
        self._window = window
        self._script = script
        self._pulse = pulse
        self._awaited: Callable[[], bool] | None = None
        self._since = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    @Slot()
    def _go_on(self) -> None:
        try:
            if self._awaited is not None and not self._awaited():
                if time.monotonic() - self._since > _LIMIT:
                    raise TimeoutError(f"{self._pulse.scene}, {self._pulse.phase}: never came")
                self._timer.start(_POLL)
                return
            with self._pulse.step():
                wait = next(self._script, None)
        except BaseException:
            traceback.print_exc()
            QApplication.exit(1)
            raise
        self._awaited = wait if callable(wait) else None
        self._since = time.monotonic()
        if wait is None:
            self._window.quit()
        else:
            self._timer.start(_POLL if callable(wait) else round(wait))


def turn_wheel(area: QAbstractScrollArea, delta: int) -> None:
    port = area.viewport()
    middle = port.rect().center()
    event = QWheelEvent(
        QPointF(middle),
        QPointF(port.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def click(area: QAbstractScrollArea, place: QPoint) -> None:
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        _mouse(area.viewport(), kind, place)


def drag(bar: QScrollBar, moves: int) -> Iterator[Callable[[], None]]:
    """Take the handle, to the end and back, and let go."""
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    control, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
    taken = bar.style().subControlRect(control, option, part, bar).center()
    low, high = taken.y(), bar.height() - 20
    yield lambda: _mouse(bar, QEvent.Type.MouseButtonPress, taken)
    place = taken
    for move in range(moves + 1):
        share = 1 - abs(2 * move / moves - 1)
        place = QPoint(taken.x(), round(low + share * (high - low)))
        yield lambda place=place: _mouse(bar, QEvent.Type.MouseMove, place)  # type: ignore[misc]
    yield lambda: _mouse(bar, QEvent.Type.MouseButtonRelease, place)


def _mouse(widget: QWidget, kind: QEvent.Type, place: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    event = QMouseEvent(
        kind,
        QPointF(place),
        QPointF(widget.mapToGlobal(place)),
        none if kind is QEvent.Type.MouseMove else left,
        none if kind is QEvent.Type.MouseButtonRelease else left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def chain(*scripts: Script) -> Script:
    for script in scripts:
        yield from script


def in_turns(*scripts: Script) -> Script:
    """A step of each after the other, until all have ended."""
    left = list(scripts)
    while left:
        for script in tuple(left):
            wait = next(script, None)
            if wait is None:
                left.remove(script)
            else:
                yield wait
