"""Word times: in order, of positive length, on the media's clock, the aligner's faults mended."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.transcript import Section, Span
from kopia_desktop.worker.chunks import Chunk, plan
from kopia_desktop.worker.speech_model import RawWord
from kopia_desktop.worker.word_times import placed


@pytest.fixture(scope="module")
def chunk() -> Chunk:
    """Speech at 61..65 s and 70..76 s, padded."""
    spans = (Span(61.0, 65.0), Span(70.0, 76.0))
    (chunk,) = plan(Section(1, 60.0, 80.0, spans, "000001.flac"))
    return chunk


def raw(*words: tuple[str, float, float]) -> list[RawWord]:
    return [RawWord(text, start, end, 0.9) for text, start, end in words]


TIMES = st.floats(0.0, 11.0)
RAW = st.lists(
    st.builds(
        RawWord,
        st.sampled_from([" word", " end.", "-part", " I", "好", " so,"]),
        TIMES,
        TIMES,
        st.floats(-0.5, 1.5),
    ),
    max_size=40,
)


@given(RAW)
def test_words_are_in_order_and_positive_whatever_the_aligner_says(
    chunk: Chunk, raw: list[RawWord]
) -> None:
    words = placed(raw, chunk)
    assert [word.text for word in words] == [word.text.strip() for word in raw]
    for word in words:
        assert word.end > word.start >= 60.0
        assert 0.0 <= word.confidence <= 1.0
    assert all(before.end <= after.start for before, after in pairwise(words))


def test_words_come_onto_the_medias_clock(chunk: Chunk) -> None:
    seam = chunk.spans[0].duration
    first, second = placed(
        raw((" One", 1.0, 1.4), (" two.", seam + 1.0, seam + 1.4)), chunk
    )  # fmt: skip
    assert (first.start, first.end) == pytest.approx(
        (chunk.spans[0].start + 1.0, chunk.spans[0].start + 1.4)
    )
    assert (second.start, second.end) == pytest.approx(
        (chunk.spans[1].start + 1.0, chunk.spans[1].start + 1.4)
    )


def test_a_first_word_stretched_over_a_pause_is_cut_at_its_beginning(chunk: Chunk) -> None:
    words = placed(raw((" So", 0.3, 2.3), (" it", 2.3, 2.5), (" is", 2.5, 2.7)), chunk)
    shift = chunk.spans[0].start
    assert words[0].end == pytest.approx(shift + 2.3)
    assert words[0].end - words[0].start == pytest.approx(0.4)


def test_a_last_word_stretched_over_a_pause_is_cut_at_its_end(chunk: Chunk) -> None:
    words = placed(raw((" So", 0.3, 0.5), (" is", 0.5, 0.7), (" it.", 0.7, 2.7)), chunk)
    assert words[2].start == pytest.approx(chunk.spans[0].start + 0.7)
    assert words[2].end - words[2].start == pytest.approx(0.4)


def test_a_long_word_inside_a_sentence_keeps_its_length(chunk: Chunk) -> None:
    words = placed(
        raw((" So", 0.5, 0.7), (" incomprehensible", 0.7, 2.2), (" it", 2.2, 2.4)), chunk
    )
    assert words[1].end - words[1].start == pytest.approx(1.5)


def test_words_end_with_the_sound(chunk: Chunk) -> None:
    end = chunk.duration
    words = placed(raw((" the", end - 0.1, end + 0.2), (" end.", end + 0.4, end + 0.8)), chunk)
    assert words[1].end <= 76.2 + 0.02
    assert words[1].start <= 76.2


def test_words_without_a_space_are_glued_but_the_first(chunk: Chunk) -> None:
    words = placed(
        raw(("你", 0.5, 0.7), ("好", 0.7, 0.9), (" re", 1, 1.2), ("-do", 1.2, 1.4)), chunk
    )
    assert [word.glued for word in words] == [False, True, False, True]
    assert [word.text for word in words] == ["你", "好", "re", "-do"]


def test_no_words_are_no_words(chunk: Chunk) -> None:
    assert placed([], chunk) == ()
