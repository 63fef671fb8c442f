"""From seconds to pixels and back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kopia_desktop.gui.player.stretch import SHORTEST, Stretch


def test_there_and_back() -> None:
    part = Stretch(10.0, 40.0, 100.0)
    assert part.x(10.0, 300) == 0.0
    assert part.x(40.0, 300) == 300.0
    assert part.seconds(part.x(25.5, 300), 300) == pytest.approx(25.5)


def test_nothing_is_beyond_the_recording() -> None:
    part = Stretch.whole(60.0)
    assert part.seconds(-50, 100) == 0.0
    assert part.seconds(500, 100) == 60.0
    assert part.moved(10.0) == part
    assert Stretch(0.0, 20.0, 60.0).moved(100.0) == Stretch(40.0, 60.0, 60.0)


def test_zooming_keeps_the_time_under_the_pointer() -> None:
    whole = Stretch.whole(600.0)
    closer = whole.zoomed(0.5, 150.0)
    assert closer.length == pytest.approx(300.0)
    assert closer.x(150.0, 1000) == pytest.approx(whole.x(150.0, 1000))


def test_zooming_ends_somewhere() -> None:
    part = Stretch.whole(600.0)
    for _ in range(100):
        part = part.zoomed(0.5, 300.0)
    assert part.length == pytest.approx(SHORTEST)
    for _ in range(100):
        part = part.zoomed(2.0, 300.0)
    assert part.is_whole()


def test_a_short_recording_is_not_zoomed() -> None:
    assert Stretch.whole(1.0).zoomed(0.1, 0.5).is_whole()


def test_following_keeps_within_the_ends() -> None:
    whole = Stretch.whole(100.0)
    assert whole.around(1.0, 30.0, 0.3) == Stretch(0.0, 30.0, 100.0)
    assert whole.around(99.0, 30.0, 0.3) == Stretch(70.0, 100.0, 100.0)
    assert whole.around(50.0, 300.0, 0.3).is_whole()


@pytest.mark.parametrize("duration", [3.0, 60.0, 3600.0, 86_400.0])
def test_times_below_are_round_and_apart(duration: float) -> None:
    whole = Stretch.whole(duration)
    ticks = list(whole.ticks(900, 88))
    assert ticks
    distances = [whole.x(b, 900) - whole.x(a, 900) for a, b in pairwise(ticks)]
    assert all(distance >= 88 for distance in distances)


def test_nothing_is_known_of_a_recording_without_length() -> None:
    nothing = Stretch.whole(0.0)
    assert nothing.x(5.0, 100) == 0.0
    assert nothing.seconds(50, 100) == 0.0
    assert list(nothing.ticks(100, 10)) == []
