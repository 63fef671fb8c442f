"""Single keys (Space, arrows, letters) are the player's, but never taken from a focused control."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QWidget

_PRESS = (Qt.Key.Key_Space,)
_MOVE = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class KeyGuard(QObject):
    """An application-wide filter: a focused button keeps Space, a slider or a choice its arrows.

    Without it, the window's shortcut would win and a person at the keyboard could press no button.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and _keeps(watched, event)
        ):
            event.accept()
            return True
        return False


def _is_one_of_several(button: QAbstractButton) -> bool:
    """Of which one is chosen: the arrows go to the next."""
    group = button.group()
    return button.autoExclusive() or (group is not None and group.exclusive())


def _keeps(widget: QWidget, event: QKeyEvent) -> bool:
    if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
        return False
    if isinstance(widget, QAbstractButton):
        return event.key() in _PRESS or (_is_one_of_several(widget) and event.key() in _MOVE)
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        return True
    return isinstance(widget, QAbstractSlider) and event.key() in _MOVE
