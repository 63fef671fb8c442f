"""Where sentences end, in the writing of many languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.sentence_ends import ends_before, ends_sentence, sentence_spans


@pytest.mark.parametrize("word", ["Mr.", "(e.g.", "J.", "p.m.", "EE.UU.", "etc.)", "3.5", "word,"])
def test_words_that_end_no_sentence(word: str) -> None:
    assert not ends_sentence(word)


@pytest.mark.parametrize("word", ["end.", "end.”", "I.", "why?!", "J?", "...", "8.", "।", "etc!"])
def test_words_that_end_a_sentence(word: str) -> None:
    assert ends_sentence(word)


def divided(text: str, language: str = "en") -> list[str]:
    return [text[begin:end] for begin, end in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Great, then we go.", "Are you there?", "Yes!", "Well…", "No."]),
        ("en", ["Dr. Smith met Mr. Jones vs. the U.S. Army.", "He won."]),
        ("en", ["J. K. Rowling wrote it.", "So do I.", "Then we left."]),
        ("en", ["It costs 3.5 dollars.", "She paid 1.000,50 euros at 5 p.m. and left."]),
        ("en", ["Wait... what?", "Nothing...", "Really?!"]),
        ("en", ["No.", "I read No. 5 and fig. 3.", "It is art.", "We like it."]),
        ("en", ['He said "stop!" and left.', '"Go."', "(Yes.)", "[Noise.]", "OK"]),
        ("en", ["Visit example.com now.", "Version 1.2.3 is out.", "Done"]),
        ("es", ["¿Dónde está?", "¡Aquí!", "«Bien.»", "“Sí.”", "La Sra. Gómez llegó."]),
        ("fr", ["« Oui. »", "Il part.", "Quoi !", "M. Petit vient."]),
        ("de", ["Am 3. Oktober kam er.", "Das war 1995.", "„Gut.“", "»Nein«, sagte er."]),
        ("ru", ["Он пришёл.", "«Да!»", "А потом?"]),
        ("el", ["Τι κάνεις;", "Καλά.", "Ναι"]),
        ("ar", ["أين الكتاب؟", "هنا.", "نعم!"]),
        ("ur", ["یہ کتاب ہے۔", "کیا؟", "جی"]),
        ("he", ["שלום.", "מה שלומך?", "טוב."]),
        ("hi", ["यह किताब है।", "वह कलम है॥", "हाँ"]),
        ("hy", ["Ես գնում եմ։", "Այո"]),
        ("am", ["ሰላም።", "እንዴት ነህ፧", "ደህና"]),
        ("my", ["ကျေးဇူးတင်ပါတယ်။", "ဟုတ်ကဲ့။"]),
        ("km", ["សួស្តី។", "អរគុណ។"]),
        ("ko", ["안녕하세요.", "뭐 해요?", "네!"]),
    ],
)  # fmt: skip
def test_sentences_end_where_their_writing_says(language: str, expected: list[str]) -> None:
    assert divided(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ja", ["今日は天気がいいです。", "散歩しますか？", "はい！", "行こう"]),
        ("ja", ["「そうです。」と彼は言った。", "「はい。」", "終わり。"]),
        ("zh", ["我喜欢Python.", "他也是。", "3.5元。", "好！", "走吧…"]),
        ("yue", ["好呀！", "去邊？", "唔知。"]),
    ],
)
def test_sentences_without_spaces_between_them(language: str, expected: list[str]) -> None:
    assert divided("".join(expected), language) == expected


def test_text_without_marks_is_one_sentence() -> None:
    assert divided("so we went home ") == ["so we went home"]
    assert divided("สวัสดีครับ วันนี้อากาศดี", "th") == ["สวัสดีครับ วันนี้อากาศดี"]
    assert divided("  ") == divided("") == []


@pytest.mark.parametrize(
    ("text", "following", "ends"),
    [
        ("We left.", "Then", True),
        ("We met Dr.", "Smith", False),
        ("I am in the U.S.", "Army", False),
        ("See No.", "5", False),
        ("Wait...", "what?", False),
        ("We left", "Then", False),
        ("We left,", "Then", False),
        ("He said: “Go.”", "And", True),
        ("好。", "走", True),
        ("", "Then", False),
    ],
)
def test_whether_a_text_ends_a_sentence(text: str, following: str, *, ends: bool) -> None:
    assert ends_before(text, following, "en") is ends


@given(st.text(alphabet='aB1 .!?…。।؟"»”’(«「」\u200f\n', max_size=60))
def test_no_character_but_space_is_lost(text: str) -> None:
    spans = list(sentence_spans(text, "en"))
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in spans)
