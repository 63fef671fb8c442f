"""What is to be known of a job beside its text, in one line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.gui.jobs.paces import Paces
from kopia_desktop.gui.wording.jobs import joined
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.models import model_name
from kopia_desktop.gui.wording.times import clock, percent, speed, time_left


class JobFacts:
    """Words for one job at a time; its pace is taken from what it is told."""

    def __init__(self) -> None:
        self._paces = Paces()

    def line(self, job: Job) -> str:
        """Duration, language, model and device; while work goes on, how that goes."""
        self._paces.drop(self._paces.ids - {job.id})
        self._paces.feed((job,))
        parts = self._work(job)
        if job.duration:
            parts.append(clock(job.duration))
        if job.spoken_language:
            name = language_name(job.spoken_language)
            sure = job.options.language == "auto" and job.language_probability
            parts.append(f"{name} {percent(job.language_probability or 0.0)}" if sure else name)
        parts.append(model_name(job.options.model))
        if job.device:
            parts.append(job.device.upper())
        return joined(*parts)

    def progress(self, job: Job) -> float | None:
        """0..1 while there is work; None when there is none."""
        return job.progress if job.status.is_active() else None

    def _work(self, job: Job) -> list[str]:
        if job.paused and not job.status.is_finished():
            return [QCoreApplication.translate("JobFacts", "paused"), percent(job.progress)]
        if job.status is JobStatus.QUEUED:
            return [QCoreApplication.translate("JobFacts", "waiting")]
        if job.is_fetching():
            return [QCoreApplication.translate("JobFacts", "fetching")]
        if job.status is not JobStatus.PROCESSING:
            return []
        parts, pace = [percent(job.progress)], self._paces.of(job.id)
        now = pace.speed if pace else None
        left = pace.seconds_left(job.duration) if pace and job.duration else None
        if now is not None:
            parts.append(speed(now))
        if left is not None:
            parts.append(time_left(left))
        return parts
