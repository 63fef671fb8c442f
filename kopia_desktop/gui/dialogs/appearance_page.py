"""Settings, Appearance: theme, language, reading size with a sample of it, motion."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.controls import Whole
from kopia_desktop.gui.dialogs.settings_page import SettingsPage
from kopia_desktop.gui.labels import Text
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.theme import reading_font

_READING = SettingId("appearance", "reading_points")


class AppearancePage(SettingsPage):
    """The sample follows the number while it is typed."""

    def __init__(
        self, context: Context, changes: SettingChanges, ask: AskPath, title: str, parent: QWidget
    ) -> None:
        super().__init__(context, changes, ask, title, parent)
        self.add_settings("appearance")
        self.sample = Text(
            self.tr("Good morning, and thank you for coming. Let us talk about next year."),
            self.content,
        )
        self.sample.setObjectName("reading-sample")
        row = self.rows[_READING]
        self.column.insertWidget(self.column.indexOf(row) + 1, self.sample)
        row.control.changed.connect(self._show_sample)

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self._show_sample()

    def filter(self, text: str) -> bool:
        found = super().filter(text)
        self.sample.setVisible(not self.rows[_READING].isHidden())
        return found

    @Slot()
    def _show_sample(self) -> None:
        control = self.rows[_READING].control
        assert isinstance(control, Whole)
        self.sample.setFont(reading_font(control.value()))
