"""One engine a data folder, however the one before ended."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kopia_desktop.core.errors import DataFolderBusy, DataFolderUnusable, DiskFull
from kopia_desktop.engine.lock import EngineLock, unusable

_HOLDER = """
import sys, time
from pathlib import Path
from kopia_desktop.engine.lock import EngineLock
EngineLock(Path(sys.argv[1])).acquire()
lock = EngineLock(Path(sys.argv[2])); lock.acquire()
print("held", flush=True)
time.sleep(60)
"""


def test_only_one_holds_it(tmp_path: Path) -> None:
    first, second = (EngineLock(tmp_path / "engine.lock") for _ in range(2))
    first.acquire()
    with pytest.raises(DataFolderBusy) as caught:
        second.acquire()
    assert str(tmp_path) in str(caught.value)
    first.release()
    second.acquire()
    second.release()
    second.release()


def test_a_killed_process_leaves_it_free(tmp_path: Path) -> None:
    path = tmp_path / "engine.lock"
    command = [sys.executable, "-c", _HOLDER, str(tmp_path / "other"), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(DataFolderBusy):
            EngineLock(path).acquire()
        holder.send_signal(signal.SIGKILL)
    lock = EngineLock(path)
    lock.acquire()
    lock.release()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataFolderUnusable):
        EngineLock(tmp_path / "file" / "engine.lock").acquire()
    assert isinstance(unusable(tmp_path, OSError(errno.ENOSPC, "full")), DiskFull)
