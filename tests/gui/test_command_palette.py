"""Ctrl+K: every command is found by a few letters and done by the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.actions import SEPARATOR, Actions, plain
from kopia_desktop.gui.command_palette import CommandPalette, rank


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def actions(window: QWidget) -> Actions:
    return Actions(window)


@pytest.fixture
def palette(actions: Actions, window: QWidget) -> Iterator[CommandPalette]:
    made = CommandPalette(actions.by_id.values(), window)
    made.open_over(window)
    yield made
    made.close()


def _field(palette: CommandPalette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert found is not None
    return found


def _listed(palette: CommandPalette) -> list[str]:
    view = palette.findChild(QTreeView)
    assert view is not None
    model = view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_better_matches_come_first() -> None:
    names = ["Find next", "Find…", "Next line", "Settings", "Undo"]
    ranked = {name: rank(name, "next") for name in names}
    assert ranked["Undo"] is None
    assert ranked["Next line"] < ranked["Find next"]  # type: ignore[operator]
    assert rank("Keyboard shortcuts", "kbs") is not None


def test_every_command_is_listed(palette: CommandPalette, actions: Actions) -> None:
    assert len(_listed(palette)) == len(list(actions))


def test_letters_narrow_it_and_enter_does_it(
    palette: CommandPalette, actions: Actions, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(actions["export"].triggered):
        qtbot.keyClicks(_field(palette), "expo")
        assert _listed(palette)[0] == "Export"
        qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_arrows_choose(palette: CommandPalette, actions: Actions, qtbot: QtBot) -> None:
    qtbot.keyClicks(_field(palette), "find")
    second = _listed(palette)[1]
    chosen = next(a for a in actions.by_id.values() if plain(a.text()) == second)
    with qtbot.waitSignal(chosen.triggered):
        qtbot.keyClick(_field(palette), Qt.Key.Key_Down)
        qtbot.keyClick(_field(palette), Qt.Key.Key_Return)


def test_nothing_found_says_so(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(_field(palette), "zzz")
    assert _listed(palette) == []
    qtbot.keyClick(_field(palette), Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_what_cannot_be_done_now_is_not_offered(actions: Actions, window: QWidget) -> None:
    actions["undo"].setEnabled(False)
    palette = CommandPalette(actions.by_id.values(), window)
    assert "Undo" not in _listed(palette)


def test_every_action_stands_in_one_menu(actions: Actions) -> None:
    listed = [name for menu in actions.menus() for name in menu.ids if name != SEPARATOR]
    assert sorted(listed) == sorted(actions)


def test_no_two_actions_share_a_key(actions: Actions, qapp: QApplication) -> None:
    keys = [key.toString() for action in actions.by_id.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_mnemonics_are_unique_in_a_menu(actions: Actions) -> None:
    for menu in actions.menus():
        letters = [
            text[text.index("&") + 1].lower()
            for name in menu.ids
            if name and "&" in (text := actions[name].text())
        ]
        assert len(letters) == len(set(letters)), f"{menu.title}: {letters}"
