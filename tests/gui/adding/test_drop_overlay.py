"""Dragging over the window: what is said, and what a drop gives."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.adding.add_flow import AddFlow
from kopia_desktop.gui.adding.drop_overlay import DropOverlay
from kopia_desktop.gui.context import Context
from tests.gui.adding.conftest import Adds

_LEFT, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction


@pytest.fixture
def overlay(context: Context, window: QMainWindow, flow: AddFlow) -> DropOverlay:
    field = QLineEdit(window)  # takes words by itself, but no files
    field.setGeometry(300, 200, 300, 200)
    field.show()
    made = DropOverlay(context, window)
    made.dropped.connect(flow.add_given)
    return made


def screen_of(window: QMainWindow) -> QWindow:
    """What the system's drags arrive at."""
    handle = window.windowHandle()
    assert handle is not None
    return handle


def mime(*names: str, links: str = "") -> QMimeData:
    made = QMimeData()
    urls = [QUrl.fromLocalFile(name) for name in names] + [QUrl(link) for link in links.split()]
    made.setUrls(urls)
    return made


def enter(window: QMainWindow, data: QMimeData) -> QDragEnterEvent:
    event = QDragEnterEvent(QPoint(3, 3), _ACTIONS, data, _LEFT, _NO_KEY)
    QApplication.sendEvent(screen_of(window), event)
    return event


def move(window: QMainWindow, data: QMimeData) -> QDragMoveEvent:
    event = QDragMoveEvent(QPoint(400, 300), _ACTIONS, data, _LEFT, _NO_KEY)
    QApplication.sendEvent(screen_of(window), event)
    return event


def drop(window: QMainWindow, data: QMimeData) -> QDropEvent:
    event = QDropEvent(QPointF(400, 300), _ACTIONS, data, _LEFT, _NO_KEY)
    QApplication.sendEvent(screen_of(window), event)
    return event


def test_a_drop_adds_and_nothing_is_moved_away(
    window: QMainWindow, overlay: DropOverlay, adds: Adds, recordings: Path, qtbot: QtBot
) -> None:
    data = mime(str(recordings), str(recordings / "notes.txt"))
    assert enter(window, data).isAccepted()
    assert overlay.isVisible()
    assert overlay.geometry() == window.rect()
    assert move(window, data).isAccepted()
    qtbot.wait(150)
    assert overlay.isVisible(), "the window's leave was the overlay's enter"
    event: list[QDropEvent] = []
    done = adds(lambda: event.append(drop(window, data)))
    assert event[0].isAccepted()
    assert event[0].dropAction() is Qt.DropAction.CopyAction
    assert not overlay.isVisible()
    assert len(done.added) == 3
    assert sorted(one.code for one in done.refused) == ["media_empty", "unsupported_media"]


def test_it_says_what_will_happen(window: QMainWindow, overlay: DropOverlay) -> None:
    names = ("/a/x.mp4", "/a/y.WAV", "/a/Folder", "/a/letter.pdf")
    enter(window, mime(*names, links="https://a.example/t.mp3 http://a.example/t.mp3"))
    said = overlay.text.splitlines()
    assert said[0].startswith("2 recording")
    assert said[1].startswith("1 link")
    assert said[2].startswith("1 folder")
    assert said[3] == "Auto-detect · Starter model · fillers kept"
    assert said[4].startswith("1 file")
    assert said[5].startswith("1 link")
    assert overlay.accessibleDescription() == overlay.text
    assert not overlay.grab().isNull()


def test_what_cannot_be_taken_is_said_before(window: QMainWindow, overlay: DropOverlay) -> None:
    enter(window, mime("/a/letter.pdf", "/a/picture.png"))
    assert overlay.text.splitlines()[0] == "This cannot be transcribed"
    assert not overlay.grab().isNull()


def test_nothing_on_disk_is_looked_at_while_dragging(
    window: QMainWindow, overlay: DropOverlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[object] = []

    def watched(name: str) -> Callable[..., Any]:
        real = getattr(os, name)

        def call(*args: Any, **named: Any) -> Any:
            seen.extend(args[:1])
            return real(*args, **named)

        return call

    with monkeypatch.context() as patched:
        for name in ("stat", "lstat", "scandir", "open"):
            patched.setattr(os, name, watched(name))
        enter(window, mime("/net/slow/a.mp4", "/net/slow/folder"))
    assert overlay.isVisible()
    assert not [path for path in seen if "slow" in str(path)]


def test_it_goes_when_the_drag_leaves(
    window: QMainWindow, overlay: DropOverlay, qtbot: QtBot
) -> None:
    data = mime("/a/x.mp4")
    enter(window, data)
    QApplication.sendEvent(screen_of(window), QDragLeaveEvent())
    qtbot.waitUntil(lambda: not overlay.isVisible())
    enter(window, data)
    move(window, data)
    QApplication.sendEvent(screen_of(window), QDragLeaveEvent())
    qtbot.waitUntil(lambda: not overlay.isVisible())


def test_words_without_a_link_are_no_recording(window: QMainWindow, overlay: DropOverlay) -> None:
    data = QMimeData()
    data.setText("just words")
    assert not enter(window, data).isAccepted()
    assert not overlay.isVisible()


def test_a_dragged_link_is_fetched(
    window: QMainWindow, overlay: DropOverlay, adds: Adds, context: Context
) -> None:
    data = QMimeData()
    data.setText("https://a.example/talk.mp3")
    enter(window, data)
    (job_id,) = adds(lambda: drop(window, data)).added
    assert context.jobs.get(job_id).media_url == "https://a.example/talk.mp3"
