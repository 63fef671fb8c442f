"""What there is to play of a job. Everything here looks at files: it is called in their lane."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.waveform import Waveform
from kopia_desktop.gui.player.obstacles import Obstacle, obstacle_of
from kopia_desktop.services.jobs import JobService

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Playable:
    """A job's media as it lies on the disk now; ``path`` is empty where there is an obstacle."""

    job: Job
    path: str
    obstacle: Obstacle | None


def look(jobs: JobService, job_id: str) -> Playable:
    """Read the job again and look at its file. Raises JobNotFound.

    A file is handed to Qt's decoder only when the engine has found media in it: Qt would also
    follow a playlist that bears a recording's name.
    """
    job = jobs.get(job_id)
    obstacle: Obstacle | None = Obstacle.NO_MEDIA
    if job.media is not None:
        obstacle = obstacle_of(job.media.state())
        if obstacle is None and job.container is None:
            obstacle = Obstacle.UNSEEN
        if obstacle is None and not _brought_in():
            obstacle = Obstacle.UNAVAILABLE
    path = job.media.path if job.media is not None and obstacle is None else ""
    return Playable(job, path, obstacle)


def waveform(data: DataFolder, job_id: str) -> Waveform | None:
    """The stored waveform; None where there is none (yet) or it is damaged."""
    try:
        return Waveform.read(data.peaks(job_id))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        logger.info("The waveform of %s cannot be read: %s", job_id, error)
        return None


def _brought_in() -> bool:
    """QtMultimedia is there. It takes a tenth of a second to load, so never in the window's thread.

    Each system may lack a library that it needs (libpulse on Linux): then the import fails.
    """
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError as error:
        logger.info("QtMultimedia cannot be loaded: %s", error)
        return False
    return True
