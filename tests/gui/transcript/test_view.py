"""The view: words under the mouse, what is heard, fillers, doubts, directions, columns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QToolButton

from kopia_desktop.core.transcript import Doubt, Segment, Word
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.transcript.painted_rows import PaintedRows
from kopia_desktop.gui.transcript.row_painter import RowPainter
from kopia_desktop.gui.transcript.rows_view import RowsView
from tests.gui.conftest import spoken
from tests.gui.transcript.conftest import Reader

LINES = [f"This is the line number {n} of them all." for n in range(60)]


def japanese() -> Segment:
    parts = ["私は", "学生", "です。"]
    words = tuple(Word(t, n / 2, n / 2 + 0.5, 0.9, glued=n > 0) for n, t in enumerate(parts))
    return Segment(0, 0.0, 1.5, "".join(parts), words)


def test_a_click_on_a_word_plays_from_it(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    reader.click(reader.word_point(1, 2))
    start = reader.model.segment(1).words[2].start
    assert reader.played == [start]
    assert reader.view.currentIndex().row() == 1


def test_a_click_on_a_time_plays_the_line(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    left = reader.view.row_rect(1).center().y()
    reader.click(QPoint(reader.view.cell_rect(1, 0).left() - 30, left))
    assert reader.played == [reader.model.segment(1).start]


def test_a_click_beside_the_text_only_chooses_the_line(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    cell = reader.view.cell_rect(1, 0)
    reader.click(cell.center() + QPoint(cell.width() // 3, 0))
    assert reader.played == []
    assert reader.view.selected_rows() == [1]


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("ar", "مرحبا بكم في هذا التسجيل الطويل", 3),
        ("he", "שלום לכולם ב 2024 עם Kopia Desktop", 5),
        ("en", "Plain words from left to right", 2),
    ],
)
def test_words_are_hit_in_every_direction(
    reader: Reader, language: str, text: str, word: int
) -> None:
    segment = spoken(text, 0.0)
    reader.open(reader.arranged.completed(segments=[segment], language=language))
    reader.click(reader.word_point(0, word))
    assert reader.played == [segment.words[word].start]
    cell, layout = reader.view.cell_rect(0, 0), reader.view.layout_of(0, 0)
    assert layout is not None
    first = layout.rectangles(layout.shown.words[0].range)[0]
    if language == "en":
        assert first.left() == pytest.approx(0, abs=1)
    else:
        assert first.right() == pytest.approx(cell.width(), abs=2)


def test_words_of_unspaced_scripts_are_hit(reader: Reader) -> None:
    reader.open(reader.arranged.completed(segments=[japanese()], language="ja"))
    reader.click(reader.word_point(0, 1))
    assert reader.played == [0.5]


def test_the_gutter_mirrors_with_the_layout(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    left = reader.view.cell_rect(0, 0)
    reader.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = reader.view.cell_rect(0, 0)
    width = reader.view.viewport().width()
    assert abs((width - right.right()) - left.left()) <= 2
    index = reader.view.indexAt(QPoint(right.right() + 30, right.center().y()))
    assert index.row() == 0


def test_what_is_heard_is_marked(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    with reader.qtbot.waitSignal(reader.page.segment_entered) as entered:
        reader.page.set_position(0.7, True)
    first, second = reader.model.segment(0), reader.model.segment(1)
    assert entered.args == [first.id]
    assert reader.view.played_word == (6, 6)
    reader.page.set_position(1.45, True)
    assert reader.view.played_word is None  # a pause after the sentence
    with reader.qtbot.waitSignal(reader.page.segment_entered) as entered:
        reader.page.set_position(second.start + 0.1, True)
    assert entered.args == [second.id]
    assert reader.view.played_word == (0, 3)


def test_choosing_a_line_enters_it_only_while_nothing_plays(reader: Reader) -> None:
    reader.open(reader.arranged.completed())
    entered: list[int] = []
    reader.page.segment_entered.connect(entered.append)
    reader.choose(1)
    assert entered == [reader.model.segment(1).id]
    reader.page.set_position(0.1, True)
    reader.choose(1)
    assert entered[-1] == reader.model.segment(0).id


def test_the_view_follows_until_a_person_scrolls(reader: Reader) -> None:
    reader.open(reader.arranged.completed(LINES))
    bar = reader.view.verticalScrollBar()
    reader.page.set_position(reader.model.segment(30).start + 0.1, True)
    reader.qtbot.waitUntil(lambda: 0 < reader.view.row_rect(30).top() < 450, timeout=2000)
    pill = reader.view.following.pill
    assert pill.isVisible()
    bar.triggerAction(bar.SliderAction.SliderPageStepSub)
    assert not pill.isChecked()
    place = bar.value()
    reader.page.set_position(reader.model.segment(40).start + 0.1, True)
    reader.qtbot.wait(200)
    assert bar.value() == place
    reader.qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    reader.qtbot.waitUntil(lambda: 0 < reader.view.row_rect(40).top() < 450, timeout=2000)
    reader.page.set_position(0.0, False)
    assert not pill.isVisible()


def test_new_lines_are_followed_while_they_come_in(reader: Reader) -> None:
    job = reader.arranged.running()
    reader.arranged.recognise(job.id, 0, [spoken(text, n / 3) for n, text in enumerate(LINES)])
    reader.open(job)
    bar = reader.view.verticalScrollBar()
    reader.qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=2000)
    more = [spoken(f"And now line {n}.", 31.0 + n) for n in range(9)]
    reader.arranged.recognise(job.id, 1, more)
    reader.tell_added(job, 1)
    assert reader.model.rowCount() == 69
    reader.qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=2000)


def test_reading_elsewhere_is_not_disturbed_by_new_lines(reader: Reader) -> None:
    job = reader.arranged.running()
    later = [spoken(text, 31 + n / 3) for n, text in enumerate(LINES)]
    reader.arranged.recognise(job.id, 1, later)
    reader.open(job)
    bar = reader.view.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepSub)
    bar.triggerAction(bar.SliderAction.SliderPageStepSub)
    row = reader.view.rows_in(0, 100)[1]
    read, y = reader.model.segment(row).id, reader.view.row_rect(row).top()
    first = [spoken("Words that were said before it all, " * 5, 1.0 + n) for n in range(20)]
    reader.arranged.recognise(job.id, 0, first)
    reader.tell_added(job)
    now = reader.model.row_of(read)
    assert now == row + 20
    assert reader.view.row_rect(now).top() == y


def test_the_first_row_stays_when_those_above_turn_out_higher(reader: Reader) -> None:
    texts = ["W" * 70 + " " + "i" * 300 if n % 3 else "short" for n in range(300)]
    reader.open(reader.arranged.completed(texts))
    bar = reader.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    reader.qtbot.wait(1)
    for _ in range(60):
        row = reader.view.rows_in(0, 600)[2]
        y = reader.view.row_rect(row).top()
        before = bar.value()
        bar.setValue(before - 40)
        moved = reader.view.row_rect(row).top() - y
        assert moved == 40
    total = sum(reader.view.row_rect(row).height() for row in range(300))
    assert total == reader.view.row_rect(299).bottom() + 1 - reader.view.row_rect(0).top()


def test_fillers_are_switched_only_where_they_are_seen(reader: Reader) -> None:
    texts = ["Um, well, it is late.", "Uh.", "Yes, um, it is."]
    reader.open(reader.arranged.completed(texts))
    reader.page.set_filler_mode(FillerMode.HIDDEN)
    layouts = [reader.view.layout_of(row, 0) for row in range(3)]
    assert [layout and layout.shown.text for layout in layouts] == [
        "Well, it is late.",
        None,
        "Yes, it is.",
    ]
    assert reader.view.row_rect(1).height() == 0
    assert reader.view.isIndexHidden(reader.model.index(1, 0))
    reader.choose(0)
    reader.key(Qt.Key.Key_Down)
    assert reader.view.currentIndex().row() == 2
    reader.page.set_filler_mode(FillerMode.STRUCK)
    layout = reader.view.layout_of(0, 0)
    assert layout is not None
    assert layout.shown.struck == ((0, 3),)
    assert reader.view.row_rect(1).height() > 0


def test_one_key_to_the_next_doubtful_line(reader: Reader) -> None:
    segments = [
        spoken("All is well.", 0.0),
        spoken("This is not.", 2.0, confidence=0.2),
        spoken("All is well.", 4.0),
        Segment(0, 6.0, 7.0, "Loop.", (Word("Loop.", 6.0, 7.0, 0.9),), doubt=Doubt.LOOP),
    ]
    reader.open(reader.arranged.completed(segments=segments))
    reader.qtbot.wait(150)
    button = reader.page.findChild(QToolButton, "transcript-doubts")
    assert button.text() == "2 doubtful"
    reader.page.next_doubt()
    assert reader.view.selected_rows() == [1]
    reader.page.next_doubt()
    assert reader.view.selected_rows() == [3]
    assert reader.status == []
    reader.page.next_doubt()
    assert reader.view.selected_rows() == [1]
    assert reader.status == ["Went on from the beginning."]
    reader.page.previous_doubt()
    assert reader.view.selected_rows() == [3]
    assert reader.played == []
    reader.page.set_position(0.0, True)
    reader.page.next_doubt()
    assert reader.played == [2.0]


def test_a_corrected_word_is_no_longer_doubtful(reader: Reader) -> None:
    segment = spoken("This is bad.", 0.0, confidence=0.9)
    words = (*segment.words[:2], Word("bad.", 1.0, 1.5, 0.2))
    made = Segment(0, 0.0, 1.5, segment.text, words)
    reader.open(reader.arranged.completed(segments=[made]))
    assert reader.model.doubtful_count == 1
    editor = reader.edit(0)
    editor.selectAll()
    editor.insertPlainText("This is good.")
    reader.key(Qt.Key.Key_Return)
    reader.settle()
    assert reader.model.doubtful_count == 0


def test_lines_are_copied_as_they_are_shown(reader: Reader) -> None:
    reader.open(reader.arranged.completed(["Um, it is late.", "Yes."]))
    reader.choose(0)
    reader.control(Qt.Key.Key_A)
    reader.page.copy()
    reader.settle()
    assert QGuiApplication.clipboard().text() == "Um, it is late.\nYes."
    reader.page.set_filler_mode(FillerMode.HIDDEN)
    reader.page.copy()
    reader.settle()
    assert QGuiApplication.clipboard().text() == "It is late.\nYes."


def test_zoom_keeps_the_place_and_is_kept(reader: Reader) -> None:
    reader.open(reader.arranged.completed(LINES))
    reader.view.scrollTo(reader.model.index(30, 0), RowsView.ScrollHint.PositionAtTop)
    first = reader.view.rows_in(0, 10)[0]
    height = reader.view.row_rect(first).height()
    for _ in range(5):
        reader.page.zoom_in()
    assert reader.view.rows_in(0, 10)[0] == first
    assert reader.view.row_rect(first).height() > height
    settings = reader.arranged.context.settings
    reader.qtbot.waitUntil(lambda: settings().appearance.reading_points == 20, timeout=3000)
    reader.page.zoom_reset()
    assert reader.view.row_rect(first).height() == height
    for _ in range(20):
        reader.page.zoom_out()
    assert reader.view.reading_type().font.pointSize() == 10


def test_lines_are_80_characters_at_most_and_stand_in_the_middle(reader: Reader) -> None:
    reader.open(reader.arranged.completed(LINES))
    reader.page.resize(1900, 700)
    reader.qtbot.wait(1)
    cell, type_ = reader.view.cell_rect(0, 0), reader.view.reading_type()
    assert cell.width() == round(80 * type_.character)
    left = cell.left() - 16 - type_.time_width("10:00.0")
    right = reader.view.viewport().width() - cell.right()
    assert abs(left - right) <= 3


def test_keys_move_and_a_page_is_a_page(reader: Reader) -> None:
    reader.open(reader.arranged.completed(LINES))
    reader.choose(0)
    reader.key(Qt.Key.Key_Down)
    assert reader.view.currentIndex().row() == 1
    reader.key(Qt.Key.Key_PageDown)
    assert 8 < reader.view.currentIndex().row() < 20
    reader.key(Qt.Key.Key_End)
    assert reader.view.currentIndex().row() == 59
    assert reader.view.row_rect(59).bottom() <= reader.view.viewport().height()
    reader.key(Qt.Key.Key_Home)
    assert reader.view.currentIndex().row() == 0
    assert reader.view.verticalScrollBar().value() <= 16


def test_a_screen_reader_reaches_rows_and_texts(reader: Reader) -> None:
    segments = [spoken("We wanted to talk.", 3.1), spoken("Not sure.", 6.0, confidence=0.1)]
    reader.open(reader.arranged.completed(segments=segments))
    table = QAccessible.queryAccessibleInterface(reader.view)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Transcript"
    names = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert names == ["0:03.1, We wanted to talk.", "0:06.0, Not sure., doubtful"]
    rect = table.child(1).rect()
    origin = reader.view.viewport().mapToGlobal(QPoint(0, 0))
    assert rect.topLeft() - origin == reader.view.visualRect(reader.model.index(1, 0)).topLeft()


def test_only_the_row_that_is_heard_is_painted_again(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.open(reader.arranged.completed(LINES))
    reader.page.set_position(0.1, False)
    reader.qtbot.wait(5)
    painted: list[int] = []
    original = PaintedRows._paint_row

    def noting(self: PaintedRows, drawing: RowPainter, row: int) -> None:
        painted.append(row)
        original(self, drawing, row)

    monkeypatch.setattr(PaintedRows, "_paint_row", noting)
    reader.page.set_position(0.6, False)
    reader.qtbot.wait(20)
    assert painted == [0]
