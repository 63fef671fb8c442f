"""The end of a log file, as records with their level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from kopia_desktop.core import log

LOGS = ("engine.log", "worker.log", "access.log")
"""The files of the log folder that are written now."""

_BYTES = 256 << 10
"""How much of the end is read."""

_HEAD = re.compile(r"\d{4}-\d\d-\d\d [\d:,]+ (?:\w+ )?\d+ (DEBUG|INFO|WARNING|ERROR|CRITICAL) ")


class Level(IntEnum):
    """How grave a record is; lines without a level of their own are part of the one above."""

    INFO = 0
    WARNING = 1
    ERROR = 2


_LEVELS = {
    "DEBUG": Level.INFO,
    "INFO": Level.INFO,
    "WARNING": Level.WARNING,
    "ERROR": Level.ERROR,
    "CRITICAL": Level.ERROR,
}


@dataclass(frozen=True, slots=True)
class LogTail:
    """Lines with their levels; ``is_cut`` says that the file begins earlier."""

    lines: tuple[tuple[Level, str], ...]
    is_cut: bool

    def at_least(self, level: Level) -> str:
        """The lines of that level or graver."""
        return "\n".join(text for found, text in self.lines if found >= level)


def read_tail(path: Path) -> LogTail:
    """The last 256 KiB; a file that is not there (yet) has no lines."""
    try:
        lines, is_cut = log.tail(path, _BYTES)
    except OSError:
        return LogTail((), is_cut=False)
    level = Level.INFO
    found: list[tuple[Level, str]] = []
    for line in lines:
        head = _HEAD.match(line)
        level = _LEVELS[head[1]] if head else level
        found.append((level, line))
    return LogTail(tuple(found), is_cut=is_cut)
