"""The row at the top: add recordings, the options they get, and the search over all transcripts."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from kopia_desktop.gui.actions import Actions
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.theme import GRID, MARGIN

_SEARCH_WIDTH = 320
_BESIDE = 6 * GRID
"""The icon and what is around the words."""


class TopBar(QWidget):
    """Holds no rule: it shows actions and says what was typed."""

    search_changed = Signal(str)
    search_moved = Signal(int)
    """The arrow keys in the field: 1 to the next hit, -1 to the one before."""

    search_entered = Signal()

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("top-bar")
        self._add = self._made_add(actions)
        self._search = QLineEdit(self)
        self._search.setObjectName("search-all")
        self._search.setPlaceholderText(self.tr("Search all transcripts"))
        self._search.setAccessibleName(self.tr("Search all transcripts"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        words = self._search.fontMetrics().horizontalAdvance(self._search.placeholderText())
        self._search.setMinimumWidth(min(words + _BESIDE, _SEARCH_WIDTH))
        self._search.setMaximumWidth(max(words + _BESIDE, _SEARCH_WIDTH))
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search.textChanged.connect(self.search_changed)
        self._search.installEventFilter(self)
        self.tab_parts: tuple[QWidget, ...] = (self._add, self._search)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        self._row.setSpacing(GRID)
        self._row.addWidget(self._add)
        self._row.addStretch(1)
        self._row.addWidget(self._search, 2)

    def _made_add(self, actions: Actions) -> QToolButton:
        menu = QMenu(self)
        names = ("open_files", "open_folder", "paste", "sample")
        menu.aboutToShow.connect(functools.partial(actions.draw_icons, names))
        for name in names:
            menu.addAction(actions[name])
        button = QToolButton(self)
        button.setObjectName("add")
        button.setText(self.tr("Add"))
        button.setIcon(icon("add"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(self.tr("Add recordings"))
        button.setToolTip(self.tr("Add recordings (drop them anywhere, too)"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(menu)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(actions["open_files"].trigger)
        return button

    @Slot()
    def focus_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def add_options(self, button: QWidget) -> None:
        """The options of new recordings, beside what adds them."""
        self._row.insertWidget(1, button)
        self.tab_parts = (self._add, button, self._search)

    def show_search(self, *, shown: bool) -> None:
        """There is nothing to search before there are recordings."""
        self._search.setVisible(shown)

    @Slot()
    def clear_search(self) -> None:
        self._search.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field's arrows move among the hits, Enter opens one, Esc ends the search."""
        if watched is self._search and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.search_moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.search_entered.emit()
                return True
            if pressed and event.key() == Qt.Key.Key_Escape:
                self._search.clear()
                return True
        return super().eventFilter(watched, event)
