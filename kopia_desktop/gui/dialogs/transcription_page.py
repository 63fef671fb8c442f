"""Settings, Transcription: what new recordings are done with, and the engine."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kopia_desktop.core.settings import Settings, listed
from kopia_desktop.core.speech_models import InstalledModel
from kopia_desktop.core.vocabulary import Vocabulary
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.controls import Choice
from kopia_desktop.gui.dialogs.settings_page import SettingsPage
from kopia_desktop.gui.dialogs.several import Several
from kopia_desktop.gui.installed_targets import InstalledTargets, read_installed_targets
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.wording.models import model_described, not_installed

_MODEL = SettingId("transcription", "model")
_VOCABULARY = SettingId("transcription", "vocabulary")
_TRANSLATE_TO = SettingId("transcription", "translate_to")


class TranscriptionPage(SettingsPage):
    """The model is chosen of those installed, languages of those a translator is installed for."""

    def __init__(
        self, context: Context, changes: SettingChanges, ask: AskPath, title: str, parent: QWidget
    ) -> None:
        super().__init__(context, changes, ask, title, parent)
        self.add_settings("transcription")
        self.add_heading(self.tr("Engine"))
        self.add_settings("engine")
        self._targets = InstalledTargets()

    def refresh(self) -> None:
        self.context.bridge.lanes.read(self.context.models.installed, self._offer_models)
        self.context.bridge.lanes.read(
            functools.partial(read_installed_targets, self.context), self._offer_targets
        )
        self.context.bridge.lanes.read(self.context.vocabularies.lists, self._offer_vocabularies)

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        self._show_targets()

    def _offer_models(self, models: tuple[InstalledModel, ...]) -> None:
        control = self.rows[_MODEL].control
        assert isinstance(control, Choice)
        names = {model.name: model_described(model.name) for model in models}
        chosen = control.value()
        control.offer(names | {chosen: names.get(chosen, not_installed(chosen))})

    def _offer_vocabularies(self, lists: Mapping[str, Vocabulary]) -> None:
        control = self.rows[_VOCABULARY].control
        assert isinstance(control, Choice)
        control.offer({"": self.tr("No vocabulary")} | {name: name for name in lists})

    def _offer_targets(self, targets: InstalledTargets) -> None:
        if targets != self._targets:
            self._targets = targets
            self._show_targets()

    def _show_targets(self) -> None:
        """Languages that can be served, and those that were chosen when they could be."""
        row = self.rows[_TRANSLATE_TO]
        assert isinstance(row.control, Several)
        chosen = listed(str(row.id.of(self.context.settings())))
        row.control.offer(self._targets.named(chosen))
