"""What is done with filler words while reading."""

from __future__ import annotations

from enum import StrEnum


class FillerMode(StrEnum):
    """How um, uh and the like are shown; while a line is edited they always are."""

    SHOWN = "shown"
    STRUCK = "struck"
    HIDDEN = "hidden"
