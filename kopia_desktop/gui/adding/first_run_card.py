"""The first run's card: choose a speech model and have it downloaded, or go on without."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from kopia_desktop.core.downloads import Download, DownloadKind, Downloads, DownloadStatus
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.adding.model_table import ModelTable
from kopia_desktop.gui.adding.path_dialog import path_dialog
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.labels import Muted, Text, Trouble, heading
from kopia_desktop.gui.memory import window_memory
from kopia_desktop.gui.setting_changes import SettingId, keep
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.downloads import download_state
from kopia_desktop.gui.wording.model_facts import about_size
from kopia_desktop.gui.wording.models import model_name
from kopia_desktop.gui.wording.times import size
from kopia_desktop.services.model_choice import Computer, name_for, recommended, this_computer

_DISMISSED = "firstRun/dismissed"
_MODEL = SettingId("transcription", "model")


class FirstRunCard(QWidget):
    """``settings_changed`` tells the settings after a model came and was chosen."""

    settings_changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("first-run-card")
        self._context = context
        self._memory = window_memory(context.data)
        self._is_at_work = False
        self._is_done = False
        self._coming: Download | None = None
        self._downloads = context.download_list
        self._make_texts()
        self._table = ModelTable(self)
        self.trouble = Trouble(context.theming, self)
        self._get = plain_button("download-model", "", self)
        self._add = plain_button("add-model", self.tr("Add a model folder…"), self)
        self._go_on = plain_button("go-on", self.tr("Go on with the starter model"), self)
        self._connect()
        self._lay_out()
        self._show_downloads(())
        self._downloads.read()

    def _make_texts(self) -> None:
        self._title = heading(self.tr("Choose a speech model"), self, points=0)
        self._about = Muted(
            self.tr(
                "The starter model that came with the program knows synthetic voices and a few"
                " hundred words only; it shows how everything works. For real recordings a real"
                " model is needed. It is downloaded once; recordings never leave this computer."
            ),
            self,
        )
        self._computer = Text("", self)
        self._note = Muted("", self)
        self._said = Text("", self)
        self._said.setObjectName("first-run-said")

    def _connect(self) -> None:
        self._table.chosen.connect(self._name_button)
        self._get.clicked.connect(self.download)
        self._add.clicked.connect(self.choose_folder)
        self._go_on.clicked.connect(self.dismiss)
        self._downloads.changed.connect(self._show_downloads)
        self._context.bridge.engine_changed.connect(self._look_again)

    def was_dismissed(self) -> bool:
        """Once gone it stays away."""
        return self._memory.value(_DISMISSED, False, bool) is True

    def has_something_to_say(self) -> bool:
        """A model is on its way, or the person has yet to read what came of it."""
        is_busy = self._is_at_work or self._coming is not None
        return is_busy or not self._said.isHidden() or bool(self.trouble.text)

    def look(self) -> None:
        """Ask what this computer can do; it may have been measured meanwhile."""
        data = self._context.data
        self._context.bridge.lanes.read(lambda: this_computer(data), self._show_computer)

    @Slot()
    def _look_again(self) -> None:
        """The engine may have measured this computer."""
        if self.isVisible():
            self.look()

    @Slot()
    def dismiss(self) -> None:
        """Go away, for good."""
        self._memory.setValue(_DISMISSED, True)
        self.hide()

    # A download

    @Slot()
    def download(self) -> None:
        """Fetch the model that is chosen in the table."""
        model = self._table.model
        if model is not None:
            self.trouble.clear()
            self._downloads.start((model.order,), self._failed)

    @Slot(object)
    def _show_downloads(self, downloads: Downloads) -> None:
        before, speech = self._coming, DownloadKind.SPEECH_MODEL
        self._coming = next((one for one in downloads if one.kind is speech), None)
        if self._is_done:
            return
        self._show_parts()
        if self._coming is not None:
            self._show_coming(self._coming)
        elif before is not None:
            self._title.setText(self.tr("Choose a speech model"))
            self._said.hide()
            self.trouble.clear()

    def _show_coming(self, coming: Download) -> None:
        """How far it is tells the line at the bottom of the window."""
        if coming.status is DownloadStatus.FAILED:
            self._title.setText(self.tr("Choose a speech model"))
            self._said.hide()
            self.trouble.say(download_state(coming))
            return
        title = self.tr("The speech model {model} is on its way")
        self._title.setText(title.format(model=model_name(coming.name)))
        self._say(
            self.tr(
                "Recordings that you add before it is here are done with the starter model; the"
                " others use the new one by themselves."
            )
        )

    # A folder

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
        self._work(is_at_work=True)
        self._say(self.tr("Copying the model…"))
        work = partial(self._add_and_choose, Path(folder))
        self._context.bridge.lanes.files(work, self._added, self._failed)

    def _add_and_choose(self, folder: Path) -> Settings:
        model = self._context.models.add(folder, name=name_for(folder))
        return keep(self._context, {_MODEL: model.name})

    def _added(self, settings: Settings) -> None:
        self.say_ready(settings)
        self.settings_changed.emit(settings)

    @Slot(object)
    def say_ready(self, settings: Settings) -> None:
        """A model came, and the settings say to use it."""
        self._is_done = True
        self._work(is_at_work=False)
        name = model_name(settings.transcription.model)
        for widget in self._before:
            widget.hide()
        self._title.setText(self.tr("A speech model was added"))
        self._say(self.tr("{model} is ready; new recordings use it.").format(model=name))
        self._go_on.setText(self.tr("Close"))
        self._memory.setValue(_DISMISSED, True)

    def _failed(self, error: KopiaError) -> None:
        self._work(is_at_work=False)
        self._said.hide()
        self.trouble.say_error(error)

    def _work(self, *, is_at_work: bool) -> None:
        self._is_at_work = is_at_work
        for button in (self._get, self._add, self._go_on):
            button.setEnabled(not is_at_work)

    def _say(self, text: str) -> None:
        self.trouble.clear()
        self._said.setText(text)
        self._said.show()

    # What is shown

    def _show_computer(self, computer: Computer) -> None:
        cores = self.tr("%n core(s)", "", computer.cores)
        best = recommended(computer).name
        text = self.tr("This computer: {cores}. Recommended: {model}.")
        if computer.memory:
            text = self.tr("This computer: {cores}, {memory} of memory. Recommended: {model}.")
        shown = text.format(cores=cores, memory=size(computer.memory), model=best)
        self._computer.setText(shown)
        self._note.setText(
            self.tr("Speed: how many times faster than a recording plays, on this processor.")
            if computer.speed.is_measured
            else self.tr(
                "Speed: how many times faster than a recording plays, on an ordinary processor of"
                " so many cores; this one has not been measured yet."
            )
        )
        self._table.show_computer(computer)
        self._name_button()

    @Slot()
    def _name_button(self) -> None:
        model = self._table.model
        self._get.setEnabled(model is not None and not self._is_at_work)
        if model is not None:
            amount = about_size(model.download_bytes)
            self._get.setText(self.tr("Download ({size})").format(size=amount))
            name = self.tr("Download the speech model {model}, {size}")
            self._get.setAccessibleName(name.format(model=model.name, size=amount))

    def _show_parts(self) -> None:
        """The choice, or what has been chosen."""
        coming = self._coming
        is_coming = coming is not None and coming.status is not DownloadStatus.FAILED
        for widget in self._before:
            widget.setVisible(not is_coming)

    def _lay_out(self) -> None:
        self._before = (
            *(self._about, self._get, self._add),
            *(self._computer, self._table, self._note),
        )
        self._said.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self._get, self._go_on):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        for label in (self._title, self._about, self._said, self.trouble):
            column.addWidget(label)
        column.addSpacing(GRID // 2)
        column.addLayout(buttons)  # above the table: they are to be seen in a low window, too
        column.addSpacing(GRID)
        for widget in (self._computer, self._table, self._note):
            column.addWidget(widget)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeading)

    def event(self, event: QEvent) -> bool:
        """The page around scrolls by the least height, in which wrapped lines are not counted."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.setMinimumHeight(self.heightForWidth(self.width()))
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        """A thin rounded line around it."""
        colours = self._context.theming.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colours.line)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), GRID, GRID)
