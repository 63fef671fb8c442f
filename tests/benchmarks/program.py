"""Drives the program from outside, as a person at a terminal does, and reads what it leaves."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.scoring import Passage

TIMEOUT = 4 * 3600.0


@dataclass(frozen=True, slots=True)
class Result:
    """A transcript as exported: text, language and segments."""

    text: str
    language: str
    segments: tuple[Passage, ...]

    @property
    def fingerprint(self) -> tuple[object, ...]:
        """What two runs must have in common: the text and all times."""
        return (self.text, self.language, self.segments)


def command(files: Sequence[Path], folder: Path, *, language: str = "auto") -> list[str]:
    """The command line; the data folder and the output lie below ``folder``."""
    return [
        *(sys.executable, "-m", "kopia_desktop", "transcribe", *map(str, files)),
        *("--language", language, "--format", "json", "-q"),
        *("--output-dir", str(folder / "output"), "--data-dir", str(folder / "data")),
    ]


def environment() -> dict[str, str]:
    """The variables both sides run with: compiled modules are kept, as in an installed program."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@dataclass(slots=True)
class Running:
    """The command at work. ``began`` is on the monotonic clock."""

    process: subprocess.Popen[str]
    folder: Path
    began: float = field(default_factory=time.monotonic)

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began

    def descendants(self) -> list[psutil.Process]:
        """All processes below the command, oldest first."""
        try:
            found: list[psutil.Process] = psutil.Process(self.process.pid).children(recursive=True)
        except psutil.NoSuchProcess:
            return []
        return found

    def workers(self) -> list[psutil.Process]:
        """The child processes that do the work (not Python's own resource tracker)."""
        return [child for child in self.descendants() if is_worker(child)]

    def finish(self) -> list[Path]:
        """Wait for the end; returns the written paths. Raises RuntimeError when it failed."""
        out, err = self.process.communicate(timeout=TIMEOUT)
        if self.process.returncode != 0:
            raise RuntimeError(f"the command ended with {self.process.returncode}: {err[-2000:]}")
        return [Path(line) for line in out.splitlines() if line]

    def stop(self) -> None:
        """End it by force, with everything below it."""
        left = [psutil.Process(self.process.pid)] if self.process.poll() is None else []
        for process in [*self.descendants(), *left]:
            kill(process)
        self.process.communicate()


def start(
    files: Sequence[Path], folder: Path, *, language: str = "auto", own_group: bool = False
) -> Running:
    """Start the command; ``own_group`` puts it in a process group, as a terminal would."""
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    process = subprocess.Popen(
        command(files, folder, language=language),
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=own_group,
    )
    return Running(process, folder, began)


def transcribe(files: Sequence[Path], folder: Path) -> tuple[dict[str, Result], float]:
    """Run the command to its end: transcripts by the media file's stem, and seconds taken."""
    running = start(files, folder)
    written = running.finish()
    seconds = running.elapsed
    if len(written) != len(files):
        raise RuntimeError(f"{len(written)} paths were written for {len(files)} files")
    return {path.stem: read(path) for path in written}, seconds


def read(path: Path) -> Result:
    """Read an exported transcript (the contract's transcript JSON)."""
    return result(json.loads(path.read_text("utf-8")))


def result(exported: dict[str, Any]) -> Result:
    segments = tuple(
        Passage(
            segment["start"],
            segment["end"],
            tuple((word["text"], word["start"], word["end"]) for word in segment["words"]),
        )
        for segment in exported["segments"]
    )
    return Result(exported["text"], exported["language"], segments)


def is_worker(process: psutil.Process) -> bool:
    try:
        line = " ".join(process.cmdline())
    except psutil.Error:
        return False
    return "spawn_main" in line


def is_alive(process: psutil.Process) -> bool:
    """Still running; a dead process that nobody has waited for does not count."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def alive_in_session(leader: int) -> int:
    """How many processes of the session that ``leader`` opened are alive."""
    return sum(
        is_alive(process) and _session(process.pid) == leader for process in psutil.process_iter()
    )


def _session(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except OSError:
        return None


def kill(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.NoSuchProcess:
        return


def seconds_until_gone(processes: Sequence[psutil.Process], limit: float) -> float | None:
    """Seconds until none is alive, looked at each 5 ms; None when some outlive the limit."""
    began = time.monotonic()
    while any(is_alive(process) for process in processes):
        if time.monotonic() - began > limit:
            return None
        time.sleep(0.005)
    return time.monotonic() - began


class StoreView:
    """The program's database, looked at while the program runs: read only, never in its way."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "data" / "kopia.db"
        self._connection: sqlite3.Connection | None = None

    def value(self, query: str) -> Any:
        """First column of the first row; None as long as there is no such database or table."""
        try:
            if self._connection is None:
                self._connection = sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True)
            row = self._connection.execute(query).fetchone()
        except sqlite3.OperationalError:
            self.close()
            return None
        return row[0] if row else None

    def segments(self) -> int:
        """Segments stored so far."""
        return self.value("SELECT count(*) FROM segments") or 0

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
