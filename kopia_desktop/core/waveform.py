"""The waveform of a recording, as it is stored and as it is drawn.

File: the 8 bytes ``KPEAKS1\\n``, then for each 20 ms two signed bytes, the quietest and the loudest
sample, -127..127. An hour is 360 KB. ``worker/peaks.py`` writes it.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil, floor
from pathlib import Path

MAGIC = b"KPEAKS1\n"
PEAKS_PER_SECOND = 50

_FACTOR = 4
"""Peaks of one level that make one of the next."""

_FEWEST = 1024
"""A level this short needs no coarser one."""

_BLOCK = 1024 * _FACTOR
"""Peaks that are looked at in one go: no other thread runs meanwhile, the window's included."""

_NO_SAMPLE = b"\x80"  # -128

_Level = tuple["array[int]", "array[int]"]


@dataclass(frozen=True, slots=True)
class Waveform:
    """Minima and maxima in levels, each a quarter as long as the one before; empty without any."""

    levels: tuple[_Level, ...] = field(default=(), repr=False)

    @classmethod
    def read(cls, path: Path) -> Waveform:
        """All of a file; a tenth of a second for some hours of sound.

        Raises OSError, and ValueError for a file that is no waveform or a damaged one.
        """
        return cls.of(path.read_bytes())

    @classmethod
    def of(cls, content: bytes) -> Waveform:
        """The content of a file. Raises ValueError."""
        peaks = content[len(MAGIC) :]
        if not content.startswith(MAGIC) or len(peaks) % 2 or _NO_SAMPLE in peaks:
            raise ValueError("not a waveform, or a damaged one")
        if not peaks:
            return cls()
        levels: list[_Level] = [(array("b", peaks[::2]), array("b", peaks[1::2]))]
        while len(levels[-1][0]) > _FEWEST:
            lows, highs = levels[-1]
            levels.append((_coarser(lows, min), _coarser(highs, max)))
        return cls(tuple(levels))

    @property
    def duration(self) -> float:
        """Seconds."""
        return len(self.levels[0][0]) / PEAKS_PER_SECOND if self.levels else 0.0

    def columns(self, start: float, end: float, count: int) -> Sequence[tuple[int, int]]:
        """Minimum and maximum (-127..127) of ``count`` equal parts between two times in seconds.

        (0, 0) where there is no sound: before 0, and behind the end.
        """
        if count <= 0:
            return ()
        if not self.levels or end <= start:
            return [(0, 0)] * count
        width = (end - start) * PEAKS_PER_SECOND / count
        depth, scale = 0, 1
        while depth + 1 < len(self.levels) and scale * _FACTOR <= width:
            depth, scale = depth + 1, scale * _FACTOR
        lows, highs = self.levels[depth]
        first, step, there = start * PEAKS_PER_SECOND / scale, width / scale, len(lows)
        found = []
        left = floor(first)
        for column in range(1, count + 1):
            # A peak on a border belongs to the later column: none is lost, none is seen twice.
            border = first + column * step
            following = floor(border) if column < count else ceil(border)
            right = following if following > left else left + 1
            if right > 0 and left < there:
                begin = left if left > 0 else 0
                found.append((min(lows[begin:right]), max(highs[begin:right])))
            else:
                found.append((0, 0))
            left = following
        return found


def _coarser(level: array[int], choose: Callable[..., int]) -> array[int]:
    """``min`` or ``max`` of each few neighbours."""
    # What is missing at the end is filled with the last one, which changes no minimum or maximum.
    full = level + level[-1:] * (-len(level) % _FACTOR)
    coarse = array("b")
    for begin in range(0, len(full), _BLOCK):
        block = full[begin : begin + _BLOCK]
        coarse.extend(map(choose, *(block[at::_FACTOR] for at in range(_FACTOR))))
    return coarse
