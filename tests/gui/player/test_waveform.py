"""The waveform under a real mouse and real keys."""

from __future__ import annotations

import statistics
import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kopia_desktop.core.settings import Theme
from kopia_desktop.core.transcript import Doubt, Segment
from kopia_desktop.core.waveform import Waveform
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.player.waveform import WaveformView
from tests.gui.player.conftest import SEGMENTS

MIDDLE = 30
LEFT = Qt.MouseButton.LeftButton
NONE, ALT, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def view(context: Context, qtbot: QtBot, ten_hours: Waveform) -> WaveformView:
    """1000 pixels for 25 s: 40 pixels a second."""
    made = WaveformView(context.theming)
    qtbot.addWidget(made)
    made.resize(1000, 88)
    made.set_duration(25.0)
    made.set_waveform(ten_hours)
    made.set_segments(SEGMENTS)
    made.show()
    qtbot.waitUntil(made.isVisible)
    return made


def at(seconds: float) -> QPoint:
    return QPoint(round(seconds * 40), MIDDLE)


def drag(view: WaveformView, qtbot: QtBot, start: float, end: float) -> None:
    """Press, move in steps, and do not let go."""
    qtbot.mouseMove(view, at(start))
    qtbot.mousePress(view, LEFT, NONE, at(start))
    for step in range(1, 6):
        qtbot.mouseMove(view, at(start + (end - start) * step / 5))


