"""The lines of one segment's text: drawn, hit by the mouse, and measured word by word."""

from __future__ import annotations

import math
import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from kopia_desktop.core.languages import is_right_to_left
from kopia_desktop.gui.transcript.reading_type import ReadingType
from kopia_desktop.gui.transcript.segment_text import Range, ShownText

UNKNOWN_LANGUAGE = "und"
"""The code of a transcript whose language is still to be detected."""

_STRONG = frozenset({"L", "R", "AL"})
_FIRST_RIGHT_TO_LEFT = "\u0590"
"""No character before it in Unicode turns the direction of a line."""


def text_direction(language: str, text: str = "") -> Qt.LayoutDirection:
    """Of paragraphs in a language; where it is not known, the first strong letter decides."""
    if is_right_to_left(language):
        return Qt.LayoutDirection.RightToLeft
    if language == UNKNOWN_LANGUAGE:
        strong = (kind for c in text if (kind := unicodedata.bidirectional(c)) in _STRONG)
        if next(strong, "L") != "L":
            return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight


def text_option(language: str, text: str) -> QTextOption:
    """How the lines of a text break, which way they run and on which side they begin."""
    option = QTextOption()
    direction = text_direction(language, text)
    option.setTextDirection(direction)
    if direction is Qt.LayoutDirection.RightToLeft:
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


@dataclass(frozen=True, slots=True)
class SegmentLayout:
    """A text laid out; all coordinates are within its own rectangle, whose height is ``height``."""

    shown: ShownText
    layout: QTextLayout
    line: int
    height: int

    @classmethod
    def of(
        cls, shown: ShownText, width: int, language: str, *, type_: ReadingType, struck: QColor
    ) -> SegmentLayout:
        """Break the text into lines of at most ``width`` pixels."""
        layout = QTextLayout(shown.text.replace("\n", "\u2028"), type_.font)
        layout.setCacheEnabled(True)
        layout.setTextOption(text_option(language, shown.text))
        if shown.struck:
            layout.setFormats(_struck_formats(shown.struck, struck))
        lines: list[QTextLine] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(line)
        layout.endLayout()
        # Letters of a fallback font may be higher than those of the reading font.
        step = max([type_.line, *(math.ceil(line.height()) for line in lines)])
        for number, line in enumerate(lines):
            spare = (step - type_.line) / 2
            line.setPosition(QPointF(0.0, number * step + spare + type_.baseline - line.ascent()))
        return cls(shown, layout, step, max(len(lines), 1) * step)

    def text_position(self, point: QPointF) -> int | None:
        """The letter under a point; None beside the text."""
        line = self._line_at(point.y())
        if line is None:
            return None
        used = line.naturalTextRect()
        if not used.left() - 2 <= point.x() <= used.right() + 2:
            return None
        return line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)

    def word_at(self, point: QPointF) -> int | None:
        """Number of the word under a point."""
        position = self.text_position(point)
        return None if position is None else self.shown.word_at(position)

    def rectangles(self, place: Range) -> list[QRectF]:
        """The ground of a range of the text: a rectangle for each stretch on each line."""
        begin, end = place[0], place[0] + place[1]
        found: list[QRectF] = []
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            first = max(begin, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                top = number * self.line + 1.0
                for left, right in self._stretches(line, first, last):
                    found.append(QRectF(left, top, right - left, self.line - 2.0))
        return found

    def baseline(self) -> float:
        """Of the first line."""
        first = self.layout.lineAt(0)
        return first.y() + first.ascent() if first.isValid() else 0.0

    def _line_at(self, y: float) -> QTextLine | None:
        number = int(y // self.line)
        if not 0 <= number < self.layout.lineCount():
            return None
        return self.layout.lineAt(number)

    def _stretches(self, line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
        """From left to right, in pixels; more than one where directions are mixed."""
        text = self.shown.text
        if text.isascii() or max(text) < _FIRST_RIGHT_TO_LEFT:
            # A space at the end of a line hangs into the margin: not beyond the text.
            right = min(_x(line, last), line.naturalTextRect().right())
            return [(_x(line, first), max(right, _x(line, first)))]
        edges: list[tuple[float, float]] = []
        for at in range(first, last):
            one = _x(line, at)
            other = _x(line, at, QTextLine.Edge.Trailing)
            if one != other:
                edges.append((min(one, other), max(one, other)))
            else:
                edges += _drawn(line, at)
        return _joined(sorted(edges))


class LayoutCache:
    """The layouts of the cells that were shown last."""

    def __init__(self, capacity: int = 400) -> None:
        self._capacity = capacity
        self._kept: OrderedDict[tuple[int, int], SegmentLayout | None] = OrderedDict()

    def __contains__(self, key: tuple[int, int]) -> bool:
        return key in self._kept

    def get(self, key: tuple[int, int]) -> SegmentLayout | None:
        """Of a segment's id and column; None where nothing is shown."""
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, key: tuple[int, int], layout: SegmentLayout | None) -> None:
        self._kept[key] = layout
        if len(self._kept) > self._capacity:
            self._kept.popitem(last=False)

    def drop(self, segment_id: int) -> None:
        for column in (0, 1):
            self._kept.pop((segment_id, column), None)

    def clear(self) -> None:
        self._kept.clear()


def _x(line: QTextLine, at: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    x: Any = line.cursorToX(at, edge)  # with the place that was taken, in some versions
    return float(x[0] if isinstance(x, tuple) else x)


def _drawn(line: QTextLine, at: int) -> list[tuple[float, float]]:
    """Where a letter is drawn: where directions meet, both its edges are told as one place."""
    drawn = []
    for run in line.glyphRuns(at, 1):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        for place, advance in zip(run.positions(), advances, strict=True):
            if advance.x() > 0:
                drawn.append((place.x(), place.x() + advance.x()))
    return drawn


def _joined(edges: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for left, right in edges:
        if joined and left - joined[-1][1] < 0.6:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined


def _struck_formats(ranges: Sequence[Range], ink: QColor) -> list[QTextLayout.FormatRange]:
    char_format = QTextCharFormat()
    char_format.setFontStrikeOut(True)
    char_format.setForeground(ink)
    formats = []
    for start, length in ranges:
        made = QTextLayout.FormatRange()
        made.start, made.length, made.format = start, length, char_format
        formats.append(made)
    return formats
