"""Texts to read and to copy, by mouse and keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kopia_desktop.gui.labels import fixed_font


class ReadOnlyText(QPlainTextEdit):
    """Many lines; Tab leaves them."""

    def __init__(self, name: str, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


class ReadOnlyLine(QLineEdit):
    """A line of what is written the same in every language: an address, a key, a command."""

    def __init__(self, name: str, spoken: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setReadOnly(True)
        self.setFont(fixed_font())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
