"""The form of address is chosen among the hypotheses of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.worker.formality import (
    MARGIN,
    Choice,
    Hypothesis,
    choose,
    is_formality_known,
)


def best(texts: dict[str, float]) -> list[Hypothesis]:
    return [Hypothesis(text, score) for text, score in texts.items()]


ASKED = best(
    {
        "¿Puedes abrir la puerta?": -0.6,
        "¿Puede usted abrir la puerta?": -0.9,
        "¿Puedees abrir la puerta?": -7.0,
    }
)


@pytest.mark.parametrize(
    ("formal", "text"),
    [(True, "¿Puede usted abrir la puerta?"), (False, "¿Puedes abrir la puerta?")],
)
def test_the_asked_form_is_taken(formal: bool, text: str) -> None:
    assert choose(ASKED, "es", formal=formal) == Choice(text, True)


def test_which_languages_are_known() -> None:
    assert is_formality_known("de")
    assert is_formality_known("sr-Latn")
    assert not is_formality_known("sv")
    assert choose(ASKED, "sv", formal=True) == Choice(ASKED[0].text, False)


def test_one_far_below_is_not_taken() -> None:
    low = best({"Du kommst.": -0.1, "Sie kommen, wann Sie wollen.": -0.2 - MARGIN})
    assert choose(low, "de", formal=True) == Choice("Du kommst.", False)
    near = best({"Du kommst.": -0.1, "Sie kommen, wann Sie wollen.": -MARGIN})
    assert choose(near, "de", formal=True).text == "Sie kommen, wann Sie wollen."


def test_a_sentence_that_addresses_nobody_stays() -> None:
    texts = best({"Firmaron el contrato.": -0.1, "Usted firmó el contrato.": -2.0})
    assert choose(texts, "es", formal=True) == Choice("Firmaron el contrato.", False)
    alone = best({"Ihr Haus ist groß.": -0.1})
    assert choose(alone, "de", formal=True) == Choice("Ihr Haus ist groß.", False)


def test_hints_count_beside_the_other_form() -> None:
    house = best({"Dein Haus ist groß.": -0.4, "Ihr Haus ist groß.": -1.0})
    assert choose(house, "de", formal=True) == Choice("Ihr Haus ist groß.", True)
    assert choose(house, "de", formal=False) == Choice("Dein Haus ist groß.", True)
    report = best({"Su informe es viejo.": -0.4, "Tu informe es viejo.": -1.0})
    assert choose(report, "es", formal=True) == Choice("Su informe es viejo.", True)
    assert choose(report, "es", formal=False) == Choice("Tu informe es viejo.", True)


def test_verbs_count_beside_the_other_form() -> None:
    texts = best({"Por favor, vende la casa.": -0.1, "Por favor, venda la casa.": -1.3})
    assert choose(texts, "es", formal=True) == Choice("Por favor, venda la casa.", True)
    assert choose(texts, "es", formal=False) == Choice("Por favor, vende la casa.", True)
    assert choose(texts[:1], "es", formal=False) == Choice("Por favor, vende la casa.", False)


def test_a_mixture_of_forms_is_no_answer() -> None:
    texts = best(
        {
            "Abre el botón y prueba las notas.": -0.1,
            "Abra el botón y prueba las notas.": -0.5,
            "Abra el botón y pruebe las notas.": -0.9,
        }
    )
    assert choose(texts, "es", formal=True) == Choice(texts[2].text, True)
    assert choose(texts[:2], "es", formal=True) == Choice(texts[1].text, True)


def test_a_first_one_that_mixes_gives_way() -> None:
    texts = best({"Du weißt, wo Ihr Haus ist.": -0.1, "Du weißt, wo dein Haus ist.": -1.5})
    assert choose(texts, "de", formal=False) == Choice(texts[1].text, True)
    assert choose(texts, "de", formal=True) == Choice(texts[0].text, False)


def test_cyrillic_serbian_is_chosen_before_it_is_converted() -> None:
    texts = best({"Где је твој ауто?": -0.2, "Где је ваш ауто?": -0.6})
    assert choose(texts, "sr-Cyrl", formal=True) == Choice("Где је ваш ауто?", True)


def test_polite_endings() -> None:
    texts = best({"明日来ることができる？": -0.2, "明日来ることができますか？": -0.9})
    assert choose(texts, "ja", formal=True) == Choice(texts[1].text, True)
    assert choose(texts, "ja", formal=False) == Choice(texts[0].text, True)


@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from("du Sie dich Ihr Haus kommst kommen Öffne".split())),
            st.floats(-9, 0),
        ),
        min_size=1,
        max_size=6,
    ),
    st.sampled_from(["de", "es", "ja", "sv"]),
    st.booleans(),
)
def test_one_that_is_near_the_first_is_taken(
    rows: list[tuple[list[str], float]], language: str, formal: bool
) -> None:
    hypotheses = [Hypothesis(" ".join(words), score) for words, score in rows]
    choice = choose(hypotheses, language, formal=formal)
    lowest = hypotheses[0].score - MARGIN
    assert choice.text in {one.text for one in hypotheses if one.score >= lowest}
