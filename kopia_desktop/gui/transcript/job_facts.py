"""What is to be known of a job beside its text, in one line."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.pace import Pace
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.times import clock, percent, speed, time_left


class JobFacts:
    """Words for one job at a time; its pace is taken from what it is told."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._job_id = ""
        self._pace = Pace()

    def line(self, job: Job) -> str:
        """Duration, language, model and device; while work goes on, how that goes."""
        if job.id != self._job_id:
            self._job_id, self._pace = job.id, Pace()
        parts = self._work(job)
        if job.duration:
            parts.append(clock(job.duration))
        if job.spoken_language:
            name = language_name(job.spoken_language)
            sure = job.options.language == "auto" and job.language_probability
            parts.append(f"{name} {percent(job.language_probability or 0.0)}" if sure else name)
        parts.append(job.options.model)
        if job.device:
            parts.append(job.device.upper())
        return " · ".join(parts)

    def progress(self, job: Job) -> float | None:
        """0..1 while there is work; None when there is none."""
        return job.progress if job.status.is_active() else None

    def _work(self, job: Job) -> list[str]:
        if job.paused and not job.status.is_finished():
            self._pace.restart()
            return [QCoreApplication.translate("JobFacts", "paused"), percent(job.progress)]
        if job.status is JobStatus.QUEUED:
            return [QCoreApplication.translate("JobFacts", "waiting")]
        if job.is_fetching():
            return [QCoreApplication.translate("JobFacts", "fetching")]
        if job.status is not JobStatus.PROCESSING:
            return []
        parts = [percent(job.progress)]
        duration = job.duration or 0.0
        self._pace.feed(time.monotonic(), job.progress * duration)
        now = self._pace.speed
        left = self._pace.seconds_left(duration)
        if now is not None:
            parts.append(speed(now))
        if left is not None:
            parts.append(time_left(left))
        return parts
