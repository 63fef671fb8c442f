"""The engine's work at downloads: one model at a time, in order, in a child of its own.

What has arrived lies in files, what is wanted in the store: after a kill of the child or of the
engine the next one goes on where it stopped. Pause and cancel are a kill of the child.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
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
    crashes: int = 0
    held: int = 0
    seen: deque[tuple[float, int]] = field(default_factory=deque)

    def note(self, done: int) -> float:
        """So many bytes are here now; returns bytes a second."""
        now = time.monotonic()
        if done < self.done:  # begun again
            self.seen.clear()
        self.done = done
        self.seen.append((now, done))
        while now - self.seen[0][0] > _SPEED_SECONDS:
            self.seen.popleft()
        since, before = self.seen[0]
        return (done - before) / (now - since) if now - since > 0.5 else 0.0


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
            _drop_stale(folder)

    def turn(self) -> None:
        """Stop what is no longer wanted and give a free child the next one."""
        self._drop_unwanted()
        if self._store.names() != self._known:
            self._drop_leftovers()
        if self.slot.is_free():
            self._give_next()
        if self.slot.has_child() and self.slot.idle_seconds() > IDLE_SECONDS:
            self.slot.end()
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
        """Remove the folders of downloads that were cancelled."""
        self._known = self._store.names()
        if self._data.downloads.is_dir():
            for path in self._data.downloads.iterdir():
                if path.name not in self._known:
                    _remove(path)

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
            self._store.note_progress(
                course.name,
                done=reply.done_bytes,
                total=reply.total_bytes,
                bytes_per_second=course.note(reply.done_bytes),
            )
            self._bus.publish(DownloadsChanged())
        elif isinstance(reply, ModelBrought):
            self.slot.finish_unit()
            self._finish(course)

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
        held = _size_of(self._data.downloads / course.name)
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


def _size_of(folder: Path) -> int:
    """Bytes of the files in it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _drop_stale(folder: Path) -> None:
    """What an installation that was killed left beside the models (worker/folder_swap.py).

    Another process may be installing now: only what is old goes.
    """
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name.startswith(".") and path.suffix in (".part", ".old"):
            whole = folder / path.stem.removeprefix(".")
            if time.time() - path.lstat().st_mtime < _STALE_SECONDS:
                continue
            if path.suffix == ".old" and not whole.exists():
                with contextlib.suppress(OSError):
                    path.rename(whole)
            else:
                _remove(path)


def _remove(path: Path) -> None:
    """As far as the system lets us; what it does not is tried again at the next start."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
