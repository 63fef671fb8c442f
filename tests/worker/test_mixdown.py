from __future__ import annotations

import numpy as np
import pytest

from kopia_desktop.worker.mixdown import Mixdown, to_float


def tone(hertz: float, *, seconds: float = 1.0, phase: float = 0.0) -> np.ndarray:
    times = np.arange(round(16_000 * seconds)) / 16_000
    return (0.5 * np.sin(2 * np.pi * hertz * times + phase)).astype(np.float32)


def power(sound: np.ndarray) -> float:
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64))))


@pytest.mark.parametrize("channels", [2, 3, 6, 8, 16])
def test_a_voice_in_one_channel_keeps_its_level(channels: int) -> None:
    for place in range(channels):
        block = np.zeros((channels, 16_000), np.float32)
        block[place] = tone(300)
        assert power(Mixdown().mix(block)) == pytest.approx(power(tone(300)), rel=0.01)


def test_the_same_in_both_channels_is_not_louder() -> None:
    mixed = Mixdown().mix(np.stack([tone(300), tone(300)]))
    np.testing.assert_allclose(mixed, tone(300), atol=1e-4)


def test_two_voices_in_two_channels_are_both_heard() -> None:
    mixed = Mixdown().mix(np.stack([tone(300), tone(700)]))
    spectrum = np.abs(np.fft.rfft(mixed))
    assert spectrum[300] == pytest.approx(spectrum[700], rel=0.01)
    assert power(mixed) == pytest.approx(power(tone(300)), rel=0.02)


def test_an_inverted_channel_does_not_cancel_the_other() -> None:
    mixdown = Mixdown()
    for louder in (1.0, 0.9, 1.1):  # which side is louder must not turn the mix
        mixed = mixdown.mix(np.stack([tone(300), -louder * tone(300)]))
        assert float(mixed @ tone(300)) > 0.9 * float(tone(300) @ tone(300))


def test_weights_glide_without_a_click() -> None:
    mixdown = Mixdown()
    silent = np.zeros_like(tone(50))
    blocks = [
        mixdown.mix(np.stack(pair)) for pair in [(tone(50), tone(50)), (tone(50), silent)] * 2
    ]
    assert np.abs(np.diff(np.concatenate(blocks))).max() < 0.02  # the tone itself: 0.0098


def test_silence_stays_silence_and_keeps_the_weights() -> None:
    mixdown = Mixdown()
    assert not mixdown.mix(np.zeros((2, 100), np.float32)).any()
    assert mixdown.mix(np.zeros((2, 0), np.float32)).shape == (0,)


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (np.array([0, 128, 255], np.uint8), [-1.0, 0.0, 0.9921875]),
        (np.array([-32768, 0, 16384], np.int16), [-1.0, 0.0, 0.5]),
        (np.array([-(2**31), 0, 2**30], np.int32), [-1.0, 0.0, 0.5]),
        (np.array([-1.0, 0.25, np.nan], np.float32), [-1.0, 0.25, 0.0]),
        (np.array([0.25, np.inf, 1e300], np.float64), [0.25, 8.0, 8.0]),
    ],
)
def test_every_type_of_sample_becomes_float(samples: np.ndarray, expected: list[float]) -> None:
    floats = to_float(samples)
    assert floats.dtype == np.float32
    np.testing.assert_allclose(floats, expected)


def test_the_mix_never_leaves_full_scale() -> None:
    mixed = Mixdown().mix(np.full((1, 10), 5.0, np.float32))
    assert mixed.max() == 1.0
