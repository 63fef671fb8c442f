"""Settings, Models: speech models and languages; what is here, on its way, and to be had."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.downloads import Download, Downloads
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.model_entry import ModelEntry, Stand
from kopia_desktop.gui.dialogs.model_list import ModelList
from kopia_desktop.gui.dialogs.models_reading import AllModels, Models, read_models
from kopia_desktop.gui.dialogs.settings_page import SettingsPage
from kopia_desktop.gui.labels import Muted, Trouble
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording.times import size
from kopia_desktop.services.model_choice import name_for

_MODEL = SettingId("transcription", "model")


class ModelsPage(SettingsPage):
    """Two parts, of speech and of translation, each a list and the ways to add to it."""

    models_changed = Signal()
    """A speech model was added, came or was removed."""

    def __init__(
        self, context: Context, changes: SettingChanges, ask: AskPath, title: str, parent: QWidget
    ) -> None:
        super().__init__(context, changes, ask, title, parent)
        self._models: AllModels | None = None
        self._busy = False
        self._downloads = context.download_list
        self._free = Muted("", self.content)
        self.add(self._free)
        self.add_heading(self.tr("Speech models"))
        self.speech = self._add_list(self._remove_speech)
        self.speech.use.connect(self._use)
        self._more_speech = self._add_list(self._remove_speech)
        self._more_speech.hide()
        self.more = self._button("more-models", self.tr("Show all sizes and kinds"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_more)
        self.add_folder_button = self._button("add-model", self.tr("Add a model folder…"))
        self._add_buttons(self.more, self.add_folder_button)
        self.trouble = self._add_trouble()
        self.add_heading(self.tr("Translation"))
        self.translation = self._add_list(self._remove_translator)
        self.languages = self._button("add-languages", self.tr("Add languages…"))
        self.add_package = self._button("add-package", self.tr("Add a package file…"))
        self._add_buttons(self.languages, self.add_package)
        self.translation_trouble = self._add_trouble()
        self.add_text(
            self.tr(
                "Without a connection: copy the folder of a Whisper model in CTranslate2 format, or"
                " an .argosmodel file, from another computer and add it here. A mirror of the model"
                " server is used when KOPIA_MODEL_ENDPOINT names it."
            )
        )
        self._connect()

    def _connect(self) -> None:
        self.add_folder_button.clicked.connect(self._choose_folder)
        self.add_package.clicked.connect(self._choose_package)
        self.languages.clicked.connect(self._open_languages)
        self._downloads.changed.connect(self._show_progress)
        self._downloads.ended.connect(self._ended)

    def _add_list(self, remove: Callable[[str], None]) -> ModelList:
        made = ModelList(self.context.theming, self.content)
        made.download.connect(self._download)
        made.pause.connect(self._pause)
        made.resume.connect(self._resume)
        made.cancel.connect(self._cancel)
        made.remove.connect(remove)
        self.add(made)
        return made

    def _button(self, name: str, text: str) -> QPushButton:
        button = plain_button(name, text, self.content)
        button.installEventFilter(self)
        return button

    def _add_buttons(self, *buttons: QPushButton) -> None:
        """Under each other: beside each other long words would make the page too wide."""
        stack = QWidget(self.content)
        column = QVBoxLayout(stack)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for button in buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(stack)

    def _add_trouble(self) -> Trouble:
        made = Trouble(self.context.theming, self.content)
        self.column.addWidget(made)
        return made

    def filter(self, text: str) -> bool:
        """Whatever names a model or a language means this page."""
        wanted = text.strip().casefold()
        words = (self.tr("Speech models"), self.tr("Translation"), self.tr("Add languages…"))
        is_meant = any(wanted in each.casefold() for each in (*words, self.title))
        super().filter("" if is_meant else text)
        self._more_speech.setVisible(is_meant and self.more.isChecked())
        return is_meant

    # What there is

    def refresh(self) -> None:
        self._downloads.read()
        self._read()

    def show_settings(self, settings: Settings) -> None:
        super().show_settings(settings)
        if self._models is not None and self.isVisible():
            self._read()

    def _read(self) -> None:
        self.context.bridge.lanes.files(functools.partial(read_models, self.context), self._show)

    def _show(self, models: AllModels) -> None:
        self._models = models
        text = self.tr(
            "Models are downloaded once and work without a connection from then on. {size} are free"
            " on this disk."
        )
        self._free.setText(text.format(size=size(models.free_bytes)))
        self._paint()

    def _paint(self) -> None:
        models = self._models
        if models is None:
            return
        self.speech.show_entries((*models.speech.here, *models.speech.sizes), busy=self._busy)
        self._more_speech.show_entries(models.speech.others, busy=self._busy)
        rows = (*models.translation.here, *models.translation.sizes, *models.translation.others)
        self.translation.show_entries(rows, busy=self._busy)
        for button in (self.add_folder_button, self.add_package):
            button.setEnabled(not self._busy)

    @Slot(object)
    def _show_progress(self, downloads: Downloads) -> None:
        """Each tick in place; what is new in the list, or gone from it, is read anew."""
        models = self._models
        if models is None or not self.isVisible():
            return
        coming = {each.name: each for each in downloads}
        rows = (*models.speech.here, *models.translation.here)
        shown = {entry.name for entry in rows if entry.stand is Stand.COMING}
        if shown != set(coming):
            self._read()
            return

        def now(part: Models) -> Models:
            here = (_as_it_is(entry, coming) for entry in part.here)
            return replace(part, here=tuple(here))

        self._models = replace(
            models, speech=now(models.speech), translation=now(models.translation)
        )
        self._paint()

    @Slot(object)
    def _ended(self, _: frozenset[str]) -> None:
        if self.isVisible():
            self._read()
        self.models_changed.emit()

    @Slot(bool)
    def _show_more(self, shown: bool) -> None:
        self._more_speech.setVisible(shown)

    # What a person does

    @Slot(object)
    def _download(self, entry: ModelEntry) -> None:
        self.trouble.clear()
        if entry.order is not None:
            self._downloads.start((entry.order,), self._failed)

    @Slot(str)
    def _pause(self, name: str) -> None:
        self._downloads.pause(name, self._failed)

    @Slot(str)
    def _resume(self, name: str) -> None:
        self._downloads.resume(name, self._failed)

    @Slot(str)
    def _cancel(self, name: str) -> None:
        self._downloads.cancel(name, self._failed)

    @Slot(str)
    def _use(self, name: str) -> None:
        self.changes.change(_MODEL, name)

    @Slot(str)
    def _remove_speech(self, name: str) -> None:
        self._work(functools.partial(self.context.models.remove, name), self._failed)

    @Slot(str)
    def _remove_translator(self, name: str) -> None:
        work = functools.partial(self.context.translators.remove, name)
        self._work(work, self._translation_failed)

    @Slot()
    def _choose_folder(self) -> None:
        folder = self.ask.folder(self, self.tr("Choose the folder of a model"), Path.home())
        if folder is not None:
            self.add_folder(folder)

    def add_folder(self, folder: Path) -> None:
        """Copy a model's folder; nothing of it appears when that fails."""
        work = functools.partial(self.context.models.add, folder, name=name_for(folder))
        self._work(work, self._failed)

    @Slot()
    def _choose_package(self) -> None:
        kind = self.tr("Translation packages")
        path = self.ask.file(self, self.tr("Choose a package"), Path.home(), kind, "argosmodel")
        if path is not None:
            self.add_translator(path)

    def add_translator(self, path: Path) -> None:
        """Install an .argosmodel file, or copy the folder of a translation model."""
        work = functools.partial(self.context.translators.add, path)
        self._work(work, self._translation_failed)

    @Slot()
    def _open_languages(self) -> None:
        from kopia_desktop.gui.dialogs.languages_dialog import LanguagesDialog

        dialog = LanguagesDialog(self.context, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _work(self, work: Callable[[], object], failed: Callable[[KopiaError], None]) -> None:
        """Files are copied or deleted; nothing else can begin meanwhile."""
        self.trouble.clear()
        self.translation_trouble.clear()
        self._busy = True
        self._paint()
        self.context.bridge.lanes.files(work, self._done, failed)

    def _done(self, _: object) -> None:
        self._busy = False
        self._read()
        self.models_changed.emit()

    def _failed(self, error: KopiaError) -> None:
        self._end_failed(self.trouble, error)

    def _translation_failed(self, error: KopiaError) -> None:
        self._end_failed(self.translation_trouble, error)

    def _end_failed(self, trouble: Trouble, error: KopiaError) -> None:
        self._busy = False
        self._paint()
        trouble.say_error(error)
        self.ensureWidgetVisible(trouble)


def _as_it_is(entry: ModelEntry, coming: Mapping[str, Download]) -> ModelEntry:
    download = coming.get(entry.name)
    return entry if download is None else replace(entry, download=download)
