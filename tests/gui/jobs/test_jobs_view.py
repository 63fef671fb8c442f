"""The list by keyboard, its rows, and a transcript that is dragged out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kopia_desktop.core.settings import Theme
from kopia_desktop.gui.jobs.job_row import JobRow
from kopia_desktop.gui.jobs.panel import JobsPanel

if TYPE_CHECKING:
    from tests.gui.conftest import Arranged
    from tests.gui.jobs.conftest import Open, Settled


def test_enter_and_a_double_click_open(opened: Open, arranged: Arranged) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(3)]
    panel = opened()
    told: list[str] = []
    panel.job_activated.connect(told.append)
    panel.view.setFocus()
    panel.view.select_row(1)
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    place = panel.view.visualRect(panel.model.index(2)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == [jobs[1].id, jobs[0].id]


def test_the_selection_is_told_once(opened: Open, arranged: Arranged, qtbot: QtBot) -> None:
    jobs = [arranged.job(f"{n}.wav") for n in range(3)]
    panel = opened()
    told: list[tuple[str, ...]] = []
    panel.selection_changed.connect(told.append)
    panel.view.setFocus()
    panel.view.select_row(0)
    QTest.keyClick(panel.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.wait(20)
    assert told == [(jobs[2].id, jobs[1].id, jobs[0].id)]


def test_letters_are_left_to_the_player(opened: Open, arranged: Arranged) -> None:
    arranged.job("m.wav")
    arranged.job("l.wav")
    panel = opened()
    panel.view.setFocus()
    panel.view.select_row(0)
    QTest.keyClick(panel.view, Qt.Key.Key_M)
    assert panel.view.currentIndex().row() == 0


def test_undo_is_the_lists_key_only_while_there_is_something(
    opened: Open, arranged: Arranged
) -> None:
    arranged.job()
    panel = opened()
    panel.view.setFocus()

    def takes_undo() -> bool:
        event = QKeyEvent(
            QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
        )
        event.ignore()
        QApplication.sendEvent(panel.view, event)
        return event.isAccepted()

    assert not takes_undo()
    panel.view.select_row(0)
    panel.delete_selected()
    assert takes_undo()


def test_a_transcript_is_dragged_out_as_a_file(
    opened: Open, settled: Settled, arranged: Arranged, qtbot: QtBot
) -> None:
    job = arranged.completed(["Hello there."], name="Interview mit Jürgen.mp4")
    arranged.job("not done.wav")
    panel = opened()
    panel.view.selectAll()
    qtbot.waitUntil(lambda: panel.view.drag_mime() is not None)
    mime = panel.view.drag_mime()
    assert mime is not None
    (url,) = mime.urls()
    path = Path(url.toLocalFile())
    assert path.name == "Interview mit Jürgen.srt"
    assert "Hello there." in path.read_text(encoding="utf-8")
    assert mime.text().strip() == "Hello there."

    segment = next(arranged.app.transcripts.pieces(job.id)).segments[0]
    arranged.app.transcripts.edit(job.id, segment.id, text="Good morning.")
    qtbot.waitUntil(lambda: panel.view.drag_mime() is None)  # it is old by now
    panel.view.clearSelection()
    panel.view.selectAll()
    qtbot.waitUntil(lambda: panel.view.drag_mime() is not None)
    again = panel.view.drag_mime()
    assert again is not None
    assert again.text().strip() == "Good morning."

    arranged.app.jobs.delete(job.id)
    settled(panel)
    assert not path.parent.exists()
    panel.flush()
    settled(panel)
    assert not (arranged.app.data.root / "drags").exists()


def row_image(panel: JobsPanel, row: int) -> QImage:
    return panel.view.viewport().grab(panel.view.visualRect(panel.model.index(row))).toImage()


def columns_of(image: QImage, colour: QColor, y: int) -> set[int]:
    return {x for x in range(image.width()) if image.pixelColor(x, y) == colour}


def test_progress_grows_in_reading_direction(
    opened: Open, settled: Settled, arranged: Arranged, qapp: QApplication
) -> None:
    arranged.context.theming.choose(Theme.LIGHT, motion=False)
    job = arranged.running()
    arranged.recognise(job.id, 0, [])
    panel = opened()
    colour = arranged.context.theming.colours.accent
    image = row_image(panel, 0)
    done = columns_of(image, colour, image.height() - 1)
    assert done == set(range(image.width() // 2))
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settled(panel)
    image = row_image(panel, 0)
    done = columns_of(image, colour, image.height() - 1)
    assert done == set(range(image.width() - image.width() // 2, image.width()))


def test_rows_grow_with_the_font(opened: Open, arranged: Arranged) -> None:
    arranged.job()
    panel = opened()
    assert panel.view.rowHeight(0) == JobRow.height(panel.view.fontMetrics()) >= 56
    font = panel.view.font()
    font.setPointSizeF(2 * font.pointSizeF())
    panel.view.setFont(font)
    assert panel.view.rowHeight(0) == JobRow.height(panel.view.fontMetrics()) > 60


def test_a_screen_reader_hears_the_whole_row(opened: Open, arranged: Arranged) -> None:
    arranged.completed(name="Interview with Ana.mp4")
    panel = opened()
    list_ = QAccessible.queryAccessibleInterface(panel.view)
    assert list_.text(QAccessible.Text.Name) == "Recordings"
    cells = [list_.child(n).text(QAccessible.Text.Name) for n in range(list_.childCount())]
    assert any(c.startswith("Interview with Ana.mp4, completed, ") for c in cells)
    assert any(c.endswith(", English") for c in cells)
