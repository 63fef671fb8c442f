"""The log files of a data folder: what the engine did, by ids. No transcript text, no key."""

from __future__ import annotations

import contextlib
import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

ACCESS = "kopia_desktop.api.access"
"""The logger of the API's requests."""

_BYTES = 2_000_000
_KEPT = 3


def tail(path: Path, most: int) -> tuple[list[str], bool]:
    """The lines in the last ``most`` bytes of a log, and whether others were before them.

    A line that was cut is left out. Raises OSError.
    """
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        start = file.seek(max(size - most, 0))
        text = file.read(most).decode("utf-8", "replace")
    return text.splitlines()[1 if start else 0 :], start > 0


class EngineLog:
    """Writes the program's own messages to ``engine.log`` while it is open.

    Requests of the API go to ``access.log``: clients that ask often would push everything else out.

    The children write ``worker.log`` beside it; several processes cannot rotate one file, so that
    one is put aside here, when no child runs yet.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: list[tuple[logging.Logger, logging.Handler]] = []

    def open(self) -> None:
        """Begin; a folder that cannot be written costs the log and nothing else."""
        self._put_aside(self._folder / "worker.log")
        engine = self._handler(logging.getLogger("kopia_desktop"), "engine.log")
        engine.addFilter(lambda record: record.name != ACCESS)
        self._handler(logging.getLogger(ACCESS), "access.log")

    def close(self) -> None:
        for logger, handler in self._open:
            logger.removeHandler(handler)
            handler.close()
        self._open.clear()

    def _handler(self, logger: logging.Logger, name: str) -> logging.Handler:
        handler = _Handler(
            self._folder / name,
            maxBytes=_BYTES,
            backupCount=_KEPT,
            encoding="utf-8",
            delay=True,
        )
        handler.setFormatter(
            logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")
        )
        logger.setLevel(logging.INFO)
        logger.addHandler(handler)
        self._open.append((logger, handler))
        return handler

    @staticmethod
    def _put_aside(path: Path) -> None:
        with contextlib.suppress(OSError):
            if path.stat().st_size > _BYTES:
                path.replace(path.with_suffix(".1.log"))


class _Handler(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is said once, by the command, and not with a traceback a message."""
