"""The parts that take recordings in, in a window, over a real app."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.adding.add_flow import AddFlow
from kopia_desktop.gui.context import Context
from kopia_desktop.services.adding import AddSummary

Adds = Callable[[Callable[[], object]], AddSummary]


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def flow(context: Context, window: QMainWindow) -> AddFlow:
    return AddFlow(context, window)


@pytest.fixture
def adds(flow: AddFlow, qtbot: QtBot) -> Adds:
    """Do something that adds, and wait for what came of it."""

    def run(act: Callable[[], object]) -> AddSummary:
        with qtbot.waitSignal(flow.finished, timeout=20_000) as heard:
            act()
        summary = heard.args[0] if heard.args else None
        assert isinstance(summary, AddSummary)
        return summary

    return run


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    """A folder of three recordings, one of them empty, and a text."""
    folder = tmp_path / "recordings"
    folder.mkdir()
    for name in ("take 1.wav", "take 10.wav", "take 2.wav"):
        (folder / name).write_bytes(b"RIFF" * 10)
    (folder / "empty.mp3").touch()
    (folder / "notes.txt").write_text("Not a recording.")
    return folder
