"""The place between two reports."""

from __future__ import annotations

import pytest

from kopia_desktop.gui.player.clock import PlayClock


class Hands:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def test_runs_on_at_the_speed_of_playing() -> None:
    hands = Hands()
    clock = PlayClock(hands)
    clock.hold(10.0)
    hands.seconds += 5.0
    assert clock.read() == 10.0
    clock.report(10.0, 1.5)
    hands.seconds += 0.1
    assert clock.read() == pytest.approx(10.15)


def test_small_differences_never_turn_it_back() -> None:
    hands = Hands()
    clock = PlayClock(hands)
    clock.report(1.0, 1.0)
    seen = []
    for step in range(100):
        hands.seconds += 0.033
        seen.append(clock.read())
        if step % 2:
            late = 0.03 if step % 4 == 1 else -0.03
            clock.report(1.0 + (hands.seconds - 100.0) + late, 1.0)
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1.0 + 3.3, abs=0.05)


def test_a_leap_is_followed_at_once() -> None:
    hands = Hands()
    clock = PlayClock(hands)
    clock.report(50.0, 1.0)
    clock.report(3.0, 1.0)
    assert clock.read() == pytest.approx(3.0)


def test_stands_when_reports_stay_away() -> None:
    hands = Hands()
    clock = PlayClock(hands)
    clock.report(5.0, 1.0)
    hands.seconds += 60.0
    assert clock.read() == pytest.approx(5.25)


def test_the_first_report_after_a_seek_may_be_rounded_down() -> None:
    clock = PlayClock(Hands())
    clock.hold(5.0034)
    clock.report(5.003, 1.0)
    assert clock.read() == 5.0034
