"""A translation beside the original: in step, editable, stale lines marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QToolButton

from kopia_desktop.core.job import Job
from kopia_desktop.core.translation import TranslationStatus
from kopia_desktop.gui.notices import Notice
from kopia_desktop.gui.transcript.transcript_model import TRANSLATED
from tests.api.arranged import install_translator, translated
from tests.gui.transcript.conftest import Reader


@pytest.fixture
def job(reader: Reader) -> Job:
    made = reader.arranged.completed(["One.", "Two words here.", "Three."])
    translation = translated(reader.arranged.app, made.id, "es")
    reader.open(made)
    reader.page.set_translation(translation)
    reader.settle()
    return made


def lines(reader: Reader, job: Job) -> list[str]:
    service = reader.arranged.app.translations
    (translation,) = service.list(job.id)
    return [segment.text for segment in service.read(job.id, translation.id).segments]


def test_both_stand_side_by_side(reader: Reader, job: Job) -> None:
    assert reader.texts(TRANSLATED) == ["[es] One.", "[es] Two words here.", "[es] Three."]
    one, other = reader.view.cell_rect(1, 0), reader.view.cell_rect(1, 1)
    assert one.top() == other.top()
    assert one.right() < other.left()
    reader.page.resize(560, 600)
    reader.qtbot.wait(1)
    one, other = reader.view.cell_rect(1, 0), reader.view.cell_rect(1, 1)
    assert one.left() == other.left()
    assert one.bottom() < other.top()
    assert reader.view.indexAt(other.center()) == reader.model.index(1, 1)
    assert reader.view.indexAt(one.center()) == reader.model.index(1, 0)


def test_the_tabs_choose(reader: Reader, job: Job) -> None:
    (translation,) = reader.arranged.app.translations.list(job.id)
    tab = reader.page.findChild(QAbstractButton, f"transcript-language-{translation.id}")
    original = reader.page.findChild(QAbstractButton, "transcript-language-original")
    assert (tab.text(), original.text()) == ("ES", "EN")
    assert tab.isChecked()
    original.click()
    assert reader.model.columnCount() == 1
    tab.click()
    reader.settle()
    assert reader.model.columnCount() == 2


def test_the_translation_is_edited(reader: Reader, job: Job) -> None:
    reader.choose(1, 0)
    reader.control(Qt.Key.Key_Right)
    assert reader.view.currentIndex().column() == TRANSLATED
    reader.key(Qt.Key.Key_Return)
    reader.editor.selectAll()
    reader.type("Dos palabras.")
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    assert lines(reader, job)[1] == reader.texts(TRANSLATED)[1] == "Dos palabras."
    reader.page.undo()
    reader.settle()
    assert lines(reader, job)[1] == reader.texts(TRANSLATED)[1] == "[es] Two words here."


def test_tab_goes_to_the_other_language(reader: Reader, job: Job) -> None:
    reader.edit(0)
    reader.key(Qt.Key.Key_Tab)
    assert reader.editor.toPlainText() == "[es] One."
    reader.key(Qt.Key.Key_Tab)
    assert reader.editor.toPlainText() == "Two words here."
    reader.key(Qt.Key.Key_Backtab)
    assert reader.editor.toPlainText() == "[es] One."


def test_an_edited_original_makes_its_translation_stale(reader: Reader, job: Job) -> None:
    install_translator(reader.arranged.app, "en", "es")
    reader.edit(1)
    reader.type(" More")
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    reader.qtbot.waitUntil(lambda: reader.model.is_stale(1), timeout=5000)
    assert not reader.model.is_stale(0)
    button = reader.page.findChild(QToolButton, "transcript-stale")
    reader.qtbot.waitUntil(button.isVisible, timeout=2000)
    assert button.text() == "Translate 1 line again"
    cell = reader.view.cell_rect(1, 1)
    reader.click(QPoint(cell.left() + 30, cell.bottom() - 8))
    reader.settle()
    (translation,) = reader.arranged.app.translations.list(job.id)
    assert translation.status is TranslationStatus.PENDING
    assert reader.texts(TRANSLATED)[0] == "[es] One."  # what is there stays readable


def test_a_line_that_came_by_a_split_is_empty_and_can_be_written(reader: Reader, job: Job) -> None:
    editor = reader.edit(1)
    editor.place_cursor(len("Two words"))
    reader.control(Qt.Key.Key_Return)
    reader.settle()
    reader.key(Qt.Key.Key_Escape)
    assert reader.texts(TRANSLATED) == ["[es] One.", "[es] Two words here.", "", "[es] Three."]
    reader.edit(2, TRANSLATED)
    reader.type("aqui.")
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    assert lines(reader, job)[2] == "aqui."


def test_without_a_translator_it_is_said(reader: Reader) -> None:
    made = reader.arranged.completed(["Ichi.", "Ni."], language="ja")
    translation = translated(reader.arranged.app, made.id, "es")
    reader.open(made)
    reader.page.set_translation(translation)
    reader.settle()
    reader.page.retranslate()
    reader.settle()
    notice = reader.page.findChild(Notice)
    assert notice is not None
    assert notice.text


def test_a_deleted_translation_leaves_the_original(reader: Reader, job: Job) -> None:
    service = reader.arranged.app.translations
    (translation,) = service.list(job.id)
    service.delete(job.id, translation.id)
    reader.qtbot.waitUntil(lambda: reader.model.columnCount() == 1, timeout=5000)


def test_a_line_that_needs_no_words_is_not_called_untranslated(reader: Reader, job: Job) -> None:
    """A sentence may have fewer words than lines."""
    app = reader.arranged.app
    with app.database.transaction() as db:
        db.execute_sql("UPDATE translated_segments SET text = '' WHERE text LIKE '%Three%'")
    (translation,) = app.translations.list(job.id)
    reader.page.set_translation(None)
    reader.settle()
    reader.page.set_translation(translation.id)
    reader.settle()
    assert reader.texts(TRANSLATED) == ["[es] One.", "[es] Two words here.", ""]
    assert not reader.model.is_untranslated(2)
    index = reader.model.index(2, TRANSLATED)
    assert "translated" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
