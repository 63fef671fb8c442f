"""What rows are painted with: colours that go with the system's palette, icons in any of them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import Colours, contrast

_BAR = 3
"""Pixels of the bar that marks a selected row besides its ground."""

_READABLE = 4.5


@dataclass(frozen=True, slots=True)
class RowColours:
    """The colours of one row; ``ground`` None leaves the view's own."""

    text: QColor
    muted: QColor
    error: QColor
    ground: QColor | None

    @classmethod
    def of(cls, option: QStyleOptionViewItem, colours: Colours) -> RowColours:
        """A selected row lies on the accent's soft ground, the one under the mouse on a shade.

        Where the system's own ground (high contrast) leaves one unreadable, ordinary text is used.
        """
        palette = option.palette
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            return cls(colours.text, colours.muted, colours.error, colours.accent_ground)
        ground = palette.color(QPalette.ColorRole.Base)
        text = palette.color(QPalette.ColorRole.Text)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        shade = palette.color(QPalette.ColorRole.AlternateBase) if hovered else None
        under = ground if shade is None else shade
        return cls(
            text,
            _readable(colours.muted, under, text),
            _readable(colours.error, under, text),
            shade,
        )


def paint_icon(painter: QPainter, name: str, area: QRect, colour: QColor) -> None:
    """One of our line icons, as sharp as the screen."""
    # Not from painter.device(): that is Qt's own buffer, which PySide wraps at its old address.
    scale = painter.deviceTransform().m11()
    painter.drawPixmap(area.topLeft(), icon(name, ink=colour).pixmap(area.size(), scale))


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, used: RowColours, accent: QColor
) -> None:
    """The row's ground; a bar before a selected one, a frame round the one with the keyboard."""
    area: QRect = option.rect
    state = option.state
    if used.ground is not None:
        painter.fillRect(area, used.ground)
    if state & QStyle.StateFlag.State_Selected:
        bar = QRect(area.left(), area.top(), _BAR, area.height())
        painter.fillRect(mirrored(option, bar), accent)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        painter.drawRect(area.adjusted(1, 1, -2, -2))


def mirrored(option: QStyleOptionViewItem, area: QRect) -> QRect:
    """Where a part of the row lies that was placed as if read from left to right."""
    return QStyle.visualRect(option.direction, option.rect, area)


def leading(option: QStyleOptionViewItem) -> Qt.AlignmentFlag:
    """Text at the row's leading edge, whatever direction its own letters have."""
    edge = Qt.AlignmentFlag.AlignLeft
    if option.direction is Qt.LayoutDirection.RightToLeft:
        edge = Qt.AlignmentFlag.AlignRight
    return edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def _readable(colour: QColor, ground: QColor, otherwise: QColor) -> QColor:
    return colour if contrast(colour, ground) >= _READABLE else otherwise
