"""Stalls and frames of the window at its hardest work, over 100,000 jobs, with the real engine.

Offscreen, in a process of its own: a recording is watched while all cores transcribe it; a
transcript of 20,000 lines is opened, scrolled, heard, corrected and searched; the list of 100,000
jobs is scrolled and picked from; and all three at once. The worst stalls are printed with what the
window's thread was doing in them.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks import jobs_list, large_transcript, program, recordings, report
from tests.benchmarks.report import Figure

STALL = 100.0
FRAME = 16.0
_TIMEOUT = 1800.0
_TOLD = 12
"""Stalls that are printed, the longest first."""

_ROOT = Path(__file__).resolve().parent.parent.parent
_RUN = """
import sys
if __name__ == "__main__":
    from tests.benchmarks.{module} import main
    raise SystemExit(main(sys.argv[1:]))
"""
_NAMES = {
    "start": "the start, once jobs are painted",
    "live": "watching a transcription on all cores",
    "transcript": f"a transcript of {large_transcript.SEGMENTS:,} lines",
    "list": f"a list of {jobs_list.JOBS:,} jobs",
    "together": "all three at once",
}


def in_window(module: str, arguments: Sequence[str]) -> str:
    """Run a module of this folder, that opens the window, in a process of its own.

    Returns what it printed. Raises RuntimeError with what it said when it fails.
    """
    done = subprocess.run(
        [sys.executable, "-c", _RUN.format(module=module), *arguments],
        cwd=_ROOT,
        env={**program.environment(), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=_TIMEOUT,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"{module} ended with {done.returncode}: {done.stderr[-3000:]}")
    return done.stdout


def measure(*, quick: bool) -> list[Figure]:
    minutes, seconds, turns = (60.0, 15.0, 3) if quick else (120.0, 60.0, 10)
    with tempfile.TemporaryDirectory(prefix="kopia-work-") as name:
        folder = Path(name)
        jobs_list.fill(folder / "data")
        short = recordings.minutes(1.0).path
        large = large_transcript.add(folder / "data", short)
        result = folder / "result.json"
        arguments = {
            "data": folder / "data",
            "media": recordings.minutes(minutes).path,
            "large": large,
            "seconds": seconds,
            "turns": turns,
            "result": result,
        }
        print(f"load before: {os.getloadavg()[0]:.1f}", flush=True)
        in_window("window_scenes", [f"--{key}={value}" for key, value in arguments.items()])
        print(f"load after: {os.getloadavg()[0]:.1f}", flush=True)
        measured = json.loads(result.read_text("utf-8"))
    _print_stalls(measured["stalls"])
    return [
        figure for scene in _NAMES for figure in _figures(scene, measured["records"].get(scene, {}))
    ]


def _print_stalls(stalls: Sequence[dict[str, Any]]) -> None:
    for stall in sorted(stalls, key=lambda each: -each["seconds"])[:_TOLD]:
        print(
            f"{stall['seconds'] * 1000:.0f} ms in {stall['scene']}, {stall['phase']}"
            f" (computing {stall['computing'] * 1000:.0f} ms,"
            f" collecting {stall['collecting'] * 1000:.0f} ms)"
        )
        for seen in stall["seen"]:
            print("    " + seen.replace("\n", "\n      "))


def _figures(scene: str, record: dict[str, Any]) -> list[Figure]:
    longest, frames = record["longest"], sorted(1000 * each for each in record["frames"])
    phase = max(longest, key=lambda each: longest[each])
    stall, median = longest[phase] * 1000, statistics.median(frames)
    slow = frames[int(0.95 * len(frames))]
    if scene == "start":  # it has a target of its own, see window_start
        return [Figure(f"{_NAMES[scene]}: longest stall", f"{stall:.0f} ms")]
    return [
        Figure(
            f"{_NAMES[scene]}: longest stall",
            f"{stall:.0f} ms ({phase})",
            f"< {STALL:.0f} ms",
            stall < STALL,
        ),
        Figure("  median frame", f"{median:.1f} ms", f"< {FRAME:.0f} ms", median < FRAME),
        Figure("  frames, p95, longest", f"{len(frames)}, {slow:.1f} ms, {frames[-1]:.1f} ms"),
    ]


if __name__ == "__main__":
    raise SystemExit(report.main("Window at work", measure, quick_means="less of each"))
