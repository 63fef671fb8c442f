"""Work beside the window: answers in its thread, edits in order, nothing for widgets that left."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from kopia_desktop.core.errors import DiskFull, KopiaError
from kopia_desktop.gui.lanes import Lanes
from kopia_desktop.threads import PartThread


class Asker(QObject):
    """Keeps what it was told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.threads: set[int] = set()

    def take(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(threading.get_ident())


@pytest.fixture
def ended() -> list[int]:
    return []


@pytest.fixture
def lanes(qtbot: QtBot, ended: list[int]) -> Iterator[Lanes]:
    made = Lanes(lambda: ended.append(threading.get_ident()))
    threads = [PartThread(part) for part in made.parts]
    for thread in threads:
        thread.start()
    yield made
    for thread in threads:
        thread.stop()


def test_an_answer_comes_in_the_windows_thread(lanes: Lanes, qtbot: QtBot) -> None:
    asker = Asker()
    lanes.read(threading.get_ident, asker.take)
    qtbot.waitUntil(lambda: lanes.is_idle)
    assert asker.threads == {threading.get_ident()}
    assert asker.answers != [threading.get_ident()]


def test_edits_are_made_in_the_order_they_were_asked_for(lanes: Lanes, qtbot: QtBot) -> None:
    made: list[int] = []
    for number in range(200):
        lanes.edit(lambda number=number: made.append(number), lambda _: None)
    qtbot.waitUntil(lambda: lanes.is_idle)
    assert made == list(range(200))


def test_a_lane_of_reads_is_not_held_up_by_files(lanes: Lanes, qtbot: QtBot) -> None:
    go_on = threading.Event()
    asker = Asker()
    lanes.files(go_on.wait, lambda _: None)
    lanes.read(lambda: "read", asker.take)
    qtbot.waitUntil(lambda: asker.answers == ["read"])
    go_on.set()
    qtbot.waitUntil(lambda: lanes.is_idle)


def test_expected_errors_go_to_whoever_asked(lanes: Lanes, qtbot: QtBot) -> None:
    def full() -> None:
        raise DiskFull("The disk is full.")

    asker = Asker()
    lanes.edit(full, asker.take, asker.take)
    qtbot.waitUntil(lambda: lanes.is_idle)
    assert [type(answer) for answer in asker.answers] == [DiskFull]


@pytest.mark.parametrize("error", [ZeroDivisionError("a bug"), KopiaError("nobody takes it")])
def test_other_errors_come_up_in_the_windows_thread(
    lanes: Lanes, qtbot: QtBot, error: Exception
) -> None:
    def fail() -> None:
        raise error

    with capture_exceptions() as caught:
        lanes.read(fail, lambda _: None)
        qtbot.waitUntil(lambda: lanes.is_idle)
    assert [each[1] for each in caught] == [error]


def test_an_answer_to_a_widget_that_has_gone_is_dropped(lanes: Lanes, qtbot: QtBot) -> None:
    import shiboken6

    asker = Asker()
    go_on = threading.Event()
    lanes.read(go_on.wait, asker.take)
    shiboken6.delete(asker)
    go_on.set()
    qtbot.waitUntil(lambda: lanes.is_idle)
    assert asker.answers == []


def test_a_cancelled_read_is_not_begun(lanes: Lanes, qtbot: QtBot) -> None:
    go_on, asker, begun = threading.Event(), Asker(), []
    lanes.read(go_on.wait, asker.take)
    ticket = lanes.read(lambda: begun.append(1), asker.take)
    ticket.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: asker.answers == [True])
    lanes.read(lambda: "after", asker.take)
    qtbot.waitUntil(lambda: asker.answers == [True, "after"])
    assert begun == []


def test_stopping_does_every_edit_and_closes_each_threads_store(
    qtbot: QtBot, ended: list[int]
) -> None:
    made: list[int] = []
    lanes = Lanes(lambda: ended.append(threading.get_ident()))
    threads = [PartThread(part) for part in lanes.parts]
    for number in range(50):
        lanes.edit(lambda number=number: made.append(number), lambda _: None)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.stop()
    assert made == list(range(50))
    assert len(set(ended)) == 3


def test_what_an_end_leaves_undone_is_not_answered(qtbot: QtBot) -> None:
    lanes, asker = Lanes(lambda: None), Asker()
    lanes.read(lambda: 1, asker.take)
    for part in lanes.parts:
        part.stop()
        part.run()
    qtbot.waitUntil(lambda: lanes.is_idle)
    assert asker.answers == []
