"""The lists of terms at the left of their dialog: made, renamed and removed there."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.labels import Text
from kopia_desktop.gui.roomy_rows import RoomyRows
from kopia_desktop.gui.theme import GRID

_NAME = int(Qt.ItemDataRole.UserRole)


class VocabularyLists(QWidget):
    """Names are edited in place (F2); the signals say what a person wants done."""

    chosen = Signal(str)
    """The list that is shown now; empty where there is none."""

    made = Signal(str)
    renamed = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        label = Text(self.tr("&Lists"), self)
        label.setTextFormat(Qt.TextFormat.AutoText)
        self.list = _Names(self)
        self.list.setObjectName("vocabulary-lists")
        self.list.setAccessibleName(self.tr("Lists of names and terms"))
        self.list.setItemDelegate(RoomyRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        label.setBuddy(self.list)
        self._new = plain_button("vocabulary-new", self.tr("&New list"), self)
        self._rename = plain_button("vocabulary-rename", self.tr("Re&name"), self)
        self._remove = plain_button("vocabulary-remove", self.tr("&Remove"), self)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._rename)
        buttons.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(label)
        column.addWidget(self.list, 1)
        column.addWidget(self._new)
        column.addLayout(buttons)
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemChanged.connect(self._take_name)
        self._new.clicked.connect(self.make)
        self._rename.clicked.connect(self.rename)
        self._remove.clicked.connect(self.remove)
        self._choose(None, None)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(str(self.list.item(row).data(_NAME)) for row in range(self.list.count()))

    @property
    def current(self) -> str:
        """The list that is shown; empty where there is none."""
        item = self.list.currentItem()
        return "" if item is None else str(item.data(_NAME))

    def show_names(self, names: Collection[str], current: str) -> None:
        """Show these, and this one chosen; the first where it is not among them."""
        self.list.blockSignals(True)
        self.list.clear()
        for name in names:
            self._item(name)
        self.list.blockSignals(False)
        row = self.names.index(current) if current in names else 0
        self.list.setCurrentRow(row)
        self._choose(self.list.currentItem(), None)

    def add(self, name: str) -> None:
        """Show one more, chosen, with its name to be typed."""
        self.list.blockSignals(True)
        item = self._item(name)
        self.list.blockSignals(False)
        self.list.setCurrentItem(item)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.editItem(item)

    def take_away(self, name: str) -> None:
        """Show one no more; its neighbour is chosen."""
        if name in self.names:
            self.list.takeItem(self.names.index(name))

    def set_name(self, old: str, new: str) -> None:
        """The name that holds for the list shown as ``old``."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_NAME) == old:
                self.list.blockSignals(True)
                item.setData(_NAME, new)
                item.setText(new)
                item.setToolTip(new)
                self.list.blockSignals(False)

    @Slot()
    def make(self) -> None:
        """Ask for a new list."""
        wanted, number = self.tr("New list"), 1
        taken = {name.casefold() for name in self.names}
        while wanted.casefold() in taken:
            number += 1
            wanted = self.tr("New list {number}").format(number=number)
        self.made.emit(wanted)

    @Slot()
    def rename(self) -> None:
        """The name of the chosen list is to be typed."""
        if self.list.currentItem() is not None:
            self.list.editItem(self.list.currentItem())

    @Slot()
    def remove(self) -> None:
        """Ask for the chosen list to go."""
        if self.current:
            self.removed.emit(self.current)

    def _item(self, name: str) -> QListWidgetItem:
        item = QListWidgetItem(name, self.list)
        item.setData(_NAME, name)
        item.setToolTip(name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        return item

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, item: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        self._rename.setEnabled(item is not None)
        self._remove.setEnabled(item is not None)
        self.chosen.emit(self.current)

    @Slot(QListWidgetItem)
    def _take_name(self, item: QListWidgetItem) -> None:
        known, typed = str(item.data(_NAME)), " ".join(item.text().split())
        if typed and typed != known:
            self.renamed.emit(known, typed)
        else:
            self.set_name(known, known)


class _Names(QListWidget):
    """Narrow, as a list of short names is."""

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(24 * metrics.averageCharWidth(), 8 * (metrics.height() + GRID))

    def minimumSizeHint(self) -> QSize:
        return QSize(16 * self.fontMetrics().averageCharWidth(), super().minimumSizeHint().height())
