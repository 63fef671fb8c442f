"""Deleting without a question, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.panel import JobsPanel
from kopia_desktop.gui.wording.jobs import Leaving
from kopia_desktop.store.jobs import JobQuery

if TYPE_CHECKING:
    from tests.gui.conftest import Arranged
    from tests.gui.jobs.conftest import Fill, Open, Settled


def undo_button(panel: JobsPanel) -> QPushButton:
    found = panel.undo_bar.findChild(QPushButton, "undo-deletion")
    assert isinstance(found, QPushButton)
    return found


def test_delete_waits_and_can_be_undone_by_key_and_button(
    opened: Open, settled: Settled, arranged: Arranged
) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(4)]
    panel = opened()
    panel.view.setFocus()
    panel.view.select_row(1)
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    assert panel.model.index(1).data(JobsModel.LeavingRole) is Leaving.SOON
    assert panel.model.index(2).data(JobsModel.StateRole).text == "Deleting in a moment"
    assert panel.undo_bar.isVisible()
    assert panel.selected_ids() == (jobs[0].id,)  # the next one that stays
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    undo_button(panel).click()  # the last deletion first
    assert panel.model.index(3).data(JobsModel.LeavingRole) is None
    QTest.keyClick(panel.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not panel.undo_bar.isVisible()
    assert panel.model.index(1).data(JobsModel.LeavingRole) is None
    settled(panel)
    assert len(arranged.app.jobs.ids(JobQuery())) == 4


def test_after_a_while_they_are_gone(
    opened: Open, settled: Settled, arranged: Arranged, qtbot: QtBot
) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(3)]
    panel = opened(delay=50)
    panel.view.select_row(0)
    panel.delete_selected()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)
    assert not panel.undo_bar.isVisible()
    assert set(arranged.app.jobs.ids(JobQuery())) == {jobs[0].id, jobs[1].id}


def test_closing_deletes_what_waits(opened: Open, settled: Settled, arranged: Arranged) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(3)]
    panel = opened()
    panel.view.select_row(0)
    panel.delete_selected()
    panel.flush()
    settled(panel)
    assert set(arranged.app.jobs.ids(JobQuery())) == {jobs[0].id, jobs[1].id}


def test_all_of_a_long_list(
    fill: Fill, opened: Open, settled: Settled, arranged: Arranged, qtbot: QtBot
) -> None:
    fill(1500)
    panel = opened(delay=200)
    settled(panel)
    panel.view.selectAll()
    panel.delete_selected()
    assert panel.selected_ids() == ()
    assert panel.deletions.undoable == 1500
    panel.undo_deletion()
    panel.view.selectAll()
    panel.delete_selected()
    qtbot.waitUntil(lambda: panel.model.rowCount() == 0, timeout=30_000)
    assert arranged.app.jobs.ids(JobQuery()) == ()


def test_what_is_being_deleted_takes_part_in_nothing(opened: Open, arranged: Arranged) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(2)]
    panel = opened()
    panel.view.select_row(0)
    panel.delete_selected()
    panel.view.selectAll()
    assert panel.selected_ids() == (jobs[0].id,)
    panel.delete_selected()
    assert panel.deletions.undoable == 1
