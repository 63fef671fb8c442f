"""The commands: their icons are there when they are seen, and not before."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.actions import Actions


def test_a_menu_that_opens_has_its_icons(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.fill(window.menuBar())
    menu = window.menuBar().findChildren(QMenu)[0]
    assert actions["open_files"].icon().isNull()
    menu.aboutToShow.emit()
    assert not actions["open_files"].icon().isNull()
    assert actions["settings"].icon().isNull() == ("settings" not in actions.menus()[0].ids)


def test_all_are_drawn_for_the_palette(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = Actions(window)
    actions.draw_icons(actions)
    undrawn = {name for name in actions if actions[name].icon().isNull()}
    assert {"open_files", "settings", "translate"}.isdisjoint(undrawn)
