"""A segment as it is shown: its text in a filler mode, and where in it each word stands.

Places count UTF-16 units, as Qt does; the store and Python count characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kopia_desktop.core.doubts import is_doubtful_as_whole, is_doubtful_word
from kopia_desktop.core.fillers import filler_indexes, without_fillers
from kopia_desktop.core.transcript import Segment, Word
from kopia_desktop.gui.transcript.fillers import FillerMode

Range = tuple[int, int]
"""Start and length in a text."""


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A word's place in the text and in the recording (seconds)."""

    offset: int
    length: int
    start: float
    end: float

    @property
    def range(self) -> Range:
        return self.offset, self.length


@dataclass(frozen=True, slots=True)
class ShownText:
    """What stands in a cell: ``words`` in order, ``doubts`` and ``struck`` as ranges of the text.

    A translation has no words; its doubts are none.
    """

    text: str
    words: tuple[PlacedWord, ...] = ()
    doubts: tuple[Range, ...] = ()
    struck: tuple[Range, ...] = ()

    def word_at(self, offset: int) -> int | None:
        """The word that holds this place of the text."""
        index = bisect_right(self.words, offset, key=lambda word: word.offset) - 1
        if index < 0:
            return None
        word = self.words[index]
        return index if offset < word.offset + word.length else None

    def word_during(self, seconds: float) -> int | None:
        """The last word that has begun by then."""
        index = bisect_right(self.words, seconds, key=lambda word: word.start) - 1
        return index if index >= 0 else None


def shown_text(segment: Segment, language: str, mode: FillerMode) -> ShownText | None:
    """The segment in a filler mode; None when nothing of it is to be shown."""
    struck: frozenset[int] = frozenset()
    if mode is FillerMode.HIDDEN:
        kept = without_fillers(segment, language)
        if kept is None:
            return None
        segment = kept
    elif mode is FillerMode.STRUCK:
        struck = filler_indexes(segment.words, language)
    text = segment.text
    offsets = _offsets(text, segment.words)
    scale = _Scale(text)
    words = tuple(
        PlacedWord(
            scale.units(offset), scale.units(offset + len(word.text)) - scale.units(offset),
            word.start, word.end,
        )
        for offset, word in zip(offsets, segment.words, strict=True)
        if offset >= 0
    )  # fmt: skip
    if is_doubtful_as_whole(segment):
        doubts: tuple[Range, ...] = ((0, scale.units(len(text))),)
    else:
        unsure = [i for i, word in enumerate(segment.words) if is_doubtful_word(word)]
        doubts = _ranges(unsure, offsets, segment.words, scale)
    return ShownText(text, words, doubts, _ranges(sorted(struck), offsets, segment.words, scale))


def units_before(text: str, characters: int) -> int:
    """UTF-16 units of the first ``characters`` of a text."""
    return _Scale(text).units(characters)


def characters_before(text: str, units: int) -> int:
    """Characters within the first ``units`` of a text; the reverse of ``units_before``."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))


class _Scale:
    """Places of characters in UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]

    def units(self, characters: int) -> int:
        if not self._wide:
            return characters
        return characters + sum(1 for place in self._wide if place < characters)


def _offsets(text: str, words: Sequence[Word]) -> list[int]:
    """Where each word begins in the text; -1 for one that is not found in its turn."""
    offsets: list[int] = []
    at = 0
    for word in words:
        found = text.find(word.text, at) if word.text else -1
        offsets.append(found)
        if found >= 0:
            at = found + len(word.text)
    return offsets


def _ranges(
    indexes: Sequence[int], offsets: Sequence[int], words: Sequence[Word], scale: _Scale
) -> tuple[Range, ...]:
    """The words' places; neighbours make one range with the space between them."""
    ranges: list[list[int]] = []
    last = -2
    for index in indexes:
        if offsets[index] < 0:
            continue
        begin = scale.units(offsets[index])
        end = scale.units(offsets[index] + len(words[index].text))
        if index == last + 1 and ranges:
            ranges[-1][1] = end
        else:
            ranges.append([begin, end])
        last = index
    return tuple((begin, end - begin) for begin, end in ranges)
