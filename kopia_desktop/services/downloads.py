"""Downloads of models as the faces ask for them; the engine brings them, one at a time."""

from __future__ import annotations

from kopia_desktop.core.downloads import NAME, Download, DownloadOrder
from kopia_desktop.core.errors import DownloadError, DownloadNotFound
from kopia_desktop.core.events import DownloadsChanged, EventBus
from kopia_desktop.store.downloads import DownloadStore


class DownloadService:
    """What is on its way here. One that is done is no longer listed: its model is installed."""

    def __init__(self, store: DownloadStore, bus: EventBus) -> None:
        self._store = store
        self._bus = bus

    def list(self) -> tuple[Download, ...]:
        """In the order in which they are worked on."""
        return self._store.list()

    def find(self, name: str) -> Download | None:
        """None for one that is done, was cancelled or never asked for."""
        try:
            return self._store.get(name)
        except DownloadNotFound:
            return None

    def start(self, order: DownloadOrder) -> Download:
        """Bring a model here, behind the others; asked for again, the same download goes on.

        An installed model is repaired: only files that are missing or differ are fetched.
        Raises DownloadError for a name that cannot be a folder's.
        """
        if not NAME.fullmatch(order.name) or order.name.endswith("."):
            raise DownloadError(f"{order.name!r} cannot be a model's name.")
        return self._told(self._store.add(order))

    def pause(self, name: str) -> Download:
        """Stop within a second; what has arrived stays. Raises DownloadNotFound, StateConflict."""
        return self._told(self._store.pause(name))

    def resume(self, name: str) -> Download:
        """Go on with a paused one, in its old place. Raises DownloadNotFound."""
        return self._told(self._store.resume(name))

    def retry(self, name: str) -> Download:
        """Go on with a failed one, where it stopped. Raises DownloadNotFound."""
        return self._told(self._store.resume(name))

    def cancel(self, name: str) -> None:
        """Forget it; the engine removes what has arrived. Raises DownloadNotFound."""
        self._store.get(name)
        self._store.remove(name)
        self._bus.publish(DownloadsChanged())

    def _told(self, download: Download) -> Download:
        self._bus.publish(DownloadsChanged())
        return download
