"""What there is to play of a job."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.core.errors import JobNotFound
from kopia_desktop.core.job import MediaType
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.player import media
from kopia_desktop.gui.player.obstacles import Obstacle, sentence
from tests.gui.player.conftest import Prepared


def test_a_file_that_is_there(context: Context, prepared: Prepared, film: Path) -> None:
    found = media.look(context.jobs, prepared(film).id)
    assert (found.path, found.obstacle, found.job.type) == (str(film), None, MediaType.VIDEO)


def test_a_file_that_has_gone(context: Context, prepared: Prepared, film: Path) -> None:
    job = prepared(film)
    film.unlink()
    found = media.look(context.jobs, job.id)
    assert (found.path, found.obstacle) == ("", Obstacle.MISSING)


def test_a_file_that_is_another(context: Context, prepared: Prepared, film: Path) -> None:
    job = prepared(film)
    film.write_bytes(b"other")
    assert media.look(context.jobs, job.id).obstacle is Obstacle.CHANGED


def test_a_file_nobody_has_looked_into(context: Context, arranged: object, tmp_path: Path) -> None:
    """A playlist with a recording's name would be followed by Qt's decoder."""
    job = arranged.job("talk.mp4")  # type: ignore[attr-defined]
    found = media.look(context.jobs, job.id)
    assert (found.path, found.obstacle) == ("", Obstacle.UNSEEN)


def test_a_job_that_has_gone(context: Context) -> None:
    with pytest.raises(JobNotFound):
        media.look(context.jobs, "job_none")


def test_the_stored_waveform(context: Context, prepared: Prepared, film: Path) -> None:
    wave = media.waveform(context.data, prepared(film).id)
    assert wave is not None
    assert wave.duration == pytest.approx(24.5, abs=0.1)


@pytest.mark.parametrize("content", [None, b"", b"KPEAKS1\n\x00", b"something else"])
def test_no_waveform(context: Context, content: bytes | None) -> None:
    if content is not None:
        path = context.data.peaks("job_x")
        path.parent.mkdir(parents=True)
        path.write_bytes(content)
    assert media.waveform(context.data, "job_x") is None


def test_every_obstacle_has_words() -> None:
    sentences = {sentence(obstacle) for obstacle in Obstacle}
    assert len(sentences) == len(Obstacle)
    assert all(text.endswith(".") for text in sentences)
    located = [obstacle for obstacle in Obstacle if obstacle.can_be_located()]
    assert located == [Obstacle.MISSING, Obstacle.CHANGED]
