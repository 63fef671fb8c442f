"""The garbage collector: in the window's thread, and as often as by itself."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.garbage import GarbageRounds


class _Knot(QObject):
    """A QObject that only the collector ends."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_no_other_thread_ends_an_object_and_the_rounds_do(qapp: QApplication) -> None:
    ended: list[threading.Thread] = []
    rounds = GarbageRounds()
    knot = _Knot()
    weakref.finalize(knot, lambda: ended.append(threading.current_thread()))
    del knot
    busy = threading.Thread(target=_allocate_much)
    busy.start()
    busy.join()
    assert not ended
    kept = [[number] for number in range(1_000)]  # as much as starts the collector by itself
    rounds.collect()
    assert ended == [threading.main_thread()]
    assert len(kept) == 1_000
    rounds.close()


def test_the_rounds_come_by_themselves(qtbot: QtBot) -> None:
    rounds = GarbageRounds()
    before = gc.get_stats()[0]["collections"]
    kept = [[number] for number in range(1_000)]
    qtbot.waitUntil(lambda: gc.get_stats()[0]["collections"] > before, timeout=5_000)
    assert len(kept) == 1_000
    rounds.close()


def test_the_rounds_keep_what_is_not_due(qapp: QApplication) -> None:
    rounds = GarbageRounds()
    rounds.close()
    before = [each["collections"] for each in gc.get_stats()]
    rounds.collect()
    assert [each["collections"] for each in gc.get_stats()] == before


def _allocate_much() -> None:
    kept = [[number] for number in range(100_000)]
    assert len(kept) == 100_000
