"""Loops: a model that has lost the thread says the same words, or its prompt, again and again."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

_LONGEST = 12
"""Words in the longest phrase that is looked for."""

_WORDS_IN_LOOP = 8
_TIMES = 3
_TIMES_SINGLE = 5
_RECITED = 3
"""Terms in a row, in the order in which they were given: nobody speaks so by chance."""

_MAX_COMPRESSION = 2.4  # OpenAI's own threshold for Whisper


def compression_ratio(text: str) -> float:
    """How well the text compresses; ordinary speech stays below 2, a loop is far above."""
    raw = text.encode()
    return len(raw) / len(zlib.compress(raw)) if raw else 0.0


def is_repetitive(text: str) -> bool:
    """The whole text compresses like a loop."""
    return compression_ratio(text) > _MAX_COMPRESSION


def recites(text: str, hotwords: Sequence[str]) -> bool:
    """Whether a text holds several of the terms to listen for just as they were listed."""
    spoken = f" {' '.join(_keys(text.split()))} "
    listed = [" ".join(_keys(term.split())) for term in hotwords]
    runs = (listed[at : at + _RECITED] for at in range(len(listed) - _RECITED + 1))
    return any(f" {' '.join(run)} " in spoken for run in runs)


def loops(words: Sequence[str]) -> list[tuple[int, int]]:
    """Index ranges [start, end) of repeats that follow the first saying of a phrase.

    A phrase of 1 to 12 words counts when it is said at least three times in a row (a single word
    five times) and the repeats make up eight words or more: people do say "no, no, no".
    """
    keys = _keys(words)
    found = []
    at = 0
    while at < len(keys):
        length, times = _loop_at(keys, at)
        if times:
            found.append((at + length, at + length * times))
            at += length * times
        else:
            at += 1
    return found


def _keys(words: Sequence[str]) -> list[str]:
    return [word.casefold().strip(" .,!?;:…\"'") for word in words]


def _loop_at(keys: Sequence[str], at: int) -> tuple[int, int]:
    """Length and number of times of the loop that starts here; (0, 0) if none does."""
    for length in range(1, _LONGEST + 1):
        phrase = keys[at : at + length]
        times = 1
        while keys[at + length * times : at + length * (times + 1)] == phrase:
            times += 1
        enough = _TIMES_SINGLE if length == 1 else _TIMES
        if times >= enough and length * times >= _WORDS_IN_LOOP:
            return length, times
    return 0, 0
