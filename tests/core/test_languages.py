"""The language table and the questions that are asked of a code."""

from __future__ import annotations

import pytest

from kopia_desktop.core.errors import UnknownLanguage
from kopia_desktop.core.languages import (
    base,
    is_cjk,
    is_right_to_left,
    is_unspaced,
    name_of,
    sentence_gap,
    spoken_language,
    spoken_languages,
    target_language,
    target_languages,
)


def test_the_contracts_103_codes_in_its_order() -> None:
    table = spoken_languages()
    assert len(table) == 103
    assert list(table)[:5] == ["en", "auto", "en_au", "en_uk", "en_us"]
    assert [code for code, row in table.items() if row.whisper is None] == ["auto"]
    assert all(row.code == code and row.name for code, row in table.items())


def test_the_contracts_134_targets_in_its_order() -> None:
    table = target_languages()
    assert len(table) == 134
    assert list(table)[:5] == ["en", "es", "fr", "de", "pt"]
    assert list(table)[-1] == "zu"
    assert all(row.code == code and row.name for code, row in table.items())
    unserved = [code for code, row in table.items() if not row.argos and not row.madlad400]
    assert {"lzh", "ikt", "dsb", "mn-Mong", "ty", "hsb"} <= set(unserved)


def test_a_target_has_the_codes_of_the_open_models() -> None:
    codes = {code: target_language(code) for code in ("pt", "pt-pt", "zh-Hant", "nb", "vi")}
    assert {code: (row.argos, row.madlad400) for code, row in codes.items()} == {
        "pt": ("pb", "pt"), "pt-pt": ("pt", "pt"), "zh-Hant": ("zt", "zh_Hant"),
        "nb": ("nb", "no"), "vi": (None, "vi"),
    }  # fmt: skip


@pytest.mark.parametrize("code", ["", "xx", "ES", "auto", "en_uk", "zh", "PT-PT", "es "])
def test_an_unknown_target_is_an_error(code: str) -> None:
    with pytest.raises(UnknownLanguage) as caught:
        target_language(code)
    assert repr(code) in caught.value.message
    assert caught.value.hint


def test_variants_are_recognised_as_their_language() -> None:
    assert {spoken_language(code).whisper for code in ("en", "en_uk", "en_us", "en_au")} == {"en"}


@pytest.mark.parametrize("code", ["", "xx", "EN", "en-uk", "english", "en_uk "])
def test_an_unknown_code_is_an_error_that_says_what_to_do(code: str) -> None:
    with pytest.raises(UnknownLanguage) as caught:
        spoken_language(code)
    assert repr(code) in caught.value.message
    assert "languages list" in caught.value.hint


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("en", "English"),
        ("en_uk", "British English"),
        ("yo", "Yoruba"),
        ("pt", "Portuguese"),
        ("pt-pt", "Portuguese (Portugal)"),
        ("xx", "xx"),
    ],
)
def test_names(code: str, name: str) -> None:
    assert name_of(code) == name


def test_no_language_is_unknown() -> None:
    assert name_of(None) == "unknown"


@pytest.mark.parametrize(
    ("code", "expected"),
    [("en", "en"), ("en_uk", "en"), ("en-GB", "en"), ("zh-Hant", "zh"), ("PT_BR", "pt"), ("", "")],
)
def test_base(code: str, expected: str) -> None:
    assert base(code) == expected


def test_scripts() -> None:
    assert [c for c in ("zh-Hans", "ja", "th", "ko", "en", "bo", "lzh") if is_unspaced(c)] == [
        "zh-Hans", "ja", "th", "bo", "lzh",
    ]  # fmt: skip
    assert [c for c in ("zh", "ja", "ko", "yue", "th", "en") if is_cjk(c)] == [
        "zh", "ja", "ko", "yue",
    ]  # fmt: skip
    codes = ("ar", "he", "fa", "ur", "prs", "ku", "kmr", "en")
    assert [code for code in codes if is_right_to_left(code)] == [
        "ar", "he", "fa", "ur", "prs", "ku",
    ]  # fmt: skip


def test_only_chinese_and_japanese_sentences_touch() -> None:
    assert {code: sentence_gap(code) for code in ("zh-Hant", "ja", "yue", "th", "my", "ko")} == {
        "zh-Hant": "", "ja": "", "yue": "", "th": " ", "my": " ", "ko": " ",
    }  # fmt: skip
