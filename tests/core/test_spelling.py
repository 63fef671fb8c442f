"""Spelling variants: one partner each way, names and doubtful words left alone."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.spelling import VARIANTS, pairs, respelled
from kopia_desktop.core.transcript import Segment, Word, words_text

TABLE = sorted({(american, british) for american, british, _ in pairs()})


def spell(text: str, code: str) -> str:
    """The text respelled, by its words and alone; both must agree."""
    words = tuple(Word(word, float(n), n + 0.5) for n, word in enumerate(text.split()))
    by_words = respelled(Segment(1, 0.0, 9.0, words_text(words), words), code)
    assert by_words.text == words_text(by_words.words)
    assert [(w.start, w.end) for w in by_words.words] == [(w.start, w.end) for w in words]
    assert respelled(Segment(1, 0.0, 9.0, by_words.text), code).text == by_words.text
    assert respelled(Segment(1, 0.0, 9.0, text), code).text == by_words.text
    return by_words.text


def test_the_table_is_large_and_each_spelling_has_one_partner() -> None:
    assert len(TABLE) >= 1200
    british, american = defaultdict(set), defaultdict(set)
    for us, uk in TABLE:
        assert us != uk
        assert us.isalpha()
        assert uk.isalpha()
        assert (us, uk) == (us.lower(), uk.lower())
        british[us].add(uk)
        american[uk].add(us)
    assert all(len(found) == 1 for found in [*british.values(), *american.values()])
    assert not set(british) & set(american)


def test_every_entry_goes_there_and_back() -> None:
    for us, uk in TABLE:
        assert respelled(Segment(1, 0, 1, us), "en_uk").text == uk
        assert respelled(Segment(1, 0, 1, uk), "en_us").text == us
        australian = respelled(Segment(1, 0, 1, us), "en_au").text
        assert australian in (us, uk)
        assert respelled(Segment(1, 0, 1, uk), "en_au").text == australian
        assert respelled(Segment(1, 0, 1, australian), "en_us").text == us


@pytest.mark.parametrize(
    ("american", "british"),
    [
        ("color", "colour"), ("favorites", "favourites"), ("neighborhood", "neighbourhood"),
        ("organize", "organise"), ("organizational", "organisational"), ("realized", "realised"),
        ("unrecognizable", "unrecognisable"), ("decentralization", "decentralisation"),
        ("analyze", "analyse"), ("paralyzed", "paralysed"), ("center", "centre"),
        ("centered", "centred"), ("kilometers", "kilometres"), ("theater", "theatre"),
        ("traveled", "travelled"), ("canceling", "cancelling"), ("counselor", "counsellor"),
        ("marvelous", "marvellous"), ("fulfill", "fulfil"), ("skillful", "skilful"),
        ("enrollment", "enrolment"), ("catalog", "catalogue"), ("defense", "defence"),
        ("anemia", "anaemia"), ("pediatrician", "paediatrician"), ("diarrhea", "diarrhoea"),
        ("anesthetized", "anaesthetised"), ("maneuver", "manoeuvre"), ("gray", "grey"),
        ("mold", "mould"), ("plow", "plough"), ("jewelry", "jewellery"), ("pajamas", "pyjamas"),
        ("skeptical", "sceptical"), ("aluminum", "aluminium"), ("cozy", "cosy"),
        ("colorize", "colourise"), ("aging", "ageing"), ("labeled", "labelled"),
    ],
)  # fmt: skip
def test_well_known_pairs(american: str, british: str) -> None:
    assert spell(american, "en_uk") == british
    assert spell(british, "en_us") == american
    assert spell(american, "en_au") == british


@pytest.mark.parametrize(
    "word",
    "advise surprise exercise comprise supervise televise advertise compromise devise despise "
    "improvise promise enterprise merchandise prize size capsize seize resize maize "
    "licence license practice practise meter metre program programme tyre tire kerb curb storey "
    "story cheque check draught draft disc disk analyses paralyses glamorous humorous laborious "
    "vigorous honorary four hour tour pour our flour doctor actor tailor error mirror older "
    "cancellation excellent controlled compelled dialogue monologue aesthetic archaeology "
    "judgment towards learnt maths mum lift truck autumn".split(),
)
def test_words_that_never_change(word: str) -> None:
    for code in VARIANTS:
        assert spell(word, code) == word


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en_uk", "The color-coded center's plan.", "The colour-coded centre's plan."),
        ("en_uk", "a self-organizing, (gray) group;", "a self-organising, (grey) group;"),
        ("en_uk", "the neighbors’ favorite", "the neighbours’ favourite"),
        ("en_uk", "Color matters. Favorites win!", "Colour matters. Favourites win!"),
        ("en_uk", 'He said "Organize it" twice.', 'He said "Organise it" twice.'),
        ("en_uk", "HONOR AND COLOR", "HONOUR AND COLOUR"),
        ("en_uk", "at Pearl Harbor with the Labor Party", "at Pearl Harbor with the Labor Party"),
        ("en_uk", "Harbor Freight opened.", "Harbor Freight opened."),
        ("en_uk", "I met Mr. Harbor. J. Color left.", "I met Mr. Harbor. J. Color left."),
        ("en_uk", "U.S. Labor laws", "U.S. Labor laws"),
        ("en_us", "Grey said the sky is grey.", "Grey said the sky is gray."),
        ("en_uk", "see www.color.com or a@center.org", "see www.color.com or a@center.org"),
        ("en_uk", "#color center_id center2 iColor", "#color center_id center2 iColor"),
        ("en_us", "Colour I like. Favour I ask.", "Color I like. Favor I ask."),
        ("en_au", "the fetus and sulphur organized", "the fetus and sulfur organised"),
        ("en_uk", "the fetus and sulfur", "the foetus and sulphur"),
        ("en_us", "Its colour... Organise? Yes.", "Its color... Organize? Yes."),
    ],
)
def test_sentences(code: str, text: str, expected: str) -> None:
    assert spell(text, code) == expected


@pytest.mark.parametrize("code", ["en", "de", "auto", "fr"])
def test_other_codes_change_nothing(code: str) -> None:
    segment = Segment(1, 0.0, 1.0, "color colour", (Word("color", 0, 1), Word("colour", 1, 2)))
    assert respelled(segment, code) is segment


def test_a_segment_without_such_words_is_the_same_object() -> None:
    segment = Segment(1, 0.0, 1.0, "We left", (Word("We", 0, 1), Word("left", 1, 2)))
    assert respelled(segment, "en_uk") is segment


def test_glued_words_and_text_that_is_not_its_words() -> None:
    words = (Word("multi", 0, 1), Word("-colored", 1, 2, 0.5, glued=True))
    assert respelled(Segment(1, 0, 2, "multi-colored", words), "en_uk").text == "multi-coloured"
    edited = respelled(Segment(1, 0, 2, "two\ncolored  things", words, edited=True), "en_uk")
    assert edited.text == "two\ncoloured  things"
    assert edited.words[1] == Word("-coloured", 1, 2, 0.5, glued=True)


WORDS = st.sampled_from(
    [form for pair in TABLE[::40] for form in pair] + ["the", "Pearl", "I", "Mr.", "prize", "—"]
)
CASED = st.builds(
    lambda word, case, mark: case(word) + mark,
    WORDS,
    st.sampled_from([str.lower, str.capitalize, str.upper]),
    st.sampled_from(["", "", ",", ".", "?", "'s", "-made", '"']),
)


@settings(deadline=None)
@given(st.lists(CASED, min_size=1, max_size=8), st.sampled_from(VARIANTS))
def test_once_is_enough_and_british_comes_back(texts: list[str], code: str) -> None:
    text = " ".join(texts)
    once = spell(text, code)
    assert spell(once, code) == once
    assert spell(spell(text, "en_uk"), "en_us") == spell(text, "en_us")
    for old, new in zip(text.split(), once.split(), strict=True):
        assert old[:1].isupper() == new[:1].isupper()


@settings(deadline=None)
@given(st.text(max_size=80), st.sampled_from(VARIANTS))
def test_any_text_at_all_is_survived(text: str, code: str) -> None:
    once = respelled(Segment(1, 0.0, 1.0, text), code)
    assert respelled(once, code).text == once.text
