"""Lists of names and terms: made, typed, told what is wrong, chosen for new recordings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.core.settings import Settings
from kopia_desktop.core.vocabulary import NO_VOCABULARY, parse
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.job_vocabulary_dialog import JobVocabularyDialog
from kopia_desktop.gui.dialogs.vocabulary_dialog import VocabularyDialog
from kopia_desktop.gui.labels import Trouble
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Show

KOPIA = parse("Kopia = copia, copya\nNgozi Adichie")


@pytest.fixture
def dialog(
    context: Context, arranged: Arranged, shown: Show[VocabularyDialog], qtbot: QtBot
) -> VocabularyDialog:
    """With a list ``Colleagues``."""
    context.vocabularies.add("Colleagues", KOPIA)
    made = shown(VocabularyDialog(context))
    arranged.settle()
    return made


def button(dialog: QWidget, name: str) -> QAbstractButton:
    found = dialog.findChild(QAbstractButton, name)
    assert found is not None
    return found


def type_line(dialog: VocabularyDialog, text: str) -> None:
    """On a line of its own."""
    QTest.keyClick(dialog.editor.edit, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.editor.edit, text)


def trouble(dialog: VocabularyDialog | JobVocabularyDialog) -> str:
    found = dialog.editor.findChild(Trouble, "vocabulary-problem")
    assert isinstance(found, Trouble)
    return found.text


def name_it(dialog: VocabularyDialog, name: str, arranged: Arranged) -> None:
    """Type over the name that is being edited; Enter keeps it, a moment later."""
    editor = dialog.lists.list.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    arranged.settle()


def test_what_is_kept_is_shown(dialog: VocabularyDialog) -> None:
    assert dialog.lists.names == ("Colleagues",)
    assert dialog.editor.text == KOPIA.text
    assert dialog.editor.edit.hasFocus()
    assert not button(dialog, "vocabulary-use").isChecked()
    assert trouble(dialog) == ""


def test_what_is_typed_is_kept_as_it_is_typed(
    dialog: VocabularyDialog, context: Context, arranged: Arranged, qtbot: QtBot
) -> None:
    dialog.editor.edit.moveCursor(QTextCursor.MoveOperation.End)
    type_line(dialog, "Ana = anna")
    wanted = parse(KOPIA.text + "\nAna = anna")
    qtbot.waitUntil(lambda: context.vocabularies.get("Colleagues") == wanted)
    type_line(dialog, "= nothing")
    type_line(dialog, "Eve")
    assert trouble(dialog) == "Line 4: a name or term belongs before the =."
    assert len(dialog.editor.edit.extraSelections()) == 1
    dialog.flush()
    arranged.settle()
    assert context.vocabularies.get("Colleagues") == parse(wanted.text + "\nEve")


def test_lines_that_are_wrong_are_shown_once_before_they_are_dropped(
    dialog: VocabularyDialog, arranged: Arranged, context: Context
) -> None:
    button(dialog, "vocabulary-new").click()
    arranged.settle()
    name_it(dialog, "New list", arranged)
    dialog.editor.edit.setPlainText("Ana\n...")
    dialog.lists.show_names(dialog.lists.names, "Colleagues")
    button(dialog, "vocabulary-close").click()
    assert dialog.isVisible()
    assert dialog.lists.current == "New list"
    assert dialog.editor.edit.textCursor().blockNumber() == 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    arranged.settle()
    assert context.vocabularies.get("New list") == parse("Ana")


def test_a_new_list_is_named_and_the_first_one_is_used(
    context: Context, arranged: Arranged, shown: Show[VocabularyDialog]
) -> None:
    heard: list[Settings] = []
    dialog = shown(VocabularyDialog(context))
    dialog.settings_changed.connect(heard.append)
    arranged.settle()
    assert not dialog.editor.isEnabled()
    assert not button(dialog, "vocabulary-remove").isEnabled()
    button(dialog, "vocabulary-new").click()
    arranged.settle()
    name_it(dialog, "Ward 4", arranged)
    assert dialog.lists.names == ("Ward 4",)
    assert list(context.vocabularies.lists()) == ["Ward 4"]
    assert button(dialog, "vocabulary-use").isChecked()
    assert context.settings().transcription.vocabulary == "Ward 4"
    assert heard[-1] == context.settings()
    button(dialog, "vocabulary-use").click()
    arranged.settle()
    assert context.settings().transcription.vocabulary == ""


def test_renaming_takes_the_setting_along_and_a_taken_name_is_refused(
    dialog: VocabularyDialog, arranged: Arranged, context: Context
) -> None:
    context.vocabularies.add("Ward")
    button(dialog, "vocabulary-use").click()
    arranged.settle()
    button(dialog, "vocabulary-rename").click()
    name_it(dialog, "ward", arranged)
    assert dialog.lists.names == ("Colleagues",)
    assert "a list of that name already" in " ".join(
        found.text for found in dialog.findChildren(Trouble)
    )
    QTest.keyClick(dialog.lists.list, Qt.Key.Key_F2)
    name_it(dialog, "  People  here ", arranged)
    assert dialog.lists.names == ("People here",)
    assert dialog.lists.list.item(0).text() == "People here"
    assert context.vocabularies.get("People here") == KOPIA
    assert context.settings().transcription.vocabulary == "People here"
    dialog.editor.edit.setPlainText("Ana")
    dialog.close()
    arranged.settle()
    assert context.vocabularies.get("People here") == parse("Ana")


def test_a_removed_list_can_be_had_back(
    dialog: VocabularyDialog, arranged: Arranged, context: Context
) -> None:
    button(dialog, "vocabulary-use").click()
    arranged.settle()
    button(dialog, "vocabulary-remove").click()
    arranged.settle()
    assert context.vocabularies.lists() == {}
    assert context.settings().transcription.vocabulary == ""
    assert dialog.editor.text == ""
    button(dialog, "vocabulary-undo").click()
    arranged.settle()
    assert context.vocabularies.lists() == {"Colleagues": KOPIA}
    assert dialog.editor.text == KOPIA.text
    assert not button(dialog, "vocabulary-undo").isVisible()


def test_long_lists_say_what_a_model_can_take(dialog: VocabularyDialog) -> None:
    dialog.editor.edit.setPlainText("\n".join(f"Person Number{n}" for n in range(200)))
    said = dialog.editor.findChild(QWidget, "vocabulary-summary")
    assert "A model can listen for" in said.text()  # type: ignore[attr-defined]


# One transcript


@pytest.fixture
def job_dialog(
    context: Context, arranged: Arranged, shown: Show[JobVocabularyDialog]
) -> Callable[[str], JobVocabularyDialog]:
    def make(job_id: str) -> JobVocabularyDialog:
        made = shown(JobVocabularyDialog(context, job_id))
        arranged.settle()
        return made

    return make


def test_a_finished_transcript_is_spelled_by_what_is_typed(
    job_dialog: Callable[[str], JobVocabularyDialog], arranged: Arranged, context: Context
) -> None:
    job = arranged.completed(("today copia is new",))
    dialog = job_dialog(job.id)
    assert dialog.editor.text == ""
    dialog.editor.edit.setPlainText("Kopia = copia\n...")
    assert not button(dialog, "job-vocabulary-apply").isEnabled()
    dialog.editor.edit.setPlainText("Kopia = copia")
    button(dialog, "job-vocabulary-apply").click()
    arranged.settle()
    assert not dialog.isVisible()
    assert context.transcripts.read(job.id).text == "today Kopia is new"


def test_a_list_can_be_taken_and_left_again(
    job_dialog: Callable[[str], JobVocabularyDialog], arranged: Arranged, context: Context
) -> None:
    context.vocabularies.add("Colleagues", KOPIA)
    job = arranged.completed(("today copia is new",))
    context.vocabularies.set_for_job(job.id, parse("Own = today"))
    dialog = job_dialog(job.id)
    assert dialog.editor.text == "Own = today"
    box = dialog.findChild(QComboBox, "job-vocabulary-from")
    assert isinstance(box, QComboBox)
    for row, text in ((1, KOPIA.text), (0, "Own = today"), (1, KOPIA.text)):
        box.setCurrentIndex(row)
        box.activated.emit(row)
        assert dialog.editor.text == text
    button(dialog, "job-vocabulary-apply").click()
    arranged.settle()
    assert context.jobs.get(job.id).options.vocabulary == KOPIA


def test_a_job_that_is_gone_is_told(
    job_dialog: Callable[[str], JobVocabularyDialog], arranged: Arranged, context: Context
) -> None:
    job = arranged.completed()
    dialog = job_dialog(job.id)
    context.jobs.delete(job.id)
    button(dialog, "job-vocabulary-apply").click()
    arranged.settle()
    assert dialog.isVisible()
    assert any("no longer exists" in found.text for found in dialog.findChildren(Trouble))
    assert dialog.editor.vocabulary == NO_VOCABULARY
