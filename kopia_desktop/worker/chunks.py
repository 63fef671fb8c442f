"""Speech spans of a section become chunks: what the model hears at once, at most 27 s.

Pauses longer than the padding are left out of a chunk, and a chunk ends at the longest pauses that
the fewest possible chunks allow: the model sees whole sentences and no window is wasted on silence.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kopia_desktop.core.transcript import Section, Span
from kopia_desktop.worker.sound import SAMPLE_RATE, Samples

MAX_SECONDS = 27.0
"""The model hears 30 s at once; measured on the held-out clips, windows filled to their last second
lose words at the end (word error rate 5.24 % at 30 s, 5.10 % at 27 s, with hardly more chunks).
"""

_PAD = 0.2
"""Seconds kept around speech (Silero's detector is late at soft onsets); half the pause where it
is shorter.
"""

_ONSET, _DECAY = 0.05, 0.15
"""Seconds by which the detector is late at a soft onset and early at a fading end."""

_SENTENCE_PAUSE = 1.0
"""Beyond this a longer pause is no better place to end a chunk."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Padded spans that are joined for the model, and the way back to the media's clock.

    ``speech`` holds the same spans without their padding.
    """

    spans: tuple[Span, ...]
    speech: tuple[Span, ...]

    @property
    def duration(self) -> float:
        return sum(span.duration for span in self.spans)

    def audio(self, section: Samples, start: float) -> Samples:
        """The joined samples, taken from a section that begins at ``start``."""
        parts = [
            section[_sample(span.start - start) : _sample(span.end - start)] for span in self.spans
        ]
        return np.concatenate(parts) if parts else np.zeros(0, np.float32)

    def place(self, start: float, end: float) -> tuple[float, float]:
        """Times inside the joined audio as times of the media.

        A word never reaches over a pause that was left out: it belongs to the span its middle lies
        in. Nor does it begin in the silence before speech or end in the silence after it.
        """
        middle, offset, at = (start + end) / 2, 0.0, 0
        while at + 1 < len(self.spans) and middle >= offset + self.spans[at].duration:
            offset += self.spans[at].duration
            at += 1
        span, speech = self.spans[at], self.speech[at]
        shift = span.start - offset
        start, end = max(start + shift, span.start), min(end + shift, span.end)
        if end > speech.start:
            start = max(start, speech.start - _ONSET)
        if start < speech.end:
            end = min(end, speech.end + _DECAY)
        return start, end

    def halves(self) -> tuple[Chunk, ...]:
        """The chunk divided at the pause nearest its middle; itself when it is one span."""
        if len(self.spans) < 2:
            return (self,)
        total, passed, cuts = self.duration, 0.0, []
        for number, span in enumerate(self.spans[:-1], start=1):
            passed += span.duration
            cuts.append((abs(passed - total / 2), number))
        at = min(cuts)[1]
        return (
            Chunk(self.spans[:at], self.speech[:at]),
            Chunk(self.spans[at:], self.speech[at:]),
        )


def _sample(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE)


def padded(section: Section) -> list[Span]:
    """The speech spans with their padding, inside the section and not overlapping."""
    result = []
    for number, span in enumerate(section.spans):
        before = section.spans[number - 1].end if number else None
        after = section.spans[number + 1].start if number + 1 < len(section.spans) else None
        start = max(span.start - _PAD, section.start)
        end = min(span.end + _PAD, section.end)
        if before is not None:
            start = max(start, (before + span.start) / 2)
        if after is not None:
            end = min(end, (span.end + after) / 2)
        result.append(Span(start, end))
    return result


def plan(section: Section) -> tuple[Chunk, ...]:
    """The chunks of a section: as few as possible, ended at the longest pauses."""
    spans = padded(section)
    pauses = [b.start - a.end for a, b in zip(section.spans, section.spans[1:], strict=False)]
    return tuple(Chunk(tuple(spans[a:b]), section.spans[a:b]) for a, b in _partition(spans, pauses))


def _partition(spans: Sequence[Span], pauses: Sequence[float]) -> list[tuple[int, int]]:
    """Index ranges with the fewest parts and then the best pauses between them (dynamic
    programming).

    The cost of a range is (parts, lack of pause at its end); ``best[i]`` covers the first i spans.
    """
    best: list[tuple[float, float, int]] = [(0.0, 0.0, 0)]
    for end in range(1, len(spans) + 1):
        options = []
        length = 0.0
        for begin in range(end - 1, -1, -1):
            length += spans[begin].duration
            if length > MAX_SECONDS and begin < end - 1:
                break
            parts, lack, _ = best[begin]
            pause = min(pauses[end - 1], _SENTENCE_PAUSE) if end < len(spans) else _SENTENCE_PAUSE
            options.append((parts + 1, lack + math.log(_SENTENCE_PAUSE / max(pause, 0.01)), begin))
        best.append(min(options))
    ranges = []
    end = len(spans)
    while end:
        begin = best[end][2]
        ranges.append((begin, end))
        end = begin
    return ranges[::-1]
