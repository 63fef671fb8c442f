from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from kopia_desktop.worker.timeline import TOLERANCE, Sound, Timeline, settled

RATE = 1000


def sound(start: float | None, seconds: float = 0.1) -> Sound:
    return Sound(start, RATE, np.zeros((1, round(seconds * RATE)), np.float32))


def ends(timeline: Timeline, sounds: Iterable[Sound]) -> list[float]:
    """Where each sound ends once it is placed."""
    now, found = 0.0, []
    for each in settled(iter(sounds)):
        step = timeline.step(each.start, now)
        now += step + each.duration
        found.append(round(now, 3))
    return found


def timeline(duration: float = 100.0) -> Timeline:
    return Timeline(duration=duration, max_seconds=7200.0)


def test_late_sound_waits() -> None:
    assert ends(timeline(), [sound(1.5), sound(1.6)]) == [1.6, 1.7]


def test_jitter_is_not_followed_but_drift_is_corrected() -> None:
    jitter = [sound(n * 0.1 + 0.02 * (-1) ** n) for n in range(50)]
    assert ends(timeline(), jitter)[-1] == pytest.approx(5.0)
    drifting = [sound(n * 0.1 * 1.01) for n in range(500)]
    placed = ends(timeline(), drifting)
    assert abs(placed[-1] - (drifting[-1].start or 0.0) - 0.1) <= TOLERANCE


def test_a_gap_is_believed_within_the_duration() -> None:
    assert ends(timeline(), [sound(0.0), sound(60.0), sound(60.1)])[-1] == 60.2


def test_a_short_overlap_is_cut() -> None:
    assert ends(timeline(), [sound(0.0, 1.0), sound(0.8, 1.0), sound(1.8, 1.0)])[-1] == 2.8


def test_overlaps_never_cost_more_than_a_little() -> None:
    slow_clock = [sound(n * 0.05) for n in range(1000)]  # 100 s of sound stamped as 50 s
    assert ends(timeline(), slow_clock)[-1] > 96.0


@pytest.mark.parametrize("days", [-3.0, 3.0])
def test_a_clock_set_days_off_makes_no_silence_and_loses_nothing(days: float) -> None:
    off = days * 86400.0
    sounds = [sound(n * 0.1 + (off if n >= 10 else 0.0)) for n in range(20)]
    assert ends(timeline(), sounds)[-1] == pytest.approx(2.0)


def test_a_clock_that_starts_again_goes_on() -> None:
    joined = [sound(n * 0.1) for n in range(50)] * 3
    assert ends(timeline(), joined)[-1] == pytest.approx(15.0)


def test_after_a_damaged_stretch_the_old_clock_counts_again() -> None:
    sounds = [sound(n * 0.1 - (50.0 if 20 <= n < 30 else 0.0)) for n in range(100)]
    assert ends(timeline(), sounds)[-1] == pytest.approx(10.0)


def test_one_damaged_stamp_is_ignored() -> None:
    sounds = [sound(n * 0.1 + (40.0 if n == 20 else 0.0)) for n in range(100)]
    assert ends(timeline(), sounds)[-1] == pytest.approx(10.0)


def test_repeated_and_missing_stamps_say_nothing() -> None:
    groups = [sound(n // 5 * 0.5) for n in range(20)]
    assert ends(timeline(), groups)[-1] == pytest.approx(2.0)
    assert ends(timeline(), [sound(0.0), sound(None), sound(None)])[-1] == pytest.approx(0.3)


def test_without_a_duration_an_hour_of_silence_is_the_most() -> None:
    assert ends(timeline(0.0), [sound(0.0), sound(3000.0), sound(3000.1)])[-1] == 3000.2
    assert ends(timeline(0.0), [sound(0.0), sound(5000.0), sound(5000.1)])[-1] == 0.3


def test_a_duration_that_is_proven_wrong_is_not_kept_to() -> None:
    sounds = [sound(n * 1.0, 1.0) for n in range(20)] + [sound(30.0), sound(30.1)]
    assert ends(timeline(2.0), sounds)[-1] == 30.2
