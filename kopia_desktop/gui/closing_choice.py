"""What a person may want when the window closes while recordings are being transcribed."""

from __future__ import annotations

from enum import Enum, auto


class Closing(Enum):
    """What a person wants."""

    QUIT = auto()
    BACKGROUND = auto()
    STAY = auto()
