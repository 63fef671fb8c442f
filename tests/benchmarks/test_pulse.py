"""The measuring of stalls and frames: what is slow must be seen, named, and counted once."""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.benchmarks.pulse import Collections, Pulse, described


@pytest.fixture
def window(qtbot: QtBot) -> QLabel:
    label = QLabel("0")
    qtbot.addWidget(label)
    label.show()
    qtbot.waitExposed(label)
    return label


@pytest.fixture
def pulse(window: QLabel) -> Iterator[Pulse]:
    made = Pulse(window)
    made.scene, made.phase = "scene", "phase"
    yield made
    made.close()


def hold_up(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def test_a_stall_is_measured_and_named(pulse: Pulse, qtbot: QtBot) -> None:
    qtbot.wait(30)
    hold_up(0.2)
    qtbot.wait(30)
    longest = max(pulse.stalls, key=lambda stall: stall.seconds)
    assert longest.seconds == pytest.approx(0.2, abs=0.1)
    assert 0 < longest.computing <= longest.seconds + 0.01
    assert (longest.scene, longest.phase) == ("scene", "phase")
    assert "test_pulse.py" in longest.seen[0]
    assert "hold_up" in longest.seen[0]
    assert pulse.records["scene"].longest["phase"] == longest.seconds


def test_nothing_is_measured_between_scenes(pulse: Pulse, qtbot: QtBot) -> None:
    pulse.scene = ""
    pulse.records.clear()  # what was painted when it began
    hold_up(0.1)
    qtbot.wait(30)
    assert pulse.stalls == []
    assert pulse.records == {}


def test_a_frame_lasts_from_the_step_to_the_end_of_its_repaint(
    pulse: Pulse, window: QLabel, qtbot: QtBot
) -> None:
    qtbot.wait(50)
    pulse.records.clear()
    with pulse.step():
        window.setText("1")
        hold_up(0.03)
    qtbot.wait(50)
    (frame,) = pulse.records["scene"].frames
    assert frame == pytest.approx(0.03, abs=0.05)
    assert frame >= 0.03


def test_a_step_that_paints_nothing_makes_no_frame(
    pulse: Pulse, window: QLabel, qtbot: QtBot
) -> None:
    qtbot.wait(50)
    pulse.records.clear()
    with pulse.step():
        pass
    qtbot.wait(100)
    window.setText("2")  # long after it
    qtbot.wait(50)
    (frame,) = pulse.records["scene"].frames
    assert frame < 0.05


def test_collecting_garbage_is_seen() -> None:
    kept = [[n] for n in range(300_000)]
    collections = Collections()
    try:
        began = time.perf_counter()
        gc.collect()
        assert 0 < collections.between(began, time.perf_counter()) <= time.perf_counter() - began
        assert collections.between(began, time.perf_counter()) == 0.0
    finally:
        collections.close()
    assert len(kept) == 300_000


def test_threads_at_work_are_told_and_resting_ones_are_not() -> None:
    stop = threading.Event()

    def work() -> None:
        while not stop.is_set():
            hold_up(0.001)

    working = threading.Thread(target=work)
    resting = threading.Thread(target=stop.wait)
    working.start()
    resting.start()
    try:
        own = threading.get_ident()
        told = described(sys._current_frames(), own)
    finally:
        stop.set()
        working.join()
        resting.join()
    assert "test_threads_at_work" in told.splitlines()[0]
    assert sum("beside it" in line and "work" in line for line in told.splitlines()) == 1
    assert "wait" not in told
