"""A row of the search's results: a recording's name, or a sentence with what was found marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kopia_desktop.core.hits import SearchHit
from kopia_desktop.gui.jobs.hits_model import HitsModel, Recording
from kopia_desktop.gui.jobs.row_ink import RowColours, leading, mirrored, paint_ground
from kopia_desktop.gui.theme import GRID, MARGIN, Colours, Theming
from kopia_desktop.gui.wording.times import clock

Index = QModelIndex | QPersistentModelIndex


class HitRow(QStyledItemDelegate):
    """Sentences wrap; ``width`` is what the view has for a row."""

    def __init__(self, theming: Theming, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self.width = 0
        self.longest_start = 0.0
        """Seconds of the latest hit: all times get the room it takes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(HitsModel.RowRole)
        line = QFontMetrics(option.font).height()
        if isinstance(row, SearchHit):
            width = self.width - self._indent(option) - MARGIN
            layout = _layout(row, option, width, self._theming.colours)
            return QSize(self.width, round(layout.boundingRect().height()) + GRID + GRID // 2)
        return QSize(self.width, line + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(HitsModel.RowRole)
        painter.save()
        if isinstance(row, Recording):
            self._paint_recording(painter, option, row)
        elif isinstance(row, SearchHit):
            self._paint_hit(painter, option, row)
        painter.restore()

    def _paint_recording(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Recording
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        area = option.rect.adjusted(MARGIN, GRID // 2, -MARGIN, 0)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        shown = QFontMetrics(font).elidedText(row.title, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, leading(option), shown)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, hit: SearchHit) -> None:
        colours = self._theming.colours
        used = RowColours.of(option, colours)
        paint_ground(painter, option, used, colours.accent)
        indent, area = self._indent(option), option.rect
        top = area.top() + GRID // 2 + 2
        line = QFontMetrics(option.font).height()
        gutter = QRect(area.left() + MARGIN, top, indent - MARGIN - GRID, line)
        painter.setFont(option.font)
        painter.setPen(used.muted)
        end = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(
            mirrored(option, gutter),
            end | Qt.AlignmentFlag.AlignVCenter,
            clock(hit.start),
        )
        width = area.width() - indent - MARGIN
        text = QRect(area.left() + indent, top, width, area.height())
        place = mirrored(option, text).topLeft()
        painter.setPen(used.text)
        _layout(hit, option, width, colours).draw(painter, QPointF(place))

    def _indent(self, option: QStyleOptionViewItem) -> int:
        widest = clock(max(self.longest_start, 600.0)).translate(_WIDE)
        return MARGIN + QFontMetrics(option.font).horizontalAdvance(widest) + GRID


_WIDE = str.maketrans("123456789", "000000000")


def _layout(
    hit: SearchHit, option: QStyleOptionViewItem, width: int, colours: Colours
) -> QTextLayout:
    """The sentence in lines of ``width``, in the direction of its own script."""
    layout = QTextLayout(hit.snippet, option.font)
    wrapping = QTextOption(leading(option))
    wrapping.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    layout.setFormats([_marked(hit.snippet, *mark, colours) for mark in hit.marks])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0.0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _marked(text: str, offset: int, length: int, colours: Colours) -> QTextLayout.FormatRange:
    """Bold on the ground of matches; Qt counts in UTF-16."""
    made = QTextLayout.FormatRange()
    shown = QTextCharFormat()
    shown.setFontWeight(QFont.Weight.Bold)
    shown.setBackground(colours.match_ground)
    shown.setForeground(colours.text)
    made.start = _units(text[:offset])
    made.length = _units(text[offset : offset + length])
    made.format = shown
    return made


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
