"""Whisper's sizes to choose among: how large, how fast on this computer, whether they fit."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QWidget

from kopia_desktop.core.catalogue import CatalogueModel
from kopia_desktop.gui.labels import mute
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording.model_facts import about_size, fit_text, pace_text
from kopia_desktop.services.model_choice import MAIN_MODELS, Computer, Fit, recommended


class ModelTable(QWidget):
    """A row a size; the one recommended for this computer is bold, and chosen to begin with."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("model-table")
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._tell)
        self._is_touched = False
        self._rows: dict[str, tuple[QRadioButton, QLabel, QLabel, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        heads = (self.tr("Model"), self.tr("Download"), self.tr("Memory"), self.tr("Speed"))
        for column, text in enumerate(heads):
            mute(self._put(0, column, text))
        for row, model in enumerate(MAIN_MODELS, start=1):
            self._add_row(row, model)
        self._grid.setColumnStretch(3, 1)

    @property
    def model(self) -> CatalogueModel | None:
        """The one that is chosen; None before this computer is known."""
        for model in MAIN_MODELS:
            if self._rows[model.name][0].isChecked():
                return model
        return None

    def show_computer(self, computer: Computer) -> None:
        """Say what this computer can do; its best is the choice until a person makes one."""
        best = recommended(computer)
        for model in MAIN_MODELS:
            self._show_row(model, computer, is_best=model is best)
        if not self._is_touched:
            self._rows[best.name][0].setChecked(True)

    def _add_row(self, row: int, model: CatalogueModel) -> None:
        button = QRadioButton(model.name, self)
        button.setObjectName(f"model-{model.name}")
        button.clicked.connect(self._touch)
        self._group.addButton(button)
        self._grid.addWidget(button, row, 0)
        size, memory, pace = (self._put(row, column, "") for column in (1, 2, 3))
        self._rows[model.name] = button, size, memory, pace

    def _show_row(self, model: CatalogueModel, computer: Computer, *, is_best: bool) -> None:
        button, size, memory, pace = self._rows[model.name]
        fit = computer.fit(model)
        size.setText(about_size(model.download_bytes))
        memory.setText(fit_text(about_size(model.needed_memory), fit))
        pace.setText(pace_text(computer.times(model)))
        facts = ", ".join((model.name, size.text(), memory.text(), pace.text()))
        name = self.tr("{name}, recommended") if is_best else "{name}"
        button.setText(name.format(name=model.name))
        facts = name.format(name=facts)
        button.setAccessibleName(facts)
        for widget in (button, size, memory, pace):
            font = QFont(widget.font())
            font.setBold(is_best)
            widget.setFont(font)
        if fit is Fit.TOO_LARGE:
            for label in (size, memory, pace):
                mute(label)

    def _put(self, row: int, column: int, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, row, column)
        return label

    @Slot()
    def _touch(self) -> None:
        self._is_touched = True

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()
