"""The main window as a whole: what it remembers, asks, tells, and leaves alone."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kopia_desktop.core.job import JobStatus
from kopia_desktop.core.settings import Theme
from kopia_desktop.gui.closing import ClosingQuestion
from kopia_desktop.gui.dialogs.settings_window import SettingsWindow
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.tray import Tray
from tests.gui.conftest import Arranged, spoken
from tests.gui.whole import LONG, Whole, free_port, opened, when_asked, write_settings

ROOT = Path(__file__).resolve().parents[2]

NEEDS_NOTHING = frozenset(
    "open_files open_folder paste sample vocabulary settings close_window quit search_all palette"
    " focus_jobs focus_transcript focus_player zoom_in zoom_out zoom_reset full_screen mute help"
    " shortcuts log report licences about".split()
)


@pytest.fixture
def whole(folder: Path, qtbot: QtBot) -> Iterator[Whole]:
    with opened(folder, qtbot) as made:
        yield made


@pytest.fixture
def filled(whole: Whole, tmp_path: Path, qtbot: QtBot) -> Whole:
    """The window with one transcript open: two clear lines, one doubtful, one clear."""
    arranged = Arranged(whole.app, whole.window.context, tmp_path / "media", qtbot)
    segments = [
        spoken("Hello there.", 0.0),
        spoken("How are you today?", 2.0),
        spoken("Mumbled words here.", 5.0, confidence=0.2),
        spoken("A clear end.", 8.0),
    ]
    whole.pick(arranged.completed(segments=segments))
    return whole


def label(whole: Whole, name: str) -> str:
    return whole.find(QLabel, name).text()


# What is remembered


def test_it_stands_where_it_stood(folder: Path, speech: Path, qtbot: QtBot) -> None:
    with opened(folder, qtbot) as whole:
        whole.window.receive([str(speech / "single_en_01.flac")])
        whole.wait_for_status(JobStatus.COMPLETED)
        whole.window.setGeometry(20, 30, 780, 600)
        whole.window.across.setSizes([250, 530])
        before = (whole.window.geometry(), whole.window.across.sizes())
    with opened(folder, qtbot) as whole:
        qtbot.waitUntil(whole.window.across.isVisible)
        assert (whole.window.geometry(), whole.window.across.sizes()) == before


def test_what_was_never_seen_is_not_remembered(folder: Path, speech: Path, qtbot: QtBot) -> None:
    """Closed while empty: the list and the text have their first sizes when they come."""
    sizes = []
    for _ in range(2):
        with opened(folder, qtbot) as whole:
            assert whole.workplace.empty.isVisible()
    for _ in range(2):
        with opened(folder, qtbot) as whole:
            if not whole.jobs():
                whole.window.receive([str(speech / "single_en_01.flac")])
            qtbot.waitUntil(whole.window.across.isVisible)
            whole.wait_for_status(JobStatus.COMPLETED)
            sizes.append(_settled_sizes(whole, qtbot))
    (list_width, page_width), (page_height, player_height) = sizes[0]
    assert 300 <= list_width <= 400
    assert page_width >= 300
    assert page_height >= 200
    assert player_height >= 100
    assert sizes[0] == sizes[1]


def _settled_sizes(whole: Whole, qtbot: QtBot) -> tuple[list[int], list[int]]:
    """Of the two splitters, once nothing moves any more: the player's bar comes with its media."""
    before = None
    while True:
        now = whole.window.across.sizes(), whole.window.down.sizes()
        if now == before:
            return now
        before = now
        qtbot.wait(200)


def test_a_broken_memory_is_no_trouble(folder: Path, qtbot: QtBot) -> None:
    (folder / "window.ini").write_bytes(b"[window]\ngeometry=@ByteArray(nonsense)\nacross=7\n")
    with opened(folder, qtbot) as whole:
        assert whole.window.isVisible()
        assert whole.window.width() >= 640


# Closing


def answer(words: str) -> list[str]:
    """Press the button of the question that comes; returns what it said, once it came."""
    said: list[str] = []

    def press(question: ClosingQuestion) -> None:
        said.append(question.text())
        (button,) = (each for each in question.buttons() if words in each.text())
        button.click()

    when_asked(ClosingQuestion, press)
    return said


def test_without_work_it_just_closes(filled: Whole) -> None:
    filled.press("Ctrl+W")
    assert not filled.window.isVisible()


