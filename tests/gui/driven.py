"""The real program in a process of its own, told what to do line by line.

``python -m tests.gui.driven DATA_FOLDER`` opens the window as the command line does. Each line on
stdin is a deed with its arguments, in JSON; it is done with events of mouse and keyboard, and each
is answered by a line that says how the window looks then. ``Driven`` is the other end.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kopia_desktop.commands import window as window_command
from kopia_desktop.core.job import Job
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.main_window import MainWindow
from kopia_desktop.gui.notices import Notice

ROOT = Path(__file__).resolve().parents[2]


class _Hand(QObject):
    """In the program: does what the lines say."""

    told = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.told.connect(self._do)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.told.emit(line)

    @Slot(str)
    def _do(self, line: str) -> None:
        deed, *arguments = json.loads(line)
        if deed == "press":
            for keys in arguments:
                one = QKeySequence(keys)[0]
                QTest.keyClick(self._focused, one.key(), one.keyboardModifiers())
        elif deed == "type":
            QTest.keyClicks(self._focused, arguments[0])
        elif deed == "open":
            self._window.receive(tuple(arguments))
        sys.stdout.write(json.dumps(self._looks()) + "\n")
        sys.stdout.flush()

    @property
    def _focused(self) -> Any:
        return QApplication.focusWidget() or self._window

    def _looks(self) -> dict[str, Any]:
        workplace = self._window.workplace
        if workplace is None:
            return {"complete": False}
        model, lines = self._window.jobs.model, workplace.page.view.model()
        jobs: list[Job | None] = [
            model.index(row, 0).data(JobsModel.JobRole) for row in range(model.rowCount())
        ]
        notices = self._window.findChildren(Notice)
        return {
            "complete": True,
            "active": self._window.isActiveWindow(),
            "jobs": [[job.title, str(job.status), job.progress] for job in jobs if job],
            "lines": [str(lines.index(row, 0).data()) for row in range(lines.rowCount())],
            "editing": workplace.page.view.editing.editor is not None,
            "undo": self._window.actions_["undo"].isEnabled(),
            "redo": self._window.actions_["redo"].isEnabled(),
            "notices": [notice.text for notice in notices if not notice.isHidden()],
        }


class Driven:
    """The test's end: deeds go in, looks come out."""

    def __init__(self, data: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.gui.driven", str(data)],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def do(self, deed: str, *arguments: str) -> dict[str, Any]:
        """Do something; how the window looks then."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([deed, *arguments]) + "\n")
        self._process.stdin.flush()
        looks: dict[str, Any] = json.loads(self._process.stdout.readline())
        return looks

    def wait(
        self, until: Callable[[dict[str, Any]], object], *, seconds: float = 60.0
    ) -> dict[str, Any]:
        """Look until it is as wanted."""
        deadline = time.monotonic() + seconds
        while not until(looks := self.do("look")):
            assert time.monotonic() < deadline, f"it stayed so: {looks}"
            time.sleep(0.03)
        return looks

    def wait_for_window(self) -> None:
        """Until it is built, its jobs are listed, and it has the keyboard."""
        self.wait(lambda looks: looks["complete"] and looks["active"])

    def kill(self) -> None:
        """kill -9; its children must end by themselves."""
        children = psutil.Process(self._process.pid).children(recursive=True)
        self._process.kill()
        self.close()
        _, alive = psutil.wait_procs(children, timeout=10)
        assert not alive, "children outlived the program"

    def close(self) -> None:
        """For the end of a test, however that came."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()


def main() -> int:
    options = argparse.Namespace(files=[], data_dir=Path(sys.argv[1]))
    return window_command.run(options, opened=_Hand)


if __name__ == "__main__":
    raise SystemExit(main())
