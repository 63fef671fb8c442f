"""Segments as a waveform shows them: where speech is, what is doubtful, who borders on whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from operator import attrgetter

from kopia_desktop.core.doubts import is_doubtful_as_whole
from kopia_desktop.core.transcript import Segment

SHORTEST = 0.1
"""Seconds a segment keeps at least when its edges are moved."""

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Bands:
    """All segments by start; looking one up takes the same time in an hour as in a day."""

    all: tuple[Segment, ...] = ()
    _starts: list[float] = field(default_factory=list, repr=False)
    _ends: list[float] = field(default_factory=list, repr=False)

    @classmethod
    def of(cls, segments: Sequence[Segment]) -> Bands:
        """In milliseconds for 20,000: it is done ten times a second while the engine works."""
        in_order = sorted(segments, key=_start)
        # Segments may overlap a little: the latest end so far keeps the list sorted.
        ends = list(accumulate((segment.end for segment in in_order), max))
        return cls(tuple(in_order), [segment.start for segment in in_order], ends)

    def doubtful(self) -> Bands:
        """Only those that are doubtful as a whole."""
        return Bands.of([segment for segment in self.all if is_doubtful_as_whole(segment)])

    def of_id(self, segment_id: int) -> Segment | None:
        return next((each for each in self.all if each.id == segment_id), None)

    def at(self, seconds: float) -> Segment | None:
        """The segment that is heard at a time."""
        index = bisect_right(self._starts, seconds) - 1
        return self.all[index] if index >= 0 and self.all[index].end > seconds else None

    def from_(self, seconds: float) -> Segment | None:
        """The segment at a time, else the next one."""
        found = self.at(seconds)
        index = bisect_left(self._starts, seconds)
        return found or (self.all[index] if index < len(self.all) else None)

    def before(self, seconds: float) -> Segment | None:
        """The last segment that starts before a time."""
        index = bisect_left(self._starts, seconds) - 1
        return self.all[index] if index >= 0 else None

    def after(self, seconds: float) -> Segment | None:
        """The first segment that starts after a time."""
        index = bisect_right(self._starts, seconds)
        return self.all[index] if index < len(self.all) else None

    def between(self, start: float, end: float) -> Sequence[Segment]:
        """Those that are heard in a stretch."""
        return self.all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]

    def count(self, start: float, end: float) -> int:
        """How many are heard in a stretch."""
        return max(bisect_left(self._starts, end) - bisect_right(self._ends, start), 0)

    def runs(self, start: float, end: float, columns: int) -> list[tuple[int, int]]:
        """First column and count of columns where anything is heard: for many small segments."""
        found: list[tuple[int, int]] = []
        step = (end - start) / max(columns, 1)
        begun: int | None = None
        for column in range(columns):
            left = start + column * step
            heard = bisect_right(self._ends, left) < bisect_left(self._starts, left + step)
            if heard and begun is None:
                begun = column
            elif not heard and begun is not None:
                found.append((begun, column - begun))
                begun = None
        if begun is not None:
            found.append((begun, columns - begun))
        return found

    def room(self, segment: Segment, duration: float) -> tuple[float, float]:
        """How far a segment may reach: to its neighbours, or the ends of the recording."""
        index = bisect_left(self._starts, segment.start)
        while self.all[index].id != segment.id:
            index += 1
        low = self.all[index - 1].end if index else 0.0
        high = (
            self.all[index + 1].start if index + 1 < len(self.all) else max(duration, segment.end)
        )
        return min(low, segment.start), max(high, segment.end)

    def with_edges(self, segment_id: int, start: float, end: float) -> Bands:
        """The same with other times for one."""
        return Bands.of(
            [
                replace(each, start=start, end=end) if each.id == segment_id else each
                for each in self.all
            ]
        )
