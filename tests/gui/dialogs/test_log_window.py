"""The log in the window, and a report that gives nothing away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from kopia_desktop.core.log import EngineLog
from kopia_desktop.gui.dialogs.log_tail import LOGS, Level, read_tail
from kopia_desktop.gui.dialogs.log_window import LogWindow
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Show

_LINES = """\
2026-01-01 10:00:00,000 12 INFO kopia_desktop.engine: job begun
2026-01-01 10:00:01,000 12 WARNING kopia_desktop.engine: child ended
2026-01-01 10:00:02,000 recognize 13 ERROR kopia_desktop.worker: request failed: Traceback
  File "x.py", line 1
ValueError
2026-01-01 10:00:03,000 12 INFO kopia_desktop.engine: job done
"""


@pytest.fixture
def window(arranged: Arranged, shown: Show[LogWindow]) -> LogWindow:
    (arranged.context.data.logs / "engine.log").write_text(_LINES)
    made = shown(LogWindow(arranged.context))
    arranged.settle()
    return made


def test_the_end_of_the_file_is_shown(window: LogWindow) -> None:
    assert window.text.toPlainText() == _LINES.rstrip("\n")


def test_levels_take_their_tracebacks_along(window: LogWindow) -> None:
    window.levels.setCurrentIndex(2)
    assert window.text.toPlainText().splitlines() == _LINES.splitlines()[2:5]
    window.levels.setCurrentIndex(1)
    assert window.text.toPlainText().splitlines() == _LINES.splitlines()[1:5]


def test_what_is_written_meanwhile_appears(
    window: LogWindow, arranged: Arranged, qtbot: QtBot
) -> None:
    with (arranged.context.data.logs / "engine.log").open("a") as file:
        file.write("2026-01-01 10:00:04,000 12 INFO kopia_desktop.engine: something new\n")
    qtbot.waitUntil(lambda: "something new" in window.text.toPlainText(), timeout=6000)


def test_another_file_and_back(window: LogWindow, arranged: Arranged) -> None:
    (arranged.context.data.logs / "access.log").write_text(
        "2026-01-01 10:00:00,000 12 INFO kopia_desktop.api.access: GET /api/v1/jobs 200\n"
    )
    window.files.setCurrentIndex(2)
    arranged.settle()
    assert "GET /api/v1/jobs" in window.text.toPlainText()
    window.files.setCurrentIndex(1)
    arranged.settle()
    assert window.text.toPlainText() == ""


def test_the_files_are_those_that_are_written(tmp_path: Path) -> None:
    log = EngineLog(tmp_path)
    log.open()
    names = {Path(handler.baseFilename).name for _, handler in log._open}  # type: ignore[attr-defined]
    log.close()
    assert set(LOGS) == names | {"worker.log"}


def test_a_long_file_is_cut_at_a_line(tmp_path: Path) -> None:
    path = tmp_path / "engine.log"
    line = "2026-01-01 10:00:00,000 12 INFO kopia_desktop: " + "x" * 100
    path.write_text(f"{line}\n" * 5000)
    tail = read_tail(path)
    assert tail.is_cut
    assert {text for _, text in tail.lines} == {line}
    assert tail.lines[0][0] is Level.INFO


def test_the_report_holds_no_text_no_name_and_no_key(window: LogWindow, arranged: Arranged) -> None:
    context = arranged.context
    context.key.ensure()
    key = context.key.read()
    arranged.completed(["A secret sentence nobody may read."], name="Patient Meyer.wav")
    with (context.data.logs / "engine.log").open("a") as file:
        file.write(f"2026-01-01 10:00:05,000 12 INFO kopia_desktop: {key} Patient Meyer.wav\n")
    window.copy_report.click()
    arranged.settle()
    report = QGuiApplication.clipboard().text()
    assert "Kopia Desktop" in report
    for private in (key, "secret sentence", "Meyer", str(context.data.root)):
        assert private not in report
