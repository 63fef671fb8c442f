"""One row drawn: its time, its texts, and the grounds and lines beneath them that carry meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from kopia_desktop.gui.theme import Colours, mixed
from kopia_desktop.gui.transcript.columns import Columns, Side
from kopia_desktop.gui.transcript.reading_type import ReadingType
from kopia_desktop.gui.transcript.segment_layout import SegmentLayout
from kopia_desktop.gui.transcript.segment_text import Range

_ROUND = 3.0
_REACH = 2.0
"""Pixels that the ground of a word reaches out on both sides."""

_FOCUSED, _EDITED = 1.0, 2.0
"""Pixels of the frame round a row."""

_SELECTED_SHARE = 0.07


@dataclass(frozen=True, slots=True)
class RowLook:
    """What is special about a row now."""

    rect: QRect
    time: str
    selected: bool = False
    current: bool = False  # the segment that is heard
    focused: bool = False  # the keyboard is here
    edited: bool = False  # an editor stands over one of its texts


@dataclass(frozen=True, slots=True)
class CellLook:
    """What is special about a text now; ``words`` are ranges of it."""

    rect: QRect
    layout: SegmentLayout
    played: Range | None = None
    matches: Sequence[Range] = ()
    current_match: Range | None = None
    muted: bool = False
    spoken: bool = True  # recognised text, whose doubts are shown


class RowPainter:
    """Draws with the colours and letters of the moment."""

    def __init__(self, painter: QPainter, colours: Colours, type_: ReadingType) -> None:
        self._painter = painter
        self._colours = colours
        self._type = type_
        self._selected = mixed(colours.ground, colours.accent, _SELECTED_SHARE)

    def row(self, look: RowLook, columns: Columns, baseline: float) -> None:
        """Everything but the texts; ``baseline`` is that of the first line, in the viewport."""
        painter, row = self._painter, columns.row
        ground = QRectF(row.x, look.rect.top() + 1, row.width, look.rect.height() - 2)
        if look.selected:
            self._ground([ground], self._selected, 6.0)
        if look.focused or look.edited:
            width = _EDITED if look.edited else _FOCUSED
            painter.setBrush(self._colours.ground if look.edited else Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._colours.accent, width))
            inset = width / 2
            frame = ground.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, 6.0, 6.0)
        if look.current:
            bar = QRectF(columns.bar.x, look.rect.top() + 5, columns.bar.width, 0)
            bar.setBottom(look.rect.bottom() - 4)
            self._ground([bar], self._colours.accent, columns.bar.width / 2)
        painter.setFont(self._type.time_font)
        painter.setPen(self._colours.accent if look.current else self._colours.muted)
        width = QFontMetrics(self._type.time_font).horizontalAdvance(look.time)
        x = columns.times.x if columns.side is Side.RIGHT else columns.times.end - width
        painter.drawText(QPointF(x, baseline), look.time)

    def text(self, look: CellLook) -> None:
        """A text with what lies under it."""
        painter, layout, colours = self._painter, look.layout, self._colours
        origin = QPointF(look.rect.topLeft())
        doubts = layout.shown.doubts if look.spoken else ()
        painter.save()
        painter.translate(origin)
        for each in doubts:
            self._ground(layout.rectangles(each), colours.doubt_ground)
        for each in look.matches:
            self._ground(layout.rectangles(each), colours.match_ground)
        if look.current_match is not None:
            found = layout.rectangles(look.current_match)
            self._ground(found, colours.current_match_ground)
            self._outline(found)
        if look.played is not None:
            self._ground(layout.rectangles(look.played), colours.accent_ground)
        painter.setPen(colours.muted if look.muted else colours.text)
        layout.layout.draw(painter, QPointF())
        for each in doubts:
            self._dotted(layout, each)
        if look.played is not None:
            self._underline(layout.rectangles(look.played))
        painter.restore()

    def note(self, rect: QRect, text: str, direction: Qt.LayoutDirection) -> None:
        """A muted remark in a text's place."""
        self._painter.setFont(self._type.time_font)
        self._painter.setPen(self._colours.muted)
        side = Qt.AlignmentFlag.AlignRight
        if direction is not Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        self._painter.drawText(rect, flags, text)

    def _ground(self, rects: Sequence[QRectF], colour: QColor, radius: float = _ROUND) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        reach = _REACH if radius == _ROUND else 0.0
        for rect in rects:
            self._painter.drawRoundedRect(rect.adjusted(-reach, 0, reach, 0), radius, radius)

    def _outline(self, rects: Sequence[QRectF]) -> None:
        self._painter.setPen(QPen(self._colours.text, 1.0))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in rects:
            self._painter.drawRoundedRect(rect.adjusted(-1.5, 0.5, 1.5, -0.5), _ROUND, _ROUND)

    def _dotted(self, layout: SegmentLayout, place: Range) -> None:
        """Not by colour alone: what is doubtful has dots under it."""
        pen = QPen(self._colours.doubt, 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        self._painter.setPen(pen)
        for rect in layout.rectangles(place):
            y = rect.bottom() - 2.0
            self._painter.drawLine(QPointF(rect.left() + 1, y), QPointF(rect.right() - 1, y))

    def _underline(self, rects: Sequence[QRectF]) -> None:
        """The played word keeps its mark where colours are few."""
        self._painter.setPen(QPen(self._colours.accent, 2.0))
        for rect in rects:
            y = rect.bottom() - 1.0
            self._painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
