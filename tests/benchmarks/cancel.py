"""How fast Ctrl-C ends everything: from the signal until no child process is left.

A 30-minute file is begun; at a random moment after its first segment is stored, SIGINT goes to the
command, by turns to it alone and to its whole group as a terminal sends it.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import program, recordings, report
from tests.benchmarks.report import Figure

LIMIT = 1.0
GIVE_UP = 30.0


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Seconds until all children were gone and until the command was; None: over the limit.

    ``left`` counts processes of its session that live on after the command has ended.
    """

    children: float | None
    command: float | None
    exit_code: int | None
    left: int


def cancel_once(minutes: float, folder: Path, *, delay: float, whole_group: bool) -> Cancelled:
    """Begin, wait for the first segment and ``delay`` seconds more, interrupt, and look."""
    running = program.start([recordings.minutes(minutes).path], folder, own_group=True)
    try:
        _wait_for_segments(running, folder)
        time.sleep(delay)
        children = running.descendants()
        if not children:
            raise RuntimeError("nothing was at work when it was to be cancelled")
        began = time.monotonic()
        if whole_group:
            os.killpg(running.process.pid, signal.SIGINT)
        else:
            running.process.send_signal(signal.SIGINT)
        gone = program.seconds_until_gone(children, GIVE_UP)
        while running.process.poll() is None and time.monotonic() - began < GIVE_UP:
            time.sleep(0.005)
        ended = running.process.poll()
        seconds = None if ended is None else time.monotonic() - began
        return Cancelled(gone, seconds, ended, program.alive_in_session(running.process.pid))
    finally:
        running.stop()


def _wait_for_segments(running: program.Running, folder: Path) -> None:
    view = program.StoreView(folder)
    try:
        while not view.segments():
            if running.process.poll() is not None:
                running.finish()
                raise RuntimeError("the command ended before it stored a segment")
            time.sleep(0.02)
    finally:
        view.close()


def _is_in_time(once: Cancelled) -> bool:
    return once.children is not None and once.children < LIMIT and once.left == 0


def measure(*, quick: bool) -> list[Figure]:
    minutes, count = (5.0, 4) if quick else (30.0, 20)
    chance = random.Random(3)
    results = []
    with tempfile.TemporaryDirectory(prefix="kopia-cancel-") as name:
        for turn in range(count):
            once = cancel_once(
                minutes,
                Path(name) / str(turn),
                delay=chance.uniform(0.0, 0.5 if quick else 6.0),
                whole_group=bool(turn % 2),
            )
            print(f"cancel {turn + 1}: {once}", flush=True)
            results.append(once)
    fast = sum(_is_in_time(once) for once in results)
    children = [GIVE_UP if once.children is None else once.children for once in results]
    commands = [GIVE_UP if once.command is None else once.command for once in results]
    return [
        Figure(
            "cancel, all children gone",
            f"{fast} of {count} in time, slowest {max(children):.3f} s",
            f"< {LIMIT:g} s, {count} of {count}",
            fast == count,
        ),
        Figure("  median", f"{statistics.median(children):.3f} s"),
        Figure("  the command itself gone, slowest", f"{max(commands):.3f} s"),
        Figure("  exit codes", f"{sorted({once.exit_code or 0 for once in results})}"),
    ]


if __name__ == "__main__":
    raise SystemExit(report.main("Cancel", measure, quick_means="4 times on 5 minutes"))
