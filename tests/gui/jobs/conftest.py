"""The panel over a real store, and lists of any length."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.core.job import Job, JobStatus, new_id
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs.panel import JobsPanel

if TYPE_CHECKING:
    from tests.gui.conftest import Arranged

Fill = Callable[..., list[str]]
Open = Callable[..., JobsPanel]
Settled = Callable[[JobsPanel], None]


@pytest.fixture
def arranged(arranged: Arranged, monkeypatch: pytest.MonkeyPatch) -> Arranged:
    """The same; no two jobs are of one millisecond, so that their order is known."""
    add = arranged.job

    def job(name: str = "Talk.wav", **options: object) -> Job:
        made = add(name, **options)
        time.sleep(0.002)
        return made

    monkeypatch.setattr(arranged, "job", job)
    return arranged


@pytest.fixture
def fill(app: App) -> Fill:
    """Add many jobs at once as another process would: no event is published. Oldest first."""

    def make(
        count: int, *, status: JobStatus = JobStatus.COMPLETED, name: str = "talk"
    ) -> list[str]:
        newest = int(time.time() * 1000) - 3_600_000
        ids = [new_id("job") for _ in range(count)]
        with closing(sqlite3.connect(app.data.database)) as database:
            last = database.execute("SELECT coalesce(max(created_at), 0) FROM jobs").fetchone()[0]
            first = max(newest - count, last + 1)
            database.executemany(
                "INSERT INTO jobs (id, status, type, created_at, updated_at, language, model,"
                " media_path, media_name, media_size, media_modified_ns, media_owned, duration,"
                " remove_filler_words) VALUES (?, ?, 'audio', ?, ?, 'en', 'starter',"
                " '/nowhere/at/all.mp3', ?, 1, 1, 0, 300.0, 0)",
                [
                    (job_id, status, first + n, first + n, f"{name} {n}.mp3")
                    for n, job_id in enumerate(ids)
                ],
            )
            database.commit()
        return ids

    return make


@pytest.fixture
def opened(context: Context, qtbot: QtBot) -> Iterator[Open]:
    """Opens a panel on the screen whose whole list is there."""
    panels = []

    def make(**options: int) -> JobsPanel:
        panel = JobsPanel(context, **options)
        qtbot.addWidget(panel)
        panel.resize(340, 600)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        panels.append(panel)
        qtbot.waitUntil(lambda: panel.model.is_listed)
        return panel

    yield make
    for panel in panels:
        panel.hide()


@pytest.fixture
def settled(arranged: Arranged, qtbot: QtBot) -> Settled:
    """Waits until all that was told has been carried out."""

    def wait(panel: JobsPanel) -> None:
        arranged.settle()
        qtbot.wait(120)  # a round of the bridge
        qtbot.waitUntil(lambda: panel.model.is_settled and arranged.context.bridge.lanes.is_idle)

    return wait
