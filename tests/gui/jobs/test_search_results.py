"""The search over all transcripts, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kopia_desktop.core.hits import SearchHit
from kopia_desktop.core.job import Job
from kopia_desktop.gui.jobs.hits_model import HitsModel, Recording
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.jobs.panel import JobsPanel

if TYPE_CHECKING:
    from tests.gui.conftest import Arranged
    from tests.gui.jobs.conftest import Open


def rows(panel: JobsPanel) -> list[str]:
    model = panel.results.model
    found = [model.index(n).data(HitsModel.RowRole) for n in range(model.rowCount())]
    return [f"# {row.title}" if isinstance(row, Recording) else row.snippet for row in found]


def find(panel: JobsPanel, text: str, qtbot: QtBot) -> None:
    panel.set_search_text(text)
    qtbot.waitUntil(lambda: panel.results.is_answered)


def two(arranged: Arranged) -> tuple[Job, Job]:
    ana = arranged.completed(["The budget first.", "Then the rest.", "A budget again."], name="Ana")
    ben = arranged.completed(["Our 🙂 budget."], name="Ben")
    return ana, ben


def test_sentences_stand_under_their_recordings(
    opened: Open, arranged: Arranged, qtbot: QtBot
) -> None:
    two(arranged)
    panel = opened()
    find(panel, "budget", qtbot)
    assert rows(panel) == [
        "# Ben",
        "Our 🙂 budget.",
        "# Ana",
        "The budget first.",
        "A budget again.",
    ]
    assert panel.results.isVisible()
    assert not panel.view.isVisible()
    panel.grab()  # marks are painted, past an emoji too
    panel.set_search_text("")
    assert panel.view.isVisible()


def test_arrows_pass_over_titles_and_enter_plays(
    opened: Open, arranged: Arranged, qtbot: QtBot
) -> None:
    ana, ben = two(arranged)
    panel = opened()
    told: list[tuple[str, float]] = []
    panel.hit_activated.connect(lambda job_id, _, seconds: told.append((job_id, seconds)))
    left: list[bool] = []
    panel.search_left.connect(lambda: left.append(True))
    find(panel, "budget", qtbot)
    panel.open_hit()  # Enter in the field: the first one
    panel.focus_list()
    view = panel.results.view
    assert view.hasFocus()
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert told == [(ben.id, 0.0), (ana.id, 4.0), (ana.id, 0.0)]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert left == [True]


def test_nothing_found_is_said(opened: Open, arranged: Arranged, qtbot: QtBot) -> None:
    two(arranged)
    panel = opened()
    find(panel, "zebra", qtbot)
    hint = panel.results.findChild(QLabel, "search-hint")
    assert isinstance(hint, QLabel)
    assert hint.isVisible()
    assert hint.text() == "Nothing found for «zebra»"


def test_only_the_answer_to_the_last_words_is_shown(
    opened: Open, arranged: Arranged, qtbot: QtBot
) -> None:
    two(arranged)
    panel = opened()
    answers: list[int] = []
    panel.results.model.modelReset.connect(lambda: answers.append(1))
    for text in ("b", "bu", "re", "rest"):
        panel.set_search_text(text)
    qtbot.waitUntil(lambda: panel.results.is_answered)
    assert rows(panel) == ["# Ana", "Then the rest."]
    assert len(answers) == 1


def test_an_edit_is_found_and_the_place_kept(
    opened: Open, arranged: Arranged, qtbot: QtBot
) -> None:
    ana, _ = two(arranged)
    panel = opened()
    find(panel, "budget", qtbot)
    for _ in range(3):
        panel.move_hit(1)
    chosen = panel.results.view.current_hit()
    assert isinstance(chosen, SearchHit)
    segments = next(arranged.app.transcripts.pieces(ana.id)).segments
    arranged.app.transcripts.edit(ana.id, segments[1].id, text="Then the budget.")
    qtbot.waitUntil(lambda: "Then the budget." in rows(panel))
    assert panel.results.view.current_hit() == chosen


def test_a_filter_ends_the_search(opened: Open, arranged: Arranged, qtbot: QtBot) -> None:
    two(arranged)
    panel = opened()
    panel.search_left.connect(lambda: panel.set_search_text(""))
    find(panel, "budget", qtbot)
    panel.filters.choose(JobFilter.DONE)
    assert panel.view.isVisible()


def test_a_hit_is_read_out_with_its_place(opened: Open, arranged: Arranged, qtbot: QtBot) -> None:
    two(arranged)
    panel = opened()
    find(panel, "rest", qtbot)
    index = panel.results.model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "0:02, Then the rest., Ana"
