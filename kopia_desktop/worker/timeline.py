"""The media's clock: where on the true timeline each decoded sound belongs.

Containers stamp sounds with times that jitter (Matroska and FLV count whole milliseconds, AVI whole
frames), drift, jump over gaps, run backwards where files were joined, and are nonsense where bits
are damaged. What is heard is never thrown away for a doubtful time: only a short overlap is cut.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

TOLERANCE = 0.05
"""Seconds a stamp may differ from where the sound before it ended, before it is believed."""

_OVERLAP = (
    1.0  # seconds of sound at most that are cut for being there already; more is a clock set back
)
_DOUBTFUL = 1.0  # seconds of a jump that one sound alone cannot prove
_CUT_ONCE, _CUT_SHARE = 1.0, 0.02  # seconds, and share of what was heard, that overlaps may cost
_SLACK = 5.0  # seconds a sound may lie behind the duration its container claims
_GAP = 3600.0  # seconds of silence believed in a container that does not know its duration


@dataclass(frozen=True, slots=True)
class Sound:
    """A decoded frame: ``samples`` (channels, count) at ``rate``, heard at ``start`` seconds.

    ``start`` is None where the container gives no time: it follows the sound before it.
    """

    start: float | None
    rate: int
    samples: NDArray[np.generic]

    @property
    def duration(self) -> float:
        return int(self.samples.shape[1]) / self.rate

    @property
    def kind(self) -> tuple[int, int, str]:
        """What must be equal for two sounds to be one stretch: rate, channels, type of sample."""
        return self.rate, self.samples.shape[0], self.samples.dtype.str

    def without_first(self, seconds: float) -> Sound:
        return replace(self, samples=self.samples[:, round(seconds * self.rate) :])


class Timeline:
    """Decides how far a sound lies from the end of what was heard before it."""

    def __init__(self, *, duration: float, max_seconds: float) -> None:
        """``duration``: what the container claims (0.0: nothing); no gap reaches behind it."""
        self._duration = duration
        self._max_seconds = max_seconds
        self._cut = 0.0
        self._shift = 0.0
        self._shifts: deque[float] = deque(maxlen=8)

    def step(self, start: float | None, now: float) -> float:
        """Seconds of silence missing before a sound stamped ``start`` (below 0: it overlaps).

        ``now`` is where the sound before it ended. A jump that cannot be is taken as a clock that
        was reset: the sound follows at once, and so does what comes after it.
        """
        if start is None:
            return 0.0
        step = start + self._shift - now
        if abs(step) <= TOLERANCE:
            return 0.0
        if -_DOUBTFUL <= step < 0.0 and self._cut - step <= _CUT_ONCE + _CUT_SHARE * now:
            self._cut -= step
            return step
        if 0.0 < step <= _DOUBTFUL:
            return step
        for shift in self._shifts:
            if abs(start + shift - now) <= _DOUBTFUL:  # back on the clock from before a damage
                self._turn(shift)
                return max(start + shift - now, 0.0)
        if 0.0 < step <= self._longest_gap(now):
            return step
        self._turn(now - start)
        return 0.0

    def _longest_gap(self, now: float) -> float:
        if self._duration and now <= self._duration + _SLACK:
            return min(self._duration + _SLACK, self._max_seconds) - now
        return min(_GAP, self._max_seconds - now)  # no claim, or one that is proven wrong

    def _turn(self, shift: float) -> None:
        self._shifts.appendleft(self._shift)
        self._shift = shift


def settled(sounds: Iterator[Sound]) -> Iterator[Sound]:
    """The sounds, without the stamps that say nothing.

    Those are one that repeats the stamp before it (RealMedia stamps whole groups) and one that
    jumps alone, the sound after it being back in time.
    """
    held: Sound | None = None
    end: float | None = None  # of the sound before the held one
    last: float | None = None
    for read in sounds:
        sound = replace(read, start=None) if read.start == last else read
        last = read.start
        if held is not None:
            held = _without_glitch(held, sound, end)
            yield held
            if held.start is not None:
                end = held.start + held.duration
            elif end is not None:
                end += held.duration
        held = sound
    if held is not None:
        yield held


def _without_glitch(sound: Sound, follower: Sound, end: float | None) -> Sound:
    if end is None or sound.start is None or follower.start is None:
        return sound
    jumps = abs(sound.start - end) > _DOUBTFUL
    returns = abs(follower.start - (end + sound.duration)) <= _DOUBTFUL
    return replace(sound, start=None) if jumps and returns else sound
