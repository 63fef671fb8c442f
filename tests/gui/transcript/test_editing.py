"""Correcting in place: with real keys, on a real store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from kopia_desktop.core.edits import Edited
from kopia_desktop.core.errors import DiskFull
from kopia_desktop.gui.notices import Notice
from kopia_desktop.gui.transcript.editing import SAVED_AFTER
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.services.transcripts import TranscriptService
from tests.gui.conftest import spoken
from tests.gui.transcript.conftest import Reader


def test_enter_opens_and_saves(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    editor = reader.edit(0)
    assert editor.hasFocus()
    editor.selectAll()
    reader.type("Hello here.")
    reader.key(Qt.Key.Key_Return)
    assert reader.view.editing.editor is None
    assert reader.texts()[0] == "Hello here."  # at once, before the store has answered
    reader.settle()
    assert reader.stored(job) == reader.texts() == ["Hello here.", "How are you today?"]
    assert reader.view.hasFocus()


def test_the_editor_stands_where_the_text_stood(reader: Reader) -> None:
    long = "many words that go on and on " * 8
    reader.open(reader.arranged.completed([long.strip(), "Short."]))
    layout = reader.view.layout_of(0, 0)
    assert layout is not None
    before = [layout.layout.lineAt(n).textStart() for n in range(layout.layout.lineCount())]
    row, below = reader.view.row_rect(0), reader.view.row_rect(1)
    editor = reader.edit(0)
    block = editor.document().firstBlock().layout()
    assert [block.lineAt(n).textStart() for n in range(block.lineCount())] == before
    cell = reader.view.cell_rect(0, 0)
    for number in (0, block.lineCount() - 1):
        line, old = block.lineAt(number), layout.layout.lineAt(number)
        baseline = editor.y() + block.position().y() + line.y() + line.ascent()
        assert baseline == pytest.approx(cell.y() + old.y() + old.ascent(), abs=0.01)
    assert reader.view.row_rect(0) == row
    assert reader.view.row_rect(1) == below


def test_the_row_grows_with_what_is_typed(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    height = reader.view.row_rect(0).height()
    reader.edit(0)
    reader.editor.insertPlainText(" and more of it" * 12)
    assert reader.view.row_rect(0).height() >= height + reader.view.reading_type().line
    assert reader.editor.geometry().bottom() < reader.view.row_rect(1).top()


def test_escape_restores_what_was_there(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    reader.edit(0)
    reader.type(" More")
    reader.key(Qt.Key.Key_Escape)
    reader.settle()
    assert reader.stored(job)[0] == reader.texts()[0] == "Hello there."


def test_a_pause_saves_and_escape_still_restores_it_all(reader: Reader) -> None:
    segment = spoken("Hello there", 0.0, confidence=0.3)
    job = reader.open(reader.arranged.completed(segments=[segment]))
    reader.edit(0)
    reader.type(" you")
    reader.qtbot.wait(SAVED_AFTER + 200)
    reader.settle()
    assert reader.stored(job) == ["Hello there you"]
    assert reader.view.editing.editor is not None
    reader.key(Qt.Key.Key_Escape)
    reader.settle()
    (now,) = reader.segments(job)
    assert now.text == "Hello there"
    assert [word.confidence for word in now.words] == [0.3, 0.3]
    assert not now.edited


def test_focus_loss_saves(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    reader.edit(0)
    reader.type(" Friend")
    reader.page.findChild(QPushButton, "transcript-export").setFocus()
    reader.settle()
    assert reader.stored(job)[0] == "Hello there. Friend"
    assert reader.view.editing.editor is None


def test_opening_another_job_saves(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    other = reader.arranged.completed(["Another one."], name="Other.wav")
    reader.edit(1)
    reader.type(" Well?")
    reader.open(other)
    assert reader.stored(job)[1] == "How are you today? Well?"
    assert reader.texts() == ["Another one."]


def test_split_at_the_cursor_and_undo_and_redo(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(["One two three four."]))
    reader.edit(0)
    reader.key(Qt.Key.Key_Home)
    for _ in range(8):
        reader.key(Qt.Key.Key_Right)
    reader.control(Qt.Key.Key_Return)
    reader.settle()
    assert reader.texts() == ["One two", "three four."]
    assert reader.view.editing.segment_id == reader.segments(job)[1].id
    assert reader.editor.textCursor().position() == 0
    reader.key(Qt.Key.Key_Escape)
    reader.page.undo()
    reader.settle()
    assert reader.texts() == reader.stored(job) == ["One two three four."]
    reader.page.redo()
    reader.settle()
    assert reader.texts() == reader.stored(job) == ["One two", "three four."]


def test_a_split_takes_along_what_was_typed(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(["One two three."]))
    reader.edit(0)
    reader.editor.insertPlainText(" 😀 five")
    for _ in range(4):
        reader.key(Qt.Key.Key_Left)
    reader.control(Qt.Key.Key_Return)
    reader.settle()
    assert reader.stored(job) == ["One two three. 😀", "five"]


def test_split_while_fillers_are_hidden(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(["Um, one two, uh, three four."]))
    reader.page.set_filler_mode(FillerMode.HIDDEN)
    layout = reader.view.layout_of(0, 0)
    assert layout is not None
    assert layout.shown.text == "One two three four."
    editor = reader.edit(0)
    assert editor.toPlainText() == "Um, one two, uh, three four."
    editor.place_cursor(len("Um, one two, uh,"))
    reader.control(Qt.Key.Key_Return)
    reader.settle()
    assert reader.stored(job) == ["Um, one two, uh,", "three four."]
    reader.key(Qt.Key.Key_Escape)
    reader.page.undo()
    reader.settle()
    assert reader.stored(job) == ["Um, one two, uh, three four."]
    layout = reader.view.layout_of(0, 0)
    assert layout is not None
    assert layout.shown.text == "One two three four."


def test_a_split_that_cannot_be_says_why_and_keeps_the_text(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(["One two"]))
    reader.edit(0)
    reader.type(" three")
    reader.control(Qt.Key.Key_Return)
    reader.settle()
    assert reader.editor.toPlainText() == "One two three"
    assert not reader.editor.isReadOnly()
    message = reader.view.findChild(QLabel, "segment-editor-message")
    assert "between two words" in message.text()
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    assert reader.stored(job) == ["One two three"]


def test_join_with_the_line_above(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    reader.edit(1)
    reader.control(Qt.Key.Key_Home)
    reader.control(Qt.Key.Key_Backspace)
    reader.settle()
    assert reader.texts() == reader.stored(job) == ["Hello there. How are you today?"]
    assert reader.editor.textCursor().position() == len("Hello there. ")


def test_control_backspace_inside_the_text_takes_a_word(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    reader.edit(1)
    reader.control(Qt.Key.Key_Backspace)
    assert reader.editor.toPlainText() != "How are you today?"
    assert reader.model.rowCount() == 2


def test_up_and_down_at_the_edge_go_to_the_neighbours(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(["First.", "Second.", "Third."]))
    reader.edit(1)
    reader.type(" Two")
    reader.key(Qt.Key.Key_Down)
    assert reader.view.editing.segment_id == reader.model.segment(2).id
    reader.key(Qt.Key.Key_Up)
    reader.key(Qt.Key.Key_Up)
    assert reader.view.editing.segment_id == reader.model.segment(0).id
    reader.key(Qt.Key.Key_Up)
    assert reader.view.editing.segment_id == reader.model.segment(0).id
    reader.settle()
    assert reader.stored(job)[1] == "Second. Two"


def test_an_emptied_line_is_deleted(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    editor = reader.edit(0)
    editor.selectAll()
    reader.key(Qt.Key.Key_Backspace)
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    assert reader.texts() == reader.stored(job) == ["How are you today?"]
    reader.page.undo()
    reader.settle()
    assert reader.texts() == ["Hello there.", "How are you today?"]
    assert reader.view.currentIndex().row() == 0


def test_play_and_pause_is_passed_on(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    reader.edit(0)
    with reader.qtbot.waitSignal(reader.page.toggle_play):
        reader.control(Qt.Key.Key_Space)
    assert reader.editor.toPlainText() == "Hello there."


def test_undo_in_the_editor_is_of_what_is_typed_then_of_the_steps(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    reader.edit(0)
    reader.type(" A")
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    reader.edit(1)
    reader.type(" B")
    while reader.editor.document().isUndoAvailable():
        reader.control(Qt.Key.Key_Z)
    assert reader.editor.toPlainText() == "How are you today?"
    reader.control(Qt.Key.Key_Z)
    reader.settle()
    assert reader.stored(job) == ["Hello there.", "How are you today?"]


def test_the_editor_survives_lines_that_come_in_above(reader: Reader) -> None:
    job = reader.arranged.running()
    later = [spoken(f"Line {n} of the second half.", 31.0 + n) for n in range(25)]
    reader.arranged.recognise(job.id, 1, later)
    reader.open(job)
    reader.edit(1)
    reader.type(" Typed")
    y = reader.editor.y()
    first = [spoken(f"Line number {n} of the first half.", 1.0 + 3 * n) for n in range(9)]
    reader.arranged.recognise(job.id, 0, first)
    reader.tell_added(job)
    assert reader.model.rowCount() == 34
    assert reader.editor.toPlainText() == "Line 1 of the second half. Typed"
    assert reader.editor.y() == y
    assert reader.editor.hasFocus()
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    assert reader.stored(job)[10] == "Line 1 of the second half. Typed"


def test_what_is_heard_goes_on_under_the_editor(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    reader.edit(0)
    reader.page.set_position(0.7, True)
    (mark,) = reader.editor.extraSelections()
    assert mark.cursor.selectedText() == "there."
    reader.page.set_position(2.0, True)
    assert reader.editor.hasFocus()
    assert reader.editor.toPlainText() == "Hello there."


def test_a_full_disk_loses_nothing(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    job = reader.open(reader.arranged.completed())

    def full(*args: object, **wanted: object) -> Edited:
        raise DiskFull("There is no space left.", hint="Free some.")

    with monkeypatch.context() as patched:
        patched.setattr(TranscriptService, "edit", full)
        reader.edit(0)
        reader.type(" Kept")
        reader.key(Qt.Key.Key_Return)
        reader.settle()
    assert reader.editor.toPlainText() == "Hello there. Kept"
    assert "full" in reader.view.findChild(QLabel, "segment-editor-message").text()
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    assert reader.stored(job)[0] == "Hello there. Kept"


def test_a_line_that_was_deleted_elsewhere_leaves_the_typed_text(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    reader.edit(0)
    reader.type(" Kept")
    reader.arranged.app.transcripts.delete(job.id, [reader.segments(job)[0].id])
    reader.qtbot.waitUntil(lambda: reader.model.rowCount() == 1, timeout=5000)
    reader.settle()
    notice = reader.page.findChild(Notice)
    assert notice is not None
    (button,) = notice.findChildren(QPushButton)
    button.click()
    assert QGuiApplication.clipboard().text() == "Hello there. Kept"


def test_edits_from_elsewhere_are_shown(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    first = reader.segments(job)[0]
    reader.arranged.app.transcripts.edit(job.id, first.id, text="Good day.")
    reader.qtbot.waitUntil(lambda: reader.texts()[0] == "Good day.", timeout=5000)
    reader.arranged.app.transcripts.split(job.id, first.id, 4)
    reader.qtbot.waitUntil(lambda: reader.model.rowCount() == 3, timeout=5000)
    reader.arranged.app.transcripts.undo(job.id)
    reader.qtbot.waitUntil(lambda: reader.model.rowCount() == 2, timeout=5000)


def test_own_edits_are_not_read_again(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.open(reader.arranged.completed())
    compared: list[None] = []
    monkeypatch.setattr(
        "kopia_desktop.gui.transcript.transcript_reader.TranscriptReader.compare",
        lambda self: compared.append(None),
    )
    for text in (" A", " B"):
        reader.edit(0)
        reader.type(text)
        reader.key(Qt.Key.Key_Return)
        reader.settle()
        reader.qtbot.wait(150)
    reader.page.undo()
    reader.settle()
    reader.qtbot.wait(150)
    assert compared == []


def test_double_click_puts_the_cursor_into_the_word(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    point = reader.word_point(1, 2)
    reader.qtbot.mouseDClick(reader.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    position = reader.editor.textCursor().position()
    assert len("How are ") <= position <= len("How are you")


def test_lines_are_joined_deleted_and_reverted_from_the_menu(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(["One.", "Two.", "Three."]))
    reader.choose(0)
    reader.page.merge_below()
    reader.settle()
    assert reader.stored(job) == ["One. Two.", "Three."]
    reader.page.merge_below()
    reader.settle()
    assert reader.stored(job) == ["One. Two. Three."]
    reader.page.revert()
    reader.settle()
    assert reader.texts() == reader.stored(job) == ["One.", "Two.", "Three."]
    reader.control(Qt.Key.Key_A)
    reader.key(Qt.Key.Key_Delete)
    reader.settle()
    assert reader.stored(job) == []
    reader.page.undo()
    reader.settle()
    assert reader.texts() == ["One.", "Two.", "Three."]


def test_edges_come_from_the_waveform(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed())
    first = reader.segments(job)[0]
    with reader.qtbot.waitSignal(reader.page.segments_changed, timeout=5000) as told:
        reader.page.move_edges(first.id, 0.2, 1.1)
    reader.settle()
    assert (told.args[0][0].start, told.args[0][0].end) == (0.2, 1.1)
    assert reader.segments(job)[0].start == 0.2


def test_a_line_split_before_the_played_word(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(["One two three four."]))
    reader.choose(0)
    reader.page.set_position(1.1, False)
    reader.page.split()
    reader.settle()
    assert reader.stored(job) == ["One two", "three four."]
