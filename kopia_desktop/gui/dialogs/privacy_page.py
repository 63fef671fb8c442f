"""Settings, Privacy: what is kept where, what never leaves, what the window shows to others."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.settings_page import SettingsPage
from kopia_desktop.gui.setting_changes import SettingChanges


class PrivacyPage(SettingsPage):
    """Statements first, switches below."""

    def __init__(
        self, context: Context, changes: SettingChanges, ask: AskPath, title: str, parent: QWidget
    ) -> None:
        super().__init__(context, changes, ask, title, parent)
        self.add_settings("privacy")
        self.add_heading(self.tr("What never leaves this computer"))
        self.add_text(
            self.tr(
                "Recordings, transcripts and translations. They are recognised and translated here;"
                " no network is needed. Nothing is counted, measured or reported to anybody."
            )
        )
        self.add_heading(self.tr("When the network is used"))
        self.add_text(
            self.tr(
                "Only when you ask for it: to fetch a recording from a link that you add, and to"
                " tell a program that asked through the API, at the address it gave."
            )
        )
        self.add_heading(self.tr("What is kept where"))
        where = self.tr(
            "Transcripts, settings, models and logs are in {folder}. Your recordings stay where"
            " they are and are never changed. Logs hold no text and no key. What you delete is"
            " overwritten in the database."
        )
        self.add_text(where.format(folder=context.data.root))
