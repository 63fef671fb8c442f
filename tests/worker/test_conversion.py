"""A text in another script of its language, as a route asks for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.routes import CONVERTED_FROM
from kopia_desktop.worker import conversion
from kopia_desktop.worker.conversion import converted


def test_every_conversion_of_a_route_is_here() -> None:
    assert set(conversion._CONVERSIONS) == set(CONVERTED_FROM)


@pytest.mark.parametrize(
    ("target", "text", "wanted"),
    [
        ("zh-Hant", "这里的头发和发展", "這裡的頭髮和發展"),
        ("zh-Hant", "皇后在后面", "皇后在後面"),
        ("zh-Hant", "干净的干部", "乾淨的幹部"),
        ("zh-Hant", "软件", "軟件"),
        ("zh-Hant", "看着为了吃", "看著為了吃"),
        ("zh-Hans", "這裡的頭髮和發展", "这里的头发和发展"),
        ("zh-Hans", "這裏看着爲了", "这里看着为了"),
        ("zh-Hans", "皇后在後面", "皇后在后面"),
        ("sr-Latn", "Добар дан", "Dobar dan"),
        ("iu-Latn", "ᐃᓄᒃᑎᑐᑦ", "inuktitut"),
        ("tlh-Piqd", "Hol", "\uf8d6\uf8dd\uf8d9"),
    ],
)
def test_known_words(target: str, text: str, wanted: str) -> None:
    assert converted(text, target) == wanted


@pytest.mark.parametrize("target", CONVERTED_FROM)
def test_numbers_marks_and_other_letters_stay(target: str) -> None:
    kept = "2026, 3.5 %! Kirk—Übermut («NASA»)\n🙂"
    assert converted(kept, target) == kept
    assert converted("", target) == ""


def test_text_in_the_script_already() -> None:
    assert converted("Dobar dan, ljudi", "sr-Latn") == "Dobar dan, ljudi"
    assert converted("inuktitut", "iu-Latn") == "inuktitut"
    assert converted("简体中文", "zh-Hans") == "简体中文"
    assert converted("繁體中文", "zh-Hant") == "繁體中文"


@pytest.mark.parametrize("target", ["zh-Hans", "zh-Hant"])
@given(text=st.text(alphabet="a这這里裡,\0\ud800\udc00🙂 ", max_size=30))
def test_what_a_damaged_file_may_hold_is_kept(target: str, text: str) -> None:
    """Null characters and halves of surrogate pairs."""
    assert len(converted(text, target)) == len(text)


def test_simplified_text_comes_back_from_traditional() -> None:
    text = "我们明天下午三点在图书馆开会，请带上笔记本电脑。"
    assert converted(converted(text, "zh-Hant"), "zh-Hans") == text
