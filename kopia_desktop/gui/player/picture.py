"""The picture of a film: there only while a person wants to see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kopia_desktop.gui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtMultimediaWidgets import QVideoWidget

LEAST = 12 * GRID
USUAL = 26 * GRID
_STEP = 3 * GRID
_FRAME = 2


class Picture(QWidget):
    """Takes the height that is given to it. With the focus on it, Up and Down change that."""

    growth_requested = Signal(int)
    """Pixels more, or less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player-film")
        self.setAccessibleName(self.tr("Picture"))
        self.setAccessibleDescription(self.tr("Up and Down change its height."))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(LEAST)
        self._screen: QVideoWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)

    def sizeHint(self) -> QSize:
        return QSize(40 * GRID, USUAL)

    def screen_of(self) -> QVideoWidget | None:
        """What the player paints on, made when first needed; None where Qt has no such thing."""
        if self._screen is None:
            try:
                from PySide6.QtMultimediaWidgets import QVideoWidget
            except ImportError:
                return None
            self._screen = QVideoWidget(self)
            self._screen.setObjectName("player-screen")
            self._screen.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._column.addWidget(self._screen)
        return self._screen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.growth_requested.emit(max(step, LEAST - self.height()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Black, with the frame of the focus."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black"))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), _FRAME))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
