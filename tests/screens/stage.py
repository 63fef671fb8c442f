"""One variant of the program (light or dark, a language, a letter size), ready for its pictures."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kopia_desktop.app import App
from kopia_desktop.commands.desk import Desk
from kopia_desktop.core import settings as settings_file
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Device, Settings, Theme
from kopia_desktop.engine.device import DeviceChoice
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.main_window import MainWindow
from kopia_desktop.gui.workplace import Workplace
from tests.screens import data

_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Variant:
    """How the program looks; ``letters`` is the system's font size, ``scale`` that of its screen
    (1.0 each).
    """

    theme: Theme
    language: str
    letters: float = 1.0
    scale: float = 1.0


VARIANTS = {
    "light-en": Variant(Theme.LIGHT, "en"),
    "dark-en": Variant(Theme.DARK, "en"),
    "light-de": Variant(Theme.LIGHT, "de"),
    "dark-de": Variant(Theme.DARK, "de"),
    "light-ar": Variant(Theme.LIGHT, "ar"),
    "dark-ar": Variant(Theme.DARK, "ar"),
    "letters150-de": Variant(Theme.LIGHT, "de", letters=1.5),
    "screen150-de": Variant(Theme.DARK, "de", scale=1.5),
}


class _Machinery:
    """As if engine and API ran: pictures are the same on every computer."""

    device = DeviceChoice(Device.CPU, "no NVIDIA driver found")
    engine_error: BaseException | None = None
    api_url = "http://127.0.0.1:8756/api/v1"
    api_problem: KopiaError | None = None

    def open_api(self) -> None: ...

    def start_engine(self) -> None: ...


class Stage:
    """The window over a data folder; pictures are taken of what it shows."""

    def __init__(self, app: App, desk: Desk, jobs: dict[str, str], pictures: Path) -> None:
        self.app = app
        self.context: Context = replace(desk.context, machinery=_Machinery())
        self.jobs = jobs
        self._pictures = pictures
        self.done: set[str] = set()  # what need not be done again for another size
        self.window = MainWindow(self.context)
        self.window.show()
        self.parts: Workplace = self.window.complete()
        self.settle()

    def settle(self) -> None:
        """Every lane has answered and what was to be painted is."""
        lanes = self.context.bridge.lanes
        for _ in range(2):
            self.wait(lambda: lanes.is_idle)
            QTest.qWait(110)  # the bridge tells in rounds of 100 ms
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until it is so. Raises TimeoutError."""
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            if time.monotonic() > deadline:
                raise TimeoutError("the window did not get there")
            QTest.qWait(20)

    def resize(self, size: QSize) -> None:
        self.window.resize(size)
        self.settle()

    def open(self, name: str) -> None:
        """Show a job."""
        self.parts.conductor.open_job(self.jobs[name])
        self.settle()

    def shoot(self, name: str, *popups: QWidget, of: QWidget | None = None) -> None:
        """Save a picture of a window, of the main one by itself, with its popups over it."""
        self.settle()
        self.parts.player.bar.show_sound(has_sound=True)  # also where pictures are made
        shown = of or self.window
        picture = shown.grab()
        painter = QPainter(picture)
        for popup in popups:
            place = popup.mapToGlobal(QPoint()) - shown.mapToGlobal(QPoint())
            painter.drawPixmap(place, popup.grab())
        painter.end()
        self._save(name, picture)

    def _save(self, name: str, picture: QPixmap) -> None:
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"{path} was not written")


def dress(application: QApplication, variant: Variant) -> None:
    """The letters of a variant; theme and language come with the settings."""
    font = QFont(application.font())
    font.setPointSizeF(font.pointSizeF() * variant.letters)
    application.setFont(font)


def settings_of(variant: Variant) -> Settings:
    """Those of a person who has chosen how the window looks."""
    chosen = Settings()
    looks = replace(chosen.appearance, theme=variant.theme, language=variant.language, motion=False)
    return replace(chosen, appearance=looks)


@contextmanager
def stage(variant: Variant, folder: Path, made: Path | None, pictures: Path) -> Iterator[Stage]:
    """Open the program on a copy of the made data, or on an empty folder."""
    root = folder / "data"
    jobs: dict[str, str] = {}
    if made is None:
        root.mkdir(parents=True)
    else:
        shutil.copytree(made / "data", root)
        jobs = data.jobs_of(made)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settings_file.save(settings_of(variant), root / "settings.json")
    with closing(App(root)) as app, closing(Desk.over(app, application)) as desk:
        shown = Stage(app, desk, jobs, pictures)
        try:
            yield shown
        finally:
            shown.window.quit()
            shown.settle()
