"""A folder that appears at once and whole, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import TracebackType

from kopia_desktop.core.disk import sync_folder


class FolderSwap:
    """Fill ``part``, a hidden folder beside the target; it is renamed by ``put_in_place``.

    On the way out of the ``with`` what was not put in place is removed. What a killed process left
    goes with the next folder of that name.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self.part = target.with_name(f".{target.name}.part")
        self.old = target.with_name(f".{target.name}.old")

    def __enter__(self) -> FolderSwap:
        """Raises OSError."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        self._restore()
        shutil.rmtree(self.part, ignore_errors=True)
        try:
            self.part.mkdir()
        except FileExistsError:  # a file, or what could not be removed
            self.part.unlink()
            self.part.mkdir()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self.part, ignore_errors=True)

    def put_in_place(self) -> Path:
        """Rename the part to the target; a folder that stood there is removed. Raises OSError."""
        for folder in (self.part, *(path for path in self.part.rglob("*") if path.is_dir())):
            sync_folder(folder)
        if self.target.exists():
            self.target.rename(self.old)
        try:
            self.part.rename(self.target)
        except OSError:
            if self.old.exists():
                self.old.rename(self.target)
            raise
        sync_folder(self.target.parent)
        shutil.rmtree(self.old, ignore_errors=True)
        return self.target

    def _restore(self) -> None:
        """A process that died between the two renames left the old folder only."""
        if self.old.exists():
            if self.target.exists():
                shutil.rmtree(self.old, ignore_errors=True)
            else:
                self.old.rename(self.target)
