"""One engine a data folder: an operating-system lock that a crash cannot leave behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kopia_desktop.core.errors import DataFolderBusy, unusable


class EngineLock:
    """Held from ``acquire`` until ``release`` or the end of the process, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Raises DataFolderBusy when another process holds it, DataFolderUnusable, DiskFull."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise unusable(self._path.parent, error) from error
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise DataFolderBusy(
                f"Another Kopia Desktop already works in {self._path.parent}.",
                hint="Use that one, or give another folder with --data-dir.",
            ) from error
        self._descriptor = descriptor

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
