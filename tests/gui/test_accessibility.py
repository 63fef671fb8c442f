"""The whole window for those who see no screen or use no mouse: named, reached, no trap."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.adding.not_taken import NotTakenDialog
from kopia_desktop.gui.adding.options_panel import OptionsPanel
from kopia_desktop.gui.closing import ClosingQuestion
from kopia_desktop.gui.command_palette import CommandPalette
from kopia_desktop.gui.dialogs.about_dialog import AboutDialog
from kopia_desktop.gui.dialogs.export_dialog import ExportDialog
from kopia_desktop.gui.dialogs.help_window import HelpWindow
from kopia_desktop.gui.dialogs.job_vocabulary_dialog import JobVocabularyDialog
from kopia_desktop.gui.dialogs.licences_dialog import LicencesDialog
from kopia_desktop.gui.dialogs.log_window import LogWindow
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.translate_dialog import TranslateDialog
from kopia_desktop.gui.dialogs.vocabulary_dialog import VocabularyDialog
from kopia_desktop.gui.notices import Tone
from kopia_desktop.gui.transcript.fillers import FillerMode
from tests.gui.accessibility import controls, problems, spoken_name, tab_walk
from tests.gui.conftest import Arranged, spoken
from tests.gui.whole import Whole, opened


@pytest.fixture
def whole(tmp_path: Path, qtbot: QtBot) -> Iterator[Whole]:
    with opened(tmp_path / "data", qtbot) as made:
        made.window.resize(1200, 760)
        yield made


@pytest.fixture
def filled(whole: Whole, tmp_path: Path, qtbot: QtBot) -> Whole:
    """The window with a transcript open and another job in the list."""
    arranged = Arranged(whole.app, whole.window.context, tmp_path / "media", qtbot)
    arranged.completed(name="Other.wav")
    job = arranged.completed(
        segments=[spoken("Hello there.", 0.0), spoken("Mumbled words.", 3.0, confidence=0.2)]
    )
    whole.pick(job)
    return whole


def findings(window: QWidget) -> list[str]:
    """What is wrong: beside the walk's own, names that say nothing, and stops without a name."""
    found = problems(window)
    for widget in {*controls(window), *tab_walk(window)}:
        name = spoken_name(widget)
        if not any(unicodedata.category(letter).startswith(("L", "N")) for letter in name):
            found.append(f"{type(widget).__name__} {widget.objectName()!r} is called {name!r}")
    forth, back = tab_walk(window), back_walk(window)
    if set(forth) != set(back):
        found.append(f"back and forth differ: {named(set(forth) ^ set(back))}")
    return found


