"""What a person does with jobs: filters, the menu, deeds with many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import JobStatus
from kopia_desktop.gui.job_counts import JobCounting, JobCounts
from kopia_desktop.gui.jobs import deeds
from kopia_desktop.gui.jobs.deeds import Deed
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.jobs.panel import JobsPanel
from kopia_desktop.gui.notices import Notice

if TYPE_CHECKING:
    from tests.gui.conftest import Arranged
    from tests.gui.jobs.conftest import Fill, Open, Settled


def word(panel: JobsPanel, shown: JobFilter) -> QRadioButton:
    found = panel.filters.findChild(QRadioButton, f"filter-{shown}")
    assert isinstance(found, QRadioButton)
    return found


def test_filters_count_and_are_chosen_by_keyboard(
    opened: Open, settled: Settled, arranged: Arranged, qtbot: QtBot
) -> None:
    arranged.completed(name="done.wav")
    arranged.job("waiting.wav")
    panel = opened()
    told: list[JobCounts] = []
    counting = JobCounting(arranged.context, panel)
    counting.changed.connect(panel.show_counts)
    counting.changed.connect(told.append)
    arranged.job("another.wav")
    qtbot.waitUntil(lambda: bool(told) and told[-1].by_status[JobStatus.QUEUED] == 2)
    assert word(panel, JobFilter.ALL).accessibleName() == "All, 3"
    assert word(panel, JobFilter.RUNNING).accessibleName() == "Running, 2"
    word(panel, JobFilter.ALL).setFocus()
    QTest.keyClick(word(panel, JobFilter.ALL), Qt.Key.Key_Right)
    settled(panel)
    assert panel.filters.shown is JobFilter.RUNNING
    assert panel.model.rowCount() == 2


def test_filters_stand_in_two_rows_where_one_is_too_narrow(opened: Open, qtbot: QtBot) -> None:
    panel = opened()
    tops = {word(panel, shown).y() for shown in JobFilter}
    assert len(tops) == 1
    panel.resize(200, 600)
    qtbot.waitUntil(lambda: len({word(panel, shown).y() for shown in JobFilter}) == 2)


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (JobFilter.ALL, "No recordings yet."),
        (JobFilter.RUNNING, "Nothing is running."),
        (JobFilter.DONE, "Nothing is done yet."),
        (JobFilter.FAILED, "Nothing has failed."),
    ],
)
def test_an_empty_list_says_so(opened: Open, settled: Settled, shown: JobFilter, text: str) -> None:
    panel = opened()
    panel.filters.choose(shown)
    settled(panel)
    label = panel.findChild(QLabel, "jobs-empty")
    assert isinstance(label, QLabel)
    assert label.isVisible()
    assert label.text() == text


def test_the_menu_offers_what_is_possible(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    done = arranged.completed(name="done.wav")
    waiting = arranged.job("waiting.wav")
    stopped = arranged.job("stopped.wav")
    arranged.app.jobs.cancel(stopped.id)
    panel = opened()
    always = {Deed.OPEN, Deed.DELETE, Deed.SHOW_FILE, Deed.LOCATE}
    for job, more in (
        (done, {Deed.EXPORT, Deed.COPY}),
        (waiting, {Deed.PAUSE, Deed.STOP}),
        (stopped, {Deed.RETRY}),
    ):
        panel.select_job(job.id)
        assert panel.selected.possible() == always | more
    panel.view.selectAll()
    everything = {Deed.PAUSE, Deed.STOP, Deed.RETRY, Deed.EXPORT, Deed.COPY, Deed.DELETE}
    assert panel.selected.possible() == everything
    menu = deeds.menu(panel, panel.selected.possible())
    names = [action.data() for action in menu.actions() if not action.isSeparator()]
    assert names == [deed for deed in Deed if deed in everything]


def test_deeds_reach_those_for_which_they_are_possible(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    done = arranged.completed(name="done.wav")
    waiting = [arranged.job(f"{n}.wav") for n in range(30)]
    panel = opened()
    panel.view.selectAll()
    get = arranged.app.jobs.get
    panel.pause_selected()
    settled(panel)
    assert all(get(job.id).paused for job in waiting)
    panel.resume_selected()
    settled(panel)
    assert not any(get(job.id).paused for job in waiting)
    panel.cancel_selected()
    settled(panel)
    assert {get(job.id).status for job in waiting} == {JobStatus.FAILED}
    panel.retry_selected()
    settled(panel)
    assert {get(job.id).status for job in waiting} == {JobStatus.QUEUED}
    assert get(done.id).status is JobStatus.COMPLETED


def test_jobs_that_were_never_looked_at_are_tried(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged
) -> None:
    fill(300)
    ids = fill(300, status=JobStatus.QUEUED)
    panel = opened()
    settled(panel)
    panel.view.selectAll()
    panel.cancel_selected()
    settled(panel)
    assert arranged.app.jobs.counts()[JobStatus.FAILED] == len(ids)


def test_what_other_parts_do_is_told(opened: Open, arranged: Arranged) -> None:
    done = arranged.completed(name="done.wav")
    waiting = arranged.job("waiting.wav")
    panel = opened()
    told: list[object] = []
    panel.export_requested.connect(told.append)
    panel.locate_requested.connect(told.append)
    panel.view.selectAll()
    panel.export_selected()
    panel.selected.do(Deed.LOCATE)  # not of two
    panel.select_job(waiting.id)
    panel.selected.do(Deed.LOCATE)
    assert told == [(done.id,), waiting.id]


def test_texts_are_copied(opened: Open, settled: Settled, arranged: Arranged) -> None:
    arranged.completed(["First words."], name="a.wav")
    arranged.completed(["Second words."], name="b.wav")
    panel = opened()
    panel.view.selectAll()
    panel.copy_text_selected()
    settled(panel)
    text = QGuiApplication.clipboard().text()
    assert text.split("\n\n")[0].strip() == "Second words."
    assert "First words." in text


class _Desktop(QObject):
    """Takes what would be opened on the desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_the_recordings_folder_is_shown(
    opened: Open, settled: Settled, arranged: Arranged, fill: Fill
) -> None:
    job = arranged.job()
    desktop = _Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    try:
        panel = opened()
        panel.select_job(job.id)
        panel.show_file_selected()
        settled(panel)
        assert desktop.opened == [str(arranged.folder)]
    finally:
        QDesktopServices.unsetUrlHandler("file")


def test_a_folder_that_is_gone_is_said(
    opened: Open, settled: Settled, fill: Fill, arranged: Arranged
) -> None:
    (job_id,) = fill(1)
    panel = opened()
    panel.select_job(job_id)
    panel.show_file_selected()
    settled(panel)
    notice = panel.findChild(Notice)
    assert isinstance(notice, Notice)
    assert notice.text == "The folder of this recording is not there."
