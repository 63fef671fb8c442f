"""The licences: a list of libraries, and the words of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.licences import Licence, read_licences
from kopia_desktop.gui.dialogs.read_only import ReadOnlyText
from kopia_desktop.gui.labels import Muted, Text
from kopia_desktop.gui.theme import GRID, MARGIN

_FIRST_SIZE = QSize(820, 560)


class LicencesDialog(QDialog):
    """Not modal; read when it opens."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("licences-dialog")
        self.setWindowTitle(self.tr("Licences"))
        self._licences: tuple[Licence, ...] = ()
        self._state = Muted(self.tr("Looking…"), self)
        self.list = QListWidget(self)
        self.list.setObjectName("licences")
        self.list.setAccessibleName(self.tr("Libraries"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._kind = Text("", self)
        self._kind.setObjectName("licence-kind")
        self.text = ReadOnlyText("licence-text", self.tr("Text of the licence"), self)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._lay_out()
        self.list.currentRowChanged.connect(self._open)
        context.bridge.lanes.files(read_licences, self._show_licences)

    def _lay_out(self) -> None:
        right = QWidget(self)
        words = QVBoxLayout(right)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(GRID)
        words.addWidget(self._kind)
        words.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("licences-close")
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addWidget(self._state)
        column.addWidget(split, 1)
        column.addWidget(buttons)
        self.resize(_FIRST_SIZE)

    def _show_licences(self, licences: tuple[Licence, ...]) -> None:
        self._licences = licences
        said = self.tr("Kopia Desktop is made with the work of many. Thank you.")
        self._state.setText(said)
        for licence in licences:
            QListWidgetItem(f"{licence.name} {licence.version}".strip(), self.list)
        self.list.setCurrentRow(0)

    @Slot(int)
    def _open(self, row: int) -> None:
        if row >= 0:
            licence = self._licences[row]
            self._kind.setText(licence.kind or self.tr("It does not name its licence."))
            none = self.tr("No text came with it; its licence is well known by that name.")
            self.text.setPlainText(licence.text or none)
