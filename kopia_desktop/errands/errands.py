"""What the engine does over the network, after a completion and a deletion, beside the supervisor.

Media is fetched, webhooks are delivered, files that jobs wish are written, what was deleted is
erased. Plain Python with ``run`` and ``stop``; a QThread (or any thread) hosts it. All that must
not be lost is in the store: it may be killed at any line and started again.
"""

from __future__ import annotations

import asyncio
import dataclasses
import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any, TypeVar

from kopia_desktop.core.errors import DataFolderUnusable, DiskFull, FetchFailed, StoreError
from kopia_desktop.core.events import (
    DownloadsChanged,
    EngineChanged,
    Event,
    EventBus,
    JobDeleted,
    SegmentsAdded,
    SegmentsEdited,
    TranslationsChanged,
)
from kopia_desktop.core.export import Export
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.errands.deliverer import Deliverer, DeliveryRules
from kopia_desktop.errands.dialer import Dialer
from kopia_desktop.errands.dialing import Dialing
from kopia_desktop.errands.download import FetchLimits
from kopia_desktop.errands.eraser import Eraser
from kopia_desktop.errands.fetcher import Fetcher
from kopia_desktop.errands.filer import Filer
from kopia_desktop.store.database import Database
from kopia_desktop.store.fetches import FetchStore
from kopia_desktop.store.webhooks import DueWebhook, WebhookStore

Result = TypeVar("Result")

logger = logging.getLogger(__name__)

_NOT_OURS = SegmentsAdded | SegmentsEdited | DownloadsChanged | EngineChanged
"""Events that bring no errand."""

_FETCHES = 3
_DELIVERIES = 4
_DELIVERIES_TO_ONE = 2
"""At once; a slow receiver never has all of them."""

_DUE_LOOKED_AT = 200

_LOOK = 5.0
_LOOK_WHILE_FETCHING = 0.5
"""Seconds between looks at what other processes wrote: a stop or deletion ends a fetch."""

_ERASE_AGAIN = 1.0
_ERASE_ANYWAY = 60.0
_PAUSE_AFTER_PROBLEM = 2.0

_PROBLEMS = (DiskFull, StoreError, DataFolderUnusable)
"""What the store raises when it cannot be used for now."""


