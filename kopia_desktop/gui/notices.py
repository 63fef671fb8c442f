"""Quiet bars above the content: one sentence, buttons that help, gone when done with."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import GRID, ICON, MARGIN, Theming


class Tone(Enum):
    """What a notice is about; each has an icon, so that colour is never alone."""

    INFO = auto()
    ERROR = auto()


class Notice(QWidget):
    """One bar. Its text can be read by the keyboard and copied."""

    def __init__(self, theming: Theming, tone: Tone, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._theming = theming
        self._tone = tone
        self._icon = QLabel(self)
        self._label = QLabel(text, self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        room = self._label.sizePolicy()  # which knows that the text wraps
        room.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._label.setSizePolicy(room)
        self._label.setAccessibleName(text)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setObjectName("notice-close")
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, GRID, GRID, GRID)
        self._row.setSpacing(GRID)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._close)
        theming.changed.connect(self._paint_icons)
        self._paint_icons()

    @property
    def text(self) -> str:
        return self._label.text()

    def add_button(self, text: str, action: Callable[[], object]) -> QPushButton:
        """A button that helps; the bar goes when it is used."""
        button = QPushButton(text, self)
        button.clicked.connect(action)
        button.clicked.connect(self.dismiss)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    @Slot()
    def dismiss(self) -> None:
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground and a line below; the ground is the accent's, or none for errors."""
        colours = self._theming.colours
        painter = QPainter(self)
        if self._tone is Tone.INFO:
            painter.fillRect(self.rect(), colours.accent_ground)
        painter.setPen(colours.error if self._tone is Tone.ERROR else colours.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    @Slot()
    def _paint_icons(self) -> None:
        sign = icon("info")
        if self._tone is Tone.ERROR:
            sign = icon("error", ink=self._theming.colours.error)
        self._icon.setPixmap(sign.pixmap(ICON, ICON))
        self._close.setIcon(icon("close"))


class Notices(QWidget):
    """Where notices stand; takes no room while there are none."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def say(self, text: str, tone: Tone = Tone.INFO) -> Notice:
        """Show a sentence; one that stands there already is not repeated."""
        for index in range(self._column.count()):
            item = self._column.itemAt(index)
            shown = item.widget() if item is not None else None
            if isinstance(shown, Notice) and shown.text == text and not shown.isHidden():
                return shown
        notice = Notice(self._theming, tone, text, self)
        self._column.addWidget(notice)
        notice.show()
        return notice
