"""Formal and informal address in a text, told by the words and endings that mark it.

The tables with their sources are resources/address_forms.json, whose first lines say what each
entry means. They are for precision: a mark that a text without any address may have too ("su",
"Sie" at the start of a sentence) is a *hint* and counts only beside another translation of the same
sentence with the other form (worker/formality).

Languages without forms that a table can tell are not in it: Swedish, Danish and Norwegian (one form
in every register), Icelandic, English, Irish, Arabic and Hebrew (no such form), Basque, Vietnamese,
Thai, Lao, Khmer, Burmese, Tagalog and others, where kinship terms and particles carry it and not
one pronoun.
"""

from __future__ import annotations

import functools
import itertools
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from kopia_desktop.core.languages import base
from kopia_desktop.core.paths import resource
from kopia_desktop.core.script_conversion import serbian_to_latin

_BREAKS = r"\s.,;:!?¡¿\"“”„«»‹›()\[\]{}…–—\-/।،؛؟。、！？「」『』・·;"
_TOKEN = re.compile(rf"[^{_BREAKS}'’]+['’]?")
_ENDS_SENTENCE = re.compile(r"[.!?:…¿¡।؟。！？;\"“”„«»‹›「」『』(\n]|(?:^|\s)[–—-]\s")
_ENDS_CLAUSE = re.compile(r"[,،、)–—]")
_SENTENCES = re.compile(r"[^.!?…。！？]+")
_CLOSING = re.compile(r"[^\w]+$")
_PLAIN_GAPS = frozenset({" ", "-", ""})
_STRESSED = str.maketrans("άέήίόύώ", "αεηιουω")
_SHORTEST = 4  # letters of a word whose end is looked at


class Address(StrEnum):
    """How a text addresses whom it speaks to."""

    FORMAL = "formal"
    INFORMAL = "informal"
    NEUTRAL = "neutral"  # nobody is addressed, or in words that both forms share
    MIXED = "mixed"

    @property
    def opposite(self) -> Address:
        """FORMAL of INFORMAL and the other way; the others are their own."""
        return _OPPOSITES.get(self, self)