def wheel(view: WaveformView, x: int, notches: int, keys: Qt.KeyboardModifier = NONE) -> None:
    place = QPointF(x, MIDDLE)
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_click_goes_there(view: WaveformView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.mouseClick(view, LEFT, NONE, at(12.5))
    assert asked.args == [pytest.approx(12.5)]


def test_dragging_looks_for_a_place(view: WaveformView, qtbot: QtBot) -> None:
    drag(view, qtbot, 5.0, 20.0)
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.mouseRelease(view, LEFT, NONE, at(20.0))
    assert asked.args == [pytest.approx(20.0)]


def test_time_runs_rightwards_in_every_language(view: WaveformView, qtbot: QtBot) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.mouseClick(view, LEFT, NONE, at(2.5))
    assert asked.args == [pytest.approx(2.5)]
    view.set_position(10.0)
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert asked.args == [15.0]
    accent = view._theming.colours.accent.rgb()
    assert image(view).pixel(400, 3) == accent


def image(view: WaveformView) -> QImage:
    return view.grab().toImage()


def test_an_edge_is_dragged(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    drag(view, qtbot, 7.5, 7.75)
    with qtbot.waitSignal(view.segment_edges_moved) as moved:
        qtbot.mouseRelease(view, LEFT, NONE, at(7.75))
    assert moved.args == [2, 3.5, pytest.approx(7.75, abs=0.03)]
    assert view.current is not None
    assert view.current.end == pytest.approx(7.75, abs=0.03)  # shown so at once


def test_an_edge_stops_at_its_neighbour(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    drag(view, qtbot, 3.5, 1.0)
    with qtbot.waitSignal(view.segment_edges_moved) as moved:
        qtbot.mouseRelease(view, LEFT, NONE, at(1.0))
    assert moved.args == [2, 3.0, 7.5]


def test_an_edge_keeps_a_shortest_length(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    drag(view, qtbot, 7.5, 1.0)
    with qtbot.waitSignal(view.segment_edges_moved) as moved:
        qtbot.mouseRelease(view, LEFT, NONE, at(1.0))
    assert moved.args == [2, 3.5, 3.6]


def test_escape_leaves_the_edge(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    drag(view, qtbot, 7.5, 5.0)
    with (
        qtbot.assertNotEmitted(view.segment_edges_moved),
        qtbot.assertNotEmitted(view.seek_requested),
    ):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
        qtbot.mouseRelease(view, LEFT, NONE, at(5.0))
    assert view.current == SEGMENTS[1]


def test_a_click_on_an_edge_moves_nothing(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    with qtbot.assertNotEmitted(view.segment_edges_moved):
        qtbot.mouseClick(view, LEFT, NONE, at(7.5))


def test_segments_may_come_anew_while_an_edge_is_held(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    drag(view, qtbot, 7.5, 7.0)
    view.set_segments(SEGMENTS)
    with qtbot.waitSignal(view.segment_edges_moved):
        qtbot.mouseRelease(view, LEFT, NONE, at(7.0))
    drag(view, qtbot, 7.0, 6.5)
    view.set_segments(SEGMENTS[2:])
    with qtbot.assertNotEmitted(view.segment_edges_moved):
        qtbot.mouseRelease(view, LEFT, NONE, at(6.5))


def test_keys_nudge_the_edges_as_one_step(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    with qtbot.waitSignals([view.segment_edges_moved], timeout=3000) as _:
        for _ in range(3):
            qtbot.keyClick(view, Qt.Key.Key_Left, ALT)
        qtbot.keyClick(view, Qt.Key.Key_Right, ALT | SHIFT)
        assert view.current == SEGMENTS[1]  # not before a person rests
    assert view.current is not None
    assert (view.current.start, view.current.end) == (pytest.approx(3.2), pytest.approx(7.6))


def test_a_nudge_is_kept_when_the_focus_goes(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
    with qtbot.waitSignal(view.segment_edges_moved) as moved:
        view.clearFocus()
    assert moved.args == [2, pytest.approx(3.6), 7.5]


def test_a_nudge_can_be_taken_back(view: WaveformView, qtbot: QtBot) -> None:
    view.set_current(2)
    with qtbot.assertNotEmitted(view.segment_edges_moved, wait=900):
        qtbot.keyClick(view, Qt.Key.Key_Right, ALT)
        qtbot.keyClick(view, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("key", "place"),
    [
        (Qt.Key.Key_Left, 7.0),
        (Qt.Key.Key_Right, 17.0),
        (Qt.Key.Key_Home, 0.0),
        (Qt.Key.Key_End, 25.0),
    ],
)
def test_keys_go_to_places(view: WaveformView, qtbot: QtBot, key: Qt.Key, place: float) -> None:
    view.set_position(12.0)
    with qtbot.waitSignal(view.seek_requested) as asked:
        qtbot.keyClick(view, key)
    assert asked.args == [place]


def test_keys_step_by_segments(view: WaveformView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.step_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert asked.args == [-1]


def test_the_wheel_looks_closer_around_the_pointer(view: WaveformView) -> None:
    wheel(view, 400, 4)
    assert not view.stretch.is_whole()
    assert view.stretch.x(10.0, 1000) == pytest.approx(400)
    wheel(view, 400, 2, Qt.KeyboardModifier.ControlModifier)
    assert view.stretch.x(10.0, 1000) == pytest.approx(400)
    wheel(view, 400, -20)
    assert view.stretch.is_whole()


def test_dragging_pans_a_closer_view(view: WaveformView, qtbot: QtBot) -> None:
    wheel(view, 500, 5)
    before = view.stretch
    with qtbot.assertNotEmitted(view.seek_requested):
        drag(view, qtbot, 12.0, 17.0)
        qtbot.mouseRelease(view, LEFT, NONE, at(17.0))
    assert view.stretch.start == pytest.approx(before.start - 0.2 * before.length, rel=0.02)
    wheel(view, 500, -1, SHIFT)
    assert view.stretch.length == pytest.approx(before.length)


def test_the_strip_below_scrolls(view: WaveformView, qtbot: QtBot) -> None:
    wheel(view, 0, 6)
    assert view.stretch.start == 0.0
    qtbot.mouseClick(view, LEFT, NONE, QPoint(999, 86))
    assert view.stretch.end == pytest.approx(25.0)


def test_the_view_follows_what_is_heard(view: WaveformView, qtbot: QtBot) -> None:
    view.set_duration(3600.0)
    with qtbot.waitSignal(view.zoom_changed) as zoomed:
        view.follow()
    assert zoomed.args == [True]
    assert view.stretch.length == 30.0
    for tick in range(2000):
        view.set_position(tick * 0.033)
        assert view.stretch.start <= view.stretch.seconds(0, 1000) <= tick * 0.033 + 30.0
        assert view.stretch.start <= tick * 0.033 < view.stretch.end
    view.set_position(3000.0)
    assert view.stretch.start <= 3000.0 < view.stretch.end


def test_who_has_looked_away_is_left_alone(view: WaveformView) -> None:
    view.set_duration(3600.0)
    view.follow()
    view._show(view.stretch.moved(1000.0))
    there = view.stretch
    for tick in range(100):
        view.set_position(tick * 0.033)
    assert view.stretch == there


def test_is_a_slider_for_screen_readers(view: WaveformView, qtbot: QtBot) -> None:
    view.set_position(12.7)
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.Slider
    value = interface.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 12, 25)
    assert view.accessibleName()
    with qtbot.waitSignal(view.seek_requested) as asked:
        value.setCurrentValue(20)
    assert asked.args == [20.0]
    assert view.accessibleDescription().startswith("0:12 of 0:25.")


def test_playing_tells_screen_readers_no_wish(view: WaveformView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.seek_requested):
        for second in range(20):
            view.set_position(second + 0.5)
        view.set_duration(10.0)


def test_without_a_wave_there_is_a_hint(view: WaveformView) -> None:
    before = image(view)
    view.set_waveform(None, "Not yet.")
    assert image(view) != before


def test_doubtful_segments_have_a_line_of_their_own(view: WaveformView) -> None:
    doubt = view._theming.colours.doubt.rgb()
    row = view._wave_area().bottom() - 3  # above the frame of the focus
    picture = image(view)
    marked = [x for x in range(1000) if picture.pixel(x, row) == doubt]
    assert len(marked) > 20
    assert 8.0 * 40 <= min(marked) <= max(marked) <= 11.0 * 40 + 1
    assert len(marked) < 0.7 * (max(marked) - min(marked))  # dotted: not by colour alone


def test_follows_the_theme(view: WaveformView, context: Context) -> None:
    context.theming.choose(Theme.LIGHT, motion=True)
    light = image(view)
    context.theming.choose(Theme.DARK, motion=True)
    assert image(view) != light
    context.theming.choose(Theme.SYSTEM, motion=True)


def test_paints_a_long_day_in_time(view: WaveformView, ten_hours: Waveform) -> None:
    """Ten hours in 20,000 segments: under 4 ms a frame, also where only the place moves."""
    segments = tuple(
        Segment(i + 1, i * 1.8, i * 1.8 + 1.6, "", doubt=Doubt.LOOP if i % 50 == 0 else None)
        for i in range(20_000)
    )
    view.set_duration(36_000.0)
    view.set_segments(segments)
    view.set_current(9000)
    view.repaint()
    frames = []
    for tick in range(100):
        view.set_position(tick * 60.0)
        began = time.perf_counter()
        view.repaint()
        frames.append(time.perf_counter() - began)
    assert statistics.median(frames) < 0.004
