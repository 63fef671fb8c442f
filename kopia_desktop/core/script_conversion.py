"""One script of a language turned into another by a public table, where that leaves no doubt.

Words in other letters pass through as they are (names, numbers, marks, emoji), so that a text in
the wanted script already comes back unchanged. Chinese needs a library: worker/conversion has it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Serbian

_CYRILLIC: Final = "абвгдђежзијклљмнњопрстћуфхцчџш"
_LATIN: Final = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()

_SERBIAN: Mapping[str, str] = MappingProxyType(
    {
        **dict(zip(_CYRILLIC, _LATIN, strict=True)),
        **{old.upper(): new.capitalize() for old, new in zip(_CYRILLIC, _LATIN, strict=True)},
    }
)
_CYRILLIC_WORD = re.compile(r"[\u0400-\u052f\u0300-\u036f]+")


def serbian_to_latin(text: str) -> str:
    """Serbian in Cyrillic letters, written in Latin ones (Pravopis srpskoga jezika, Matica srpska).

    Љ, Њ and Џ become LJ, NJ and DŽ beside another capital, else Lj, Nj and Dž. Words with letters
    of other Cyrillic alphabets stay. There is no way back: "nj" is њ or нј, "lj" љ or лј, "dž" џ or
    дж.
    """
    return _CYRILLIC_WORD.sub(_serbian_word, text)


def _serbian_word(match: re.Match[str]) -> str:
    # Letters with a mark of stress apart, so that the letter is found and the mark stays on it;
    # but й, ѓ and ќ are letters of their own.
    word = match[0].replace("\u0450", "е\u0300").replace("\u045d", "и\u0300")
    if any(letter not in _SERBIAN and not unicodedata.combining(letter) for letter in word):
        return match[0]
    letters = [
        new.upper() if len(new) > 1 and _is_among_capitals(word, place) else new
        for place, new in enumerate(_SERBIAN.get(letter, letter) for letter in word)
    ]
    return unicodedata.normalize("NFC", "".join(letters))


def _is_among_capitals(word: str, place: int) -> bool:
    if not word[place].isupper():
        return False
    after = word[place + 1 : place + 2]
    return after.isupper() if after else word[place - 1 : place].isupper()


# Inuktitut

_ROWS: Final = {
    "": "ᐁᐃᐄᐅᐆᐊᐋ",
    "p": "ᐯᐱᐲᐳᐴᐸᐹᑉ",
    "t": "ᑌᑎᑏᑐᑑᑕᑖᑦ",
    "k": "ᑫᑭᑮᑯᑰᑲᑳᒃ",
    "g": "ᒉᒋᒌᒍᒎᒐᒑᒡ",
    "m": "ᒣᒥᒦᒧᒨᒪᒫᒻ",
    "n": "ᓀᓂᓃᓄᓅᓇᓈᓐ",
    "s": "ᓭᓯᓰᓱᓲᓴᓵᔅ",
    "l": "ᓓᓕᓖᓗᓘᓚᓛᓪ",
    "j": "ᔦᔨᔩᔪᔫᔭᔮᔾ",
    "v": "ᕓᕕᕖᕗᕘᕙᕚᕝ",
    "r": "ᕃᕆᕇᕈᕉᕋᕌᕐ",
    "q": "ᙯᕿᖀᖁᖂᖃᖄᖅ",
    "ng": "ᙰᖏᖐᖑᖒᖓᖔᖕ",
    "h": "ᕴᕵᕶᕷᕸᕹᕺᕻ",
    "nng": " ᙱᙲᙳᙴᙵᙶᖖ",
    "ł": " ᖠᖡᖢᖣᖤᖥᖦ",
}
_VOWELS: Final = ("ai", "i", "ii", "u", "uu", "a", "aa", "")

_SYLLABLES: Mapping[str, str] = MappingProxyType(
    {
        sign: consonant + vowel
        for consonant, signs in _ROWS.items()
        for sign, vowel in zip(signs, _VOWELS, strict=False)
        if sign != " "
    }
    | {"ᐂ": "aai", "ᕼ": "h", "ᖯ": "b"}
)
_SYLLABIC_WORD = re.compile(f"[{''.join(_SYLLABLES)}]+")


def inuktitut_to_latin(text: str) -> str:
    """Inuktitut syllabics in the Roman letters of the Inuit Cultural Institute (1976).

    Long vowels are doubled, ł stands for the voiceless l. ᖅ before a k is a long q, as in ᓄᖅᑲᕆᑦ
    "nuqqarit", and ng after ng is spelled nng.
    """
    return _SYLLABIC_WORD.sub(_syllabic_word, text)


def _syllabic_word(match: re.Match[str]) -> str:
    sounds = [_SYLLABLES[sign] for sign in match[0]]
    for place in range(1, len(sounds)):
        before, sound = sounds[place - 1], sounds[place]
        if before == "q" and sound.startswith("k"):
            sounds[place] = f"q{sound[1:]}"
        elif before == "ng" and sound.startswith("ng"):
            sounds[place - 1] = "n"
    return "".join(sounds)


# Klingon

_KLINGON_LETTERS: Final = (
    "a b ch D e gh H I j l m n ng o p q Q r S t tlh u v w y '"  # U+F8D0 to U+F8E9 in this order
).split()

_KLINGON: Mapping[str, str] = MappingProxyType(
    {letter: chr(0xF8D0 + place) for place, letter in enumerate(_KLINGON_LETTERS)}
)
_WORD = re.compile(r"(?:[^\W\d_]|(?<!\w)['’](?=[aeIou])|(?<=\w)['’])+")
# "ngh" is n and gh: h is no letter alone.
_KLINGON_LETTER = re.compile("tlh|ch|gh|ng(?!h)|[abDeHIjlmnopqQrStuvwy']")


def klingon_to_piqad(text: str) -> str:
    """Klingon in Latin letters, written in pIqaD (ConScript Unicode Registry, U+F8D0 to U+F8E9).

    Only words spelled wholly with the letters of the language are turned; numbers, marks and other
    names stay. The result shows with a font for that private range only.
    """
    return _WORD.sub(_klingon_word, text)


def _klingon_word(match: re.Match[str]) -> str:
    word = match[0].replace("’", "'")
    letters = _KLINGON_LETTER.findall(word)
    if sum(map(len, letters)) != len(word):
        return match[0]
    return "".join(_KLINGON[letter] for letter in letters)
