"""Rows of models under each other; shown again, rows that stay are changed in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kopia_desktop.gui.dialogs.model_entry import ModelEntry
from kopia_desktop.gui.dialogs.model_row import ModelRow
from kopia_desktop.gui.tab_order import read_in_order
from kopia_desktop.gui.theme import GRID, Theming


class ModelList(QWidget):
    """Tells what a person wants with one of its models, by name."""

    download = Signal(object)
    pause = Signal(str)
    resume = Signal(str)
    cancel = Signal(str)
    use = Signal(str)
    remove = Signal(str)

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._rows: dict[str, ModelRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID // 2)

    def show_entries(self, entries: Sequence[ModelEntry], *, busy: bool = False) -> None:
        """These and no others, in this order."""
        names = [entry.name for entry in entries]
        for name in self._rows.keys() - set(names):
            row = self._rows.pop(name)
            row.hide()
            row.deleteLater()
        for place, entry in enumerate(entries):
            row = self._rows.get(entry.name) or self._new_row(entry.name)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_entry(entry, busy=busy)
            row.show()
        rows = [self._rows[name] for name in names]
        if self.isVisible():
            read_in_order(*rows)

    def row(self, name: str) -> ModelRow | None:
        return self._rows.get(name)

    def _new_row(self, name: str) -> ModelRow:
        row = self._rows[name] = ModelRow(self._theming, self)
        for signal, told in (
            (row.download, self.download),
            (row.pause, self.pause),
            (row.resume, self.resume),
            (row.cancel, self.cancel),
            (row.use, self.use),
            (row.remove, self.remove),
        ):
            signal.connect(told)
        return row
