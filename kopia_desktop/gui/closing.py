"""Closing while recordings are being transcribed: asked once, and nothing is lost either way."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import GRID

_PICTURE = 4 * GRID


class Closing(Enum):
    """What a person wants."""

    QUIT = auto()
    BACKGROUND = auto()
    STAY = auto()


class ClosingQuestion(QMessageBox):
    """Says that jobs run, and that they go on where they stopped."""

    def __init__(self, running: int, parent: QWidget, *, has_tray: bool) -> None:
        super().__init__(parent)
        self.setObjectName("closing-question")
        self.setIconPixmap(icon("help").pixmap(_PICTURE, _PICTURE))
        self.setWindowTitle("Kopia Desktop")
        self.setText(self.tr("%n recording(s) still being transcribed.", "", running))
        self.setInformativeText(
            self.tr("Nothing is lost: what is left goes on when you start the program again.")
        )
        self._quit = self.addButton(
            self.tr("Quit, go on next time"), QMessageBox.ButtonRole.AcceptRole
        )
        self._background = None
        if has_tray:
            self._background = self.addButton(
                self.tr("Close the window, keep working"), QMessageBox.ButtonRole.AcceptRole
            )
            self._background.setObjectName("closing-background")
        self._stay = self.addButton(QMessageBox.StandardButton.Cancel)
        self._quit.setObjectName("closing-quit")
        self._stay.setObjectName("closing-stay")
        self.setEscapeButton(self._stay)
        self.setDefaultButton(self._background or self._quit)

    def ask(self) -> Closing:
        """Wait for the answer; Esc stays."""
        self.exec()
        clicked = self.clickedButton()
        if clicked is self._quit:
            return Closing.QUIT
        if self._background is not None and clicked is self._background:
            return Closing.BACKGROUND
        return Closing.STAY
