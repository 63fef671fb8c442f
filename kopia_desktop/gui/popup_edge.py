"""The edge of popups: without a frame they melt into the window below them."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from kopia_desktop.gui.theme import mixed

_SHARE = 0.3
"""How far the edge is on the way from the ground's colour to the text's."""


def paint_edge(popup: QWidget) -> None:
    """A line of one pixel all round; call it in the popup's paintEvent."""
    palette = popup.palette()
    painter = QPainter(popup)
    painter.setPen(mixed(palette.window().color(), palette.windowText().color(), _SHARE))
    painter.drawRect(popup.rect().adjusted(0, 0, -1, -1))
