"""The garbage collector: in the window's thread, and as often as by itself."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.garbage import GarbageRounds


class _Knot(QObject):
    """A QObject that only the collector ends."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_no_other_thread_ends_an_object_and_the_rounds_do(qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    knots = [_Knot()]
    weakref.finalize(knots[0], lambda: ended.append(threading.current_thread()))
    rounds = GarbageRounds()
    knots.clear()
    busy = threading.Thread(target=_allocate_much)
    busy.start()
    busy.join()
    assert not ended
    qtbot.waitUntil(lambda: bool(ended), timeout=5_000)
    assert ended == [threading.main_thread()]
    rounds.close()


def test_the_rounds_keep_what_is_not_due(qtbot: QtBot) -> None:
    rounds = GarbageRounds()
    rounds.close()
    before = [each["collections"] for each in gc.get_stats()]
    rounds.collect()
    assert [each["collections"] for each in gc.get_stats()] == before


def _allocate_much() -> None:
    kept = [[number] for number in range(100_000)]
    assert len(kept) == 100_000
