"""Controls for one value each: what a setting or a choice is made of.

A control wraps a widget: it takes a value without telling, and tells when a person changes it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from kopia_desktop.gui.setting_changes import Value

TYPING = 300
"""Milliseconds without a key until what is typed counts."""


class Control(QObject):
    """One value, shown and changed by a widget.

    ``patience`` is how many milliseconds of quiet the value needs, ``is_wide`` asks for a line of
    its own. Subclasses have ``value`` and ``set_value``.
    """

    changed = Signal()
    patience = 0
    is_wide = False

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.widget = widget

    @property
    def focus(self) -> QWidget:
        """What takes the keyboard."""
        return self.widget

    def value(self) -> Value:
        """What is shown now."""
        return ""

    def set_value(self, value: Value) -> None:
        """Show it, without ``changed``."""

    def name(self, object_name: str, spoken: str) -> None:
        """For tests and screen readers."""
        self.focus.setObjectName(object_name)
        self.focus.setAccessibleName(spoken)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class _CalmWheel(QObject):
    """The wheel scrolls the page; it changes a value only where the keyboard is."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget):
            event.setAccepted(watched.hasFocus())
            return not watched.hasFocus()
        return False


def calm_wheel(widget: QWidget) -> None:
    """Leave the wheel to the page around, unless the widget has the keyboard."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_CalmWheel(widget))


class Switch(Control):
    """On or off."""

    def __init__(self, parent: QWidget) -> None:
        self.box = QCheckBox(parent)
        super().__init__(self.box)
        self.box.toggled.connect(self._tell)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Value) -> None:
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)


class Choice(Control):
    """One of a few; a value that is not among them is shown as it is written."""

    def __init__(self, choices: dict[str, str], parent: QWidget) -> None:
        self.box = QComboBox(parent)
        super().__init__(self.box)
        self.box.setMaxVisibleItems(20)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        calm_wheel(self.box)
        self.offer(choices)
        self.box.activated.connect(self._tell)

    def offer(self, choices: dict[str, str]) -> None:
        """Show other choices; the value stays."""
        kept = self.value()
        self.box.clear()
        for value, text in choices.items():
            self.box.addItem(text, value)
        if kept:
            self.set_value(kept)

    def value(self) -> str:
        return str(self.box.currentData() or "")

    def set_value(self, value: Value) -> None:
        index = self.box.findData(str(value))
        if index < 0:
            self.box.addItem(str(value), str(value))
            index = self.box.count() - 1
        self.box.setCurrentIndex(index)


class Whole(Control):
    """A whole number in a range."""

    patience = TYPING

    def __init__(self, low: float, high: float, parent: QWidget) -> None:
        self.box = QSpinBox(parent)
        super().__init__(self.box)
        self.box.setRange(int(low), int(high))
        self.box.setGroupSeparatorShown(high > 65535)
        calm_wheel(self.box)
        self.box.valueChanged.connect(self._tell)

    def value(self) -> int:
        return self.box.value()

    def set_value(self, value: Value) -> None:
        self.box.blockSignals(True)
        self.box.setValue(int(value))
        self.box.blockSignals(False)

    def word(self, unit: str, least: str) -> None:
        """The unit, and what the smallest number means (empty: itself)."""
        self.box.setSuffix(unit)
        self.box.setSpecialValueText(least)


class _ShortDecimal(QDoubleSpinBox):
    """Without zeros that say nothing: "50", not "50.000"; with room for them."""

    _measures = False

    def textFromValue(self, value: float) -> str:
        text = super().textFromValue(value)
        if self._measures:
            return text
        point = self.locale().decimalPoint()
        if point in text:
            text = text.rstrip(self.locale().zeroDigit()).removesuffix(point)
        return text

    def sizeHint(self) -> QSize:
        self._measures = True
        hint = super().sizeHint()
        self._measures = False
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Decimal(Control):
    """A number with as many decimals as its range asks for.

    A value with more (5/6 s) is shown rounded and stays as it is until a person changes it.
    """

    patience = TYPING

    def __init__(self, low: float, high: float, parent: QWidget) -> None:
        self.box = _ShortDecimal(parent)
        super().__init__(self.box)
        self.box.setDecimals(_decimals(low, high))
        self.box.setRange(low, high)
        self.box.setSingleStep(0.01 if high <= 1 else 0.1 if high <= 10 else 1.0)
        self._exact = 0.0
        calm_wheel(self.box)
        self.box.valueChanged.connect(self._tell)

    def value(self) -> float:
        shown = self.box.value()
        return self._exact if round(self._exact, self.box.decimals()) == shown else shown

    def set_value(self, value: Value) -> None:
        self.box.blockSignals(True)
        self._exact = float(value)
        self.box.setValue(self._exact)
        self.box.blockSignals(False)

    def word(self, unit: str, least: str) -> None:
        """The unit, and what the smallest number means (empty: itself)."""
        self.box.setSuffix(unit)
        self.box.setSpecialValueText(least)


class Line(Control):
    """A line of text."""

    patience = TYPING
    is_wide = True

    def __init__(self, parent: QWidget) -> None:
        self.box = QLineEdit(parent)
        super().__init__(self.box)
        self.box.textEdited.connect(self._tell)

    def value(self) -> str:
        return self.box.text().strip()

    def set_value(self, value: Value) -> None:
        if str(value) != self.value():
            self.box.setText(str(value))


def _decimals(low: float, high: float) -> int:
    if high <= 1 or 0 < low < 0.01:
        return 3
    return 2 if high <= 30 or 0 < low < 0.1 else 1
