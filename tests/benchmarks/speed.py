"""How fast: a whole file, and the first words of a long one, against the same work in a script.

Whole file: the command and the script by turns, both with everything they need to start, on the
same file. First words: when the first segment of an hour is in the database, seen from outside
every 20 ms, against the moment the script is handed its first segment.
"""

from __future__ import annotations

import os
import resource
import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks import program, recordings, report
from tests.benchmarks.baseline_run import run_baseline
from tests.benchmarks.recordings import Recording
from tests.benchmarks.report import Figure

RATIO = 1.0
FIRST_SHARE = 0.2
POLL = 0.02


def measure_whole(folder: Path, *, minutes: float, repeats: int) -> list[Figure]:
    """The whole file, ``repeats`` times each, by turns; the medians are compared."""
    recording = recordings.minutes(minutes)
    ours: list[float] = []
    theirs: list[float] = []
    worked, loaded = [0.0, 0.0], 0.0
    for turn in range(repeats):
        before = processor_seconds()
        run = run_baseline([recording.path], folder)
        between = processor_seconds()
        theirs.append(run.seconds)
        loaded = run.model_loaded
        ours.append(program.transcribe([recording.path], folder / str(turn))[1])
        worked[0] += (processor_seconds() - between) / repeats
        worked[1] += (between - before) / repeats
        print(f"turn {turn + 1}: ours {ours[-1]:.2f} s, other {theirs[-1]:.2f} s", flush=True)
    ratio = statistics.median(ours) / statistics.median(theirs)
    best = min(ours) / min(theirs)
    speed = recording.duration / statistics.median(ours)
    return [
        Figure(
            f"{minutes:g}-minute file, whole command",
            f"{statistics.median(ours):.2f} s, other {statistics.median(theirs):.2f} s",
        ),
        Figure(
            "  ratio of medians", f"{ratio:.3f} (best {best:.3f})", f"<= {RATIO}", ratio <= RATIO
        ),
        Figure("  processor time", f"{worked[0]:.1f} s, other {worked[1]:.1f} s"),
        Figure("  speed", f"{speed:.1f} times real time"),
        Figure("  other side, until its model is loaded", f"{loaded:.2f} s"),
    ]


def processor_seconds() -> float:
    """Processor time of all ended children: less disturbed by other work than a clock."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Stages:
    """When a run first shows each stage, in seconds since its start; seen in its database."""

    QUERIES = (
        ("job known", "SELECT count(*) FROM jobs"),
        ("first section cut", "SELECT count(*) FROM sections"),
        ("language known", "SELECT count(detected_language) FROM jobs"),
        ("first segment stored", "SELECT count(*) FROM segments"),
        ("all sections cut", "SELECT sum(prepared) FROM jobs"),
        ("all recognised", "SELECT count(*) FROM jobs WHERE status = 'completed'"),
    )

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}

    def look(self, view: program.StoreView, elapsed: float) -> None:
        for name, query in self.QUERIES:
            if name not in self.seen and view.value(query):
                self.seen[name] = elapsed


def watch(recording: Recording, folder: Path, *, until: str = "") -> Stages:
    """Run the command and note its stages; with ``until`` it is stopped at that stage."""
    running = program.start([recording.path], folder)
    view = program.StoreView(folder)
    stages = Stages()
    try:
        while running.process.poll() is None and (not until or until not in stages.seen):
            stages.look(view, running.elapsed)
            time.sleep(POLL)
        stages.seen["end"] = running.elapsed
    finally:
        view.close()
        running.stop()
    return stages


def measure_stages(folder: Path, *, minutes: float) -> list[Figure]:
    """Where the time goes in one whole run."""
    stages = watch(recordings.minutes(minutes), folder)
    shown = ", ".join(f"{name} {at:.2f}" for name, at in stages.seen.items())
    print(f"{minutes:g}-minute file, seconds since the start: {shown}", flush=True)
    return [Figure(f"  {name}", f"after {at:.2f} s") for name, at in stages.seen.items()]


def measure_first(folder: Path, *, minutes: float, repeats: int) -> list[Figure]:
    """First segment of a long file, after the model is loaded.

    The script tells when its model is loaded; the same seconds are taken off both sides (the
    program loads the same model in a child that starts later, so it gains nothing by that).
    """
    recording = recordings.minutes(minutes)
    ours: list[float] = []
    for turn in range(repeats):
        stages = watch(recording, folder / str(turn), until="first segment stored")
        ours.append(stages.seen["first segment stored"])
    run = run_baseline([recording.path], folder)
    first = run.results[recording.path.name].first_segment or float("inf")
    theirs = first - run.model_loaded
    mine = statistics.median(ours) - run.model_loaded
    return [
        Figure(
            f"first segment of {minutes:g} minutes, stored, after model load",
            f"{mine:.2f} s, other {theirs:.2f} s",
            f"<= {theirs * FIRST_SHARE:.2f} s",
            mine <= theirs * FIRST_SHARE,
        ),
        Figure(
            "  since the start, model load included",
            f"{statistics.median(ours):.2f} s (best {min(ours):.2f}), other {first:.2f} s",
        ),
    ]


def measure(*, quick: bool) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="kopia-speed-") as name:
        folder = Path(name)
        minutes, repeats = (5.0, 1) if quick else (30.0, 3)
        print(f"load of the machine before: {os.getloadavg()[0]:.2f}", flush=True)
        return [
            *measure_whole(folder / "whole", minutes=minutes, repeats=repeats),
            *measure_stages(folder / "stages", minutes=minutes),
            *measure_first(folder / "first", minutes=2 * minutes, repeats=repeats),
        ]


if __name__ == "__main__":
    raise SystemExit(report.main("Speed", measure, quick_means="5 and 10 minutes, once"))
