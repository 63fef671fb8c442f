"""Real recordings for the player, as the engine leaves them when they are prepared."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.paths import resource
from kopia_desktop.core.transcript import Doubt, Section, Segment, Span
from kopia_desktop.core.waveform import MAGIC, Waveform
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.player.panel import PlayerPanel
from kopia_desktop.gui.player.player import Player
from kopia_desktop.worker.media import decode, probe
from kopia_desktop.worker.peaks import PeaksWriter

SEGMENTS = (
    Segment(1, 0.5, 3.0, "One."),
    Segment(2, 3.5, 7.5, "Two."),
    Segment(3, 8.0, 11.0, "Three.", doubt=Doubt.CONFIDENCE),
    Segment(4, 11.0, 15.5, "Four."),
    Segment(5, 16.0, 24.0, "Five."),
)


class Prepared(Protocol):
    def __call__(self, path: Path, *, peaks: bool = True) -> Job: ...


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """24.5 s with a picture."""
    path = tmp_path / "Jürgen's film #1 100%.mp4"
    shutil.copy(resource("sample", "sample.mp4"), path)
    return path


@pytest.fixture
def prepared(arranged: object, context: Context) -> Prepared:
    """A job whose file was decoded, but not recognised."""

    def make(path: Path, *, peaks: bool = True) -> Job:
        job = arranged.app.intake.add(path, JobOptions())  # type: ignore[attr-defined]
        work = arranged.work  # type: ignore[attr-defined]
        info = probe(path)
        work.begin(job.id, info)
        work.add_section(
            job.id, Section(0, 0.0, info.duration, (Span(0.0, info.duration),), "0.flac")
        )
        if peaks:
            writer = PeaksWriter(context.data.peaks(job.id))
            for block in decode(path, max_seconds=3600.0):
                writer.feed(block)
            writer.finish()
            work.finish_preparation(job.id, duration=info.duration, sha256="00")
        return context.jobs.get(job.id)

    return make


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[Player]:
    made = Player()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> Iterator[PlayerPanel]:
    made = PlayerPanel(context)
    qtbot.addWidget(made)
    made.resize(900, 180)
    made.show()
    yield made
    made.close_job()


@pytest.fixture
def opened(
    panel: PlayerPanel, prepared: Prepared, film: Path, arranged: object, qtbot: QtBot
) -> PlayerPanel:
    """The panel with the film ready to play."""
    panel.open_job(prepared(film))
    qtbot.waitSignal(panel.player.ready, timeout=10_000).wait()
    arranged.settle()  # type: ignore[attr-defined]
    panel.set_segments(SEGMENTS)
    return panel


@pytest.fixture(scope="session")
def ten_hours() -> Waveform:
    """A waveform of ten hours."""
    bursts = [bytes(((-level) & 255, level)) for level in (2, 90, 60, 30, 100, 5, 1, 44)]
    return Waveform.of(MAGIC + b"".join(burst * 25 for burst in bursts) * (10 * 3600 // 4))


Places = list[tuple[float, bool]]


@pytest.fixture
def places(player: Player) -> Callable[[], Places]:
    """What the player told since it was last asked."""
    told: Places = []
    player.position_changed.connect(lambda seconds, playing: told.append((seconds, playing)))

    def taken() -> Places:
        now = list(told)
        told.clear()
        return now

    return taken
