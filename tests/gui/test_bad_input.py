"""What goes wrong around the window: each time it stays usable and says what helps, in words."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.core.job import JobOptions, JobStatus
from kopia_desktop.gui.dialogs.choosing import SystemDialogs
from kopia_desktop.gui.dialogs.export_dialog import ExportDialog
from tests.gui.driven import Driven
from tests.gui.whole import LONG, Whole, answer_file_dialog, opened, write_settings

ROOT = Path(__file__).resolve().parents[2]
MANY = 10_000
LONGEST_STALL = 0.2
"""Seconds: no key may wait longer, even here."""


class Heartbeat(QObject):
    """Beats in the window's thread; the longest time between two is what a key would wait."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(5)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def text_of(whole: Whole, name: str) -> str:
    """The words of the label of that name, or of the only one inside the widget of that name."""
    found = whole.find(QWidget, name)
    if isinstance(found, QLabel):
        return found.text()
    return " ".join(label.text() for label in found.findChildren(QLabel) if label.text())


def button(whole: Whole, name: str) -> QAbstractButton:
    return whole.find(QAbstractButton, name)


def still_works(whole: Whole, recording: Path) -> None:
    """One more recording becomes a transcript."""
    before = {job.id for job in whole.jobs()}
    whole.window.receive([str(recording)])
    whole.qtbot.waitUntil(
        lambda: (
            [job.status for job in whole.jobs() if job.id not in before] == [JobStatus.COMPLETED]
        ),
        timeout=LONG,
    )
    whole.settle()


# Very many files


@pytest.mark.parametrize("recordings", [1_000, pytest.param(9_000, marks=pytest.mark.campaign)])
def test_a_folder_of_ten_thousand_files(
    folder: Path, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str], recordings: int
) -> None:
    """They come into the list while the window answers; what is no recording is counted."""
    dropped = tmp_path / "dropped"
    for number in range(MANY):
        kind = "wav" if number % 10 < recordings // 1_000 else "txt"
        path = dropped / f"day {number // 500}" / f"note {number}.{kind}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"RIFF" * 10)
    with opened(folder, qtbot) as whole:
        adding = whole.workplace.adding
        heart = Heartbeat()
        began = time.monotonic()
        with qtbot.waitSignal(adding.finished, timeout=3 * LONG) as finished:
            whole.drop(dropped)
            qtbot.waitUntil(lambda: whole.window.jobs.model.rowCount() > 50, timeout=LONG)
            whole.press("Alt+1")
            whole.press("Down", times=3)
            assert len(whole.window.jobs.selected_ids()) == 1, "it is usable meanwhile"
        seconds = time.monotonic() - began
        assert finished.args is not None
        (summary,) = finished.args
        assert len(summary.added) == recordings
        qtbot.waitUntil(lambda: whole.window.jobs.model.rowCount() == recordings, timeout=LONG)
        assert f"{MANY - recordings} other files left out" in text_of(whole, "added-text")
        heart.deleteLater()
    with capsys.disabled():
        sys.stdout.write(
            f"\n{MANY:,} files, {recordings:,} recordings among them: {seconds:.1f} s,"
            f" longest stall {heart.longest * 1000:.0f} ms"
        )
    assert heart.longest < LONGEST_STALL


# Files that go


def test_a_file_that_vanishes_while_it_waits(
    folder: Path, tmp_path: Path, speech: Path, qtbot: QtBot
) -> None:
    """The job fails with a sentence; where the file is found again it goes on."""
    path = tmp_path / "gone.flac"
    shutil.copy(speech / "single_en_01.flac", path)
    app = App(folder)
    app.intake.add(path, JobOptions(language="en"))
    app.close()
    elsewhere = tmp_path / "elsewhere.flac"
    path.rename(elsewhere)
    with opened(folder, qtbot) as whole:
        whole.wait_for_status(JobStatus.FAILED)
        whole.press("Alt+1")
        whole.press("Home")
        whole.qtbot.waitUntil(lambda: button(whole, "transcript-help").isVisible())
        assert text_of(whole, "transcript-failure") == (
            "The recording is no longer where it was. Locate the file, or put it back."
        )
        assert button(whole, "transcript-help").text() == "Locate file…"
        answer_file_dialog(elsewhere)
        QTest.mouseClick(button(whole, "transcript-help"), Qt.MouseButton.LeftButton)
        whole.wait_for_status(JobStatus.COMPLETED)
        qtbot.waitUntil(lambda: not button(whole, "transcript-help").isVisible())
        qtbot.waitUntil(lambda: whole.shown_texts() == whole.texts() != [])


