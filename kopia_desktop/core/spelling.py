"""American, British and Australian spelling as a view on the words.

The families of resources/spelling.json give some thousand pairs that hold in every context: each
spelling has one partner in each direction. Words whose spelling depends on the meaning (practice
and practise, meter and metre, program and programme, check and cheque, analyses) are not here.
Vocabulary is never changed, names are left alone.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from kopia_desktop.core.paths import resource
from kopia_desktop.core.removal import ends_sentence, parts
from kopia_desktop.core.transcript import Segment, words_text

VARIANTS = ("en_us", "en_uk", "en_au")

# Letters that are no part of an address, a file name, a tag or a number.
_LETTERS = re.compile(r"(?<![\w.@/#\\])[A-Za-z]+(?![\w@\\]|/\w|\.\w)")
_TITLES = frozenset(
    "mr mrs ms dr st prof gen sen rep gov capt lt col sgt mt ft jr sr no vs pres rev hon".split()
)
_OPENING = frozenset("\"“‘'«¿¡")


def respelled(segment: Segment, code: str) -> Segment:
    """The segment in the spelling of ``en_us``, ``en_uk`` or ``en_au``; other codes change nothing.

    A word with a capital inside a sentence may be a name and stays; capitals, marks, possessives
    and the parts of hyphenated words are kept.
    """
    if code not in VARIANTS:
        return segment
    old = [word.text for word in segment.words]
    new = _respelled(old, code)
    if segment.words and segment.text == words_text(segment.words):
        if new is old:
            return segment
        words = tuple(
            word if word.text == text else replace(word, text=text)
            for word, text in zip(segment.words, new, strict=True)
        )
        return replace(segment, words=words, text=words_text(words))
    words = tuple(replace(word, text=text) for word, text in zip(segment.words, new, strict=True))
    return replace(segment, words=words, text=_respelled_text(segment.text, code))


def _respelled_text(text: str, code: str) -> str:
    pieces = re.split(r"(\s+)", text)
    pieces[::2] = _respelled(pieces[::2], code)
    return "".join(pieces)


def _respelled(texts: list[str], code: str) -> list[str]:
    """The texts respelled one by one; the same list when nothing changes."""
    found: dict[int, str] = {}
    for i, text in enumerate(texts):
        inside, at_start = _forms(text, code)
        if at_start == text:
            continue
        starts = inside != at_start and _starts_sentence(texts, i)
        new = at_start if starts else inside
        if new != text:
            found[i] = new
    return [found.get(i, text) for i, text in enumerate(texts)] if found else texts


@functools.lru_cache(maxsize=65536)
def _forms(text: str, code: str) -> tuple[str, str]:
    """A word respelled as it is inside a sentence, and as its first word."""

    def inside(match: re.Match[str]) -> str:
        word = match[0]
        return word if word[0].isupper() and not _is_capitals(word) else _partner(word, code)

    def at_start(match: re.Match[str]) -> str:
        first = not any(char.isalpha() for char in text[: match.start()])
        return _partner(match[0], code) if first else inside(match)

    return _LETTERS.sub(inside, text), _LETTERS.sub(at_start, text)


def _partner(word: str, code: str) -> str:
    """One word in the other spelling, its capitals kept."""
    lower = word.lower()
    found = _table(code).get(lower)
    if found is None or word == lower:
        return found or word
    if _is_capitals(word):
        return found.upper()
    is_title = word[0].isupper() and word[1:].islower()
    return found.capitalize() if is_title and lower not in _names() else word


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _starts_sentence(texts: Sequence[str], place: int) -> bool:
    """Whether a capital there only marks a sentence's start.

    Not after a title or an initial ("Mr. Gray"), not before another capital ("Pearl Harbor").
    """
    if place + 1 < len(texts) and not parts(texts[place])[2]:
        following = parts(texts[place + 1])[1]
        if following[:1].isupper() and following[1:2].islower():
            return False
    if place == 0 or not _OPENING.isdisjoint(parts(texts[place])[0]):
        return True
    _, before, trail = parts(texts[place - 1])
    if not before:
        return _starts_sentence_after_mark(texts, place)
    abbreviated = before.lower() in _TITLES or "." in before
    abbreviated = abbreviated or (len(before) == 1 and before.isupper() and before != "I")
    return ends_sentence(trail, "en") and not (abbreviated and trail.startswith("."))


def _starts_sentence_after_mark(texts: Sequence[str], place: int) -> bool:
    """The same after a dash or dots that stand alone."""
    earlier = [text for text in texts[:place] if parts(text)[1]]
    return not earlier or ends_sentence(earlier[-1], "en") or ends_sentence(texts[place - 1], "en")


@functools.cache
def _resource() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(resource("spelling.json").read_text("utf-8"))
    return raw


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(_resource()["names"].split())


@functools.cache
def _table(code: str) -> dict[str, str]:
    """What each spelling becomes, in lower case."""
    table: dict[str, str] = {}
    for american, british, follows_american in pairs():
        to_american = code == "en_us" or (code == "en_au" and follows_american)
        source, target = (british, american) if to_american else (american, british)
        table[source] = target
    return table


def pairs() -> Iterator[tuple[str, str, bool]]:
    """Every pair: American, British, and whether Australian follows American there."""
    sets: dict[str, str] = _resource()["sets"]
    for family in _resource()["families"]:
        follows = family.get("australian") == "american"
        for pair in family.get("pairs", "").split():
            american, british = pair.split("/")
            yield american, british, follows
        for word in _slotted(family, sets):
            yield (
                word.replace("*", family["american"]),
                word.replace("*", family["british"]),
                follows,
            )


def _slotted(family: dict[str, str], sets: dict[str, str]) -> Iterator[str]:
    """The words of a family, with * where the spellings differ."""
    yield from family.get("words", "").split()
    stems: list[str] = []
    for name in family.get("stems", "").split():
        stems += sets[name[1:]].split() if name.startswith("@") else [name]
    for prefix in family.get("prefixes", "-").split():
        for stem in stems:
            for ending in family["endings"].split():
                yield f"{prefix}{stem}*{ending}".replace("-", "")
