"""A short list of things to tick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from kopia_desktop.gui.roomy_rows import RoomyRows

_ROWS = 5
"""Rows that are seen at once."""


class CheckList(QListWidget):
    """``ticked_changed`` tells the values that are ticked after a person's change, in order."""

    ticked_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setItemDelegate(RoomyRows(self))
        self.setTabKeyNavigation(False)
        # What is ticked is what counts; a filled row beside it would look like another choice.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.itemChanged.connect(self._tell)

    @property
    def ticked(self) -> tuple[str, ...]:
        items = [self.item(row) for row in range(self.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        )

    def show_choices(self, names: Mapping[str, str], ticked: Iterable[str]) -> None:
        """Show values by their names, without telling of a change."""
        chosen = set(ticked)
        self.blockSignals(True)
        self.clear()
        for value, name in names.items():
            item = QListWidgetItem(name, self)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if value in chosen else Qt.CheckState.Unchecked
            item.setCheckState(state)
        self.blockSignals(False)
        rows = min(self.count(), _ROWS)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth())

    @Slot(QListWidgetItem)
    def _tell(self, item: QListWidgetItem) -> None:
        self.ticked_changed.emit(self.ticked)
