"""Pictures around the words of a sentence."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.ornaments import Framed, framed


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("Open the door.", ("", "Open the door.", "")),
        ("Hello 🙂", ("", "Hello", " 🙂")),
        ("Hello. 🙂 …", ("", "Hello.", " 🙂 …")),
        ("🙂 Open the door. 🙂👍🏽", ("🙂 ", "Open the door.", " 🙂👍🏽")),
        ("♪ la la la ♪", ("♪ ", "la la la", " ♪")),
        ("Hello 🙂!", ("", "Hello", " 🙂!")),
        ("🇩🇪 Hallo", ("🇩🇪 ", "Hallo", "")),
        ("Open 🙂 the list.", ("", "Open 🙂 the list.", "")),
        ("— Sí.", ("", "— Sí.", "")),
        ("It is 20 °C ©", ("", "It is 20 °C ©", "")),
        ("  well  ", ("  ", "well", "  ")),
        ("🙂 👍", ("🙂 👍", "", "")),
        ("...", ("", "...", "")),
        ("", ("", "", "")),
        ("\ud800 Open\0 the\u200b \u202elist\u202c.", (" ", "Open the list.", "")),
    ],
)
def test_words_and_their_frame(sentence: str, parts: tuple[str, str, str]) -> None:
    assert framed(sentence) == Framed(*parts)


def test_other_words_in_the_frame() -> None:
    assert framed("♪ Hello ♪").with_words("Hola") == "♪ Hola ♪"


@pytest.mark.parametrize("text", ["Yes", "好", "See www.example.com", "12 o'clock", "№ 5a", "नमस्ते"])
def test_what_is_translated(text: str) -> None:
    assert framed(text).needs_translation()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "3.14 %",
        "2026-11-24 10:30",
        "...",
        "🙂",
        "¿?",
        "www.example.com",
        "https://a.example/b?c",
        "me@example.com",
    ],
)
def test_what_says_the_same_everywhere(text: str) -> None:
    assert not framed(text).needs_translation()


@given(st.text(alphabet="ab .!?…🙂♪👍🏽\ufe0f 1好", max_size=40))
def test_nothing_seen_is_lost(text: str) -> None:
    parts = framed(text)
    assert parts.with_words(parts.words) == text
    assert parts.words == parts.words.strip()
    assert framed(parts.words).words == parts.words


@pytest.mark.parametrize("unit", [" ", "🙂 ", "a ", ". ", "🙂. ", "🙂 ! ", "\u200b"])
def test_long_texts_take_no_time(unit: str) -> None:
    began = time.monotonic()
    framed(unit * 20_000 + "a" + unit * 20_000)
    assert time.monotonic() - began < 2.0
