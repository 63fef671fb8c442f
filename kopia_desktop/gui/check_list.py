"""A list of which several can be checked: formats, languages to translate to."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from kopia_desktop.gui.roomy_rows import RoomyRows
from kopia_desktop.gui.theme import GRID

_VALUE = int(Qt.ItemDataRole.UserRole)


class CheckList(QListWidget):
    """Arrows move, Space and a click on the line check; the order is the list's."""

    toggled = Signal()

    def __init__(self, rows: int, parent: QWidget | None = None) -> None:
        """Shows up to ``rows`` rows, then scrolls."""
        super().__init__(parent)
        self._rows = rows
        self._choices: dict[str, str] = {}
        # What is checked is what counts; a filled row beside it would look like another choice.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setItemDelegate(RoomyRows(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.itemChanged.connect(self._tell)
        self.itemClicked.connect(self._clicked)
        self._pressed = Qt.CheckState.Unchecked

    def offer(self, choices: Mapping[str, str]) -> None:
        """Show these, value and name; what was checked and is still there stays checked."""
        if list(choices.items()) == list(self._choices.items()):
            return
        kept = self.checked()
        self._choices = dict(choices)
        self.blockSignals(True)
        self.clear()
        for value, text in choices.items():
            item = QListWidgetItem(text, self)
            item.setData(_VALUE, value)
            item.setToolTip(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(checked=value in kept))
        self.blockSignals(False)
        if self.count():
            self.setCurrentRow(0)
        self.updateGeometry()

    def checked(self) -> tuple[str, ...]:
        """Values in the list's order."""
        return tuple(
            str(self.item(row).data(_VALUE))
            for row in range(self.count())
            if self.item(row).checkState() is Qt.CheckState.Checked
        )

    def check(self, values: Collection[str]) -> None:
        """Check these and no others, without ``toggled``."""
        self.blockSignals(True)
        for row in range(self.count()):
            item = self.item(row)
            item.setCheckState(_state(checked=item.data(_VALUE) in values))
        self.blockSignals(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        self._pressed = item.checkState() if item is not None else Qt.CheckState.Unchecked
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the window's, for its default button."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As high as its rows, as wide as the longest."""
        row = max(self.sizeHintForRow(0), self.fontMetrics().height() + GRID)
        frame = 2 * self.frameWidth()
        count = max(1, min(self.count(), self._rows))
        bar = self.verticalScrollBar().sizeHint().width() if self.count() > self._rows else 0
        width = max(self.sizeHintForColumn(0), 20 * self.fontMetrics().averageCharWidth())
        return QSize(width + frame + bar + GRID, row * count + frame)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), 44 * self.fontMetrics().averageCharWidth()), hint.height())

    @Slot(QListWidgetItem)
    def _tell(self, item: QListWidgetItem) -> None:
        self.toggled.emit()

    @Slot(QListWidgetItem)
    def _clicked(self, item: QListWidgetItem) -> None:
        """A click beside the box checks too; one on the box already did."""
        if self._pressed is item.checkState():
            item.setCheckState(_state(checked=item.checkState() is not Qt.CheckState.Checked))


def _state(*, checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
