"""The line of downloads: there while something arrives, with what a person can do about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.core.downloads import DownloadStatus
from kopia_desktop.gui.downloads.bar import DownloadsBar
from tests.gui.accessibility import problems
from tests.gui.conftest import Arranged
from tests.gui.downloads.conftest import Arriving

MB = 1_000_000


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 80)
    made.show()
    return made


@pytest.fixture
def bar(arranged: Arranged, window: QWidget) -> DownloadsBar:
    made = DownloadsBar(arranged.context, window)
    made.resize(900, 60)
    arranged.settle()
    return made


def text(bar: DownloadsBar, name: str) -> str:
    label = bar.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def button(bar: DownloadsBar, name: str) -> QPushButton:
    found = bar.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def status(arriving: Arriving, name: str) -> DownloadStatus:
    return arriving.store.get(name).status


def test_it_takes_no_room_while_nothing_arrives(bar: DownloadsBar) -> None:
    assert bar.isHidden()


def test_it_says_what_arrives_how_far_and_until_when(bar: DownloadsBar, arriving: Arriving) -> None:
    arriving.model("small")
    arriving.run("small", done=209 * MB, total=487 * MB, pace=11.4 * MB)
    assert bar.isVisible()
    assert text(bar, "download-title") == "Speech model small"
    assert text(bar, "download-state") == "42 % of 487 MB · 11.4 MB/s · 25 s left"
    arriving.end("small")
    assert bar.isHidden()


def test_it_is_paused_and_goes_on(
    bar: DownloadsBar, arriving: Arriving, arranged: Arranged
) -> None:
    arriving.model("small")
    arriving.run("small", done=209 * MB, total=487 * MB, pace=11.4 * MB)
    pause = button(bar, "download-pause")
    assert pause.accessibleName() == "Pause: Speech model small"
    pause.click()
    arriving.tell()
    assert status(arriving, "small") is DownloadStatus.PAUSED
    assert text(bar, "download-state") == "paused · 42 % of 487 MB"
    assert pause.text() == "Resume"
    pause.click()
    arriving.tell()
    assert status(arriving, "small") is DownloadStatus.WAITING


def test_it_is_given_up(bar: DownloadsBar, arriving: Arriving) -> None:
    arriving.model("small")
    arriving.tell()
    button(bar, "download-stop").click()
    arriving.tell()
    assert arriving.service.list() == ()
    assert bar.isHidden()


def test_a_failure_is_said_and_tried_again(bar: DownloadsBar, arriving: Arriving) -> None:
    arriving.model("small")
    arriving.fail("small")
    assert text(bar, "download-state").startswith("There is no connection to the server.")
    again = button(bar, "download-pause")
    assert again.text() == "Try again"
    again.click()
    arriving.tell()
    assert status(arriving, "small") is DownloadStatus.WAITING


def test_the_one_that_runs_is_shown_and_the_others_are_counted(
    bar: DownloadsBar, arriving: Arriving, qtbot: QtBot
) -> None:
    arriving.model("small")
    arriving.fail("small")
    name = arriving.package("en", "fr")
    arriving.run(name, done=1 * MB, total=100 * MB)
    assert text(bar, "download-title") == "English to French"
    more = button(bar, "download-more")
    assert more.text() == "1 more"
    with qtbot.waitSignal(bar.settings_requested) as asked:
        more.click()
    assert asked.args == ["models"]


def test_it_is_named_and_reached(bar: DownloadsBar, window: QWidget, arriving: Arriving) -> None:
    arriving.model("small")
    arriving.model("base")
    arriving.tell()
    assert problems(window) == []
