"""Between the app's threads and the window's: events become signals, at most ten times a second."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from kopia_desktop.core.events import (
    DownloadsChanged,
    EngineChanged,
    Event,
    EventBus,
    JobAdded,
    JobChanged,
    JobDeleted,
    SegmentsAdded,
    SegmentsEdited,
    TranslationsChanged,
    WebhookChanged,
)
from kopia_desktop.gui.lanes import Lanes

_INTERVAL = 100
"""Milliseconds between two rounds of signals."""

_LOOK = 1000
"""Milliseconds between looks at what other processes wrote to the store."""


class Bridge(QObject):
    """Tells the window what changed; whoever is told reads again through ``lanes``.

    What happens to one job within a round is told once. The signals carry frozen sets of job ids.
    """

    jobs_added = Signal(object)
    jobs_changed = Signal(object)
    jobs_deleted = Signal(object)
    segments_added = Signal(object)
    segments_edited = Signal(object)
    translations_changed = Signal(object)
    downloads_changed = Signal()
    engine_changed = Signal()
    store_changed = Signal()
    """Another process has written to the store; what it wrote is not known."""

    _arrived = Signal()

    def __init__(
        self,
        bus: EventBus,
        lanes: Lanes,
        data_version: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        """``data_version`` changes when another connection has written to the store."""
        super().__init__(parent)
        self.lanes = lanes
        self._data_version = data_version
        self._seen_version: int | None = None
        self._own_events = 0
        self._is_in_doubt = False
        self._lock = threading.Lock()
        self._waiting: set[Event] = set()
        self._since = QElapsedTimer()
        self._round = QTimer(self)
        self._round.setSingleShot(True)
        self._round.timeout.connect(self._tell)
        self._arrived.connect(self._plan, Qt.ConnectionType.QueuedConnection)
        self._look = QTimer(self)
        self._look.setInterval(_LOOK)
        self._look.timeout.connect(self._ask_version)
        self._unsubscribe = bus.subscribe(self._receive)

    def watch_store(self) -> None:
        """Look once a second whether another process has written."""
        self._ask_version()
        self._look.start()

    def close(self) -> None:
        """No more signals."""
        self._unsubscribe()
        self._look.stop()
        self._round.stop()

    def _receive(self, event: Event) -> None:
        """In the publisher's thread: note it, and wake the window once a round."""
        with self._lock:
            first = not self._waiting
            self._waiting.add(event)
            self._own_events += 1
        if first:
            self._arrived.emit()

    @Slot()
    def _plan(self) -> None:
        passed = self._since.elapsed() if self._since.isValid() else _INTERVAL
        if passed >= _INTERVAL:
            self._tell()
        elif not self._round.isActive():
            self._round.start(int(_INTERVAL - passed))

    @Slot()
    def _tell(self) -> None:
        with self._lock:
            events, self._waiting = self._waiting, set()
        self._since.start()
        engine_changed = EngineChanged() in events
        ids: dict[type[Event], set[str]] = {}
        for event in events:
            if not isinstance(event, EngineChanged | DownloadsChanged):
                ids.setdefault(type(event), set()).add(event.job_id)
        for kinds, signal in (
            ((JobAdded,), self.jobs_added),
            ((JobChanged, WebhookChanged), self.jobs_changed),
            ((SegmentsAdded,), self.segments_added),
            ((SegmentsEdited,), self.segments_edited),
            ((TranslationsChanged,), self.translations_changed),
            ((JobDeleted,), self.jobs_deleted),
        ):
            told = frozenset[str]().union(*(ids.get(kind, ()) for kind in kinds))
            if told:
                signal.emit(told)
        if DownloadsChanged() in events:
            self.downloads_changed.emit()
        if engine_changed:
            self.engine_changed.emit()

    @Slot()
    def _ask_version(self) -> None:
        self.lanes.read(self._data_version, self._compare)

    def _compare(self, version: int) -> None:
        """Our own threads' writes change the number too; those were told by their events.

        Another's write may hide among them: then it is told with the first look without our own.
        """
        with self._lock:
            own, self._own_events = self._own_events, 0
        if self._seen_version is not None and version != self._seen_version:
            self._is_in_doubt = True
        self._seen_version = version
        if self._is_in_doubt and not own:
            self._is_in_doubt = False
            self.store_changed.emit()
