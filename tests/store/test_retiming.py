from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.transcript import Span, Word, words_text
from kopia_desktop.store.retiming import exchange, fit, retime

WITHIN = Span(0.0, 4.0)


def _words(text: str, *, glued: bool = False) -> tuple[Word, ...]:
    """A word a second."""
    return tuple(
        Word(part, float(number), number + 1.0, 0.5, glued and number > 0)
        for number, part in enumerate(text.split())
    )


def _times(words: tuple[Word, ...]) -> list[tuple[str, float, float]]:
    return [(word.text, round(word.start, 3), round(word.end, 3)) for word in words]


def test_replaced_word_stands_where_the_old_one_stood() -> None:
    found = retime(_words("one two three four"), "one too three four", WITHIN)
    old = _words("one two three four")
    assert found == (old[0], Word("too", 1.0, 2.0), *old[2:])


def test_removed_word_leaves_the_others_alone() -> None:
    old = _words("one two three four")
    assert retime(old, "one three four", WITHIN) == (old[0], *old[2:])


def test_two_words_share_the_place_of_one_by_length() -> None:
    found = retime(_words("one twothree four"), "one a threes four", Span(0.0, 3.0))
    assert _times(found)[1:3] == [("a", 1.0, 1.222), ("threes", 1.222, 2.0)]


def test_inserted_word_takes_the_pause() -> None:
    old = (Word("one", 0.0, 1.0, 0.5), Word("three", 2.0, 3.0, 0.5))
    found = retime(old, "one two three", Span(0.0, 3.0))
    assert found == (old[0], Word("two", 1.0, 2.0), old[1])


def test_inserted_word_without_a_pause_takes_room_from_the_one_before() -> None:
    found = retime(_words("one three"), "one two three", Span(0.0, 2.0))
    assert _times(found) == [("one", 0.0, 0.5), ("two", 0.5, 1.0), ("three", 1.0, 2.0)]
    assert [word.confidence for word in found] == [0.5, 1.0, 0.5]


def test_inserted_first_word_takes_room_from_the_one_after() -> None:
    found = retime(_words("two three"), "one two three", Span(0.0, 2.0))
    assert _times(found) == [("one", 0.0, 0.5), ("two", 0.5, 1.0), ("three", 1.0, 2.0)]


def test_exchanged_words_stand_where_the_others_stood() -> None:
    old = _words("one two three four")
    assert exchange(old, "one too three for") == retime(old, "one too three for", WITHIN)
    assert exchange(old, "one three four") is None
    assert exchange(_words("今天 天气", glued=True), "今天 天氣") is None


def test_chinese_is_compared_by_character() -> None:
    old = _words("今天 天气 很好。", glued=True)
    found = retime(old, "今天天氣很好。", WITHIN)
    assert _times(found) == [
        ("今天", 0.0, 1.0),
        ("天", 1.0, 1.5),
        ("氣", 1.5, 2.0),
        ("很好。", 2.0, 3.0),
    ]
    assert words_text(found) == "今天天氣很好。"


def test_glued_word_stays_glued() -> None:
    old = (Word("well", 0.0, 1.0, 0.5), Word("-known", 1.0, 2.0, 0.5, glued=True))
    found = retime(old, "well-known thing", WITHIN)
    assert found[:2] == old
    assert words_text(found) == "well-known thing"


def test_removed_space_makes_one_new_word() -> None:
    found = retime(_words("can not go"), "cannot go", Span(0.0, 3.0))
    assert _times(found) == [("cannot", 0.0, 2.0), ("go", 2.0, 3.0)]


def test_text_without_words_is_spread() -> None:
    assert _times(retime((), "a bcd", Span(1.0, 4.0))) == [("a", 1.0, 2.0), ("bcd", 2.0, 4.0)]


def test_moved_segment_takes_its_words_along() -> None:
    found = fit(_words("one two"), Span(0.0, 2.0), Span(5.0, 7.0))
    assert _times(found) == [("one", 5.0, 6.0), ("two", 6.0, 7.0)]


