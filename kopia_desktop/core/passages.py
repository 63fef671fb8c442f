"""Segments that make whole sentences together, and those sentences, each knowing its segments.

Subtitles cut sentences into segments; a translation model needs the sentences whole. ``group``
says which segments belong together, ``sentences`` what they say sentence by sentence, and
``share_out`` (its own module) brings a translated sentence back to the segments that it covers.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kopia_desktop.core.fillers import without_fillers
from kopia_desktop.core.languages import base
from kopia_desktop.core.phrases import opening_words
from kopia_desktop.core.pieces import is_unspaced_script
from kopia_desktop.core.scripts import joined_with
from kopia_desktop.core.sentence_ends import (
    CLAUSE_ENDS,
    CLOSERS,
    ENDS,
    OPENERS,
    ends_before,
    ends_sentence,
    sentence_spans,
)
from kopia_desktop.core.share_out import share_out
from kopia_desktop.core.transcript import Segment

PAUSE = 2.0
"""Seconds of silence that end a passage without any punctuation."""

MOST_SEGMENTS = 12
MOST_CHARACTERS = 600
"""What a passage without punctuation grows to; a character of unspaced writing counts threefold."""

_PAUSE_AFTER_MARK = 0.6
"""Seconds after a full stop that make it one, even before a small letter."""

_PAUSE_BEFORE_CAPITAL = 1.0
"""Seconds that end one where the recogniser left out the mark but wrote a capital behind."""

_CAPITAL_NOUNS = frozenset({"de", "lb", "nds"})


@dataclass(frozen=True, slots=True)
class Part:
    """What a sentence takes of a text: its number in the passage, and the characters it covers.

    ``weight`` is its share of what the sentence says, 0 where a speaker only hesitates ("Um,").
    """

    index: int
    begin: int
    end: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Sentence:
    """What a passage says up to a sentence's end; its parts, in order, cover it.

    It may hold marks alone ("...").
    """

    text: str
    parts: tuple[Part, ...]


def has_words(text: str) -> bool:
    """Holds a letter or a digit: silence marks and emoji need no translation."""
    return any(map(str.isalnum, text))


def group(segments: Sequence[Segment], language: str) -> list[tuple[Segment, ...]]:
    """The segments, in order of time, as passages: each ends where a sentence ends with a segment.

    Without punctuation a pause or the length ends one, a sign without words (a note, an emoji)
    stands alone. What ends a passage is seen from the segments of it and the one behind.
    """
    passages: list[tuple[Segment, ...]] = []
    current: list[Segment] = []
    for number, segment in enumerate(segments):
        current.append(segment)
        following = segments[number + 1] if number + 1 < len(segments) else None
        if following is None or _ends(segment, following, language):
            passages.append(tuple(current))
            current = []
        elif _is_full(current, following):
            cut = _best_cut(current, following)
            passages.append(tuple(current[:cut]))
            current = current[cut:]
    return passages


def sentences(texts: Sequence[str], language: str) -> list[Sentence]:
    """The texts of a passage as sentences. Texts without words belong to none.

    ``language`` is the code of the texts' language.
    """
    places: list[int] = []  # where each joined text begins
    indexes: list[int] = []
    joined = ""
    for index, text in enumerate(texts):
        if has_words(text):
            joined = joined_with(joined, text)
            places.append(len(joined) - len(text.strip()))
            indexes.append(index)
    return [
        Sentence(
            joined[begin:end],
            _weighed(_parts(texts, places, indexes, begin=begin, end=end), texts, language),
        )
        for span in sentence_spans(joined, language)
        for begin, end in _bearable(joined, *span, language)
    ]


def _bearable(text: str, begin: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """A sentence as it is, or one that no model would take divided at clauses or words."""
    while end - begin > MOST_CHARACTERS or _length(text[begin:end]) > MOST_CHARACTERS:
        piece, rest = share_out(text[begin : min(end, begin + MOST_CHARACTERS)], (1, 1), language)
        if not rest:
            break
        yield begin, begin + len(piece)
        begin = text.index(rest[0], begin + len(piece))
    yield begin, end


def _parts(
    texts: Sequence[str], places: Sequence[int], indexes: Sequence[int], *, begin: int, end: int
) -> tuple[Part, ...]:
    """What the characters ``begin`` to ``end`` of the joined text take of each text."""
    parts = []
    for at in range(max(bisect_right(places, begin) - 1, 0), bisect_left(places, end)):
        text = texts[indexes[at]]
        shift = len(text) - len(text.lstrip()) - places[at]
        first = max(begin, places[at]) + shift
        last = min(end + shift, len(text.rstrip()))
        if first < last:
            parts.append(Part(indexes[at], first, last))
    return tuple(parts)


def _weighed(parts: Sequence[Part], texts: Sequence[str], language: str) -> tuple[Part, ...]:
    if len(parts) < 2:
        return tuple(parts)
    said = [texts[part.index][part.begin : part.end] for part in parts]
    kept = [without_fillers(Segment(0, 0.0, 0.0, text), language) for text in said]
    return tuple(
        replace(part, weight=float(len(segment.text)) if segment else 0.0)
        for part, segment in zip(parts, kept, strict=True)
    )


def _ends(segment: Segment, following: Segment, language: str) -> bool:
    pause = following.start - segment.end
    if pause > PAUSE or _stands_alone(segment.text) or _stands_alone(following.text):
        return True
    if pause >= _PAUSE_AFTER_MARK and ends_sentence(segment.text.split()[-1]):
        return True
    if ends_before(segment.text, following.text, language):
        return True
    return pause >= _PAUSE_BEFORE_CAPITAL and _begins_anew(segment.text, following.text, language)


def _begins_anew(text: str, following: str, language: str) -> bool:
    """The next text begins with a capital, as sentences do, and this one is not left open."""
    first = following.lstrip(OPENERS)[:1]
    if not first.isupper() or following.split()[0] == "I" or base(language) in _CAPITAL_NOUNS:
        return False
    last = text.split()[-1]
    return last[-1] not in CLAUSE_ENDS and last.lower() not in opening_words(language)


def _stands_alone(text: str) -> bool:
    """Neither words nor punctuation."""
    return not has_words(text) and not any(mark in text for mark in ENDS + CLAUSE_ENDS + CLOSERS)


def _length(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + 2 * sum(map(is_unspaced_script, text))


def _is_full(current: Sequence[Segment], following: Segment) -> bool:
    if len(current) >= MOST_SEGMENTS:
        return True
    return sum(_length(one.text) for one in [*current, following]) > MOST_CHARACTERS


def _best_cut(current: Sequence[Segment], following: Segment) -> int:
    """Where a passage that is long enough ends best, not before its middle: how many segments."""
    behind = [*current[1:], following]

    def worth(cut: int) -> float:
        last, after = current[cut - 1], behind[cut - 1]
        clause = 1.0 if last.text.rstrip()[-1:] in tuple(CLAUSE_ENDS) else 0.0
        return clause + 2.0 * min(max(after.start - last.end, 0.0), 1.0) + cut / len(current)

    return max(range((len(current) + 1) // 2, len(current) + 1), key=worth)
