"""A walk over a window as someone takes it who has no mouse, or does not see the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_WITH_PARTS = (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView, QTabBar)
"""Widgets that hold others which are no controls of their own (a spin box's line)."""


def controls(window: QWidget) -> Iterator[QWidget]:
    """What a person can use now: shown, enabled, and not a part of another control."""
    for widget in window.findChildren(QWidget):
        usable = widget.isVisibleTo(window) and widget.isEnabled() and widget.window() is window
        if (
            isinstance(widget, _INTERACTIVE)
            and usable
            and not isinstance(widget, QScrollBar)
            and not _is_part(widget, window)
        ):
            yield widget


def problems(window: QWidget) -> list[str]:
    """What is wrong for the keyboard or a screen reader; empty when all is well.

    The window must be shown. Its focus moves.
    """
    found: list[str] = []
    reached = tab_walk(window)
    for widget in controls(window):
        who = f"{type(widget).__name__} {widget.objectName()!r}"
        if not spoken_name(widget):
            found.append(f"{who} has no accessible name")
        if not widget.objectName():
            found.append(f"{who} ({spoken_name(widget)!r}) has no object name")
        if not _is_reached(widget, reached):
            found.append(f"{who} cannot be reached by Tab")
    return found


def spoken_name(widget: QWidget) -> str:
    """What a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def tab_walk(window: QWidget) -> list[QWidget]:
    """The widgets that Tab visits, in order, once round."""
    window.activateWindow()
    window.setFocus()
    QApplication.processEvents()
    order: list[QWidget] = []
    for _ in range(500):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in order:
            break
        order.append(focused)
    return order


def cut_texts(window: QWidget) -> list[str]:
    """Buttons and boxes that have less room than their text needs."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r}: {widget.width()} of"
        f" {widget.minimumSizeHint().width()}"
        for widget in controls(window)
        if isinstance(widget, QAbstractButton | QAbstractSpinBox)
        and widget.width() < widget.minimumSizeHint().width()
    ]


def beyond_the_edge(window: QWidget) -> list[str]:
    """Controls that stick out at the side of the window, where no scrolling helps."""
    found = []
    for widget in controls(window):
        left = widget.mapTo(window, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > window.width():
            found.append(f"{type(widget).__name__} {widget.objectName()!r} at {left}")
    return found


def _is_part(widget: QWidget, window: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None and above is not window:
        if isinstance(above, _WITH_PARTS):
            return True
        above = above.parentWidget()
    return False


def _is_reached(widget: QWidget, reached: list[QWidget]) -> bool:
    """Tab stops at it, at its part, or at another of its group, from which the arrows go on."""
    if any(one is widget or widget.isAncestorOf(one) for one in reached):
        return True
    return any(is_beside(widget, one) for one in reached)


def is_beside(widget: QWidget, other: QWidget) -> bool:
    """Both are choices of one group, of which one is chosen."""
    if not (isinstance(widget, QAbstractButton) and isinstance(other, QAbstractButton)):
        return False
    group = widget.group()
    if group is not None:
        return group.exclusive() and group is other.group()
    both = widget.autoExclusive() and other.autoExclusive()
    return both and widget.parentWidget() is other.parentWidget()
