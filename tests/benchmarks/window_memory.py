"""Memory of the window's process with 100,000 jobs, after scrolling through all of them.

By turns the window is opened on an empty data folder and on the large one, offscreen, each time in
a process of its own. In the large one the list is scrolled from end to end, every row read and
painted. The proportional set size is compared (where the system does not tell it, the resident).
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

import psutil

from tests.benchmarks import jobs_list, report
from tests.benchmarks.memory import size_of
from tests.benchmarks.report import Figure
from tests.benchmarks.window_work import in_window

MORE = 60.0


def main(arguments: list[str]) -> int:
    """In a process of its own: open the window, scroll so many pages at a time, print MB, close."""
    from kopia_desktop.commands import window as window_command
    from kopia_desktop.gui.main_window import MainWindow
    from tests.benchmarks.pulse import Pulse
    from tests.benchmarks.window_script import Script, Stage

    data, pages = Path(arguments[0]), int(arguments[1])

    def scroll(window: MainWindow) -> Script:
        model, view = window.jobs.model, window.jobs.view
        yield lambda: window.workplace is not None and model.is_listed
        yield 3000.0  # engine and API have begun
        bar = view.verticalScrollBar()
        while bar.value() < bar.maximum():
            bar.setValue(bar.value() + pages * bar.pageStep())
            yield 5.0  # until it is painted, which asks for what is in sight
            yield lambda: model.is_settled
        yield 1000.0
        print(size_of(psutil.Process()), flush=True)

    def opened(window: MainWindow) -> None:
        pulse = Pulse(window)  # its thread costs both sides the same
        Stage(window, scroll(window), pulse)

    return window_command.run(argparse.Namespace(files=[], data_dir=data), opened=opened)


def megabytes(data: Path, *, pages: int) -> float:
    """What the window's process takes on that folder. Raises RuntimeError."""
    return float(in_window("window_memory", [str(data), str(pages)]))


def measure(*, quick: bool) -> list[Figure]:
    turns, pages = (1, 10) if quick else (3, 1)
    with tempfile.TemporaryDirectory(prefix="kopia-window-memory-") as name:
        large = Path(name) / "large"
        jobs_list.fill(large)
        empty, full = [], []
        for turn in range(turns):
            empty.append(megabytes(Path(name) / f"empty-{turn}", pages=pages))
            full.append(megabytes(large, pages=pages))
            print(f"turn {turn + 1}: {empty[-1]:.1f} MB, {full[-1]:.1f} MB", flush=True)
    none, all_ = statistics.median(empty), statistics.median(full)
    more = all_ - none
    return [
        Figure("the window's process without jobs", f"{none:.1f} MB"),
        Figure(f"  with {jobs_list.JOBS:,} jobs, all of them scrolled by", f"{all_:.1f} MB"),
        Figure("  more", f"{more:+.1f} MB", f"<= {MORE:.0f} MB", more <= MORE),
    ]


if __name__ == "__main__":
    raise SystemExit(report.main("Window memory", measure, quick_means="one turn, in leaps"))
