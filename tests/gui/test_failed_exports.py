"""Files that could not be written by themselves: said once, with what helps, over a real store."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.core.export import ExportStatus
from kopia_desktop.core.job import ExportWish, Job
from kopia_desktop.errands.filer import Filer
from kopia_desktop.gui.failed_exports import FailedExports
from kopia_desktop.gui.notices import Notice, Notices
from kopia_desktop.store.exports import ExportStore
from tests import sections
from tests.gui.conftest import Arranged, spoken


class Exporting:
    """Jobs that wish files, what writes them, and the notices that tell."""

    def __init__(self, arranged: Arranged, window: QWidget, qtbot: QtBot) -> None:
        app = arranged.app
        self._arranged = arranged
        self._qtbot = qtbot
        self._filer = Filer(app.database, bus=app.bus, settings=lambda: app.settings)
        self.exports = ExportStore(app.database)
        self.notices = Notices(arranged.context.theming, window)
        self.failed = FailedExports(arranged.context, self.notices, window)

    def completed(self, name: str, folder: str) -> Job:
        """A completed job whose subtitles are due."""
        job = self._arranged.job(name, language="en", export=ExportWish(("srt",), folder))
        sections.prepare(self._arranged.work, job.id, (sections.section(0, 0.0, 4.0),))
        self._arranged.recognise(job.id, 0, [spoken("Hello there.", 0.5)])
        return job

    def write(self) -> None:
        """Write what is due, and let the window hear of it."""
        while (due := self._filer.next_due()) is not None:
            self._filer.file(due)
        self._qtbot.wait(250)  # the bridge tells in rounds of 100 ms
        self._arranged.settle()

    def status(self, job: Job) -> ExportStatus:
        (export,) = self.exports.of_job(job.id)
        return export.status

    @property
    def said(self) -> list[Notice]:
        return [one for one in self.notices.findChildren(Notice) if not one.isHidden()]


@pytest.fixture
def exporting(arranged: Arranged, qtbot: QtBot) -> Exporting:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Exporting(arranged, window, qtbot)


@pytest.fixture
def no_folder(tmp_path: Path) -> str:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_bytes(b"a file")
    return str(tmp_path / "taken" / "inside")


def _press(notice: Notice, text: str, qtbot: QtBot) -> None:
    (button,) = [each for each in notice.findChildren(QPushButton) if each.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_failure_is_said_once_with_both_ways_out(exporting: Exporting, no_folder: str) -> None:
    job = exporting.completed("Talk.wav", no_folder)
    exporting.write()
    (notice,) = exporting.said
    assert "“Talk.wav”" in notice.text
    assert "cannot be written to" in notice.text
    buttons = [button.text() for button in notice.findChildren(QPushButton)]
    assert buttons == ["Choose another folder…", "Try again"]
    exporting.failed._look(frozenset({job.id}))  # it changed again for another reason
    exporting.write()
    assert exporting.said == [notice]


def test_another_folder_makes_it_due_again_and_it_is_written(
    exporting: Exporting, no_folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    arranged: Arranged, qtbot: QtBot,
) -> None:  # fmt: skip
    job = exporting.completed("Talk.wav", no_folder)
    exporting.write()
    (notice,) = exporting.said
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(other))
    _press(notice, "Choose another folder…", qtbot)
    arranged.settle()
    assert exporting.status(job) is ExportStatus.DUE
    exporting.write()
    assert exporting.status(job) is ExportStatus.DONE
    assert [path.name for path in other.iterdir()] == ["Talk.srt"]
    assert exporting.said == []


def test_thought_better_of_it_nothing_changes(
    exporting: Exporting, no_folder: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    job = exporting.completed("Talk.wav", no_folder)
    exporting.write()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    _press(exporting.said[0], "Choose another folder…", qtbot)
    assert exporting.status(job) is ExportStatus.FAILED


def test_tried_again_in_vain_it_is_said_again(
    exporting: Exporting, no_folder: str, arranged: Arranged, qtbot: QtBot
) -> None:
    job = exporting.completed("Talk.wav", no_folder)
    exporting.write()
    _press(exporting.said[0], "Try again", qtbot)
    arranged.settle()
    exporting.write()
    assert exporting.status(job) is ExportStatus.FAILED
    assert len(exporting.said) == 1


def test_a_recording_whose_folder_is_gone_is_tried_again_when_it_is_back(
    exporting: Exporting, arranged: Arranged, qtbot: QtBot
) -> None:
    job = exporting.completed("Talk.wav", "")
    shutil.rmtree(arranged.folder)
    exporting.write()
    assert exporting.status(job) is ExportStatus.FAILED
    arranged.folder.mkdir()
    _press(exporting.said[0], "Try again", qtbot)
    arranged.settle()
    exporting.write()
    assert exporting.status(job) is ExportStatus.DONE
    assert (arranged.folder / "Talk.srt").is_file()


def test_two_jobs_are_said_each_and_one_that_is_gone_is_not(
    exporting: Exporting, no_folder: str, arranged: Arranged
) -> None:
    exporting.completed("One.wav", no_folder)
    gone = exporting.completed("Two.wav", no_folder)
    exporting.completed("Three.wav", no_folder)
    arranged.app.jobs.delete(gone.id)
    exporting.write()
    assert sorted(notice.text.split("”")[0] for notice in exporting.said) == [
        "The files of “One.wav",
        "The files of “Three.wav",
    ]
