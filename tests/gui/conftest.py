"""The window's parts over a real app: real store, real lanes in real threads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.commands.desk import Desk
from kopia_desktop.core.job import Job, JobOptions, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.gui import interface_language
from kopia_desktop.gui.context import Context
from kopia_desktop.store.work import WorkStore


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
        self.work.begin(job.id, MediaInfo(MediaType.AUDIO, duration, "wav", "pcm_s16le", 1))
        half = duration / 2
        for index in (0, 1):
            span = Span(half * index, half * (index + 1))
            section = Section(index, span.start, span.end, (span,), f"{index:06}.flac")
            self.work.add_section(job.id, section)
        self.work.set_language(job.id, language, 0.99)
        self.work.finish_preparation(job.id, duration=duration, sha256="00")
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
        self.work.begin(job.id, MediaInfo(MediaType.AUDIO, duration, "wav", "pcm_s16le", 1))
        span = Span(0.0, duration)
        section = Section(0, 0.0, duration, (span,) if made else (), "000000.flac")
        self.work.add_section(job.id, section)
        self.work.set_language(job.id, language, 0.99)
        self.work.finish_preparation(job.id, duration=duration, sha256="00")
        self.recognise(job.id, 0, made, language=language)
        return self.app.jobs.get(job.id)

    def recognise(
        self, job_id: str, section: int, segments: Sequence[Segment], *, language: str = "en"
    ) -> None:
        """What the engine stores when a section is recognised (without its event)."""
        self.work.save_result(
            job_id,
            section,
            list(segments),
            language=language,
            device="cpu",
            model_hash="",
            parameters={},
        )

    def settle(self) -> None:
        """Wait until every lane has answered."""
        lanes = self.context.bridge.lanes
        self._qtbot.waitUntil(lambda: lanes.is_idle, timeout=10_000)


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
    folder = tmp_path / "media"
    folder.mkdir()
    return Arranged(app, context, folder, qtbot)
