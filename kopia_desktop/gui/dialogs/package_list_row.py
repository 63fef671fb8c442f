"""The list of translation packages is fetched when a person asks for it, and not before."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.labels import Muted, Trouble
from kopia_desktop.gui.theme import GRID


class PackageListRow(QWidget):
    """Says that it is not known what could be downloaded, with the button that asks."""

    fetched = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._text = Muted("", self)
        self._fetch = plain_button("fetch-packages", self.tr("Look online"), self)
        self._fetch.setAccessibleName(self.tr("Look online which languages can be downloaded"))
        self._fetch.clicked.connect(self.fetch)
        self._trouble = Trouble(context.theming, self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._text, 1)
        row.addWidget(self._fetch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._trouble)
        self._say_unknown()
        self.hide()

    def _say_unknown(self) -> None:
        self._text.setText(self.tr("There may be smaller packages for single languages."))

    @Slot()
    def fetch(self) -> None:
        """Ask the server; only which packages there are is asked, nothing is told."""
        self._trouble.clear()
        self._fetch.setEnabled(False)
        self._text.setText(self.tr("Asking which languages there are…"))
        lanes = self._context.bridge.lanes
        lanes.files(self._context.translators.refresh_index, self._came, self._failed)

    def _came(self, _: object) -> None:
        self._end()
        self.fetched.emit()

    def _failed(self, error: KopiaError) -> None:
        self._end()
        self._trouble.say_error(error)

    def _end(self) -> None:
        self._fetch.setEnabled(True)
        self._say_unknown()
