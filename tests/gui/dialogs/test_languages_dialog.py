"""Languages are installed before there is anything to translate."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from kopia_desktop.core.argos_index import IndexEntry, write_index
from kopia_desktop.gui.adding.language_box import LanguageBox
from kopia_desktop.gui.dialogs.languages_dialog import LanguagesDialog
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Show


@pytest.fixture
def dialog(arranged: Arranged, shown: Show[LanguagesDialog]) -> LanguagesDialog:
    pairs = (("en", "fr"), ("de", "en"))
    entries = [IndexEntry(*pair, "1.9", "https://x.example/p.argosmodel") for pair in pairs]
    write_index(arranged.context.data.argos_index, entries)
    made = shown(LanguagesDialog(arranged.context, None))
    arranged.settle()
    return made


def go(dialog: LanguagesDialog) -> QPushButton:
    found = dialog.findChild(QPushButton, "languages-go")
    assert isinstance(found, QPushButton)
    return found


def speak(dialog: LanguagesDialog, code: str) -> None:
    box = dialog.findChild(LanguageBox)
    assert isinstance(box, LanguageBox)
    assert box.findData("auto") < 0, "a language must be named"
    box.setCurrentIndex(box.findData(code))
    box.activated.emit(box.currentIndex())


def test_what_is_ticked_is_downloaded(dialog: LanguagesDialog, arranged: Arranged) -> None:
    assert not go(dialog).isEnabled()
    dialog.panel.model.tick(["fr"])
    assert go(dialog).text() == "Download 110 MB"
    go(dialog).click()
    arranged.settle()
    assert not dialog.isVisible()
    assert [one.name for one in arranged.context.downloads.list()] == ["translate-en_fr-1.9"]


def test_another_spoken_language_offers_others(dialog: LanguagesDialog, arranged: Arranged) -> None:
    speak(dialog, "de")
    arranged.settle()
    dialog.panel.model.tick(["fr"])
    assert go(dialog).text() == "Download 220 MB", "over English"
    dialog.panel.model.tick(["en"])
    assert go(dialog).text() == "Download 110 MB"


def test_what_is_installed_needs_nothing(dialog: LanguagesDialog) -> None:
    dialog.panel.model.tick(["es"])
    assert not go(dialog).isEnabled(), "the starter package is there; a real one is not listed"
