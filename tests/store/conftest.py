"""A real database in a temporary folder, and a job carried through it as the engine does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from kopia_desktop.core.job import Job, JobOptions, MediaFile, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore

MakeMedia = Callable[..., MediaFile]
MakeSegment = Callable[..., Segment]
Finish = Callable[..., Job]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "kopia.db", backups=tmp_path / "backups")
    yield database
    database.close_all()


@pytest.fixture
def jobs(database: Database) -> JobStore:
    return JobStore(database)


@pytest.fixture
def work(database: Database) -> WorkStore:
    return WorkStore(database)


@pytest.fixture
def transcripts(database: Database) -> TranscriptStore:
    return TranscriptStore(database)


@pytest.fixture
def translations(database: Database) -> TranslationStore:
    return TranslationStore(database)


@pytest.fixture
def media() -> MakeMedia:
    def make(name: str = "talk.wav", *, modified_ns: int = 1_700_000_000_123_456_789) -> MediaFile:
        return MediaFile(f"/recordings/{name}", name, 1000, modified_ns)

    return make


@pytest.fixture
def segment() -> MakeSegment:
    def make(text: str, start: float = 0.0, *, suppressed: bool = False) -> Segment:
        """A segment with one word for each half second."""
        words = tuple(
            Word(part, start + 0.5 * number, start + 0.5 * number + 0.5, 0.75)
            for number, part in enumerate(text.split())
        )
        return Segment(0, start, words[-1].end, text, words, suppressed=suppressed)

    return make


@pytest.fixture
def section() -> Callable[..., Section]:
    def make(index: int, *, silent: bool = False) -> Section:
        """Ten seconds each, eight of them speech."""
        start = 10.0 * index
        spans = () if silent else (Span(start + 1, start + 9),)
        return Section(index, start, start + 10.0, spans, None if silent else f"{index}.flac")

    return make


@pytest.fixture
def info() -> MediaInfo:
    return MediaInfo(MediaType.AUDIO, 20.0, "wav", "pcm_s16le", 1)


@pytest.fixture
def save(work: WorkStore) -> Callable[..., bool]:
    def save_result(job: Job, index: int, segments: Sequence[Segment] = ()) -> bool:
        return work.save_result(
            job.id,
            index,
            segments,
            language="en",
            device="cpu",
            model_hash="abc",
            parameters={"beam_size": 5},
        )

    return save_result


@pytest.fixture
def finish(
    jobs: JobStore,
    work: WorkStore,
    media: MakeMedia,
    info: MediaInfo,
    section: Callable[..., Section],
    save: Callable[..., bool],
) -> Finish:
    def make(*segments: Segment, name: str = "talk.wav") -> Job:
        """A completed English job of one section with these segments."""
        job = jobs.add(options=JobOptions(language="en"), media=media(name))
        work.begin(job.id, info)
        work.add_section(job.id, section(0))
        work.finish_preparation(job.id, duration=10.0, sha256="00")
        save(job, 0, segments)
        return jobs.get(job.id)

    return make


@pytest.fixture
def job(finish: Finish, segment: MakeSegment) -> Job:
    """Six words in two segments."""
    return finish(segment("one two three four", 0.0), segment("five six", 3.0))


@pytest.fixture
def ids(job: Job, transcripts: TranscriptStore) -> list[int]:
    """Those of its segments."""
    return [segment.id for segment in transcripts.segments(job.id)]
