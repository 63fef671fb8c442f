"""Where recordings are cut, with the real detector and with one that hears loudness as speech."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from kopia_desktop.worker.sections import SAMPLE_RATE, CutSection, SectionCutter
from kopia_desktop.worker.voice import WINDOW, VoiceDetector

SPEECH = Path(__file__).parent.parent / "data" / "speech"
Floats = NDArray[np.float32]
Listen = Callable[..., Floats]


class Loudness(VoiceDetector):
    """A window's loudest sample is its probability of speech: sounds can be written to measure."""

    def _run(self, windows: Floats) -> Floats:
        return windows.max(axis=1)


def sound(*parts: tuple[float, float]) -> Floats:
    """Parts of (seconds, loudness), one behind the other, each in whole windows."""
    counts = [round(seconds * SAMPLE_RATE / WINDOW) * WINDOW for seconds, _ in parts]
    return np.repeat(np.array([loudness for _, loudness in parts], np.float32), counts)


def cut(audio: Floats, *, block: int = 160_000, voice: bool = False) -> list[CutSection]:
    cutter = SectionCutter(None if voice else Loudness())
    sections: list[CutSection] = []
    for at in range(0, len(audio), block):
        sections += cutter.feed(audio[at : at + block])
    assert cutter.seconds == min(at + block, len(audio)) / SAMPLE_RATE
    return sections + list(cutter.finish())


def lengths(sections: list[CutSection]) -> list[float]:
    return [len(section.audio) / SAMPLE_RATE for section in sections]


def decisions(sections: list[CutSection]) -> list[object]:
    return [(section.index, section.start, section.spans) for section in sections]


def check_whole(sections: list[CutSection], audio: Floats) -> None:
    """The sections are the recording, and the speech spans lie in order inside them."""
    assert np.array_equal(np.concatenate([section.audio for section in sections]), audio)
    at = 0
    for number, section in enumerate(sections):
        assert (section.index, section.start) == (number, at)
        before = at / SAMPLE_RATE
        at += len(section.audio)
        for span in section.spans:
            assert before <= span.start < span.end <= at / SAMPLE_RATE
            assert span.duration <= 29.0
            before = span.end


@pytest.fixture(scope="module")
def five_minutes(listen: Listen) -> Floats:
    return listen(SPEECH / "en_5min.ogg")


@pytest.fixture(scope="module")
def sections(five_minutes: Floats) -> list[CutSection]:
    return cut(five_minutes, voice=True)


def test_sections_of_a_recording_are_its_sound_without_gaps(
    sections: list[CutSection], five_minutes: Floats
) -> None:
    check_whole(sections, five_minutes)
    first, *later, _ = lengths(sections)
    assert 15 <= first <= 40  # the first words appear soon
    assert all(20 <= length <= 120 for length in later)
    assert later[-1] >= 60


def test_a_recording_is_cut_between_sentences(sections: list[CutSection]) -> None:
    for before, after in pairwise(sections):
        at = after.start / SAMPLE_RATE
        assert before.spans[-1].end + 0.1 < at < after.spans[0].start - 0.1


def test_blocks_of_another_size_cut_a_recording_alike(
    sections: list[CutSection], five_minutes: Floats
) -> None:
    assert decisions(cut(five_minutes, block=12_345, voice=True)) == decisions(sections)


