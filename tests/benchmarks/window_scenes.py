"""What is done with the window while it is measured: scenes of steps, each a real event.

The program's own window over its own app, engine and all, runs in a process of this module.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit

from kopia_desktop.commands import window as window_command
from kopia_desktop.core.job import JobStatus
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.main_window import MainWindow
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.workplace import Workplace
from tests.benchmarks.large_transcript import SEGMENTS, WORDS
from tests.benchmarks.pulse import Pulse
from tests.benchmarks.window_script import Script, Stage, chain, click, drag, in_turns, turn_wheel

START, LIVE, READING, LIST, TOGETHER = "start", "live", "transcript", "list", "together"

_FRAME = 16.0
"""Milliseconds between two steps of a scroll, as a screen shows them."""

_KEY = 40.0
"""Milliseconds between two keys of someone who types fast."""


class Scenes:
    """The four scenes over one window."""

    def __init__(self, window: MainWindow, pulse: Pulse, asked: argparse.Namespace) -> None:
        self._window = window
        self._pulse = pulse
        self._large: str = asked.large
        self._media: str = asked.media
        self._seconds: float = asked.seconds
        self._turns: int = asked.turns
        self._chance = random.Random(7)
        self._added: list[str] = []

    def all(self) -> Script:
        jobs = self._window.jobs.model
        self._pulse.scene, self._pulse.phase = START, "build the rest of the window"
        yield lambda: self._window.workplace is not None and jobs.is_listed
        self._work.adding.jobs_added.connect(self._added.extend)
        yield 2000.0  # what the start leaves to do
        yield from self._named(LIST, chain(self._scroll_list(), self._pick()))
        yield from self._named(READING, chain(self._open_large(), self._read()))
        yield from self._named(LIVE, chain(self._begin_live(), self._watch()))
        yield from self._named(
            TOGETHER,
            chain(
                self._begin_live(),
                self._open_large(),
                in_turns(self._read(), self._scroll_list()),
                self._pick(),
                self._check_running(),
                self._watch(3.0),
            ),
        )
        self._pulse.close()

    @property
    def _work(self) -> Workplace:
        assert self._window.workplace is not None
        return self._window.workplace

    def _named(self, scene: str, script: Script) -> Script:
        self._window.jobs.view.select_row(self._window.jobs.model.rowCount() // 2)
        yield 1000.0
        self._pulse.scene = scene
        yield from script
        self._pulse.scene = ""
        for job_id in self._added:
            self._window.context.jobs.delete(job_id)
        self._added.clear()
        yield 1500.0

    # (a) Watching

    def _begin_live(self) -> Script:
        self._pulse.phase = "add a recording"
        self._work.conductor.add([self._media])
        yield lambda: bool(self._added)
        self._window.jobs.select_job(self._added[-1])
        yield lambda: self._rows() > 0

    def _watch(self, seconds: float | None = None) -> Script:
        """As long as it is transcribed, but not longer than that."""
        self._pulse.phase = "watch"
        self._window.jobs.select_job(self._added[-1])
        until = time.monotonic() + (seconds or self._seconds)
        while time.monotonic() < until and self._is_running():
            yield 200.0

    def _check_running(self) -> Script:
        if not self._is_running():
            raise RuntimeError("the recording is too short: it was transcribed before the end")
        yield 0.0

    def _is_running(self) -> bool:
        return self._window.context.jobs.get(self._added[-1]).status is not JobStatus.COMPLETED

    # (b) Reading and correcting

    def _open_large(self) -> Script:
        self._pulse.phase = "open 20,000 lines"
        self._work.conductor.open_job(self._large)
        yield lambda: self._rows() == SEGMENTS
        yield 500.0

    def _read(self) -> Script:
        view = self._work.page.view
        yield from self._scroll(view, "transcript")
        yield from self._play()
        yield from self._switch_fillers()
        yield from self._type()
        yield from self._find()

    def _play(self) -> Script:
        """As the player tells its place, 25 times a second, at several places."""
        length = WORDS * 0.4 + 0.4
        for line in (20, SEGMENTS // 2, SEGMENTS - 200):
            self._work.page.set_following(True)
            for tick in range(10 * self._turns):
                self._pulse.phase = "play"
                seconds = line * length + tick * 0.2
                self._work.player.position_changed.emit(seconds, True)
                yield 40.0
        self._work.player.position_changed.emit(0.0, False)

    def _switch_fillers(self) -> Script:
        for mode in (*FillerMode, *FillerMode, FillerMode.SHOWN):
            self._pulse.phase = "switch fillers"
            self._work.page.set_filler_mode(mode)
            yield 200.0

    def _type(self) -> Script:
        view, actions = self._work.page.view, self._window.actions_
        for row in (15, SEGMENTS // 2, SEGMENTS - 15):
            self._pulse.phase = "open the editor"
            view.setCurrentIndex(view.model().index(row, 0))
            yield 100.0
            actions["edit_segment"].trigger()
            yield 100.0
            for letter in "and so we spoke of money ":
                self._pulse.phase = "type"
                editor = view.editing.editor
                assert editor is not None
                QTest.keyClick(editor, letter)
                yield _KEY
            yield 1200.0  # saved as it is typed
            self._pulse.phase = "leave the editor"
            editor = view.editing.editor
            assert editor is not None
            QTest.keyClick(editor, Qt.Key.Key_Return)
            yield 300.0
            for name in ("undo", "redo", "undo"):
                self._pulse.phase = name
                actions[name].trigger()
                yield 400.0

    def _find(self) -> Script:
        self._pulse.phase = "find"
        self._window.actions_["find"].trigger()
        yield 200.0
        field = self._work.page.findChild(QLineEdit, "find-text")
        assert isinstance(field, QLineEdit)
        for word in ("sa", "trashi"):
            field.clear()
            for letter in word:
                self._pulse.phase = "find as you type"
                QTest.keyClick(field, letter)
                yield 120.0
            yield 600.0
            for _ in range(5):
                self._pulse.phase = "next match"
                self._window.actions_["find_next"].trigger()
                yield 80.0
        self._pulse.phase = "close the find bar"
        QTest.keyClick(field, Qt.Key.Key_Escape)
        yield 200.0

    def _rows(self) -> int:
        return self._work.page.view.model().rowCount()

    # (c) The list

    def _scroll_list(self) -> Script:
        yield from self._scroll(self._window.jobs.view, "list")
        bar = self._window.jobs.view.verticalScrollBar()
        for _ in range(2 * self._turns):
            self._pulse.phase = "jump in the list"
            bar.setValue(self._chance.randint(0, bar.maximum()))
            yield 60.0
        for shown in (JobFilter.FAILED, JobFilter.DONE, JobFilter.RUNNING, JobFilter.ALL):
            self._pulse.phase = f"filter: {shown.value}"
            self._window.jobs.filters.choose(shown)
            yield self._is_listed
            yield 300.0

    def _is_listed(self) -> bool:
        return self._window.jobs.model.is_listed

    def _pick(self) -> Script:
        view, model = self._window.jobs.view, self._window.jobs.model
        for key in (Qt.Key.Key_Home, *[Qt.Key.Key_PageDown] * 2 * self._turns, Qt.Key.Key_End):
            self._pulse.phase = "page keys in the list"
            QTest.keyClick(view, key)
            yield 60.0
        for _ in range(self._turns):
            self._pulse.phase = "select a job"
            row = self._chance.randrange(model.rowCount())
            view.scrollTo(model.index(row))
            click(view, view.visualRect(model.index(row)).center())
            yield 150.0
        self._pulse.phase = "select all"
        view.selectAll()
        yield 500.0
        self._pulse.phase = "select one of all"
        click(view, view.rect().center())
        yield 500.0

    # Anything that scrolls

    def _scroll(self, area: QAbstractScrollArea, name: str) -> Script:
        for turn in range(40 * self._turns):
            self._pulse.phase = f"wheel over the {name}"
            turn_wheel(area, 120 if turn % 40 >= 30 else -120)
            yield _FRAME
        bar = area.verticalScrollBar()
        for place in drag(bar, 12 * self._turns):
            self._pulse.phase = f"drag the {name}'s scroll bar"
            place()
            yield _FRAME


def main(arguments: list[str]) -> int:
    """Play all scenes and write what was measured, as JSON, to ``--result``."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--media", required=True, help="the recording that is transcribed")
    parser.add_argument("--large", required=True, help="id of the job with 20,000 lines")
    parser.add_argument("--seconds", type=float, required=True, help="of watching")
    parser.add_argument("--turns", type=int, required=True, help="how much is scrolled")
    parser.add_argument("--result", type=Path, required=True)
    asked = parser.parse_args(arguments)
    pulses: list[Pulse] = []

    def opened(window: MainWindow) -> None:
        pulses.append(Pulse(window))
        Stage(window, Scenes(window, pulses[0], asked).all(), pulses[0])

    options = argparse.Namespace(files=[], data_dir=asked.data)
    code = window_command.run(options, opened=opened)
    if code == 0:
        records = {scene: asdict(record) for scene, record in pulses[0].records.items()}
        stalls = [asdict(stall) for stall in pulses[0].stalls]
        asked.result.write_text(json.dumps({"records": records, "stalls": stalls}), "utf-8")
    return code
