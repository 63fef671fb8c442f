"""Keeping up with what is heard or being recognised, until a person scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QObject,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea

from kopia_desktop.gui.theme import FADE, GRID, MARGIN, Theming

_HIGHEST, _LOWEST = 0.15, 0.7
"""Shares of the view between which a line is comfortable to read along."""

_TO = 0.33


class FollowPill(QAbstractButton):
    """Says whether the view follows; a press changes it."""

    def __init__(self, theming: Theming, parent: QAbstractScrollArea) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setObjectName("follow-pill")
        self.setCheckable(True)
        self.setChecked(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.toggled.connect(self._say)
        self._say()
        self.hide()

    @Slot()
    def _say(self) -> None:
        following = self.isChecked()
        self.setText(self.tr("Following") if following else self.tr("Follow"))
        self.setAccessibleName(self.tr("Follow the text"))
        self.setToolTip(
            self.tr("The view keeps up by itself. Scroll, or press here, to read elsewhere.")
            if following
            else self.tr("Go back to where it goes on.")
        )
        self.adjustSize()
        self.move_to_place()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 7 * GRID
        return QSize(width, max(self.fontMetrics().height() + GRID + 4, 4 * GRID))

    def move_to_place(self) -> None:
        """In the middle, at the foot of the text."""
        area = self.parent()
        if isinstance(area, QAbstractScrollArea):
            view = area.viewport().geometry()
            self.move(view.center().x() - self.width() // 2, view.bottom() - self.height() - MARGIN)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theming.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        following = self.isChecked()
        ground = colours.ground if following else colours.accent_fill
        ink = colours.accent if following else colours.on_accent
        edge = colours.accent if self.hasFocus() or following else colours.accent_fill
        painter.setBrush(ground)
        painter.setPen(QPen(edge, 2.0 if self.hasFocus() else 1.0))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(ink)
        text = area.adjusted(2 * GRID, 0, -2 * GRID, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, self.text())


class Following(QObject):
    """Moves the view while it is allowed to."""

    changed = Signal(bool)
    """Whether it follows."""

    def __init__(
        self,
        area: QAbstractScrollArea,
        theming: Theming,
        heart: Callable[[], tuple[int, int] | None],
    ) -> None:
        """``heart`` gives top and bottom, in the viewport, of what is to be kept in view."""
        super().__init__(area)
        self._area = area
        self._theming = theming
        self._heart = heart
        self._active = False
        self.pill = FollowPill(theming, area)
        self.pill.toggled.connect(self._toggled)
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(FADE)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move)
        area.verticalScrollBar().actionTriggered.connect(self.let_go)
        area.viewport().installEventFilter(self)

    @property
    def is_on(self) -> bool:
        return self.pill.isChecked()

    def set_active(self, active: bool, /) -> None:
        """Whether something goes on that can be followed."""
        if active != self._active:
            self._active = active
            self.show_pill()

    def show_pill(self) -> None:
        """Where there is anything to scroll."""
        self.pill.move_to_place()
        self.pill.setVisible(self._active and self._area.verticalScrollBar().maximum() > 0)

    def set_on(self, on: bool, /) -> None:
        self.pill.setChecked(on)

    @Slot()
    def let_go(self) -> None:
        """A person reads elsewhere."""
        self._motion.stop()
        if self._active:
            self.pill.setChecked(False)

    def keep_up(self) -> None:
        """Bring what goes on to a comfortable place, if it left that."""
        heart = self._heart() if self._active and self.is_on else None
        if heart is None:
            return
        top, bottom = heart
        height = self._area.viewport().height()
        if top < height * _HIGHEST or bottom > height * _LOWEST:
            bar = self._area.verticalScrollBar()
            self._go(bar.value() + top - round(height * _TO))

    def _go(self, value: int) -> None:
        bar = self._area.verticalScrollBar()
        value = min(max(value, bar.minimum()), bar.maximum())
        near = abs(value - bar.value()) < self._area.viewport().height()
        self._motion.stop()
        if self._theming.animates and near and self._area.isVisible():
            self._motion.setStartValue(bar.value())
            self._motion.setEndValue(value)
            self._motion.start()
        else:
            bar.setValue(value)

    @Slot(object)
    def _move(self, value: int) -> None:
        self._area.verticalScrollBar().setValue(value)

    @Slot(bool)
    def _toggled(self, on: bool) -> None:
        self.keep_up()
        self.changed.emit(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.show_pill()
        return False