def test_work_is_asked_about_and_goes_on_next_time(
    folder: Path, speech: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(folder, qtbot) as whole:
        whole.window.receive([str(speech / "en_5min.ogg")])
        qtbot.waitUntil(lambda: whole.window.unfinished == 1, timeout=LONG)
        said = answer("Cancel")
        assert not whole.window.close()
        assert said == ["1 recording still being transcribed."]
        assert whole.window.isVisible()

        monkeypatch.setattr(Tray, "is_there", property(lambda _: True))
        answer("keep working")
        assert not whole.window.close()
        assert not whole.window.isVisible()
        whole.window.bring_forward()
        monkeypatch.undo()

        qtbot.waitUntil(lambda: len(whole.shown_texts()) > 3, timeout=LONG)
        before = whole.shown_texts()
        answer("Quit")
        assert whole.window.close()
    with opened(folder, qtbot) as whole:
        assert whole.job().status is not JobStatus.COMPLETED, "too fast for this test"
        whole.wait_for_status(JobStatus.COMPLETED)
        texts = whole.texts()
        assert texts[: len(before)] == before
        assert len(texts) > len(before)


def test_another_start_hands_over_its_files(whole: Whole, speech: Path) -> None:
    whole.window.hide()
    whole.window.receive((str(speech / "single_en_01.flac"),))
    assert whole.window.isVisible()
    assert whole.wait_for_status(JobStatus.COMPLETED).title == "single_en_01.flac"


# Keys


def test_a_focused_button_keeps_the_space_bar(filled: Whole) -> None:
    button = filled.find(QAbstractButton, f"filter-{JobFilter.FAILED}")
    button.setFocus()
    filled.press("Space")
    assert button.isChecked()
    assert not filled.player.player.is_playing
    assert not filled.player.recording.wants_to_play


def test_letters_typed_into_a_field_stay_there(filled: Whole) -> None:
    filled.press("Ctrl+Shift+F")
    filled.type("l mv[]")
    field = filled.find(QLineEdit, "search-all")
    assert field.text() == "l mv[]"
    filled.press("Left")
    assert field.cursorPosition() == 5
    for name in ("loop", "mute", "picture"):
        assert not filled.action(name).isChecked()


def test_single_keys_are_the_players_elsewhere(filled: Whole) -> None:
    filled.press("Alt+2")
    speed = filled.player.player.speed
    filled.press("]")
    assert filled.player.player.speed > speed
    filled.press("[")
    assert filled.player.player.speed == speed
    filled.press("M")
    assert filled.action("mute").isChecked()
    filled.press("Right")
    assert filled.player.player.position == pytest.approx(5.0, abs=0.1)


def test_the_next_doubt_is_one_key_away(filled: Whole) -> None:
    filled.press("Alt+2")
    filled.press("Home")
    filled.press("F8")
    assert filled.page.view.currentIndex().row() == 2
    filled.press("Home")
    filled.press("Shift+F8")
    assert filled.page.view.currentIndex().row() == 2
    assert "from the end" in filled.window.status.said


# Actions


def test_every_action_stands_in_one_menu(whole: Whole) -> None:
    in_menus = [
        action
        for menu in whole.window.menuBar().actions()
        for action in menu.menu().actions()  # type: ignore[attr-defined]
        if not action.isSeparator()
    ]
    actions = list(whole.window.actions_.by_id.values())
    assert sorted(map(id, in_menus)) == sorted(map(id, actions))
    assert all(action.text() for action in actions)
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys)), "no key means two things"


def enabled(whole: Whole) -> set[str]:
    return {name for name in whole.window.actions_ if whole.action(name).isEnabled()}


def test_without_recordings_only_what_makes_sense_is_offered(whole: Whole) -> None:
    assert enabled(whole) == NEEDS_NOTHING


def test_what_is_offered_follows_what_is_chosen(filled: Whole) -> None:
    impossible = {"undo", "redo", "pause", "resume", "cancel", "retry"}
    assert set(filled.window.actions_) - enabled(filled) == impossible
    filled.press("Alt+2")
    filled.press("Home")
    filled.press("Ctrl+J")
    filled.qtbot.waitUntil(filled.action("undo").isEnabled)
    filled.press("Ctrl+Z")
    filled.qtbot.waitUntil(filled.action("redo").isEnabled)
    filled.press("Alt+1")
    filled.press("Delete")
    filled.qtbot.waitUntil(lambda: not filled.action("export").isEnabled())
    assert filled.action("undo").isEnabled()
    filled.press("Ctrl+Z")
    filled.qtbot.waitUntil(filled.action("export").isEnabled)


# Settings


def open_settings(whole: Whole) -> SettingsWindow:
    whole.press("Ctrl+,")
    (found,) = whole.window.findChildren(SettingsWindow)
    whole.settle()
    return found


def control(settings: SettingsWindow, page: str, name: str) -> QWidget:
    settings.show_page(page)
    return next(
        row.control.focus
        for setting, row in settings.pages[page].rows.items()
        if setting.name == name
    )


