"""The window's parts over a real app: real store, real lanes in real threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.commands.desk import Desk
from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.transcript import Segment, Word
from kopia_desktop.gui import interface_language
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.garbage import GarbageRounds
from kopia_desktop.store.work import WorkStore
from tests import sections
from tests.gui.whole import write_settings


def spoken(text: str, start: float, *, seconds: float = 0.5, confidence: float = 0.9) -> Segment:
    """A segment whose words follow each other, each as long as ``seconds``."""
    words = tuple(
        Word(word, start + seconds * i, start + seconds * (i + 1), confidence)
        for i, word in enumerate(text.split())
    )
    return Segment(0, start, words[-1].end, text, words)


class Arranged:
    """An app with jobs in the states that a test needs; the engine does not run."""

    def __init__(self, app: App, context: Context, folder: Path, qtbot: QtBot) -> None:
        """``folder`` is made; the recordings lie in it."""
        folder.mkdir()
        self.app = app
        self.context = context
        self.folder = folder
        self._qtbot = qtbot
        self.work = WorkStore(app.database)

    def job(self, name: str = "Talk.wav", **options: object) -> Job:
        """A queued job of a file that no one decodes."""
        path = self.folder / name
        path.write_bytes(b"RIFF" * 100)
        return self.app.intake.add(path, JobOptions(**options))  # type: ignore[arg-type]

    def running(
        self, name: str = "Talk.wav", *, language: str = "en", duration: float = 60.0
    ) -> Job:
        """A job whose first half is still to be recognised."""
        job = self.job(name)
        half = duration / 2
        halves = (sections.section(0, 0.0, half), sections.section(1, half, duration))
        sections.prepare(self.work, job.id, halves, language=language)
        return self.app.jobs.get(job.id)

    def completed(
        self,
        texts: Sequence[str] = ("Hello there.", "How are you today?"),
        *,
        name: str = "Talk.wav",
        language: str = "en",
        segments: Sequence[Segment] | None = None,
    ) -> Job:
        """A job with a transcript: a segment a text, or the ``segments`` given."""
        made = list(segments or ())
        if segments is None:
            start = 0.0
            for text in texts:
                made.append(spoken(text, start))
                start = made[-1].end + 0.5
        duration = max((segment.end for segment in made), default=1.0) + 1.0
        job = self.job(name)
        whole = sections.section(0, 0.0, duration, has_speech=bool(made))
        sections.prepare(self.work, job.id, (whole,), language=language)
        self.recognise(job.id, 0, made, language=language)
        return self.app.jobs.get(job.id)

    def recognise(
        self, job_id: str, section: int, segments: Sequence[Segment], *, language: str = "en"
    ) -> None:
        """What the engine stores when a section is recognised (without its event)."""
        sections.recognise(self.work, job_id, section, segments, language=language)

    def settle(self) -> None:
        """Wait until every lane has answered."""
        lanes = self.context.bridge.lanes
        self._qtbot.waitUntil(lambda: lanes.is_idle, timeout=10_000)


@pytest.fixture(scope="package", autouse=True)
def garbage() -> Iterator[GarbageRounds]:
    """Widgets that a test leaves in cycles never end in another thread, whichever test comes."""
    rounds = GarbageRounds()
    yield rounds
    rounds.close()


@pytest.fixture(autouse=True)
def tidy(garbage: GarbageRounds) -> Iterator[None]:
    """What is due is collected after each test, too."""
    yield
    garbage.collect()


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> None:
    """Each test begins with the window in English, whatever the one before chose."""
    interface_language.install(qapp, "en")


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    made = App(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def desk(app: App, qapp: QApplication) -> Iterator[Desk]:
    made = Desk.over(app, qapp)
    yield made
    made.close()


@pytest.fixture
def context(desk: Desk) -> Context:
    return desk.context


@pytest.fixture
def arranged(app: App, context: Context, tmp_path: Path, qtbot: QtBot) -> Arranged:
    return Arranged(app, context, tmp_path / "media", qtbot)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with fast settings, for a window of its own."""
    data = tmp_path / "data"
    write_settings(data, transcription={"beam_size": 1})
    return data
