"""Text found in text, for find, replace and their highlights.

Letters are compared with the marks on them, composed or not; without regard to case also ``ß``
equals ``ss`` and ``İ`` equals ``i``. What is found never begins or ends inside a letter.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kopia_desktop.core.scripts import UNSPACED

_UNSPACED = re.compile(f"[{UNSPACED}]")
_JAMO = range(0x1160, 0x1200)
"""Vowels and finals of decomposed Korean syllables."""


def find_all(
    text: str, wanted: str, *, match_case: bool = False, whole_words: bool = False
) -> tuple[tuple[int, int], ...]:
    """(offset, length) in ``text`` of each place, from left to right, none over another.

    ``whole_words`` leaves out what goes on with a letter, mark, digit or underscore on either side;
    letters of scripts without spaces are words by themselves. Nothing is found of an empty text.
    """
    return tuple(_places(text, wanted, match_case=match_case, whole_words=whole_words))


def replaced(
    text: str,
    wanted: str,
    replacement: str,
    *,
    match_case: bool = False,
    whole_words: bool = False,
) -> str:
    """``text`` with the replacement in each of the places that ``find_all`` finds."""
    parts: list[str] = []
    end = 0
    for offset, length in _places(text, wanted, match_case=match_case, whole_words=whole_words):
        parts += (text[end:offset], replacement)
        end = offset + length
    return "".join((*parts, text[end:])) if parts else text


def _places(
    text: str, wanted: str, *, match_case: bool, whole_words: bool
) -> Iterator[tuple[int, int]]:
    sought = _sought(wanted, match_case)
    if not sought:
        return
    folded = _folded(text, match_case=match_case)
    at = folded.text.find(sought)
    while at >= 0:
        place = folded.place(at, at + len(sought))
        if place and (not whole_words or _is_whole(text, *place)):
            yield place[0], place[1] - place[0]
            at = folded.text.find(sought, at + len(sought))
        else:
            at = folded.text.find(sought, at + 1)


@dataclass(frozen=True, slots=True)
class _Folded:
    """Text as it is compared, and for each of its characters the letter of ``origin`` it is from.

    Without ``letters``, (start, end) each, both texts have the same characters at the same places.
    """

    text: str
    origin: str
    letters: tuple[tuple[int, int], ...] | None

    def place(self, begin: int, end: int) -> tuple[int, int] | None:
        """(start, end) in the origin; None where that would cut a letter."""
        if self.letters is None:
            cut = _is_mark_at(self.origin, begin) or _is_mark_at(self.origin, end)
            return None if cut else (begin, end)
        first, last = self.letters[begin], self.letters[end - 1]
        starts = begin == 0 or self.letters[begin - 1] != first
        ends = end == len(self.letters) or self.letters[end] != last
        return (first[0], last[1]) if starts and ends else None


@functools.lru_cache(maxsize=32)
def _sought(wanted: str, match_case: bool) -> str:
    return _folded(wanted, match_case=match_case).text


def _folded(text: str, *, match_case: bool) -> _Folded:
    simple = text if match_case else text.casefold()
    plain = "İ" not in text or match_case
    if len(simple) == len(text) and plain and unicodedata.is_normalized("NFC", text):
        return _Folded(simple, text, None)
    characters: list[str] = []
    letters: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        end = start + 1
        while _is_mark_at(text, end):
            end += 1
        letter = _fold_letter(text[start:end], match_case)
        characters.append(letter)
        letters += [(start, end)] * len(letter)
        start = end
    return _Folded("".join(characters), text, tuple(letters))


@functools.lru_cache(maxsize=4096)
def _fold_letter(letter: str, match_case: bool) -> str:
    composed = unicodedata.normalize("NFC", letter)
    if match_case:
        return composed
    folded = unicodedata.normalize("NFC", composed.casefold())
    return "i" + folded[2:] if composed.startswith("İ") else folded


def _is_mark_at(text: str, index: int) -> bool:
    """Whether the character belongs to the one before it."""
    if not 0 < index < len(text):
        return False
    return unicodedata.combining(text[index]) != 0 or ord(text[index]) in _JAMO


def _is_whole(text: str, start: int, end: int) -> bool:
    return not _joined(text, start) and not _joined(text, end)


def _joined(text: str, border: int) -> bool:
    """Whether a word goes on over the border."""
    if not 0 < border < len(text):
        return False
    return is_in_word(text[border - 1]) and is_in_word(text[border])


def is_in_word(character: str) -> bool:
    """Whether a character makes a word go on: letters, digits, marks, the underscore.

    Not of scripts without spaces, whose letters are words by themselves.
    """
    if _UNSPACED.match(character):
        return False
    return character == "_" or unicodedata.category(character)[0] in "LNM"
