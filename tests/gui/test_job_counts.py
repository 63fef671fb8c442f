"""What goes on is counted once for the whole window, and what is paused does not go on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import JobStatus
from kopia_desktop.gui.job_counts import JobCounting, JobCounts
from kopia_desktop.gui.status_bar import StatusBar
from tests.gui.conftest import Arranged


@pytest.fixture
def counting(arranged: Arranged, qapp: QObject) -> JobCounting:
    return JobCounting(arranged.context, qapp)


def test_paused_jobs_are_not_at_work(
    arranged: Arranged, counting: JobCounting, qtbot: QtBot
) -> None:
    arranged.running("one.wav")
    paused = arranged.running("two.wav")
    arranged.job("three.wav")
    arranged.completed(name="four.wav")
    arranged.app.jobs.set_paused(paused.id, paused=True)
    told: list[JobCounts] = []
    counting.changed.connect(told.append)
    counting.count()
    arranged.settle()
    assert told[-1].total == 4
    assert told[-1].by_status[JobStatus.PROCESSING] == 2
    assert told[-1].active.working == 2
    assert told[-1].active.paused == 1


def test_many_changes_are_counted_once(
    arranged: Arranged, counting: JobCounting, qtbot: QtBot
) -> None:
    jobs = [arranged.job(f"{number}.wav") for number in range(5)]
    told: list[JobCounts] = []
    qtbot.wait(250)
    arranged.settle()
    counting.changed.connect(told.append)
    for job in jobs:
        arranged.app.jobs.cancel(job.id)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(250)
    arranged.settle()
    assert len(told) <= 2
    assert told[-1].by_status[JobStatus.FAILED] == 5


def test_the_line_of_state_tells_them_apart(arranged: Arranged, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = StatusBar(arranged.context, window)
    counting = JobCounting(arranged.context, window)
    counting.changed.connect(bar.show_counts)
    arranged.running("one.wav")
    arranged.job("two.wav")
    paused = arranged.job("three.wav")
    arranged.app.jobs.set_paused(paused.id, paused=True)
    counting.count()
    arranged.settle()
    texts = [label.text() for label in bar.findChildren(QLabel)]
    assert "1 running · 1 waiting · 1 paused" in texts
