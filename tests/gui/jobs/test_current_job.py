"""Which job the rest of the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import Job
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.jobs.panel import JobsPanel

if TYPE_CHECKING:
    from tests.gui.conftest import Arranged
    from tests.gui.jobs.conftest import Fill, Open, Settled


def heard(panel: JobsPanel) -> list[Job | None]:
    told: list[Job | None] = []
    panel.current_job_changed.connect(told.append)
    return told


def test_picking_opens_and_a_change_is_told(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    for number in range(3):
        arranged.job(f"{number}.wav")
    panel = opened()
    told = heard(panel)
    panel.filters.setFocus()
    panel.view.setFocus()
    assert told == []  # the keyboard alone picks nothing
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    (picked,) = panel.selected_ids()
    assert [job.id for job in told if job] == [picked]
    arranged.app.jobs.set_paused(picked, paused=True)
    settled(panel)
    assert told[-1] is not None
    assert told[-1].paused


def test_a_job_that_leaves_the_filter_stays_open(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(3)]
    panel = opened()
    panel.filters.choose(JobFilter.RUNNING)
    settled(panel)
    panel.select_job(jobs[1].id)
    told = heard(panel)
    arranged.app.jobs.cancel(jobs[1].id)
    settled(panel)
    assert panel.model.rowCount() == 2
    assert [job.id for job in told if job] == [jobs[1].id]  # told of its end, of no other
    assert panel.selected_ids() == ()
    panel.filters.choose(JobFilter.ALL)
    settled(panel)
    assert panel.selected_ids() == (jobs[1].id,)
    assert {job.id for job in told if job} == {jobs[1].id}


def test_a_deleted_job_makes_way_to_the_next(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(3)]
    panel = opened()
    panel.select_job(jobs[1].id)
    told = heard(panel)
    arranged.app.jobs.delete(jobs[1].id)
    settled(panel)
    assert told[-1] is not None
    assert told[-1].id == jobs[0].id
    assert panel.selected_ids() == (jobs[0].id,)
    arranged.app.jobs.delete_many([job.id for job in jobs])
    settled(panel)
    assert told[-1] is None


def test_one_that_left_the_filter_and_is_deleted_closes(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    job = arranged.job()
    panel = opened()
    panel.filters.choose(JobFilter.RUNNING)
    settled(panel)
    panel.select_job(job.id)
    arranged.app.jobs.cancel(job.id)
    settled(panel)
    told = heard(panel)
    arranged.app.jobs.delete(job.id)
    settled(panel)
    assert told == [None]


def test_a_job_that_is_not_listed_yet_is_picked_when_it_is(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    panel = opened()
    told = heard(panel)
    job = arranged.job()
    panel.select_job(job.id)
    assert panel.selected_ids() == ()
    settled(panel)
    assert panel.selected_ids() == (job.id,)
    assert told == [job]


def test_one_that_is_awaited_is_picked_though_another_one_is_open(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    before = arranged.job("before.wav")
    panel = opened()
    panel.select_job(before.id)
    job = arranged.job()
    panel.select_job(job.id)
    settled(panel)
    assert panel.selected_ids() == (job.id,)
    assert panel.current.id == job.id


def test_a_job_far_down_is_told_when_it_is_read(
    fill: Fill, opened: Open, settled: Settled, qtbot: QtBot
) -> None:
    ids = fill(2000)
    panel = opened()
    settled(panel)
    told = heard(panel)
    panel.filters.choose(JobFilter.FAILED)
    panel.select_job(ids[3])  # brings the list of all back
    qtbot.waitUntil(lambda: bool(told))
    assert panel.filters.shown is JobFilter.ALL
    assert [job.id for job in told if job] == [ids[3]]
    first, last = panel.view.rows_in_sight()
    assert first <= 1996 <= last
