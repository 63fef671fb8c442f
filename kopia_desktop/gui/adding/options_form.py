"""The controls for the options of new recordings; they tell what a person changed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings, TranscriptionSettings, listed
from kopia_desktop.core.speech_models import STARTER, InstalledModel
from kopia_desktop.gui.adding.export_options import ExportOptionsBox
from kopia_desktop.gui.adding.language_box import LanguageBox
from kopia_desktop.gui.adding.vocabulary_box import VocabularyBox
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.check_list import CheckList
from kopia_desktop.gui.installed_targets import InstalledTargets
from kopia_desktop.gui.labels import Muted, Trouble, heading
from kopia_desktop.gui.setting_changes import SettingId, Value
from kopia_desktop.gui.theme import GRID, MARGIN, Theming
from kopia_desktop.gui.wording.models import model_name, not_installed

_TARGETS = 5
"""Languages that are seen at once."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What can be chosen on this computer."""

    models: tuple[InstalledModel, ...]
    targets: InstalledTargets
    vocabularies: tuple[str, ...] = ()


class OptionsForm(QWidget):
    """``changed`` tells a SettingId and its new value.

    ``resized`` says that it needs another height now, ``vocabulary_wanted`` that the lists of terms
    are to be edited, ``models_wanted`` that a person wants another speech model.
    """

    changed = Signal(object, object)
    resized = Signal()
    vocabulary_wanted = Signal()
    models_wanted = Signal()

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: dict[QWidget, QLabel] = {}
        self._make_controls(theming)
        self._lay_out()

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self._language

    def show_settings(self, settings: Settings) -> None:
        """Show what holds, without telling of a change."""
        chosen = settings.transcription
        self._trouble.clear()
        self._language.show_code(chosen.language)
        self._fillers.setChecked(chosen.remove_filler_words)
        if self._model.findData(chosen.model) < 0:
            self._model.addItem(model_name(chosen.model), chosen.model)
        self._model.setCurrentIndex(self._model.findData(chosen.model))
        self._show_about_model(chosen.model)
        self._vocabulary.show_name(chosen.vocabulary)
        self._export.show_settings(settings.export)

    def show_installed(self, installed: Installed, chosen: TranscriptionSettings) -> None:
        """Show what can be chosen; what is chosen and not there any more is said so."""
        names = {model.name: model_name(model.name) for model in installed.models}
        if chosen.model not in names:
            names[chosen.model] = not_installed(model_name(chosen.model))
        self._model.clear()
        for value, name in names.items():
            self._model.addItem(name, value)
        self._model.setCurrentIndex(self._model.findData(chosen.model))
        self._vocabulary.offer(installed.vocabularies, chosen.vocabulary)
        wished = listed(chosen.translate_to)
        self._targets.offer(installed.targets.named(wished))
        self._targets.check(wished)
        self.resized.emit()

    def show_error(self, error: KopiaError) -> None:
        """Why a change could not be kept."""
        self._trouble.say_error(error)
        self.resized.emit()

    def _make_controls(self, theming: Theming) -> None:
        self._language = LanguageBox(self)
        self._language.setObjectName("option-language")
        self._language.setAccessibleName(self.tr("Spoken language"))
        self._language.chosen.connect(self._choose_language)
        self._model = QComboBox(self)
        self._model.setObjectName("option-model")
        self._model.setAccessibleName(self.tr("Speech model"))
        self._model.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._model.setMinimumContentsLength(16)
        self._model.activated.connect(self._choose_model)
        self._about_model = Muted(
            self.tr(
                "The starter model knows synthetic voices and a few hundred words only. On a real"
                " recording its text is nonsense."
            ),
            self,
        )
        self._get_model = plain_button("option-get-model", self.tr("Get a speech model…"), self)
        self._get_model.clicked.connect(self.models_wanted)
        self._fillers = QCheckBox(self.tr("Leave out filler words"), self)
        self._fillers.setObjectName("option-fillers")
        self._fillers.setToolTip(self.tr("Um, uh and the like; they can be shown again any time."))
        self._fillers.clicked.connect(self._choose_fillers)
        self._vocabulary = VocabularyBox(self)
        self._vocabulary.setObjectName("option-vocabulary")
        self._vocabulary.setAccessibleName(self.tr("Vocabulary"))
        self._vocabulary.chosen.connect(self._choose_vocabulary)
        self._vocabulary.edit_wanted.connect(self.vocabulary_wanted)
        self._targets = CheckList(_TARGETS, self)
        self._targets.setObjectName("option-targets")
        self._targets.setAccessibleName(self.tr("Translate to"))
        self._targets.toggled.connect(self._choose_targets)
        self._export = ExportOptionsBox(self)
        self._export.changed.connect(self._choose_export)
        self._trouble = Trouble(theming, self)
        self._trouble.setObjectName("option-error")

    def _lay_out(self) -> None:
        # A grid: a form layout gives notes that wrap too little height.
        self._form = QGridLayout()
        self._form.setHorizontalSpacing(2 * GRID)
        self._form.setVerticalSpacing(GRID)
        self._form.setColumnStretch(1, 1)
        self._add_row(self.tr("&Language"), self._language)
        self._add_row(self.tr("&Model"), self._model)
        self._add_row("", self._about_model)
        self._add_row("", self._get_model)
        self._add_row("", self._fillers)
        self._add_row(self.tr("&Vocabulary"), self._vocabulary)
        self._add_row(self.tr("&Translate to"), self._targets)
        form = self._form
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * GRID)
        column.addWidget(heading(self.tr("For new recordings"), self, points=0))
        column.addLayout(form)
        column.addWidget(self._export)
        column.addWidget(self._trouble)

    def _add_row(self, text: str, field: QWidget) -> None:
        row = self._form.rowCount()
        self._form.addWidget(field, row, 1)
        if text:
            label = QLabel(text, self)
            label.setBuddy(field)
            tall = isinstance(field, QLabel | CheckList)
            side = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
            self._form.addWidget(label, row, 0, side)
            self._labels[field] = label

    def _show_about_model(self, model: str) -> None:
        for field in (self._about_model, self._get_model):
            self._show_row(field, shown=model == STARTER)

    def _show_row(self, field: QWidget, *, shown: bool) -> None:
        field.setVisible(shown)
        if field in self._labels:
            self._labels[field].setVisible(shown)

    @Slot(str)
    def _choose_language(self, code: str) -> None:
        self._tell("transcription", "language", code)

    @Slot(int)
    def _choose_model(self, index: int) -> None:
        model = str(self._model.itemData(index))
        self._show_about_model(model)
        self.resized.emit()
        self._tell("transcription", "model", model)

    @Slot(bool)
    def _choose_fillers(self, wanted: bool) -> None:
        self._tell("transcription", "remove_filler_words", wanted)

    @Slot(str)
    def _choose_vocabulary(self, name: str) -> None:
        self._tell("transcription", "vocabulary", name)

    @Slot()
    def _choose_targets(self) -> None:
        self._tell("transcription", "translate_to", ",".join(self._targets.checked()))

    @Slot(str, object)
    def _choose_export(self, name: str, value: Value) -> None:
        self.resized.emit()
        self._tell("export", name, value)

    def _tell(self, page: str, name: str, value: Value) -> None:
        self._trouble.clear()
        self.changed.emit(SettingId(page, name), value)