# Places that cannot be written to


@pytest.mark.parametrize("place", ["below a file", "read-only"])
def test_an_export_folder_that_cannot_be_written_to(
    folder: Path, tmp_path: Path, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:  # fmt: skip
    bad = unwritable(tmp_path, place)
    monkeypatch.setattr(SystemDialogs, "new_file", lambda *_: bad / "talk.srt")
    with opened(folder, qtbot) as whole:
        still_works(whole, speech / "single_en_01.flac")
        whole.press("Alt+1")
        whole.press("Home")
        qtbot.waitUntil(whole.action("export").isEnabled)
        whole.press("Ctrl+E")
        (dialog,) = whole.window.findChildren(ExportDialog)
        qtbot.waitUntil(lambda: "single_en_01" in dialog.windowTitle())
        dialog.save.click()
        qtbot.waitUntil(dialog.trouble.isVisible)
        said = " ".join(label.text() for label in dialog.trouble.findChildren(QLabel))
        assert "The folder cannot be written to. Choose another folder." in said
        good = tmp_path / "good.srt"
        monkeypatch.setattr(SystemDialogs, "new_file", lambda *_: good)
        with qtbot.waitSignal(dialog.exported):
            dialog.save.click()
        assert good.exists()


def unwritable(tmp_path: Path, place: str) -> Path:
    if place == "below a file":
        path = tmp_path / "file.txt"
        path.write_text("not a folder")
        return path / "below"
    path = tmp_path / "closed"
    path.mkdir(mode=0o500)
    if os.access(path, os.W_OK):
        pytest.skip("this user may write everywhere")
    return path


# Settings and data


@pytest.mark.parametrize("content", ["{broken", '{"api": 7}', "\x00\x00"])
def test_a_broken_settings_file(tmp_path: Path, qtbot: QtBot, content: str) -> None:
    """It is kept aside, the defaults hold, and that is said."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.json").write_text(content)
    with opened(data, qtbot) as whole:
        (aside,) = data.glob("settings.broken-*.json")
        assert aside.read_text() == content
        assert any(
            text.startswith("The settings file could not be read") and aside.name in text
            for text in whole.notices()
        )
        assert whole.app.settings.transcription.model == "starter"


_FATAL = """
import argparse, pathlib, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from kopia_desktop.commands import window
from kopia_desktop.gui import application

make = application.make

def watched():
    made = make()
    QTimer.singleShot(100, look)
    return made

def look():
    box = QApplication.activeModalWidget()
    if box is None:
        QTimer.singleShot(100, look)
        return
    print(box.text(), box.informativeText(), sep="|", flush=True)
    box.close()

application.make = watched
raise SystemExit(window.run(argparse.Namespace(files=[], data_dir=pathlib.Path(sys.argv[1]))))
"""


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            "newer",
            "Your data was written by a newer version of the program."
            "|Update the program; nothing was touched.\n",
        ),
        (
            "damaged",
            "The database cannot be read.|Restore the newest file of the backups folder.\n",
        ),
    ],
)
def test_data_that_cannot_be_used(folder: Path, damage: str, said: str) -> None:
    """A sentence in a dialog, and exit code 1."""
    App(folder).close()
    database = folder / "kopia.db"
    if damage == "newer":
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA user_version = 999")
    else:
        for file in folder.glob("kopia.db-*"):
            file.unlink()
        database.write_bytes(b"This is no database." * 500)
    before = database.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", _FATAL, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, said), done.stderr
    assert database.read_bytes() == before


# Two programs


def test_two_instances_are_one(folder: Path, speech: Path) -> None:
    first = Driven(folder)
    try:
        first.wait_for_window()
        command = [sys.executable, "-m", "kopia_desktop", "--data-dir", str(folder)]
        recording = str(speech / "single_en_01.flac")
        done = subprocess.run([*command, recording], cwd=ROOT, timeout=30, check=False)
        assert done.returncode == 0
        looks = first.wait(lambda looks: [job[1] for job in looks["jobs"]] == ["completed"])
        assert looks["notices"] == []
    finally:
        first.close()


# The engine's children


def recognizers() -> list[psutil.Process]:
    """This process's children that recognise: those of the lowest priority (worker/main.py)."""
    found = []
    for child in psutil.Process().children(recursive=True):
        try:
            if child.nice() - psutil.Process().nice() == 7:
                found.append(child)
        except psutil.NoSuchProcess:
            continue
    return found


def test_a_child_that_dies_again_and_again(folder: Path, speech: Path, qtbot: QtBot) -> None:
    """The job fails with a sentence, and the next one works."""
    with opened(folder, qtbot) as whole:
        whole.window.receive([str(speech / "en_5min.ogg")])
        qtbot.waitUntil(lambda: len(whole.jobs()) == 1)
        kills = 0
        deadline = time.monotonic() + 40
        while whole.job().status is not JobStatus.FAILED:
            assert time.monotonic() < deadline
            for child in recognizers():
                with_work = whole.job().status is JobStatus.PROCESSING
                qtbot.wait(150 if with_work else 20)
                with contextlib.suppress(psutil.NoSuchProcess):  # it ended by itself meanwhile
                    child.kill()
                    kills += 1
            qtbot.wait(20)
        assert kills >= 2
        job = whole.job()
        assert job.error is not None
        assert job.error.code == "worker_crashed"
        whole.press("Alt+1")
        whole.press("Home")
        qtbot.waitUntil(lambda: button(whole, "transcript-help").isVisible())
        assert text_of(whole, "transcript-failure").startswith(
            "Recognition ended twice at the same place."
        )
        assert button(whole, "transcript-help").text() == "Run again"
        still_works(whole, speech / "single_en_01.flac")
        QTest.mouseClick(button(whole, "transcript-help"), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(
            lambda: whole.app.jobs.get(job.id).status is not JobStatus.FAILED, timeout=10_000
        )


# A full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of some megabytes, where this user may make one."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = (
        shutil.which("mount") is not None
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)],
            capture_output=True,
            check=False,
        ).returncode
    )
    if not mounted:
        pytest.skip("making a small file system needs more rights")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.expected_warnings("the engine cannot go on now: disk_full")
def test_a_full_disk(small_disk: Path, speech: Path, qtbot: QtBot) -> None:
    """It is said at the bottom; the work goes on by itself when there is room."""
    data = small_disk / "data"
    write_settings(data, transcription={"beam_size": 1})
    with opened(data, qtbot) as whole:
        ballast = small_disk / "ballast"
        fill(ballast)
        whole.window.receive([str(speech / "en_1min_1.ogg")])
        qtbot.waitUntil(
            lambda: "disk is full" in " ".join(
                [text_of(whole, "engine-state"), text_of(whole, "added-text"), *whole.notices()]
            ).lower(),
            timeout=30_000,
        )  # fmt: skip
        ballast.unlink()
        if not whole.jobs():
            whole.window.receive([str(speech / "en_1min_1.ogg")])
        whole.wait_for_status(JobStatus.COMPLETED)
        qtbot.waitUntil(lambda: "disk is full" not in text_of(whole, "engine-state").lower())


def fill(path: Path) -> None:
    """Take all the room there is."""
    with contextlib.suppress(OSError), path.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
