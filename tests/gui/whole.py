"""The whole window over a real app: as the program opens it, in the test's process."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.commands.desk import Desk
from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.gui.main_window import MainWindow
from kopia_desktop.gui.notices import Notice
from kopia_desktop.gui.player.panel import PlayerPanel
from kopia_desktop.gui.transcript.page import TranscriptPage
from kopia_desktop.gui.workplace import Workplace
from kopia_desktop.store.job_pages import JobQuery

LONG = 60_000
"""Milliseconds that recognition is given on a busy computer."""

_LEFT, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

PartT = TypeVar("PartT", bound=QObject)
DialogT = TypeVar("DialogT", bound=QDialog)


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def write_settings(root: Path, **pages: dict[str, Any]) -> int:
    """Settings for a data folder, its API on a free port; returns the port."""
    root.mkdir(parents=True, exist_ok=True)
    port = pages.setdefault("api", {}).setdefault("port", free_port())
    (root / "settings.json").write_text(json.dumps(pages), "utf-8")
    return int(port)


def when_asked(kind: type[DialogT], answer: Callable[[DialogT], None]) -> None:
    """Answer the dialog that the window is about to wait for, once it has the keyboard."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isActiveWindow():
            answer(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def answer_file_dialog(path: Path) -> None:
    """Type the name into the system's dialog that is about to come."""

    def type_name(dialog: QFileDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.selectAll()
        QTest.keyClicks(field, str(path))
        QTest.keyClick(field, Qt.Key.Key_Return)

    when_asked(QFileDialog, type_name)


@dataclass(slots=True)
class Whole:
    """The window with everything it stands on, and hands to use it."""

    app: App
    desk: Desk
    window: MainWindow
    qtbot: QtBot

    # What is there

    @property
    def workplace(self) -> Workplace:
        """The window's second step, which is there once it was ``opened``."""
        return self.window.complete()

    @property
    def page(self) -> TranscriptPage:
        return self.workplace.page

    @property
    def player(self) -> PlayerPanel:
        return self.workplace.player

    def jobs(self) -> tuple[Job, ...]:
        return self.app.jobs.page(JobQuery()).jobs

    def job(self) -> Job:
        """The only one."""
        (job,) = self.jobs()
        return job

    def transcript(self) -> Transcript:
        """What the store says now."""
        return self.app.transcripts.read(self.job().id)

    def texts(self) -> list[str]:
        """The lines of the store."""
        return [segment.text for segment in self.transcript().segments]

    def shown_texts(self) -> list[str]:
        """The lines of the open transcript, as its model gives them to the eye."""
        model = self.page.view.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def notices(self) -> list[str]:
        """The sentences above the content, and those of its parts."""
        found = self.window.findChildren(Notice)
        return [notice.text for notice in found if not notice.isHidden()]

    def find(self, kind: type[PartT], name: str) -> PartT:
        """The part of the window of that kind and name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    # Waiting

    def settle(self) -> None:
        """Until every lane has answered."""
        lanes = self.window.context.bridge.lanes
        self.qtbot.waitUntil(lambda: lanes.is_idle, timeout=10_000)

    def wait_for_status(self, status: JobStatus) -> Job:
        """Until the only job has it."""
        self.qtbot.waitUntil(
            lambda: len(self.jobs()) == 1 and self.job().status is status, timeout=LONG
        )
        self.settle()
        return self.job()

    # Hands

    def pick(self, job: Job) -> None:
        """As another process's job comes into the list, and a person picks it."""
        self.window.context.bridge.store_changed.emit()
        model = self.window.jobs.model
        self.qtbot.waitUntil(lambda: model.row_of(job.id) is not None)
        self.window.jobs.select_job(job.id)
        texts = [segment.text for segment in self.app.transcripts.read(job.id).segments]
        self.qtbot.waitUntil(lambda: self.shown_texts() == texts)
        self.settle()

    def press(self, keys: str, *, times: int = 1, on: QWidget | None = None) -> None:
        """Press keys as on the keyboard, at whatever has the focus."""
        sequence = QKeySequence(keys)
        for place in [*range(sequence.count())] * times:
            target = on or QApplication.focusWidget() or self.window
            QTest.keyClick(target, sequence[place].key(), sequence[place].keyboardModifiers())

    def type(self, text: str) -> None:
        """Type into what has the focus."""
        focused = QApplication.focusWidget()
        assert focused is not None, "nothing has the keyboard"
        QTest.keyClicks(focused, text)

    def action(self, name: str) -> QAction:
        return self.window.actions_[name]

    def drop(self, *paths: Path) -> None:
        """Drag files over the window and let them go, as the system's events tell it."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        screen = self.window.windowHandle()
        assert screen is not None
        place = QPoint(self.window.width() // 2, self.window.height() // 2)
        enter = QDragEnterEvent(place, _ACTIONS, data, _LEFT, _NO_KEY)
        QApplication.sendEvent(screen, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(screen, QDragMoveEvent(place, _ACTIONS, data, _LEFT, _NO_KEY))
        QApplication.processEvents()
        assert self.workplace.overlay.isVisible()
        drop = QDropEvent(QPointF(place), _ACTIONS, data, _LEFT, _NO_KEY)
        QApplication.sendEvent(screen, drop)
        assert drop.isAccepted()


@contextmanager
def opened(root: Path, qtbot: QtBot) -> Iterator[Whole]:
    """The window, shown and with its machinery running; all of it is ended afterwards."""
    if not (root / "settings.json").exists():
        write_settings(root)
    with built(root, qtbot) as whole:
        whole.window.show()
        whole.window.activateWindow()
        qtbot.waitUntil(lambda: whole.window.workplace is not None, timeout=10_000)
        whole.settle()
        yield whole


@contextmanager
def built(root: Path, qtbot: QtBot) -> Iterator[Whole]:
    """The window before it is shown: nothing runs yet."""
    qt = QApplication.instance()
    assert isinstance(qt, QApplication)
    with closing(App(root)) as app, closing(Desk.over(app, qt)) as desk:
        window = MainWindow(desk.context, put_aside=app.loaded_settings.put_aside)
        try:
            yield Whole(app, desk, window, qtbot)
        finally:
            window.quit()
            window.hide()
            window.deleteLater()
            QApplication.sendPostedEvents()
            QApplication.processEvents()
