"""Recognised words become segments: sentences where punctuation shows them, else parts between
pauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from kopia_desktop.core.sentence_ends import (
    CLAUSE_ENDS,
    ENDS,
    OPENERS,
    announces_number,
    ends_sentence,
)
from kopia_desktop.core.transcript import Word

_PAUSE = 2.0
"""Seconds of silence that end a segment without any punctuation."""

_PAUSE_BEFORE_CAPITAL = 0.6
"""The same when the next word begins like a sentence."""

_MAX_SECONDS = 20.0
_MAX_WORDS = 60


def split(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Divide words (in order, of one section) into segments; no word is lost."""
    segments: list[tuple[Word, ...]] = []
    current: list[Word] = []
    for number, word in enumerate(words):
        current.append(word)
        following = words[number + 1] if number + 1 < len(words) else None
        if following is None or _ends_here(word, following):
            segments.extend(_bounded(current))
            current = []
    return segments


def _ends_here(word: Word, following: Word) -> bool:
    pause = following.start - word.end
    if pause >= _PAUSE:
        return True
    first = following.text.lstrip(OPENERS)[:1]
    if announces_number(word.text) and first.isdigit():
        return False
    if ends_sentence(word.text):
        return not first.islower() or pause >= _PAUSE_BEFORE_CAPITAL
    begins_like_one = first.isupper() and following.text.rstrip(CLAUSE_ENDS + ENDS) != "I"
    return begins_like_one and pause >= _PAUSE_BEFORE_CAPITAL


def _bounded(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Divide a run that is too long to read at its best inner place: after a clause, at a pause."""
    if words[-1].end - words[0].start <= _MAX_SECONDS and len(words) <= _MAX_WORDS:
        return [tuple(words)]
    if len(words) < 2:
        return [tuple(words)]

    def worth(cut: int) -> float:
        before, after = words[cut - 1], words[cut]
        clause = 1.0 if before.text[-1:] in CLAUSE_ENDS else 0.0
        balance = 1.0 - abs(2.0 * cut / len(words) - 1.0)
        return clause + min(max(after.start - before.end, 0.0), 1.0) * 2.0 + balance

    cut = max(range(1, len(words)), key=worth)
    return [*_bounded(words[:cut]), *_bounded(words[cut:])]