class Errands:
    """Runs the errands of one data folder."""

    _loop: asyncio.AbstractEventLoop | None = None
    _has_swept = False
    _erase_at = 0.0
    _erasing: asyncio.Task[bool] | None = None
    _filing: tuple[Export, asyncio.Task[None]] | None = None

    def __init__(
        self,
        data: DataFolder,
        database: Database,
        bus: EventBus,
        settings: Callable[[], Settings],
        *,
        dialing: Dialing | None = None,
        own_ports: Callable[[], frozenset[int]] = frozenset,
        limits: FetchLimits | None = None,
        rules: DeliveryRules | None = None,
    ) -> None:
        """``own_ports`` are those of this program's API, which webhooks never call.

        Of ``limits``, the size is the settings'.
        """
        self._database = database
        self._bus = bus
        self._fetch_store = FetchStore(database)
        self._webhook_store = WebhookStore(database)
        self._settings = settings
        self._limits = limits or FetchLimits()
        dialer = Dialer(dialing or Dialing())
        self._fetcher = Fetcher(
            data, self._fetch_store, bus=bus, dialer=dialer, limits=self._current_limits
        )
        self._deliverer = Deliverer(
            self._webhook_store,
            dialer,
            bus=bus,
            own_ports=own_ports,
            rules=rules or DeliveryRules(),
        )
        self._eraser = Eraser(data, database)
        self._eraser_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="eraser")
        self._filer = Filer(database, bus=bus, settings=settings)
        self._filer_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="filer")
        self._deleted = threading.Event()
        self._fetches: dict[str, asyncio.Task[None]] = {}
        self._deliveries: dict[str, tuple[DueWebhook, asyncio.Task[None]]] = {}
        self._stopping = threading.Event()
        self._woken = asyncio.Event()
        self._ended = asyncio.Event()

    def run(self) -> None:
        """Work until ``stop``; then nothing is open and the store is right."""
        unsubscribe = self._bus.subscribe(self._on_event)
        try:
            asyncio.run(self._serve())
        finally:
            unsubscribe()
            self._eraser_thread.shutdown()
            self._filer_thread.shutdown()
            self._database.close()

    def stop(self) -> None:
        """End ``run`` soon; callable from any thread. What was fetched so far stays on disk."""
        self._stopping.set()
        self._call(self._ended.set)
        self.wake()

    def wake(self) -> None:
        """Look at the store now instead of at the next tick; callable from any thread."""
        self._call(self._woken.set)

    def _call(self, function: Callable[[], None]) -> None:
        if self._loop is not None:
            with suppress(RuntimeError):  # the loop has ended meanwhile
                self._loop.call_soon_threadsafe(function)

    def _on_event(self, event: Event) -> None:
        if isinstance(event, JobDeleted | TranslationsChanged):
            self._deleted.set()
        if not isinstance(event, _NOT_OURS):
            self.wake()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        try:
            while not self._stopping.is_set():
                self._woken.clear()
                try:
                    now = datetime.now(UTC)  # one look at the clock: nothing falls between two
                    self._step(now)
                    await _wait(self._woken, self._seconds_to_next(now))
                except _PROBLEMS as problem:
                    logger.warning("the errands cannot go on now: %s", problem.code)
                    await _wait(self._ended, _PAUSE_AFTER_PROBLEM)
        finally:
            await self._end()

    def _step(self, now: datetime) -> None:
        self._reap_erasing()
        self._reap_fetches()
        self._reap_deliveries()
        self._reap_filing()
        self._drop_unwanted()
        for job_id in self._fetch_store.arrived_ids():
            self._fetcher.accept(job_id)  # the program ended between the two
        self._start_fetches(now)
        self._start_deliveries(now)
        self._start_filing()
        self._start_erasing()

    def _seconds_to_next(self, now: datetime) -> float:
        """Until something is due; what is due but has to wait is started when a place is free."""
        moments = (self._fetch_store.next_due(now), self._webhook_store.next_due(now))
        seconds = [(moment - now).total_seconds() for moment in moments if moment is not None]
        seconds.append(_LOOK_WHILE_FETCHING if self._fetches else _LOOK)
        if self._erasing is None:
            seconds.append(self._erase_at - time.monotonic())
        return max(min(seconds), 0.0)

    def _started(self, errand: Coroutine[Any, Any, Result]) -> asyncio.Task[Result]:
        task = asyncio.get_running_loop().create_task(errand)
        task.add_done_callback(lambda _: self._woken.set())
        return task

    async def _end(self) -> None:
        """All errands end; what they had is put away."""
        running: list[asyncio.Task[Any]] = [
            *self._fetches.values(),
            *(task for _, task in self._deliveries.values()),
        ]
        for task in running:
            if not task.cancelling():
                task.cancel()
        if self._erasing is not None:  # short steps, and no half of one is left in a database
            running.append(self._erasing)
        if self._filing is not None:
            running.append(self._filing[1])
        await asyncio.gather(*running, return_exceptions=True)
        for thread in (self._eraser_thread, self._filer_thread):
            await _in_thread(thread, self._database.close)

    # Media

    def _current_limits(self) -> FetchLimits:
        return dataclasses.replace(self._limits, max_bytes=self._settings().api.max_media_bytes)

    def _drop_unwanted(self) -> None:
        """Stop bringing media of jobs that were deleted, cancelled or paused."""
        wanted = self._fetch_store.wanted(self._fetches)
        for job_id, task in self._fetches.items():
            if job_id not in wanted and not task.cancelling():
                task.cancel()

    def _start_fetches(self, now: datetime) -> None:
        room = _FETCHES - len(self._fetches)
        if room > 0:
            for fetch in self._fetch_store.due(now, limit=room, skip=self._fetches):
                self._fetches[fetch.job_id] = self._started(self._fetcher.fetch(fetch))

    def _reap_fetches(self) -> None:
        for job_id, task in [each for each in self._fetches.items() if each[1].done()]:
            del self._fetches[job_id]
            if _is_bug(task):
                self._fetcher.fail(job_id, _stumbled())

    # Webhooks

    def _start_deliveries(self, now: datetime) -> None:
        if len(self._deliveries) >= _DELIVERIES:
            return
        busy = Counter(webhook.receiver for webhook, _ in self._deliveries.values())
        due = self._webhook_store.due(now, limit=_DUE_LOOKED_AT, skip=self._deliveries)
        for webhook in due:
            if busy[webhook.receiver] < _DELIVERIES_TO_ONE:
                busy[webhook.receiver] += 1
                task = self._started(self._deliverer.deliver(webhook))
                self._deliveries[webhook.job_id] = (webhook, task)
            if len(self._deliveries) >= _DELIVERIES:
                return

    def _reap_deliveries(self) -> None:
        for job_id, (webhook, task) in list(self._deliveries.items()):
            if task.done():
                del self._deliveries[job_id]
                if _is_bug(task):
                    self._deliverer.stumble(webhook)

    # Files that jobs wish

    def _start_filing(self) -> None:
        """One at a time: rendering a long transcript takes a core."""
        due = self._filer.next_due() if self._filing is None else None
        if due is not None:
            task = self._started(_in_thread(self._filer_thread, lambda: self._filer.file(due)))
            self._filing = (due, task)

    def _reap_filing(self) -> None:
        if self._filing is not None and self._filing[1].done():
            export, task = self._filing
            self._filing = None
            if _is_bug(task):
                self._filer.stumble(export)

    # What was deleted

    def _start_erasing(self) -> None:
        if self._deleted.is_set():
            self._deleted.clear()
            self._erase_at = 0.0
        if self._erasing is None and self._erase_at <= time.monotonic():
            self._erase_at = time.monotonic() + _ERASE_ANYWAY  # another process may delete, too
            self._erasing = self._started(self._erase())

    async def _erase(self) -> bool:
        """True when nothing is left."""
        if not self._has_swept:
            for job_id in await _in_thread(self._eraser_thread, self._eraser.sweep):
                self._bus.publish(JobDeleted(job_id))
            self._has_swept = True
        return await _in_thread(self._eraser_thread, self._eraser.run_once)

    def _reap_erasing(self) -> None:
        task = self._erasing
        if task is None or not task.done():
            return
        self._erasing = None
        is_done = False
        try:
            is_done = _is_bug(task) or task.result()
        finally:
            if not is_done:
                self._erase_at = time.monotonic() + _ERASE_AGAIN


async def _in_thread(thread: ThreadPoolExecutor, work: Callable[[], Result]) -> Result:
    """Work that blocks; the thread's connection to the database is closed by ``_end``."""
    return await asyncio.get_running_loop().run_in_executor(thread, work)


def _is_bug(task: asyncio.Task[Any]) -> bool:
    """Whether an unexpected error ended it; such a one is logged. Raises what the store raised."""
    error = None if task.cancelled() else task.exception()
    if isinstance(error, _PROBLEMS):
        raise error
    if error is not None:
        logger.error("an errand stumbled over an internal error", exc_info=error)
    return error is not None


def _stumbled() -> FetchFailed:
    return FetchFailed(
        "The media was not fetched because of an internal error.",
        hint="Download the file yourself and add it; the log tells more.",
    )


async def _wait(event: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
