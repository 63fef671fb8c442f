"""How fast a recording is recognised, and how long the rest will take."""

from __future__ import annotations

from collections import deque
from itertools import pairwise

_SMOOTHED = 20.0
"""Seconds over which the speed is taken."""

_LEAST = 3.0
"""Seconds between the first and the last step before a speed can be told: children that work side
by side finish in bursts.
"""


class Pace:
    """Takes samples of a job's progress and tells its speed.

    Progress comes in steps, a section each. Only from one step to another is the speed true: before
    the first, a model was loaded, or a part of the section was done already. One is made for each
    run of a job; ``restart`` it after a pause.
    """

    def __init__(self) -> None:
        self._steps: deque[tuple[float, float]] = deque()
        self._done: float | None = None
        self._now = 0.0

    def feed(self, moment: float, done: float) -> None:
        """``done`` seconds of media at a ``moment`` of the monotonic clock.

        Also when nothing changed: a step that is late makes the speed fall.
        """
        if self._done is not None and (done < self._done or moment < self._now):
            self.restart()
        if self._done is not None and done > self._done:
            self._steps.append((moment, done))
            while len(self._steps) > 2 and moment - self._steps[1][0] >= _SMOOTHED:
                self._steps.popleft()
        self._done, self._now = done, moment

    def restart(self) -> None:
        """Forget everything: the work stood still."""
        self._steps.clear()
        self._done = None

    @property
    def speed(self) -> float | None:
        """Seconds of media in a second; None until it can be told."""
        if len(self._steps) < 2:
            return None
        (began, before), (last, after) = self._steps[0], self._steps[-1]
        if last - began < _LEAST:
            return None
        late = max(self._waited - self._longest_step(), 0.0)
        return (after - before) / (last - began + late)

    def seconds_left(self, duration: float) -> float | None:
        """Until ``duration`` seconds of media are done; None until it can be told."""
        speed = self.speed
        if speed is None or self._done is None:
            return None
        left = max(duration - self._done, 0.0) / speed
        # What is done of the steps that are under way is not in the samples yet.
        return max(left - min(self._waited, self._longest_step()), 0.0)

    @property
    def _waited(self) -> float:
        return self._now - self._steps[-1][0]

    def _longest_step(self) -> float:
        moments = [moment for moment, _ in self._steps]
        return max(b - a for a, b in pairwise(moments))
