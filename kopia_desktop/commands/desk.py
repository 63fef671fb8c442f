"""What the window stands on: its context over an app, and the threads of its lanes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from kopia_desktop.app import App
from kopia_desktop.gui.bridge import Bridge
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.downloads.listing import DownloadList
from kopia_desktop.gui.garbage import GarbageRounds
from kopia_desktop.gui.lanes import Lanes
from kopia_desktop.gui.theme import Theming
from kopia_desktop.threads import PartThread

if TYPE_CHECKING:
    from kopia_desktop.core.errors import KopiaError
    from kopia_desktop.engine.device import DeviceChoice


@dataclass(slots=True)
class Desk:
    """The window's context over an app, and the threads of its lanes."""

    context: Context
    _bridge: Bridge
    _threads: tuple[PartThread, ...]
    _garbage: GarbageRounds

    @classmethod
    def over(cls, app: App, qt: QApplication) -> Desk:
        """Build what the window needs; its lanes run from now on."""
        garbage = GarbageRounds()
        lanes = Lanes(app.database.close)
        bridge = Bridge(app.bus, lanes, app.database.data_version)
        theming = Theming(qt)
        threads = tuple(PartThread(part) for part in lanes.parts)
        for thread in threads:
            thread.start()
        context = Context(bridge, theming, _Machinery(app), app, DownloadList(bridge, app))
        return cls(context, bridge, threads, garbage)

    def close(self) -> None:
        """End the lanes; edits that were asked for are written first."""
        for thread in self._threads:
            thread.stop()
        self._bridge.close()
        self.context.theming.close()
        self._garbage.close()


class _Machinery:
    """The app's engine and API as the window sees them."""

    def __init__(self, app: App) -> None:
        self._app = app

    def open_api(self) -> None:
        self._app.open_api()

    def start_engine(self) -> None:
        self._app.start_engine()
        self._app.start_errands()

    @property
    def device(self) -> DeviceChoice | None:
        return self._app.device

    @property
    def engine_error(self) -> BaseException | None:
        return self._app.engine_error()

    @property
    def api_url(self) -> str | None:
        address = self._app.api_address
        return None if address is None else address.api_url

    @property
    def api_problem(self) -> KopiaError | None:
        return self._app.api_problem
