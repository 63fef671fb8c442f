"""The empty window, and the first run's card."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.adding.empty_state import EmptyState
from kopia_desktop.gui.context import Context
from tests.gui.conftest import Arranged


@pytest.fixture
def state(context: Context, window: QMainWindow, arranged: Arranged) -> EmptyState:
    made = EmptyState(context, window)
    window.setCentralWidget(made)
    made.show()
    arranged.settle()
    return made


def press(state: EmptyState, name: str) -> None:
    button = state.findChild(QPushButton, name)
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def said(state: EmptyState) -> str:
    label = state.findChild(QLabel, "first-run-said")
    assert label is not None
    return label.text()


def test_it_asks_for_recordings(state: EmptyState, qtbot: QtBot) -> None:
    with qtbot.waitSignal(state.open_requested):
        press(state, "open-files")
    with qtbot.waitSignal(state.sample_requested):
        press(state, "try-sample")
    with qtbot.waitSignal(state.open_requested):
        QTest.mouseClick(state.target, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    texts = [label.text() for label in state.findChildren(QLabel)]
    assert "Drop recordings here" in texts
    assert "Everything stays on this computer." in texts


def test_the_card_goes_for_good(
    state: EmptyState, context: Context, window: QMainWindow, arranged: Arranged
) -> None:
    assert state.card.isVisible()
    press(state, "go-on")
    assert not state.card.isVisible()
    again = EmptyState(context, window)
    window.setCentralWidget(again)
    again.show()
    arranged.settle()
    assert not again.card.isVisible()
    assert (context.data.root / "window.ini").exists()


def test_the_card_has_nothing_to_ask_where_a_model_is_there(
    context: Context, window: QMainWindow, arranged: Arranged
) -> None:
    context.models.add(context.models.find("starter").folder, name="mine")
    made = EmptyState(context, window)
    window.setCentralWidget(made)
    made.show()
    arranged.settle()
    assert not made.card.isVisible()


def test_a_model_is_added_and_chosen(
    state: EmptyState, context: Context, arranged: Arranged, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "My small model"
    folder.symlink_to(context.models.find("starter").folder, target_is_directory=True)
    press(state, "add-model")
    dialog = state.window().findChild(QFileDialog, "model-folder-dialog")
    assert dialog is not None
    with qtbot.waitSignal(state.settings_changed):
        dialog.fileSelected.emit(str(folder))
        assert said(state) == "Copying the model…"
        dialog.reject()
    name = context.settings().transcription.model
    assert name in [model.name for model in context.models.installed()]
    assert said(state) == f"{name} is ready; new recordings use it."
    assert state.card.isVisible(), "it is read before it goes"
    press(state, "go-on")
    assert not state.card.isVisible()


def test_a_folder_that_is_no_model_is_said(
    state: EmptyState, context: Context, arranged: Arranged, tmp_path: Path
) -> None:
    state.card.add_folder(str(tmp_path))
    arranged.settle()
    assert state.card.trouble.text.startswith("Files of the model are missing or damaged.")
    assert context.settings().transcription.model == "starter"
    button = state.findChild(QPushButton, "add-model")
    assert button is not None
    assert button.isEnabled()


def test_nothing_is_cut_in_a_narrow_window(
    state: EmptyState, window: QMainWindow, qtbot: QtBot
) -> None:
    window.resize(480, 640)
    qtbot.waitUntil(lambda: state.target.width() <= 480)
    assert state.card.width() <= 480
    for label in state.card.findChildren(QLabel):
        assert label.isHidden() or label.width() >= label.minimumSizeHint().width(), label.text()
        assert label.isHidden() or label.height() >= label.heightForWidth(label.width())
