"""Chunks: all speech once, at most 30 s, and times that find their way back."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.transcript import Section, Span
from kopia_desktop.worker.chunks import MAX_SECONDS, Chunk, padded, plan

START = 100.0
ROUNDING = 1e-9


def section(*parts: tuple[float, float], tail: float = 1.0) -> Section:
    """A section from 100.0 s on, of (pause, speech) in seconds."""
    spans, now = [], START
    for pause, speech in parts:
        spans.append(Span(now + pause, now + pause + speech))
        now += pause + speech
    return Section(0, START, spans[-1].end + tail, tuple(spans), "000000.flac")


def speech_of(chunks: tuple[Chunk, ...]) -> list[list[float]]:
    return [[round(span.duration, 3) for span in chunk.speech] for chunk in chunks]


SECTIONS = st.builds(
    lambda parts, tail: section(*parts, tail=tail),
    st.lists(st.tuples(st.floats(0.0, 4.0), st.floats(0.1, 29.0)), min_size=1, max_size=12),
    st.floats(0.0, 3.0),
)


@given(SECTIONS)
def test_every_speech_span_is_in_exactly_one_chunk(section: Section) -> None:
    chunks = plan(section)
    assert tuple(span for chunk in chunks for span in chunk.speech) == section.spans
    for chunk in chunks:
        assert chunk.duration <= MAX_SECONDS or len(chunk.spans) == 1
        for padding, speech in zip(chunk.spans, chunk.speech, strict=True):
            assert section.start <= padding.start <= speech.start + ROUNDING
            assert speech.end - ROUNDING <= padding.end <= section.end
    padding = [span for chunk in chunks for span in chunk.spans]
    assert all(before.end <= after.start + ROUNDING for before, after in pairwise(padding))


@given(SECTIONS)
def test_there_are_no_more_chunks_than_needed(section: Section) -> None:
    needed, length = 0, math.inf
    for span in padded(section):
        length += span.duration
        if length > MAX_SECONDS:
            needed, length = needed + 1, span.duration
    assert len(plan(section)) == needed


@given(SECTIONS, st.data())
def test_times_stay_in_order_and_inside_their_span(section: Section, data: st.DataObject) -> None:
    for chunk in plan(section):
        times = st.floats(0.0, chunk.duration)
        edges = sorted(data.draw(st.lists(times, min_size=2, max_size=12)))
        placed = [chunk.place(start, end) for start, end in pairwise(edges)]
        for (start, end), (raw_start, raw_end) in zip(placed, pairwise(edges), strict=True):
            assert start <= end + ROUNDING
            assert end - start <= raw_end - raw_start + ROUNDING
            assert any(s.start <= start and end <= s.end for s in chunk.spans)
        for before, after in pairwise(placed):
            assert before[0] <= after[0] + ROUNDING
            assert before[1] <= after[1] + ROUNDING


def test_a_word_in_speech_keeps_its_place() -> None:
    chunk = plan(section((2.0, 5.0), (3.0, 4.0)))[0]
    first, second = chunk.spans
    assert chunk.place(1.0, 1.5) == pytest.approx((first.start + 1.0, first.start + 1.5))
    behind = first.duration + 1.0
    assert chunk.place(behind, behind + 0.5) == pytest.approx(
        (second.start + 1.0, second.start + 1.5)
    )


def test_a_word_never_reaches_over_a_pause_that_was_left_out() -> None:
    chunk = plan(section((2.0, 5.0), (3.0, 4.0)))[0]
    seam = chunk.spans[0].duration
    start, end = chunk.place(seam - 0.6, seam + 0.4)
    assert 106.0 < start < end <= chunk.spans[0].end
    start, end = chunk.place(seam - 0.4, seam + 0.6)
    assert chunk.spans[1].start <= start < end < 110.6


def test_a_word_does_not_begin_or_end_in_the_silence_beside_speech() -> None:
    chunk = plan(section((2.0, 5.0)))[0]
    (speech,) = chunk.speech
    start, _ = chunk.place(0.0, 0.8)
    assert speech.start - 0.1 < start <= speech.start
    _, end = chunk.place(chunk.duration - 0.8, chunk.duration)
    assert speech.end <= end <= chunk.spans[0].end


def test_chunks_end_at_the_longest_pauses() -> None:
    chunks = plan(section((1, 8), (0.3, 8), (0.9, 8), (0.3, 8), (0.3, 8)))
    assert speech_of(chunks) == [[8.0, 8.0], [8.0, 8.0, 8.0]]


def test_neighbours_share_a_short_pause() -> None:
    first, second = padded(section((0.05, 2.0), (0.1, 2.0), tail=0.0))
    assert first.end == second.start == pytest.approx(START + 2.1)
    assert (first.start, second.end) == (START, pytest.approx(START + 4.15))


def test_the_joined_sound_is_the_spans_one_behind_the_other() -> None:
    here = section((2.0, 5.0), (3.0, 4.0))
    samples = np.arange(round(here.duration * 16_000)).astype(np.float32)
    (chunk,) = plan(here)
    audio = chunk.audio(samples, here.start)
    assert len(audio) == round(chunk.duration * 16_000)
    for at in (0.5, 3.0, 6.0, 9.0):  # what is heard at a time is what place() says
        heard = START + audio[round(at * 16_000)] / 16_000
        assert heard == pytest.approx(chunk.place(at, at)[0], abs=0.001)


@settings(max_examples=50)
@given(SECTIONS)
def test_halves_are_the_chunk(section: Section) -> None:
    for chunk in plan(section):
        halves = chunk.halves()
        assert len(halves) == min(2, len(chunk.spans))
        assert tuple(span for half in halves for span in half.spans) == chunk.spans
        assert tuple(span for half in halves for span in half.speech) == chunk.speech


def test_a_chunk_is_halved_near_its_middle() -> None:
    (chunk,) = plan(section((1, 2), (0.5, 3), (0.5, 4), (0.5, 6)))
    assert speech_of(chunk.halves()) == [[2.0, 3.0, 4.0], [6.0]]


def test_a_section_without_speech_has_no_chunks() -> None:
    assert plan(Section(0, 0.0, 60.0, (), None)) == ()
