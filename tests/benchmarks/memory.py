"""Memory of all processes together: it must not grow with the recording.

Every 100 ms the proportional set size of the command and of everything below it is added up (so
shared pages count once; where the system does not tell it, the resident size). The peaks of a
10-minute and of a 10-hour file are compared.
"""

from __future__ import annotations

import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.benchmarks import program, recordings, report
from tests.benchmarks.report import Figure

GROWTH = 100.0
EVERY = 0.1
MB = 2**20


@dataclass(slots=True)
class Peaks:
    """Highest memory in MB: of all processes at one moment, and of each; seconds the run took."""

    together: float = 0.0
    each: dict[str, float] = field(default_factory=dict)
    seconds: float = 0.0

    def take(self, sizes: dict[str, float]) -> None:
        self.together = max(self.together, sum(sizes.values()))
        for name, size in sizes.items():
            self.each[name] = max(self.each.get(name, 0.0), size)


def size_of(process: psutil.Process) -> float:
    """Proportional set size in MB, else resident size; 0 when the process has just ended."""
    try:
        full = process.memory_full_info()
        return float(getattr(full, "pss", 0) or full.rss) / MB
    except psutil.AccessDenied:
        return float(process.memory_info().rss) / MB
    except (psutil.NoSuchProcess, FileNotFoundError, ProcessLookupError):
        return 0.0


def peaks_of(minutes: float, folder: Path) -> Peaks:
    """Run the command on so many minutes and watch it."""
    running = program.start([recordings.minutes(minutes).path], folder)
    peaks = Peaks()
    main = psutil.Process(running.process.pid)
    order: dict[int, str] = {main.pid: "command"}
    while running.process.poll() is None:
        processes = [main, *running.descendants()]
        for process in processes:
            if process.pid not in order:
                kind = "child" if program.is_worker(process) else "helper"
                order[process.pid] = f"{kind} {len(order)}"
        peaks.take({order[process.pid]: size_of(process) for process in processes})
        time.sleep(EVERY)
    running.finish()
    peaks.seconds = running.elapsed
    each = ", ".join(f"{name} {size:.0f}" for name, size in peaks.each.items())
    print(f"{minutes:g} min: {peaks.together:.0f} MB in {peaks.seconds:.0f} s ({each})", flush=True)
    return peaks


def measure(*, quick: bool) -> list[Figure]:
    short, long = (2.0, 20.0) if quick else (10.0, 600.0)
    with tempfile.TemporaryDirectory(prefix="kopia-memory-") as name:
        small = peaks_of(short, Path(name) / "short")
        large = peaks_of(long, Path(name) / "long")
    growth = large.together - small.together
    return [
        Figure(f"peak memory, {short:g} minutes", f"{small.together:.0f} MB"),
        Figure(f"peak memory, {long:g} minutes", f"{large.together:.0f} MB"),
        Figure("  growth", f"{growth:+.0f} MB", f"<= {GROWTH:.0f} MB", growth <= GROWTH),
    ]


if __name__ == "__main__":
    raise SystemExit(report.main("Memory", measure, quick_means="2 and 20 minutes"))
