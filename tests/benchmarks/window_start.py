"""From the start of the process to a painted window with 5,000 jobs, beside a bare window of Qt's.

By turns a bare QMainWindow with an empty table and the program are started; each says on stdout
when its first picture is painted (the program's with its jobs in it) and ends.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks import jobs_list, program, report
from tests.benchmarks.report import Figure

JOBS = 5_000
RATIO = 2.0

_BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget


class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.say)

    def say(self):
        print("painted", flush=True)
        QApplication.quit()


application = QApplication(sys.argv)
window = Window()
window.setCentralWidget(QTableWidget())
window.resize(1200, 760)
window.show()
application.exec()
"""

_PROGRAM = """
import argparse, pathlib, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from kopia_desktop.commands import window
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.jobs_view import JobsView


class Watch(QObject):
    def __init__(self, main):
        super().__init__(main)
        self.main = main
        self.view = main.jobs.findChild(JobsView)
        self.view.viewport().installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            first = self.view.model().index(0, 0)
            if first.data(JobsModel.JobRole) is not None:
                QTimer.singleShot(0, self.say)
        return False

    def say(self):
        print("painted", flush=True)
        self.main.quit()


options = argparse.Namespace(files=[], data_dir=pathlib.Path(sys.argv[1]))
if __name__ == "__main__":
    raise SystemExit(window.run(options, opened=Watch))
"""


def seconds_to_picture(code: str, *arguments: str) -> float:
    """Seconds from the start of the process until it says that it has painted."""
    environment = {**program.environment(), "QT_QPA_PLATFORM": "offscreen"}
    began = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.monotonic() - began
        process.communicate(timeout=60)
    if line != "painted\n":
        raise RuntimeError("the window was never painted")
    return taken


def measure(*, quick: bool) -> list[Figure]:
    turns = 3 if quick else 11
    with tempfile.TemporaryDirectory(prefix="kopia-window-") as name:
        data = Path(name) / "data"
        jobs_list.fill(data, jobs=JOBS)
        bare, ours = [], []
        for turn in range(turns + 1):
            pair = seconds_to_picture(_BARE), seconds_to_picture(_PROGRAM, str(data))
            if turn:  # the first one warms the caches of both
                bare.append(pair[0])
                ours.append(pair[1])
    ratio = statistics.median(ours) / statistics.median(bare)
    value = (
        f"{ratio:.2f} ({statistics.median(ours):.3f} s against {statistics.median(bare):.3f} s,"
        f" medians of {turns})"
    )
    name = f"start to a painted window with {JOBS:,} jobs, against a bare one"
    return [Figure(name, value, f"<= {RATIO}", ratio <= RATIO)]


if __name__ == "__main__":
    raise SystemExit(report.main("Window", measure, quick_means="fewer turns"))
