"""Settings, API: whether and where it is served, its key, a line to try it with."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kopia_desktop.core.errors import PortBusy
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.api_key_section import ApiKeySection
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.copying import CopyButton
from kopia_desktop.gui.dialogs.read_only import ReadOnlyLine
from kopia_desktop.gui.dialogs.settings_page import SettingsPage
from kopia_desktop.gui.labels import Muted, Trouble
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.theme import GRID

_PORT = SettingId("api", "port")


class ApiPage(SettingsPage):
    """The state is the machinery's own, looked at while the page is seen."""

    def __init__(
        self, context: Context, changes: SettingChanges, ask: AskPath, title: str, parent: QWidget
    ) -> None:
        super().__init__(context, changes, ask, title, parent)
        self._state = Muted("", self.content)
        self._state.setObjectName("api-state")
        self.add(self._state)
        self.address = ReadOnlyLine("api-address", self.tr("Address of the API"), self.content)
        self._copy_address = CopyButton(self.tr("Copy the address"), self.content)
        self._copy_address.setObjectName("copy-address")
        self._copy_address.asked.connect(self._hand_address)
        self._address_line = QWidget(self.content)
        row = QHBoxLayout(self._address_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.address, 1)
        row.addWidget(self._copy_address)
        self.add(self._address_line)
        self.trouble = Trouble(context.theming, self.content)
        self._again = self.trouble.add_button("api-again", self.tr("Try again"))
        self._free_port = self.trouble.add_button("api-free-port", self.tr("Take a free port"))
        self._again.clicked.connect(self._try_again)
        self._free_port.clicked.connect(self._take_free_port)
        self.column.addWidget(self.trouble)
        self.add_settings("api")
        self.add_heading(self.tr("Key"))
        self.key = ApiKeySection(context, self.content)
        self.add(self.key)

    def refresh(self) -> None:
        self.key.refresh()
        self.look()

    def look(self) -> None:
        """Show how the API is."""
        machinery = self.context.machinery
        url, problem = machinery.api_url, machinery.api_problem
        enabled = self.context.settings().api.enabled
        self.key.set_address(url)
        self._address_line.setVisible(url is not None)
        if url is not None and self.address.text() != url:
            self.address.setText(url)
        if url is not None:
            self._state.setText(self.tr("Programs of this computer reach it at:"))
        elif enabled:
            self._state.setText(self.tr("The API is not served now."))
        else:
            self._state.setText(self.tr("The API is off. Nothing listens."))
        if problem is None or not enabled:
            self.trouble.clear()
        elif not self.trouble.text:
            self._free_port.setVisible(isinstance(problem, PortBusy))
            self.trouble.say_error(problem)

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self.look()

    @Slot()
    def _hand_address(self) -> None:
        self._copy_address.give(self.address.text())

    @Slot()
    def _try_again(self) -> None:
        self._again.setEnabled(False)
        self.context.bridge.lanes.files(self.context.machinery.open_api, self._tried)

    def _tried(self, _: None) -> None:
        self._again.setEnabled(True)
        self.trouble.clear()
        self.look()

    @Slot()
    def _take_free_port(self) -> None:
        self.trouble.clear()
        self.rows[_PORT].control.set_value(0)
        self.changes.change(_PORT, 0)
