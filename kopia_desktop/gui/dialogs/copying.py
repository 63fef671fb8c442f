"""A button that copies and says that it did."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from kopia_desktop.gui.icons import icon

_SAID_FOR = 2000
"""Milliseconds."""


class CopyButton(QPushButton):
    """``asked`` when it is pressed; the owner gives the text, which may take a while to get."""

    asked = Signal()

    def __init__(self, spoken: str, parent: QWidget, *, text: str = "") -> None:
        super().__init__(parent)
        self._text = text or self.tr("Copy")
        self.setText(self._text)
        self.setIcon(icon("copy"))
        self.setAutoDefault(False)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(_SAID_FOR)
        self._back.timeout.connect(self._say_copy)
        self.clicked.connect(self.asked)

    @Slot(str)
    def give(self, text: str) -> None:
        """Put it on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.setText(self.tr("Copied"))
        self.setIcon(icon("done"))
        self._back.start()

    @Slot()
    def _say_copy(self) -> None:
        self.setText(self._text)
        self.setIcon(icon("copy"))
