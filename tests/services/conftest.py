"""The services over a real store, and jobs carried to their end as the engine does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kopia_desktop.core.events import Event, EventBus
from kopia_desktop.core.job import Job, JobOptions, MediaInfo, MediaType
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.work import WorkStore

Complete = Callable[..., Job]


@pytest.fixture
def database(data_folder: DataFolder) -> Iterator[Database]:
    made = Database(data_folder.database, backups=data_folder.backups)
    yield made
    made.close_all()


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
def complete(database: Database, store: JobStore) -> Complete:
    def make(job: Job, text: str = "So, um, hello there.") -> Job:
        """A word each half second, in one segment."""
        work = WorkStore(database)
        words = tuple(
            Word(word, 0.5 * number, 0.5 * number + 0.5, 0.9)
            for number, word in enumerate(text.split())
        )
        segment = Segment(0, 0.0, words[-1].end, text, words)
        work.begin(job.id, MediaInfo(MediaType.AUDIO, 10.0, "wav", "pcm_s16le", 1))
        work.add_section(job.id, Section(0, 0.0, 10.0, (Span(0.0, 5.0),), "000000.flac"))
        work.set_language(job.id, "en", 0.99)
        work.finish_preparation(job.id, duration=10.0, sha256="00")
        work.save_result(
            job.id, 0, [segment], language="en", device="cpu", model_hash="", parameters={}
        )
        return store.get(job.id)

    return make


@pytest.fixture
def options() -> JobOptions:
    return JobOptions(language="en")
