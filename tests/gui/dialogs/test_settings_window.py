"""Settings in the window: each is changed, kept on disk, and there again in the next window."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.core import settings as settings_file
from kopia_desktop.core.settings import Settings, Theme
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.controls import Choice, Control, Decimal, Line, Switch, Whole
from kopia_desktop.gui.dialogs.setting_controls import FolderLine, settings_of
from kopia_desktop.gui.dialogs.setting_row import SettingRow
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.several import Several
from kopia_desktop.gui.setting_changes import SettingId, Value
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Answers, Show

IDS = [
    SettingId(page.name, item.name)
    for page in dataclasses.fields(Settings)
    for item in settings_of(page.name)
]
NUMBERS = [
    (SettingId(page.name, item.name), item)
    for page in dataclasses.fields(Settings)
    for item in settings_of(page.name)
    if item.metadata["low"] is not None
]
THEME = SettingId("appearance", "theme")
BEAM = SettingId("transcription", "beam_size")
MOTION = SettingId("appearance", "motion")


def _row(window: SettingsWindow, setting: SettingId) -> SettingRow:
    return next(page.rows[setting] for page in window.pages.values() if setting in page.rows)


def _change(control: Control, answers: Answers) -> Value:
    """Change the value as a person does; returns what must be kept."""
    match control:
        case Switch():
            control.box.click()
        case Choice():
            control.box.setCurrentIndex((control.box.currentIndex() + 1) % control.box.count())
            control.box.activated.emit(control.box.currentIndex())
        case Whole() | Decimal():
            control.box.stepBy(-1 if control.box.value() == control.box.maximum() else 1)
        case Several():
            item = control.list.item(1) or control.list.item(0)
            assert item is not None
            item.setCheckState(Qt.CheckState.Checked)
        case FolderLine():
            answers.given = [Path("/exports")]
            control.choose()
        case Line():
            control.box.setText("de")
            control.box.textEdited.emit("de")
        case _:
            raise AssertionError(control)
    return control.value()


def _settled(window: SettingsWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.changes.is_settled)


def _on_disk(context: Context) -> Settings:
    loaded = settings_file.load(context.data.settings)
    assert loaded.put_aside is None
    return loaded.settings


def test_every_setting_stands_on_one_page(settings_window: SettingsWindow) -> None:
    shown = [setting for page in settings_window.pages.values() for setting in page.rows]
    assert sorted(shown) == sorted(IDS)


@pytest.mark.parametrize("setting", IDS, ids=[f"{one.page}.{one.name}" for one in IDS])
def test_a_change_is_kept_and_there_again(
    setting: SettingId,
    app: App,
    arranged: Arranged,
    settings_window: SettingsWindow,
    answers: Answers,
    qtbot: QtBot,
    shown: Show[SettingsWindow],
) -> None:
    context = arranged.context
    (context.data.models / "large").mkdir(parents=True)
    translator = context.data.translators / "fake"
    translator.mkdir(parents=True)
    (translator / "fake.json").write_text('{"from": "en", "to": "es"}')
    context.vocabularies.add("Colleagues")
    settings_window.pages["transcription"].refresh()
    arranged.settle()
    row = _row(settings_window, setting)
    before = setting.of(context.settings())
    changed = _change(row.control, answers)
    assert changed != before
    _settled(settings_window, qtbot)
    assert setting.of(_on_disk(context)) == changed
    assert setting.of(context.settings()) == changed
    assert type(setting.of(context.settings())) is type(before)
    others = [one for one in IDS if one != setting]
    assert all(one.of(context.settings()) == one.of(Settings()) for one in others)
    second = shown(SettingsWindow(context))
    again = _row(second, setting)
    arranged.settle()
    assert again.control.value() == changed
    assert not again.trouble.text


@pytest.mark.parametrize(
    ("setting", "item"), NUMBERS, ids=[f"{s.page}.{s.name}" for s, _ in NUMBERS]
)
def test_numbers_stay_in_their_range(
    setting: SettingId,
    item: dataclasses.Field[float],
    context: Context,
    settings_window: SettingsWindow,
    qtbot: QtBot,
) -> None:
    control = _row(settings_window, setting).control
    assert isinstance(control, Whole | Decimal)
    low, high = item.metadata["low"], item.metadata["high"]
    for wanted, kept in ((high * 10 + 1, high), (low - 1000, low)):
        control.box.setValue(int(wanted) if isinstance(control, Whole) else wanted)
        settings_window.changes.flush()
        _settled(settings_window, qtbot)
        assert setting.of(_on_disk(context)) == pytest.approx(kept)


def test_a_fraction_that_cannot_be_shown_stays_exact(settings_window: SettingsWindow) -> None:
    control = _row(settings_window, SettingId("subtitles", "min_seconds")).control
    assert isinstance(control, Decimal)
    assert control.box.cleanText() == "0.83"
    assert control.value() == 5 / 6


def test_what_is_typed_is_written_once(settings_window: SettingsWindow, qtbot: QtBot) -> None:
    control = _row(settings_window, SettingId("engine", "threads")).control
    assert isinstance(control, Whole)
    kept: list[Settings] = []
    settings_window.settings_changed.connect(kept.append)
    control.box.setFocus()
    control.box.selectAll()
    qtbot.keyClicks(control.box, "128")
    _settled(settings_window, qtbot)
    assert [one.engine.threads for one in kept] == [128]


def test_a_disk_that_refuses_puts_the_control_back(
    context: Context, settings_window: SettingsWindow, qtbot: QtBot
) -> None:
    context.data.settings.mkdir()  # nothing can be renamed to a folder
    row = _row(settings_window, MOTION)
    assert isinstance(row.control, Switch)
    settings_window.show_page("appearance")
    row.control.box.click()
    _settled(settings_window, qtbot)
    assert row.control.value() is True
    assert context.settings().appearance.motion is True
    assert row.trouble.isVisible()
    assert "data folder" in row.trouble.text
    context.data.settings.rmdir()
    row.control.box.click()
    _settled(settings_window, qtbot)
    assert not row.trouble.isVisible()
    assert _on_disk(context).appearance.motion is False


def test_nothing_another_part_changed_is_lost(
    context: Context, settings_window: SettingsWindow, qtbot: QtBot
) -> None:
    other = dataclasses.replace(
        context.settings(),
        transcription=dataclasses.replace(context.settings().transcription, language="de"),
    )
    context.change_settings(other)
    row = _row(settings_window, BEAM)
    assert isinstance(row.control, Whole)
    row.control.box.setValue(1)
    _settled(settings_window, qtbot)
    assert _on_disk(context).transcription.language == "de"
    assert _on_disk(context).transcription.beam_size == 1
    assert _row(settings_window, SettingId("transcription", "language")).control.value() == "de"


def test_what_was_typed_last_is_kept_when_the_window_closes(
    context: Context, settings_window: SettingsWindow, qtbot: QtBot
) -> None:
    row = _row(settings_window, BEAM)
    assert isinstance(row.control, Whole)
    row.control.box.setValue(2)
    qtbot.keyClick(settings_window, Qt.Key.Key_Escape)
    assert not settings_window.isVisible()
    _settled(settings_window, qtbot)
    assert _on_disk(context).transcription.beam_size == 2


def test_the_theme_changes_at_once(
    context: Context, settings_window: SettingsWindow, qtbot: QtBot
) -> None:
    choice = _row(settings_window, THEME).control
    assert isinstance(choice, Choice)
    for theme, dark in ((Theme.DARK, True), (Theme.LIGHT, False)):
        choice.set_value(theme)
        choice.box.activated.emit(choice.box.currentIndex())
        qtbot.waitUntil(lambda dark=dark: context.theming.colours.dark is dark)


def test_the_sample_has_the_reading_size(settings_window: SettingsWindow) -> None:
    page = settings_window.pages["appearance"]
    control = page.rows[SettingId("appearance", "reading_points")].control
    assert isinstance(control, Whole)
    control.box.setValue(30)
    sample = page.findChild(type(page.content), "reading-sample")
    assert sample is not None
    assert sample.font().pointSize() == 30


def test_a_search_shows_what_it_means_and_nothing_else(
    settings_window: SettingsWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(settings_window.search, "reading si")
    visible = {
        setting
        for page in settings_window.pages.values()
        for setting, row in page.rows.items()
        if not row.isHidden()
    }
    assert visible == {SettingId("appearance", "reading_points")}
    assert settings_window.shown is settings_window.pages["appearance"]
    settings_window.search.setText("zzz")
    assert all(settings_window.list.item(row).isHidden() for row in range(7))
    qtbot.keyClick(settings_window, Qt.Key.Key_Escape)
    assert settings_window.isVisible()
    assert not any(settings_window.list.item(row).isHidden() for row in range(7))


def test_a_click_on_the_name_switches(settings_window: SettingsWindow, qtbot: QtBot) -> None:
    row = _row(settings_window, MOTION)
    settings_window.show_page("appearance")
    label = next(one for one in row.findChildren(type(row._label)) if one.text() == "Motion")
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    box = row.control.widget
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    _settled(settings_window, qtbot)


def test_the_wheel_changes_only_what_has_the_keyboard(settings_window: SettingsWindow) -> None:
    control = _row(settings_window, BEAM).control
    assert isinstance(control, Whole)
    settings_window.search.setFocus()

    def turn() -> None:
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, 120),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control.box, wheel)

    turn()
    assert control.value() == 5
    control.box.setFocus()
    turn()
    assert control.value() == 6
    settings_window.changes.flush()
