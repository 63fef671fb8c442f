"""The help is found, read and searched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.dialogs.help_window import HelpWindow
from tests.gui.dialogs.conftest import Show

KEYS = (("Open files", "Ctrl+O"), ("Play or pause", "Space / Ctrl+Space"))


@pytest.fixture
def window(shown: Show[HelpWindow]) -> HelpWindow:
    return shown(HelpWindow(KEYS))


def _titles(window: HelpWindow) -> list[str]:
    rows = [window.list.item(row) for row in range(window.list.count())]
    return [item.text() for item in rows if not item.isHidden()]


def test_every_page_opens_and_says_something(window: HelpWindow) -> None:
    for page in window.pages:
        window.show_page(page.id)
        shown = window.text.toPlainText()
        assert shown.startswith(page.title)
        assert len(shown) > len(page.title) + 20


def test_the_keys_are_those_that_were_given(window: HelpWindow) -> None:
    window.show_page("shortcuts")
    shown = window.text.toPlainText()
    assert all(word in shown for pair in KEYS for word in pair)


def test_a_search_finds_pages_and_marks_places(window: HelpWindow, qtbot: QtBot) -> None:
    window.search.setFocus()
    qtbot.keyClicks(window.search, "CTranslate2")
    assert _titles(window) == ["Speech models"]
    marks = window.text.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == ["CTranslate2"]
    window.search.setText("ctrl+o")
    assert _titles(window) == ["Keyboard shortcuts"]
    window.search.setText("qqq")
    assert _titles(window) == []


def test_escape_clears_then_closes(window: HelpWindow, qtbot: QtBot) -> None:
    window.search.setText("model")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert len(_titles(window)) == len(window.pages)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_texts_cannot_become_markup(shown: Show[HelpWindow]) -> None:
    window = shown(HelpWindow([("<b>x</b>", "<i>")]))
    window.show_page("shortcuts")
    assert "<b>x</b>" in window.text.toPlainText()
