"""Storage: sizes that are true, clean-ups that say what they do, and do no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.dialogs.storage_page import StoragePage
from kopia_desktop.gui.wording.times import size
from kopia_desktop.services.storage import StoragePart
from tests.gui.conftest import Arranged


@pytest.fixture
def page(arranged: Arranged, settings_window: SettingsWindow) -> StoragePage:
    data = arranged.context.data
    data.backups.mkdir(exist_ok=True)
    (data.backups / f"{data.database.stem}-3.db").write_bytes(b"x" * 5000)
    (data.logs / "engine.log.1").write_bytes(b"x" * 7000)
    (data.logs / "engine.log").write_text("now\n")
    settings_window.show_page("storage")
    arranged.settle()
    found = settings_window.pages["storage"]
    assert isinstance(found, StoragePage)
    return found


def _figure(page: StoragePage, name: str) -> str:
    label = page.findChild(QLabel, f"size-{name}")
    assert isinstance(label, QLabel)
    return label.text()


def test_sizes_are_those_of_the_service(page: StoragePage) -> None:
    sizes = page.context.storage.sizes()
    assert _figure(page, "backups") == size(5000)
    assert _figure(page, "logs") == size(sizes.logs)
    free = page.findChild(QLabel, "free-disk")
    assert isinstance(free, QLabel)
    assert size(sizes.total) in free.text()


def test_a_clean_up_takes_what_it_says(page: StoragePage, arranged: Arranged) -> None:
    data = arranged.context.data
    page.cleaners[StoragePart.LOGS].click()
    arranged.settle()
    assert not (data.logs / "engine.log.1").exists()
    assert (data.logs / "engine.log").exists()
    assert (data.backups / f"{data.database.stem}-3.db").exists()
    assert size(7000) in page.said.text()
    page.cleaners[StoragePart.BACKUPS].click()
    arranged.settle()
    assert _figure(page, "backups") == size(0)
    page.cleaners[StoragePart.BACKUPS].click()
    arranged.settle()
    assert "nothing" in page.said.text()


def test_recordings_go_only_after_a_second_click(
    page: StoragePage, arranged: Arranged, qtbot: QtBot
) -> None:
    button = page.cleaners[StoragePart.MEDIA]
    before = button.text()
    button.click()
    assert button.text() != before
    assert not page.said.isVisible()
    page.refresh()  # the page was left: the question with it
    assert button.text() == before
    button.click()
    button.click()
    arranged.settle()
    assert button.text() == before
    assert page.said.isVisible()


def test_the_data_folder_is_shown(page: StoragePage) -> None:
    line = page.findChild(QLineEdit, "data-folder")
    assert isinstance(line, QLineEdit)
    assert Path(line.text()) == page.context.data.root
