"""A place for one child process: started when work comes, warm while it stays, ended after idle
time.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kopia_desktop.core.transcript import Section
from kopia_desktop.engine.process import ChildProcess, Outcome
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import LoadModel, ModelLoaded, Reply, Request


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of work: a request, the job it belongs to, and the section (of a recognition)."""

    job_id: str
    request: Request
    section: Section | None = None


class Slot:
    """Holds at most one child and at most one unit."""

    def __init__(self, kind: ChildKind, log_path: Path) -> None:
        self.kind = kind
        self.unit: Unit | None = None
        self.loading: LoadModel | None = None
        self.loaded: ModelLoaded | None = None
        self._wanted: LoadModel | None = None
        self._log_path = log_path
        self._child: ChildProcess | None = None
        self._idle_since = time.monotonic()

    @property
    def waitables(self) -> tuple[Any, ...]:
        return self._child.waitables if self._child else ()

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    @property
    def load(self) -> LoadModel | None:
        """The model that is loaded here or being loaded."""
        return self._wanted if self._child else None

    def holds(self, load: LoadModel) -> bool:
        """The model is loaded here or being loaded."""
        return self._child is not None and self._wanted == load

    def has_child(self) -> bool:
        return self._child is not None

    def is_free(self) -> bool:
        return self.unit is None

    def has_died(self) -> bool:
        return self._child is not None and not self._child.is_alive()

    def idle_seconds(self) -> float:
        """How long the child has had nothing to do; 0 while it works."""
        return 0.0 if self.unit or self.loading else time.monotonic() - self._idle_since

    def warm(self, load: LoadModel | None = None) -> None:
        """Start the child, and load a model if it is not the one in memory."""
        if self._child is None:
            self._child = ChildProcess(self.kind, self._log_path)
            self._wanted = None
        if load is not None and load != self._wanted:
            self._wanted, self.loading, self.loaded = load, load, None
            self._child.send(load)

    def give(self, unit: Unit) -> None:
        """Hand a unit to the child, which works through what it was sent in order."""
        self.warm()
        self.unit = unit
        assert self._child is not None
        self._child.send(unit.request)

    def receive(self) -> list[Reply]:
        return self._child.receive() if self._child else []

    def note_loaded(self, reply: ModelLoaded) -> None:
        self.loaded, self.loading = reply, None
        self._idle_since = time.monotonic()

    def finish_unit(self) -> None:
        self.unit = None
        self._idle_since = time.monotonic()

    def end_idle(self, seconds: float) -> bool:
        """End a child that has had nothing to do for so long; whether there was one."""
        is_idle = self.has_child() and self.idle_seconds() > seconds
        if is_idle:
            self.end()
        return is_idle

    def end(self) -> Outcome:
        """Kill the child if it lives; whatever it worked on is dropped."""
        child, self._child = self._child, None
        self.unit = self.loading = self.loaded = self._wanted = None
        return child.kill() if child else Outcome(None)
