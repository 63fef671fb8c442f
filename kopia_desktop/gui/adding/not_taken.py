"""The list of what was not taken: each name with its reason, to read and to copy."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.gui.adding.refusals import sentence
from kopia_desktop.gui.labels import Text
from kopia_desktop.gui.roomy_rows import RoomyRows
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.directions import from_left
from kopia_desktop.gui.wording.jobs import shown_name
from kopia_desktop.services.adding import AddSummary
from kopia_desktop.services.collecting import LeftOut

_SIZE = (90 * GRID, 52 * GRID)
_NAME_WIDTH = 34 * GRID

_Index = QModelIndex | QPersistentModelIndex


class NotTakenModel(QAbstractTableModel):
    """Two columns: the name (the whole path as a tooltip) and the reason."""

    def __init__(self, summary: AddSummary, parent: QWidget) -> None:
        super().__init__(parent)
        other = self.tr("Not an audio or video file; left out.")
        self._rows = [(one.name, sentence(one)) for one in summary.refused]
        self._rows += [(str(path), other) for path in summary.others]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        name, reason = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown_name(_own_name(name)) if index.column() == 0 else reason
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.whole(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shown_name(_own_name(name))}: {reason}"
        return None

    def whole(self, row: int, column: int) -> str:
        """Nothing left away: the whole path or link, the whole reason."""
        return shown_name(self._rows[row][0]) if column == 0 else self._rows[row][1]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.tr("Name") if section == 0 else self.tr("Why")
        return None

    def as_text(self, rows: list[int]) -> str:
        """Whole paths and reasons, a line each."""
        return "\n".join(f"{shown_name(self._rows[row][0])}\t{self._rows[row][1]}" for row in rows)


class NotTakenDialog(QDialog):
    """Does not hold the window up; Ctrl+C copies the chosen rows, the button all of them."""

    def __init__(self, summary: AddSummary, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("not-taken")
        self.setWindowTitle(self.tr("Not taken"))
        self._model = NotTakenModel(summary, self)
        self._view = QTreeView(self)
        self._view.setObjectName("not-taken-list")
        self._view.setAccessibleName(self.tr("What was not taken, and why"))
        self._view.setModel(self._model)
        self._view.setRootIsDecorated(False)
        self._view.setUniformRowHeights(True)
        self._view.setItemDelegate(RoomyRows(self._view))
        self._view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self._view.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, _NAME_WIDTH)
        header.setStretchLastSection(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(self.tr("Copy all"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("not-taken-copy")
        copy.clicked.connect(self.copy_all)
        buttons.rejected.connect(self.close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("not-taken-close")
        close.setDefault(True)
        self._whole = Text("", self, vertical=Qt.AlignmentFlag.AlignTop)
        self._whole.setObjectName("not-taken-whole")
        self._whole.setMinimumHeight(4 * self.fontMetrics().lineSpacing())
        note = Text(self._note(summary), self)
        note.setVisible(bool(note.text()))
        for text in (self._whole, note):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._view.selectionModel().currentRowChanged.connect(self._show_whole)
        self._view.setCurrentIndex(self._model.index(0, 0))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        column.addWidget(self._view, 1)
        column.addWidget(self._whole)
        column.addWidget(note)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    @Slot(QModelIndex, QModelIndex)
    def _show_whole(self, current: QModelIndex, before: QModelIndex) -> None:
        """The row at hand in full: columns cut long names and reasons."""
        name, reason = (self._model.whole(current.row(), column) for column in (0, 1))
        self._whole.setText(f"{from_left(name)}\n{reason}")

    @Slot()
    def copy_all(self) -> None:
        self._copy(list(range(self._model.rowCount())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = self._view.selectionModel().selectedRows()
            self._copy(sorted(index.row() for index in chosen))
        else:
            super().keyPressEvent(event)

    def _copy(self, rows: list[int]) -> None:
        if rows:
            QGuiApplication.clipboard().setText(self._model.as_text(rows))

    def _note(self, summary: AddSummary) -> str:
        """What was only counted."""
        more = summary.left_out.get(LeftOut.OTHER_FILES, 0) - len(summary.others)
        hidden = summary.left_out.get(LeftOut.HIDDEN, 0)
        deep = summary.left_out.get(LeftOut.TOO_DEEP, 0)
        said = []
        if more > 0:
            said.append(self.tr("%n more file(s) of other kinds.", "", more))
        if hidden:
            said.append(self.tr("%n hidden file(s) or folder(s) were passed by.", "", hidden))
        if deep:
            said.append(self.tr("%n folder(s) lie too deep inside others.", "", deep))
        return " ".join(said)


def _own_name(name: str) -> str:
    """A file's own name; a link as it is."""
    return name if "://" in name else os.path.basename(Path(name)) or name
