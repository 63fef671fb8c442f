"""A row of the languages: a box, its name, its own name for itself, and what serves it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from kopia_desktop.gui.dialogs.targets import Standing, Target
from kopia_desktop.gui.dialogs.targets_model import TargetsModel
from kopia_desktop.gui.jobs.row_ink import RowColours, mirrored, paint_ground
from kopia_desktop.gui.theme import GRID, Theming
from kopia_desktop.gui.wording.native_names import native_name

Index = QModelIndex | QPersistentModelIndex

_ELIDE = Qt.TextElideMode.ElideRight


class TargetRow(QStyledItemDelegate):
    """One line a language; where it is narrow, what serves it gives way first."""

    def __init__(self, theming: Theming, parent: QObject) -> None:
        super().__init__(parent)
        self._theming = theming

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).height()
        is_heading = not isinstance(index.data(TargetsModel.RowRole), Target)
        return QSize(40 * GRID, line + (2 * GRID + GRID // 2 if is_heading else GRID + GRID // 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(TargetsModel.RowRole)
        painter.save()
        if isinstance(row, Target):
            self._paint_target(painter, option, index, row)
        else:
            self._paint_heading(painter, option, str(row))
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, text: str) -> None:
        colours = self._theming.colours
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colours.muted)
        area = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        bottom = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        _draw(painter, option, area, text, bottom)

    def _paint_target(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, target: Target
    ) -> None:
        colours = self._theming.colours
        used = RowColours.of(option, colours)
        paint_ground(painter, option, used, colours.accent)
        area = option.rect.adjusted(GRID, 0, -GRID, 0)
        box = self._paint_box(painter, option, index)
        area.setLeft(area.left() + box + GRID)
        name_ink = used.muted if target.standing is Standing.NONE else used.text
        painter.setFont(option.font)
        metrics = QFontMetrics(option.font)
        state = str(index.data(TargetsModel.StateRole))
        native = native_name(target.code)
        native = "" if native.casefold() == target.name.casefold() else native
        widths = [metrics.horizontalAdvance(text) + 1 for text in (target.name, native, state)]
        room = area.width() - widths[0] - widths[1] - 3 * GRID
        state_width = max(min(widths[2], room), min(widths[2], area.width() // 3))
        pieces = (
            (target.name, name_ink, 0, widths[0]),
            (native, used.muted, widths[0] + GRID, widths[1]),
        )
        edge = area.width() - state_width - GRID
        for text, ink, start, width in pieces:
            self._piece(painter, option, area, text, ink, start, min(width, edge - start))
        # Amber as doubtful words are; the words say it, too.
        is_sample = target.standing is Standing.STARTER and not target.is_made
        ink = self._theming.colours.doubt if is_sample else used.muted
        self._piece(painter, option, area, state, ink, area.width() - state_width, state_width)

    def _piece(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        area: QRect,
        text: str,
        ink: QColor,
        start: int,
        width: int,
    ) -> None:
        """A part of the line, ``start`` pixels from its leading edge."""
        if width <= 2 * GRID or not text:
            return
        part = QRect(area.left() + start, area.top(), width, area.height())
        painter.setPen(ink)
        shown = QFontMetrics(option.font).elidedText(text, _ELIDE, width)
        centre = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        _draw(painter, option, part, shown, centre)

    def _paint_box(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> int:
        """The width it takes; none is drawn where nothing can be ticked."""
        style = QApplication.style()
        width = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)
        height = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorHeight)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return width
        button = QStyleOptionButton()
        top = option.rect.top() + (option.rect.height() - height) // 2
        button.rect = mirrored(option, QRect(option.rect.left() + GRID, top, width, height))
        button.palette = QApplication.palette("QCheckBox")  # type: ignore[call-overload]
        is_on = Qt.CheckState(state) is Qt.CheckState.Checked
        on, off = QStyle.StateFlag.State_On, QStyle.StateFlag.State_Off
        button.state = QStyle.StateFlag.State_Enabled | (on if is_on else off)
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, button, painter)
        return width


def _draw(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRect,
    text: str,
    alignment: Qt.AlignmentFlag,
) -> None:
    """Text at the leading edge of an area that was placed as if read from left to right."""
    is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    vertical = alignment & Qt.AlignmentFlag.AlignVertical_Mask
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(mirrored(option, area), side | Qt.AlignmentFlag.AlignAbsolute | vertical, text)
