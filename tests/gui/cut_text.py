"""Finds texts that have less room than they need: what a person cannot read, nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from kopia_desktop.gui.adding.options_panel import OptionsButton
from kopia_desktop.gui.elided_label import ElidedLabel
from tests.gui.accessibility import controls

_SHORTENED = (ElidedLabel, OptionsButton)
"""They shorten names and facts, and tell the whole as a tooltip."""

_TOLERANCE = 1
"""Pixels: metrics are rounded up."""

_MNEMONIC = re.compile("&(.)")


def cut_texts(window: QWidget) -> list[str]:
    """The texts of shown widgets of a window that do not fit, each in words."""
    found = {widget: [*_problems(widget)] for widget in _shown(window)}
    for widget in controls(window):
        least = widget.minimumSizeHint().width()
        if (
            isinstance(widget, QAbstractButton | QAbstractSpinBox)
            and widget.width() < least
            and not found.get(widget)
        ):  # the style itself says that it is too little
            text = widget.text()
            found[widget] = [_said(widget, text, "width", widget.width(), least)]
    return [problem for problems in found.values() for problem in problems]


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window and _has_room(widget):
            yield widget


def _has_room(widget: QWidget) -> bool:
    """What is squeezed to nothing (a splitter that was closed) is not read."""
    return widget.width() > 0 and widget.height() > 0


def _problems(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, _SHORTENED):
        return
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, QTabBar):
        yield from _of_tabs(widget)
    elif isinstance(widget, QComboBox):
        yield from _of_combo(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _of_button(widget)


def _of_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text or label.textFormat() is Qt.TextFormat.RichText or not label.pixmap().isNull():
        return
    room = label.contentsRect().adjusted(label.margin(), label.margin(), 0, 0)
    metrics = label.fontMetrics()
    if label.wordWrap():
        needed = metrics.boundingRect(
            QRect(0, 0, room.width(), 100_000), int(Qt.TextFlag.TextWordWrap), text
        )
        if needed.height() > room.height() + _TOLERANCE:
            yield _said(label, text, "lines", room.height(), needed.height())
        wanted = max(map(metrics.horizontalAdvance, text.split()), default=0)
    else:
        wanted = max(map(metrics.horizontalAdvance, _plain(text).splitlines()))
    if wanted > room.width() + _TOLERANCE:
        yield _said(label, text, "width", room.width(), wanted)


def _of_button(button: QAbstractButton) -> Iterator[str]:
    text = _plain(button.text())
    if not text or (isinstance(button, QToolButton) and _shows_icon_only(button)):
        return
    wanted = max(map(button.fontMetrics().horizontalAdvance, text.splitlines()))
    room = _room_of(button)
    if wanted > room + _TOLERANCE:
        yield _said(button, text, "width", room, wanted)
    if button.height() < button.fontMetrics().height():
        yield _said(button, text, "height", button.height(), button.fontMetrics().height())


def _shows_icon_only(button: QToolButton) -> bool:
    only = button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return only and not button.icon().isNull()


def _room_of(button: QAbstractButton) -> int:
    """The width inside of the style's edges, beside an icon."""
    icon = 0 if button.icon().isNull() else button.iconSize().width() + 4
    if isinstance(button, QPushButton):
        option = QStyleOptionButton()
        button.initStyleOption(option)
        inside = button.style().subElementRect(
            QStyle.SubElement.SE_PushButtonContents, option, button
        )
        return inside.width() - icon
    if isinstance(button, QToolButton):
        return button.width() - icon
    option = QStyleOptionButton()
    option.initFrom(button)
    mark = button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, button)
    gap = button.style().pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, option, button)
    return button.width() - mark - gap if button.isCheckable() else button.width() - icon


def _of_combo(box: QComboBox) -> Iterator[str]:
    """What is chosen can be read; a field that is typed into scrolls."""
    text = box.currentText()
    if not text or box.isEditable() or not box.isEnabled():
        return
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        box,
    )
    wanted = QFontMetrics(box.font()).horizontalAdvance(text)
    if wanted > field.width() + _TOLERANCE:
        yield _said(box, text, "width", field.width(), wanted)


def _of_tabs(bar: QTabBar) -> Iterator[str]:
    for index in range(bar.count()):
        wanted = bar.fontMetrics().horizontalAdvance(_plain(bar.tabText(index)))
        if wanted > bar.tabRect(index).width():
            yield _said(bar, bar.tabText(index), "width", bar.tabRect(index).width(), wanted)


def _plain(text: str) -> str:
    return _MNEMONIC.sub(r"\1", text)


def _said(widget: QWidget, text: str, what: str, room: int, wanted: int) -> str:
    who = f"{type(widget).__name__} {widget.objectName()!r}"
    return f"{who} {text[:60]!r}: {what} {room}, needs {wanted}"
