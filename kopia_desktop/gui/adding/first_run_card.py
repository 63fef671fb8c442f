"""The first run's card: which speech model to use, what this computer can do, or go on without."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.engine.device import usable_cores
from kopia_desktop.gui.adding.model_table import ModelTable
from kopia_desktop.gui.adding.path_dialog import path_dialog
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.labels import Muted, Text, Trouble, heading
from kopia_desktop.gui.memory import window_memory
from kopia_desktop.gui.setting_changes import SettingId, keep
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.models import model_name
from kopia_desktop.gui.wording.times import size
from kopia_desktop.services.model_choice import Computer, name_for, recommended, total_memory

_DISMISSED = "firstRun/dismissed"
_MODEL = SettingId("transcription", "model")


class FirstRunCard(QWidget):
    """``settings_changed`` tells the settings after a model was added and chosen."""

    settings_changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first-run-card")
        self._context = context
        self._memory = window_memory(context.data)
        self._is_at_work = False
        computer = Computer(usable_cores(), total_memory())
        self._title = heading(self.tr("Choose a speech model"), self, points=0)
        self._about = Muted(
            self.tr(
                "The starter model that came with the program knows synthetic voices and a few"
                " hundred words only; it shows how everything works. For real recordings add the"
                " folder of a Whisper model in CTranslate2 format."
            ),
            self,
        )
        self._computer = Text(self._worded(computer), self)
        self._table = ModelTable(computer, self)
        self._note = Muted(
            self.tr(
                "Estimates: files as float16, half as large as int8; speed of this computer's"
                " processor beside the time a recording plays."
            ),
            self,
        )
        self._said = Text("", self)
        self._said.setObjectName("first-run-said")
        self.trouble = Trouble(context.theming, self)
        self._add = QPushButton(self.tr("Add a model folder…"), self)
        self._add.setObjectName("add-model")
        self._add.clicked.connect(self.choose_folder)
        self._go_on = QPushButton(self.tr("Go on with the starter model"), self)
        self._go_on.setObjectName("go-on")
        self._go_on.clicked.connect(self.dismiss)
        self._lay_out()

    def was_dismissed(self) -> bool:
        """Once gone it stays away."""
        return self._memory.value(_DISMISSED, False, bool) is True

    def has_something_to_say(self) -> bool:
        """A model is being copied, or the person has yet to read what came of it."""
        return self._is_at_work or not self._said.isHidden() or bool(self.trouble.text)

    @Slot()
    def dismiss(self) -> None:
        """Go away, for good."""
        self._memory.setValue(_DISMISSED, True)
        self.hide()

    @Slot()
    def choose_folder(self) -> None:
        """Ask for the model's folder."""
        title = self.tr("Folder of a Whisper model (CTranslate2)")
        folder = QFileDialog.FileMode.Directory
        dialog = path_dialog("model-folder-dialog", title, mode=folder, parent=self.window())
        dialog.fileSelected.connect(self.add_folder)
        dialog.open()

    @Slot(str)
    def add_folder(self, folder: str) -> None:
        """Copy the model and let new recordings use it."""
        self._is_at_work = True
        self._add.setEnabled(False)
        self._go_on.setEnabled(False)
        self._say(self.tr("Copying the model…"))
        work = partial(self._add_and_choose, Path(folder))
        self._context.bridge.lanes.files(work, self._added, self._failed)

    def _add_and_choose(self, folder: Path) -> Settings:
        model = self._context.models.add(folder, name=name_for(folder))
        return keep(self._context, {_MODEL: model.name})

    def _added(self, settings: Settings) -> None:
        self._done()
        name = model_name(settings.transcription.model)
        self._say(self.tr("{model} is ready; new recordings use it.").format(model=name))
        for widget in (self._about, self._computer, self._table, self._note, self._add):
            widget.hide()
        self._title.setText(self.tr("A speech model was added"))
        self._go_on.setText(self.tr("Close"))
        self._memory.setValue(_DISMISSED, True)
        self.settings_changed.emit(settings)

    def _failed(self, error: KopiaError) -> None:
        self._done()
        self._said.hide()
        self.trouble.say_error(error)

    def _done(self) -> None:
        self._is_at_work = False
        self._add.setEnabled(True)
        self._go_on.setEnabled(True)

    def _say(self, text: str) -> None:
        self.trouble.clear()
        self._said.setText(text)
        self._said.show()

    def _worded(self, computer: Computer) -> str:
        cores = self.tr("%n core(s)", "", computer.cores)
        best = recommended(computer).name
        if not computer.memory:
            text = self.tr("This computer: {cores}. Recommended: {model}.")
            return text.format(cores=cores, model=best)
        text = self.tr("This computer: {cores}, {memory} of memory. Recommended: {model}.")
        return text.format(cores=cores, memory=size(computer.memory), model=best)

    def _lay_out(self) -> None:
        self._said.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._add)
        buttons.addWidget(self._go_on)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        for label in (self._title, self._about):
            column.addWidget(label)
        column.addWidget(self._said)
        column.addWidget(self.trouble)
        column.addSpacing(GRID // 2)
        column.addLayout(buttons)  # above the table: they are to be seen in a low window, too
        column.addSpacing(GRID)
        for widget in (self._computer, self._table, self._note):
            column.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin rounded line around it."""
        colours = self._context.theming.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.line)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), GRID, GRID)
