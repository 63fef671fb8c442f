"""The states of the main window."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from kopia_desktop.core.errors import PortBusy
from kopia_desktop.gui.jobs import deeds
from kopia_desktop.gui.notices import Tone
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.services.adding import AddSummary, AlreadyThere
from kopia_desktop.services.collecting import LeftOut, Reason, Refusal
from tests.screens import data, texts
from tests.screens.stage import Stage

Popups = Generator[Sequence[QWidget], None, None]
Scene = Callable[[Stage], Popups]

_STEP = 3.2
"""Seconds between two sections, from which a speed can be told."""


def _opened(job: str) -> Scene:
    """What is seen of a job that was picked."""

    def scene(stage: Stage) -> Popups:
        stage.open(job)
        yield ()

    return scene


def _heard(job: str, *, line: int, word: int) -> Scene:
    """A word being played."""

    def scene(stage: Stage) -> Popups:
        stage.open(job)
        _hear(stage, job, line=line, word=word)
        yield ()

    return scene


def _fillers(mode: FillerMode) -> Scene:
    def scene(stage: Stage) -> Popups:
        stage.open("interview")
        stage.parts.page.set_filler_mode(mode)
        stage.parts.page.view.go_to(2)
        yield ()
        stage.parts.page.set_filler_mode(FillerMode.SHOWN)

    return scene


def film(stage: Stage) -> Popups:
    """With its picture, a word being played."""
    stage.open("sample")
    stage.parts.player.set_picture_shown(True)
    stage.settle()
    _hear(stage, "sample", line=2, word=3)
    yield ()
    stage.parts.player.set_picture_shown(False)


def running(stage: Stage) -> Popups:
    """Speed and time left are known after two steps; they stay known."""
    stage.open("running")
    if "running" not in stage.done:
        for index in range(12, 15):
            data.go_on(stage.app, stage.jobs["running"], index)
            QTest.qWait(round(_STEP * 1000))
    stage.done.add("running")
    yield ()


def editing(stage: Stage) -> Popups:
    stage.open("interview")
    stage.parts.page.view.go_to(10)
    stage.parts.page.edit_current()
    stage.settle()
    editor = stage.parts.page.view.editing.editor
    assert editor is not None
    editor.place_cursor(30)
    yield ()
    stage.parts.page.finish()
    stage.settle()


def replacing(stage: Stage) -> Popups:
    stage.open("interview")
    stage.parts.page.view.go_to(1)
    stage.parts.page.replace()
    _type(stage, "find-text", "budget")
    _type(stage, "replace-text", "estimate")
    yield ()
    QTest.keyClick(_field(stage, "find-text"), Qt.Key.Key_Escape)


def search(stage: Stage) -> Popups:
    stage.open("interview")
    _type(stage, "search-all", "budget")
    stage.settle()
    stage.window.jobs.move_hit(1)
    yield ()
    _field(stage, "search-all").clear()


def no_hits(stage: Stage) -> Popups:
    _type(stage, "search-all", "zeppelin")
    yield ()
    _field(stage, "search-all").clear()


def two_languages(stage: Stage) -> Popups:
    stage.open("interview")
    (spanish,) = stage.app.translations.list(stage.jobs["interview"])
    stage.parts.page.set_translation(spanish.id)
    stage.settle()
    stage.parts.page.view.go_to(texts.EDITED[0])
    yield ()
    stage.parts.page.set_translation(None)


def dropping(stage: Stage) -> Popups:
    names = ("Talk.mp3", "Lecture.mp4", "Notes.m4a", "letter.docx")
    yield from _dragged(stage, [QUrl.fromLocalFile(f"/recordings/{name}") for name in names])


def dropping_nothing(stage: Stage) -> Popups:
    yield from _dragged(stage, [QUrl.fromLocalFile("/recordings/letter.docx")])


def notices(stage: Stage) -> Popups:
    stage.open("interview")
    said = [
        stage.window.notices.say(_words("Doors", "The report is in the clipboard.")),
        stage.window.notices.say(worded(PortBusy("", hint="")).text, Tone.ERROR),
    ]
    said[1].add_button(_words("StartUp", "Open the settings"), lambda: None)
    stage.parts.start_up.say_settings_were_broken(Path("settings.broken-1763980000.json"))
    stage.parts.adding.finished.emit(added_summary(stage))
    yield ()
    stage.parts.adding.finished.emit(AddSummary(added=(stage.jobs["sample"],)))
    for notice in stage.window.notices.findChildren(QWidget, "notice"):
        notice.hide()
        notice.deleteLater()


def undo(stage: Stage) -> Popups:
    """A deletion that can still be undone."""
    stage.open("damaged")
    stage.window.jobs.delete_selected()
    yield ()
    stage.window.jobs.undo_deletion()


def palette(stage: Stage) -> Popups:
    stage.open("interview")
    stage.window.actions_["palette"].trigger()
    shown = stage.window.findChild(QDialog, "command-palette")
    assert isinstance(shown, QDialog)
    yield (shown,)
    shown.close()


def options(stage: Stage) -> Popups:
    stage.parts.options.open_panel()
    yield (stage.parts.options.panel,)
    stage.parts.options.panel.close()


def menu(stage: Stage) -> Popups:
    """The menu of the transcript, as it drops from the bar."""
    stage.open("interview")
    stage.parts.page.view.go_to(3)
    bar = stage.window.menuBar()
    action = bar.actions()[4]
    shown = action.menu()
    assert isinstance(shown, QMenu)
    place = bar.actionGeometry(action)
    mirrored = bar.layoutDirection() is Qt.LayoutDirection.RightToLeft
    # As the bar itself does it: the menu's first corner is below that of its title.
    corner = place.bottomRight() - QPoint(shown.sizeHint().width(), 0)
    shown.popup(bar.mapToGlobal(corner if mirrored else place.bottomLeft()))
    yield (shown,)
    shown.close()


def job_menu(stage: Stage) -> Popups:
    stage.open("interview")
    shown = deeds.menu(stage.window.jobs, stage.window.jobs.selected.possible())
    shown.popup(stage.window.jobs.mapToGlobal(stage.window.jobs.rect().center()))
    yield (shown,)
    shown.close()


def added_summary(stage: Stage) -> AddSummary:
    """Some of what was given was not taken."""
    return AddSummary(
        added=(stage.jobs["sample"], stage.jobs["interview"]),
        already=(AlreadyThere(stage.jobs["arabic"], Path("/recordings/radio.mp3")),),
        refused=(
            Refusal("/recordings/Minutes of the board meeting.pdf", "unsupported_media", "", ""),
            Refusal("/recordings/old/empty.wav", "media_empty", "", ""),
            Refusal("http://192.168.0.7/talk.mp3", "address_refused", "", ""),
            Refusal("/recordings/slides", Reason.NO_MEDIA_INSIDE, "", ""),
        ),
        left_out={LeftOut.OTHER_FILES: 12},
        others=(Path("/recordings/cover.jpg"), Path("/recordings/notes.txt")),
    )


def _hear(stage: Stage, job: str, *, line: int, word: int) -> None:
    """Go to the middle of a word."""
    segments = stage.app.transcripts.read(stage.jobs[job], remove_fillers=False).segments
    heard = segments[line].words[word]
    stage.parts.page.view.go_to(max(line - 2, 0))  # some lines before it are seen, too
    stage.settle()
    stage.parts.page.view.go_to(line)
    stage.parts.player.seek((heard.start + heard.end) / 2)
    stage.settle()


def _words(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)


def _field(stage: Stage, name: str) -> QLineEdit:
    found = stage.window.findChild(QLineEdit, name)
    assert isinstance(found, QLineEdit)
    return found


def _type(stage: Stage, name: str, text: str) -> None:
    _field(stage, name).setText(text)
    stage.settle()
    QTest.qWait(400)  # the search waits for the end of typing


def _dragged(stage: Stage, urls: list[QUrl]) -> Popups:
    stage.open("interview")
    mime = QMimeData()
    mime.setUrls(urls)
    middle = stage.window.rect().center()
    event = QDragEnterEvent(
        middle,
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(stage.window, event)
    yield ()
    stage.parts.overlay.hide()


SCENES = {
    "transcript": _heard("sample", line=3, word=4),  # the film with its picture off
    "film": film,
    "interview": _heard("interview", line=5, word=9),  # doubtful words, an edited line
    "running": running,
    "editing": editing,
    "replacing": replacing,
    "search": search,
    "no-hits": no_hits,
    "two-languages": two_languages,
    "failed": _opened("memory"),
    "missing": _opened("moved"),  # the recording was moved away
    "paused": _opened("paused"),
    "waiting": _opened("queued"),
    "fetching": _opened("fetching"),
    "silent": _opened("silent"),
    "arabic": _heard("arabic", line=3, word=5),
    "japanese": _heard("japanese", line=2, word=3),
    "long-name": _opened("german"),
    "struck": _fillers(FillerMode.STRUCK),
    "hidden": _fillers(FillerMode.HIDDEN),
    "dropping": dropping,
    "dropping-nothing": dropping_nothing,
    "notices": notices,
    "undo": undo,
    "palette": palette,
    "options": options,
    "menu": menu,
    "job-menu": job_menu,
}
