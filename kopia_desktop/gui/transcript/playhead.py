"""Which word is heard: looked up twenty times a second, so it costs nearly nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kopia_desktop.gui.transcript.segment_text import Range, ShownText
from kopia_desktop.gui.transcript.transcript_model import TranscriptModel

_LINGER = 0.4
"""Seconds that a word stays marked into the silence after it."""


@dataclass(frozen=True, slots=True)
class Played:
    """What is heard from ``since`` until ``until`` (seconds): a segment and maybe a word of it."""

    segment_id: int
    word: Range | None
    since: float
    until: float


class Playhead:
    """Finds the segment and the word of a moment."""

    def __init__(self, model: TranscriptModel, shown: Callable[[int], ShownText | None]) -> None:
        """``shown`` gives the text of a row as it is painted."""
        self._model = model
        self._shown = shown
        self.seconds = 0.0
        self.played: Played | None = None

    def forget(self) -> None:
        """The text has changed: the next moment is looked up anew."""
        if self.played is not None:
            self.played = Played(self.played.segment_id, None, 0.0, 0.0)

    def move(self, seconds: float) -> bool:
        """Go to a moment; whether another segment or word is heard now."""
        self.seconds = seconds
        was = self.played
        if was is not None and was.since <= seconds < was.until:
            return False
        self.played = self._find(seconds)
        return was != self.played

    def _find(self, seconds: float) -> Played | None:
        row = self._model.row_during(seconds)
        if row is None:
            return None
        segment = self._model.segment(row)
        following = row + 1
        until = float("inf")
        if following < self._model.rowCount():
            until = self._model.segment(following).start
        shown = self._shown(row)
        if shown is None or not shown.words:
            return Played(segment.id, None, segment.start, until)
        number = shown.word_during(seconds)
        if number is None:
            return Played(segment.id, None, segment.start, min(shown.words[0].start, until))
        word = shown.words[number]
        if number + 1 < len(shown.words):
            until = min(until, shown.words[number + 1].start)
        ends = word.end + _LINGER
        if seconds >= ends:
            return Played(segment.id, None, min(ends, seconds), until)
        return Played(segment.id, word.range, word.start, min(ends, until))
