"""Voice activity becomes speech spans, and spans decide where the recording is cut into sections.

A section ends in a silence 60 to 120 s after its start; the first one ends early (15 to 40 s), so
that the first words appear soon. Every decision depends on the audio alone, never on timing: a run
after a crash cuts exactly the same sections.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from kopia_desktop.core.transcript import Span
from kopia_desktop.worker.sound import SAMPLE_RATE, Samples
from kopia_desktop.worker.voice import WINDOW, VoiceDetector

# Silero's own hysteresis: speech begins at 0.5 and ends below 0.35 for 160 ms.
_SPEECH, _SILENCE = 0.5, 0.35
_MIN_SILENCE = int(0.16 * SAMPLE_RATE)

_STEP = 5 * SAMPLE_RATE
"""Samples after which it is asked again whether to cut: counted from the recording's beginning, so
that the blocks in which the audio arrives decide nothing.
"""

_FIRST_LENGTH = (15.0, 40.0)
_LENGTH = (60.0, 120.0)
_LONG_SILENCE = 3.0
_USEFUL_SILENCE = 1.5
_CHUNK = 29.0


@dataclass(frozen=True, slots=True)
class CutSection:
    """A section with its audio: ``audio`` is float32 mono at 16 kHz, ``start`` its first sample."""

    index: int
    start: int
    audio: Samples
    spans: tuple[Span, ...]


@dataclass(slots=True)
class _Tracker:
    """Turns probabilities into raw spans [start, end) in samples."""

    closed: list[tuple[int, int]] = field(default_factory=list)
    begun: int | None = None
    quiet_since: int | None = None
    position: int = 0

    def feed(self, probabilities: Samples) -> None:
        for value in probabilities.tolist():
            if value >= _SPEECH:
                self.quiet_since = None
                if self.begun is None:
                    self.begun = self.position
            elif value < _SILENCE and self.begun is not None:
                if self.quiet_since is None:
                    self.quiet_since = self.position
                if self.position + WINDOW - self.quiet_since >= _MIN_SILENCE:
                    if self.quiet_since > self.begun:  # else nothing is left behind a cut
                        self.closed.append((self.begun, self.quiet_since))
                    self.begun = self.quiet_since = None
            self.position += WINDOW

    def split(self, at: int) -> list[tuple[int, int]]:
        """Take the spans before ``at``; one that crosses it is divided there."""
        if self.begun is not None and self.begun < at:
            self.closed.append((self.begun, at))
            self.begun = at
            if self.quiet_since is not None:  # doubtful since before the cut: no speech behind it
                self.quiet_since = max(self.quiet_since, at)
        taken = [(a, min(b, at)) for a, b in self.closed if a < at]
        self.closed = [(max(a, at), b) for a, b in self.closed if b > at]
        return taken


class SectionCutter:
    """Takes the decoded stream block by block and yields sections as soon as they can be cut."""

    def __init__(self, voice: VoiceDetector | None = None) -> None:
        self._voice = voice or VoiceDetector()
        self._tracker = _Tracker()
        self._waiting = np.zeros(0, np.float32)
        self._audio = np.zeros(0, np.float32)
        self._probabilities = np.zeros(0, np.float32)
        self._start = 0
        self._index = 0

    @property
    def seconds(self) -> float:
        """Length of what was fed so far."""
        return (self._start + len(self._audio) + len(self._waiting)) / SAMPLE_RATE

    def feed(self, block: Samples) -> Iterator[CutSection]:
        """Add a block; yields the sections that are complete now."""
        waiting = np.concatenate((self._waiting, block))
        while len(waiting) >= _STEP:
            step, waiting = waiting[:_STEP], waiting[_STEP:]
            self._waiting = waiting
            self._add(step)
            while (at := self._cut_point()) is not None:
                yield self._cut(at)
        self._waiting = waiting.copy()

    def finish(self) -> Iterator[CutSection]:
        """The stream has ended; yields what is left."""
        self._add(self._waiting)
        self._waiting = self._waiting[:0]
        end = self._start + len(self._audio)
        self._note(self._voice.finish())
        while (at := self._cut_point()) is not None and at < end:
            yield self._cut(at)
        if end > self._start:
            yield self._cut(end)

    def _add(self, step: Samples) -> None:
        self._audio = np.concatenate((self._audio, step))
        self._note(self._voice.feed(step))

    def _note(self, probabilities: Samples) -> None:
        self._tracker.feed(probabilities)
        self._probabilities = np.concatenate((self._probabilities, probabilities))

    def _cut_point(self) -> int | None:
        """The sample to cut at, or None while it is better to wait for more audio."""
        least, most = _FIRST_LENGTH if self._index == 0 else _LENGTH
        low = self._start + int(least * SAMPLE_RATE)
        high = self._start + int(most * SAMPLE_RATE)
        silences = self._silences(low, high)
        for silence in silences:
            if _length(silence) >= _LONG_SILENCE:
                return _middle(silence)
        if self._tracker.position < high:
            return None
        if silences:
            return _middle(max(silences, key=self._worth))
        return self._quietest(low + (high - low) * 3 // 4, high)

    def _silences(self, low: int, high: int) -> list[tuple[int, int]]:
        """The silences of the section, clipped to low..high, in order."""
        edges = [self._start]
        for begin, end in self._tracker.closed:
            edges += [begin, end]
        open_span = self._tracker.begun
        edges.append(self._tracker.position if open_span is None else open_span)
        clipped = [
            (max(a, low), min(b, high)) for a, b in zip(edges[::2], edges[1::2], strict=True)
        ]
        return [(a, b) for a, b in clipped if b - a >= _MIN_SILENCE]

    def _worth(self, silence: tuple[int, int]) -> float:
        """Long silences end sentences; well filled chunks of 30 s waste no work of the model."""
        at = _middle(silence)
        speech = sum(min(b, at) - a for a, b in self._tracker.closed if a < at) / SAMPLE_RATE
        chunks = max(1, -(-speech // _CHUNK))
        return min(_length(silence), _USEFUL_SILENCE) / _USEFUL_SILENCE + 0.7 * speech / (
            chunks * _CHUNK
        )

    def _quietest(self, low: int, high: int) -> int:
        """Where speech is least likely between two samples, over a third of a second."""
        first = (low - self._start) // WINDOW
        values = self._probabilities[first : (high - self._start) // WINDOW]
        smooth = np.convolve(values, np.ones(11, np.float32) / 11, mode="valid")
        return low // WINDOW * WINDOW + (int(np.argmin(smooth)) + 5) * WINDOW

    def _cut(self, at: int) -> CutSection:
        end = min(at, self._start + len(self._audio))
        spans = [piece for span in self._tracker.split(end) for piece in self._shortened(*span)]
        section = CutSection(
            index=self._index,
            start=self._start,
            audio=self._audio[: end - self._start],
            spans=tuple(Span(a / SAMPLE_RATE, b / SAMPLE_RATE) for a, b in spans),
        )
        self._audio = self._audio[end - self._start :].copy()
        self._probabilities = self._probabilities[(end - self._start) // WINDOW :]
        self._start = end
        self._index += 1
        return section

    def _shortened(self, begin: int, end: int) -> list[tuple[int, int]]:
        """Divide speech without a pause where it is quietest, so that each part fits a chunk."""
        length = end - begin
        if length <= _CHUNK * SAMPLE_RATE:
            return [(begin, end)]
        at = self._quietest(begin + length // 4, begin + length * 3 // 4)
        return self._shortened(begin, at) + self._shortened(at, end)


def _length(silence: tuple[int, int]) -> float:
    return (silence[1] - silence[0]) / SAMPLE_RATE


def _middle(silence: tuple[int, int]) -> int:
    """The middle of a silence, on a window's edge."""
    return (silence[0] + silence[1]) // 2 // WINDOW * WINDOW
