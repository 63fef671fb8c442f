"""A thin line that is as long as the work is far."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kopia_desktop.gui.theme import Theming

_HEIGHT = 3


class ProgressLine(QWidget):
    """From the leading side; muted while the work rests."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._share = 0.0
        self._rests = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theming.changed.connect(self._repaint)

    @property
    def share(self) -> float:
        return self._share

    def show_share(self, share: float, *, rests: bool = False) -> None:
        """``share`` is 0..1."""
        if (share, rests) != (self._share, self._rests):
            self._share, self._rests = share, rests
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(0, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theming.colours
        painter = QPainter(self)
        width, height = self.width(), self.height()
        painter.fillRect(QRectF(0, 0, width, height), colours.line)
        done = width * self._share
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        ink = colours.muted if self._rests else colours.accent_fill
        painter.fillRect(QRectF(width - done if right else 0.0, 0, done, height), ink)

    @Slot()
    def _repaint(self) -> None:
        self.update()
