"""A vocabulary's spelling as a view on the words: what was heard reads as the term.

Whole words are replaced, in any case; a form of several words also where hyphens join them. Letters
of scripts without spaces are words by themselves; in Korean, particles may follow. Words that are
replaced one for one keep their times; others share the time of those they stand for.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kopia_desktop.core.removal import raise_first
from kopia_desktop.core.scripts import HANGUL, UNSPACED
from kopia_desktop.core.tokens import Token, tokens_of
from kopia_desktop.core.transcript import Segment, Word, words_text
from kopia_desktop.core.vocabulary import Vocabulary, folded

_WORDS = re.compile(f"[^\\W{UNSPACED}{HANGUL}]+")


@dataclass(frozen=True, slots=True)
class Group:
    """Words that stand for ``count`` stored ones which follow each other."""

    count: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    text: str


_Rest = tuple[tuple[str, bool], ...]
"""The keys and gaps of the tokens of a form behind its first one."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """What is looked for behind a first token; None in place of a term: it is left alone."""

    terms: Mapping[_Rest, str | None]
    lengths: tuple[int, ...]  # of the keys, longest first


def respelled_text(text: str, vocabulary: Vocabulary) -> str:
    """A text as the vocabulary spells it."""
    parts: list[str] = []
    end = 0
    for found in _places(text, vocabulary):
        parts += (text[end : found.start], found.text)
        end = found.end
    return "".join((*parts, text[end:])) if parts else text


def respelled(segment: Segment, vocabulary: Vocabulary) -> Segment:
    """The segment as the vocabulary spells it; its start and end stay."""
    if not vocabulary.replaces():
        return segment
    text = respelled_text(segment.text, vocabulary)
    if not segment.words:
        return segment if text == segment.text else replace(segment, text=text)
    if text == segment.text and segment.text == words_text(segment.words):
        return segment
    words = tuple(word for group in groups(segment.words, vocabulary) for word in group.words)
    return replace(segment, text=text, words=words)


def groups(words: Sequence[Word], vocabulary: Vocabulary) -> tuple[Group, ...]:
    """The words as the vocabulary spells them, each group with how many it stands for."""
    starts: list[int] = []
    length = 0
    for number, word in enumerate(words):
        length += 0 if number == 0 or word.glued else 1
        starts.append(length)
        length += len(word.text)
    text = words_text(words)
    made: list[Group] = []
    done = 0
    for first, last, spelled in _runs(text, starts, vocabulary):
        made += (Group(1, (word,)) for word in words[done:first])
        covered = words[first : last + 1]
        made.append(Group(len(covered), _spread(spelled, covered)))
        done = last + 1
    made += (Group(1, (word,)) for word in words[done:])
    return tuple(made)


def _runs(
    text: str, starts: Sequence[int], vocabulary: Vocabulary
) -> Iterator[tuple[int, int, str]]:
    """(first word, last word, their text as spelled); a word belongs to one run at most."""
    run: tuple[int, int] | None = None
    spelled, done = "", 0
    for found in _places(text, vocabulary):
        first, last = _word_at(starts, found.start), _word_at(starts, found.end - 1)
        if run is not None and first > run[1]:
            yield (*run, spelled + text[done : _end(text, starts, run[1])])
            run = None
        if run is None:
            run, spelled, done = (first, last), "", starts[first]
        run = (run[0], last)
        spelled += text[done : found.start] + found.text
        done = found.end
    if run is not None:
        yield (*run, spelled + text[done : _end(text, starts, run[1])])


def _word_at(starts: Sequence[int], offset: int) -> int:
    low, high = 0, len(starts)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if starts[middle] <= offset else (low, middle)
    return low


def _end(text: str, starts: Sequence[int], word: int) -> int:
    """Where a word's text ends."""
    if word + 1 == len(starts):
        return len(text)
    following = starts[word + 1]
    return following - 1 if text[following - 1 : following] == " " else following


