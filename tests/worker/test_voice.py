"""Voice activity in a stream against the same network run over the whole file."""

from __future__ import annotations

import numpy as np
import pytest
from faster_whisper.vad import get_vad_model
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kopia_desktop.worker.voice import WINDOW, VoiceDetector

Floats = NDArray[np.float32]


@pytest.fixture(scope="module")
def whole(speech: Floats) -> Floats:
    """The probabilities of the clip in one run of the library itself."""
    filled = np.pad(speech, (0, -len(speech) % WINDOW))
    # The library blanks the last samples of what it is given, so that must not be the clip's.
    return np.asarray(get_vad_model()(np.pad(filled, (0, WINDOW))).reshape(-1)[:-1])


def streamed(sound: Floats, sizes: list[int]) -> Floats:
    """The probabilities of a sound fed in blocks of these sizes, in turn."""
    detector = VoiceDetector()
    parts, at, turn = [], 0, 0
    while at < len(sound):
        size = sizes[turn % len(sizes)]
        parts.append(detector.feed(sound[at : at + size]))
        at, turn = at + size, turn + 1
    return np.concatenate([*parts, detector.finish()])


@settings(deadline=None, max_examples=25)
@given(sizes=st.lists(st.integers(60, 20_000), min_size=1, max_size=8))
def test_blocks_of_any_size_give_what_one_run_over_the_file_gives(
    speech: Floats, whole: Floats, sizes: list[int]
) -> None:
    np.testing.assert_allclose(streamed(speech, sizes), whole, atol=1e-6)


@pytest.mark.parametrize("size", [1, 511, 512, 513])
def test_blocks_around_a_window_lose_nothing(speech: Floats, whole: Floats, size: int) -> None:
    count = 20 * WINDOW
    np.testing.assert_allclose(streamed(speech[:count], [size]), whole[:20], atol=1e-6)


def test_the_clip_is_heard_as_speech_and_silence_is_not(whole: Floats) -> None:
    assert whole.max() > 0.9
    assert streamed(np.zeros(16_000, np.float32), [4_000]).max() < 0.1


def test_a_last_incomplete_window_counts_as_one(speech: Floats) -> None:
    detector = VoiceDetector()
    assert len(detector.feed(speech[: 3 * WINDOW + 1])) == 3
    assert len(detector.finish()) == 1
    assert len(detector.finish()) == 0


def test_no_sound_gives_no_probability() -> None:
    detector = VoiceDetector()
    assert len(detector.feed(np.zeros(0, np.float32))) == 0
    assert len(detector.finish()) == 0
