"""The speech models on this computer: what is there, add one, remove one."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.speech_models import InstalledModel
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.labels import Muted, Text, Trouble
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording.models import model_described
from kopia_desktop.gui.wording.times import size
from kopia_desktop.services.model_choice import name_for

_Sized = tuple[tuple[InstalledModel, int], ...]


class ModelsSection(QWidget):
    """A line a model; asks before one is removed, right where it stands."""

    listed = Signal(object)
    """The tuple of InstalledModel."""

    changed = Signal()

    def __init__(self, context: Context, ask: AskPath, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._ask = ask
        self._shown: _Sized = ()
        self._asked = ""
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID)
        self._hint = Muted("", self)
        self._hint.setVisible(False)
        self.trouble = Trouble(context.theming, self)
        self.add = QPushButton(self.tr("Add a model folder…"), self)
        self.add.setObjectName("add-model")
        self.add.clicked.connect(self._choose)
        about = Muted(
            self.tr("A folder with a Whisper model in CTranslate2 format is copied to here."),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(self._lines)
        column.addWidget(self._hint)
        column.addWidget(self.trouble)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(about)

    @property
    def is_busy(self) -> bool:
        return not self.add.isEnabled()

    @Slot()
    def refresh(self) -> None:
        """Look again what is installed."""
        self._context.bridge.lanes.files(functools.partial(_sized, self._context), self._show)

    def _show(self, models: _Sized) -> None:
        if models != self._shown:
            self._shown = models
            self._paint()
        self.listed.emit(tuple(model for model, _ in models))

    def _paint(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for model, count in self._shown:
            self._lines.addWidget(self._line(model, count))

    def _line(self, model: InstalledModel, count: int) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        if model.name == self._asked:
            question = self.tr("Remove {name}? Jobs that wait for it will ask for another model.")
            row.addWidget(Text(question.format(name=model.name), line), 1)
            row.addWidget(self._button(line, "remove-yes", self.tr("Remove"), model, self._remove))
            row.addWidget(self._button(line, "remove-no", self.tr("Keep"), model, self._keep))
            return line
        row.addWidget(Text(model_described(model.name), line), 1)
        row.addWidget(Muted(size(count), line))
        if not model.embedded:
            text = self.tr("Remove…")
            row.addWidget(self._button(line, "remove", text, model, self._ask_removal))
        return line

    def _button(
        self, line: QWidget, name: str, text: str, model: InstalledModel, slot: object
    ) -> QPushButton:
        button = QPushButton(text, line)
        button.setObjectName(f"{name}-{model.name}")
        button.setAccessibleName(f"{text} {model.name}")
        button.setProperty("model", model.name)
        button.setEnabled(not self.is_busy)
        button.clicked.connect(slot)
        return button

    def _sender_model(self) -> str:
        button = self.sender()
        return str(button.property("model")) if button is not None else ""

    @Slot()
    def _ask_removal(self) -> None:
        self._asked = self._sender_model()
        self._paint()
        keep = self.findChild(QPushButton, f"remove-no-{self._asked}")
        if isinstance(keep, QPushButton):
            keep.setFocus()

    @Slot()
    def _keep(self) -> None:
        self._asked = ""
        self._paint()

    @Slot()
    def _remove(self) -> None:
        name, self._asked = self._asked, ""
        self._begin("")
        self._context.bridge.lanes.files(
            functools.partial(_removed, self._context, name), self._done, self._failed
        )

    @Slot()
    def _choose(self) -> None:
        folder = self._ask.folder(self, self.tr("Choose the folder of a model"), Path.home())
        if folder is not None:
            self.add_folder(folder)

    def add_folder(self, folder: Path) -> None:
        """Copy a model's folder; nothing of it appears when that fails."""
        self._begin(self.tr("Copying {name}…").format(name=folder.name))
        self._context.bridge.lanes.files(
            functools.partial(_added, self._context, folder), self._done, self._failed
        )

    def _begin(self, hint: str) -> None:
        self.trouble.clear()
        self.add.setEnabled(False)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._paint()

    def _end(self) -> None:
        self.add.setEnabled(True)
        self._hint.setVisible(False)
        self._paint()

    def _done(self, models: _Sized) -> None:
        self._end()
        self._show(models)
        self.changed.emit()

    def _failed(self, error: KopiaError) -> None:
        self._end()
        self.trouble.say_error(error)


def _sized(context: Context) -> _Sized:
    return tuple((model, model.weight_bytes) for model in context.models.installed())


def _added(context: Context, folder: Path) -> _Sized:
    context.models.add(folder, name=name_for(folder))
    return _sized(context)


def _removed(context: Context, name: str) -> _Sized:
    context.models.remove(name)
    return _sized(context)
