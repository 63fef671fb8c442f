"""The downloads as the window sees them, and what a person does with one: one for all its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from kopia_desktop.core.downloads import DownloadOrder, Downloads
    from kopia_desktop.gui.bridge import Bridge
    from kopia_desktop.gui.context import Services
    from kopia_desktop.gui.lanes import Failed


class DownloadList(QObject):
    """Read again whenever it changed; what a person asks for goes through the lane for edits.

    The ``failed`` of each of these gets the KopiaError of what cannot be done.
    """

    changed = Signal(object)
    """The tuple of Download as it is now, in the order they are fetched; also where it is the same
    as before."""

    ended = Signal(object)
    """Names (a frozenset) that were in the list and are not any more: installed, or given up."""

    def __init__(self, bridge: Bridge, services: Services) -> None:
        super().__init__()
        self._lanes = bridge.lanes
        self._services = services
        self._all: Downloads = ()
        bridge.downloads_changed.connect(self.read)
        bridge.store_changed.connect(self.read)

    @property
    def all(self) -> Downloads:
        """What was read last."""
        return self._all

    @Slot()
    def read(self) -> None:
        self._lanes.read(self._list, self._take)

    def start(self, orders: Sequence[DownloadOrder], failed: Failed) -> None:
        """Fetch these after what is being fetched; one that failed is tried again."""
        wanted = tuple(orders)
        self._do(lambda: self._start(wanted), failed)

    def pause(self, name: str, failed: Failed) -> None:
        self._do(lambda: self._services.downloads.pause(name), failed)

    def resume(self, name: str, failed: Failed) -> None:
        """Go on, or try again."""
        self._do(lambda: self._services.downloads.resume(name), failed)

    def cancel(self, name: str, failed: Failed) -> None:
        """Give it up; what has arrived is deleted."""
        self._do(lambda: self._services.downloads.cancel(name), failed)

    def _do(self, work: Callable[[], object], failed: Failed) -> None:
        """Every change is told by its event, upon which the list is read."""
        self._lanes.edit(work, self._done, failed)

    def _start(self, orders: Sequence[DownloadOrder]) -> None:
        """In the lane."""
        for order in orders:
            self._services.downloads.start(order)

    def _list(self) -> Downloads:
        """In the lane."""
        return tuple(self._services.downloads.list())

    def _take(self, downloads: Downloads) -> None:
        before = {each.name for each in self._all}
        self._all = downloads
        self.changed.emit(downloads)
        gone = before - {each.name for each in downloads}
        if gone:
            self.ended.emit(frozenset(gone))

    def _done(self, _: object) -> None:
        """See ``_do``."""
