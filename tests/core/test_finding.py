"""Text found and replaced in many scripts, with lengths that folding changes."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.finding import find_all, replaced

SCRIPTS = st.text(
    alphabet="aAbßẞİiıéE\u0301\u0327ﬁ今天ガカ\u3099ทดี한اكद\u093f😀 .-_7'", max_size=14
)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("The budget, the Budget.", "budget", ["budget", "Budget"]),
        ("Die Straße, die STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("Die Strasse", "straße", ["Strasse"]),
        ("Maße", "s", []),
        ("Masse", "s", ["s", "s"]),
        ("In İstanbul, in istanbul", "istanbul", ["İstanbul", "istanbul"]),
        ("in istanbul", "İSTANBUL", ["istanbul"]),
        ("cafe\u0301 und café", "CAFÉ", ["cafe\u0301", "café"]),
        ("cafe\u0301 und café", "cafe", []),
        ("x\u0323", "x", []),
        ("ΟΔΟΣ οδος οδός", "οδος", ["ΟΔΟΣ", "οδος"]),
        ("今天天气很好。", "天气", ["天气"]),
        ("ガイド", "カ\u3099イ", ["ガイ"]),
        ("학교에서", "학교", ["학교"]),
        (unicodedata.normalize("NFD", "학교"), "교", [unicodedata.normalize("NFD", "교")]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.b", ".", ["."]),
        ("a.b", "", []),
        ("", "a", []),
    ],
)
def test_found_without_regard_to_case(text: str, wanted: str, found: list[str]) -> None:
    assert [text[at : at + length] for at, length in find_all(text, wanted)] == found


def test_case_can_matter() -> None:
    assert find_all("Budget budget", "budget", match_case=True) == ((7, 6),)
    assert find_all("Straße", "strasse", match_case=True) == ()
    assert find_all("Strasse", "Straße", match_case=True) == ()
    assert find_all("Cafe\u0301", "Café", match_case=True) == ((0, 5),)


@pytest.mark.parametrize(
    ("text", "wanted", "count"),
    [
        ("cat, concat cat_ cats (cat)", "cat", 2),
        ("über überall", "über", 1),
        ("in 2026, in 20260", "2026", 1),
        ("हिन्दी हिन्दीवाला", "हिन्दी", 1),
        ("की", "क", 0),
        ("今天天气", "天气", 1),
        ("今天 ABC天气", "abc", 1),
        ("a - b", "-", 1),
        ("end.Next", "next", 1),
    ],
)
def test_whole_words(text: str, wanted: str, count: int) -> None:
    assert len(find_all(text, wanted, whole_words=True)) == count


def test_replaced() -> None:
    assert replaced("Straße und STRASSE!", "strasse", "Weg") == "Weg und Weg!"
    assert replaced("İi", "i", "aa") == "aaaa"
    assert replaced("The cat concat", "cat", "dog", whole_words=True) == "The dog concat"
    assert replaced("Cat cat", "cat", "", match_case=True) == "Cat "
    assert replaced("nothing", "x", "y") == "nothing"
    assert replaced("a\\1", "a", r"\g<0>") == r"\g<0>\1"


@given(text=SCRIPTS, wanted=SCRIPTS, match_case=st.booleans(), whole_words=st.booleans())
def test_places_lie_in_the_text_in_order_and_hold_what_was_sought(
    text: str, wanted: str, match_case: bool, whole_words: bool
) -> None:
    places = find_all(text, wanted, match_case=match_case, whole_words=whole_words)
    end = 0
    for at, length in places:
        assert end <= at
        assert length > 0
        end = at + length
        assert end <= len(text)
        (again,) = find_all(text[at:end], wanted, match_case=match_case)
        assert again == (0, length)
    kept = replaced(text, wanted, "\0", match_case=match_case, whole_words=whole_words)
    assert kept.count("\0") == len(places)


@given(
    before=st.text(max_size=5), wanted=st.text(min_size=1, max_size=5), after=st.text(max_size=5)
)
def test_what_stands_between_spaces_is_found(before: str, wanted: str, after: str) -> None:
    if unicodedata.combining(wanted[0]) or "\u1160" <= wanted[0] <= "\u11ff":
        return  # it would hang on the space
    for match_case in (False, True):
        places = find_all(f"{before} {wanted} {after}", wanted, match_case=match_case)
        assert places
