"""What is said in place of a list, or under one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from kopia_desktop.gui.theme import GRID, MARGIN


def quiet_label(name: str, parent: QWidget, *, above: int) -> QLabel:
    """A muted sentence on the ground of lists, with so many pixels above it."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setBackgroundRole(QPalette.ColorRole.Base)
    label.setAutoFillBackground(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(MARGIN, above, MARGIN, GRID)
    return label
