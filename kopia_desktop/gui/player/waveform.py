"""The waveform in a person's hands: go there, look closer, set a segment's edges."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from kopia_desktop.core.transcript import Segment
from kopia_desktop.gui.player.bands import Bands
from kopia_desktop.gui.player.edges import Edge, MovedEdges
from kopia_desktop.gui.player.stretch import Stretch
from kopia_desktop.gui.player.wave_picture import WavePicture
from kopia_desktop.gui.theme import Theming
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.gui.wording.times import clock

LEAP = 5.0
"""Seconds of a step back or on."""

NUDGE = 0.1
"""Seconds a key moves an edge."""

_REST = 600
"""Milliseconds after the last key until the moved edge is kept: many keys are one step to undo."""

_NEAR = 6
"""Pixels around an edge that take hold of it."""

_NOTCH = 120
"""What Qt reports for one notch of a wheel."""

_CLOSER = 0.8
"""How much of the stretch is left by one notch."""

_KEYS = Qt.KeyboardModifier
_ALT, _SHIFT, _NONE = _KEYS.AltModifier, _KEYS.ShiftModifier, _KEYS.NoModifier


class _Gesture(Enum):
    """What the pressed mouse does."""

    NONE = auto()
    PRESS = auto()  # a click, unless it moves
    SCRUB = auto()
    PAN = auto()
    SCROLL = auto()  # in the strip below
    EDGE = auto()


class WaveformView(WavePicture):
    """Answers mouse and keys; what it wants goes out as signals."""

    seek_requested = Signal(float)
    step_requested = Signal(int)
    """-1 or 1: to the segment before or behind."""

    segment_edges_moved = Signal(int, float, float)

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(theming, parent)
        self.setObjectName("waveform")
        self.setAccessibleName(self.tr("Waveform"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._gesture = _Gesture.NONE
        self._pressed = QPointF()
        self._before = self._stretch
        self._tells_itself = False
        self._rest = one_shot(self, _REST, self._keep_edges)
        self.valueChanged.connect(self._on_value)
        self._describe()

    def set_segments(self, segments: tuple[Segment, ...]) -> None:
        """All segments in order. An edge in a person's hand stays there, if its segment does."""
        self.set_bands(Bands.of(segments))
        moved = self._moved
        if moved is not None and self._bands.of_id(moved.segment.id) is None:
            self._let_go()

    def set_current(self, segment_id: int) -> None:
        if self._current is not None and self._current.id == segment_id:
            return
        self._keep_edges()
        super().set_current(segment_id)

    def set_duration(self, seconds: float) -> None:
        super().set_duration(seconds)
        self._tells_itself = True
        self.setRange(0, int(seconds))
        self._tells_itself = False
        self._describe()

    def set_position(self, seconds: float) -> None:
        super().set_position(seconds)
        if int(seconds) != self.value():
            self._tells_itself = True
            self.setValue(int(seconds))
            self._tells_itself = False
            self._describe()

    @Slot()
    def zoom_in(self) -> None:
        self._zoom(_CLOSER**2, self._position)

    @Slot()
    def zoom_out(self) -> None:
        self._zoom(1 / _CLOSER**2, self._position)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self.duration <= 0:
            return
        self._keep_edges()
        place = event.position()
        self._pressed, self._before = place, self._stretch
        edge = self._edge_at(place)
        if edge is not None and self._current is not None:
            room = self._bands.room(self._current, self.duration)
            self._moved, self._held_edge = MovedEdges.begun(self._current, room), edge
            self._gesture = _Gesture.EDGE
            self._point_at(None)
            self.update()
        elif self._map_area().contains(place.toPoint()) and not self._stretch.is_whole():
            self._gesture = _Gesture.SCROLL
            self._scroll_to(place.x())
        else:
            self._gesture = _Gesture.PRESS

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._gesture is _Gesture.PRESS:
            distance = abs(place.x() - self._pressed.x())
            if distance < QApplication.startDragDistance():
                return
            zoomed = not self._stretch.is_whole()
            self._gesture = _Gesture.PAN if zoomed else _Gesture.SCRUB
        if self._gesture is _Gesture.EDGE:
            self._drag_edge(place.x())
        elif self._gesture is _Gesture.PAN:
            self._point_at(None)
            moved = (place.x() - self._pressed.x()) / max(self.width(), 1) * self._before.length
            self._show(self._before.moved(-moved))
        elif self._gesture is _Gesture.SCROLL:
            self._scroll_to(place.x())
        else:
            self._hover(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        gesture, self._gesture = self._gesture, _Gesture.NONE
        if gesture is _Gesture.EDGE:
            self._keep_edges()
        elif gesture in (_Gesture.PRESS, _Gesture.SCRUB):
            self.seek_requested.emit(self._seconds(event.position().x()))
        self._hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Up and down looks closer or farther; sideways, or with Shift, the view moves."""
        turned = event.angleDelta()
        sideways = turned.x()
        if event.modifiers() & _SHIFT and not sideways:
            sideways = turned.y()
        if sideways:
            self._show(self._stretch.moved(-sideways / _NOTCH * 0.1 * self._stretch.length))
        elif turned.y():
            around = self._seconds(event.position().x())
            self._zoom(_CLOSER ** (turned.y() / _NOTCH), around)
        event.accept()

    # The keys

    def event(self, event: QEvent) -> bool:
        """Keys that mean something here are not the window's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._means_something(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._means_something(event):
            event.ignore()
            return
        key, keys = Qt.Key(event.key()), _modifiers(event)
        if key is Qt.Key.Key_Escape:
            self._let_go()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep_edges()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key is Qt.Key.Key_Minus:
            self.zoom_out()
        elif key is Qt.Key.Key_Home:
            self.seek_requested.emit(0.0)
        elif key is Qt.Key.Key_End:
            self.seek_requested.emit(self.duration)
        else:
            self._step(-1 if key is Qt.Key.Key_Left else 1, keys)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._shows_focus = False
        if self._gesture is not _Gesture.EDGE:
            self._keep_edges()
        self.update()

    def _means_something(self, event: QKeyEvent) -> bool:
        key, keys = Qt.Key(event.key()), _modifiers(event)
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return keys == _NONE and self._moved is not None
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            return keys in (_NONE, _SHIFT)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return keys == _NONE
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return keys in (_NONE, _SHIFT, _ALT, _ALT | _SHIFT)
        return False

    def _step(self, direction: int, keys: Qt.KeyboardModifier) -> None:
        if keys & _ALT:
            self._nudge(Edge.END if keys & _SHIFT else Edge.START, direction * NUDGE)
        elif keys & _SHIFT:
            self.step_requested.emit(direction)
        else:
            place = min(max(self._position + direction * LEAP, 0.0), self.duration)
            self.seek_requested.emit(place)

    def _nudge(self, edge: Edge, seconds: float) -> None:
        if self._current is None or self._gesture is not _Gesture.NONE:
            return
        if self._moved is None:
            room = self._bands.room(self._current, self.duration)
            self._moved = MovedEdges.begun(self._current, room)
        self._held_edge = edge
        self._moved = self._moved.to(edge, self._moved.at(edge) + seconds)
        self._rest.start()
        time = clock(self._moved.at(edge), tenths=True)
        said = self.tr("Start {time}") if edge is Edge.START else self.tr("End {time}")
        announcement = QAccessibleAnnouncementEvent(self, said.format(time=time))
        QAccessible.updateAccessibility(announcement)
        self.update()

    # Both

    def _drag_edge(self, x: float) -> None:
        if self._moved is None or self._held_edge is None:
            return
        # From where it was taken, so that the edge does not leap under the pointer.
        taken = (
            self._moved.segment.start if self._held_edge is Edge.START else self._moved.segment.end
        )
        offset = self._x(taken) - self._pressed.x()
        self._moved = self._moved.to(self._held_edge, self._seconds(x + offset))
        self.update()

    @Slot()
    def _keep_edges(self) -> None:
        """What was moved is meant; it is shown so until the segments come anew."""
        moved = self._moved
        self._let_go()
        if moved is None or not moved.has_moved():
            return
        start, end = round(moved.start, 3), round(moved.end, 3)
        self.set_bands(self._bands.with_edges(moved.segment.id, start, end))
        self.segment_edges_moved.emit(moved.segment.id, start, end)

    def _let_go(self) -> None:
        self._rest.stop()
        self._moved = self._held_edge = None
        if self._gesture is _Gesture.EDGE:
            self._gesture = _Gesture.NONE
        self.update()

    def _edge_at(self, place: QPointF) -> Edge | None:
        edges = self._edges()
        inside = self._wave_area().contains(place.toPoint())
        if edges is None or not inside or not self._has_handles(edges):
            return None
        to_start = abs(place.x() - self._x(edges.start))
        to_end = abs(place.x() - self._x(edges.end))
        if min(to_start, to_end) > _NEAR:
            return None
        return Edge.START if to_start < to_end else Edge.END

    def _hover(self, place: QPointF) -> None:
        edge = self._edge_at(place)
        self.setCursor(Qt.CursorShape.ArrowCursor if edge is None else Qt.CursorShape.SizeHorCursor)
        inside = self._wave_area().contains(place.toPoint()) and self.duration > 0
        scrubs = self._gesture is _Gesture.SCRUB
        pointed = (inside or scrubs) and edge is None
        self._point_at(self._seconds(place.x()) if pointed else None)

    def _scroll_to(self, x: float) -> None:
        middle = x / max(self.width(), 1) * self.duration
        self._show(self._stretch.around(middle, self._stretch.length, 0.5))

    def _zoom(self, factor: float, around: float) -> None:
        if self.duration > 0:
            inside = min(max(around, self._stretch.start), self._stretch.end)
            self._show(self._stretch.zoomed(factor, inside))

    def _show(self, stretch: Stretch) -> None:
        super()._show(stretch)
        if self._pointed is not None:
            self._point_at(None)

    def _seconds(self, x: float) -> float:
        return self._stretch.seconds(x, self.width())

    @Slot(int)
    def _on_value(self, value: int) -> None:
        """A screen reader has set the slider."""
        if not self._tells_itself:
            self.seek_requested.emit(float(value))

    def _describe(self) -> None:
        keys = self.tr(
            "Arrow keys move by five seconds, with Shift by a segment. Plus and minus zoom. "
            "Alt with an arrow key moves the start of the current segment by a tenth of a second, "
            "with Shift as well its end; Escape leaves it as it was."
        )
        place = self.tr("{time} of {duration}.").format(
            time=clock(self._position), duration=clock(self.duration)
        )
        self.setAccessibleDescription(f"{place} {keys}")


def _modifiers(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Without the keypad's mark, which arrow keys bear on some systems."""
    return event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
