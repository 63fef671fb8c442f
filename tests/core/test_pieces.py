"""Pieces: what is never divided, and whose time an edited word takes."""

from __future__ import annotations

import pytest

from kopia_desktop.core.pieces import Piece, is_mostly_cjk, pieces_of
from kopia_desktop.core.transcript import Segment, Word


def texts(segment: Segment, longest: int = 42) -> list[str]:
    return [piece.text for piece in pieces_of(segment, longest=longest)]


@pytest.mark.parametrize(
    ("text", "divided"),
    [
        ("二〇二四年", ["二", "〇", "二", "四", "年"]),
        ("AIは25%です", ["AI", "は", "25%", "で", "す"]),
        ("เก่าน้ำ", ["เก่า", "น้ำ"]),
        ("ភ្នំពេញ", ["ភ្នំ", "ពេ", "ញ"]),
        ("မြန်မာ", ["မြန်", "မာ"]),
        ("བོད་ཡིག", ["བོད་", "ཡིག"]),
        ("well-known facts", ["well-known", "facts"]),
    ],
)
def test_text_without_words_is_divided_between_clusters(text: str, divided: list[str]) -> None:
    assert texts(Segment(0, 0.0, 1.0, text)) == divided


def test_words_of_unspaced_writing_are_divided_only_when_too_long() -> None:
    words = (Word("東京", 0.0, 0.4), Word("国際空港", 0.4, 1.2, glued=True))
    segment = Segment(0, 0.0, 1.2, "東京国際空港", words)
    assert texts(segment, 4) == ["東京", "国際空港"]
    assert pieces_of(segment, longest=3)[1] == Piece("国", 0.4, pytest.approx(0.6), True)


def test_replaced_words_pass_their_time_on() -> None:
    words = (Word("the", 0.0, 0.2), Word("brown", 5.0, 5.6), Word("fox", 9.0, 9.4))
    segment = Segment(0, 0.0, 9.4, "the quick fox", words, edited=True)
    assert pieces_of(segment, longest=42) == [
        Piece("the", 0.0, 0.2),
        Piece("quick", 5.0, 5.6),
        Piece("fox", 9.0, 9.4, last=True),
    ]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("so the fox", [0.0, 0.0, 9.0]),
        ("the old fox", [0.0, 0.2, 9.0]),
        ("the fox ran", [0.0, 9.0, 9.4]),
        ("fox", [9.0]),
        ("entirely different", [0.0, pytest.approx(9.4 * 8 / 17)]),
    ],
)
def test_inserted_and_removed_words(text: str, starts: list[float]) -> None:
    words = (Word("the", 0.0, 0.2), Word("fox", 9.0, 9.4))
    pieces = pieces_of(Segment(0, 0.0, 9.4, text, words), longest=42)
    assert " ".join(piece.text for piece in pieces) == text
    assert [piece.start for piece in pieces] == starts


def test_times_that_run_backwards_are_put_in_order() -> None:
    words = (Word("one", 2.0, 2.5), Word("two", 1.0, 1.5), Word("three", 2.2, 2.0))
    pieces = pieces_of(Segment(0, 0.0, 3.0, "one two three", words), longest=42)
    assert [(piece.start, piece.end) for piece in pieces] == [(2.0, 2.5), (2.0, 2.0), (2.2, 2.2)]


def test_a_few_foreign_letters_do_not_make_a_text_cjk() -> None:
    assert is_mostly_cjk("東京 is nice") is False
    assert is_mostly_cjk("東京タワー OK") is True
