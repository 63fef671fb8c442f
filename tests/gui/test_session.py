"""A session as a person has it, by mouse and keyboard, over the real engine and the real model."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import JobStatus
from kopia_desktop.core.paths import resource
from kopia_desktop.gui.command_palette import CommandPalette
from kopia_desktop.gui.dialogs.export_choices import FillerChoice
from kopia_desktop.gui.dialogs.export_dialog import ExportDialog
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.transcript.fillers import FillerMode
from tests.gui.whole import Whole, answer_file_dialog, opened

FIRST = "Hello, my name is Peter Miller."
CORRECTED = "Hello, my name is Peter Mueller."
FILLERS = re.compile(r"\b(um|uh|er)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of an SRT file; times in seconds."""

    start: float
    end: float
    text: str


def srt_cues(path: Path) -> list[Cue]:
    """Read it as any other program would, and strictly: numbers, line ends, times."""
    blocks = path.read_bytes().decode("utf-8").removesuffix("\r\n\r\n").split("\r\n\r\n")
    cues = []
    for number, block in enumerate(blocks, 1):
        counted, times, *lines = block.split("\r\n")
        assert counted == str(number)
        start, end = times.split(" --> ")
        cues.append(Cue(_seconds(start), _seconds(end), " ".join(lines)))
    return cues


def _seconds(stamp: str) -> float:
    found = re.fullmatch(r"(\d\d):(\d\d):(\d\d),(\d{3})", stamp)
    assert found is not None, stamp
    hours, minutes, seconds, thousandths = map(int, found.groups())
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def test_a_whole_session(tmp_path: Path, qtbot: QtBot) -> None:
    with opened(tmp_path / "data", qtbot) as whole:
        watch_the_sample(whole)
        correct_a_word(whole)
        split_undo_redo_join(whole)
        search_everywhere(whole)
        play_and_follow(whole)
        look_for_doubts(whole)
        switch_fillers(whole)
        find_and_replace(whole)
        zoom(whole)
        export(whole, tmp_path / "sub titles.srt")
        use_the_palette(whole)
        assert whole.notices() == ["1 file written."]


def watch_the_sample(whole: Whole) -> None:
    """From nothing to a transcript, dropped on the empty window."""
    assert whole.workplace.empty.isVisible()
    assert not whole.window.jobs.isVisible()
    progress: list[float] = []
    statuses: list[JobStatus] = []
    lines: list[int] = []
    model = whole.window.jobs.model

    def look() -> None:
        job = model.index(0, 0).data(JobsModel.JobRole) if model.rowCount() else None
        if job is not None:
            progress.append(job.progress)
            statuses.append(job.status)
            lines.append(whole.page.view.model().rowCount())

    whole.window.context.bridge.jobs_changed.connect(look)
    model.dataChanged.connect(look)
    whole.drop(resource("sample", "sample.mp4"))
    whole.qtbot.waitUntil(whole.window.jobs.isVisible, timeout=10_000)
    whole.wait_for_status(JobStatus.COMPLETED)
    whole.qtbot.waitUntil(lambda: whole.shown_texts() == whole.texts(), timeout=10_000)
    whole.qtbot.waitUntil(lambda: statuses[-1:] == [JobStatus.COMPLETED])
    assert JobStatus.PROCESSING in statuses, "it was seen at work"
    assert progress == sorted(progress), "progress never goes back"
    assert progress[-1] == 1.0
    assert lines == sorted(lines)
    assert len(whole.shown_texts()) == 8
    assert whole.shown_texts()[0] == FIRST
    assert whole.job().title == "sample.mp4"


def correct_a_word(whole: Whole) -> None:
    whole.press("Alt+2")
    assert whole.page.view.hasFocus()
    whole.press("Home")
    whole.press("Return")
    assert whole.page.view.editing.editor is not None
    whole.press("Backspace", times=len("Miller."))
    whole.type("Mueller.")
    whole.press("Return")
    assert whole.page.view.editing.editor is None
    assert whole.shown_texts()[0] == CORRECTED, "what was typed stands there at once"
    whole.qtbot.waitUntil(lambda: whole.texts()[0] == CORRECTED)
    assert whole.transcript().segments[0].edited
    assert whole.page.view.hasFocus()


def split_undo_redo_join(whole: Whole) -> None:
    whole.press("Return")
    whole.press("Ctrl+Home")
    whole.press("Right", times=len("Hello, "))
    whole.press("Ctrl+Return")
    _wait_for_lines(whole, ["Hello,", "my name is Peter Mueller."])
    first, second = whole.transcript().segments[:2]
    assert first.end <= second.start
    whole.press("Escape")
    whole.press("Ctrl+Z")
    _wait_for_lines(whole, [CORRECTED])
    whole.press("Ctrl+Z")
    _wait_for_lines(whole, [FIRST])
    assert not whole.action("undo").isEnabled()
    whole.press("Ctrl+Shift+Z")
    _wait_for_lines(whole, [CORRECTED])
    whole.press("Ctrl+Y")
    _wait_for_lines(whole, ["Hello,", "my name is Peter Mueller."])
    assert not whole.action("redo").isEnabled()
    whole.press("Home")
    whole.press("Ctrl+J")
    _wait_for_lines(whole, [CORRECTED])
    assert len(whole.texts()) == 8


def _wait_for_lines(whole: Whole, wanted: list[str]) -> None:
    """The first lines of the store, and of what is shown."""
    count = len(wanted)
    whole.qtbot.waitUntil(lambda: whole.texts()[:count] == wanted)
    whole.qtbot.waitUntil(lambda: whole.shown_texts() == whole.texts())
    whole.settle()


