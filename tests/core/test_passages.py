"""Segments become passages that end with a sentence; sentences know what they cover."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.passages import (
    MOST_CHARACTERS,
    MOST_SEGMENTS,
    Sentence,
    group,
    has_words,
    sentences,
)
from kopia_desktop.core.transcript import Segment


def said(*texts: str, pauses: dict[int, float] | None = None) -> list[Segment]:
    """Segments of two seconds each, 0.1 s apart, with longer pauses before those numbers."""
    segments, now = [], 0.0
    for number, text in enumerate(texts):
        now += (pauses or {}).get(number, 0.1)
        segments.append(Segment(number + 1, now, now + 2.0, text))
        now += 2.0
    return segments


def grouped(segments: list[Segment], language: str = "en") -> list[list[str]]:
    return [[one.text for one in passage] for passage in group(segments, language)]


def covered(sentence: Sentence, texts: list[str]) -> list[str]:
    return [texts[part.index][part.begin : part.end] for part in sentence.parts]


# Passages


@pytest.mark.parametrize(
    ("language", "passages"),
    [
        ("en", [["Hello."], ["We met Dr.", "Smith and", "left. Then it", "rained."], ["Yes"]]),
        ("en", [["Wait...", "what?"], ["He said “go.”"], ["So", "we did…"]]),
        ("de", [["Am 3.", "Oktober kam er."], ["Ja!"]]),
        ("ja", [["今日は", "天気がいい。"], ["はい！"], ["「そうです。」", "と言った。"]]),
        ("ar", [["أين", "الكتاب؟"], ["هنا."]]),
        ("hi", [["यह किताब", "है।"], ["वह"]]),
        ("th", [["สวัสดีครับ", "วันนี้", "อากาศดี"]]),
    ],
)
def test_a_passage_ends_where_a_sentence_ends_with_a_segment(
    language: str, passages: list[list[str]]
) -> None:
    segments = said(*(text for passage in passages for text in passage))
    assert grouped(segments, language) == passages


def test_a_pause_ends_one() -> None:
    segments = said("so we went", "home and", "then", pauses={1: 2.0, 2: 2.1})
    assert grouped(segments) == [["so we went", "home and"], ["then"]]


def test_a_full_stop_before_a_small_letter_needs_a_pause() -> None:
    assert grouped(said("We left.", "and went")) == [["We left.", "and went"]]
    assert grouped(said("We left.", "and went", pauses={1: 0.7})) == [["We left."], ["and went"]]
    assert grouped(said("We met Dr.", "Smith", pauses={1: 0.7})) == [["We met Dr.", "Smith"]]


@pytest.mark.parametrize(
    ("language", "first", "second", "pause", "passages"),
    [
        ("en", "is the schedule", "Hello, my name is Ann", 1.0, 2),
        ("en", "is the schedule", "Hello, my name is Ann", 0.9, 1),
        ("en", "is the schedule", "hello, my name is Ann", 1.0, 1),
        ("en", "then we met", "I and you", 1.0, 1),
        ("en", "we met with the", "Beatles", 1.0, 1),
        ("en", "Um,", "Nina wrote it", 1.0, 1),
        ("de", "wir kauften gestern", "Brot", 1.0, 1),
    ],
)
def test_a_capital_behind_a_pause_begins_a_sentence(
    language: str, first: str, second: str, pause: float, passages: int
) -> None:
    assert len(group(said(first, second, pauses={1: pause}), language)) == passages


def test_signs_without_words_stand_alone() -> None:
    segments = said("so we", "♪ ♪", "went", "🙂", "", "home", "...", "and", "?")
    assert grouped(segments) == [
        ["so we"],
        ["♪ ♪"],
        ["went"],
        ["🙂"],
        [""],
        ["home", "...", "and", "?"],
    ]


def test_without_punctuation_the_length_ends_one_where_it_reads_best() -> None:
    texts = [f"part {number}" for number in range(40)]
    assert all(len(each) <= MOST_SEGMENTS for each in grouped(said(*texts)))
    texts[8] += ","
    assert next(map(len, grouped(said(*texts)))) == 9
    assert next(map(len, grouped(said(*texts, pauses={7: 0.9})))) == 7
    long = ["word " * 30] * 9
    sizes = [sum(map(len, each)) for each in grouped(said(*long))]
    assert max(sizes) <= MOST_CHARACTERS
    unspaced = grouped(said(*["好" * 60] * 9), "zh")
    assert max(len("".join(each)) for each in unspaced) <= MOST_CHARACTERS / 3


TEXTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["We", "left.", "Dr.", "", "♪", "...", "why? So", "好。走", "a, b", "1.5", "word " * 50]
        ),
        st.floats(0.0, 4.0),
    ),
    max_size=60,
)


@given(TEXTS)
def test_each_segment_is_in_one_passage_in_order(drawn: list[tuple[str, float]]) -> None:
    segments = said(
        *(text for text, _ in drawn), pauses={i: pause for i, (_, pause) in enumerate(drawn)}
    )
    passages = group(segments, "en")
    assert [one for passage in passages for one in passage] == segments
    assert all(0 < len(passage) <= MOST_SEGMENTS for passage in passages)


@given(TEXTS, st.integers(0, 60))
def test_what_follows_changes_nothing_but_the_last_passage(
    drawn: list[tuple[str, float]], count: int
) -> None:
    """So that a long transcript can be read page by page."""
    segments = said(
        *(text for text, _ in drawn), pauses={i: pause for i, (_, pause) in enumerate(drawn)}
    )
    page = group(segments[:count], "en")[:-1]
    assert group(segments, "en")[: len(page)] == page


# Sentences


def test_a_sentence_knows_its_segments() -> None:
    texts = ["Hello, my name is Dr.", " Smith. I am", "♪", "very happy. OK."]
    found = sentences(texts, "en")
    assert [one.text for one in found] == [
        "Hello, my name is Dr. Smith.",
        "I am very happy.",
        "OK.",
    ]
    assert [covered(one, texts) for one in found] == [
        ["Hello, my name is Dr.", "Smith."],
        ["I am", "very happy."],
        ["OK."],
    ]
    assert [[part.index for part in one.parts] for one in found] == [[0, 1], [1, 3], [3]]


def test_writing_without_spaces_is_joined_without() -> None:
    assert [one.text for one in sentences(["今日は", "天気が", "いい。Pythonも"], "ja")] == [
        "今日は天気がいい。",
        "Pythonも",
    ]
    assert [one.text for one in sentences(["สวัสดีครับ", "วันนี้"], "th")] == ["สวัสดีครับ วันนี้"]
    assert [one.text for one in sentences(["안녕", "하세요."], "ko")] == ["안녕 하세요."]


def test_hesitations_weigh_nothing() -> None:
    (found,) = sentences(["Um,", "Nina wrote, uh,", "a page."], "en")
    assert found.text == "Um, Nina wrote, uh, a page."
    assert [part.weight for part in found.parts] == [0.0, len("Nina wrote"), len("a page.")]


def test_texts_without_words_belong_to_no_sentence() -> None:
    assert sentences(["♪", "...", "", " "], "en") == []
    assert [one.text for one in sentences(["Yes. ...", "?"], "en")] == ["Yes.", "..."]


def test_a_sentence_without_end_is_divided() -> None:
    for text, language in (("word, " * 300, "en"), ("好" * 900, "zh")):
        found = sentences([text], language)
        assert "".join(one.text for one in found).replace(" ", "") == text.replace(" ", "")
        assert len(found) > 2
    assert [len(one.text) for one in sentences(["x" * 5000], "en")] == [5000]


@given(st.lists(st.text(alphabet='aB1 .!?,好。「」’"ไ🙂\n', max_size=30), max_size=8))
def test_all_that_is_said_is_in_one_sentence(texts: list[str]) -> None:
    found = sentences(texts, "en")
    told = "".join(piece for one in found for piece in covered(one, texts))
    expected = "".join(text for text in texts if has_words(text))
    assert "".join(told.split()) == "".join(expected.split())
    for one in found:
        assert "".join("".join(covered(one, texts)).split()) == "".join(one.text.split())
        indexes = [part.index for part in one.parts]
        assert indexes == sorted(set(indexes))
