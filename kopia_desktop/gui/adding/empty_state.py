"""The window while there is nothing in it: one large target, on the first run one quiet card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.speech_models import InstalledModel
from kopia_desktop.gui.adding.first_run_card import FirstRunCard
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import mute
from kopia_desktop.gui.theme import GRID, MARGIN, Theming

_WIDEST = 80 * GRID
_TALLEST_TARGET = 48 * GRID
_LEAST_TARGET = 28 * GRID
_ICON = 6 * GRID
_RADIUS = 1.5 * GRID


class DropTarget(QWidget):
    """What a person is to do, as large as it can be said. A click opens files, too."""

    open_requested = Signal()
    sample_requested = Signal()

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop-target")
        self._theming = theming
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._title = _centred(self.tr("Drop recordings here"), self)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        self._title.setFont(font)
        self._hint = _centred(self.tr("Audio or video files, folders, or https links"), self)
        mute(self._hint)
        self._open = QPushButton(self.tr("Open files…"), self)
        self._open.setObjectName("open-files")
        self._open.setDefault(True)
        self._open.setMinimumSize(16 * GRID, 4 * GRID)
        self._open.clicked.connect(self.open_requested)
        self._sample = QPushButton(self.tr("Try the sample"), self)
        self._sample.setObjectName("try-sample")
        self._sample.setFlat(True)
        font = self._sample.font()
        font.setUnderline(True)
        self._sample.setFont(font)
        self._sample.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sample.clicked.connect(self.sample_requested)
        self.setMinimumHeight(_LEAST_TARGET)
        self.setMaximumHeight(_TALLEST_TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        theming.changed.connect(self._colour)
        self._colour()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        column.addStretch(1)
        column.addWidget(self._icon)
        column.addSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addSpacing(2 * GRID)
        for button in (self._open, self._sample):
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.open_requested.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed, rounded frame on the ground of text."""
        colours = self._theming.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colours.accent, 1.5, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([4.0, 4.0])
        painter.setPen(pen)
        painter.setBrush(colours.ground)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)

    @Slot()
    def _colour(self) -> None:
        self._icon.setPixmap(icon("drop").pixmap(_ICON, _ICON))
        palette = self._sample.palette()
        palette.setColor(palette.ColorRole.ButtonText, self._theming.colours.accent)
        self._sample.setPalette(palette)


class EmptyState(QWidget):
    """Asks for recordings; ``settings_changed`` tells that the card chose a model."""

    open_requested = Signal()
    sample_requested = Signal()
    settings_changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty-state")
        self._context = context
        inside = QWidget(self)
        self.target = DropTarget(context.theming, inside)
        self.target.open_requested.connect(self.open_requested)
        self.target.sample_requested.connect(self.sample_requested)
        self.card = FirstRunCard(context, inside)
        self.card.hide()
        self.card.settings_changed.connect(self.settings_changed)
        promise = _centred(self.tr("Everything stays on this computer."), inside)
        mute(promise)
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addStretch(1)
        column.addWidget(self.target, 4)
        column.addWidget(self.card)
        column.addWidget(promise)
        column.addStretch(1)
        inside.setMaximumWidth(_WIDEST)
        middle = QWidget(self)
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def showEvent(self, event: QShowEvent) -> None:
        """Look each time it is seen: a model may have been added elsewhere."""
        super().showEvent(event)
        if not self.card.was_dismissed():
            self._context.bridge.lanes.read(self._context.models.installed, self._show_card)

    def _show_card(self, models: Sequence[InstalledModel]) -> None:
        """Only where nothing but the starter is there to choose."""
        if not self.card.has_something_to_say():
            self.card.setVisible(all(model.embedded for model in models))
        if not self.card.isHidden():
            self.card.look()


def _centred(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    label.setWordWrap(True)
    return label