@settings(deadline=None, max_examples=20)
@given(
    parts=st.lists(
        st.tuples(st.floats(0.04, 15.0), st.sampled_from([0.0, 0.3, 0.4, 0.6, 1.0])),
        min_size=1,
        max_size=40,
    ),
    block=st.integers(1_000, 3_000_000),
    left_over=st.integers(1, WINDOW),
)
@example(  # doubtful (0.4) since long before a cut without a pause, then silent
    parts=[(5.0, 1.0), (0.04, 0.3), (40.0, 0.4), (1.0, 0.0), (5.0, 1.0)], block=50_000, left_over=1
)
@example(parts=[(20.0, 1.0), (14.0, 0.0), (20.0, 1.0)], block=3_000_000, left_over=1)
def test_any_recording_is_cut_whole_and_alike_whatever_the_blocks(
    parts: list[tuple[float, float]], block: int, left_over: int
) -> None:
    audio = np.concatenate((sound(*parts), np.full(left_over, 0.45, np.float32)))
    found = cut(audio)
    check_whole(found, audio)
    assert decisions(cut(audio, block=block)) == decisions(found)
    for number, length in enumerate(lengths(found)[:-1]):
        assert (15 <= length <= 40) if number == 0 else (20 <= length <= 120)
    covered = np.zeros(len(audio), bool)
    for span in (span for section in found for span in section.spans):
        covered[round(span.start * SAMPLE_RATE) : round(span.end * SAMPLE_RATE)] = True
    assert covered[audio >= 0.5].all()


def test_a_section_ends_in_the_middle_of_the_longest_pause() -> None:
    first, second = cut(sound((20.0, 1.0), (0.3, 0.0), (9.0, 1.0), (1.2, 0.0), (20.0, 1.0)))
    assert second.start / SAMPLE_RATE == pytest.approx(29.9, abs=0.05)
    assert len(first.spans) == 2


def test_a_long_silence_ends_a_section_at_once() -> None:
    cutter = SectionCutter(Loudness())
    assert not list(cutter.feed(sound((20.0, 1.0))))
    assert [section.index for section in cutter.feed(sound((6.0, 0.0)))] == [0]


def test_speech_without_a_pause_is_still_cut(listen: Listen) -> None:
    voices = [listen(SPEECH / f"en_1min_{number}.ogg")[: 60 * SAMPLE_RATE] for number in (1, 2, 3)]
    crowd = sum(np.roll(voice, 7_000 * number) for number, voice in enumerate(voices)) / 2
    audio = np.tile(crowd, 3).astype(np.float32)
    found = cut(audio, voice=True)
    check_whole(found, audio)
    assert len(found) > 2
    spoken = sum(span.duration for section in found for span in section.spans)
    assert spoken > 0.97 * len(audio) / SAMPLE_RATE


def test_nothing_is_lost_where_endless_speech_is_cut() -> None:
    audio = sound((300.0, 1.0))
    found = cut(audio)
    check_whole(found, audio)
    assert max(lengths(found)) <= 120
    spans = [span for section in found for span in section.spans]
    assert all(before.end == after.start for before, after in pairwise(spans))
    assert (spans[0].start, spans[-1].end) == (0.0, len(audio) / SAMPLE_RATE)


def test_speech_without_a_pause_is_divided_where_it_is_quietest() -> None:
    audio = sound((12.0, 1.0), (0.4, 0.6), (22.0, 1.0))
    (section,) = cut(audio)
    assert [round(span.duration, 1) for span in section.spans] == [12.2, 22.2]


def test_short_pauses_do_not_divide_speech() -> None:
    (section,) = cut(sound((2.0, 1.0), (0.128, 0.0), (2.0, 0.6), (0.3, 0.4), (1.0, 1.0)))
    assert len(section.spans) == 1
    (section,) = cut(sound((2.0, 1.0), (0.2, 0.0), (2.0, 1.0)))
    assert len(section.spans) == 2


def test_hours_of_silence_are_sections_without_speech_in_flat_memory() -> None:
    cutter = SectionCutter(Loudness())
    block = np.zeros(10 * SAMPLE_RATE, np.float32)
    ends = []
    tracemalloc.start()
    try:
        for _ in range(3 * 360):
            for section in cutter.feed(block):
                assert not section.spans
                ends.append((section.start + len(section.audio)) / SAMPLE_RATE)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert 90 <= len(ends) <= 190
    assert ends[-1] > 3 * 3600 - 70
    assert most < 32 << 20
    assert cutter.seconds == 3 * 3600


def test_no_sound_is_no_section() -> None:
    assert list(SectionCutter(Loudness()).finish()) == []