def back_walk(window: QWidget) -> list[QWidget]:
    """What Shift+Tab visits, once round."""
    order: list[QWidget] = []
    for _ in range(500):
        focused = QApplication.focusWidget() or window
        QTest.keyClick(focused, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        reached = QApplication.focusWidget()
        if reached is None or reached in order:
            break
        order.append(reached)
    return order


def named(widgets: set[QWidget] | Sequence[QWidget]) -> list[str]:
    return [widget.objectName() or type(widget).__name__ for widget in widgets]


# The main window


def test_the_empty_window(whole: Whole) -> None:
    assert findings(whole.window) == []


def test_the_filled_window(filled: Whole) -> None:
    assert findings(filled.window) == []


def test_tab_goes_the_way_one_reads(filled: Whole) -> None:
    order = named(tab_walk(filled.window))
    way = [
        *("add", "options", "search-all", "filter-all", "job-list"),
        *("transcript-language-original", "transcript-export", "transcript-fillers-shown"),
        *("transcript", "waveform", "copy-key"),
    ]
    places = [order.index(name) for name in way]
    assert places == sorted(places)


def test_arrows_go_from_choice_to_choice(filled: Whole) -> None:
    """They are the player's elsewhere."""
    filled.find(QAbstractButton, "transcript-fillers-shown").setFocus()
    filled.press("Right")
    assert filled.page.view.filler_mode is FillerMode.STRUCK
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "transcript-fillers-struck"
    assert filled.player.player.position == 0.0


@pytest.mark.parametrize("keys", ["Ctrl+F", "Ctrl+H"])
def test_the_find_bar(filled: Whole, keys: str) -> None:
    filled.press("Alt+2")
    filled.press(keys)
    assert findings(filled.window) == []


def test_the_search_over_all(filled: Whole) -> None:
    filled.press("Ctrl+Shift+F")
    filled.type("there")
    results = filled.window.jobs.results
    filled.qtbot.waitUntil(lambda: results.isVisible() and results.is_answered)
    assert findings(filled.window) == []


def test_an_editor_in_the_text(filled: Whole) -> None:
    """Tab goes on to the next line there; Esc leaves."""
    filled.press("Alt+2")
    filled.press("Home")
    filled.press("Return")
    editor = filled.page.view.editing.editor
    assert editor is not None
    assert spoken_name(editor) == "Text of the line"
    filled.press("Tab")
    assert filled.page.view.currentIndex().row() == 1
    filled.press("Escape")
    assert filled.page.view.hasFocus()


def test_notices_and_undo(filled: Whole) -> None:
    filled.window.notices.say("Something to know.").add_button("Do it", lambda: None)
    filled.window.notices.say("Something went wrong.", Tone.ERROR)
    filled.press("Alt+1")
    filled.press("Delete")
    assert filled.window.jobs.undo_bar.isVisible()
    assert findings(filled.window) == []
    order = named(tab_walk(filled.window))
    way = ["search-all", "notice-button", "notice-close", "filter-all", "undo-deletion"]
    places = [order.index(name) for name in way]
    assert places == sorted(places)


def test_what_was_not_taken(filled: Whole, tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_text("no recording")
    (tmp_path / "empty.wav").touch()
    with filled.qtbot.waitSignal(filled.workplace.adding.finished):
        filled.window.receive([str(tmp_path / "letter.pdf"), str(tmp_path / "empty.wav")])
    filled.settle()
    assert findings(filled.window) == []


# What opens over it


def test_the_palette(filled: Whole) -> None:
    filled.press("Ctrl+K")
    (palette,) = filled.window.findChildren(CommandPalette)
    assert findings(palette) == []


def test_the_options_panel(filled: Whole) -> None:
    filled.workplace.options.setFocus()
    filled.press("Space")
    filled.qtbot.waitUntil(lambda: bool(filled.window.findChildren(OptionsPanel)))
    (panel,) = filled.window.findChildren(OptionsPanel)
    filled.settle()
    assert findings(panel) == []


KEYS: dict[str, type[QWidget]] = {
    "Ctrl+,": SettingsWindow,
    "F1": HelpWindow,
    "Ctrl+/": HelpWindow,
    "Ctrl+E": ExportDialog,
    "Ctrl+T": TranslateDialog,
}


@pytest.mark.parametrize("keys", KEYS)
def test_windows_that_keys_open(filled: Whole, keys: str) -> None:
    filled.press(keys)
    (window,) = filled.window.findChildren(KEYS[keys])
    filled.settle()
    filled.qtbot.wait(50)
    assert findings(window) == []


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("log", LogWindow),
        ("licences", LicencesDialog),
        ("about", AboutDialog),
        ("vocabulary", VocabularyDialog),
        ("job_vocabulary", JobVocabularyDialog),
    ],
)
def test_windows_that_menus_open(filled: Whole, action: str, kind: type[QWidget]) -> None:
    filled.action(action).trigger()
    (window,) = filled.window.findChildren(kind)
    filled.settle()
    filled.qtbot.wait(50)
    assert findings(window) == []


def test_every_page_of_the_settings(filled: Whole) -> None:
    filled.press("Ctrl+,")
    (settings,) = filled.window.findChildren(SettingsWindow)
    for page in settings.pages:
        settings.show_page(page)
        filled.settle()
        assert findings(settings) == [], page


def test_the_list_of_what_was_not_taken(filled: Whole, tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    with filled.qtbot.waitSignal(filled.workplace.adding.finished):
        filled.window.receive([str(tmp_path / "empty.wav")])
    filled.settle()
    filled.find(QWidget, "added-details").setFocus()
    filled.press("Space")
    (dialog,) = filled.window.findChildren(NotTakenDialog)
    filled.qtbot.waitUntil(dialog.isVisible)
    assert findings(dialog) == []


def test_the_question_at_the_end(filled: Whole) -> None:
    question = ClosingQuestion(2, filled.window, has_tray=True)
    question.show()
    filled.qtbot.waitUntil(question.isVisible)
    assert findings(question) == []


# Menus


def test_every_menu_and_action_has_words(filled: Whole) -> None:
    for menu in filled.window.menuBar().actions():
        assert menu.text().startswith("&"), "a letter opens it"
        actions = menu.menu().actions()  # type: ignore[attr-defined]
        letters = [mnemonic(each.text()) for each in actions if not each.isSeparator()]
        assert all(letters), "each has a letter"
        assert len(letters) == len(set(letters)), (menu.text(), letters)


def mnemonic(text: str) -> str:
    place = text.replace("&&", "  ").find("&")
    return text[place + 1].casefold() if place >= 0 else ""
