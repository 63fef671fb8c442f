"""The composition root: every object is built here, once, and passed in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kopia_desktop.core import settings as settings_file
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.log import EngineLog
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import LoadedSettings, Settings
from kopia_desktop.engine.lock import EngineLock, unusable
from kopia_desktop.engine.supervisor import Supervisor
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.services.models import ModelService
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore

if TYPE_CHECKING:
    from kopia_desktop.threads import EngineThread


class App:
    """All services over one data folder; the engine runs only after ``start_engine``."""

    def __init__(self, root: Path) -> None:
        """Open or make the data folder.

        Raises DataFolderUnusable, DatabaseTooNew, DatabaseDamaged, DiskFull.
        """
        self.data = DataFolder(_expanded(root).absolute())
        _make(self.data)
        self.loaded_settings: LoadedSettings = settings_file.load(self.data.settings)
        self.bus = EventBus()
        self.database = Database(self.data.database, backups=self.data.backups)
        jobs = JobStore(self.database)
        self.jobs = JobService(jobs, self.database, self.data, self.bus)
        self.intake = IntakeService(jobs, self.bus)
        self.transcripts = TranscriptService(jobs, TranscriptStore(self.database), self.bus)
        self.models = ModelService(self.data)
        self.supervisor = Supervisor(self.data, self.database, self.bus, lambda: self.settings)
        self._lock = EngineLock(self.data.lock)
        self._log = EngineLog(self.data.logs)
        self._thread: EngineThread | None = None

    @property
    def settings(self) -> Settings:
        return self.loaded_settings.settings

    def start_engine(self) -> None:
        """Run the engine in its thread, if it does not run yet.

        Raises DataFolderBusy when another process has it, DataFolderUnusable, DiskFull.
        """
        if self._thread is not None:
            return
        from kopia_desktop.threads import EngineThread

        self._lock.acquire()
        self._log.open()
        self._thread = EngineThread(self.supervisor)
        self._thread.start()

    def engine_thread_error(self) -> BaseException | None:
        """What ended the engine's thread, a bug; None while it runs."""
        return self._thread.error if self._thread is not None else None

    def engine_error(self) -> BaseException | None:
        """Why the engine cannot work: its thread ended, or the store refuses for now."""
        return self.engine_thread_error() or self.supervisor.problem

    def close(self) -> None:
        """Stop the engine (its children are gone then) and close the store."""
        if self._thread is not None:
            self._thread.stop()
            self._thread = None
        self._log.close()
        self._lock.release()
        self.database.close_all()


def _make(data: DataFolder) -> None:
    try:
        data.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        data.logs.mkdir(exist_ok=True)
    except OSError as error:
        raise unusable(data.root, error) from error


def _expanded(root: Path) -> Path:
    """With the home folder for ``~``, which a shell leaves in ``--data-dir=~/x``."""
    try:
        return root.expanduser()
    except RuntimeError:  # a user that does not exist: then it is a name like others
        return root
