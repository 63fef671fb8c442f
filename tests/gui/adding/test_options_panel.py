"""The options of new recordings: shown in short, changed at once, reached by keyboard."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QMainWindow,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kopia_desktop.core.settings import Settings
from kopia_desktop.core.vocabulary import parse
from kopia_desktop.gui.adding.language_box import LanguageBox
from kopia_desktop.gui.adding.options_panel import OptionsButton
from kopia_desktop.gui.check_list import CheckList
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.labels import Trouble
from tests.gui.conftest import Arranged


@pytest.fixture
def button(context: Context, window: QMainWindow) -> OptionsButton:
    made = OptionsButton(context, window)
    window.setCentralWidget(made)
    return made


def child(button: OptionsButton, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = button.panel.findChild(kind, name)
    assert found is not None
    return found


def open_panel(button: OptionsButton, arranged: Arranged) -> None:
    button.click()
    arranged.settle()
    assert button.panel.isVisible()


def click(button: OptionsButton, name: str, arranged: Arranged) -> None:
    found = child(button, name, QAbstractButton)
    assert isinstance(found, QAbstractButton)
    found.click()
    arranged.settle()


def tick(button: OptionsButton, name: str, row: int, arranged: Arranged) -> None:
    """As a person does: the row by the arrow keys, the tick by Space."""
    found = child(button, name, CheckList)
    assert isinstance(found, CheckList)
    found.setFocus()
    found.setCurrentRow(row)
    QTest.keyClick(found, Qt.Key.Key_Space)
    arranged.settle()


def saved(context: Context) -> dict[str, dict[str, object]]:
    return dict(json.loads(context.data.settings.read_text("utf-8")))


def test_the_button_says_it_in_short(button: OptionsButton, context: Context) -> None:
    assert "Auto-detect · Starter model · fillers kept" in button.accessibleName()
    settings = context.settings()
    chosen = replace(settings.transcription, remove_filler_words=True, translate_to="de,fr")
    export = replace(settings.export, auto=True, formats="srt,docx")
    context.change_settings(replace(settings, transcription=chosen, export=export))
    button.refresh()
    whole = "Auto-detect · Starter model · fillers off · → German, French · SRT, DOCX"
    assert button.toolTip().endswith(whole)
    button.resize(160, 30)
    assert button.text().endswith("…")


def test_a_language_is_found_by_a_part_of_its_name(
    button: OptionsButton, arranged: Arranged, context: Context, qtbot: QtBot
) -> None:
    open_panel(button, arranged)
    box = child(button, "option-language", LanguageBox)
    assert isinstance(box, LanguageBox)
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "stralian")
    popup = box.completer().popup()
    assert popup.model().index(0, 0).data() == "Australian English"
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    arranged.settle()
    assert context.settings().transcription.language == box.code
    assert button.toolTip().split(": ")[1].startswith("Australian English")
    line.selectAll()
    QTest.keyClicks(line, "Klingonish")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.text() == "Australian English"


def test_each_change_is_a_setting_at_once(
    button: OptionsButton, arranged: Arranged, context: Context, qtbot: QtBot
) -> None:
    heard: list[Settings] = []
    button.settings_changed.connect(heard.append)
    open_panel(button, arranged)
    click(button, "option-fillers", arranged)
    assert saved(context)["transcription"]["remove_filler_words"] is True
    click(button, "option-export", arranged)
    tick(button, "option-formats", 2, arranged)
    assert saved(context)["export"] == {"auto": True, "formats": "srt,txt", "folder": ""}
    assert heard[-1] == context.settings()
    assert button.toolTip().endswith("fillers off · SRT, TXT")


def test_models_and_targets_are_those_of_this_computer(
    button: OptionsButton, arranged: Arranged, context: Context
) -> None:
    open_panel(button, arranged)
    targets = child(button, "option-targets", CheckList)
    assert isinstance(targets, CheckList)
    names = [targets.item(row).text() for row in range(targets.count())]
    assert names == [f"{name} (starter)" for name in ("English", "German", "Spanish")]
    button.panel.close()
    folder = context.data.translators / "en-de"
    folder.mkdir(parents=True)
    (folder / "fake.json").write_text('{"from": "en", "to": "de"}', "utf-8")
    context.models.add(context.models.find("starter").folder, name="mine")
    open_panel(button, arranged)
    assert targets.item(1).text() == "German"
    tick(button, "option-targets", 1, arranged)
    model = child(button, "option-model", QComboBox)
    assert isinstance(model, QComboBox)
    assert [model.itemText(row) for row in range(model.count())] == ["Starter model", "mine"]
    model.setFocus()
    QTest.keyClick(model, Qt.Key.Key_Down)
    arranged.settle()
    chosen = context.settings().transcription
    assert (chosen.model, chosen.translate_to) == ("mine", "de")
    about = [label for label in button.panel.findChildren(QLabel) if "nonsense" in label.text()]
    assert [label.isVisible() for label in about] == [False]


def test_a_list_of_terms_is_chosen_or_the_lists_are_opened(
    button: OptionsButton, arranged: Arranged, context: Context, qtbot: QtBot
) -> None:
    context.vocabularies.add("Colleagues", parse("Kopia = copia"))
    open_panel(button, arranged)
    box = child(button, "option-vocabulary", QComboBox)
    assert isinstance(box, QComboBox)
    shown = [box.itemText(row) for row in range(box.count())]
    assert shown == ["None", "Colleagues", "", "Edit lists…"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    arranged.settle()
    assert context.settings().transcription.vocabulary == "Colleagues"
    assert "Colleagues" in button.toolTip()
    with qtbot.waitSignal(button.vocabulary_wanted):
        QTest.keyClick(box, Qt.Key.Key_End)
    assert not button.panel.isVisible()
    assert context.settings().transcription.vocabulary == "Colleagues"
    context.vocabularies.remove("Colleagues")
    open_panel(button, arranged)
    assert box.currentText() == "Colleagues"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    arranged.settle()
    assert context.settings().transcription.vocabulary == ""


def test_the_starter_leads_to_the_models(
    button: OptionsButton, arranged: Arranged, context: Context, qtbot: QtBot
) -> None:
    open_panel(button, arranged)
    with qtbot.waitSignal(button.models_wanted):
        click(button, "option-get-model", arranged)
    assert not button.panel.isVisible()


def test_a_model_that_has_gone_is_said(
    button: OptionsButton, arranged: Arranged, context: Context
) -> None:
    settings = context.settings()
    gone = replace(settings.transcription, model="gone", translate_to="fr")
    context.change_settings(replace(settings, transcription=gone))
    open_panel(button, arranged)
    model = child(button, "option-model", QComboBox)
    assert isinstance(model, QComboBox)
    assert model.currentText() == "gone (not installed)"
    targets = child(button, "option-targets", CheckList)
    assert isinstance(targets, CheckList)
    assert targets.checked() == ("fr",)


def test_the_folder_for_files(
    button: OptionsButton, arranged: Arranged, context: Context, window: QMainWindow, tmp_path: Path
) -> None:
    open_panel(button, arranged)
    click(button, "option-export", arranged)
    click(button, "option-elsewhere", arranged)
    dialog = next(
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QFileDialog) and one.objectName() == "export-folder-dialog"
    )
    assert not button.panel.isVisible()
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    arranged.settle()
    assert context.settings().export.folder == str(tmp_path)
    open_panel(button, arranged)
    click(button, "option-beside", arranged)
    assert context.settings().export.folder == ""


def test_the_keyboard_goes_in_through_and_out(
    button: OptionsButton, arranged: Arranged, qtbot: QtBot
) -> None:
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    arranged.settle()
    click(button, "option-export", arranged)
    child(button, "option-language").setFocus()
    reached = set()
    for _ in range(20):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.add(widget.objectName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    wanted = {"option-language", "option-model", "option-fillers", "option-export"}
    assert wanted | {"option-formats", "option-beside", "option-browse"} <= reached
    QTest.keyClick(button.panel, Qt.Key.Key_Escape)
    assert not button.panel.isVisible()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)


def test_a_change_that_cannot_be_kept_is_said_and_taken_back(
    button: OptionsButton, arranged: Arranged, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_panel(button, arranged)
    context.data.settings.unlink(missing_ok=True)
    context.data.settings.mkdir()  # nothing can be written over a folder
    click(button, "option-fillers", arranged)
    error = child(button, "option-error", Trouble)
    assert isinstance(error, Trouble)
    assert error.isVisible()
    assert error.text.startswith("The data folder cannot be used.")
    fillers = child(button, "option-fillers", QAbstractButton)
    assert isinstance(fillers, QAbstractButton)
    assert not fillers.isChecked()
