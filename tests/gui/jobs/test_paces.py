"""Which jobs have a speed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.gui.jobs.paces import Paces

NOW = datetime(2026, 1, 1, tzinfo=UTC)
RUNNING = Job("job1", JobStatus.PROCESSING, JobOptions(), NOW, NOW, duration=100.0, progress=0.1)


def test_only_what_is_recognised_has_one() -> None:
    paces = Paces()
    paces.feed([RUNNING, replace(RUNNING, id="job2", status=JobStatus.QUEUED)])
    assert paces.ids == {"job1"}
    paces.tick()
    paces.feed([replace(RUNNING, paused=True)])
    assert not paces
    assert paces.of("job1") is None
    paces.feed([replace(RUNNING, duration=None)])
    assert not paces
