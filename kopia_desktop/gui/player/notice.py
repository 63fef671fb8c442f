"""What stands in place of the controls when there is nothing to play."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.player.obstacles import Obstacle, sentence
from kopia_desktop.gui.theme import GRID, ICON


class PlayerNotice(QWidget):
    """One quiet row: an icon, a sentence, and the button that helps where one can."""

    locate_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player-notice")
        self._obstacle: Obstacle | None = None
        self._icon = QLabel(self)
        self._icon.setFixedSize(ICON, ICON)
        self._text = QLabel(self)
        self._text.setObjectName("player-notice-text")
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._locate = QPushButton(self.tr("Locate file…"), self)
        self._locate.setObjectName("player-locate")
        self._locate.clicked.connect(self.locate_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self._locate, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_obstacle(self, obstacle: Obstacle) -> None:
        self._obstacle = obstacle
        self._text.setText(sentence(obstacle))
        self._locate.setVisible(obstacle.can_be_located())
        self.recolour()

    @Slot()
    def recolour(self) -> None:
        """Draw the icon in the colours of the moment."""
        waits = self._obstacle in (Obstacle.NO_MEDIA, Obstacle.UNSEEN)
        drawn = icon("queued" if waits else "info").pixmap(
            self._icon.size(), self.devicePixelRatioF()
        )
        self._icon.setPixmap(drawn)
