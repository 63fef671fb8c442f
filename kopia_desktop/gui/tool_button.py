"""The flat buttons of bars."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import ICON


def tool_button(name: str, picture: str, words: str, parent: QWidget) -> QToolButton:
    """A button that the keyboard reaches, called by its words, which are its tip too.

    ``picture`` names its icon; it is empty for one that shows a text.
    """
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setIconSize(QSize(ICON, ICON))
    if picture:
        button.setIcon(icon(picture))
    button.setAccessibleName(words)
    button.setToolTip(words)
    return button
