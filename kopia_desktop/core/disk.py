"""What has to hold on the disk after a power cut, and the end of a folder that a person may have
linked.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import IO, Any


def flush(file: IO[Any]) -> None:
    """Bring a written file to the disk. Raises OSError."""
    file.flush()
    os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make new names in a folder durable where the system can (Windows cannot open folders)."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def remove_folder(folder: Path) -> None:
    """Remove it with all that is in it; of a person's own link to one elsewhere only the link.

    Raises OSError.
    """
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder)
