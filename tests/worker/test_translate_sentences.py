"""Sentences through a route and back onto the segments that they stood in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType

import pytest

from kopia_desktop.core.paths import resource
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker import translate
from kopia_desktop.worker.formality import Hypothesis
from kopia_desktop.worker.protocol import LegOrder, Passage, Translate
from kopia_desktop.worker.providers import Provider
from kopia_desktop.worker.translate import Translator


class Recording(Provider):
    """Answers as it is told, else in capitals, and keeps what reached it and the threads it has."""

    name = ProviderName.FAKE

    def __init__(self, folder: Path, threads: int) -> None:
        super().__init__(folder, threads)
        THREADS.append(threads)

    def translate(
        self, sentences: Sequence[str], *, source: str, target: str, hypotheses: int
    ) -> Sequence[tuple[Hypothesis, ...]]:
        CALLS.append(list(sentences))
        return [(Hypothesis(ANSWERS.get(text, text.upper()), 0.0),) for text in sentences]


CALLS: list[list[str]] = []
THREADS: list[int] = []
ANSWERS: dict[str, str] = {}

Say = Callable[..., list[str]]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    for kept in (CALLS, THREADS, ANSWERS):
        kept.clear()
    monkeypatch.setattr(translate, "PROVIDERS", MappingProxyType({ProviderName.FAKE: Recording}))
    translator = Translator()

    def make(
        *passages: Sequence[str],
        route: Sequence[str] = ("en", "cs"),
        conversion: str | None = None,
        threads: int = 2,
    ) -> list[str]:
        legs = tuple(
            LegOrder(ProviderName.FAKE, str(tmp_path), route[i], route[i + 1])
            for i in range(len(route) - 1)
        )
        request = Translate(
            route=legs,
            conversion=conversion,
            passages=tuple(Passage(tuple(texts)) for texts in passages),
            target=conversion or route[-1],
            formal=False,
            threads=threads,
        )
        return list(translator.translate(request).texts)

    return make


def test_a_sentence_is_translated_whole(say: Say) -> None:
    ANSWERS["We thought that he would come today."] = "Mysleli jsme, že dnes přijde."
    told = say(["We thought that", "he would come today."], ["Yes."])
    assert CALLS == [["We thought that he would come today.", "Yes."]]
    assert told == ["Mysleli jsme,", "že dnes přijde.", "YES."]


def test_all_sentences_of_a_request_go_in_one_call_and_each_once(say: Say) -> None:
    told = say(["Yes. I", "am. Yes."], ["Yes."], ["I", "am."], ["♪"], ["..."])
    assert CALLS == [["Yes.", "I am."]]
    assert told == ["YES. I", "AM. YES.", "YES.", "I", "AM.", "♪", "..."]


def test_each_step_is_one_call(say: Say) -> None:
    ANSWERS["A B."] = ""
    told = say(["One", "two."], ["A B."], route=("es", "en", "de"))
    assert CALLS == [["One two.", "A B."], ["ONE TWO."]]
    assert told == ["ONE", "TWO.", "A B."], "what a model has no words for stays as it was"


def test_signs_between_the_parts_of_a_sentence_stay_in_place(say: Say) -> None:
    assert say(["We left,", "...", "", "all of us."]) == ["WE LEFT,", "...", "", "ALL OF US."]


def test_a_short_translation_leaves_the_last_segments_empty(say: Say) -> None:
    ANSWERS["Well, you know, yes."] = "Ano."
    assert say(["Well,", "you know,", "yes."]) == ["Ano.", "", ""]


def test_hesitations_get_no_words(say: Say) -> None:
    ANSWERS["Um, Nina wrote a page."] = "Nina napsala stránku."
    assert say(["Um,", "Nina wrote a page."]) == ["", "Nina napsala stránku."]


def test_mixed_languages_and_writings_keep_their_order(say: Say) -> None:
    told = say(
        ["Hello. Das ist", "gut. これは"], ["ペンです。"], ["مرحبا", "بك."], ["«Sí»,", "dijo."]
    )
    assert told == [
        "HELLO. DAS IST", "GUT. これは", "ペンです。", "مرحبا", "بك.", "«SÍ»,", "DIJO."
    ]  # fmt: skip


def test_a_long_text_without_an_end_comes_back_whole(say: Say) -> None:
    words = " ".join(f"w{number}" for number in range(2000))
    assert say([words]) == [words.upper()]
    assert max(map(len, CALLS[0])) <= 600


def test_another_script_only(say: Say) -> None:
    told = say(
        ["Zdravo", "svete. ljubav"],
        ["♪"],
        ["Љубав и", "њива."],
        route=("sr",),
        conversion="sr-Latn",
    )
    assert told == ["Zdravo", "svete. ljubav", "♪", "Ljubav i", "njiva."]
    assert CALLS == []


def test_another_script_at_the_end(say: Say) -> None:
    ANSWERS["Love and peace."] = "Љубав и мир."
    assert say(["Love", "and peace."], route=("en", "sr-Cyrl"), conversion="sr-Latn") == [
        "Ljubav",
        "i mir.",
    ]


def test_other_threads_load_the_model_again(say: Say) -> None:
    for threads in (2, 2, 1, 2):
        say(["Yes."], threads=threads)
    assert THREADS == [2, 1, 2]


def test_a_starter_package_and_a_step_on_the_way() -> None:
    """Spanish to German over English, with the sentence in three segments."""
    folders = {pair: resource("translators", f"translate-{pair}") for pair in ("es_en", "en_de")}
    request = Translate(
        route=(
            LegOrder(ProviderName.ARGOS, str(folders["es_en"]), "es", "en"),
            LegOrder(ProviderName.ARGOS, str(folders["en_de"]), "en", "de"),
        ),
        conversion=None,
        passages=(
            Passage(("La reunión con", "el jefe", "empieza hoy.")),
            Passage(("♪",)),
            Passage(("Gracias por escuchar.",)),
        ),
        target="de",
        formal=True,
        threads=1,
    )
    first, second, third, sign, last = Translator().translate(request).texts
    assert all((first, second, third))
    assert " ".join((first, second, third)).startswith("Die Besprechung mit dem Chef")
    assert sign == "♪"
    assert last == "Danke fürs Zuhören."
