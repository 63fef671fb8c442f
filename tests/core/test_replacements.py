"""A vocabulary's spelling: whole words over any words, times kept, nothing stored changed."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kopia_desktop.core.replacements import groups, respelled, respelled_text
from kopia_desktop.core.transcript import Segment, Word, words_text
from kopia_desktop.core.vocabulary import NO_VOCABULARY, parse, read

VOCABULARY = parse(
    """Kopia = copia, copya, co pia
    New York Times = new yourk times
    iPhone = i phone, iphone
    Kopia Cloud = the cloudy
    kubernetes = cuban eddies
    C++ = c plus plus
    O'Reilly = oh riley
    口比亚 = 口笔呀
    โคเปีย = โคเปียะ
    코피아 = 고피아
    Straße = strasse
    Chișinău = kishinau"""
)


def said(text: str, *, glued: bool = False) -> Segment:
    """A segment of half-second words; ``glued``: written without spaces between them."""
    words = tuple(
        Word(word, n / 2, n / 2 + 0.5, 0.9 - n / 100, glued and n > 0)
        for n, word in enumerate(text.split())
    )
    return Segment(7, 0.0, len(words) / 2, words_text(words), words)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("So copia's new, COPYA; co-pia.", "So Kopia's new, Kopia; Kopia."),
        ("“Copia” and copia-like co pia!", "“Kopia” and Kopia-like Kopia!"),
        ("copias scopia copia2 copia_x", "copias scopia copia2 copia_x"),
        ("co, pia. co pía", "co, pia. co pía"),
        ("the new yourk times.", "the New York Times."),
        ("I phone? IPHONE", "iPhone? iPhone"),
        ("Cuban eddies are CUBAN EDDIES", "Kubernetes are KUBERNETES"),
        ("C plus plus, c plus", "C++, c plus"),
        ("Oh Riley’s", "O'Reilly’s"),
        ("die Strasse, der STRASSENRAND", "die Straße, der STRASSENRAND"),
        ("Kishinau", "Chișinău"),
        ("我在口笔呀工作", "我在口比亚工作"),
        ("고피아는 우리고피아", "코피아는 우리고피아"),
        ("", ""),
        ("… — 🙂", "… — 🙂"),
    ],
)
def test_whole_words_in_any_case(stored: str, shown: str) -> None:
    assert respelled_text(stored, VOCABULARY) == shown
    assert respelled_text(shown, VOCABULARY) == shown


def test_letters_are_compared_with_their_marks() -> None:
    plain = parse("Zoë = zoe\u0301")
    assert respelled_text("zoé ZOE\u0301 zoe", plain) == "Zoë Zoë zoe"
    assert respelled_text(unicodedata.normalize("NFD", "zoé"), plain) == "Zoë"
    thai = parse("โคเปีย = โคเปี")
    assert respelled_text("โคเปีย์ โคเปี", thai).endswith(" โคเปีย")


def test_a_term_that_holds_what_it_stands_for_is_written_once() -> None:
    longer = parse("Kopia Cloud = Kopia, Kopya Cloud")
    once = respelled_text("Kopia, Kopya cloud and Kopia Cloud", longer)
    assert once == "Kopia Cloud, Kopia Cloud and Kopia Cloud"
    assert respelled_text(once, longer) == once


def test_words_that_are_replaced_one_for_one_keep_their_times() -> None:
    shown = respelled(said("the new yourk times, copia"), VOCABULARY)
    assert [word.text for word in shown.words] == ["the", "New", "York", "Times,", "Kopia"]
    assert [word.start for word in shown.words] == [0.0, 0.5, 1.0, 1.5, 2.0]
    assert shown.words[3].confidence == said("the new yourk times, copia").words[3].confidence


def test_words_share_the_time_of_those_they_stand_for() -> None:
    shown = respelled(said("so co pia, the cloudy one i phone"), parse(
        "Kopia = co pia\nKopia Cloud Desk = the cloudy\niPhone = i phone"
    ))  # fmt: skip
    assert shown.text == "so Kopia, Kopia Cloud Desk one iPhone"
    assert shown.text == words_text(shown.words)
    kopia, first = shown.words[1], shown.words[2]
    assert (kopia.text, kopia.start, kopia.end) == ("Kopia,", 0.5, 1.5)
    assert (first.start, shown.words[4].end) == (1.5, 2.5)
    assert first.end == shown.words[3].start
    assert (shown.start, shown.end) == (0.0, 4.0)
    assert kopia.confidence == min(word.confidence for word in said("so co pia").words[1:])


def test_scripts_without_spaces_keep_what_stands_around() -> None:
    stored = said("我在 口笔 呀工 作", glued=True)
    shown = respelled(stored, VOCABULARY)
    assert shown.text == "我在口比亚工作" == words_text(shown.words)
    assert [word.text for word in shown.words] == ["我在", "口比亚工", "作"]
    assert (shown.words[1].start, shown.words[1].end) == (0.5, 1.5)
    assert shown.words[1].glued


def test_what_has_nothing_to_replace_is_the_same_object() -> None:
    segment = said("nothing here")
    assert respelled(segment, VOCABULARY) is segment
    assert respelled(said("copia"), NO_VOCABULARY).text == "copia"
    assert respelled(segment, parse("Kopia")) is segment


def test_a_text_that_its_words_do_not_make_is_spelled_too() -> None:
    stored = Segment(1, 0.0, 1.0, "Well  copia", said("copia").words)
    shown = respelled(stored, VOCABULARY)
    assert (shown.text, shown.words[0].text) == ("Well  Kopia", "Kopia")
    assert respelled(Segment(1, 0.0, 1.0, "copia"), VOCABULARY).text == "Kopia"


def test_groups_count_the_stored_words() -> None:
    found = groups(said("so co pia, the cloudy one").words, VOCABULARY)
    assert [(group.count, words_text(group.words)) for group in found] == [
        (1, "so"), (2, "Kopia,"), (2, "Kopia Cloud"), (1, "one"),
    ]  # fmt: skip


LETTERS = st.sampled_from(
    ["copia", "Co", "pia", "co-pia,", "口笔呀", "口", "笔呀好", "고피아는", "new", "york", "ท", "."]
)


@settings(max_examples=300)
@given(
    st.lists(st.tuples(LETTERS, st.booleans()), min_size=1, max_size=8),
    st.text(alphabet="coia =,\n口笔", max_size=40),
)
def test_any_words_stay_in_order_and_lose_no_time(
    given_: list[tuple[str, bool]], typed: str
) -> None:
    words = tuple(Word(text, n, n + 1, 0.5, glued) for n, (text, glued) in enumerate(given_))
    segment = Segment(1, 0.0, float(len(words)), words_text(words), words)
    for vocabulary in (VOCABULARY, read(typed)[0]):
        shown = respelled(segment, vocabulary)
        assert shown.text == words_text(shown.words)
        assert (shown.words[0].start, shown.words[-1].end) == (0, len(words))
        for one, other in zip(shown.words, shown.words[1:], strict=False):
            assert one.end == pytest.approx(other.start)
        assert sum(group.count for group in groups(words, vocabulary)) == len(words)
        if vocabulary is VOCABULARY:
            assert respelled(shown, vocabulary).text == shown.text


def test_eighty_thousand_words_and_five_hundred_terms_take_little() -> None:
    lines = "\n".join(f"Name{n} = naim{n}, nahm {n}, naym{n}" for n in range(500))
    vocabulary = parse(lines)
    texts = [f"Today naim{n} met nahm {n} and we talked about many things." for n in range(6700)]
    stored = [said(text) for text in texts]
    began = time.process_time()
    shown = [respelled(segment, vocabulary) for segment in stored]
    assert time.process_time() - began < 2.0
    assert shown[7].text == "Today Name7 met Name7 and we talked about many things."
