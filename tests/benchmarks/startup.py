"""How fast the command answers, and what it leaves unloaded: help needs no native code."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import report
from tests.benchmarks.program import environment
from tests.benchmarks.report import Figure

HELP_SECONDS = 0.3
FORBIDDEN = ("ctranslate2", "av", "PySide6.QtWidgets")

# Runs the package as ``python -m`` does and tells at its end which modules the main process holds.
_TELLTALE = """
import atexit, runpy, sys
atexit.register(lambda: print("MODULES", *sorted(sys.modules), file=sys.stderr))
sys.argv[0] = "kopia-desktop"
runpy.run_module("kopia_desktop", run_name="__main__", alter_sys=True)
"""


def seconds_of(arguments: Sequence[str], *, repeats: int) -> list[float]:
    """Seconds of each whole run of the command; a first one, that may compile, is not counted."""
    taken = []
    for _ in range(repeats + 1):
        began = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "kopia_desktop", *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            env=environment(),
        )
        taken.append(time.monotonic() - began)
    return taken[1:]


def modules_of(arguments: Sequence[str]) -> set[str]:
    """The modules loaded in the main process when the command ends."""
    ended = subprocess.run(
        [sys.executable, "-c", _TELLTALE, *arguments], capture_output=True, text=True, check=False
    )
    told = [line for line in ended.stderr.splitlines() if line.startswith("MODULES ")]
    if not told:
        raise RuntimeError(f"{' '.join(arguments)} told no modules: {ended.stderr[-2000:]}")
    return set(told[-1].split()[1:])


def measure(*, quick: bool) -> list[Figure]:
    figures = []
    for arguments in (["--help"], ["transcribe", "--help"]):
        taken = seconds_of(arguments, repeats=5 if quick else 15)
        median = statistics.median(taken)
        figures.append(
            Figure(
                f"time of {' '.join(arguments)}",
                f"{median:.3f} s (best {min(taken):.3f})",
                f"< {HELP_SECONDS} s",
                median < HELP_SECONDS,
            )
        )
    with tempfile.TemporaryDirectory(prefix="kopia-startup-") as name:
        data = ["--data-dir", str(Path(name) / "data")]
        for arguments in (["transcribe", "--help"], ["doctor", *data]):
            loaded = modules_of(arguments)
            found = [module for module in FORBIDDEN if module in loaded]
            value = f"{', '.join(found) or 'none of them'} ({len(loaded)} modules)"
            figures.append(
                Figure(
                    f"loaded by {' '.join(arguments[:2])}".removesuffix(" --data-dir"),
                    value,
                    f"no {', '.join(FORBIDDEN)}",
                    not found,
                )
            )
    return figures


if __name__ == "__main__":
    raise SystemExit(report.main("Start", measure, quick_means="fewer repeats"))
