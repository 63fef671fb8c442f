"""A translated sentence comes back to the segments of the spoken one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.share_out import share_out


@pytest.mark.parametrize(
    ("language", "weights", "pieces"),
    [
        ("es", [14, 22, 20], ["Bueno, creo", "que deberíamos grabar,", "cuando lleguen todos."]),
        ("es", [30, 10, 8], ["Vamos a publicar la transcripción", "el lunes", "por la mañana."]),
        ("de", [10, 20], ["Ich weiß,", "dass er morgen kommt."]),
        ("de", [30, 12], ["Nummer 12 ist der Server", "vom 7. September."]),
        ("en", [9, 30], ["“Go home,”", "he said to all of them then."]),
        ("ja", [5, 5], ["今日は天気がいいので、", "散歩に行きましょう。"]),
        ("zh", [6, 7], ["他昨天告诉我们，", "今天会下雨。"]),
        ("ar", [10, 12], ["قال لي أمس،", "إنه سيأتي غدا."]),
        ("th", [1, 1], ["วันนี้อากาศดี", "เราไปเที่ยวกัน"]),
        ("ko", [5, 6], ["오늘은 날씨가 좋아서", "산책을 갑니다."]),
    ],
)  # fmt: skip
def test_cuts_stand_where_a_reader_pauses(
    language: str, weights: list[float], pieces: list[str]
) -> None:
    gap = "" if language in ("ja", "zh") else " "
    assert list(share_out(gap.join(pieces), weights, language)) == pieces


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        ("Hay 1 000 000 de personas", "es", ["1 000 000"]),
        ("Hay 1\u00a0000\u00a0000 personas", "fr", ["1\u00a0000\u00a0000"]),
        ("他有２０２４年的１２３本书", "zh", ["２０２４", "１２３"]),
        ("Cuesta 1.234,56 euros", "es", ["1.234,56"]),
        ("a las 10:30 del 5 de mayo de 2024", "es", ["10:30", "2024"]),
        ("Das sind 50 % von 3,5.", "de", ["50 %", "3,5."]),
    ],
)
def test_no_number_is_cut(text: str, language: str, numbers: list[str]) -> None:
    for count in range(2, 14):
        pieces = share_out(text, [1.0] * count, language)
        for number in numbers:
            assert any(number in piece for piece in pieces), pieces


def test_too_few_words_leave_the_last_pieces_empty() -> None:
    assert share_out("Sí.", [5, 5, 5], "es") == ("Sí.", "", "")
    assert share_out("Hola mundo", [1, 1, 9], "es")[0]
    assert share_out("Hola mundo feliz", [1, 100, 1], "es") == ("Hola", "mundo", "feliz")
    assert share_out("", [1, 2], "es") == ("", "")


def test_weights_of_zero_take_nothing() -> None:
    assert share_out("Nina escribió una página.", [0, 12, 8], "es") == (
        "",
        "Nina escribió",
        "una página.",
    )
    assert share_out("Hola mundo", [0, 0], "es") == ("Hola", "mundo")
    assert share_out("Hola mundo", [0, 3], "es") == ("", "Hola mundo")
    assert share_out("Hola", [3], "es") == ("Hola",)
    assert share_out("Hola", [], "es") == ()


LANGUAGES = st.sampled_from(["es", "de", "ar", "he", "ja", "zh-Hans", "th", "km", "my", "ko"])
WORDS = st.sampled_from(
    "hola, mundo. 3,5 1 000 Dr. «sí» (no) — ¿qué? مرحبا שלום، 今日は、天気がいい。 สวัสดีครับ"
    " សួស្តី ကျေးဇူး 안녕하세요 e\u0301te\u0301 👩‍👩‍👧 \u200fאב\u200f U.S.".split()
)


@given(
    st.lists(WORDS, max_size=30), st.lists(st.floats(0.0, 50.0), min_size=1, max_size=12), LANGUAGES
)
def test_the_pieces_are_the_sentence(words: list[str], weights: list[float], language: str) -> None:
    text = " ".join(words)
    pieces = share_out(text, weights, language)
    assert len(pieces) == len(weights)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(piece == piece.strip() for piece in pieces)


@given(
    st.lists(st.sampled_from("uno dos, tres cuatro. el de".split()), min_size=1, max_size=40),
    st.lists(st.floats(0.5, 50.0), min_size=1, max_size=12),
)
def test_no_piece_is_empty_while_there_are_words(words: list[str], weights: list[float]) -> None:
    pieces = share_out(" ".join(words), weights, "es")
    assert sum(map(bool, pieces)) == min(len(words), len(weights))
    assert pieces[0]