_OPPOSITES: Mapping[Address, Address] = MappingProxyType(
    {Address.FORMAL: Address.INFORMAL, Address.INFORMAL: Address.FORMAL}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one text shows: sure marks, hints, and the words that begin a clause.

    ``starts`` are such words, each also with the word after it ("verkaufen", "verkaufen_sie").
    """

    sure: frozenset[Address]
    hints: frozenset[Address]
    starts: tuple[tuple[str, ...], ...]

    @property
    def address(self) -> Address:
        """By the sure marks alone."""
        if len(self.sure) > 1:
            return Address.MIXED
        return next(iter(self.sure), Address.NEUTRAL)


@dataclass(frozen=True, slots=True)
class _Ends:
    """One form's ends of words, and ends of sentences (``final``)."""

    sure: tuple[str, ...]
    hints: tuple[str, ...]
    final: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Forms:
    """One language's table: marks with the form they tell; ``pairs`` are (informal, formal)."""

    words: Mapping[str, Address]
    capital: Mapping[str, Address]
    hints: Mapping[str, Address]
    phrases: Mapping[tuple[str, ...], Address]
    anywhere: Mapping[str, Address]
    ends: Mapping[Address, _Ends]
    unmarked: frozenset[str]
    determiners: frozenset[str]
    openers: frozenset[str]
    pairs: frozenset[tuple[str, str]]


class _Token(NamedTuple):
    word: str  # folded
    is_capital: bool
    starts_sentence: bool
    starts_clause: bool
    may_be_verb: bool  # is no determiner and stands after none


def knows(language: str) -> bool:
    """Whether the table tells the forms of address of a target's code."""
    return _forms(language) is not None


def address(text: str, language: str) -> Address:
    """The form of address that a text surely has; NEUTRAL in a language that is not in the table.

    MIXED where it has marks of both.
    """
    return read(text, language).address


def read(text: str, language: str) -> Reading:
    """Look for the marks of ``language``, a target's code."""
    forms = _forms(language)
    if forms is None:
        return Reading(frozenset(), frozenset(), ())
    text = unicodedata.normalize("NFC", text)
    if base(language) == "sr":
        text = serbian_to_latin(text)
    tokens = list(_tokens(text, forms))
    sure, hints = set(_in_text(text, tokens, forms)), set[Address]()
    for token in tokens:
        _note(token, forms, sure, hints)
    return Reading(frozenset(sure), frozenset(hints - sure), tuple(_starts(tokens)))


def paired(one: Reading, other: Reading, language: str) -> frozenset[Address]:
    """The forms of ``one`` by verbs that ``other`` has in the other form.

    "Vende" beside "venda" is informal, and "firme" beside "firma" formal: alone neither tells.
    """
    forms = _forms(language)
    if forms is None:
        return frozenset()
    # A word that both have there is in one form only, whatever stands beside it.
    mine, yours = {ours[0] for ours in one.starts}, {theirs[0] for theirs in other.starts}
    found = (
        _pair(ours, theirs, forms.pairs)
        for ours in one.starts
        if ours[0] not in yours
        for theirs in other.starts
        if theirs[0] not in mine
    )
    return frozenset(form for form in found if form is not None)


def _pair(
    ours: Sequence[str], theirs: Sequence[str], pairs: frozenset[tuple[str, str]]
) -> Address | None:
    """By the longest ends after a beginning that both words share."""
    for shared in range(_shared(ours[0], theirs[0]) + 1):
        for mine, yours in itertools.product(ours, theirs):
            ends = mine[shared:], yours[shared:]
            if shared < 2 and min(map(len, ends)) < 2:
                continue  # one letter of a verb is too little to know it by
            if ends in pairs:
                return Address.INFORMAL
            if ends[::-1] in pairs:
                return Address.FORMAL
    return None


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with together."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def _starts(tokens: Sequence[_Token]) -> Iterator[tuple[str, ...]]:
    for place, token in enumerate(tokens):
        if token.starts_clause and token.may_be_verb:
            after = tokens[place + 1].word if place + 1 < len(tokens) else ""
            word = _unstressed(token.word)
            yield (word, f"{word} {after}") if after else (word,)


def _tokens(text: str, forms: _Forms) -> Iterator[_Token]:
    before, end = "", 0
    for match in _TOKEN.finditer(text):
        gap = text[end : match.start()]
        plain = end > 0 and gap in _PLAIN_GAPS
        sentence = not plain and (end == 0 or _ENDS_SENTENCE.search(gap) is not None)
        clause = sentence or before in forms.openers
        word = _folded(match[0])
        yield _Token(
            word=word,
            is_capital=match[0][0].isupper(),
            starts_sentence=sentence,
            starts_clause=clause or (not plain and _ENDS_CLAUSE.search(gap) is not None),
            may_be_verb=word not in forms.determiners
            and (sentence or before not in forms.determiners),
        )
        before, end = word, match.end()


def _in_text(text: str, tokens: Sequence[_Token], forms: _Forms) -> Iterator[Address]:
    """Sure marks that are more or less than a word."""
    yield from (form for part, form in forms.anywhere.items() if part in text)
    words = [token.word for token in tokens] if forms.phrases else []
    for phrase, form in forms.phrases.items():
        places = range(len(words) - len(phrase) + 1)
        if any(tuple(words[place : place + len(phrase)]) == phrase for place in places):
            yield form
    every = [(end, form) for form, ends in forms.ends.items() for end in ends.final]
    for sentence in _SENTENCES.findall(text) if every else ():
        spoken = _CLOSING.sub("", sentence)
        found = max((row for row in every if spoken.endswith(row[0])), key=_length, default=None)
        if found is not None:
            yield found[1]


def _note(token: _Token, forms: _Forms, sure: set[Address], hints: set[Address]) -> None:
    """What one word tells."""
    form = forms.words.get(token.word)
    if form is not None:
        sure.add(form)
        return
    form = forms.capital.get(token.word)
    if form is not None and token.is_capital:
        (hints if token.starts_sentence else sure).add(form)
        return
    form = forms.hints.get(token.word)
    if form is not None:
        hints.add(form)
    elif _may_end(token, forms):
        for form, ends in forms.ends.items():
            if token.word.endswith(ends.sure):
                sure.add(form)
            elif token.word.endswith(ends.hints):
                hints.add(form)


def _may_end(token: _Token, forms: _Forms) -> bool:
    """A name inside a sentence, a noun after its determiner and the exceptions tell nothing."""
    return (
        len(token.word) >= _SHORTEST
        and token.may_be_verb
        and (token.starts_sentence or not token.is_capital)
        and token.word not in forms.unmarked
    )


def _length(row: tuple[str, Address]) -> int:
    return len(row[0])


def _folded(text: str) -> str:
    return text.casefold().replace("’", "'")


def _unstressed(word: str) -> str:
    """Without the Greek mark of stress, which moves with the ending."""
    return word.translate(_STRESSED)


def _entries(row: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(_folded(entry.replace("_", " ")) for entry in row.get(name, "").split())


@functools.cache
def _forms(language: str) -> _Forms | None:
    rows = _table()
    row = rows.get(language) or rows.get(base(language))
    if row is None:
        return None
    row = rows[row["same_as"]] if "same_as" in row else row
    words = _by_form(row, "words")
    pairs = (entry.replace("_", " ").split("/") for entry in row.get("pairs", "").split())
    return _Forms(
        words=MappingProxyType({word: form for word, form in words.items() if " " not in word}),
        capital=_by_form(row, "capital"),
        hints=_by_form(row, "hints"),
        phrases=MappingProxyType(
            {tuple(word.split()): form for word, form in words.items() if " " in word}
        ),
        anywhere=_by_form(row, "anywhere"),
        ends=MappingProxyType({form: _ends(row[form.value]) for form in _OPPOSITES}),
        unmarked=frozenset(_entries(row, "not")),
        determiners=frozenset(_entries(row, "determiners")),
        openers=frozenset(_entries(row, "openers")),
        pairs=frozenset((_unstressed(old), _unstressed(new)) for old, new in pairs),
    )


def _by_form(row: Mapping[str, Any], name: str) -> Mapping[str, Address]:
    return MappingProxyType(
        {entry: form for form in _OPPOSITES for entry in _entries(row[form.value], name)}
    )


def _ends(row: Mapping[str, str]) -> _Ends:
    return _Ends(_entries(row, "endings"), _entries(row, "hint_endings"), _entries(row, "final"))


@functools.cache
def _table() -> dict[str, dict[str, Any]]:
    table = json.loads(resource("address_forms.json").read_text("utf-8"))
    languages: dict[str, dict[str, Any]] = table["languages"]
    return languages
