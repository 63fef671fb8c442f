"""The control for a setting, made of its type, its range and what is known about its values."""

from __future__ import annotations

import dataclasses
from dataclasses import Field
from enum import StrEnum
from pathlib import Path
from typing import Any, get_type_hints

from PySide6.QtCore import QCoreApplication, QLocale, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from kopia_desktop.core.languages import spoken_languages
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui import interface_language
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.controls import (
    Choice,
    Control,
    Decimal,
    Line,
    Switch,
    Whole,
)
from kopia_desktop.gui.dialogs.several import Several
from kopia_desktop.gui.setting_changes import Value
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording import settings as words
from kopia_desktop.gui.wording.languages import by_name


def settings_of(page: str) -> tuple[Field[Any], ...]:
    """The fields of a settings page, in their order."""
    return dataclasses.fields(get_type_hints(Settings)[page])


def control_for(page: str, item: Field[Any], ask: AskPath, parent: QWidget) -> Control:
    """A control for the setting, worded and named; a setting that is new gets one by its type."""
    control = _special(page, item, ask, parent) or _by_type(page, item, parent)
    control.name(f"setting-{page}-{item.name}", words.label(page, item.name))
    return control


def _special(page: str, item: Field[Any], ask: AskPath, parent: QWidget) -> Control | None:
    match f"{page}.{item.name}":
        case "transcription.language":
            return Choice(by_name(spoken_languages()), parent)
        case "transcription.model":
            return Choice({}, parent)
        case "transcription.vocabulary":
            return Choice({"": QCoreApplication.translate("Settings", "No vocabulary")}, parent)
        case "transcription.translate_to":
            return Several({}, 6, parent)
        case "export.formats":
            return Several(words.format_names(), 9, parent)
        case "export.folder":
            return FolderLine(ask, parent)
        case "appearance.language":
            return Choice(_window_languages(), parent)
    return None


def _by_type(page: str, item: Field[Any], parent: QWidget) -> Control:
    kind: type = type(item.default)
    if kind is bool:
        return Switch(parent)
    if isinstance(item.default, StrEnum):
        named = words.choices(page, item.name)
        return Choice({one: named.get(one, one) for one in type(item.default)}, parent)
    if kind in (int, float):
        low, high = item.metadata["low"], item.metadata["high"]
        number = (Whole if kind is int else Decimal)(low, high, parent)
        number.word(words.unit(page, item.name), words.least(page, item.name))
        return number
    named = words.choices(page, item.name)
    return Choice(named, parent) if named else Line(parent)


def _window_languages() -> dict[str, str]:
    """Each in its own words, so that who took the wrong one finds back."""
    own = {code: QLocale(code).nativeLanguageName() for code in interface_language.AVAILABLE}
    own["en"] = "English"
    return {"auto": QCoreApplication.translate("Settings", "As the computer")} | own


class FolderLine(Control):
    """A folder; empty means beside the recording."""

    is_wide = True

    def __init__(self, ask: AskPath, parent: QWidget) -> None:
        self._holder = QWidget(parent)
        self._line = QLineEdit(self._holder)
        super().__init__(self._holder)
        self._ask = ask
        self._line.setReadOnly(True)
        self._line.setPlaceholderText(self.tr("Beside the recording"))
        self._choose = QPushButton(self.tr("Choose…"), self._holder)
        self._choose.setObjectName("choose-folder")
        self._choose.setAccessibleName(self.tr("Choose a folder"))
        self._beside = QPushButton(self.tr("Beside the recording"), self._holder)
        self._beside.setObjectName("no-folder")
        row = QHBoxLayout(self._holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._line, 1)
        row.addWidget(self._choose)
        row.addWidget(self._beside)
        self._choose.clicked.connect(self.choose)
        self._beside.clicked.connect(self.clear)

    @property
    def focus(self) -> QWidget:
        return self._line

    def value(self) -> str:
        return self._line.text()

    def set_value(self, value: Value) -> None:
        self._line.setText(str(value))
        self._line.setToolTip(str(value))
        self._beside.setVisible(bool(value))

    @Slot()
    def choose(self) -> None:
        """Ask for a folder."""
        start = Path(self.value()) if self.value() else Path.home()
        folder = self._ask.folder(self._holder, self.tr("Choose a folder"), start)
        if folder is not None:
            self.set_value(str(folder))
            self._tell()

    @Slot()
    def clear(self) -> None:
        """Beside the recording again."""
        self.set_value("")
        self._tell()
