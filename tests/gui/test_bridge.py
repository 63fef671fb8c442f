"""Events become signals: told once a round, at most ten rounds a second, from any thread."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing

from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.core.events import (
    DownloadsChanged,
    EngineChanged,
    JobAdded,
    JobChanged,
    SegmentsAdded,
)
from kopia_desktop.gui.context import Context


def test_what_happens_to_a_job_in_a_round_is_told_once(
    app: App, context: Context, qtbot: QtBot
) -> None:
    told: list[frozenset[str]] = []
    context.bridge.jobs_changed.connect(told.append)
    for _ in range(1000):
        app.bus.publish(JobChanged("job_a"))
        app.bus.publish(JobChanged("job_b"))
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(250)
    assert set().union(*told) == {"job_a", "job_b"}
    assert len(told) <= 3


def test_each_kind_of_event_has_its_signal(app: App, context: Context, qtbot: QtBot) -> None:
    bridge, told = context.bridge, []
    bridge.jobs_added.connect(lambda ids: told.append(("added", ids)))
    bridge.segments_added.connect(lambda ids: told.append(("segments", ids)))
    bridge.downloads_changed.connect(lambda: told.append(("downloads", None)))
    bridge.engine_changed.connect(lambda: told.append(("engine", None)))
    for event in (
        JobAdded("job_a"),
        SegmentsAdded("job_a", 0),
        DownloadsChanged(),
        DownloadsChanged(),
        EngineChanged(),
    ):
        app.bus.publish(event)
    qtbot.waitUntil(lambda: len(told) >= 4)
    assert told == [
        ("added", frozenset({"job_a"})),
        ("segments", frozenset({"job_a"})),
        ("downloads", None),
        ("engine", None),
    ]


def test_a_busy_engine_makes_ten_rounds_a_second_at_most(
    app: App, context: Context, qtbot: QtBot
) -> None:
    rounds: list[float] = []
    context.bridge.jobs_changed.connect(lambda _: rounds.append(time.monotonic()))
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            app.bus.publish(JobChanged("job_a"))
            time.sleep(0.001)

    worker = threading.Thread(target=work)
    worker.start()
    qtbot.wait(1050)
    stop.set()
    worker.join()
    assert 5 <= len(rounds) <= 12


def test_what_another_process_writes_is_noticed(app: App, context: Context, qtbot: QtBot) -> None:
    context.bridge.watch_store()
    qtbot.wait(1200)  # the first look is for comparison
    with (
        qtbot.waitSignal(context.bridge.store_changed, timeout=4000),
        closing(sqlite3.connect(app.database.path)) as other,
    ):
        other.execute("CREATE TABLE elsewhere (x)")
        other.commit()


def test_a_write_beside_our_own_is_noticed_too(app: App, context: Context, qtbot: QtBot) -> None:
    context.bridge.watch_store()
    qtbot.wait(200)
    with (
        qtbot.waitSignal(context.bridge.store_changed, timeout=4000),
        closing(sqlite3.connect(app.database.path)) as other,
    ):
        other.execute("CREATE TABLE elsewhere (x)")
        other.commit()
        app.bus.publish(JobChanged("job_a"))


def test_nothing_is_told_after_the_end(app: App, context: Context, qtbot: QtBot) -> None:
    told: list[object] = []
    context.bridge.jobs_added.connect(told.append)
    context.bridge.close()
    app.bus.publish(JobAdded("job_a"))
    qtbot.wait(150)
    assert told == []
