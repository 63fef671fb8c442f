"""The bar under the list that says what was deleted, and takes it back."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import GRID, MARGIN, Theming


class UndoBar(QWidget):
    """Takes no room while there is nothing to undo."""

    undo_requested = Signal()

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("undo-bar")
        self._theming = theming
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setObjectName("undo-deletion")
        self._undo.setAccessibleName(self.tr("Undo the deletion"))
        self._undo.clicked.connect(self.undo_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._label, 1)
        row.addWidget(self._undo)
        theming.changed.connect(self._renew_icon)
        self._renew_icon()
        self.hide()

    def show_count(self, jobs: int) -> None:
        """So many jobs can be kept after all; 0 hides the bar."""
        if not jobs:
            self.hide()
            return
        text = self.tr("%n job(s) deleted", "", jobs)
        self._label.setText(text)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theming.colours.line)
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())

    @Slot()
    def _renew_icon(self) -> None:
        self._undo.setIcon(icon("undo", mirrored=True))
