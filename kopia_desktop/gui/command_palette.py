"""Ctrl+K: every command by its name, found by a few letters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QPixmap,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.gui.actions import plain
from kopia_desktop.gui.popup_edge import paint_edge
from kopia_desktop.gui.roomy_rows import RoomyRows
from kopia_desktop.gui.theme import GRID, ICON
from kopia_desktop.gui.wording.directions import from_left

_ACTION = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 560, 400

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True, order=True)
class _Rank:
    """How well a name matches: the less the better."""

    kind: int
    place: int


def rank(name: str, wanted: str) -> _Rank | None:
    """How well the letters fit: at the start, at a word's start, inside, scattered; None if not."""
    name, wanted = name.casefold(), wanted.casefold().strip()
    if not wanted:
        return _Rank(0, 0)
    place = name.find(wanted)
    if place == 0:
        return _Rank(0, 0)
    if place > 0:
        return _Rank(1 if not name[place - 1].isalnum() else 2, place)
    position = -1
    for letter in wanted:
        position = name.find(letter, position + 1)
        if position < 0:
            return None
    return _Rank(3, position)


class CommandPalette(QDialog):
    """Lists the commands that can be done now; Enter does one."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command-palette")
        self.setWindowTitle(self.tr("All commands"))
        self.setAccessibleName(self.tr("All commands"))
        self._actions = tuple(action for action in actions if action.isEnabled())
        self._field = QLineEdit(self)
        self._field.setObjectName("palette-field")
        self._field.setPlaceholderText(self.tr("What do you want to do?"))
        self._field.setAccessibleName(self.tr("Find a command"))
        self._field.setClearButtonEnabled(True)
        self._field.textChanged.connect(self._list)
        self._field.installEventFilter(self)
        self._items = QStandardItemModel(0, 2, self)
        empty = QPixmap(ICON, ICON)
        empty.fill(Qt.GlobalColor.transparent)
        self._no_icon = QIcon(empty)  # so that all names begin at one place
        self._view = self._made_view()
        self._nothing = QLabel(self.tr("No command of that name."), self)
        self._nothing.setMargin(GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for widget in (self._field, self._view, self._nothing):
            column.addWidget(widget)
        self.setFocusProxy(self._field)
        self._list("")

    def _made_view(self) -> QTreeView:
        view = QTreeView(self)
        view.setObjectName("palette-list")
        view.setModel(self._items)
        view.setAccessibleName(self.tr("Commands"))
        view.setHeaderHidden(True)
        view.setRootIsDecorated(False)
        view.setItemDelegate(RoomyRows(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.header().setStretchLastSection(False)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        view.clicked.connect(self._do)
        view.activated.connect(self._do)
        return view

    def open_over(self, window: QWidget) -> None:
        """Show it near the top of the window."""
        width = min(_WIDTH, window.width() - 4 * GRID)
        self.resize(QSize(width, min(_HEIGHT, window.height() - 8 * GRID)))
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (window.width() - width) // 2, place.y() + 6 * GRID)
        self.show()
        self._field.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """With an edge."""
        super().paintEvent(event)
        paint_edge(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list, Enter does the command, while the field has the keyboard."""
        if watched is self._field and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self._view.currentIndex())
                return True
            if pressed and event.key() in _MOVES:
                self._view.event(event)
                return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _list(self, wanted: str) -> None:
        found = [
            (fit, action)
            for action in self._actions
            if (fit := rank(plain(action.text()), wanted)) is not None
        ]
        if wanted.strip():
            found.sort(key=lambda each: each[0])
        self._items.setRowCount(0)
        for _, action in found:
            sign = action.icon()
            name = QStandardItem(self._no_icon if sign.isNull() else sign, plain(action.text()))
            name.setData(action, _ACTION)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            shown = QStandardItem(from_left(keys) if keys else "")
            shown.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            self._items.appendRow([name, shown])
        self._view.setVisible(bool(found))
        self._nothing.setVisible(not found)
        if found:
            self._view.setCurrentIndex(self._items.index(0, 0))

    @Slot(QModelIndex)
    def _do(self, index: QModelIndex) -> None:
        action = index.siblingAtColumn(0).data(_ACTION)
        self.close()
        if isinstance(action, QAction):
            action.trigger()
