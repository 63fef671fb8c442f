"""Compares what was recognised with what was said: word errors, sentences, word times.

Text is compared without case and punctuation: lower case, and everything but letters, digits,
apostrophes and the percent sign is a space. An alignment has the fewest errors possible; among
those it pairs words that are close in time.
"""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_NOT_A_WORD = re.compile(r"[^\w'%]+")

TIME_WEIGHT = 1e-5
"""Cost of a second between two paired words: never outweighs one error in an hour of speech."""
TIME_CAP = 5.0
SENTENCE_TOLERANCE = 0.3
"""Seconds a segment's start may lie beside its sentence's start (figure of the issue)."""

_PAIR, _ONLY_SAID, _ONLY_HEARD = 0, 1, 2


def tokens(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return _NOT_A_WORD.sub(" ", text.lower()).split()


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A comparable word, its times in seconds, the index of its sentence or segment."""

    text: str
    start: float
    end: float
    group: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A reference sentence or a recognised segment; ``words`` as (text, start, end)."""

    start: float
    end: float
    words: tuple[tuple[str, float, float], ...]


def timed_words(passages: Iterable[Passage]) -> list[TimedWord]:
    """All comparable words; a written word that makes two ("twenty-one") gives both its times."""
    return [
        TimedWord(token, start, end, group)
        for group, passage in enumerate(passages)
        for text, start, end in passage.words
        for token in tokens(text)
    ]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of (index said, index heard), in order; None where one side has no word."""

    said: Sequence[TimedWord]
    heard: Sequence[TimedWord]
    pairs: tuple[tuple[int | None, int | None], ...]

    @property
    def errors(self) -> int:
        """Words substituted, missing and invented."""
        return sum(not self._same(said, heard) for said, heard in self.pairs)

    def _same(self, said: int | None, heard: int | None) -> bool:
        if said is None or heard is None:
            return False
        return self.said[said].text == self.heard[heard].text

    def matches(self) -> list[tuple[TimedWord, TimedWord]]:
        """The words that were recognised right: (said, heard)."""
        return [
            (self.said[said], self.heard[heard])
            for said, heard in self.pairs
            if said is not None and heard is not None and self._same(said, heard)
        ]


def align(said: Sequence[TimedWord], heard: Sequence[TimedWord]) -> Alignment:
    """Align two texts: O(n·m) time in NumPy rows, one byte a cell (64 MB for an hour of speech)."""
    moves = _moves(said, heard)
    pairs: list[tuple[int | None, int | None]] = []
    row, column = len(said), len(heard)
    while row or column:
        move = moves[row, column]
        if move == _PAIR:
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif move == _ONLY_SAID:
            row -= 1
            pairs.append((row, None))
        else:
            column -= 1
            pairs.append((None, column))
    return Alignment(said, heard, tuple(reversed(pairs)))


def _moves(said: Sequence[TimedWord], heard: Sequence[TimedWord]) -> NDArray[np.uint8]:
    """How the cheapest way reaches each cell of the alignment, shape (said + 1, heard + 1)."""
    number: dict[str, int] = {}
    said_ids = [number.setdefault(word.text, len(number)) for word in said]
    heard_ids = np.array([number.setdefault(word.text, len(number)) for word in heard], np.int64)
    heard_starts = np.array([word.start for word in heard], np.float64)
    columns = np.arange(len(heard) + 1, dtype=np.float64)
    moves = np.empty((len(said) + 1, len(heard) + 1), np.uint8)
    moves[0] = _ONLY_HEARD
    above = columns.copy()
    for row, word in enumerate(said, start=1):
        apart = np.minimum(np.abs(heard_starts - word.start), TIME_CAP) * TIME_WEIGHT
        paired = above[:-1] + (heard_ids != said_ids[row - 1]) + apart
        best = above + 1.0
        moves[row] = _ONLY_SAID
        better = np.flatnonzero(paired <= best[1:]) + 1
        best[better] = paired[better - 1]
        moves[row, better] = _PAIR
        # Inventions cost 1 each along the row: the running minimum of (cost - column) finds all.
        above = np.minimum.accumulate(best - columns) + columns
        moves[row, above < best - 1e-9] = _ONLY_HEARD
    return moves


def word_errors(said: str, heard: str) -> tuple[int, int]:
    """(errors, words said) of two plain texts."""
    left = [TimedWord(token, 0.0, 0.0, 0) for token in tokens(said)]
    right = [TimedWord(token, 0.0, 0.0, 0) for token in tokens(heard)]
    return align(left, right).errors, len(left)


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """How many segments are sentences.

    ``agreeing``: the words of the segment stand for exactly the words of one sentence (other words
    heard in their place allowed, none missing, none of a neighbour), and it starts within the
    tolerance. ``strict``: and every word is the same.
    """

    segments: int
    agreeing: int
    strict: int
    sentences: int

    def __add__(self, other: SentenceScore) -> SentenceScore:
        return SentenceScore(
            self.segments + other.segments,
            self.agreeing + other.agreeing,
            self.strict + other.strict,
            self.sentences + other.sentences,
        )

    @property
    def share(self) -> float:
        return self.agreeing / self.segments if self.segments else 0.0

    @property
    def strict_share(self) -> float:
        return self.strict / self.segments if self.segments else 0.0


def sentence_score(sentences: Sequence[Passage], segments: Sequence[Passage]) -> SentenceScore:
    """Compare recognised segments with the sentences that were said."""
    spoken = [passage for passage in segments if any(tokens(word[0]) for word in passage.words)]
    alignment = align(timed_words(sentences), timed_words(spoken))
    words_of = _indices_by_group(alignment.said)
    said_in: list[list[int]] = [[] for _ in spoken]
    for said, heard in alignment.pairs:
        if said is not None and heard is not None:
            said_in[alignment.heard[heard].group].append(said)
    heard_text = _texts_by_group(alignment.heard)
    said_text = _texts_by_group(alignment.said)
    agreeing = strict = 0
    for index, said_indices in enumerate(said_in):
        if not said_indices:
            continue
        sentence = alignment.said[said_indices[0]].group
        starts_right = abs(spoken[index].start - sentences[sentence].start) <= SENTENCE_TOLERANCE
        if starts_right and said_indices == words_of[sentence]:
            agreeing += 1
            strict += heard_text[index] == said_text[sentence]
    return SentenceScore(len(spoken), agreeing, strict, len(sentences))


def _indices_by_group(words: Sequence[TimedWord]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        found.setdefault(word.group, []).append(index)
    return found


def _texts_by_group(words: Sequence[TimedWord]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for word in words:
        found.setdefault(word.group, []).append(word.text)
    return found


@dataclass(frozen=True, slots=True)
class TimeScore:
    """Errors of word starts in seconds, over the words recognised right.

    ``median`` and ``p90`` of the absolute error; ``early`` and ``late`` are the median signed error
    in the first and in the last third of the words: their difference is the drift.
    """

    words: int
    median: float
    p90: float
    early: float
    late: float

    @property
    def drift(self) -> float:
        return self.late - self.early


def time_score(matches: Sequence[tuple[TimedWord, TimedWord]]) -> TimeScore:
    """Measure the start times of words recognised right; needs at least three, in order of time."""
    if len(matches) < 3:
        raise ValueError("too few words were recognised right to measure their times")
    errors = [heard.start - said.start for said, heard in matches]
    absolute = sorted(abs(error) for error in errors)
    third = len(errors) // 3
    return TimeScore(
        words=len(errors),
        median=statistics.median(absolute),
        p90=float(np.percentile(absolute, 90)),
        early=statistics.median(errors[:third]),
        late=statistics.median(errors[-third:]),
    )
