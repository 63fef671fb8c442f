"""A child process: what it answers, how it ends, that nothing outlives its parent."""

from __future__ import annotations

import multiprocessing.connection
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from kopia_desktop.engine.process import ChildProcess, Outcome
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import Failed, Prepare, Reply

_PARENT = """
import sys, time
from pathlib import Path
from kopia_desktop.engine.process import ChildProcess
from kopia_desktop.worker.main import ChildKind
if __name__ == "__main__":
    child = ChildProcess(ChildKind.PREPARE, Path(sys.argv[1]))
    print(child.pid, flush=True)
    time.sleep(60)
"""


def replies(child: ChildProcess, seconds: float = 20.0) -> list[Reply]:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        multiprocessing.connection.wait(child.waitables, timeout=0.5)
        found = child.receive()
        if found or not child.is_alive():
            return found
    return []


def test_outcomes_answer_for_themselves() -> None:
    killed, left, unknown = Outcome(-9), Outcome(3), Outcome(None)
    assert [each.was_killed() for each in (killed, left, unknown)] == [True, False, False]
    assert killed.describe() == "was ended by SIGKILL"
    assert left.describe() == "ended with exit code 3"
    assert unknown.describe() == "ended without an exit code"
    assert Outcome(-200).describe() == "ended with exit code -200"


def test_a_child_answers_and_is_killed(tmp_path: Path) -> None:
    child = ChildProcess(ChildKind.PREPARE, tmp_path / "worker.log")
    nowhere = str(tmp_path / "no.wav")
    child.send(
        Prepare("job", nowhere, None, 60.0, str(tmp_path / "sections"), str(tmp_path / "p.peaks"))
    )
    (reply,) = replies(child)
    assert isinstance(reply, Failed)
    assert reply.error.code == "media_not_found"
    assert not reply.bug
    assert child.is_alive()
    assert child.kill() == Outcome(-signal.SIGKILL)


def test_a_child_that_died_is_noticed(tmp_path: Path) -> None:
    child = ChildProcess(ChildKind.PREPARE, tmp_path / "worker.log")
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    multiprocessing.connection.wait(child.waitables, timeout=10)
    assert replies(child) == []
    assert not child.is_alive()
    child.send(Prepare("job", "", None, 1.0, "", ""))  # into a closed pipe: no error
    assert child.outcome().was_killed()


def test_ctrl_c_never_reaches_a_child(tmp_path: Path) -> None:
    """Not even while it is just starting, where Python would print a traceback."""
    log = tmp_path / "worker.log"
    child = ChildProcess(ChildKind.PREPARE, log)
    assert child.pid is not None
    for _ in range(50):
        os.kill(child.pid, signal.SIGINT)
        time.sleep(0.01)
    assert child.is_alive()
    child.kill()
    assert "Traceback" not in log.read_text()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_dies_with_its_parent(tmp_path: Path, stop: signal.Signals) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT)
    command = [sys.executable, str(script), str(tmp_path / "worker.log")]
    here = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=here) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        time.sleep(0.3)
        parent.send_signal(stop)
        assert psutil.wait_procs([child], timeout=2.0)[1] == []
