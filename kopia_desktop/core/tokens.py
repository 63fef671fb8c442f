"""A text as words to be compared: for a vocabulary, which looks for several of them in a row.

Letters of scripts without spaces and Korean syllables stand alone, as every mark does.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from kopia_desktop.core.finding import is_in_word
from kopia_desktop.core.scripts import HANGUL, UNSPACED
from kopia_desktop.core.vocabulary import folded

_PLAIN = re.compile(r"[0-9A-Za-z_]+|[^\s0-9A-Za-z_]")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_HANGUL = re.compile(f"[{HANGUL}]")
_HYPHENS = "-\u2010\u2011"


@dataclass(frozen=True, slots=True)
class Token:
    """``key`` is what is compared, ``gap`` says that a space or a hyphen stands before it.

    ``start`` and ``end`` are its place in the text; ``inner`` is a Korean syllable that is not the
    first of its word.
    """

    key: str
    start: int
    end: int
    gap: bool
    inner: bool = False


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text in order."""
    if text.isascii():
        return _joined(text, [(match.start(), match.end()) for match in _PLAIN.finditer(text)])
    return _joined(text, _borders(text))


def _borders(text: str) -> list[tuple[int, int]]:
    """(start, end) of words, letters of scripts without spaces, and marks."""
    borders: list[tuple[int, int]] = []
    start, kind = 0, "s"
    for index, character in enumerate(text):
        own = _kind(character)
        if own == "m":  # a sign on the letter before it
            if kind != "s":
                continue
            own = "w"
        if index and (own != kind or own in "uhp"):
            if kind != "s":
                borders.append((start, index))
            start = index
        elif not index:
            start = index
        kind = own
    if kind != "s":
        borders.append((start, len(text)))
    return borders


@functools.lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    """s pace, m ark on a letter, u nspaced letter, h angul syllable, w ord, p unctuation."""
    if character.isspace():
        return "s"
    if unicodedata.category(character)[0] == "M" or character in "\u200c\u200d":
        return "m"
    if _UNSPACED.match(character):
        return "u"
    if _HANGUL.match(character):
        return "h"
    return "w" if is_in_word(character) else "p"


def _joined(text: str, borders: Sequence[tuple[int, int]]) -> list[Token]:
    """The tokens; a hyphen between two words is the gap between them."""
    tokens: list[Token] = []
    for number, (start, end) in enumerate(borders):
        before = borders[number - 1][1] if number else -1
        if text[start:end] in _HYPHENS and 0 < number < len(borders) - 1:
            follows = borders[number + 1][0]
            if before == start and follows == end and is_in_word(text[end]):
                continue
        gap = not tokens or start > tokens[-1].end
        inner = not gap and _kind(text[start]) == "h" and _kind(text[start - 1]) in "hm"
        tokens.append(Token(folded(text[start:end]), start, end, gap, inner))
    return tokens
