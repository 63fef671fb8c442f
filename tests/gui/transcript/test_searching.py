"""Find and replace: as a person types, over all lines, in both columns."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton

from kopia_desktop.gui.transcript.find_bar import FindBar
from tests.gui.transcript.conftest import Reader

TEXTS = ["The budget is late.", "No Budget at all.", "Budgets and a budget."]


def find(reader: Reader, text: str) -> None:
    edit = reader.page.findChild(QLineEdit, "find-text")
    edit.clear()
    reader.qtbot.keyClicks(edit, text)
    reader.settle()


def press(reader: Reader, name: str) -> None:
    kind = QToolButton if name.startswith("find") else QPushButton
    reader.qtbot.mouseClick(reader.page.findChild(kind, name), Qt.MouseButton.LeftButton)
    reader.settle()
    reader.qtbot.wait(150)
    reader.settle()


def count(reader: Reader) -> str:
    text: str = reader.page.findChild(QLabel, "find-count").text()
    return text


def test_find_as_you_type_and_go_round(reader: Reader) -> None:
    reader.open(reader.arranged.completed(TEXTS))
    reader.page.find()
    assert reader.page.findChild(QLineEdit, "find-text").hasFocus()
    find(reader, "budget")
    assert count(reader) == "1 of 4"
    edit = reader.page.findChild(QLineEdit, "find-text")
    rows = []
    for _ in range(4):
        rows.append(reader.view.currentIndex().row())
        reader.qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert rows == [0, 1, 2, 2]
    assert count(reader) == "1 of 4"
    assert reader.status == ["Went on from the beginning."]
    reader.qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count(reader) == "4 of 4"
    reader.page.find_next()
    assert count(reader) == "1 of 4"


def test_case_and_whole_words(reader: Reader) -> None:
    reader.open(reader.arranged.completed(TEXTS))
    reader.page.find()
    find(reader, "Budget")
    press(reader, "find-case")
    assert count(reader) == "1 of 2"
    press(reader, "find-words")
    assert count(reader) == "1 of 1"
    find(reader, "nothing")
    assert count(reader) == "No matches"


def test_escape_closes_and_takes_the_marks_away(reader: Reader) -> None:
    reader.open(reader.arranged.completed(TEXTS))
    reader.page.find()
    find(reader, "late")
    edit = reader.page.findChild(QLineEdit, "find-text")
    reader.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert reader.page.findChild(FindBar).isHidden()
    assert reader.view.hasFocus()


def test_replace_one_by_one(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(TEXTS))
    reader.page.replace()
    find(reader, "budget")
    reader.page.findChild(QLineEdit, "replace-text").setText("plan")
    press(reader, "replace-one")
    assert reader.stored(job)[0] == "The plan is late."
    assert count(reader) == "1 of 3"
    assert reader.view.currentIndex().row() == 1
    press(reader, "replace-one")
    assert reader.stored(job)[1] == "No plan at all."


def test_replace_all_is_one_step(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(TEXTS))
    reader.page.replace()
    find(reader, "budget")
    reader.page.findChild(QLineEdit, "replace-text").setText("plan")
    press(reader, "replace-all")
    assert reader.stored(job) == ["The plan is late.", "No plan at all.", "plans and a plan."]
    assert reader.texts() == reader.stored(job)
    assert reader.status == ["Replaced in 3 lines."]
    assert count(reader) == "No matches"
    reader.page.undo()
    reader.settle()
    assert reader.texts() == TEXTS


def test_replacing_with_what_holds_it_goes_on(reader: Reader) -> None:
    job = reader.open(reader.arranged.completed(TEXTS))
    reader.page.replace()
    find(reader, "late")
    reader.page.findChild(QLineEdit, "replace-text").setText("too late")
    press(reader, "replace-one")
    assert reader.stored(job)[0] == "The budget is too late."


def test_matches_follow_the_text(reader: Reader) -> None:
    reader.open(reader.arranged.completed(TEXTS))
    reader.page.find()
    find(reader, "budget")
    editor = reader.edit(0)
    editor.selectAll()
    editor.insertPlainText("Gone.")
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    reader.qtbot.wait(200)
    reader.settle()
    assert count(reader) == "1 of 3"
