"""Progress: a bar on a terminal, plain lines in a pipe."""

from __future__ import annotations

import dataclasses
import io
import os
import pty
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kopia_desktop.commands import progress as module
from kopia_desktop.commands.progress import Progress, clock
from kopia_desktop.core.job import Job, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.translation import Translation, TranslationStatus

if TYPE_CHECKING:
    from tests.commands.conftest import Terminal

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Screen(io.StringIO):
    """A terminal that keeps what is written."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def job() -> Job:
    media = MediaFile("/talk\n.wav", "talk\n.wav", 1, 1)
    return Job("job_1", JobStatus.PROCESSING, JobOptions(), NOW, NOW, media=media, duration=3600.0)


def at(job: Job, progress: float) -> Job:
    return dataclasses.replace(job, progress=progress)


def test_clock() -> None:
    assert [clock(seconds) for seconds in (0, 59.6, 61, 3661)] == [
        "0:00",
        "1:00",
        "1:01",
        "1:01:01",
    ]


def test_lines_in_a_pipe(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LINE_EVERY", 0.0)
    stream = io.StringIO()
    progress = Progress(stream, quiet=False)
    progress.show(at(job, 0.0))
    time.sleep(0.6)
    progress.show(at(job, 0.5))
    progress.note("A note.")
    progress.finish(job)
    first, second, note = stream.getvalue().splitlines()
    assert first == "talk?.wav: 0%"
    assert second.startswith("talk?.wav: 50%, ")
    assert second.endswith(" left")
    assert "x, " in second
    assert note == "A note."
    assert "\r" not in stream.getvalue()


def test_a_bar_on_a_terminal(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_REDRAW", 0.0)
    stream = Screen()
    progress = Progress(stream, quiet=False)
    progress.show(at(job, 0.5))
    drawn = stream.getvalue()
    assert drawn.startswith("\r\x1b[K")
    assert "[############------------] 50%" in drawn
    assert "\n" not in drawn
    progress.note("A note.")
    assert stream.getvalue().endswith("\r\x1b[KA note.\n")


def test_a_translation_on_a_terminal_and_in_a_pipe(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_LINE_EVERY", 0.0)
    translation = Translation(
        "trl_1", job.id, "es", True, False, TranslationStatus.PROCESSING, NOW, NOW, progress=0.25
    )
    stream, pipe = Screen(), io.StringIO()
    for out in (stream, pipe):
        progress = Progress(out, quiet=False)
        progress.show_translation(job, dataclasses.replace(translation, progress=0.0))
        progress.show_translation(job, translation)
        progress.close()
    assert "talk?.wav, Spanish [######------------------] 25%" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")
    assert pipe.getvalue() == "talk?.wav, Spanish: 25%\n"


def test_quiet_is_silent(job: Job) -> None:
    stream = Screen()
    progress = Progress(stream, quiet=True)
    progress.show(at(job, 0.5))
    progress.note("A note.")
    progress.finish(job)
    progress.close()
    assert stream.getvalue() == ""


def test_the_command_on_a_real_terminal(terminal: Terminal, speech: Path) -> None:
    ours, theirs = pty.openpty()
    command = [
        *(sys.executable, "-m", "kopia_desktop", "transcribe", str(speech / "en_1min_1.ogg")),
        *("--data-dir", str(terminal.data), "--output-dir", str(terminal.output)),
    ]
    root = str(Path(__file__).resolve().parents[2])
    with subprocess.Popen(
        command, stderr=theirs, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": root}
    ) as running:
        os.close(theirs)
        shown = b""
        while block := _read(ours):
            shown += block
        assert running.stdout is not None
        assert running.stdout.read().decode().strip().endswith("en_1min_1.srt")
    os.close(ours)
    assert running.returncode == 0
    assert b"\r\x1b[Ken_1min_1.ogg [" in shown
    assert b"%" in shown
    assert shown.rstrip().endswith(b"%.")
    last_bar = shown.rindex(b"[#") if b"[#" in shown else shown.rindex(b"[-")
    assert b"\r\x1b[K" in shown[last_bar:], "the bar is gone at the end"


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # the other side is closed: Linux reports an error, others an end
        return b""
