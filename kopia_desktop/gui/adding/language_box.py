"""A box to choose a spoken language in: typing any part of its name finds it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from kopia_desktop.core.languages import spoken_languages
from kopia_desktop.gui.wording.languages import by_name

_AUTO = "auto"
_MOST_SHOWN = 12


class LanguageBox(QComboBox):
    """``chosen`` tells the code of a language that a person chose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget, *, with_auto: bool = True) -> None:
        """``with_auto``: it can be left to the engine which language it is."""
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(_MOST_SHOWN)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        for code, name in by_name(spoken_languages()).items():
            if with_auto or code != _AUTO:
                self.addItem(name, code)
        completer = self.completer()
        assert isinstance(completer, QCompleter)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.activated.connect(self._tell)
        line = self.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._settle)
        self._told = _AUTO

    @property
    def code(self) -> str:
        return str(self.currentData())

    def show_code(self, code: str) -> None:
        """Show a language without telling of a choice."""
        self._told = code
        self.setCurrentIndex(max(self.findData(code), 0))

    @Slot(int)
    def _tell(self, index: int) -> None:
        code = str(self.itemData(index))
        if code != self._told:
            self._told = code
            self.chosen.emit(code)

    @Slot()
    def _settle(self) -> None:
        """What was typed is a language, or the one that held before."""
        index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if index >= 0:
            self.setCurrentIndex(index)
            self._tell(index)
        else:
            self.setCurrentIndex(max(self.findData(self._told), 0))
            self.setEditText(self.itemText(self.currentIndex()))
