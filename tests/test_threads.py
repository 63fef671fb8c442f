"""The thread that hosts the engine hands over what ended it."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kopia_desktop.core.errors import DataFolderUnusable
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.engine.supervisor import Supervisor
from kopia_desktop.store.database import Database
from kopia_desktop.threads import PartThread


def supervisor(data: DataFolder) -> tuple[Supervisor, Database]:
    data.logs.mkdir()
    database = Database(data.database, backups=data.backups)
    return Supervisor(data, database, EventBus(), Settings), database


def test_it_runs_until_it_is_stopped(data_folder: DataFolder) -> None:
    engine, database = supervisor(data_folder)
    thread = PartThread(engine)
    thread.start()
    assert thread.isRunning()
    thread.stop()
    assert thread.isFinished()
    assert thread.error is None
    database.close_all()


def test_what_ends_it_is_kept(data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    engine, database = supervisor(data_folder)
    problem = DataFolderUnusable("The folder is gone.")

    def fail(_path: Path) -> None:
        assert threading.current_thread() is not threading.main_thread()
        raise problem

    monkeypatch.setattr(engine, "_guarded_step", lambda: fail(data_folder.root))
    thread = PartThread(engine)
    thread.start()
    assert thread.wait(10_000)
    assert thread.error is problem
    thread.stop()
    database.close_all()