def search_everywhere(whole: Whole) -> None:
    whole.press("Ctrl+Shift+F")
    whole.type("questions")
    results = whole.window.jobs.results
    whole.qtbot.waitUntil(lambda: results.isVisible() and results.is_answered)
    whole.press("Return")
    row = next(row for row, text in enumerate(whole.texts()) if "questions" in text)
    whole.qtbot.waitUntil(lambda: whole.page.view.currentIndex().row() == row)
    start = whole.transcript().segments[row].start
    player = whole.player.player
    whole.qtbot.waitUntil(lambda: player.is_playing and player.position >= start, timeout=10_000)
    assert player.position < start + 2.0
    assert whole.page.view.hasFocus()
    whole.press("Space")
    assert not player.is_playing
    whole.press("Ctrl+Shift+F")
    whole.press("Escape")
    assert whole.window.jobs.view.isVisible()


def play_and_follow(whole: Whole) -> None:
    """A second of playing: the marked word goes on."""
    view, player = whole.page.view, whole.player.player
    whole.press("Alt+2")
    whole.press("Home")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.row_rect(0).center())
    whole.press("Space") if not player.is_playing else None
    heard: set[object] = set()

    def look() -> None:
        heard.add((view.played_segment, view.played_word))

    whole.player.position_changed.connect(look)
    began = player.position
    whole.qtbot.waitUntil(lambda: player.position > began + 1.0, timeout=10_000)
    whole.press("Space")
    assert not player.is_playing
    assert len({word for word in heard if word != (None, None)}) >= 3
    whole.player.position_changed.disconnect(look)


def look_for_doubts(whole: Whole) -> None:
    """The sample is clear: F8 says that there is nothing to hear again."""
    whole.press("F8")
    assert "Nothing is doubtful" in whole.window.status.said


def switch_fillers(whole: Whole) -> None:
    view = whole.page.view
    for keys, mode in (
        ("Ctrl+2", FillerMode.STRUCK),
        ("Ctrl+3", FillerMode.HIDDEN),
        ("Ctrl+1", FillerMode.SHOWN),
        ("Ctrl+3", FillerMode.HIDDEN),
    ):
        whole.press(keys)
        assert view.filler_mode is mode
        layout = view.layout_of(1, 0)
        assert layout is not None
        hidden = mode is FillerMode.HIDDEN
        assert bool(FILLERS.search(layout.shown.text)) is not hidden
    assert FILLERS.search(whole.texts()[1]), "nothing is lost"
    whole.press("Ctrl+1")


def find_and_replace(whole: Whole) -> None:
    whole.press("Ctrl+H")
    bar = whole.find(QLineEdit, "find-text")
    replacement = whole.find(QLineEdit, "replace-text")
    bar.setFocus()
    whole.press("Ctrl+A")
    whole.type("transcript")
    replacement.setFocus()
    whole.type("protocol")
    _click(whole, "replace-all")
    whole.qtbot.waitUntil(lambda: any("protocol on Monday" in text for text in whole.texts()))
    whole.press("Escape")
    whole.press("Alt+2")
    assert not bar.isVisible()


def _click(whole: Whole, name: str) -> None:
    button = whole.find(QAbstractButton, name)
    whole.qtbot.waitUntil(button.isEnabled)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def zoom(whole: Whole) -> None:
    def height() -> int:
        return whole.page.view.reading_type().line

    usual = height()
    whole.press("Ctrl++")
    whole.press("Ctrl+=")
    assert height() > usual
    whole.press("Ctrl+-")
    whole.press("Ctrl+-")
    whole.press("Ctrl+-")
    assert height() < usual
    whole.press("Ctrl+0")
    assert height() == usual


def export(whole: Whole, path: Path) -> None:
    """SRT without filler words, by the dialog; the file says what the transcript says."""
    whole.press("Ctrl+E")
    whole.qtbot.waitUntil(lambda: bool(whole.window.findChildren(ExportDialog)))
    (dialog,) = whole.window.findChildren(ExportDialog)
    whole.qtbot.waitUntil(lambda: "sample.mp4" in dialog.windowTitle())
    whole.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.options.formats.check(("srt",))
    box = dialog.options.fillers.box
    box.setFocus()
    box.setCurrentIndex(box.findData(FillerChoice.LEAVE_OUT))
    with whole.qtbot.waitSignal(dialog.exported, timeout=10_000):
        answer_file_dialog(path)
        dialog.options.formats.setFocus()
        whole.press("Return")
    check_srt(whole, path)


def check_srt(whole: Whole, path: Path) -> None:
    cues = srt_cues(path)
    said = whole.app.transcripts.read(whole.job().id, remove_fillers=True)
    assert " ".join(cue.text for cue in cues) == " ".join(each.text for each in said.segments)
    assert cues[0].text == CORRECTED
    assert not any(FILLERS.search(cue.text) for cue in cues)
    assert any("protocol" in cue.text for cue in cues)
    assert len(cues) == len(said.segments), "each of these lines fits into one cue"
    for cue, segment in zip(cues, said.segments, strict=True):
        assert cue.text == segment.text
        assert cue.start == pytest.approx(segment.words[0].start, abs=0.0011)
        assert cue.end >= segment.words[-1].end - 0.0011
    for cue, after in itertools.pairwise(cues):
        assert cue.start < cue.end <= after.start


def use_the_palette(whole: Whole) -> None:
    whole.window.activateWindow()  # as a window manager does when a dialog closes
    whole.qtbot.waitUntil(whole.window.isActiveWindow)
    whole.press("Ctrl+K")
    (palette,) = whole.window.findChildren(CommandPalette)
    whole.qtbot.waitUntil(palette.isVisible)
    whole.type("struck")
    whole.press("Return")
    assert whole.page.view.filler_mode is FillerMode.STRUCK
    whole.qtbot.waitUntil(lambda: not whole.window.findChildren(CommandPalette))