def test_settings_hold_at_once(filled: Whole) -> None:
    settings = open_settings(filled)
    theme = control(settings, "appearance", "theme")
    assert isinstance(theme, QComboBox)
    theme.setCurrentIndex(theme.findData(str(Theme.DARK)))
    theme.activated.emit(theme.currentIndex())
    filled.qtbot.waitUntil(lambda: filled.window.context.theming.colours.ground.lightness() < 100)

    points = control(settings, "appearance", "reading_points")
    assert isinstance(points, QSpinBox)
    before = filled.page.view.reading_type().line
    points.setValue(points.value() + 6)
    filled.qtbot.waitUntil(lambda: filled.page.view.reading_type().line > before)

    port = control(settings, "api", "port")
    assert isinstance(port, QSpinBox)
    wanted = free_port()
    port.setValue(wanted)
    filled.qtbot.waitUntil(lambda: str(wanted) in label(filled, "api-state-line"), timeout=10_000)
    with socket.create_connection(("127.0.0.1", wanted), timeout=5):
        pass
    settings.close()
    filled.settle()
    kept = json.loads((filled.app.data.root / "settings.json").read_text("utf-8"))
    assert kept["appearance"]["theme"] == "dark"
    assert kept["api"]["port"] == wanted


# The line at the bottom


def test_the_line_at_the_bottom_tells_device_and_api(whole: Whole, speech: Path) -> None:
    assert label(whole, "engine-state") == "Starter model · ready"
    assert whole.app.api_address is not None
    assert str(whole.app.settings.api.port) in label(whole, "api-state-line")
    whole.window.receive([str(speech / "single_en_01.flac")])
    whole.wait_for_status(JobStatus.COMPLETED)
    whole.qtbot.waitUntil(lambda: " on " in label(whole, "engine-state"))
    device = whole.app.device
    assert device is not None
    assert device.device.value.upper() in label(whole, "engine-state").upper()


def test_a_taken_port_is_said_and_nothing_else_suffers(
    tmp_path: Path, speech: Path, qtbot: QtBot
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        write_settings(tmp_path / "data", api={"port": port})
        with opened(tmp_path / "data", qtbot) as whole:
            qtbot.waitUntil(lambda: len(whole.notices()) == 1)
            assert whole.notices()[0].startswith("Another program uses the API's port.")
            assert label(whole, "api-state-line") == "Another program uses the API's port."
            whole.window.receive([str(speech / "single_en_01.flac")])
            whole.wait_for_status(JobStatus.COMPLETED)
            whole.find(QAbstractButton, "api-settings").click()
            (settings,) = whole.window.findChildren(SettingsWindow)
            assert settings.shown.objectName() == "page-api"


# Notifications


def test_a_notification_names_nothing_unless_it_may(whole: Whole, tmp_path: Path) -> None:
    arranged = Arranged(whole.app, whole.window.context, tmp_path / "media", whole.qtbot)
    done = arranged.completed(name="Secret talk.wav")
    whole.wait_for_status(JobStatus.COMPLETED)
    tray = whole.workplace.tray
    change_names(whole, named=False)
    assert tray.message([done]) == ("Transcript ready", "")
    assert tray.message([done, done])[0] == "2 transcripts ready"
    change_names(whole, named=True)
    assert tray.message([done]) == ("Transcript ready", "Secret talk.wav")


def change_names(whole: Whole, *, named: bool) -> None:
    settings = whole.app.settings
    privacy = replace(settings.privacy, names_in_notifications=named)
    whole.app.change_settings(replace(settings, privacy=privacy))


# Beside a server


def test_beside_a_server_it_shows_that_ones_work_and_takes_over(
    folder: Path, speech: Path, qtbot: QtBot
) -> None:
    command = [sys.executable, "-m", "kopia_desktop", "serve", "--data-dir", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stdout is not None
            assert json.loads(serving.stdout.readline())["pid"] == serving.pid
            with opened(folder, qtbot) as whole:
                beside_the_server(whole, speech)
                serving.send_signal(signal.SIGTERM)
                assert serving.wait(20) == 0
                after_the_server(whole, speech)
        finally:
            serving.kill()


def beside_the_server(whole: Whole, speech: Path) -> None:
    whole.qtbot.waitUntil(lambda: len(whole.notices()) == 1)
    assert whole.notices()[0] == (
        "Another Kopia Desktop already works on this data folder."
        " Jobs added here are done by that one."
    )
    whole.window.receive([str(speech / "single_en_01.flac")])
    whole.wait_for_status(JobStatus.COMPLETED)
    assert whole.app.device is None, "this process recognised nothing"
    whole.qtbot.waitUntil(lambda: whole.shown_texts() == whole.texts() != [], timeout=10_000)


def after_the_server(whole: Whole, speech: Path) -> None:
    whole.qtbot.waitUntil(lambda: whole.notices() == [], timeout=10_000)
    whole.qtbot.waitUntil(lambda: whole.app.api_address is not None)
    whole.window.receive([str(speech / "single_en_02.flac")])
    whole.qtbot.waitUntil(
        lambda: [job.status for job in whole.jobs()] == [JobStatus.COMPLETED] * 2, timeout=LONG
    )
    assert whole.app.device is not None
