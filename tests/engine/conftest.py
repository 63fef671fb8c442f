"""A real engine on a real data folder, in a thread of the test."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from kopia_desktop.core.events import Event, EventBus
from kopia_desktop.core.job import Job, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import EngineSettings, Settings, TranscriptionSettings
from kopia_desktop.engine.supervisor import Supervisor
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore

_RECOGNIZER_NICENESS = 7
"""The engine's children are told apart by their priority (worker/main.py)."""


class Engine:
    """Store, services and supervisor over one data folder; beam size 1, because it is faster."""

    def __init__(self, data: DataFolder) -> None:
        data.logs.mkdir(parents=True, exist_ok=True)
        self.data = data
        self.bus = EventBus()
        self.events: list[Event] = []
        self.bus.subscribe(self.events.append)
        self.database = Database(data.database, backups=data.backups)
        self.store = JobStore(self.database)
        self.work = WorkStore(self.database)
        self.transcripts = TranscriptStore(self.database)
        self.translations = TranslationStore(self.database)
        self.intake = IntakeService(self.store, self.bus, Settings)
        self.jobs = JobService(self.store, ExportStore(self.database), data, self.bus)
        self.settings = Settings(transcription=TranscriptionSettings(beam_size=1))
        self.supervisor = self._made()
        self._thread: threading.Thread | None = None
        self._error: BaseException | None = None

    def _made(self) -> Supervisor:
        return Supervisor(self.data, self.database, self.bus, lambda: self.settings)

    def set_engine(self, **values: object) -> None:
        engine = dataclasses.replace(EngineSettings(), **values)  # type: ignore[arg-type]
        self.settings = dataclasses.replace(self.settings, engine=engine)

    def add(self, path: Path, *, language: str = "en", model: str = "starter") -> Job:
        return self.intake.add(path, JobOptions(language=language, model=model))

    def add_recorded(self) -> Job:
        """A job of a recording that is not there: what is said in it, the test says."""
        media = MediaFile("/recordings/talk.wav", "talk.wav", 1000, 0)
        return self.store.add(options=JobOptions(language="en"), media=media)

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.supervisor.run()
        except BaseException as error:  # noqa: BLE001 - handed over to the test's thread
            self._error = error

    def stop(self) -> None:
        """As a program that ends; ``start`` afterwards is the next program."""
        if self._thread is not None:
            pids = self.supervisor.child_pids()
            self.supervisor.stop()
            self._thread.join(10)
            assert not self._thread.is_alive()
            assert not any(psutil.pid_exists(pid) for pid in pids)
            self._thread = None
            self.supervisor = self._made()
        if self._error is not None:
            raise self._error

    def wait(self, condition: Callable[[], object], *, seconds: float = 30.0) -> None:
        deadline = time.monotonic() + seconds
        while not condition():
            if self._error is not None:
                raise self._error
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.005)

    def finished(self, *jobs: Job, seconds: float = 40.0) -> list[Job]:
        """The jobs as they ended."""

        def all_done() -> bool:
            return all(self.store.get(job.id).status.is_finished() for job in jobs)

        self.wait(all_done, seconds=seconds)
        return [self.store.get(job.id) for job in jobs]

    def completed(self, *jobs: Job, seconds: float = 40.0) -> list[Job]:
        ended = self.finished(*jobs, seconds=seconds)
        assert [(job.status, job.error) for job in ended] == [(JobStatus.COMPLETED, None)] * len(
            jobs
        )
        return ended

    def rows(self, job: Job) -> list[tuple[Any, ...]]:
        """Position, status and attempts of a job's sections."""
        return self.sql(
            "SELECT position, status, attempts FROM sections WHERE job_id = ? ORDER BY position",
            job.id,
        )

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Looks at, or arranges, what no store function is for."""
        with self.database.transaction() as db:
            return list(db.execute_sql(statement, values))  # type: ignore[no-untyped-call]

    def attempts(self, job: Job, index: int = 0) -> int:
        return next((row[2] for row in self.rows(job) if row[0] == index), 0)

    def recognizers(self) -> list[int]:
        """Process ids of the children that recognise."""
        base = psutil.Process().nice()
        found = []
        for pid in self.supervisor.child_pids():
            try:
                niceness = psutil.Process(pid).nice() - base
            except psutil.NoSuchProcess:
                continue
            if niceness == _RECOGNIZER_NICENESS:
                found.append(pid)
        return found

    def kill_recognizer(self) -> None:
        self.wait(self.recognizers)
        psutil.Process(self.recognizers()[0]).kill()

    def close(self) -> None:
        try:
            self.stop()
        finally:
            self.database.close_all()


@pytest.fixture
def engine(data_folder: DataFolder) -> Iterator[Engine]:
    """Not started yet."""
    made = Engine(data_folder)
    yield made
    made.close()
