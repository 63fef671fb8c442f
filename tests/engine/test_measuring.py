"""When the engine measures the computer, and what it does with the answer."""

from __future__ import annotations

import multiprocessing.connection
import time
from collections.abc import Callable, Iterator

import pytest

from kopia_desktop.core.computer import usable_cores
from kopia_desktop.core.events import EngineChanged, Event, EventBus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.speed import Speed, read_speed, write_speed
from kopia_desktop.engine.measuring import Measuring


class Engine:
    """What the supervisor does with it, turn by turn."""

    def __init__(self, data: DataFolder, *, idle: float = 0.0, is_quiet: bool = True) -> None:
        self.events: list[Event] = []
        bus = EventBus()
        bus.subscribe(self.events.append)
        data.logs.mkdir()
        log = data.logs / "worker.log"
        self.measuring = Measuring(bus, data, log, idle=idle, is_quiet=lambda: is_quiet)

    def turn_until(self, condition: Callable[[], bool], *, is_idle: bool = True) -> None:
        deadline = time.monotonic() + 60.0
        while not condition():
            assert time.monotonic() < deadline
            self.measuring.turn(is_idle=is_idle)
            waitables = self.measuring.slot.waitables
            if waitables:
                multiprocessing.connection.wait(waitables, timeout=0.1)
            else:
                time.sleep(0.01)
            self.measuring.collect()


@pytest.fixture
def engine(data_folder: DataFolder) -> Iterator[Engine]:
    made = Engine(data_folder)
    yield made
    made.measuring.slot.end()


def test_it_measures_once(engine: Engine, data_folder: DataFolder) -> None:
    engine.turn_until(data_folder.speed.exists)
    speed = read_speed(data_folder.speed, cores=usable_cores())
    assert speed is not None
    assert speed.is_measured
    assert not engine.measuring.slot.has_child()
    assert engine.events == [EngineChanged()]
    for _ in range(3):
        engine.measuring.turn(is_idle=True)
    assert not engine.measuring.slot.has_child()


def test_work_that_comes_goes_first(engine: Engine, data_folder: DataFolder) -> None:
    engine.measuring.turn(is_idle=True)
    assert engine.measuring.slot.has_child()
    engine.measuring.turn(is_idle=False)
    assert not engine.measuring.slot.has_child()
    assert not data_folder.speed.exists()
    engine.turn_until(data_folder.speed.exists)


def test_not_while_somebody_may_begin(data_folder: DataFolder) -> None:
    engine = Engine(data_folder, idle=60.0)
    engine.measuring.turn(is_idle=True)
    assert not engine.measuring.slot.has_child()


def test_not_while_other_programs_work(data_folder: DataFolder) -> None:
    engine = Engine(data_folder, is_quiet=False)
    engine.measuring.turn(is_idle=True)
    assert not engine.measuring.slot.has_child()


def test_what_is_known_is_not_measured_again(engine: Engine, data_folder: DataFolder) -> None:
    write_speed(data_folder.speed, Speed(usable_cores(), 1e12, 1e-5, 1e10))
    engine.measuring.turn(is_idle=True)
    assert not engine.measuring.slot.has_child()


def test_a_child_that_dies_is_tried_again_a_few_times(engine: Engine) -> None:
    begun = 0
    for _ in range(20):
        engine.measuring.turn(is_idle=True)
        if engine.measuring.slot.has_child():
            begun += 1
            engine.measuring.slot.end()
    assert begun == 3
