"""The engine's measure of this computer's speed: once, when nobody waits for anything."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

from kopia_desktop.core.computer import is_quiet, usable_cores
from kopia_desktop.core.events import EngineChanged, EventBus
from kopia_desktop.core.paths import DataFolder, resource
from kopia_desktop.core.speed import read_speed, write_speed
from kopia_desktop.engine.slot import Slot, Unit
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import Failed, Measure, Measured

logger = logging.getLogger(__name__)

_IDLE_BEFORE = 20.0
"""Seconds without work before it begins: what a person does first is not held up."""

_LONGEST = 60.0

_TRIES = 3


class Measuring:
    """Asks a child once for the speed, and keeps the answer; work that comes ends the child."""

    def __init__(
        self,
        bus: EventBus,
        data: DataFolder,
        log_path: Path,
        *,
        idle: float = _IDLE_BEFORE,
        is_quiet: Callable[[], bool] = is_quiet,
    ) -> None:
        """``is_quiet`` tells whether other programs would falsify the measure."""
        self._bus = bus
        self._data = data
        self._idle = idle
        self._is_quiet = is_quiet
        self._idle_since = time.monotonic()
        self._tries = _TRIES
        self.slot = Slot(ChildKind.PROBE, log_path)

    def turn(self, *, is_idle: bool) -> None:
        """Begin when nothing was done for a while; make room when something is."""
        now = time.monotonic()
        if not is_idle:
            self._idle_since = now
        if self.slot.has_child():
            if not is_idle or now - self._idle_since > self._idle + _LONGEST:
                self.slot.end()
            return
        if not is_idle or not self._tries or now - self._idle_since < self._idle:
            return
        if not self._is_quiet():
            return
        cores = usable_cores()
        if read_speed(self._data.speed, cores=cores) is not None:
            self._tries = 0
            return
        self._tries -= 1
        self._idle_since = now
        self.slot.give(Unit("", Measure(str(resource("speech-model")), cores)))

    def collect(self) -> None:
        """Keep what the child found, and end it."""
        has_died = self.slot.has_died()
        for reply in self.slot.receive():
            if isinstance(reply, Measured) and reply.speed is not None:
                self._tries = 0
                try:
                    write_speed(self._data.speed, reply.speed)
                except OSError as error:
                    logger.info("the speed could not be kept (%s)", error.strerror)
                else:
                    self._bus.publish(EngineChanged())
            elif isinstance(reply, Failed):
                logger.info("the speed could not be measured (%s)", reply.error.code)
                self._tries = 0
            self.slot.end()
            return
        if has_died:
            self.slot.end()
