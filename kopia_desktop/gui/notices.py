"""Quiet bars above the content: one sentence, buttons that help, gone when done with."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
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
from kopia_desktop.gui.tab_order import read_in_order
from kopia_desktop.gui.theme import GRID, ICON, MARGIN, Theming


class Tone(Enum):
    """What a notice is about; each has an icon, so that colour is never alone."""

    INFO = auto()
    ERROR = auto()


class NoticeBar(QWidget):
    """An icon and a sentence across the whole width; who makes one puts what helps behind them.

    Its text can be read by the keyboard and copied.
    """

    def __init__(self, theming: Theming, parent: QWidget, tone: Tone = Tone.INFO) -> None:
        super().__init__(parent)
        self._theming = theming
        self._tone = tone
        self._icon = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        room = self._label.sizePolicy()  # which knows that the text wraps
        room.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self._label.setSizePolicy(room)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        self._row.setSpacing(GRID)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._label, 1)
        theming.changed.connect(self._paint_icon)
        self._paint_icon()

    @property
    def text(self) -> str:
        return self._label.text()

    def say(self, text: str, tone: Tone | None = None, *, details: str = "") -> None:
        """Another sentence, in the same tone as before if no other is given."""
        self._label.setText(text)
        self._label.setAccessibleName(text)
        self._label.setToolTip(details)
        if tone is not None and tone is not self._tone:
            self._tone = tone
            self._paint_icon()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft ground and a line below; the ground is the accent's, or none for errors."""
        colours = self._theming.colours
        painter = QPainter(self)
        if self._tone is Tone.INFO:
            painter.fillRect(self.rect(), colours.accent_ground)
        painter.setPen(colours.error if self._tone is Tone.ERROR else colours.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    @Slot()
    def _paint_icon(self) -> None:
        sign = icon("info")
        if self._tone is Tone.ERROR:
            sign = icon("error", ink=self._theming.colours.error)
        self._icon.setPixmap(sign.pixmap(ICON, ICON))


class Notice(NoticeBar):
    """One bar, until a person has done with it."""

    grown = Signal()
    """It has one more button."""

    def __init__(self, theming: Theming, tone: Tone, text: str, parent: QWidget) -> None:
        super().__init__(theming, parent, tone)
        self.setObjectName("notice")
        self.say(text)
        self._close = QToolButton(self)
        self.tab_parts: tuple[QWidget, ...] = (self._close,)
        self._close.setAutoRaise(True)
        self._close.setObjectName("notice-close")
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._close.setIcon(icon("close"))
        self._close.clicked.connect(self.dismiss)
        self._row.setContentsMargins(MARGIN, GRID, GRID, GRID)
        self._row.addWidget(self._close)

    def add_button(self, text: str, action: Callable[[], object]) -> QPushButton:
        """A button that helps; the bar goes when it is used."""
        button = QPushButton(text, self)
        button.setObjectName("notice-button")
        button.clicked.connect(action)
        button.clicked.connect(self.dismiss)
        self._row.insertWidget(self._row.count() - 1, button)
        self.tab_parts = (*self.tab_parts[:-1], button, self._close)
        self.grown.emit()
        return button

    @Slot()
    def dismiss(self) -> None:
        self.hide()
        self.deleteLater()


class Notices(QWidget):
    """Where notices stand; takes no room while there are none."""

    def __init__(self, theming: Theming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theming = theming
        self._above: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def stand_behind(self, above: QWidget) -> None:
        """Tab comes from there to what is said here."""
        self._above = above
        self._order_tabs()

    def say(self, text: str, tone: Tone = Tone.INFO) -> Notice:
        """Show a sentence; one that stands there already is not repeated."""
        for shown in self._notices():
            if shown.text == text and not shown.isHidden():
                return shown
        notice = Notice(self._theming, tone, text, self)
        notice.grown.connect(self._order_tabs)
        self._column.addWidget(notice)
        self._order_tabs()
        notice.show()
        return notice

    def _notices(self) -> list[Notice]:
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, Notice)]

    @Slot()
    def _order_tabs(self) -> None:
        parts = [] if self._above is None else [self._above]
        for notice in self._notices():
            parts += notice.tab_parts
        read_in_order(*parts)