def _spread(spelled: str, covered: Sequence[Word]) -> tuple[Word, ...]:
    """The new text over the time of the words it stands for."""
    texts = spelled.split()
    if len(texts) == len(covered) and not any(word.glued for word in covered[1:]):
        return tuple(
            word if word.text == text else replace(word, text=text)
            for word, text in zip(covered, texts, strict=True)
        )
    start, end = covered[0].start, max(word.end for word in covered)
    total = sum(map(len, texts)) or 1
    confidence = min(word.confidence for word in covered)
    made: list[Word] = []
    passed = 0
    for text in texts:
        begin = start + (end - start) * passed / total
        passed += len(text)
        until = end if passed == total else start + (end - start) * passed / total
        made.append(Word(text, begin, until, confidence, covered[0].glued and not made))
    return tuple(made)


def _places(text: str, vocabulary: Vocabulary) -> Iterator[_Found]:
    """What is to be replaced, from left to right, the longest form first, none over another."""
    table, first = _tables(_Same(vocabulary))
    if not first.may_be_in(text):
        return
    tokens = tokens_of(text)
    at = 0
    while at < len(tokens):
        forms = None if tokens[at].inner else table.get(tokens[at].key)
        rest = None if forms is None else _rest(forms, tokens, at)
        if forms is None or rest is None:
            at += 1
            continue
        last = at + len(rest)
        term = forms.terms[rest]
        if term is not None:
            start, end = tokens[at].start, tokens[last].end
            spelled = _cased(term, text[start:end])
            if spelled != text[start:end]:
                yield _Found(start, end, spelled)
        at = last + 1


def _rest(forms: _Forms, tokens: Sequence[Token], at: int) -> _Rest | None:
    """The longest form that stands here."""
    for length in forms.lengths:
        rest = tuple((token.key, token.gap) for token in tokens[at + 1 : at + 1 + length])
        # A single Korean syllable begins too many words.
        whole = length or at + 1 == len(tokens) or not tokens[at + 1].inner
        if whole and len(rest) == length and rest in forms.terms:
            return rest
    return None


def _cased(term: str, heard: str) -> str:
    """The term as written; one without capitals takes those of a sentence's start or of a shout."""
    if any(c.isupper() for c in term) or not heard[:1].isupper():
        return term
    letters = [c for c in heard if c.isalpha()]
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return term.upper()
    return raise_first(term, "")


class _Same:
    """A vocabulary by its identity: comparing hundreds of terms for each segment takes too long."""

    __slots__ = ("vocabulary",)

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def __hash__(self) -> int:
        return id(self.vocabulary)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.vocabulary is other.vocabulary


@functools.lru_cache(maxsize=32)
def _tables(same: _Same) -> tuple[dict[str, _Forms], _FirstTokens]:
    table = _table(same.vocabulary)
    return table, _first_tokens(table)


def _table(vocabulary: Vocabulary) -> dict[str, _Forms]:
    """Forms by their first token; none where nothing is replaced."""
    if not vocabulary.replaces():
        return {}
    found: dict[str, dict[_Rest, str | None]] = {}
    for term in vocabulary.terms:
        for heard in term.heard:
            _enter(found, heard, term.text)
    for term in vocabulary.terms:
        _enter(found, term.text, None)
    return {
        key: _Forms(forms, tuple(sorted({len(rest) for rest in forms}, reverse=True)))
        for key, forms in found.items()
    }


@dataclass(frozen=True, slots=True)
class _FirstTokens:
    """What forms begin with, to pass over the many texts that hold none of it."""

    words: frozenset[str]
    letters: frozenset[str]
    others: tuple[str, ...]  # with marks on letters

    def may_be_in(self, text: str) -> bool:
        plain = folded(text)
        if not self.words.isdisjoint(_WORDS.findall(plain)):
            return True
        if plain.isascii() and not self.letters:
            return False
        return not self.letters.isdisjoint(plain) or any(key in plain for key in self.others)


def _first_tokens(table: Mapping[str, _Forms]) -> _FirstTokens:
    keys = table.keys()
    words = frozenset(key for key in keys if _WORDS.fullmatch(key))
    letters = frozenset(key for key in keys if len(key) == 1) - words
    return _FirstTokens(words, letters, tuple(keys - words - letters))


def _enter(found: dict[str, dict[_Rest, str | None]], form: str, term: str | None) -> None:
    """What is heard for a term comes first: its own letters in another case are heard for it."""
    first, *rest = tokens_of(form)
    key = tuple((token.key, token.gap) for token in rest)
    found.setdefault(first.key, {}).setdefault(key, term)
