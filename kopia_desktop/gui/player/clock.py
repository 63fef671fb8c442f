"""Where playing is, between two reports of a player that reports rarely."""

from __future__ import annotations

import time
from collections.abc import Callable

_JUMP = 0.12
"""Seconds of difference that are a jump; smaller ones are corrected bit by bit."""

_SHARE = 0.25
"""How much of a small difference each report corrects."""

_PATIENCE = 0.25
"""Seconds without a report after which playing has stalled."""


class PlayClock:
    """Runs on from the last report at the speed of playing; never back by a correction."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._moving = False
        self._speed = 1.0
        self._place = self._shown = 0.0
        self._at = now()

    def hold(self, seconds: float) -> None:
        """Stand at a place until the next report."""
        self._moving = False
        self._place = self._shown = seconds

    def report(self, seconds: float, speed: float) -> None:
        """The player is here, and goes on at ``speed``."""
        place = seconds
        if self._moving:
            guess = self._guess()
            if abs(seconds - guess) < _JUMP:
                place = guess + _SHARE * (seconds - guess)
            else:
                self._shown = seconds
        elif seconds >= self._place - _JUMP:
            place = max(seconds, self._place)
        else:
            self._shown = seconds
        self._moving, self._place, self._speed, self._at = True, place, speed, self._now()

    def read(self) -> float:
        """Seconds on the media's own clock."""
        if self._moving:
            self._shown = max(self._shown, self._guess())
        return self._shown

    def _guess(self) -> float:
        return self._place + min(self._now() - self._at, _PATIENCE) * self._speed
