"""Vocabularies: read from what a person types, refused with the line, bounded for a model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.errors import VocabularyInvalid
from kopia_desktop.core.vocabulary import (
    LONGEST,
    MOST_HEARD,
    MOST_TERMS,
    NO_VOCABULARY,
    PROMPT_TOKENS,
    Problem,
    ProblemKind,
    Term,
    Vocabulary,
    hotwords,
    of_terms,
    parse,
    prompted,
    read,
)


def test_a_term_a_line_and_what_is_heard_behind_the_sign() -> None:
    text = (
        "  Kopia =copia,  copya ,\n\nNgozi   Adichie\nمحمد = محمت، محند\n東京 = 東凶、東教\nC++ =\n"
    )
    assert parse(text) == Vocabulary(
        (
            Term("Kopia", ("copia", "copya")),
            Term("Ngozi Adichie"),
            Term("محمد", ("محمت", "محند")),
            Term("東京", ("東凶", "東教")),
            Term("C++"),
        )
    )
    assert parse("") == NO_VOCABULARY
    assert not NO_VOCABULARY
    assert not parse("Kopia").replaces()
    assert parse("Kopia = copia").replaces()


def test_a_term_given_twice_is_one_and_a_form_that_is_the_term_none() -> None:
    assert parse("Kopia = copia\nKopia = copya, copia, Kopia").terms == (
        Term("Kopia", ("copia", "copya")),
    )
    assert parse("iPhone = iphone").terms == (Term("iPhone", ("iphone",)),)


@pytest.mark.parametrize(
    ("line", "kind", "said"),
    [
        ("= copia", ProblemKind.NO_TERM, "there is no term before the ="),
        ("Kopia = a = b", ProblemKind.SECOND_EQUALS, "second ="),
        ("x" * (LONGEST + 1), ProblemKind.TOO_LONG, f"longer than {LONGEST} characters"),
        ("Kopia = " + "y" * 101, ProblemKind.TOO_LONG, "“yyyy"),
        ("...", ProblemKind.NO_LETTER, "“...” holds no letter"),
        ("Kopia = -", ProblemKind.NO_LETTER, "“-” holds no letter"),
        (
            "Kopia = " + ",".join(f"c{n}" for n in range(MOST_HEARD + 1)),
            ProblemKind.TOO_MANY_HEARD,
            "more than 50 forms",
        ),
        ("Copy = KUNDE", ProblemKind.TWO_MEANINGS, "“KUNDE” would stand for two terms"),
        ("Copy = client", ProblemKind.TWO_MEANINGS, "“client” would stand for two terms"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_holds(
    line: str, kind: ProblemKind, said: str
) -> None:
    text = f"Kunde\n\n{line}\nCustomer = client"
    vocabulary, problems = read(text)
    assert [problem.kind for problem in problems] == [kind]
    assert Term("Kunde") in vocabulary.terms
    with pytest.raises(VocabularyInvalid) as caught:
        parse(text)
    assert said in caught.value.message
    assert "Line " in caught.value.message
    assert len(caught.value.message) < 150
    assert caught.value.hint


def test_as_many_terms_as_are_allowed() -> None:
    lines = [f"Term {n}" for n in range(MOST_TERMS + 3)]
    vocabulary, problems = read("\n".join(lines))
    assert len(vocabulary.terms) == MOST_TERMS
    assert problems == (Problem(MOST_TERMS + 1, ProblemKind.TOO_MANY_TERMS),)


def test_what_a_program_gives_is_held_to_the_same_rules() -> None:
    given_ = [Term(" Kopia ", ("copia, copya", "co pia")), Term("Ana")]
    assert of_terms(given_).terms == (Term("Kopia", ("copia", "copya", "co pia")), Term("Ana"))
    for wrong in (Term(" "), Term("a=b"), Term("a", ("b=c",)), Term("?!"), Term("x" * 200)):
        with pytest.raises(VocabularyInvalid, match=r"^Term 2 of the vocabulary: "):
            of_terms([Term("Ana"), wrong])


@given(st.text(max_size=200))
def test_any_text_is_read_and_what_is_kept_is_read_again(text: str) -> None:
    vocabulary, _ = read(text)
    assert parse(vocabulary.text) == vocabulary
    assert of_terms(vocabulary.terms) == vocabulary
    assert prompted(text).terms == prompted(prompted(text).text).terms


def test_a_prompt_of_another_program_becomes_terms() -> None:
    prompt = "ZyntriQix, Digique Plus, O.R.B.I.T. and B.R.I.C.K.\nStories by Ana = , !!! , Ana"
    assert tuple(term.text for term in prompted(prompt).terms) == (
        "ZyntriQix",
        "Digique Plus",
        "O.R.B.I.T",
        "and B.R.I.C.K",
        "Stories by Ana",
        "Ana",
    )
    assert prompted("x" * 5000) == NO_VOCABULARY


def test_what_a_model_knows_least_is_listened_for_first() -> None:
    found = hotwords(parse("budget\nAna\nKopia\nAQ7\nNgozi Adichie\nKubernetes"))
    assert found.terms == ("Ngozi Adichie", "AQ7", "Kubernetes", "Kopia", "Ana", "budget")
    assert found.left_out == 0


def test_more_than_a_model_can_hold_is_left_out_and_counted() -> None:
    vocabulary = parse("\n".join(f"Professor Number{n}" for n in range(MOST_TERMS)))
    found = hotwords(vocabulary)
    assert 10 < len(found.terms) <= PROMPT_TOKENS // 2
    assert len(found.terms) + found.left_out == MOST_TERMS
    assert hotwords(vocabulary, 0).terms == ()
    # One that is too long makes room for shorter ones.
    assert hotwords(parse("Wort " + "字" * 90 + "\nAna"), 100).terms == ("Ana",)
