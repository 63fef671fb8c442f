"""The QThreads: they host plain Python parts, of which they know ``run`` and ``stop`` only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QThread


class Part(Protocol):
    """What a thread hosts: the engine's supervisor, its errands, the API's server."""

    def run(self) -> None: ...

    def stop(self) -> None: ...


class PartThread(QThread):
    """Runs a part beside the window, the server or a command."""

    def __init__(self, part: Part, *, when_failed: Callable[[], None] = lambda: None) -> None:
        """``when_failed`` is called in this thread when an error ends the part."""
        super().__init__()
        self._part = part
        self._when_failed = when_failed
        self.error: BaseException | None = None

    def run(self) -> None:
        """The thread's body; an error ends it and is kept for whoever started the thread."""
        try:
            self._part.run()
        except BaseException as error:  # noqa: BLE001 - handed over to the starting thread
            self.error = error
            self._when_failed()

    def stop(self) -> None:
        """End the part and wait until it has ended (the supervisor's children are gone then)."""
        self._part.stop()
        self.wait()
