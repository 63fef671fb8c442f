"""Where a sentence ends in running text: the marks of many scripts, and what only looks like one.

Better two sentences in one than one in two: where a mark can be read both ways (``the U.S. Army``),
the sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopia_desktop.core.languages import base
from kopia_desktop.core.scripts import joined_with, starts_unspaced

CLOSERS = "\"'»”’)]}」』）】"
OPENERS = "\"'«“‘([{¿¡「『（【"
CLAUSE_ENDS = ",;:，；：、،؛—–"
ENDS = ".?!。！？…؟۔।॥።։"
"""The marks that recognised words end with; running text knows some more."""

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st sr sra srta jr vs etc e.g i.e approx dept gen col sgt capt"
    " lt rev hon bzw z.b d.h u.a ca str usw av p.ej ud uds ee.uu m mme mlle cf dott sig ing"
    " tel inc ltd co corp a.m p.m".split()
)
_BEFORE_NUMBERS = frozenset("no nr vol fig art".split())
"""Abbreviations before a number only: "No. 5", but "No. I won't." """

_LANGUAGES_WITH_ORDINAL_POINTS = frozenset(
    "de lb da nb no nn fi et cs sk pl hu sl hr bs sr tr lv is fo dsb hsb".split()
)
"""Where "3." may mean "third"."""

_FREE = "。｡！？।॥။៕។།༎։؟۔።፧፨᠃᠉꯫᱾᱿෴"
"""Marks that end a sentence whatever follows; the others need white space behind them."""

_SPACED = ".．!?…‥"
_MARKS = "\u200e\u200f"  # of direction; they belong to what stands before them
_AFTER_END = rf"(?:[{re.escape(CLOSERS)}{_MARKS}]|[“‘](?!\S)|\s+»(?!\S))*"
"""Closing marks belong to the sentence: „Ja.“ in German, and « Oui. » with a space in French."""

_GREEK_QUESTION = ";\u037e"

_CANDIDATE = re.compile(rf"[{_FREE}{_SPACED}]+{_AFTER_END}")
_GREEK_CANDIDATE = re.compile(rf"[{_FREE}{_SPACED}{_GREEK_QUESTION}]+{_AFTER_END}")
_SPACE = re.compile(r"\s+")
_LAST_TOKEN = re.compile(r"\S+$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_HIRAGANA = re.compile("[\u3041-\u309f]")


def ends_sentence(text: str) -> bool:
    """The word carries a sentence's last mark, and is no abbreviation or initial."""
    bare = text.rstrip(CLOSERS)
    if not bare or bare[-1] not in ENDS:
        return False
    stem = bare.rstrip(ENDS).lstrip(OPENERS).casefold()
    if bare[-1] != ".":
        return True
    is_initial = len(stem) == 1 and stem.isalpha() and stem.isascii() and stem not in "aio"
    return stem not in ABBREVIATIONS and not is_initial


def announces_number(text: str) -> bool:
    """The word is an abbreviation that a number may follow, as "No."."""
    return text[-1:] == "." and text[:-1].lstrip(OPENERS).casefold() in _BEFORE_NUMBERS


def is_ordinal(text: str, language: str) -> bool:
    """The word may be a number in the order: "3." in German and some others."""
    stem = text.lstrip(OPENERS)
    is_number = len(stem) <= 3 and stem[-1:] == "." and stem[:-1].isdecimal()
    return is_number and base(language) in _LANGUAGES_WITH_ORDINAL_POINTS


def sentence_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each sentence, without the white space between; all other text is covered.

    ``language`` is a code of the text's language; it decides of little (ordinals, Greek).
    """
    begin = _past_space(text, 0)
    candidates = _GREEK_CANDIDATE if base(language) == "el" else _CANDIDATE
    for found in candidates.finditer(text):
        if found.start() < begin or not _ends(text, begin, found, language):
            continue
        yield begin, found.end()
        begin = _past_space(text, found.end())
    end = len(text.rstrip())
    if begin < end:
        yield begin, end


def ends_before(text: str, following: str, language: str) -> bool:
    """A sentence ends with ``text`` where ``following`` is what is said next."""
    tail = text.rstrip()[-80:]
    if not tail or (tail[-1].isalnum()):
        return False
    spans = sentence_spans(joined_with(tail, following[:40]), language)
    return any(end == len(tail) for _, end in spans)


def _ends(text: str, begin: int, found: re.Match[str], language: str) -> bool:
    """Whether the marks at ``found`` end the sentence that began at ``begin``."""
    end = found.end()
    after = text[(place := _past_space(text, end)) : place + 20]
    if not after:
        return True
    next_to_it, marks = not text[end].isspace(), found.group()
    if next_to_it and marks[-1] in CLOSERS and _HIRAGANA.match(after):
        return False  # 「はい。」と言った
    if any(mark in _FREE for mark in marks):
        return True
    if next_to_it and not starts_unspaced(after):
        return False
    first = after.lstrip(OPENERS)[:1]
    if first.islower():
        return False
    if marks.rstrip(f"{CLOSERS}“‘{_MARKS} ") != ".":
        return True
    return _full_stop_ends(text[begin : found.start() + 1], first, language)


def _past_space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _full_stop_ends(before: str, first: str, language: str) -> bool:
    """Whether the single full stop that ``before`` ends with is more than an abbreviation's."""
    last = _LAST_TOKEN.search(before)
    token = (last.group() if last else before).lstrip(OPENERS)
    if not ends_sentence(token) or _DOTTED.fullmatch(token):
        return False
    if first.isdigit() and announces_number(token):
        return False
    return not is_ordinal(token, language)
