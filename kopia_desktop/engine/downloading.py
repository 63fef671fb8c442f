"""The engine's work at downloads: one model at a time, in order, in a child of its own.

What has arrived lies in files, what is wanted in the store: after a kill of the child or of the
engine the next one goes on where it stopped. Pause and cancel are a kill of the child.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from dataclasses import dataclass, field
from pathlib import Path

from kopia_desktop.core import settings
from kopia_desktop.core.downloads import (
    ARGOS_INDEX,
    HUB,
    Download,
    DownloadKind,
    DownloadLimits,
    FileSource,
)
from kopia_desktop.core.errors import KopiaError, WorkerCrashed
from kopia_desktop.core.events import DownloadsChanged, EngineChanged, EventBus
from kopia_desktop.core.job import JobError
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.engine import leftovers
from kopia_desktop.engine.slot import Slot, Unit
from kopia_desktop.store.downloads import DownloadStore
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import (
    BringModel,
    DownloadProgress,
    Failed,
    ModelBrought,
    Reply,
)

logger = logging.getLogger(__name__)

IDLE_SECONDS = 5.0
"""How long a child without work stays: the next download may begin at once."""

_SPEED_SECONDS = 5.0
"""Speed is what came in so many seconds."""

_SILENT_SECONDS = 3.0
"""Without a word from the child nothing arrives: it waits for the server."""

_CRASHES_ALLOWED = 2
"""In a row, without a byte in between."""

_STALE_SECONDS = 3600.0


@dataclass(slots=True)
class _Course:
    """The download that the child has. ``seen`` are moments and the bytes there were, ``held`` what
    lay on disk at the last crash.
    """

    name: str
    done: int = 0
    total: int = 0
    crashes: int = 0
    held: int = 0
    seen: deque[tuple[float, int]] = field(default_factory=deque)

    def note(self, done: int, total: int) -> float:
        """So many bytes are here now; returns bytes a second."""
        now = time.monotonic()
        if done < self.done:  # begun again
            self.seen.clear()
        self.done, self.total = done, total
        self.seen.append((now, done))
        while now - self.seen[0][0] > _SPEED_SECONDS:
            self.seen.popleft()
        since, before = self.seen[0]
        return (done - before) / (now - since) if now - since > 0.5 else 0.0

    def fell_silent(self) -> bool:
        """True once, when the speed that was told last holds no more."""
        is_silent = bool(self.seen) and time.monotonic() - self.seen[-1][0] > _SILENT_SECONDS
        if is_silent:
            self.seen.clear()
        return is_silent


class Downloading:
    """Brings what waits in the store; the supervisor calls ``sweep``, ``turn`` and ``collect``."""

    def __init__(
        self,
        store: DownloadStore,
        bus: EventBus,
        data: DataFolder,
        log_path: Path,
        *,
        limits: DownloadLimits,
    ) -> None:
        self._store = store
        self._bus = bus
        self._data = data
        self._limits = limits
        self._course: _Course | None = None
        self._known: frozenset[str] | None = None
        self.slot = Slot(ChildKind.DOWNLOAD, log_path)

    def sweep(self) -> None:
        """At the start: nothing runs yet, and what nobody wants any more is removed."""
        self._store.release()
        self._drop_leftovers()
        for folder in (self._data.models, self._data.translators):
            for whole in leftovers.begun(folder):
                # Another process may be installing now: only what is old goes.
                leftovers.settle(whole, older_than=_STALE_SECONDS)

    def turn(self) -> None:
        """Stop what is no longer wanted and give a free child the next one."""
        self._drop_unwanted()
        if self._store.names() != self._known:
            self._drop_leftovers()
        if self.slot.is_free():
            self._give_next()
        if self._course is not None and self._course.fell_silent():
            self._note(self._course, bytes_per_second=0.0)
        if self.slot.end_idle(IDLE_SECONDS):
            self._bus.publish(EngineChanged())

    def collect(self) -> None:
        """Save what the child said; see how it ended if it did."""
        has_died = self.slot.has_died()  # asked first: what it said before its end is still read
        for reply in self.slot.receive():
            self._on_reply(reply)
        if has_died and self.slot.has_child():
            was_working = not self.slot.is_free()
            outcome = self.slot.end()
            if was_working:
                self._crashed(outcome.describe())
            self._bus.publish(EngineChanged())

    def _drop_unwanted(self) -> None:
        """Kill the child if its download was paused or cancelled."""
        course = self._course
        if course is not None and not self._store.is_active(course.name):
            logger.info("download %s stopped", course.name)
            self._course = None
            self.slot.end()

    def _drop_leftovers(self) -> None:
        """Remove what is left of downloads that were cancelled, also half installed."""
        self._known = self._store.names()
        if self._data.downloads.is_dir():
            for path in self._data.downloads.iterdir():
                if path.name not in self._known:
                    leftovers.settle(self._data.models / path.name)
                    leftovers.settle(self._data.translators / path.name)
                    leftovers.remove(path)

    def _give_next(self) -> None:
        download = self._store.take_next()
        if download is None:
            self._course = None
            return
        if self._course is None or self._course.name != download.name:
            self._course = _Course(download.name)
            logger.info("download %s begins", download.name)
        self.slot.give(Unit(download.name, self._request(download)))
        self._bus.publish(DownloadsChanged())

    def _request(self, download: Download) -> BringModel:
        order, data = download.order, self._data
        endpoint = settings.model_endpoint() or HUB
        if isinstance(order.source, FileSource):
            endpoint = settings.argos_index() or ARGOS_INDEX
        target = data.translators
        if order.kind is DownloadKind.SPEECH_MODEL:
            target = data.models / order.name
        elif order.kind is DownloadKind.MADLAD400:
            target = data.translators / order.name
        return BringModel(
            order,
            endpoint=endpoint,
            folder=str(data.downloads / order.name),
            target=str(target),
            pins=str(data.pins),
            limits=self._limits,
        )

    def _on_reply(self, reply: Reply) -> None:
        course = self._course
        if isinstance(reply, Failed):
            self.slot.finish_unit()
            if reply.bug:
                self._crashed("stumbled over an internal error")
            elif course is not None:
                self._fail(course, reply.error)
        elif course is None:
            return
        elif isinstance(reply, DownloadProgress) and reply.name == course.name:
            speed = course.note(reply.done_bytes, reply.total_bytes)
            self._note(course, bytes_per_second=speed)
        elif isinstance(reply, ModelBrought):
            self.slot.finish_unit()
            self._finish(course)

    def _note(self, course: _Course, *, bytes_per_second: float) -> None:
        self._store.note_progress(
            course.name, done=course.done, total=course.total, bytes_per_second=bytes_per_second
        )
        self._bus.publish(DownloadsChanged())

    def _finish(self, course: _Course) -> None:
        """Installed: the row goes first, so that a kill in between leaves a folder to sweep."""
        logger.info("download %s is installed", course.name)
        self._course = None
        self._store.remove(course.name)
        self._drop_leftovers()
        self._bus.publish(DownloadsChanged())

    def _crashed(self, what: str) -> None:
        """It goes on in a new child; not for ever without a byte in between."""
        course = self._course
        if course is None:
            return
        logger.info("a child working on download %s %s", course.name, what)
        held = leftovers.size_of(self._data.downloads / course.name)
        course.crashes = 1 if held > course.held else course.crashes + 1
        course.held = held
        if course.crashes > _CRASHES_ALLOWED:
            self._fail(
                course,
                WorkerCrashed(
                    f"The model could not be downloaded: the process for it {what}, repeatedly.",
                    hint="Try again, it goes on where it stopped; if it happens again, report it.",
                ),
            )

    def _fail(self, course: _Course, error: KopiaError) -> None:
        """What has arrived stays for a retry."""
        logger.info("download %s failed: %s", course.name, error.code)
        self._course = None
        self._store.fail(course.name, JobError(error.code, error.message, error.hint))
        self._bus.publish(DownloadsChanged())
