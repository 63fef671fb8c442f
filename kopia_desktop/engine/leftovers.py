"""Files of a download that nobody wants any more, and halves that a kill has left."""

from __future__ import annotations

import contextlib
import shutil
import time
from pathlib import Path


def size_of(folder: Path) -> int:
    """Bytes of the files in it."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def begun(folder: Path) -> set[Path]:
    """Models whose installation a kill has left half done (worker/folder_swap.py)."""
    if not folder.is_dir():
        return set()
    return {
        folder / path.stem.removeprefix(".")
        for path in folder.iterdir()
        if path.name.startswith(".") and path.suffix in (".part", ".old")
    }


def settle(whole: Path, *, older_than: float = 0.0) -> None:
    """Remove what an installation left beside a model; what it had moved aside comes back."""
    for aside in (whole.with_name(f".{whole.name}.part"), whole.with_name(f".{whole.name}.old")):
        with contextlib.suppress(OSError):
            if time.time() - aside.lstat().st_mtime < older_than:
                continue
            if aside.suffix == ".old" and not whole.exists():
                aside.rename(whole)
            else:
                remove(aside)


def remove(path: Path) -> None:
    """As far as the system lets us; what it does not is tried again at the next start."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()
