"""Push buttons as most of them are."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget


def plain_button(name: str, text: str, parent: QWidget) -> QPushButton:
    """A button that Enter presses only where the keyboard is, never as a dialog's default."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
