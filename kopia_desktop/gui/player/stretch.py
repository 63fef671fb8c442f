"""The stretch of a recording that a view shows: from seconds to pixels and back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

SHORTEST = 2.0
"""Seconds that are shown at least."""

_STEPS = (0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Seconds ``start`` to ``end`` of a recording of ``duration`` seconds; time runs rightwards."""

    start: float
    end: float
    duration: float

    @classmethod
    def whole(cls, duration: float) -> Stretch:
        return cls(0.0, duration, duration)

    @property
    def length(self) -> float:
        return self.end - self.start

    def is_whole(self) -> bool:
        return self.length >= self.duration - 1e-6

    def x(self, seconds: float, width: float) -> float:
        """Where a time lies in a view of ``width`` pixels; may be outside."""
        return (seconds - self.start) / self.length * width if self.length > 0 else 0.0

    def seconds(self, x: float, width: float) -> float:
        """The time at a pixel, within the recording."""
        place = self.start + x / max(width, 1.0) * self.length
        return min(max(place, 0.0), self.duration)

    def moved(self, seconds: float) -> Stretch:
        """As long, later by ``seconds``, as far as the recording goes."""
        start = min(max(self.start + seconds, 0.0), max(self.duration - self.length, 0.0))
        return replace(self, start=start, end=start + self.length)

    def zoomed(self, factor: float, around: float) -> Stretch:
        """``factor`` times as long; the time ``around`` stays where it is."""
        length = min(max(self.length * factor, min(SHORTEST, self.duration)), self.duration)
        share = (around - self.start) / self.length if self.length > 0 else 0.0
        start = min(max(around - share * length, 0.0), max(self.duration - length, 0.0))
        return replace(self, start=start, end=start + length)

    def around(self, seconds: float, length: float, lead: float) -> Stretch:
        """``length`` seconds, of which ``seconds`` is the share ``lead`` from the start."""
        kept = min(length, self.duration)
        return replace(self, start=0.0, end=kept).moved(seconds - lead * kept)

    def ticks(self, width: float, distance: float) -> Iterator[float]:
        """Round times to be written below, at least ``distance`` pixels apart."""
        if self.length <= 0 or width <= 0:
            return
        least = distance / width * self.length
        step = next((each for each in _STEPS if each >= least), 2 * _STEPS[-1])
        number = int(self.start / step)
        while (place := number * step) < self.end:
            if place >= self.start:
                yield place
            number += 1
