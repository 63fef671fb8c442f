"""The list follows the store by single rows, whoever writes to it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from kopia_desktop.core.events import JobAdded
from kopia_desktop.core.job import JobStatus
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.panel import JobsPanel
from kopia_desktop.store.jobs import JobQuery

if TYPE_CHECKING:
    from tests.gui.conftest import Arranged
    from tests.gui.jobs.conftest import Fill, Open, Settled


class Watcher:
    """What a model told its views."""

    def __init__(self, model: JobsModel) -> None:
        self.told: list[tuple[str, int, int]] = []
        self._model = model
        model.rowsInserted.connect(lambda _, a, b: self.told.append(("in", a, b)))
        model.rowsRemoved.connect(lambda _, a, b: self.told.append(("out", a, b)))
        model.dataChanged.connect(lambda a, b: self.told.append(("new", a.row(), b.row())))
        model.modelReset.connect(lambda: self.told.append(("reset", -1, -1)))

    def rows(self) -> list[tuple[str, int, int]]:
        """All but changes of what rows say."""
        return [each for each in self.told if each[0] != "new"]


def shown(panel: JobsPanel) -> list[str]:
    model = panel.model
    return [model.job_id(row) for row in range(model.rowCount())]


def stored(arranged: Arranged, listed: JobFilter = JobFilter.ALL) -> list[str]:
    return list(arranged.app.jobs.ids(JobQuery(statuses=listed.statuses)))


def test_keeps_the_rules_of_models(
    context: Context, fill: Fill, arranged: Arranged, qtbot: QtBot
) -> None:
    fill(250)
    model = JobsModel(context)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    qtbot.waitUntil(lambda: model.is_listed)
    arranged.job()
    qtbot.waitUntil(lambda: model.rowCount() == 251)
    model.show_only(JobFilter.DONE)
    qtbot.waitUntil(lambda: model.is_listed)
    assert model.rowCount() == 250
    del tester


def test_reads_what_is_in_sight_and_a_little_more(
    fill: Fill, opened: Open, settled: Settled
) -> None:
    fill(3000)
    panel = opened()
    settled(panel)
    assert panel.model.rowCount() == 3000
    assert panel.model.job(panel.model.job_id(0)) is not None
    assert panel.model.job(panel.model.job_id(1500)) is None
    panel.view.scrollTo(panel.model.index(1500))
    settled(panel)
    job = panel.model.index(1500).data(JobsModel.JobRole)
    assert job is not None
    assert job.media.name == "talk 1499.mp3"


def test_a_new_job_is_a_new_first_row(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged
) -> None:
    fill(300)
    panel = opened()
    settled(panel)
    watcher = Watcher(panel.model)
    job = arranged.job()
    settled(panel)
    assert watcher.rows() == [("in", 0, 0)]
    assert panel.model.index(0).data(JobsModel.JobRole) == job


def test_a_changed_job_changes_its_row_alone(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(5)]
    panel = opened()
    settled(panel)
    watcher = Watcher(panel.model)
    arranged.app.jobs.set_paused(jobs[1].id, paused=True)
    settled(panel)
    assert set(watcher.told) == {("new", 3, 3)}
    assert panel.model.index(3).data(JobsModel.StateRole).text == "Paused"


def test_a_deleted_job_takes_its_row_along(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged
) -> None:
    ids = fill(300)
    panel = opened()
    settled(panel)
    watcher = Watcher(panel.model)
    arranged.app.jobs.delete_many([ids[10], ids[11], ids[200]])
    settled(panel)
    assert watcher.rows() == [("out", 288, 289), ("out", 99, 99)]
    assert shown(panel) == stored(arranged)


def test_jobs_cross_the_filter(opened: Open, settled: Settled, arranged: Arranged) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(6)]
    for job in jobs[::2]:
        arranged.app.jobs.cancel(job.id)
    panel = opened()
    panel.filters.choose(JobFilter.FAILED)
    settled(panel)
    assert shown(panel) == [jobs[4].id, jobs[2].id, jobs[0].id]
    watcher = Watcher(panel.model)
    arranged.app.jobs.retry(jobs[2].id)
    settled(panel)
    assert watcher.rows() == [("out", 1, 1)]
    arranged.app.jobs.cancel(jobs[3].id)
    settled(panel)
    arranged.app.jobs.cancel(jobs[2].id)
    settled(panel)
    assert watcher.rows() == [("out", 1, 1), ("in", 1, 1), ("in", 2, 2)]
    arranged.app.jobs.cancel(jobs[5].id)
    settled(panel)
    assert watcher.rows()[-1] == ("in", 0, 0)
    assert shown(panel) == stored(arranged, JobFilter.FAILED)


def test_a_new_job_that_the_filter_does_not_hold_changes_nothing(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged
) -> None:
    fill(150)
    panel = opened()
    panel.filters.choose(JobFilter.DONE)
    settled(panel)
    watcher = Watcher(panel.model)
    arranged.job()
    settled(panel)
    assert watcher.rows() == []


def test_what_another_process_did_is_found_without_a_reset(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged
) -> None:
    ids = fill(400)
    panel = opened()
    settled(panel)
    panel.view.select_row(100)
    chosen = panel.selected_ids()
    watcher = Watcher(panel.model)
    with closing(sqlite3.connect(arranged.app.data.database)) as database:
        gone = [(ids[n],) for n in (0, 50, 51, 399)]
        database.executemany("DELETE FROM jobs WHERE id = ?", gone)
        database.execute("UPDATE jobs SET media_name = 'new name' WHERE id = ?", chosen)
        database.commit()
    fill(3)
    arranged.context.bridge.store_changed.emit()
    settled(panel)
    assert shown(panel) == stored(arranged)
    assert panel.selected_ids() == chosen
    assert ("reset", -1, -1) not in watcher.told
    assert watcher.rows() == [
        ("out", 399, 399), ("out", 348, 349), ("out", 0, 0), ("in", 0, 2)
    ]  # fmt: skip
    assert panel.model.job(chosen[0]).title == "new name"  # type: ignore[union-attr]


def test_a_flood_of_new_jobs(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged, qtbot: QtBot
) -> None:
    fill(200)
    panel = opened()
    settled(panel)
    panel.view.select_row(5)
    chosen = panel.selected_ids()
    for job_id in fill(10_000, status=JobStatus.QUEUED):
        arranged.app.bus.publish(JobAdded(job_id))
    qtbot.waitUntil(lambda: panel.model.rowCount() == 10_200, timeout=10_000)
    settled(panel)
    assert shown(panel) == stored(arranged)
    assert panel.selected_ids() == chosen


@pytest.mark.parametrize("listed", list(JobFilter))
def test_ends_as_the_store_whatever_happens_at_once(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged, listed: JobFilter
) -> None:
    fill(120)
    jobs = [arranged.job(f"{n}.wav") for n in range(30)]
    panel = opened()
    panel.filters.choose(listed)
    for number, job in enumerate(jobs):
        if number % 3 == 0:
            arranged.app.jobs.cancel(job.id)
        if number % 5 == 0:
            arranged.app.jobs.delete(job.id)
        if number % 7 == 0:
            arranged.job(f"more {number}.wav")
        if number % 15 == 3:
            arranged.app.jobs.retry(job.id)
    settled(panel)
    assert shown(panel) == stored(arranged, listed)
