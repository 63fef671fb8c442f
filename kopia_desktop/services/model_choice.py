"""Which of Whisper's sizes suits a computer: estimates, for someone who has to choose one.

Parameters are those of OpenAI's model card. Weights in CTranslate2 format take two bytes a
parameter as float16 and one as int8; while they are loaded on a processor both may be in memory.
The speed is scaled from one published measure: faster-whisper's README gives 13 minutes of speech
in 102 s for "small" in int8 at beam 5 on 8 threads (i7-12700K): about real time a core.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_SMALL = 244.0
"""Millions of parameters of the size that was measured."""

_WORK_BYTES = 1 << 30
"""Memory for recognising, beside the weights: activations, the recording's window, the program."""


class Fit(StrEnum):
    """Whether a size can be used on a computer."""

    GOOD = "good"
    TIGHT = "tight"  # it takes more than half of the memory
    TOO_LARGE = "too_large"  # it would take nearly all of it, or more
    UNKNOWN = "unknown"  # the system does not tell how much memory there is


class Pace(StrEnum):
    """How long recognising takes on the processor, beside the recording's length."""

    MUCH_FASTER = "much_faster"  # four times as fast or more
    FASTER = "faster"
    ABOUT_AS_LONG = "about_as_long"
    SLOWER = "slower"


@dataclass(frozen=True, slots=True)
class Computer:
    """``memory`` in bytes; 0 where the system does not tell."""

    cores: int
    memory: int


@dataclass(frozen=True, slots=True)
class ModelSize:
    """One of Whisper's sizes.

    ``millions`` are its parameters, ``effort`` those that the time goes with (a turbo model has the
    large encoder and a small decoder).
    """

    name: str
    millions: int
    effort: float

    @property
    def int8_bytes(self) -> int:
        return self.millions * 1_000_000

    @property
    def float16_bytes(self) -> int:
        return 2 * self.int8_bytes

    @property
    def needed_memory(self) -> int:
        """Bytes while float16 weights are loaded for a processor, which works with int8."""
        return self.float16_bytes + self.int8_bytes + _WORK_BYTES

    def fit(self, computer: Computer) -> Fit:
        if not computer.memory:
            return Fit.UNKNOWN
        share = self.needed_memory / computer.memory
        if share > 0.85:
            return Fit.TOO_LARGE
        return Fit.TIGHT if share > 0.5 else Fit.GOOD

    def pace(self, computer: Computer) -> Pace:
        times = computer.cores * _SMALL / self.effort
        if times >= 4.0:
            return Pace.MUCH_FASTER
        if times >= 1.3:
            return Pace.FASTER
        return Pace.ABOUT_AS_LONG if times >= 0.7 else Pace.SLOWER


SIZES = (
    ModelSize("tiny", 39, 39.0),
    ModelSize("base", 74, 74.0),
    ModelSize("small", 244, _SMALL),
    ModelSize("medium", 769, 769.0),
    ModelSize("large-v3-turbo", 809, 640.0),
    ModelSize("large-v3", 1550, 1550.0),
)
"""From the smallest to the most exact."""


def recommended(computer: Computer) -> ModelSize:
    """The most exact size that fits and is faster than speech; the smallest where none is."""
    suitable = [
        size
        for size in SIZES
        if size.fit(computer) in (Fit.GOOD, Fit.UNKNOWN)
        and size.pace(computer) in (Pace.MUCH_FASTER, Pace.FASTER)
    ]
    return suitable[-1] if suitable else SIZES[0]


def total_memory() -> int:
    """Bytes of the computer's memory; 0 where the system does not tell."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    except (ValueError, OSError):
        return 0


def _windows_memory() -> int:
    """``GlobalMemoryStatusEx``: its structure is 64 bytes long, the total the second field of 8."""
    buffer = (ctypes.c_ulonglong * 8)(64)
    library = getattr(ctypes, "windll", None)
    told = library is not None and library.kernel32.GlobalMemoryStatusEx(ctypes.byref(buffer))
    return int(buffer[1]) if told else 0


def name_for(folder: Path) -> str:
    """A model's name after its folder's, with what a name cannot hold replaced by dashes."""
    return re.sub(r"[^\w.-]+", "-", folder.resolve().name).strip("-.")[:64] or "model"
