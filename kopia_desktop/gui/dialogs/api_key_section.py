"""The API's key: hidden until it is asked for, copied, replaced; and a ready line for curl."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.copying import CopyButton
from kopia_desktop.gui.dialogs.read_only import ReadOnlyLine
from kopia_desktop.gui.labels import Muted, Text, Trouble
from kopia_desktop.gui.theme import GRID

if TYPE_CHECKING:
    from kopia_desktop.services.api_key import ApiKey

_HIDDEN = "••••••••"


class ApiKeySection(QWidget):
    """The key is read in the lane for files, kept while the section is seen, and never logged."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._address: str | None = None
        self.line = ReadOnlyLine("api-key", self.tr("Key of the API"), self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_key = QPushButton(self.tr("Show"), self)
        self.show_key.setObjectName("show-key")
        self.show_key.setAccessibleName(self.tr("Show the key"))
        self.show_key.setCheckable(True)
        self.copy = CopyButton(self.tr("Copy the key"), self)
        self.copy.setObjectName("copy-key")
        self.new = QPushButton(self.tr("New key…"), self)
        self.new.setObjectName("new-key")
        self.trouble = Trouble(context.theming, self)
        self.curl = ReadOnlyLine("curl", self.tr("A line for curl"), self)
        self.copy_curl = CopyButton(self.tr("Copy the line for curl, with the key"), self)
        self.copy_curl.setObjectName("copy-curl")
        self._make_question()
        self._lay_out()
        self.show_key.toggled.connect(self._reveal)
        self.copy.asked.connect(self._hand_key)
        self.copy_curl.asked.connect(self._hand_curl)
        self.new.clicked.connect(self._ask)
        self._yes.clicked.connect(self._rotate)
        self._no.clicked.connect(self._keep)

    def _make_question(self) -> None:
        self.question = QWidget(self)
        text = self.tr("Programs that use the old key are refused from then on.")
        self._yes = QPushButton(self.tr("Make a new key"), self.question)
        self._yes.setObjectName("new-key-yes")
        self._no = QPushButton(self.tr("Keep this one"), self.question)
        self._no.setObjectName("new-key-no")
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(Text(text, self.question), 1)
        row.addWidget(self._yes)
        row.addWidget(self._no)
        self.question.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(self.line, 0, 0)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self.show_key, self.copy, self.new):
            buttons.addWidget(button)
        grid.addLayout(buttons, 0, 1)
        about = self.tr("Whoever has it can read and delete your jobs through the API.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(grid)
        column.addWidget(Muted(about, self))
        column.addWidget(self.question)
        column.addWidget(self.trouble)
        column.addSpacing(GRID)
        column.addWidget(Text(self.tr("Try it in a terminal:"), self))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.curl, 1)
        row.addWidget(self.copy_curl)
        column.addLayout(row)

    @property
    def curl_line(self) -> str:
        """The whole line, key included; empty while there is nothing to try."""
        return self._curl(self._key) if self._key and self._address else ""

    def refresh(self) -> None:
        """Read the key again: another process may have replaced it."""
        self._context.bridge.lanes.files(
            functools.partial(_made, self._context.key), self._show, self._failed
        )

    def set_address(self, address: str | None) -> None:
        """Where the API is served; None while it is not."""
        if address != self._address:
            self._address = address
            self._paint()

    def _show(self, key: str) -> None:
        self._key = key
        self.trouble.clear()
        self._paint()

    def _paint(self) -> None:
        shown = self.show_key.isChecked()
        is_own = self._context.key.file is not None
        self.line.setText(self._key)
        self.line.setCursorPosition(0)
        self.curl.setText(self._curl(self._key if shown else _HIDDEN) if self.curl_line else "")
        self.curl.setCursorPosition(0)
        self.curl.setPlaceholderText(self.tr("When the API is served"))
        for button in (self.show_key, self.copy):
            button.setEnabled(bool(self._key))
        self.copy_curl.setEnabled(bool(self.curl_line))
        self.new.setEnabled(is_own)
        given = self.tr("KOPIA_API_KEY gave this key; start the program with another one.")
        self.new.setToolTip("" if is_own else given)

    def _curl(self, key: str) -> str:
        return f'curl -H "Authorization: Bearer {key}" {self._address}/jobs'

    def _failed(self, error: KopiaError) -> None:
        self._key = ""
        self._paint()
        self.trouble.say_error(error)

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.show_key.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._paint()

    @Slot()
    def _hand_key(self) -> None:
        self.copy.give(self._key)

    @Slot()
    def _hand_curl(self) -> None:
        self.copy_curl.give(self.curl_line)

    @Slot()
    def _ask(self) -> None:
        self.question.show()
        self._no.setFocus()

    @Slot()
    def _keep(self) -> None:
        self.question.hide()
        self.new.setFocus()

    @Slot()
    def _rotate(self) -> None:
        self.question.hide()
        self.new.setFocus()
        self._context.bridge.lanes.files(self._context.key.rotate, self._rotated, self._failed)

    def _rotated(self, key: str) -> None:
        """An old key on the clipboard is of no use to anybody."""
        if self._key and self._key in QGuiApplication.clipboard().text():
            QGuiApplication.clipboard().clear()
        self._show(key)


def _made(key: ApiKey) -> str:
    """There is none yet where the API was never served."""
    key.ensure()
    return key.read()
