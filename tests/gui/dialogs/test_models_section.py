"""Models in the settings: added whole or not at all, removed only after a question."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kopia_desktop.core.paths import resource
from kopia_desktop.gui.dialogs.controls import Choice
from kopia_desktop.gui.dialogs.models_section import ModelsSection
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.transcription_page import TranscriptionPage
from kopia_desktop.gui.setting_changes import SettingId
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Answers


@pytest.fixture
def page(arranged: Arranged, settings_window: SettingsWindow) -> TranscriptionPage:
    arranged.settle()
    found = settings_window.pages["transcription"]
    assert isinstance(found, TranscriptionPage)
    return found


@pytest.fixture
def section(page: TranscriptionPage) -> ModelsSection:
    return page.models


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("speech-model"), tmp_path / "whisper-small"))


def _press(section: ModelsSection, name: str) -> None:
    button = section.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_a_model_is_added_and_can_be_chosen(
    page: TranscriptionPage,
    section: ModelsSection,
    model: Path,
    answers: Answers,
    arranged: Arranged,
    settings_window: SettingsWindow,
    qtbot: QtBot,
) -> None:
    answers.given = [model]
    with qtbot.waitSignal(settings_window.models_changed, timeout=10_000):
        section.add.click()
        assert not section.add.isEnabled()
    assert section.add.isEnabled()
    assert [one.name for one in arranged.context.models.installed()] == ["starter", "whisper-small"]
    control = page.rows[SettingId("transcription", "model")].control
    assert isinstance(control, Choice)
    assert control.value() == "starter"
    assert control.box.findData("whisper-small") >= 0


def test_what_is_no_model_is_said(
    section: ModelsSection, answers: Answers, arranged: Arranged, tmp_path: Path
) -> None:
    (tmp_path / "holiday").mkdir()
    answers.given = [tmp_path / "holiday"]
    section.add.click()
    arranged.settle()
    assert section.trouble.text
    assert section.add.isEnabled()
    assert len(arranged.context.models.installed()) == 1


def test_no_folder_no_change(section: ModelsSection, answers: Answers, arranged: Arranged) -> None:
    answers.given = [None]
    section.add.click()
    arranged.settle()
    assert section.add.isEnabled()
    assert not section.trouble.text


def test_a_model_is_removed_after_a_question(
    section: ModelsSection, model: Path, arranged: Arranged
) -> None:
    section.add_folder(model)
    arranged.settle()
    _press(section, "remove-whisper-small")
    _press(section, "remove-no-whisper-small")
    arranged.settle()
    assert len(arranged.context.models.installed()) == 2
    _press(section, "remove-whisper-small")
    _press(section, "remove-yes-whisper-small")
    arranged.settle()
    assert [one.name for one in arranged.context.models.installed()] == ["starter"]


def test_the_starter_stays(section: ModelsSection) -> None:
    assert section.findChild(QPushButton, "remove-starter") is None


def test_a_chosen_model_that_is_gone_is_still_shown(
    page: TranscriptionPage, section: ModelsSection, model: Path, arranged: Arranged, qtbot: QtBot
) -> None:
    section.add_folder(model)
    arranged.settle()
    control = page.rows[SettingId("transcription", "model")].control
    assert isinstance(control, Choice)
    control.set_value("whisper-small")
    control.box.activated.emit(control.box.currentIndex())
    qtbot.waitUntil(page.changes.is_settled)
    arranged.context.models.remove("whisper-small")
    section.refresh()
    arranged.settle()
    assert control.value() == "whisper-small"
    assert "not installed" in control.box.currentText()
