"""Words make segments, segments make a transcript."""

from __future__ import annotations

import dataclasses

import pytest

from kopia_desktop.core.transcript import Section, Segment, Span, Transcript, Word, words_text

WORDS = (Word("Well", 1.0, 1.2), Word("-known,", 1.2, 1.5, glued=True), Word("yes.", 1.8, 2.0))


def test_running_text_has_spaces_where_the_language_has_them() -> None:
    assert words_text(WORDS) == "Well-known, yes."
    assert words_text([]) == ""
    assert words_text([Word("今日", 0, 1, glued=True), Word("は", 1, 2, glued=True)]) == "今日は"


def test_other_words_change_text_and_times_only() -> None:
    segment = Segment(4, 0.5, 2.5, "Well-known, yes.", WORDS, edited=True)
    shorter = segment.with_words(WORDS[2:])
    assert (shorter.id, shorter.text, shorter.start, shorter.end) == (4, "yes.", 1.8, 2.0)
    assert shorter.edited
    assert segment.words == WORDS
    empty = segment.with_words([])
    assert (empty.text, empty.words, empty.start, empty.end) == ("", (), 0.5, 2.5)


def test_durations() -> None:
    spans = (Span(1.0, 2.5), Span(3.0, 4.0))
    assert Segment(0, 1.0, 3.5, "x").duration == 2.5
    assert spans[0].duration == 1.5
    section = Section(0, 0.0, 60.0, spans, None)
    assert (section.duration, section.speech_seconds) == (60.0, 2.5)


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("en_uk", ["One.", "", "Two."], "One. Two."),
        ("ja", ["一。", "二。"], "一。二。"),
        ("zh", ["一。", "二。"], "一。二。"),
        ("th", ["หนึ่ง", "สอง"], "หนึ่ง สอง"),
        ("ko", ["하나.", "둘."], "하나. 둘."),
    ],
)
def test_a_transcripts_text(language: str, texts: list[str], expected: str) -> None:
    segments = tuple(Segment(n, n, n + 1, text) for n, text in enumerate(texts))
    assert Transcript("job_1", language, 3.0, segments).text == expected


def test_plain_data_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        WORDS[0].text = "other"  # type: ignore[misc]
