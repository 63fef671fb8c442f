"""The API's page: it shows what is served, moves it, and guards the key."""

from __future__ import annotations

import shlex
import socket
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from kopia_desktop.app import App
from kopia_desktop.core.settings import ApiSettings, Settings
from kopia_desktop.gui.dialogs.api_page import ApiPage
from kopia_desktop.gui.dialogs.controls import Switch, Whole
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.setting_changes import SettingId
from tests.gui.conftest import Arranged

PORT = SettingId("api", "port")
ENABLED = SettingId("api", "enabled")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield int(other.getsockname()[1])


@pytest.fixture
def page(app: App, arranged: Arranged, settings_window: SettingsWindow) -> ApiPage:
    app.change_settings(Settings(api=ApiSettings(port=_free_port())))
    app.open_api()
    settings_window.show_page("api")
    arranged.settle()
    found = settings_window.pages["api"]
    assert isinstance(found, ApiPage)
    found.show_settings(app.settings)
    return found


def _status(url: str, key: str) -> int:
    request = urllib.request.Request(f"{url}/jobs", headers={"Authorization": f"Bearer {key}"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def _press(page: ApiPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    assert button.isVisibleTo(page)
    button.click()


def test_the_address_is_shown_and_copied(page: ApiPage) -> None:
    url = page.context.machinery.api_url
    assert url is not None
    assert page.address.text() == url
    _press(page, "copy-address")
    assert QGuiApplication.clipboard().text() == url


def test_another_port_moves_the_server(page: ApiPage, qtbot: QtBot) -> None:
    old, key, port = page.address.text(), page.context.key.read(), _free_port()
    assert _status(old, key) == 200
    control = page.rows[PORT].control
    assert isinstance(control, Whole)
    control.box.setValue(port)
    qtbot.waitUntil(lambda: f":{port}/" in page.address.text(), timeout=10_000)
    assert _status(page.address.text(), key) == 200
    with pytest.raises(urllib.error.URLError):
        _status(old, key)


def test_off_is_off_and_on_is_on(page: ApiPage, qtbot: QtBot) -> None:
    url, key = page.address.text(), page.context.key.read()
    control = page.rows[ENABLED].control
    assert isinstance(control, Switch)
    control.box.click()
    qtbot.waitUntil(page.changes.is_settled, timeout=10_000)
    with pytest.raises(urllib.error.URLError):
        _status(url, key)
    assert not page.address.isVisibleTo(page)
    assert not page.trouble.text
    control.box.click()
    qtbot.waitUntil(page.changes.is_settled, timeout=10_000)
    assert _status(page.address.text(), key) == 200


def test_a_busy_port_is_said_and_a_free_one_helps(page: ApiPage, taken: int, qtbot: QtBot) -> None:
    control = page.rows[PORT].control
    assert isinstance(control, Whole)
    control.box.setValue(taken)
    qtbot.waitUntil(lambda: page.trouble.text != "", timeout=10_000)
    assert not page.address.isVisibleTo(page)
    _press(page, "api-free-port")
    qtbot.waitUntil(page.changes.is_settled, timeout=10_000)
    assert not page.trouble.text
    assert _status(page.address.text(), page.context.key.read()) == 200


def test_try_again_serves_once_the_port_is_free(
    page: ApiPage, arranged: Arranged, qtbot: QtBot
) -> None:
    control = page.rows[PORT].control
    assert isinstance(control, Whole)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        control.box.setValue(other.getsockname()[1])
        qtbot.waitUntil(lambda: page.trouble.text != "", timeout=10_000)
    _press(page, "api-again")
    arranged.settle()
    assert not page.trouble.text
    assert _status(page.address.text(), page.context.key.read()) == 200


def test_the_key_is_hidden_until_it_is_asked_for(page: ApiPage) -> None:
    key = page.context.key.read()
    assert page.key.line.displayText() != key
    assert key not in page.key.curl.text()
    page.key.show_key.click()
    assert page.key.line.displayText() == key
    assert page.key.line.echoMode() is QLineEdit.EchoMode.Normal
    assert key in page.key.curl.text()
    page.key.show_key.click()
    assert key not in page.key.line.displayText() + page.key.curl.text()


def test_the_line_for_curl_works_as_it_is_copied(page: ApiPage) -> None:
    _press(page, "copy-curl")
    curl, option, header, url = shlex.split(QGuiApplication.clipboard().text())
    assert (curl, option) == ("curl", "-H")
    name, _, value = header.partition(": ")
    with urllib.request.urlopen(urllib.request.Request(url, headers={name: value})) as answer:
        assert answer.status == 200


def test_a_new_key_is_asked_about_and_ends_the_old_one(page: ApiPage, arranged: Arranged) -> None:
    old, url = page.context.key.read(), page.address.text()
    _press(page, "copy-key")
    assert QGuiApplication.clipboard().text() == old
    _press(page, "new-key")
    _press(page, "new-key-no")
    arranged.settle()
    assert page.context.key.read() == old
    _press(page, "new-key")
    _press(page, "new-key-yes")
    arranged.settle()
    new = page.context.key.read()
    assert new != old
    assert page.key.line.text() == new
    assert (_status(url, old), _status(url, new)) == (401, 200)
    assert QGuiApplication.clipboard().text() != old


def test_a_key_that_cannot_be_read_is_said(page: ApiPage, arranged: Arranged) -> None:
    assert page.context.key.file is not None
    page.context.key.file.write_bytes(b"\xff\xff")
    page.refresh()
    arranged.settle()
    assert page.key.trouble.text
    assert not page.key.copy.isEnabled()


def test_escape_leaves_the_page(
    page: ApiPage, settings_window: SettingsWindow, qtbot: QtBot
) -> None:
    qtbot.keyClick(settings_window, Qt.Key.Key_Escape)
    assert not settings_window.isVisible()
