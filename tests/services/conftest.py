"""The services over a real store, and jobs carried to their end as the engine does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.events import Event, EventBus
from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from tests.engine_part import recognise

Complete = Callable[..., Job]


@pytest.fixture
def events() -> list[Event]:
    """What was published, in order."""
    return []


@pytest.fixture
def bus(events: list[Event]) -> EventBus:
    made = EventBus()
    made.subscribe(events.append)
    return made


@pytest.fixture
def store(database: Database) -> JobStore:
    return JobStore(database)


@pytest.fixture
def intake(store: JobStore, bus: EventBus) -> IntakeService:
    return IntakeService(store, bus, Settings)


@pytest.fixture
def jobs(store: JobStore, database: Database, data_folder: DataFolder, bus: EventBus) -> JobService:
    return JobService(store, ExportStore(database), data_folder, bus)


@pytest.fixture
def transcripts(store: JobStore, database: Database, bus: EventBus) -> TranscriptService:
    return TranscriptService(store, TranscriptStore(database), bus)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Looks like any file; the services never open what is in it."""
    path = tmp_path / "My talk.wav"
    path.write_bytes(b"RIFF" * 100)
    return path


@pytest.fixture
def complete(database: Database) -> Complete:
    def make(job: Job, text: str = "So, um, hello there.") -> Job:
        return recognise(database, job, text)

    return make


@pytest.fixture
def options() -> JobOptions:
    return JobOptions(language="en")
