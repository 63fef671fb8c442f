"""The pace of a recording: true from step to step, smooth, and falling when a step is late."""

from __future__ import annotations

from itertools import pairwise

import pytest

from kopia_desktop.core.pace import Pace


def fed(*samples: tuple[float, float]) -> Pace:
    pace = Pace()
    for moment, done in samples:
        pace.feed(moment, done)
    return pace


def test_nothing_is_told_before_it_can_be_true() -> None:
    pace = Pace()
    assert (pace.speed, pace.seconds_left(100.0)) == (None, None)
    for sample in ((0.0, 0.0), (30.0, 0.0), (31.0, 60.0), (32.0, 60.0)):
        pace.feed(*sample)  # the model is loaded, the first section ends
        assert (pace.speed, pace.seconds_left(100.0)) == (None, None)
    pace.feed(35.0, 120.0)
    assert pace.speed == 15.0
    assert pace.seconds_left(270.0) == 10.0


def test_loading_the_model_does_not_slow_it() -> None:
    assert fed((0.0, 0.0), (60.0, 50.0), (65.0, 100.0)).speed == 10.0


def test_a_resumed_job_begins_where_it_is() -> None:
    assert fed((0.0, 3000.0), (4.0, 3060.0), (8.0, 3120.0)).speed == 15.0


def test_a_burst_of_children_side_by_side_is_no_speed() -> None:
    pace = fed((0.0, 0.0), (10.0, 60.0), (10.1, 120.0), (10.2, 180.0), (10.3, 240.0))
    assert pace.speed is None
    pace.feed(20.0, 300.0)
    assert pace.speed == pytest.approx(24.0)


def test_the_last_twenty_seconds_count() -> None:
    pace = Pace()
    for second in range(61):
        pace.feed(float(second), 20.0 * second)
    assert pace.speed == pytest.approx(20.0)
    for second in range(1, 41):
        pace.feed(60.0 + second, 1200.0 + 5.0 * second)
    assert pace.speed == pytest.approx(5.0)


def test_between_the_two_it_changes_smoothly() -> None:
    pace = Pace()
    done, told = 0.0, []
    for second in range(80):
        done += 20.0 if second < 40 else 5.0
        pace.feed(float(second), done)
        told.append(pace.speed)
    speeds = [speed for speed in told if speed is not None]
    assert max(abs(a - b) for a, b in pairwise(speeds)) < 1.0
    assert speeds == sorted(speeds, reverse=True)


def test_steps_longer_than_twenty_seconds() -> None:
    """A large model on a slow computer: each section takes a minute."""
    pace = fed((0.0, 0.0), (60.0, 90.0), (120.0, 180.0), (180.0, 270.0))
    assert pace.speed == pytest.approx(1.5)
    pace.feed(210.0, 270.0)
    assert pace.speed == pytest.approx(1.5)
    assert pace.seconds_left(360.0) == pytest.approx(30.0), "half of the step is done by now"


def test_a_late_step_slows_it() -> None:
    pace = fed((0.0, 0.0), (10.0, 100.0), (20.0, 200.0), (30.0, 200.0))
    assert pace.speed == 10.0
    pace.feed(40.0, 200.0)
    assert pace.speed == 5.0
    left = pace.seconds_left(300.0)
    pace.feed(60.0, 200.0)
    assert left is not None
    assert pace.speed == pytest.approx(100 / 40)
    assert (pace.seconds_left(300.0) or 0.0) > left


def test_the_time_left_never_goes_below_zero() -> None:
    pace = fed((0.0, 0.0), (10.0, 100.0), (20.0, 200.0), (29.0, 200.0))
    assert pace.seconds_left(210.0) == 0.0
    assert pace.seconds_left(100.0) == 0.0


@pytest.mark.parametrize("back", [(21.0, 50.0), (5.0, 300.0)])
def test_work_or_clock_that_goes_back_begins_anew(back: tuple[float, float]) -> None:
    pace = fed((0.0, 0.0), (10.0, 100.0), (20.0, 200.0), back)
    assert pace.speed is None
    pace.feed(back[0] + 10, back[1] + 50.0)
    pace.feed(back[0] + 20, back[1] + 100.0)
    assert pace.speed == 5.0


def test_a_pause_does_not_count() -> None:
    pace = fed((0.0, 0.0), (10.0, 100.0), (20.0, 200.0))
    pace.restart()
    for sample in ((500.0, 200.0), (510.0, 300.0), (520.0, 400.0)):
        pace.feed(*sample)
    assert pace.speed == 10.0
