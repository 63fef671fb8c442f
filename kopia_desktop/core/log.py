"""The log files of a data folder: what the engine did, by ids. No transcript text, no key."""

from __future__ import annotations

import contextlib
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES = 2_000_000
_KEPT = 3


class EngineLog:
    """Writes the program's own messages to ``engine.log`` while it is open.

    The children write ``worker.log`` beside it; several processes cannot rotate one file, so that
    one is put aside here, when no child runs yet.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handler: logging.Handler | None = None

    def open(self) -> None:
        """Begin; a folder that cannot be written costs the log and nothing else."""
        self._put_aside(self._folder / "worker.log")
        handler = _Handler(
            self._folder / "engine.log",
            maxBytes=_BYTES,
            backupCount=_KEPT,
            encoding="utf-8",
            delay=True,
        )
        handler.setFormatter(
            logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s")
        )
        logger = logging.getLogger("kopia_desktop")
        logger.setLevel(logging.INFO)
        logger.addHandler(handler)
        self._handler = handler

    def close(self) -> None:
        if self._handler is not None:
            logging.getLogger("kopia_desktop").removeHandler(self._handler)
            self._handler.close()
            self._handler = None

    @staticmethod
    def _put_aside(path: Path) -> None:
        with contextlib.suppress(OSError):
            if path.stat().st_size > _BYTES:
                path.replace(path.with_suffix(".1.log"))


class _Handler(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """A full disk is said once, by the command, and not with a traceback a message."""
