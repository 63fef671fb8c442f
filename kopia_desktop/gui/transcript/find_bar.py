"""Find and replace: a bar above the text, two lines at most."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from kopia_desktop.gui.theme import GRID, MARGIN, Theming
from kopia_desktop.gui.tool_button import tool_button
from kopia_desktop.gui.transcript.matches import Search


class FindBarMode(Enum):
    FIND = auto()
    REPLACE = auto()


class FindBar(QWidget):
    """Says what is looked for and what is wanted; it is told how many there are."""

    search_changed = Signal(object)
    """A ``Search``; None when there is nothing to look for."""
    moved = Signal(int)
    """1 to the next match, -1 to the one before."""
    replace_wanted = Signal(str)
    replace_all_wanted = Signal(str)
    closed = Signal()

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self.setObjectName("find-bar")
        self._find = self._make_edit("find-text", self.tr("Find"))
        self._count = QLabel(self)
        self._count.setObjectName("find-count")
        self._previous = tool_button(
            "find-previous", "up", self.tr("Previous match (Shift+F3)"), self
        )
        self._next = tool_button("find-next", "down", self.tr("Next match (F3)"), self)
        self._case = self._make_switch("find-case", "Aa", self.tr("Match case"))
        self._words = self._make_switch("find-words", "“ab”", self.tr("Whole words"))
        self._more = self._make_switch("find-more", self.tr("Replace"), self.tr("Replace"))
        self._close = tool_button("find-close", "close", self.tr("Close (Esc)"), self)
        self._replacement = self._make_edit("replace-text", self.tr("Replace with"))
        self._replace = QPushButton(self.tr("Replace"), self)
        self._replace.setObjectName("replace-one")
        self._replace_all = QPushButton(self.tr("Replace all"), self)
        self._replace_all.setObjectName("replace-all")
        self._replace_all.setToolTip(self.tr("In the original, as one step that can be undone"))
        self._second = QWidget(self)
        self._arrange()
        self._connect()
        theming.changed.connect(self.update)
        self.show_count(0, None)
        self._show_more(False)
        self.hide()

    @property
    def search(self) -> Search | None:
        text = self._find.text()
        if not text:
            return None
        return Search(text, match_case=self._case.isChecked(), whole_words=self._words.isChecked())

    def open(self, mode: FindBarMode, text: str = "") -> None:
        """Show the bar with the keyboard in it; ``text`` is looked for at once."""
        self.show()
        self._more.setChecked(mode is FindBarMode.REPLACE)
        if text:
            self._find.setText(text)
        self._find.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._find.selectAll()
        self.search_changed.emit(self.search)

    @Slot()
    def close_bar(self) -> None:
        if not self.isHidden():
            self.hide()
            self.search_changed.emit(None)
            self.closed.emit()

    def show_count(self, total: int, number: int | None) -> None:
        """How many there are, and which of them is the current one (from 0)."""
        words = ""
        if total and number is not None:
            words = self.tr("{number} of {total}").format(number=number + 1, total=total)
        elif self._find.text():
            words = self.tr("No matches")
        self._count.setText(words)
        self._count.setAccessibleName(words or self.tr("No matches"))
        for widget in (self._next, self._previous, self._replace, self._replace_all):
            widget.setEnabled(total > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._replacement.hasFocus():
                self._want_replace()
            else:
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.moved.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._theming.colours.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    @Slot()
    def _tell(self) -> None:
        self.search_changed.emit(self.search)

    @Slot(bool)
    def _show_more(self, shown: bool) -> None:
        self._replacement.setVisible(shown)
        self._second.setVisible(shown)
        if shown:
            self._replacement.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _to_next(self) -> None:
        self.moved.emit(1)

    @Slot()
    def _to_previous(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _want_replace(self) -> None:
        self.replace_wanted.emit(self._replacement.text())

    @Slot()
    def _want_replace_all(self) -> None:
        self.replace_all_wanted.emit(self._replacement.text())

    def _make_edit(self, name: str, words: str) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setPlaceholderText(words)
        edit.setAccessibleName(words)
        edit.setClearButtonEnabled(True)
        edit.setMinimumWidth(12 * GRID)
        edit.setMaximumWidth(45 * GRID)
        return edit

    def _make_switch(self, name: str, text: str, words: str) -> QToolButton:
        button = tool_button(name, "", words, self)
        button.setText(text)
        button.setCheckable(True)
        return button

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(MARGIN, GRID, GRID, GRID)
        grid.setSpacing(GRID)
        first = QHBoxLayout()
        first.setSpacing(GRID // 2)
        for widget in (self._previous, self._next, self._case, self._words, self._more):
            first.addWidget(widget)
        first.addSpacing(GRID)
        first.addWidget(self._count, 1)
        first.addWidget(self._close)
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(GRID)
        second.addWidget(self._replace)
        second.addWidget(self._replace_all)
        second.addStretch(1)
        grid.addWidget(self._find, 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._replacement, 1, 0)
        grid.addWidget(self._second, 1, 1)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)

    def _connect(self) -> None:
        self._find.textChanged.connect(self._tell)
        self._case.toggled.connect(self._tell)
        self._words.toggled.connect(self._tell)
        self._more.toggled.connect(self._show_more)
        self._next.clicked.connect(self._to_next)
        self._previous.clicked.connect(self._to_previous)
        self._replace.clicked.connect(self._want_replace)
        self._replace_all.clicked.connect(self._want_replace_all)
        self._close.clicked.connect(self.close_bar)