def test_widened_segment_leaves_its_words() -> None:
    old = _words("one two")
    assert fit(old, Span(0.0, 2.0), Span(0.0, 3.0)) == old


def test_cut_segment_cuts_the_word_at_its_edge() -> None:
    found = fit(_words("one two"), Span(0.0, 2.0), Span(0.25, 1.5))
    assert _times(found) == [("one", 0.25, 1.0), ("two", 1.0, 1.5)]


def test_segment_cut_past_a_word_presses_all() -> None:
    found = fit(_words("one two"), Span(0.0, 2.0), Span(0.0, 1.0))
    assert _times(found) == [("one", 0.0, 0.5), ("two", 0.5, 1.0)]


@pytest.mark.parametrize("text", ["", " \n "])
def test_no_text_has_no_words(text: str) -> None:
    assert retime(_words("one"), text, WITHIN) == ()


_PIECES = st.sampled_from(
    [
        "one",
        "two",
        "the",
        "a",
        "x-y",
        "-z",
        "今天",
        "天",
        "。",
        "「好",
        "สวัสดี",
        "ครับ",
        "é",
        "12",
        "…",
    ]
)


@st.composite
def _segments(draw: st.DrawFn) -> tuple[tuple[Word, ...], Span]:
    words: list[Word] = []
    moment = draw(st.floats(0, 1000))
    start = moment
    for text in draw(st.lists(_PIECES, max_size=12)):
        moment += draw(st.floats(0, 2))
        end = moment + draw(st.floats(0, 2))
        words.append(Word(text, moment, end, draw(st.floats(0, 1)), draw(st.booleans())))
        moment = end
    return tuple(words), Span(start, moment + draw(st.floats(0.01, 2)))


@st.composite
def _edits(draw: st.DrawFn) -> tuple[tuple[Word, ...], Span, str]:
    """A segment, and its text with some stretches removed or written anew."""
    words, within = draw(_segments())
    text = words_text(words)
    for _ in range(draw(st.integers(0, 4))):
        low = draw(st.integers(0, len(text)))
        high = draw(st.integers(low, min(len(text), low + 8)))
        text = (
            text[:low] + draw(st.sampled_from(["", " ", "new ", "好", "x", " a b "])) + text[high:]
        )
    return words, within, text


@given(_edits())
def test_words_are_the_text_in_order_within_the_bounds(
    edit: tuple[tuple[Word, ...], Span, str],
) -> None:
    words, within, text = edit
    found = retime(words, text, within)
    assert words_text(found) == " ".join(text.split())
    moment = within.start
    for word in found:
        assert moment <= word.start <= word.end <= within.end
        moment = word.start


@given(_segments())
def test_unchanged_text_changes_nothing(segment: tuple[tuple[Word, ...], Span]) -> None:
    words, within = segment
    assert retime(words, words_text(words), within) == words


@given(_segments(), st.text(max_size=40))
def test_any_text_is_taken(segment: tuple[tuple[Word, ...], Span], text: str) -> None:
    words, within = segment
    assert words_text(retime(words, text, within)) == " ".join(text.split())


@given(_segments(), st.data())
def test_words_that_stay_keep_their_confidence_and_start(
    segment: tuple[tuple[Word, ...], Span], data: st.DataObject
) -> None:
    words, within = segment
    spaced = tuple(Word(f"w{n}", w.start, w.end, w.confidence) for n, w in enumerate(words))
    kept = tuple(word for word in spaced if data.draw(st.booleans()))
    assert retime(spaced, words_text(kept), within) == kept


@given(_segments(), st.floats(0, 1000), st.floats(0.01, 50))
def test_fitted_words_lie_within(
    segment: tuple[tuple[Word, ...], Span], start: float, duration: float
) -> None:
    words, before = segment
    after = Span(start, start + duration)
    found = fit(words, before, after)
    assert [word.text for word in found] == [word.text for word in words]
    moment = after.start
    for word in found:
        assert moment <= word.start <= word.end <= after.end
        moment = word.start
