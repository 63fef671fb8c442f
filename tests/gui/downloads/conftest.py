"""Downloads in the states that the engine leaves them in; the engine itself does not run."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from kopia_desktop.core.catalogue import speech_model
from kopia_desktop.core.downloads import DownloadKind, DownloadOrder, FileSource
from kopia_desktop.core.events import DownloadsChanged
from kopia_desktop.core.job import JobError
from kopia_desktop.store.downloads import DownloadStore
from tests.gui.conftest import Arranged


class Arriving:
    """Does what the engine does with downloads, and tells of it."""

    def __init__(self, arranged: Arranged, qtbot: QtBot) -> None:
        self._arranged = arranged
        self._qtbot = qtbot
        self.service = arranged.app.downloads
        self.store = DownloadStore(arranged.app.database)

    def model(self, name: str) -> str:
        """A speech model of the catalogue is asked for."""
        self.service.start(speech_model(name).order)
        return name

    def package(self, source: str, target: str) -> str:
        """An Argos package is asked for."""
        name = f"translate-{source}_{target}-1.9"
        url = FileSource(f"https://x.example/{name}.argosmodel")
        self.service.start(DownloadOrder(name, DownloadKind.ARGOS_PACKAGE, url, 100_000_000))
        return name

    def run(self, name: str, *, done: int, total: int, pace: float = 0.0) -> None:
        """Some of it has arrived; it is the oldest that waits."""
        self.store.take_next()
        assert self.store.note_progress(name, done=done, total=total, bytes_per_second=pace)
        self.tell()

    def fail(self, name: str, code: str = "download_interrupted") -> None:
        self.store.take_next()
        assert self.store.fail(name, JobError(code, "The server went away.", ""))
        self.tell()

    def end(self, name: str) -> None:
        """It is installed, or was given up."""
        self.store.remove(name)
        self.tell()

    def tell(self) -> None:
        """Let the window hear of it, and answer all that it asks then."""
        self._arranged.app.bus.publish(DownloadsChanged())
        self._qtbot.wait(250)  # the bridge tells in rounds of 100 ms
        self._arranged.settle()


@pytest.fixture
def arriving(arranged: Arranged, qtbot: QtBot) -> Arriving:
    return Arriving(arranged, qtbot)
