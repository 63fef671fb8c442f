"""schemathesis over the API's own document, all checks, against the real server.

``python -m tests.campaigns.generated_requests [--cases 10000] [--quick]``. The data folder holds
jobs in each state and a translation, so that cases reach past the door. Counted are cases, server
errors, answers that do not fit the document, and how much the server's memory grows between the
first tenth of the run and its end.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from kopia_desktop.app import App
from kopia_desktop.core.job import JobOptions
from kopia_desktop.services.intake import NewJob
from tests.api.conftest import complete
from tests.benchmarks.report import Figure, exit_code, print_figures

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OPERATIONS = 54
"""About so many methods of paths; a phase makes so many times its examples."""

MOST_GROWTH = 50.0  # MB


@dataclass(frozen=True, slots=True)
class Outcome:
    cases: int
    failures: dict[str, int]
    errors: int
    growth: float
    seconds: float
    report: str


def furnished(root: Path) -> list[str]:
    """A data folder with a job in each state; their ids."""
    fake = root / "translators" / "fake"
    fake.mkdir(parents=True)
    (fake / "fake.json").write_text('{"from": "en", "to": "es"}')
    recording = root / "Talk.wav"
    recording.write_bytes(b"RIFF")
    app = App(root)
    try:
        pending = app.intake.create(NewJob(JobOptions()))
        failed = app.intake.create(NewJob(JobOptions()))
        app.jobs.cancel(failed.id)
        options = JobOptions(language="en")
        added = [app.intake.add(recording, options) for _ in range(3)]
        done = [complete(app, job.id) for job in added]
        app.translations.request(done[0].id, ["es"])
        return [pending.id, failed.id, *(job.id for job in done)]
    finally:
        app.close()


@contextmanager
def serving(root: Path) -> Iterator[tuple[dict[str, Any], psutil.Process]]:
    command = [sys.executable, "-m", "tests.campaigns.served", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline()), psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()


class Memory:
    """Samples the server's resident memory, in MB, ten times a second."""

    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self._samples: list[float] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sample)
        self._thread.start()

    def _sample(self) -> None:
        while not self._ended.wait(0.1):
            self._samples.append(self._process.memory_info().rss / 1e6)

    def growth(self) -> float:
        """From the median of the first tenth to the median of the last one."""
        self._ended.set()
        self._thread.join()
        tenth = max(1, len(self._samples) // 10)
        first, last = sorted(self._samples[:tenth]), sorted(self._samples[-tenth:])
        return last[len(last) // 2] - first[len(first) // 2]


def run(cases: int) -> Outcome:
    """At least ``cases`` generated requests, all checks."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "data"
        root.mkdir()
        jobs = furnished(root)
        with serving(root) as (ready, process):
            key = Path(ready["apiKeyFile"]).read_text().strip()
            memory = Memory(process)
            began = time.monotonic()
            done = subprocess.run(
                _command(ready["apiUrl"], cases),
                cwd=folder,
                env={
                    **os.environ,
                    "SCHEMATHESIS_HOOKS": str(HERE / "schemathesis_hooks.py"),
                    "KOPIA_CASE_KEY": key,
                    "KOPIA_CASE_JOBS": " ".join(jobs),
                },
                capture_output=True,
                text=True,
            )
            seconds = time.monotonic() - began
            growth = memory.growth()
            assert process.is_running(), "the server did not live"
    return _read(done.stdout, growth, seconds)


def _command(api_url: str, cases: int) -> list[str]:
    program = Path(sys.executable).with_name("schemathesis")
    # Fewer for operations without parameters, more by the phases that enumerate.
    examples = max(5, cases // (OPERATIONS - 2))
    return [
        str(program),
        f"--config-file={HERE / 'schemathesis.toml'}",
        "run",
        f"{api_url}/openapi.json",
        "--checks=all",
        f"--max-examples={examples}",
        "--continue-on-failure",
        "--request-timeout=30",
        "--suppress-health-check=all",
        "--generation-deterministic",
        "--exclude-path-regex=/events$",  # they never end; tests/api/test_events.py has them
    ]


def _read(report: str, growth: float, seconds: float) -> Outcome:
    """What schemathesis says at its end."""
    generated = re.search(r"([\d,]+) generated", report)
    failures = {
        name.strip(): int(count) for name, count in re.findall(r"❌ (ST\d+ [^:\n]+): (\d+)", report)
    }
    errors = sum(int(count) for count in re.findall(r"🚫 [^:\n]+: (\d+)", report))
    cases = int(generated[1].replace(",", "")) if generated else 0
    return Outcome(cases, failures, errors, growth, seconds, report)


def figures(outcome: Outcome, wanted: int) -> list[Figure]:
    failed = ", ".join(f"{name}: {count}" for name, count in outcome.failures.items()) or "none"
    return [
        Figure("generated requests", f"{outcome.cases:,}", f"{wanted:,}", outcome.cases >= wanted),
        Figure("failed checks", failed, "none", not outcome.failures and not outcome.errors),
        Figure(
            "growth of the server's memory",
            f"{outcome.growth:.0f} MB",
            f"under {MOST_GROWTH:.0f} MB",
            outcome.growth < MOST_GROWTH,
        ),
        Figure("time", f"{outcome.seconds:.0f} s"),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--quick", action="store_true", help="2,000 cases")
    options = parser.parse_args()
    wanted = 2000 if options.quick else options.cases
    outcome = run(wanted)
    found = figures(outcome, wanted)
    if exit_code(found):
        print(outcome.report)
    print_figures("Generated requests", found)
    return exit_code(found)


if __name__ == "__main__":
    raise SystemExit(main())
