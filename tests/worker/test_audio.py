from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from kopia_desktop.core.errors import MediaTooLong
from kopia_desktop.worker.audio import BLOCK, RATE, laid_out
from kopia_desktop.worker.timeline import Sound, Timeline


def tone(rate: int, *, start: float, seconds: float) -> np.ndarray:
    times = start + np.arange(round(seconds * rate)) / rate
    return (0.5 * np.sin(2 * np.pi * 440.0 * times)).astype(np.float32)


def frames(rate: int, *, start: float, seconds: float, channels: int = 1) -> Iterator[Sound]:
    whole = tone(rate, start=start, seconds=seconds)
    for at in range(0, len(whole), 1000):
        part = np.repeat(whole[np.newaxis, at : at + 1000], channels, axis=0)
        yield Sound(start + at / rate, rate, part)


def lay_out(sounds: list[Sound], *, max_seconds: float = 1e5) -> np.ndarray:
    timeline = Timeline(duration=1e5, max_seconds=max_seconds)
    return np.concatenate(list(laid_out(iter(sounds), timeline, max_seconds=max_seconds)))


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 44_056, 44_100, 96_000, 352_800])
def test_every_rate_keeps_length_and_place(rate: int) -> None:
    heard = lay_out(list(frames(rate, start=0.0, seconds=2.4)))
    assert len(heard) == round(2.4 * RATE)
    expected = tone(RATE, start=0.0, seconds=2.4)
    np.testing.assert_allclose(heard[400:-400], expected[400:-400], atol=0.01)


def test_rate_and_channels_may_change() -> None:
    sounds = [
        *frames(44_100, start=0.0, seconds=1.01),
        *frames(8_000, start=1.01, seconds=1.02, channels=2),
        *frames(48_000, start=2.03, seconds=0.97, channels=6),
    ]
    heard = lay_out(sounds)
    assert len(heard) == 3 * RATE
    expected = tone(RATE, start=0.0, seconds=3.0)
    wrong = np.abs(heard - expected) > 0.05
    assert np.mean(wrong) < 0.02  # only where the resampler begins and ends


def test_silence_fills_what_is_missing() -> None:
    sounds = [
        *frames(48_000, start=0.5, seconds=1.0),
        *frames(48_000, start=25.0, seconds=1.0),
    ]
    heard = lay_out(sounds)
    assert len(heard) == 26 * RATE
    assert not heard[: RATE // 2].any()
    assert not heard[round(1.5 * RATE) : 25 * RATE].any()
    np.testing.assert_allclose(
        heard[25 * RATE + 400 : -400], tone(RATE, start=25.0, seconds=1.0)[400:-400], atol=0.01
    )


def test_blocks_have_one_size_but_the_last() -> None:
    sounds = frames(RATE, start=0.0, seconds=21.0)
    timeline = Timeline(duration=21.0, max_seconds=100.0)
    sizes = [len(block) for block in laid_out(sounds, timeline, max_seconds=100.0)]
    assert sizes == [BLOCK, BLOCK, RATE]


def test_too_long_is_counted_in_what_came_out() -> None:
    sounds = list(frames(8_000, start=0.0, seconds=3.0))
    assert len(lay_out(sounds, max_seconds=3.0)) == 3 * RATE
    with pytest.raises(MediaTooLong, match="longer than"):
        lay_out(sounds, max_seconds=2.5)
