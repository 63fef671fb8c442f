"""Which list of names and terms new recordings are done with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

_EDIT = "\0"  # no list has this name


class VocabularyBox(QComboBox):
    """``chosen`` tells a list's name, empty for none; the last row opens the lists."""

    chosen = Signal(str)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.activated.connect(self._choose)
        self.offer((), "")

    def offer(self, names: Sequence[str], chosen: str) -> None:
        """Show these lists and which one holds, without telling of a change."""
        self.clear()
        self.addItem(self.tr("None"), "")
        for name in names:
            self.addItem(name, name)
        self.insertSeparator(self.count())
        self.addItem(self.tr("Edit lists…"), _EDIT)
        self.show_name(chosen)

    def show_name(self, name: str) -> None:
        """Show what holds; a list that is not there (any more) is shown by its name."""
        if self.findData(name) < 0:
            self.insertItem(1, name, name)
        self._shown = name
        self.setCurrentIndex(self.findData(name))

    @Slot(int)
    def _choose(self, index: int) -> None:
        value = str(self.itemData(index))
        if value == _EDIT:
            self.show_name(self._shown)
            self.edit_wanted.emit()
            return
        self._shown = value
        self.chosen.emit(value)
