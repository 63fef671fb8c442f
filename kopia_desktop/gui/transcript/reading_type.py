"""The letters of the transcript: fonts and measures that follow the reading size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCursor, QTextDocument

from kopia_desktop.core.languages import is_cjk
from kopia_desktop.gui.theme import reading_font

LEAST_POINTS = 10
MOST_POINTS = 40
LINE = 80
"""Average characters of the longest line."""

_LEADING = 1.3
"""Height of a line to that of the font: long texts are read with some air between lines."""

_TIME_SIZE = 0.8


@dataclass(frozen=True, slots=True)
class ReadingType:
    """Fonts and pixels of one reading size."""

    font: QFont
    time_font: QFont
    character: float  # average width
    wide_character: float  # of Chinese, Japanese, Korean
    line: int  # height of a line
    baseline: float  # from the top of a line
    digits: float  # width of one digit of a time

    @classmethod
    def of(cls, points: int) -> ReadingType:
        font = reading_font(points)
        times = reading_font(max(round(points * _TIME_SIZE), 8))
        times.setFeature(QFont.Tag("tnum"), 1)
        metrics = QFontMetricsF(font)
        line = math.ceil(metrics.height() * _LEADING)
        return cls(
            font=font,
            time_font=times,
            character=metrics.averageCharWidth(),
            wide_character=metrics.height(),
            line=line,
            baseline=_baseline(font, line, (line - metrics.height()) / 2 + metrics.ascent()),
            digits=QFontMetricsF(times).horizontalAdvance("0"),
        )

    def time_width(self, longest: str) -> int:
        """Pixels of the gutter for a time of this form."""
        return math.ceil(QFontMetricsF(self.time_font).horizontalAdvance(longest)) + 1

    def lines(self, lengths: Sequence[int], width: float, language: str) -> list[int]:
        """How many lines texts of so many characters will probably take."""
        each = self.wide_character * 0.9 if is_cjk(language) else self.character * 1.06
        in_line = max(int(width / each), 1)
        return [-(-length // in_line) or 1 for length in lengths]


def _baseline(font: QFont, line: int, wanted: float) -> float:
    """Nearly the one that is wanted, at that part of a pixel where an editor's letters stand."""
    document = QTextDocument("x")
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    fix_line_height(document, line)
    first = document.firstBlock().layout().lineAt(0)
    place = first.y() + first.ascent()
    return round(wanted - place) + place


def fix_line_height(document: QTextDocument, line: int) -> None:
    """Give all lines of a document the same height in pixels."""
    block_format = QTextBlockFormat()
    block_format.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(block_format)
    document.documentLayout().documentSize()
