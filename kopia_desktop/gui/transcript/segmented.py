"""A choice of one among few, side by side: languages, filler modes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from kopia_desktop.gui.tab_order import read_in_order
from kopia_desktop.gui.theme import GRID, Theming

_RADIUS = 5.0


@dataclass(frozen=True, slots=True)
class Choice:
    """What stands on a part, what it is called in full, and more about it."""

    key: str
    text: str
    name: str
    tip: str = ""


class _Part(QAbstractButton):
    """One part, painted: a soft ground and a line below when it is the chosen one."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            metrics.horizontalAdvance(self.text()) + 2 * GRID + GRID // 2,
            metrics.height() + GRID,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theming.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.accent_ground)
            painter.drawRoundedRect(area, _RADIUS - 1, _RADIUS - 1)
            painter.setPen(QPen(colours.accent, 2.0))
            y = area.bottom() - 1.5
            painter.drawLine(QPointF(area.left() + 6, y), QPointF(area.right() - 6, y))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.accent, 1.5))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS - 1, _RADIUS - 1)
        quiet = not (self.isChecked() or self.underMouse())
        painter.setPen(colours.muted if quiet else colours.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedControl(QWidget):
    """Parts in a thin frame. Arrow keys go from one to the next."""

    chosen = Signal(str)
    """The key of the part that a person chose."""

    def __init__(self, theming: Theming, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._choices: tuple[Choice, ...] = ()
        theming.changed.connect(self.update)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Other parts; those that stay keep their place and the focus."""
        if tuple(choices) == self._choices:
            return
        chosen = self.current
        buttons = self._group.buttons()
        for button in buttons[len(choices) :]:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for _ in choices[len(buttons) :]:
            part = _Part(self._theming, self)
            read_in_order(*self._group.buttons()[-1:], part)
            self._group.addButton(part)
            self._row.addWidget(part)
        self._choices = tuple(choices)
        for button, choice in zip(self._group.buttons(), choices, strict=True):
            button.setText(choice.text)
            button.setAccessibleName(choice.name)
            button.setToolTip(choice.tip or choice.name)
            button.setObjectName(f"{self.objectName()}-{choice.key}")
            button.updateGeometry()
        self.choose(chosen or (choices[0].key if choices else ""))

    @property
    def current(self) -> str | None:
        for button, choice in zip(self._group.buttons(), self._choices, strict=True):
            if button.isChecked():
                return choice.key
        return None

    def choose(self, key: str) -> None:
        """Show a part as the chosen one."""
        for button, choice in zip(self._group.buttons(), self._choices, strict=True):
            if choice.key == key:
                button.setChecked(True)

    @Slot(QAbstractButton)
    def _clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._choices[self._group.buttons().index(button)].key)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setPen(QPen(self._theming.colours.line, 1.0))
        painter.drawPath(path)
