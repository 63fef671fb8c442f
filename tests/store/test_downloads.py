"""Rows of downloads: their order, what may follow what."""

from __future__ import annotations

import pytest

from kopia_desktop.core.downloads import (
    Download,
    DownloadKind,
    DownloadOrder,
    DownloadStatus,
    FileSource,
    HubSource,
)
from kopia_desktop.core.errors import DownloadNotFound, StateConflict
from kopia_desktop.core.job import JobError
from kopia_desktop.store.database import Database
from kopia_desktop.store.downloads import DownloadStore

TINY = DownloadOrder("tiny", DownloadKind.SPEECH_MODEL, HubSource("maker/tiny", "v2"), 1000)
PACKAGE = DownloadOrder(
    "en-es", DownloadKind.ARGOS_PACKAGE, FileSource("https://x/y.argosmodel", 5, "a" * 64)
)
WAITING, RUNNING, PAUSED, FAILED = (
    DownloadStatus.WAITING,
    DownloadStatus.RUNNING,
    DownloadStatus.PAUSED,
    DownloadStatus.FAILED,
)
ERROR = JobError("download_refused", "No.", "Ask.")


@pytest.fixture
def store(database: Database) -> DownloadStore:
    return DownloadStore(database)


def test_orders_come_back_as_they_were_given(store: DownloadStore) -> None:
    store.add(TINY)
    store.add(PACKAGE)
    assert store.list() == (
        Download(TINY, WAITING, 0, 1000),
        Download(PACKAGE, WAITING),
    )
    assert store.get("tiny").order == TINY
    assert store.names() == {"tiny", "en-es"}


def test_the_oldest_that_waits_is_next(store: DownloadStore) -> None:
    assert store.take_next() is None
    store.add(TINY)
    store.add(PACKAGE)
    taken = store.take_next()
    assert taken is not None
    assert (taken.name, taken.status) == ("tiny", RUNNING)
    assert store.take_next() == taken
    store.pause("tiny")
    following = store.take_next()
    assert following is not None
    assert following.name == "en-es"
    assert [store.is_active(name) for name in ("tiny", "en-es", "none")] == [False, True, False]


def test_progress_and_failure_are_of_what_runs(store: DownloadStore) -> None:
    store.add(TINY)
    assert not store.note_progress("tiny", done=1, total=2, bytes_per_second=3.0)
    assert not store.fail("tiny", ERROR)
    store.take_next()
    assert store.note_progress("tiny", done=500, total=2000, bytes_per_second=100.0)
    running = store.get("tiny")
    assert (running.fraction, running.seconds_left) == (0.25, 15.0)
    assert store.fail("tiny", ERROR)
    failed = store.get("tiny")
    assert failed == Download(TINY, FAILED, 500, 2000, 0.0, ERROR)
    assert failed.seconds_left is None
    with pytest.raises(StateConflict):
        store.pause("tiny")


def test_asked_for_again_it_goes_on_without_its_error(store: DownloadStore) -> None:
    store.add(TINY)
    store.take_next()
    store.fail("tiny", ERROR)
    moved = DownloadOrder("tiny", TINY.kind, HubSource("other/tiny"), 7)
    again = store.add(moved)
    assert (again.status, again.error, again.order) == (WAITING, None, moved)
    store.take_next()
    assert store.add(TINY).status is RUNNING
    store.pause("tiny")
    assert store.resume("tiny").status is WAITING


def test_what_an_ended_engine_left_running_waits(store: DownloadStore) -> None:
    store.add(TINY)
    store.take_next()
    store.release()
    assert store.get("tiny").status is WAITING


def test_removed_it_is_gone(store: DownloadStore) -> None:
    store.add(TINY)
    assert store.remove("tiny")
    assert not store.remove("tiny")
    for call in (store.get, store.pause, store.resume):
        with pytest.raises(DownloadNotFound):
            call("tiny")
