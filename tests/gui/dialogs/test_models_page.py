"""Models in the settings: each with what can be done with it, in place while it arrives."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kopia_desktop.core.downloads import DownloadStatus
from kopia_desktop.core.paths import resource
from kopia_desktop.gui.dialogs.controls import Choice
from kopia_desktop.gui.dialogs.model_row import ModelRow
from kopia_desktop.gui.dialogs.models_page import ModelsPage
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.labels import Trouble
from kopia_desktop.gui.setting_changes import SettingId
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Answers
from tests.gui.downloads.conftest import Arriving

MODEL = SettingId("transcription", "model")
MB = 1_000_000


@pytest.fixture
def arriving(arranged: Arranged, qtbot: QtBot) -> Arriving:
    return Arriving(arranged, qtbot)


@pytest.fixture
def page(arranged: Arranged, settings_window: SettingsWindow) -> ModelsPage:
    settings_window.show_page("models")
    arranged.settle()
    found = settings_window.pages["models"]
    assert isinstance(found, ModelsPage)
    return found


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("speech-model"), tmp_path / "whisper-mine"))


def row(page: ModelsPage, name: str) -> ModelRow:
    found = page.speech.row(name) or page.translation.row(name)
    assert found is not None
    return found


def press(page: ModelsPage, deed: str, name: str) -> None:
    button = page.findChild(QPushButton, f"{deed}-{name}")
    assert isinstance(button, QPushButton)
    assert button.isVisibleTo(page)
    button.click()


def said(page: ModelsPage, name: str) -> str:
    trouble = row(page, name).findChild(Trouble)
    assert isinstance(trouble, Trouble)
    return trouble.text


def damage(arranged: Arranged, name: str) -> None:
    folder = arranged.context.data.models / name
    folder.mkdir(parents=True)
    (folder / "model.bin").write_bytes(b"cut off")


def test_the_catalogue_is_listed_with_one_recommended(page: ModelsPage) -> None:
    names = ("starter", "tiny", "base", "small", "medium", "large-v3-turbo", "large-v3")
    entries = [row(page, name).entry for name in names]
    notes = [entry.note for entry in entries if entry is not None]
    assert notes.count("recommended for this computer") == 1
    assert page.speech.row("tiny.en") is None
    page.more.click()
    more = page._more_speech.row("tiny.en")
    assert more is not None
    assert more.isVisibleTo(page)
    assert more.entry is not None
    assert more.entry.about.startswith("English only")


def test_a_model_is_downloaded_paused_and_given_up(page: ModelsPage, arriving: Arriving) -> None:
    shown = row(page, "small")
    press(page, "download", "small")
    arriving.tell()
    assert [one.name for one in arriving.service.list()] == ["small"]
    arriving.run("small", done=209 * MB, total=487 * MB, pace=11.4 * MB)
    assert row(page, "small") is shown, "the keyboard stays where it is"
    press(page, "pause", "small")
    arriving.tell()
    assert arriving.store.get("small").status is DownloadStatus.PAUSED
    press(page, "resume", "small")
    arriving.tell()
    press(page, "cancel", "small")
    arriving.tell()
    assert arriving.service.list() == ()
    press(page, "download", "small")


def test_a_failed_download_says_why_and_is_tried_again(
    page: ModelsPage, arriving: Arriving
) -> None:
    press(page, "download", "small")
    arriving.tell()
    arriving.fail("small", "download_refused")
    assert "KOPIA_MODEL_ENDPOINT" in said(page, "small")
    press(page, "resume", "small")
    arriving.tell()
    assert arriving.store.get("small").status is DownloadStatus.WAITING
    assert said(page, "small") == ""


def test_a_damaged_model_is_repaired(
    settings_window: SettingsWindow, arranged: Arranged, arriving: Arriving
) -> None:
    damage(arranged, "base")
    damage(arranged, "my own")
    settings_window.show_page("models")
    arranged.settle()
    page = settings_window.pages["models"]
    assert isinstance(page, ModelsPage)
    assert said(page, "base").startswith("Files of it are missing or damaged")
    own = page.findChild(QPushButton, "repair-my own")
    assert own is None or not own.isVisibleTo(page), "nobody knows where it came from"
    press(page, "repair", "base")
    arriving.tell()
    assert [one.name for one in arriving.service.list()] == ["base"]


def test_a_folder_is_added_used_and_removed(
    page: ModelsPage,
    model: Path,
    answers: Answers,
    arranged: Arranged,
    settings_window: SettingsWindow,
    qtbot: QtBot,
) -> None:
    answers.given = [model]
    with qtbot.waitSignal(settings_window.models_changed, timeout=10_000):
        page.add_folder_button.click()
        assert not page.add_folder_button.isEnabled()
    arranged.settle()
    press(page, "use", "whisper-mine")
    qtbot.waitUntil(page.changes.is_settled)
    arranged.settle()
    assert MODEL.of(arranged.context.settings()) == "whisper-mine"
    entry = row(page, "whisper-mine").entry
    assert entry is not None
    assert entry.note == "used for new recordings"
    press(page, "remove", "whisper-mine")
    press(page, "remove-no", "whisper-mine")
    arranged.settle()
    assert len(arranged.context.models.installed()) == 2
    press(page, "remove", "whisper-mine")
    press(page, "remove-yes", "whisper-mine")
    arranged.settle()
    assert [one.name for one in arranged.context.models.installed()] == ["starter"]
    settings_window.show_page("transcription")
    arranged.settle()
    control = settings_window.pages["transcription"].rows[MODEL].control
    assert isinstance(control, Choice)
    assert control.value() == "whisper-mine"
    assert "not installed" in control.box.currentText()


def test_what_is_no_model_is_said(
    page: ModelsPage, answers: Answers, arranged: Arranged, tmp_path: Path
) -> None:
    (tmp_path / "holiday").mkdir()
    answers.given = [tmp_path / "holiday"]
    page.add_folder_button.click()
    arranged.settle()
    assert page.trouble.text
    assert page.add_folder_button.isEnabled()
    answers.given = [None]
    page.add_folder_button.click()
    arranged.settle()
    assert len(arranged.context.models.installed()) == 1


def test_what_comes_with_the_program_stays(page: ModelsPage) -> None:
    for name in ("starter", "translate-en_es"):
        button = page.findChild(QPushButton, f"remove-{name}")
        assert button is None or not button.isVisibleTo(page)


def test_a_package_file_is_added_and_removed(
    page: ModelsPage, answers: Answers, arranged: Arranged, tmp_path: Path
) -> None:
    path = packed(resource("translators", "translate-en_es"), tmp_path / "es.argosmodel")
    answers.given = [path]
    page.add_package.click()
    arranged.settle()
    (added,) = arranged.context.data.translators.iterdir()
    entry = row(page, added.name).entry
    assert entry is not None
    assert (entry.title, entry.about) == ("English to Spanish", "Argos Translate")
    press(page, "remove", added.name)
    press(page, "remove-yes", added.name)
    arranged.settle()
    assert page.translation.row(added.name) is None
    assert list(arranged.context.data.translators.iterdir()) == []


def test_a_package_that_is_none_is_said(
    page: ModelsPage, answers: Answers, arranged: Arranged, tmp_path: Path
) -> None:
    path = tmp_path / "letter.argosmodel"
    path.write_bytes(b"Dear Sir or Madam")
    answers.given = [path]
    page.add_package.click()
    arranged.settle()
    assert page.translation_trouble.text
    assert page.add_package.isEnabled()


def test_a_search_for_languages_finds_the_page(settings_window: SettingsWindow) -> None:
    assert settings_window.pages["models"].filter("languages")
    assert settings_window.pages["models"].filter("speech mod")
    assert not settings_window.pages["models"].filter("port")


def test_a_search_does_not_unfold_the_rest(
    settings_window: SettingsWindow, page: ModelsPage
) -> None:
    settings_window.search.setText("model")
    settings_window.search.clear()
    assert not page._more_speech.isVisibleTo(page)
    assert page.speech.isVisibleTo(page)


def packed(folder: Path, path: Path) -> Path:
    """A package as Argos Translate gives it out."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, Path("translate-en_es-1_9") / file.relative_to(folder))
    return path
