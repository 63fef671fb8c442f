"""The command line as a person at a terminal has it: a process, its output and what it leaves."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 90.0
"""No command of these tests may take longer: a guard against one that hangs."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command that ended left: exit code and both outputs."""

    code: int
    out: str
    err: str

    @property
    def paths(self) -> list[Path]:
        return [Path(line) for line in self.out.splitlines()]

    @property
    def complaints(self) -> list[str]:
        return self.err.splitlines()


class Command:
    """A running command, in a session of its own as a terminal gives it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def children(self) -> list[psutil.Process]:
        found: list[psutil.Process] = psutil.Process(self.process.pid).children(recursive=True)
        return found

    def workers(self) -> list[psutil.Process]:
        """Without Python's own resource tracker, which ends with the last of them."""
        found = []
        for child in self.children():
            try:
                if any("spawn_main" in part for part in child.cmdline()):
                    found.append(child)
            except psutil.Error:
                continue
        return found

    def recognizer(self) -> psutil.Process:
        """The child with the lowest priority (worker/main.py)."""
        return max(self.workers(), key=lambda child: int(child.nice()))

    def ready_line(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        parsed: dict[str, Any] = json.loads(self.process.stdout.readline())
        return parsed

    def wait_for_error_line(self, text: str) -> None:
        """Read the errors up to the line with that text; ``end`` gives what follows."""
        assert self.process.stderr is not None
        assert any(text in line for line in self.process.stderr), "it never said that"

    def interrupt(self) -> None:
        """Ctrl-C: the terminal signals the whole group."""
        os.killpg(self.process.pid, signal.SIGINT)

    def end(self) -> Said:
        out, err = self.process.communicate(timeout=SECONDS)
        return Said(self.process.returncode, out, err)

    def clear(self) -> None:
        if self.process.poll() is None:
            for child in [*self.children(), self.process]:
                child.kill()
        self.process.communicate()


class Terminal:
    """Starts commands; all share a data folder and an output folder. Beam size 1, for speed."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.output = folder / "out"
        self.folder = folder
        self.variables: dict[str, str] = {}
        self._running: list[Command] = []
        self.data.mkdir()
        (self.data / "settings.json").write_text('{"transcription": {"beam_size": 1}}')

    def start(self, *arguments: object) -> Command:
        words: Sequence[str] = [*map(str, arguments)]
        process = subprocess.Popen(
            [sys.executable, "-m", "kopia_desktop", *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), **self.variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="surrogateescape",
            start_new_session=True,
        )
        self._running.append(Command(process))
        return self._running[-1]

    def run(self, *arguments: object) -> Said:
        return self.start(*arguments).end()

    def begin(self, *files: object) -> Command:
        """``transcribe`` these files; options may stand among them."""
        folders = ("--data-dir", self.data, "--output-dir", self.output)
        return self.start("transcribe", *folders, *files)

    def transcribe(self, *files: object) -> Said:
        return self.begin(*files).end()

    def sql(self, query: str) -> list[tuple[Any, ...]]:
        """A look into the database beside a running command; nothing while there is none."""
        try:
            with closing(
                sqlite3.connect(f"{(self.data / 'kopia.db').as_uri()}?mode=ro", uri=True)
            ) as db:
                return db.execute(query).fetchall()
        except sqlite3.OperationalError:
            return []

    def value(self, query: str) -> Any:
        rows = self.sql(query)
        return rows[0][0] if rows else None

    def wait(self, condition: Callable[[], object], *, seconds: float = 40.0) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.01)

    def close(self) -> None:
        for command in self._running:
            command.clear()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path)
    yield made
    made.close()


@pytest.fixture(scope="session")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """silence.wav, noise.wav, silent_film.mp4 (a picture and no sound), notes.txt, empty.mp3."""
    folder = tmp_path_factory.mktemp("recordings")
    chance = np.random.default_rng(1)
    _write_wav(folder / "silence.wav", np.zeros(48_000, np.int16))
    _write_wav(folder / "noise.wav", (chance.normal(0, 600, 80_000)).astype(np.int16))
    _write_film(folder / "silent_film.mp4")
    (folder / "notes.txt").write_text("Milk, bread, and a new notebook.\n" * 20)
    (folder / "empty.mp3").touch()
    return folder


def _write_wav(path: Path, samples: np.ndarray[Any, np.dtype[np.int16]]) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=16_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples[None], format="s16", layout="mono")
        frame.sample_rate = 16_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _write_film(path: Path) -> None:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=Fraction(10))
        stream.width, stream.height = 64, 48
        for _ in range(20):
            picture = np.zeros((48, 64, 3), np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
