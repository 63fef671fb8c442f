"""The panel as a person meets it: real jobs, real files, real playing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QSlider, QSplitter, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kopia_desktop.gui.context import Context
from kopia_desktop.gui.player.obstacles import Obstacle
from kopia_desktop.gui.player.panel import PlayerPanel
from tests.gui.player.conftest import SEGMENTS, Prepared

LEFT = Qt.MouseButton.LeftButton


def button(panel: PlayerPanel, name: str) -> QToolButton:
    found = panel.findChild(QToolButton, name)
    assert found is not None
    return found


def plays(panel: PlayerPanel, beyond: float) -> bool:
    return panel.player.is_playing and panel.player.position > beyond


def test_plays_by_its_button(opened: PlayerPanel, qtbot: QtBot) -> None:
    play = button(opened, "player-play")
    assert play.accessibleName() == "Play"
    with qtbot.waitSignal(opened.position_changed, check_params_cb=lambda _, playing: playing):
        qtbot.mouseClick(play, LEFT)
    assert play.accessibleName() == "Pause"
    qtbot.waitUntil(lambda: plays(opened, 0.2), timeout=5000)
    qtbot.mouseClick(play, LEFT)
    assert not opened.player.is_playing
    assert play.accessibleName() == "Play"


def test_back_and_on(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.seek(12.0)
    qtbot.mouseClick(button(opened, "player-forward"), LEFT)
    assert opened.player.position == 17.0
    qtbot.mouseClick(button(opened, "player-back"), LEFT)
    qtbot.mouseClick(button(opened, "player-back"), LEFT)
    assert opened.player.position == 7.0
    opened.seek(2.0)
    opened.back()
    assert opened.player.position == 0.0
    opened.seek(23.0)
    opened.forward()
    assert opened.player.position == pytest.approx(opened.player.duration)


def test_steps_by_segments(opened: PlayerPanel) -> None:
    opened.seek(6.0)
    opened.previous_segment()
    assert opened.player.position == 3.5
    opened.previous_segment()
    assert opened.player.position == 0.5
    opened.previous_segment()
    assert opened.player.position == 0.0
    opened.seek(6.0)
    opened.next_segment()
    assert opened.player.position == 8.0
    opened.seek(20.0)
    opened.next_segment()
    assert opened.player.position == 20.0


def test_a_wish_before_the_file_was_found(
    panel: PlayerPanel, prepared: Prepared, film: Path, qtbot: QtBot
) -> None:
    job = prepared(film)
    panel.play_when_open(job.id, 6.5)
    panel.open_job(job)
    qtbot.waitUntil(lambda: plays(panel, 6.6), timeout=10_000)
    assert panel.player.position < 8.0


def test_another_job_ends_the_first(
    opened: PlayerPanel, prepared: Prepared, speech: Path, qtbot: QtBot
) -> None:
    opened.play_from(9.0)
    qtbot.wait(150)
    other = prepared(speech / "single_en_01.flac")
    opened.open_job(other)
    assert not opened.player.is_playing
    assert opened.player.position == 0.0
    qtbot.wait(400)
    assert opened.player.position == 0.0
    assert button(opened, "player-picture").isHidden()
    assert opened.waveform.bands.all == ()


def test_stopped_is_silent(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.play_from(9.0)
    qtbot.wait(150)
    opened.stop()
    with qtbot.assertNotEmitted(opened.position_changed, wait=300):
        pass
    assert not opened.player.is_playing


def test_loops_the_current_segment(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.set_segments((*SEGMENTS[:1], *(SEGMENTS[1:2])))
    opened.set_current_segment(2)
    opened.play_from(7.3)
    with qtbot.waitSignal(opened.looping_changed) as looping:
        opened.set_looping(True)
    assert looping.args == [True]
    assert button(opened, "player-loop").isChecked()
    qtbot.wait(500)
    assert 3.5 <= opened.player.position < 4.5


def test_the_loop_follows_a_person(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.set_current_segment(2)
    opened.set_looping(True)
    opened.play_from(11.5)
    assert opened.player.loop is not None
    assert (opened.player.loop.start, opened.player.loop.end) == (11.0, 15.5)
    assert opened.player.position == pytest.approx(11.5, abs=0.1)
    opened.set_current_segment(1)
    assert (opened.player.loop.start, opened.player.loop.end) == (0.5, 3.0)
    assert opened.player.position == pytest.approx(0.5, abs=0.1)
    assert opened.player.is_playing
    opened.seek(7.7)  # between two segments: the next one
    assert opened.player.loop.start == 8.0


def test_the_loop_follows_moved_edges(opened: PlayerPanel) -> None:
    opened.set_current_segment(2)
    opened.set_looping(True)
    moved = opened.waveform.bands.with_edges(2, 4.0, 6.0)
    opened.set_segments(moved.all)
    assert opened.player.loop is not None
    assert (opened.player.loop.start, opened.player.loop.end) == (4.0, 6.0)
    opened.set_looping(False)
    assert opened.player.loop is None


def test_overlapping_segments_do_not_end_a_loop(opened: PlayerPanel) -> None:
    from kopia_desktop.core.transcript import Segment

    opened.set_segments((Segment(1, 0.0, 4.0, ""), Segment(2, 3.0, 6.0, "")))
    opened.set_current_segment(1)
    opened.set_looping(True)
    opened.seek(3.5)
    opened.set_current_segment(2)  # as a view does that plays along
    assert opened.player.loop is not None
    assert opened.player.loop.start == 0.0


def test_dragging_an_edge_reaches_the_window(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.set_current_segment(2)
    view = opened.waveform
    x = round(view.stretch.x(7.5, view.width()))
    qtbot.mouseMove(view, QPoint(x, 30))
    qtbot.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x, 30))
    qtbot.mouseMove(view, QPoint(x - 20, 30))
    with qtbot.waitSignal(opened.segment_edges_moved) as moved:
        qtbot.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(x - 20, 30))
    segment_id, start, end = moved.args
    assert (segment_id, start) == (2, 3.5)
    assert 6.0 < end < 7.4


def test_speed_by_menu_and_keys(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.faster()
    assert opened.player.speed == 1.25
    assert "1.25×" in button(opened, "player-speed").text()
    opened.slower()
    opened.slower()
    assert "0.75×" in button(opened, "player-speed").text()
    wanted = next(a for a in opened.bar._speeds.actions() if a.data() == 2.0)
    wanted.trigger()
    assert opened.player.speed == 2.0
    assert wanted.isChecked()


def test_the_tip_says_when_voices_change(panel: PlayerPanel) -> None:
    panel.bar.show_speed(1.5, keeps_pitch=False)
    assert "higher" in button(panel, "player-speed").toolTip()
    panel.bar.show_speed(1.5, keeps_pitch=True)
    assert "higher" not in button(panel, "player-speed").toolTip()


def test_volume_is_remembered(panel: PlayerPanel, context: Context, qtbot: QtBot) -> None:
    slider = panel.findChild(QSlider, "player-volume")
    assert slider is not None
    slider.setValue(35)
    with qtbot.waitSignal(panel.muted_changed):
        panel.set_muted(True)
    assert button(panel, "player-mute").isChecked()
    again = PlayerPanel(context)
    qtbot.addWidget(again)
    slider = again.findChild(QSlider, "player-volume")
    assert slider is not None
    assert slider.value() == 35
    assert not button(again, "player-mute").isChecked()


def test_without_a_sound_device_it_says_so(opened: PlayerPanel) -> None:
    if opened.player.has_sound:
        pytest.skip("this computer has a sound device")
    label = opened.findChild(QWidget, "player-no-sound")
    assert label is not None
    assert not label.isHidden()
    assert not button(opened, "player-mute").isEnabled()


def test_a_film_shows_its_picture(
    context: Context, prepared: Prepared, film: Path, qtbot: QtBot
) -> None:
    around = QSplitter(Qt.Orientation.Vertical)
    qtbot.addWidget(around)
    panel = PlayerPanel(context)
    around.addWidget(QTextEdit())
    around.addWidget(panel)
    around.resize(900, 700)
    around.setSizes([530, 170])
    around.show()
    with qtbot.waitSignal(panel.player.ready, timeout=10_000):
        panel.open_job(prepared(film))
    height = panel.height()
    assert panel.picture.isHidden()
    with qtbot.waitSignal(panel.picture_shown_changed) as shown:
        qtbot.mouseClick(button(panel, "player-picture"), LEFT)
    assert shown.args == [True]
    qtbot.waitUntil(lambda: panel.picture.height() > 180, timeout=2000)
    panel.play_from(2.0)
    screen = panel.picture.screen_of()
    assert screen is not None
    qtbot.waitUntil(lambda: screen.videoSink().videoFrame().isValid(), timeout=5000)
    panel.picture.setFocus()
    taller = panel.picture.height()
    qtbot.keyClick(panel.picture, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: panel.picture.height() > taller, timeout=2000)
    kept = panel.height()
    panel.set_picture_shown(False)
    qtbot.waitUntil(lambda: panel.height() == height, timeout=2000)
    panel.set_picture_shown(True)
    qtbot.waitUntil(lambda: panel.height() == kept, timeout=2000)
    panel.close_job()
    assert panel.picture.isHidden()


def test_the_whole_or_half_a_minute(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.waveform.set_duration(600.0)
    opened.seek(20.0)
    zoom = button(opened, "player-zoom")
    qtbot.mouseClick(zoom, LEFT)
    assert opened.waveform.stretch.length == 30.0
    opened.waveform.show_whole()
    assert not zoom.isChecked()


def test_media_that_has_gone(
    panel: PlayerPanel, prepared: Prepared, film: Path, arranged: object, qtbot: QtBot
) -> None:
    job = prepared(film)
    away = film.rename(film.with_name("elsewhere.mp4"))
    panel.open_job(job)
    arranged.settle()  # type: ignore[attr-defined]
    panel.set_segments(SEGMENTS)
    assert panel.recording.obstacle is Obstacle.MISSING
    assert panel.notice.isVisible()
    assert not panel.bar.isVisible()
    assert panel.recording.has_waveform
    with qtbot.waitSignal(panel.position_changed) as told:
        qtbot.mouseClick(panel.waveform, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(300, 30))
    assert told.args[0] > 1.0
    assert told.args[1] is False
    with qtbot.waitSignal(panel.media_problem) as problem:
        panel.play_from(3.0)
    assert problem.args == ["The recording is no longer where it was."]
    assert panel.player.position == 3.0
    locate = panel.findChild(QWidget, "player-locate")
    assert locate is not None
    with qtbot.waitSignal(panel.locate_requested) as asked:
        qtbot.mouseClick(locate, LEFT)
    assert asked.args == [job.id]
    arranged.app.jobs.locate_media(job.id, away)  # type: ignore[attr-defined]
    with qtbot.waitSignal(panel.player.ready, timeout=10_000):
        panel.open_job(panel._context.jobs.get(job.id))
    assert panel.bar.isVisible()
    assert panel.player.position == 3.0  # a person goes on where they were


def test_media_that_comes_back_by_itself(
    panel: PlayerPanel, prepared: Prepared, film: Path, arranged: object, qtbot: QtBot
) -> None:
    job = prepared(film)
    away = film.rename(film.with_name("elsewhere.mp4"))
    panel.open_job(job)
    arranged.settle()  # type: ignore[attr-defined]
    away.rename(film)
    with qtbot.waitSignal(panel.player.ready, timeout=10_000):
        panel.recording.look_again()


def test_media_that_is_another_file(
    panel: PlayerPanel, prepared: Prepared, film: Path, arranged: object
) -> None:
    job = prepared(film)
    film.write_bytes(b"something else")
    panel.open_job(job)
    arranged.settle()  # type: ignore[attr-defined]
    assert panel.recording.obstacle is Obstacle.CHANGED
    assert panel.findChild(QWidget, "player-locate").isVisible()  # type: ignore[union-attr]


def test_a_job_that_is_being_prepared(
    panel: PlayerPanel, arranged: object, prepared: Prepared, film: Path, qtbot: QtBot
) -> None:
    waiting = arranged.job("talk.wav")  # type: ignore[attr-defined]
    panel.open_job(waiting)
    arranged.settle()  # type: ignore[attr-defined]
    assert panel.recording.obstacle is Obstacle.UNSEEN
    assert not panel.findChild(QWidget, "player-locate").isVisible()  # type: ignore[union-attr]
    job = prepared(film, peaks=False)
    panel.open_job(job)
    arranged.settle()  # type: ignore[attr-defined]
    assert panel.recording.obstacle is None
    assert not panel.recording.has_waveform
    from kopia_desktop.worker.media import decode
    from kopia_desktop.worker.peaks import PeaksWriter

    writer = PeaksWriter(panel._context.data.peaks(job.id))
    for block in decode(film, max_seconds=60.0):
        writer.feed(block)
    writer.finish()
    arranged.work.finish_preparation(job.id, duration=24.5, sha256="00")  # type: ignore[attr-defined]
    panel.player.seek(4.0)
    panel.refresh_job(panel._context.jobs.get(job.id))
    qtbot.waitUntil(lambda: panel.recording.has_waveform, timeout=5000)
    assert panel.player.position == 4.0


def test_a_job_deleted_meanwhile(opened: PlayerPanel, arranged: object, qtbot: QtBot) -> None:
    job = opened.recording.job
    assert job is not None
    arranged.app.jobs.delete(job.id)  # type: ignore[attr-defined]
    opened.open_job(job)
    arranged.settle()  # type: ignore[attr-defined]
    assert opened.recording.job is None
    assert not opened.player.is_open


def test_what_qt_refuses_leaves_the_rest_working(
    panel: PlayerPanel, arranged: object, qtbot: QtBot
) -> None:
    """The engine found media, Qt does not: the words for it, and a place that can be moved."""
    from kopia_desktop.core.job import MediaInfo, MediaType

    job = arranged.job("odd.wav")  # type: ignore[attr-defined]
    arranged.work.begin(job.id, MediaInfo(MediaType.AUDIO, 60.0, "wav", "pcm", 1))  # type: ignore[attr-defined]
    with qtbot.waitSignal(panel.media_problem, timeout=10_000):
        panel.open_job(panel._context.jobs.get(job.id))
    assert panel.recording.obstacle is Obstacle.UNPLAYABLE
    assert panel.notice.isVisible()
    panel.seek(30.0)
    assert panel.player.position == 30.0


def test_mirrored_but_not_the_transport(opened: PlayerPanel, qtbot: QtBot) -> None:
    def left(name: str) -> int:
        widget = opened.findChild(QWidget, name)
        assert widget is not None
        return widget.mapTo(opened, QPoint(0, 0)).x()

    assert left("player-back") < left("player-play") < left("player-forward")
    assert left("player-play") < left("player-speed") < left("player-mute")
    opened.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: left("player-mute") < left("player-play"), timeout=2000)
    assert left("player-back") < left("player-play") < left("player-forward")


def test_everything_has_a_name_and_the_keyboard_reaches_it(opened: PlayerPanel) -> None:
    opened.show()
    seen = []
    for widget in opened.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.isHidden():
            continue
        assert widget.objectName(), widget
        assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()
        seen.append(widget.objectName())
    for name in ("waveform", "player-play", "player-speed", "player-loop", "player-mute"):
        assert name in seen


def test_narrow_nothing_is_cut(opened: PlayerPanel, qtbot: QtBot) -> None:
    opened.resize(480, 180)
    qtbot.wait(50)
    for each in opened.bar.findChildren(QToolButton):
        if not each.isHidden():
            assert each.width() >= each.sizeHint().width(), each.objectName()
            right = each.mapTo(opened, QPoint(each.width(), 0)).x()
            assert right <= opened.width()
