"""Translations are asked for by keyboard alone; what is missing is downloaded first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QRadioButton, QWidget

from kopia_desktop.core.argos_index import IndexEntry, write_index
from kopia_desktop.core.languages import target_languages
from kopia_desktop.gui.dialogs.targets import Standing, Target
from kopia_desktop.gui.dialogs.targets_model import TargetsModel
from kopia_desktop.gui.dialogs.translate_dialog import TranslateDialog
from kopia_desktop.gui.wishes import Wish
from kopia_desktop.store.jobs import JobQuery
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Show
from tests.translator_folders import add_argos

Open = Callable[..., TranslateDialog]


@pytest.fixture
def parent(shown: Show[QWidget]) -> QWidget:
    return shown(QWidget())


@pytest.fixture
def open_dialog(arranged: Arranged, parent: QWidget) -> Open:
    def make(*, language: str = "en") -> TranslateDialog:
        job = arranged.completed(language=language)
        dialog = TranslateDialog(arranged.context, job.id, parent)
        dialog.show()
        dialog.activateWindow()
        arranged.settle()
        return dialog

    return make


@pytest.fixture
def packages(arranged: Arranged) -> None:
    """The list of packages is known: en-es, en-fr, and en-de over which da is reached."""
    pairs = (("en", "es"), ("en", "fr"), ("en", "de"), ("de", "da"))
    entries = [IndexEntry(*pair, "1.9", "https://x.example/p.argosmodel") for pair in pairs]
    write_index(arranged.context.data.argos_index, entries)


def rows(model: TargetsModel) -> list[str | Target]:
    return [model.index(row, 0).data(TargetsModel.RowRole) for row in range(model.rowCount())]


def states(model: TargetsModel) -> dict[str, str]:
    """What stands beside each language, by code."""
    found = {}
    for row in range(model.rowCount()):
        target = model.target(row)
        if target is not None:
            found[target.code] = model.state_of(target)
    return found


def press(keys: str | Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    if isinstance(keys, str):
        QTest.keyClicks(focused, keys)
    else:
        QTest.keyClick(focused, keys)


def button(dialog: TranslateDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_every_language_has_its_place_and_a_reason(open_dialog: Open, packages: None) -> None:
    model = open_dialog().panel.model
    found = states(model)
    assert found.keys() == target_languages().keys() - {"en"}
    assert all(found.values())
    headings = [row for row in rows(model) if isinstance(row, str)]
    assert headings == ["Ready on this computer", "One download away", "Not available"]
    assert found["es"] == "starter package, for trying out"
    assert found["fr"] == "about 110 MB to download: Argos Translate"
    assert found["da"] == "about 220 MB to download: Argos Translate, via German"
    assert found["cy"] == "about 3.0 GB to download: MADLAD-400"
    assert found["ty"] == "no open model knows this language"


def test_what_is_installed_is_first_and_named(open_dialog: Open, arranged: Arranged) -> None:
    add_argos(arranged.context.data.translators, "en", "it")
    add_argos(arranged.context.data.translators, "it", "pt")
    model = open_dialog().panel.model
    targets = [row for row in rows(model) if isinstance(row, Target)]
    standings = [target.standing for target in targets]
    assert standings == sorted(standings)
    found = states(model)
    assert found["it"] == "Argos Translate"
    assert found["pt-pt"] == "Argos Translate, via Italian"


def test_a_language_is_found_ticked_and_translated_without_a_mouse(
    open_dialog: Open, arranged: Arranged
) -> None:
    dialog = open_dialog()
    assert QApplication.focusWidget() is dialog.panel.view.search
    press("espanol")
    press(Qt.Key.Key_Return)
    assert [target.code for target in dialog.panel.model.chosen] == ["es"]
    assert dialog.panel.view.search.text() == ""
    press(Qt.Key.Key_Return)
    arranged.settle()
    assert not dialog.isVisible()
    job = arranged.app.jobs.page(JobQuery()).jobs[-1]
    (made,) = arranged.app.translations.list(job.id)
    assert (made.language, made.formal) == ("es", True)


def test_arrows_and_space_tick_in_the_list(open_dialog: Open) -> None:
    dialog = open_dialog()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is dialog.panel.view.list
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    assert {target.code for target in dialog.panel.model.chosen} == {"de", "es"}
    press(Qt.Key.Key_Space)
    assert len(dialog.panel.model.chosen) == 1


def test_what_no_model_knows_cannot_be_ticked(open_dialog: Open) -> None:
    dialog = open_dialog()
    press("tahiti")
    press(Qt.Key.Key_Return)
    assert dialog.panel.model.chosen == ()
    assert not button(dialog, "translate-go").isEnabled()


def test_a_tick_stays_while_a_search_hides_it(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.panel.model.tick(["es"])
    press("german")
    assert [target.code for target in dialog.panel.model.chosen] == ["es"]
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible(), "Esc empties the search first"
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_starter_says_what_it_is(open_dialog: Open) -> None:
    dialog = open_dialog()
    dialog.panel.model.tick(["es"])
    said = dialog.panel.findChild(QWidget, "translate-plan")
    assert said is not None
    assert "Spanish: a starter package" in said.text()  # type: ignore[attr-defined]


def test_formality_is_asked_where_the_language_has_it(
    open_dialog: Open, arranged: Arranged
) -> None:
    dialog = open_dialog()
    informal = dialog.findChild(QRadioButton, "translate-informal")
    assert isinstance(informal, QRadioButton)
    assert not informal.isVisible()
    dialog.panel.model.tick(["es"])
    assert informal.isVisible()
    informal.click()
    button(dialog, "translate-go").click()
    arranged.settle()
    job = arranged.app.jobs.page(JobQuery()).jobs[-1]
    (made,) = arranged.app.translations.list(job.id)
    assert not made.formal
    again = open_dialog()
    again.panel.model.tick(["es"])
    informal = again.findChild(QRadioButton, "translate-informal")
    assert isinstance(informal, QRadioButton)
    assert informal.isChecked(), "the last choice is remembered"


def test_what_is_missing_is_downloaded_and_wished_for(
    open_dialog: Open, arranged: Arranged, packages: None
) -> None:
    dialog = open_dialog()
    wished: list[tuple[Wish, ...]] = []
    dialog.wished.connect(wished.append)
    dialog.panel.model.tick(["da", "es"])
    go = button(dialog, "translate-go")
    assert go.text() == "Download 220 MB and translate"
    go.click()
    arranged.settle()
    names = [one.name for one in arranged.context.downloads.list()]
    assert names == ["translate-en_de-1.9", "translate-de_da-1.9"]
    job = arranged.app.jobs.page(JobQuery()).jobs[-1]
    assert [one.language for one in arranged.app.translations.list(job.id)] == ["es"]
    ((wish,),) = wished
    assert wish == Wish(job.id, "da", True, ("translate-en_de-1.9", "translate-de_da-1.9"))


def test_a_real_package_can_be_had_in_place_of_a_starter(
    open_dialog: Open, arranged: Arranged, packages: None
) -> None:
    dialog = open_dialog()
    dialog.panel.model.tick(["es"])
    ways = dialog.findChild(QComboBox, "translate-with")
    assert isinstance(ways, QComboBox)
    texts = [ways.itemText(row) for row in range(ways.count())]
    assert texts == ["starter package, at once", "Argos Translate, 110 MB", "MADLAD-400, 3.0 GB"]
    ways.setCurrentIndex(1)
    ways.activated.emit(1)
    button(dialog, "translate-go").click()
    arranged.settle()
    assert [one.name for one in arranged.context.downloads.list()] == ["translate-en_es-1.9"]
    job = arranged.app.jobs.page(JobQuery()).jobs[-1]
    assert arranged.app.translations.list(job.id) == ()


def test_a_language_that_is_there_already_is_said(open_dialog: Open, arranged: Arranged) -> None:
    dialog = open_dialog()
    job = arranged.app.jobs.page(JobQuery()).jobs[-1]
    arranged.app.translations.request(job.id, ["es"])
    arranged.context.bridge.translations_changed.emit(frozenset({job.id}))
    arranged.settle()
    assert states(dialog.panel.model)["es"] == "translated already"


def test_a_disk_without_room_is_said_before(
    open_dialog: Open, arranged: Arranged, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(arranged.app.storage), "free", lambda _: 1_000_000_000)
    dialog = open_dialog()
    dialog.panel.model.tick(["cy"])
    assert not button(dialog, "translate-go").isEnabled()
    assert dialog.panel.trouble.text == "That needs 3.0 GB of the disk, 1.0 GB are free."


def test_a_screen_reader_hears_all_of_a_row(open_dialog: Open, packages: None) -> None:
    model = open_dialog().panel.model
    row = model.row_of("fr")
    assert row is not None
    heard = model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "French (fr), français: about 110 MB to download: Argos Translate"
    assert rows(model)[row].standing is Standing.OFFERED  # type: ignore[union-attr]


def test_what_is_on_its_way_is_said_and_can_be_wished_for(
    open_dialog: Open, arranged: Arranged, packages: None
) -> None:
    entry = arranged.context.translators.index().find("en", "fr")
    assert entry is not None
    arranged.context.downloads.start(entry.order)
    dialog = open_dialog()
    wished: list[tuple[Wish, ...]] = []
    dialog.wished.connect(wished.append)
    assert states(dialog.panel.model)["fr"] == "on its way: Argos Translate"
    dialog.panel.model.tick(["fr"])
    assert button(dialog, "translate-go").text() == "Translate"
    button(dialog, "translate-go").click()
    arranged.settle()
    assert [wish.language for wish in wished[0]] == ["fr"]
    assert len(arranged.context.downloads.list()) == 1
