"""Loops are found, what people say is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.worker.repetition import compression_ratio, is_repetitive, loops, recites


def kept(text: str) -> str:
    """The text without the repeats."""
    words = text.split()
    dropped = {at for begin, end in loops(words) for at in range(begin, end)}
    return " ".join(word for at, word in enumerate(words) if at not in dropped)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("well " + "thank you. " * 6 + "bye", "well thank you. bye"),
        ("a " * 8, "a"),
        ("I don't know, " * 3 + "so", "I don't know, so"),
        ("So. so, SO! so? so so so so", "So."),
        ("one two three four five six seven eight nine ten eleven twelve " * 3,
         "one two three four five six seven eight nine ten eleven twelve"),
        ("go on " * 4 + "and then " + "yes yes no " * 3, "go on and then yes yes no"),
        ("la " * 9 + "la di " * 5, "la di la di"),
    ],
)  # fmt: skip
def test_the_first_saying_of_a_loop_stays(text: str, left: str) -> None:
    assert kept(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "no, no, no, no, no, no, no",
        "very very very very good",
        "bye bye bye bye",
        "row, row, row your boat gently down the stream",
        "I know I know and you know you know",
        "we should go, we should go, and that is that",
        "one two three four five six seven eight nine ten eleven twelve thirteen " * 3,
        "",
    ],
)
def test_what_people_say_is_no_loop(text: str) -> None:
    assert loops(text.split()) == []


@given(st.lists(st.sampled_from(["a", "b", "B.", "c"]), max_size=60))
def test_repeats_lie_in_order_behind_a_first_saying(words: list[str]) -> None:
    at = 0
    for begin, end in loops(words):
        assert at < begin < end <= len(words)
        assert set(w.casefold().strip(".") for w in words[begin:end]) <= {
            w.casefold().strip(".") for w in words[at:begin]
        }
        at = end


def test_a_loop_compresses_far_better_than_speech() -> None:
    speech = "Maria is from Paris, but her client is from Lisbon and rarely eats soup."
    assert compression_ratio(speech) < 1.5
    assert not is_repetitive(speech)
    assert is_repetitive("Maria is from Paris, " * 8)
    assert compression_ratio("") == 0.0
    assert not is_repetitive("")


def test_a_model_that_recites_what_it_listens_for_is_found_out() -> None:
    listed = ("Ngozi Adichie", "Kopia", "AQ7", "Ana")
    assert recites("Ngozi Adichie, Kopia, AQ7.", listed)
    assert recites("so kopia, aq7, ana and so on", listed)
    assert not recites("Kopia, Ana, AQ7 and Ngozi Adichie", listed), "people name several"
    assert not recites("Kopia and AQ7", listed)
    assert not recites("Kopia AQ7", ("Kopia", "AQ7"))
    assert not recites("Kopiah AQ7 Ana", ("Kopia", "AQ7", "Ana"))
    assert not recites("", listed)
    assert not recites("anything", ())
