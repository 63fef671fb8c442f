"""Serbian, Inuktitut and Klingon in another script: known words, and all that must stay."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core import script_conversion
from kopia_desktop.core.script_conversion import (
    inuktitut_to_latin,
    klingon_to_piqad,
    serbian_to_latin,
)

CONVERSIONS = [serbian_to_latin, inuktitut_to_latin, klingon_to_piqad]
SERBIAN = "абвгдђежзијклљмнњопрстћуфхцчџшАБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"
SYLLABICS = "".join(script_conversion._SYLLABLES)


def piqad(*places: int) -> str:
    """Letters by their place in the table of the ConScript registry."""
    return "".join(chr(0xF8D0 + place) for place in places)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Љубав", "Ljubav"),
        ("љубав и њива", "ljubav i njiva"),
        ("ЊЕГОШ", "NJEGOŠ"),
        ("Његош", "Njegoš"),
        ("Џеп, џез, ЏЕЗ", "Džep, džez, DŽEZ"),
        ("КРАЉ", "KRALJ"),
        ("Ђорђе Ћосић", "Đorđe Ćosić"),
        ("Њ. П. Његош и Љ.", "Nj. P. Njegoš i Lj."),
        ("Хиљаду девет стотина чаша шљиве", "Hiljadu devet stotina čaša šljive"),
        ("инјекција", "injekcija"),
        ("и\u0300 се\u0301ло \u045d", "ì sélo ì"),
        ("Београд 2026: НАТО, e-mail и Google.", "Beograd 2026: NATO, e-mail i Google."),
    ],
)
def test_serbian(cyrillic: str, latin: str) -> None:
    assert serbian_to_latin(cyrillic) == latin


def test_the_whole_serbian_alphabet() -> None:
    lower = serbian_to_latin(" ".join(SERBIAN[:30])).split()
    assert lower == (
        "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()  # its own order
    )
    assert [one.lower() for one in serbian_to_latin(" ".join(SERBIAN[30:])).split()] == lower


def test_words_of_other_cyrillic_alphabets_stay() -> None:
    assert serbian_to_latin("Писао је Достоевский.") == "Pisao je Достоевский."
    assert serbian_to_latin("Київ, ќе, мой") == "Київ, ќе, мой"


@pytest.mark.parametrize(
    ("syllabics", "latin"),
    [
        ("ᐃᓄᒃᑎᑐᑦ", "inuktitut"),
        ("ᐃᓄᐃᑦ", "inuit"),
        ("ᓄᓇᕗᑦ", "nunavut"),
        ("ᐃᖃᓗᐃᑦ", "iqaluit"),
        ("ᖃᓂᐅᔮᖅᐸᐃᑦ", "qaniujaaqpait"),
        ("ᑎᑎᕋᐅᓯᖅ ᓄᑖᖅ", "titirausiq nutaaq"),
        ("ᓄᖅᑲᕆᑦ", "nuqqarit"),
        ("ᖃᑕᙳᑎᒌᑦ", "qatanngutigiit"),
        ("ᐃᓕᓐᖏ ᐃᓕᖕᖏ ᐃᓕᙱ", "ilinngi ilinngi ilinngi"),
        ("ᐊᔾᔨᐅᖃᑎᒌᒃᖢᑎᒃ", "ajjiuqatigiikłutik"),
        ("ᓄᓇᕗᑦ 2026, NASA — ᐄ!", "nunavut 2026, NASA — ii!"),
    ],
)
def test_inuktitut(syllabics: str, latin: str) -> None:
    assert inuktitut_to_latin(syllabics) == latin


def test_inuktitut_signs_are_what_unicode_calls_them() -> None:
    """Its names are of the older Cree use: C for g, Y for j, F for v, E for ai, O for u."""
    sounds = {"C": "g", "Y": "j", "F": "v", "LH": "ł"}
    vowels = {"E": "ai", "I": "i", "II": "ii", "O": "u", "OO": "uu", "A": "a", "AA": "aa"}
    vowels |= {"AI": "ai", "AAI": "aai", "": ""}
    for sign, sound in script_conversion._SYLLABLES.items():
        name = unicodedata.name(sign).split()[-1]
        consonant = name.rstrip("AEIO")
        vowel = name[len(consonant) :]
        assert sound == sounds.get(consonant, consonant.lower()) + vowels[vowel]


@pytest.mark.parametrize(
    ("latin", "letters"),
    [
        ("tlhIngan Hol", [(20, 7, 12, 0, 11), (6, 13, 9)]),
        ("Qapla'", [(16, 0, 14, 9, 0, 25)]),
        ("Qapla’", [(16, 0, 14, 9, 0, 25)]),
        ("'ej", [(25, 4, 8)]),
        ("nenghep", [(11, 4, 11, 5, 4, 14)]),
        ("qaghwI'", [(15, 0, 5, 23, 7, 25)]),
        ("chaH nuq", [(2, 0, 6), (11, 21, 15)]),
    ],
)
def test_klingon(latin: str, letters: list[tuple[int, ...]]) -> None:
    assert klingon_to_piqad(latin) == " ".join(piqad(*word) for word in letters)


def test_what_is_not_klingon_stays() -> None:
    kept = "Kirk, Spock: 12 'star' 3.5! 🖖 Капитан"
    assert klingon_to_piqad(kept) == kept
    assert klingon_to_piqad("Kirk Hol 12.") == f"Kirk {piqad(6, 13, 9)} 12."


@pytest.mark.parametrize("convert", CONVERSIONS)
@given(text=st.text(max_size=100))
def test_twice_is_as_once(convert: Callable[[str], str], text: str) -> None:
    once = convert(text)
    assert convert(once) == once


@pytest.mark.parametrize("convert", CONVERSIONS)
@given(text=st.text(alphabet=" .,!?…0123456789ÄÖÜßéñçøŠžабв漢字가🙂\n", max_size=60))
def test_other_text_passes_through(convert: Callable[[str], str], text: str) -> None:
    foreign = "".join(sign for sign in text if sign not in "абв")
    assert convert(foreign) == foreign


@given(st.text(alphabet=SERBIAN + " ,.-", max_size=60))
def test_serbian_leaves_no_cyrillic_and_loses_no_letter(text: str) -> None:
    latin = serbian_to_latin(text)
    assert not any("CYRILLIC" in unicodedata.name(sign, "") for sign in latin)
    doubled = sum(sign in "љњџЉЊЏ" for sign in text)
    assert len(latin) == len(text) + doubled
    assert [sign.isupper() for sign in latin if sign.isupper()].count(True) >= sum(
        sign.isupper() for sign in text
    )


@given(st.text(alphabet=SYLLABICS + " .", max_size=60))
def test_inuktitut_leaves_no_syllabic(text: str) -> None:
    latin = inuktitut_to_latin(text)
    assert not any("SYLLABICS" in unicodedata.name(sign, "") for sign in latin)
    assert latin.count(" ") == text.count(" ")


@given(st.lists(st.sampled_from(script_conversion._KLINGON_LETTERS), min_size=1, max_size=12))
def test_klingon_letters_come_back(letters: list[str]) -> None:
    """Every letter has a sign of its own, so the signs can be read."""
    names = {sign: letter for letter, sign in script_conversion._KLINGON.items()}
    word = re.sub("'+", "'", "a" + "".join(letters))
    shown = klingon_to_piqad(word)
    assert "".join(names[sign] for sign in shown) == word
