"""Texts that are odd or empty through real starter packages: each in its place, nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kopia_desktop.core.paths import resource
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.protocol import LegOrder, Passage, Translate, Translated
from kopia_desktop.worker.translate import Translator

Go = Callable[..., Translated]

WORDS = "can you open the document at eleven we need more pictures on the screen".split()


@pytest.fixture(scope="module")
def go() -> Go:
    """Through the packages of these pairs, one passage an argument."""
    translator = Translator()

    def translate(
        *passages: Sequence[str], pairs: str = "en-es", formal: bool = True
    ) -> Translated:
        legs = tuple(_leg(*pair.split("-")) for pair in pairs.split())
        return translator.translate(
            Translate(
                route=legs,
                conversion=None,
                passages=tuple(Passage(tuple(texts)) for texts in passages),
                target=legs[-1].target,
                formal=formal,
                threads=1,
            )
        )

    return translate


def _leg(source: str, target: str) -> LegOrder:
    folder = resource("translators", f"translate-{source}_{target}")
    return LegOrder(ProviderName.ARGOS, str(folder), source, target)


@pytest.mark.parametrize("pairs", ["en-es", "es-en en-de"])
def test_what_says_nothing_comes_back(go: Go, pairs: str) -> None:
    quiet = [
        "",
        " ",
        "...",
        "?!",
        "—",
        "♪ ♪",
        "🙂",
        "👩‍👩‍👧 👍🏽",
        "12",
        "3.14 %",
        "2026-11-24",
        "a@b.example",
    ]
    done = go(quiet, *[[text] for text in quiet], [], pairs=pairs)
    assert done.texts == (*quiet, *quiet)
    assert not done.formal_applied


def test_pictures_and_unseen_signs(go: Go) -> None:
    done = go(["🙂 Open the list. 🙂"], ["Open\0 the\u200b list."], ["\ud800Open the list."])
    assert done.texts == ("🙂 Abra la lista. 🙂", "Abra la lista.", "Abra la lista.")


def test_a_quiet_segment_inside_a_sentence(go: Go) -> None:
    done = go(["You should", "...", "🙂", "open the phone next month."])
    assert done.texts[1:3] == ("...", "🙂")
    assert (
        done.texts[0] + " " + done.texts[3]
    ) == "Usted debería abrir el teléfono el próximo mes."


@pytest.mark.parametrize(
    ("pairs", "formal", "text"),
    [
        ("en-es", True, "¿Puede usted abrir el documento a las once?"),
        ("en-es", False, "¿Puedes abrir el documento a las once?"),
        ("en-de", True, "Können Sie um elf Uhr das Dokument öffnen?"),
        ("en-de", False, "Kannst du um elf Uhr das Dokument öffnen?"),
    ],
)
def test_the_asked_form_of_address(go: Go, pairs: str, formal: bool, text: str) -> None:
    done = go(["Can you open the document at eleven o'clock?"], pairs=pairs, formal=formal)
    assert (done.texts, done.formal_applied) == ((text,), True)


@pytest.mark.parametrize("formal", [True, False])
def test_a_chain_takes_the_form_at_its_end(go: Go, formal: bool) -> None:
    """English in between has one form only."""
    texts = ["¿Puede usted abrir el documento a las once?"], ["Abre la lista."]
    done = go(*texts, pairs="es-en en-de", formal=formal)
    first, second = done.texts
    assert ("Sie" in first, "Sie" in second) == (formal, formal)
    assert done.formal_applied


def test_two_thousand_characters_without_a_mark(go: Go) -> None:
    text = " ".join(WORDS * 30)
    assert len(text) > 2000
    whole = go([text]).texts
    assert len(whole) == 1
    assert whole[0].strip()
    lines = [text[at : at + 80].strip() for at in range(0, len(text), 80)]
    parts = go(lines).texts
    assert len(parts) == len(lines)
    assert all(parts)


@pytest.mark.parametrize("text", ["a" * 2000, "这" * 2000, "word, " * 400, ". " * 1000 + "Yes."])
def test_other_long_texts(go: Go, text: str) -> None:
    assert len(go([text]).texts) == 1


def test_several_languages_and_scripts(go: Go) -> None:
    texts = [
        "¿Quieres grabar? Open the list.",
        "これは本です。",
        "مرحبا.",
        "Привет, open the door.",
    ]
    done = go(*[[text] for text in texts])
    assert len(done.texts) == len(texts)
    assert "Abra la lista." in done.texts[0]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    passages=st.lists(
        st.lists(
            st.one_of(
                st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
                st.text(max_size=12),
                st.sampled_from(["", "...", "🙂", "Yes.", "No!", "12", "ʼ", "\u200f", "İ", "ﷺ"]),
            ),
            max_size=4,
        ),
        max_size=4,
    ),
    formal=st.booleans(),
)
def test_as_many_texts_come_back(go: Go, passages: list[list[str]], formal: bool) -> None:
    done = go(*passages, formal=formal)
    said = [text for texts in passages for text in texts]
    assert len(done.texts) == len(said)
    for before, after in zip(said, done.texts, strict=True):
        if not any(map(str.isalnum, before)):
            assert after == before
