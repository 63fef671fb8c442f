"""The downloads as a part of the window sees them, and what a person does with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.downloads import Download, DownloadOrder
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context

Downloads = tuple[Download, ...]


class DownloadsShown(QObject):
    """Reads the list again whenever it changed; what a person asks for goes through the lanes."""

    changed = Signal(object)
    """The tuple of Download as it is now, in the order they are fetched; also where it is the same
    as before."""

    ended = Signal(object)
    """Names (a frozenset) that were in the list and are not any more: installed, or given up."""

    refused = Signal(object)
    """A KopiaError: what was asked for cannot be done."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._all: Downloads = ()
        context.bridge.downloads_changed.connect(self.read)
        context.bridge.store_changed.connect(self.read)

    @property
    def all(self) -> Downloads:
        """What was read last."""
        return self._all

    def named(self, name: str) -> Download | None:
        return next((each for each in self._all if each.name == name), None)

    @Slot()
    def read(self) -> None:
        self._context.bridge.lanes.read(self._list, self._take)

    def start(self, orders: Sequence[DownloadOrder]) -> None:
        """Fetch these after what is being fetched; one that failed is tried again."""
        self._do(lambda: self._start(tuple(orders)))

    def pause(self, name: str) -> None:
        self._do(lambda: self._context.downloads.pause(name))

    def resume(self, name: str) -> None:
        """Go on, or try again."""
        self._do(lambda: self._context.downloads.resume(name))

    def cancel(self, name: str) -> None:
        """Give it up; what has arrived is deleted."""
        self._do(lambda: self._context.downloads.cancel(name))

    def _do(self, work: Callable[[], object]) -> None:
        self._context.bridge.lanes.edit(work, self._done, self._refused)

    def _start(self, orders: Sequence[DownloadOrder]) -> None:
        """In the lane."""
        for order in orders:
            self._context.downloads.start(order)

    def _list(self) -> Downloads:
        """In the lane."""
        return tuple(self._context.downloads.list())

    def _take(self, downloads: Downloads) -> None:
        before = {each.name for each in self._all}
        self._all = downloads
        self.changed.emit(downloads)
        gone = before - {each.name for each in downloads}
        if gone:
            self.ended.emit(frozenset(gone))

    def _done(self, _: object) -> None:
        self.read()

    def _refused(self, error: KopiaError) -> None:
        self.refused.emit(error)
        self.read()
