"""The languages to tick, with a search above them that takes a name, its own name or a code."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QVBoxLayout, QWidget

from kopia_desktop.gui.dialogs.target_row import TargetRow
from kopia_desktop.gui.dialogs.targets_model import TargetsModel
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import Muted
from kopia_desktop.gui.theme import GRID, Theming

_ROWS = 12
_LETTERS = 64

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class TargetsView(QWidget):
    """Space and a click tick a language. In the search, Enter ticks what fits best."""

    def __init__(self, theming: Theming, model: TargetsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.search = QLineEdit(self)
        self.search.setObjectName("translate-search")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setPlaceholderText(self.tr("Find a language by its name or code"))
        self.search.setAccessibleName(self.tr("Find a language"))
        self.search.setAccessibleDescription(self.tr("Enter ticks the one that fits best."))
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.list = _List(model, theming, self)
        self._nothing = Muted(self.tr("No language is called that."), self)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go on in the list; Enter ticks while there is something searched for."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.key() in _ENTER and self.search.text():
            self._tick_best()
            return True
        if event.key() in _MOVES:
            self.list.begin()
            return True
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return False

    def _tick_best(self) -> None:
        row = self.list.currentIndex().row()
        target = self._model.target(row)
        if target is None:
            return
        self._model.toggle(row)
        self.search.clear()
        self.list.show_row(self._model.row_of(target.code))

    @Slot(str)
    def _search(self, text: str) -> None:
        best = self._model.search(text)
        self.list.show_row(best, is_pointed=bool(text.strip()))
        self._nothing.setVisible(best is None)


class _List(QListView):
    """The row with the keyboard has a frame, and the one that a search means a soft ground."""

    def __init__(self, model: TargetsModel, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._targets = model
        self.setModel(model)
        self.setItemDelegate(TargetRow(theming, self))
        self.setObjectName("translate-languages")
        self.setAccessibleName(self.tr("Languages to translate into"))
        # What is ticked is what counts; a selected row beside it would look like another choice.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(self._toggle)

    def begin(self) -> None:
        """The keyboard comes from the search."""
        if self._targets.target(self.currentIndex().row()) is None:
            self.show_row(self._targets.first)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_row(self, row: int | None, *, is_pointed: bool = False) -> None:
        """Make a row the current one, and mark it where a search means it."""
        selection = self.selectionModel()
        selection.clearSelection()
        if row is None:
            return
        index = self._targets.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if is_pointed:
            selection.select(index, QItemSelectionModel.SelectionFlag.Select)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the dialog's, for its default button."""
        if event.key() in _ENTER:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        row = metrics.height() + GRID + GRID // 2
        return QSize(_LETTERS * metrics.averageCharWidth(), _ROWS * row)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(24 * metrics.averageCharWidth(), 4 * (metrics.height() + GRID))

    @Slot(QModelIndex)
    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self._targets.toggle(index.row())
