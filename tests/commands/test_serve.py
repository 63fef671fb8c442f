"""``serve``: ready line, work on the queue, files from other commands, a clean stop."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.commands.conftest import Terminal


def test_serve_works_on_the_queue_and_stops_cleanly(terminal: Terminal, speech: Path) -> None:
    """A job that an earlier command left, then the file of a later command."""
    long, clip = speech / "en_5min.ogg", speech / "single_en_01.flac"
    left = terminal.begin(long, "-q")
    terminal.wait(lambda: terminal.value("SELECT count(*) FROM sections") or 0)
    left.process.kill()
    left.end()

    serving = terminal.start("serve", "--data-dir", terminal.data, "--port", "0")
    assert serving.ready_line() == {
        "apiUrl": None,
        "uploadUrl": None,
        "apiKeyFile": None,
        "pid": serving.process.pid,
    }
    said = terminal.transcribe(clip)
    assert said.code == 0
    assert said.paths == [terminal.output / "single_en_01.srt"]
    assert "the files are given to it" in said.err
    assert terminal.value("SELECT min(status) FROM jobs") == "completed"

    second = terminal.run("serve", "--data-dir", terminal.data)
    assert (second.code, second.out) == (1, "")
    (line,) = second.complaints
    assert "--data-dir" in line

    children = serving.children()
    assert children
    serving.process.send_signal(signal.SIGTERM)
    ended = serving.end()
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    terminal.wait(lambda: not any(is_running(child.pid) for child in children), seconds=2.0)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_ctrl_c_stops_it_in_the_middle_of_its_work(terminal: Terminal, speech: Path) -> None:
    serving = terminal.start("serve", "--data-dir", terminal.data)
    serving.ready_line()
    waiting = terminal.begin(speech / "en_5min.ogg", "-q")
    terminal.wait(lambda: terminal.value("SELECT count(*) FROM sections") or 0)
    os.killpg(waiting.process.pid, signal.SIGKILL)
    serving.interrupt()
    ended = serving.end()
    assert (ended.code, ended.err) == (0, "")
    assert terminal.value("SELECT status FROM jobs") == "processing"
