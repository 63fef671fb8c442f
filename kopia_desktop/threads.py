"""The QThreads: they host plain Python parts, of which they know ``run`` and ``stop`` only."""

from __future__ import annotations

from PySide6.QtCore import QThread

from kopia_desktop.engine.supervisor import Supervisor


class EngineThread(QThread):
    """Runs the supervisor beside the window, the server or a command."""

    def __init__(self, supervisor: Supervisor) -> None:
        super().__init__()
        self._supervisor = supervisor
        self.error: BaseException | None = None

    def run(self) -> None:
        """The thread's body; an error ends it and is kept for whoever started the thread."""
        try:
            self._supervisor.run()
        except BaseException as error:  # noqa: BLE001 - handed over to the starting thread
            self.error = error

    def stop(self) -> None:
        """End the engine and wait until its children are gone."""
        self._supervisor.stop()
        self.wait()
