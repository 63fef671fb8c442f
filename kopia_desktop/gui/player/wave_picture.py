"""The picture of a recording's sound: wave, segments, the place that is heard."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from kopia_desktop.core.transcript import Segment
from kopia_desktop.core.waveform import Waveform
from kopia_desktop.gui.player import drawing
from kopia_desktop.gui.player.bands import Bands
from kopia_desktop.gui.player.edges import Edge, MovedEdges
from kopia_desktop.gui.player.stretch import Stretch
from kopia_desktop.gui.theme import GRID, Theming
from kopia_desktop.gui.wording.times import clock

FOLLOWED = 30.0
"""Seconds of a view that follows what is heard."""

_HEIGHT = 11 * GRID
_LEAST = 8 * GRID
_MOST = 16 * GRID
_MAP = 6
"""Pixels of the strip that shows which part of the recording is seen."""

_ROOM = 14
"""Pixels a segment needs for handles at its edges."""

_LEAD = 0.08
"""Where in the view what is heard stands when the view has moved on, as a share of its width."""

_TURN = 0.94
"""And where the view moves on."""

_LEAP = 1.0
"""Seconds between two places that are a leap, not playing on."""


class WavePicture(QAbstractSlider):
    """Paints; time runs from left to right in every language.

    It is a slider of whole seconds, so that screen readers read and set the place.
    """

    zoom_changed = Signal(bool)
    """Whether only a part of the recording is seen."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._waveform: Waveform | None = None
        self._hint = ""
        self._stretch = Stretch.whole(0.0)
        self._bands = self._doubtful = Bands()
        self._current: Segment | None = None
        self._moved: MovedEdges | None = None
        self._held_edge: Edge | None = None
        self._position = 0.0
        self._pointed: float | None = None  # seconds under the pointer
        self._shows_focus = False
        self._waves: tuple[drawing.Look, drawing.WavePictures] | None = None
        self._band_picture: tuple[drawing.Look, QPixmap] | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumSize(12 * GRID, _LEAST)
        self.setMaximumHeight(_MOST)
        theming.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(60 * GRID, _HEIGHT)

    @property
    def stretch(self) -> Stretch:
        """What is seen."""
        return self._stretch

    @property
    def bands(self) -> Bands:
        return self._bands

    @property
    def current(self) -> Segment | None:
        return self._current

    @property
    def duration(self) -> float:
        return self._stretch.duration

    def set_waveform(self, waveform: Waveform | None, hint: str = "") -> None:
        """The wave; with None a flat line and a hint why."""
        self._waveform, self._hint = waveform, hint
        self._waves = None
        self.update()

    def set_duration(self, seconds: float) -> None:
        if seconds == self.duration:
            return
        whole = self._stretch.is_whole() or seconds < self._stretch.end
        start, end = self._stretch.start, self._stretch.end
        self._show(Stretch.whole(seconds) if whole else Stretch(start, end, seconds))

    def set_bands(self, bands: Bands) -> None:
        """The segments; the current one keeps its id."""
        self._bands, self._doubtful = bands, bands.doubtful()
        self._band_picture = None
        if self._current is not None:
            self._current = bands.of_id(self._current.id)
        self.update()

    def set_current(self, segment_id: int) -> None:
        """The segment whose edges can be moved; an unknown id is none."""
        self._current = self._bands.of_id(segment_id)
        self.update()

    def set_position(self, seconds: float) -> None:
        """What is heard; the view moves on with it, and to it when it leaps out of the view."""
        before, self._position = self._position, seconds
        seen = self._stretch
        if seen.is_whole() or seen.length <= 0:
            self._update_between(before, seconds)
            return
        turn = seen.start + _TURN * seen.length
        leapt = abs(seconds - before) > _LEAP and not seen.start <= seconds < seen.end
        ran_out = before < turn <= seconds < before + _LEAP and seen.end < seen.duration
        if leapt or ran_out:
            self._show(seen.around(seconds, seen.length, _LEAD))
        else:
            self._update_between(before, seconds)

    @Slot()
    def show_whole(self) -> None:
        """All of the recording."""
        self._show(Stretch.whole(self.duration))

    @Slot()
    def follow(self) -> None:
        """Half a minute around what is heard."""
        self._show(self._stretch.around(self._position, FOLLOWED, 0.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(_small(self.font()))
        colours, area = self._theming.colours, self._wave_area()
        painter.fillRect(self.rect(), self.palette().window())
        painter.fillRect(area, colours.ground)
        if self.duration > 0:
            painter.save()
            painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
            self._paint_sound(painter, area)
            painter.restore()
            ruler = QRectF(0, area.bottom() + 1, self.width(), drawing.RULER)
            drawing.draw_ruler(painter, ruler, self._stretch, colours)
            self._paint_map(painter)
            self._paint_times(painter, area)
        if self._hint and self._waveform is None:
            self._paint_hint(painter, area)
        if self._shows_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), 2, 2)

    def _paint_hint(self, painter: QPainter, area: QRect) -> None:
        colours = self._theming.colours
        room = area.adjusted(GRID, GRID, -GRID, -GRID)
        box = painter.boundingRect(room, _CENTRE, self._hint)
        painter.fillRect(box.adjusted(-GRID, -2, GRID, 2), colours.ground)
        painter.setPen(colours.muted)
        painter.drawText(room, _CENTRE, self._hint)

    def _paint_sound(self, painter: QPainter, area: QRect) -> None:
        colours = self._theming.colours
        look = drawing.Look(self._stretch, area.size(), self.devicePixelRatioF(), colours)
        if self._band_picture is None or self._band_picture[0] != look:
            self._band_picture = (look, drawing.band_picture(self._bands, self._doubtful, look))
        painter.drawPixmap(area.topLeft(), self._band_picture[1])
        edges = self._edges()
        if edges is not None:
            left, right = self._x(edges.start), self._x(edges.end)
            current = QRectF(left, area.top(), max(right - left, 2.0), area.height())
            painter.fillRect(current, colours.accent_ground)
        heard = round(self._x(self._position))
        if self._waveform is None or not self._waveform.levels:
            middle = area.top() + area.height() // 2
            painter.fillRect(QRect(0, middle, self.width(), 1), colours.wave)
        else:
            self._paint_wave(painter, area, look, heard)
        if edges is not None:
            self._paint_handles(painter, area, edges)
        if self._pointed is not None:
            painter.fillRect(
                QRect(round(self._x(self._pointed)), area.top(), 1, area.height()), colours.muted
            )
        painter.fillRect(QRect(heard - 1, area.top(), 2, area.height()), colours.accent)

    def _paint_wave(self, painter: QPainter, area: QRect, look: drawing.Look, heard: int) -> None:
        assert self._waveform is not None
        if self._waves is None or self._waves[0] != look:
            self._waves = (look, drawing.WavePictures.of(self._waveform, look))
        pictures = self._waves[1]
        painter.save()
        painter.setClipRect(QRect(0, 0, heard, self.height()), Qt.ClipOperation.IntersectClip)
        painter.drawPixmap(area.topLeft(), pictures.played)
        painter.restore()
        painter.save()
        painter.setClipRect(
            QRect(max(heard, 0), 0, self.width(), self.height()), Qt.ClipOperation.IntersectClip
        )
        painter.drawPixmap(area.topLeft(), pictures.ahead)
        painter.restore()

    def _paint_handles(self, painter: QPainter, area: QRect, edges: MovedEdges) -> None:
        if not self._has_handles(edges):
            return
        colours = self._theming.colours
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent)
        for place in (edges.start, edges.end):
            x = self._x(place)
            painter.drawRect(QRectF(x - 1, area.top(), 2, area.height()))
            middle = area.top() + area.height() / 2
            painter.drawRoundedRect(QRectF(x - 3.5, middle - 9, 7, 18), 3, 3)
        painter.setPen(QPen(colours.ground, 1))
        for place in (edges.start, edges.end):
            x = self._x(place)
            painter.drawLine(QPointF(x, middle - 4), QPointF(x, middle + 4))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_map(self, painter: QPainter) -> None:
        if self._stretch.is_whole():
            return
        colours, area = self._theming.colours, QRectF(self._map_area())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.line)
        painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 2, 2)
        painter.setBrush(colours.muted)
        share = area.width() / self.duration
        seen = max(self._stretch.length * share, 12.0)
        left = min(self._stretch.start * share, area.width() - seen)
        painter.drawRoundedRect(QRectF(left, area.top(), seen, area.height()), 3, 3)
        painter.setBrush(colours.accent)
        painter.drawRect(QRectF(self._position * share - 1, area.top(), 2, area.height()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)

    def _paint_times(self, painter: QPainter, area: QRect) -> None:
        """The time of an edge that is moved, else of what is under the pointer."""
        place = self._pointed
        if self._moved is not None and self._held_edge is not None:
            place = self._moved.at(self._held_edge)
        if place is not None:
            text, colours = clock(place, tenths=True), self._theming.colours
            drawing.draw_label(painter, self._x(place), QRectF(area), text, colours)

    def _edges(self) -> MovedEdges | None:
        """Of the current segment, as they are moved just now."""
        if self._moved is not None:
            return self._moved
        if self._current is None:
            return None
        return MovedEdges.begun(self._current, (self._current.start, self._current.end))

    def _has_handles(self, edges: MovedEdges) -> bool:
        return self._x(edges.end) - self._x(edges.start) >= _ROOM

    def _show(self, stretch: Stretch) -> None:
        was_whole = self._stretch.is_whole()
        if stretch == self._stretch:
            return
        self._stretch = stretch
        self.update()
        if stretch.is_whole() is not was_whole:
            self.zoom_changed.emit(was_whole)

    def _x(self, seconds: float) -> float:
        return self._stretch.x(seconds, self.width())

    def _wave_area(self) -> QRect:
        return QRect(0, 0, self.width(), self.height() - drawing.RULER - _MAP - 2)

    def _map_area(self) -> QRect:
        return QRect(0, self.height() - _MAP, self.width(), _MAP)

    def _update_between(self, before: float, after: float) -> None:
        """Repaint the strip that the place has crossed."""
        left, right = sorted((self._x(before), self._x(after)))
        if round(left) != round(right):
            height = self._wave_area().height()
            self.update(QRect(int(left) - 3, 0, int(right - left) + 7, height))
        if not self._stretch.is_whole():
            share = self.width() / self.duration
            left, right = sorted((before * share, after * share))
            if round(left) != round(right):
                self.update(self._map_area())

    def _point_at(self, seconds: float | None) -> None:
        """Move the line under the pointer and its time."""
        area = QRectF(self._wave_area())
        for place in (self._pointed, seconds):
            if place is not None:
                x, text = self._x(place), clock(place, tenths=True)
                box = drawing.label_box(_small(self.font()), x, area, text).toAlignedRect()
                self.update(box.adjusted(-2, 0, 2, 2))
                self.update(QRect(int(x) - 1, 0, 3, self.height()))
        self._pointed = seconds


_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


def _small(font: QFont) -> QFont:
    """For times below the wave; digits keep their width."""
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * 0.85)
    else:
        small.setPixelSize(max(round(font.pixelSize() * 0.85), 1))
    small.setFeature(QFont.Tag("tnum"), 1)
    return small
