"""A speech model has come: recordings that would be done with the starter model use it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.core.speech_models import STARTER
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.setting_changes import SettingId, keep

_MODEL = SettingId("transcription", "model")


class Arrivals(QObject):
    """A model that a person chose is never changed for another."""

    chosen = Signal(object)
    """The Settings, after a model that came was chosen in the starter's place."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        context.download_list.ended.connect(self._look)
        context.download_list.read()

    @Slot(object)
    def _look(self, names: frozenset[str]) -> None:
        work = partial(self._choose, names)
        self._context.bridge.lanes.files(work, self._chosen, self._not_chosen)

    def _choose(self, names: frozenset[str]) -> Settings | None:
        """In the lane."""
        if _MODEL.of(self._context.settings()) != STARTER:
            return None
        found = [each.name for each in self._context.models.installed() if each.name in names]
        return keep(self._context, {_MODEL: found[0]}) if found else None

    def _chosen(self, settings: Settings | None) -> None:
        if settings is not None:
            self.chosen.emit(settings)

    def _not_chosen(self, error: KopiaError) -> None:
        """The settings cannot be written: the model is there all the same, to be chosen by hand."""
