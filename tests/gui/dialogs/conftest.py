"""What the dialogs' tests share: answers to questions for paths, and windows that are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow


@dataclass
class Answers:
    """Says these paths instead of a person, and notes what was asked."""

    given: list[Path | None] = field(default_factory=list)
    asked: list[Path] = field(default_factory=list)

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        self.asked.append(start)
        return self.given.pop(0)

    def file(self, parent: QWidget, title: str, start: Path, kind: str, ending: str) -> Path | None:
        self.asked.append(start)
        return self.given.pop(0)

    def new_file(self, parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
        self.asked.append(suggested)
        return self.given.pop(0)


W = TypeVar("W", bound=QWidget)
Show = Callable[[W], W]


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[W], W]:
    """Shows a window that is closed when the test ends."""

    def show(window: W) -> W:
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        return window

    return show


@pytest.fixture
def settings_window(
    context: Context, answers: Answers, shown: Show[SettingsWindow]
) -> SettingsWindow:
    return shown(SettingsWindow(context, ask=answers))
