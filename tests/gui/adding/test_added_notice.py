"""The bar after adding: silent when all went well, precise when not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QTreeView
from pytestqt.qtbot import QtBot

from kopia_desktop.core.errors import DiskFull
from kopia_desktop.gui.adding.add_flow import AddFlow
from kopia_desktop.gui.adding.added_notice import AddedNotice
from kopia_desktop.gui.adding.not_taken import NotTakenDialog
from kopia_desktop.gui.context import Context
from kopia_desktop.services.adding import AddSummary
from kopia_desktop.services.collecting import LeftOut, Refusal
from tests.gui.adding.conftest import Adds


@pytest.fixture
def notice(context: Context, flow: AddFlow, window: QMainWindow) -> AddedNotice:
    made = AddedNotice(context, flow, window)
    window.setCentralWidget(made)
    return made


def button(notice: AddedNotice, name: str) -> QPushButton:
    found = notice.findChild(QPushButton, name)
    assert found is not None
    return found


def test_nothing_is_shown_when_all_went_well(
    notice: AddedNotice, flow: AddFlow, adds: Adds, recordings: Path
) -> None:
    adds(lambda: flow.add_paths([recordings / "take 1.wav"]))
    assert notice.isHidden()


def test_what_was_not_taken_is_listed_and_copied(
    notice: AddedNotice, flow: AddFlow, adds: Adds, recordings: Path
) -> None:
    adds(lambda: flow.add_paths([recordings, recordings / "gone.mp4"]))
    assert notice.isVisible()
    assert notice.text == "3 added, 2 not taken, 1 other file left out"
    dialog = notice.open_details()
    view = dialog.findChild(QTreeView)
    assert view is not None
    model = view.model()
    rows = {
        model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())
    }
    assert rows == {
        "gone.mp4": "The file is no longer where it was. Add it again from where it is now.",
        "empty.mp3": "The file is empty. Copy or record it again.",
        "notes.txt": "Not an audio or video file; left out.",
    }
    dialog.copy_all()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith(f"{recordings / 'gone.mp4'}\tThe file is no longer")
    assert len(copied) == 3
    view.setCurrentIndex(model.index(2, 0))
    QTest.keySequence(view, QKeySequence(QKeySequence.StandardKey.Copy))
    assert (
        QGuiApplication.clipboard()
        .text()
        .endswith("notes.txt\tNot an audio or video file; left out.")
    )
    dialog.close()
    QTest.mouseClick(notice.findChild(QPushButton, "added-details"), Qt.MouseButton.LeftButton)


def test_a_file_of_the_list_can_be_transcribed_again(
    notice: AddedNotice, flow: AddFlow, adds: Adds, recordings: Path, context: Context
) -> None:
    paths = [recordings / "take 1.wav", recordings / "take 2.wav"]
    adds(lambda: flow.add_paths(paths))
    adds(lambda: flow.add_paths(paths))
    assert notice.text == "2 already in the list"
    again = adds(lambda: button(notice, "added-again").click())
    assert len(again.added) == 2
    assert notice.isHidden()


def test_nothing_to_paste_is_said(notice: AddedNotice, flow: AddFlow, adds: Adds) -> None:
    adds(lambda: flow.add_links("no link"))
    assert notice.text == "There is no file and no link in it."
    assert button(notice, "added-details").isHidden()


def test_progress_is_shown_after_a_while_and_can_be_stopped(
    notice: AddedNotice, flow: AddFlow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number}.wav").write_bytes(b"RIFF")
    flow.add_paths([folder])
    stop = button(notice, "added-cancel")
    qtbot.waitUntil(lambda: stop.isVisible() and notice.text.startswith("Adding "))
    assert re.match(r"Adding [\d,]+ of 3,?000: \d+\.wav", notice.text)
    with qtbot.waitSignal(flow.finished, timeout=5000):
        stop.click()
    assert notice.text.startswith("Adding was stopped: ")
    assert notice.text.endswith(" not looked at")
    assert stop.isHidden()


def test_a_full_disk_is_said_first(notice: AddedNotice) -> None:
    failure = DiskFull("Full.")
    notice.show_summary(AddSummary(added=("a", "b"), failure=failure, rest=8))
    assert notice.text == (
        "The disk is full. Free some space; the work goes on by itself. 2 added, 8 not looked at"
    )
    assert not notice.grab().isNull()


def test_ten_thousand_rows_open_at_once(window: QMainWindow, qtbot: QtBot) -> None:
    refused = tuple(Refusal(f"/a/{n}.wav", "media_empty", "") for n in range(10_000))
    dialog = NotTakenDialog(
        AddSummary(refused=refused, left_out={LeftOut.OTHER_FILES: 7, LeftOut.HIDDEN: 2}), window
    )
    dialog.show()
    view = dialog.findChild(QTreeView)
    assert view is not None
    assert view.model().rowCount() == 10_000
    said = [label.text() for label in dialog.findChildren(type(dialog._whole))]
    assert any("7 more files of other kinds. 2 hidden" in text for text in said)
