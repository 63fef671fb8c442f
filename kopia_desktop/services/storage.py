"""What the program takes of the disk, and what of it can go. A person's own files are not ours."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kopia_desktop.core.events import EventBus, JobChanged
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.store.jobs import JobStore

_BATCH = 500
"""Jobs that are looked up at once."""


class StoragePart(StrEnum):
    """What ``clean`` can remove, each without a loss of text."""

    BACKUPS = "backups"  # copies of the database from before an update of the program
    LOGS = "logs"  # older ones; those that are written now stay
    MEDIA = "media"  # uploaded or fetched for completed jobs: they cannot be played any more
    LEFTOVERS = "leftovers"  # work of jobs that no longer exist


@dataclass(frozen=True, slots=True)
class StorageSizes:
    """Bytes on the disk; ``free`` is what others may still take of it.

    ``media`` was uploaded or fetched, ``unfinished`` are sections of jobs in work, ``models`` are
    those that were added, translation models included.
    """

    database: int
    media: int
    unfinished: int
    waveforms: int
    models: int
    logs: int
    backups: int
    free: int

    @property
    def total(self) -> int:
        """All that is the program's in the data folder."""
        kept = self.database + self.media + self.unfinished + self.waveforms
        return kept + self.models + self.logs + self.backups


class StorageService:
    """Looks through folders: for a background thread."""

    def __init__(self, jobs: JobStore, data: DataFolder, bus: EventBus) -> None:
        self._jobs = jobs
        self._data = data
        self._bus = bus

    def sizes(self) -> StorageSizes:
        data = self._data
        database = data.database
        return StorageSizes(
            database=sum(
                _size(database.with_name(database.name + ending)) for ending in ("", "-wal", "-shm")
            ),
            media=_size_below(data.uploads),
            unfinished=_size_below(data.all_sections),
            waveforms=_size_below(data.all_peaks),
            models=_size_below(data.models) + _size_below(data.translators),
            logs=_size_below(data.logs),
            backups=_size_below(data.backups),
            free=self.free(),
        )

    def free(self) -> int:
        """Bytes of the data folder's disk that others may still take."""
        return shutil.disk_usage(self._data.root).free

    def clean(self, *parts: StoragePart) -> int:
        """Remove these parts; returns the bytes that came free. What cannot go now is left.

        The engine may work meanwhile: nothing it needs is touched.
        """
        cleaners = {
            StoragePart.BACKUPS: self._clean_backups,
            StoragePart.LOGS: self._clean_logs,
            StoragePart.MEDIA: self._clean_media,
            StoragePart.LEFTOVERS: self._clean_leftovers,
        }
        return sum(cleaners[part]() for part in dict.fromkeys(parts))

    def _clean_backups(self) -> int:
        # One that is just being made ends in .part.
        return _remove(self._data.backups.glob(f"{self._data.database.stem}-*.db"))

    def _clean_logs(self) -> int:
        """Rotated ones: engine.log.1, worker.1.log."""
        found = (*self._data.logs.glob("*.log.[0-9]"), *self._data.logs.glob("*.[0-9].log"))
        return _remove(found)

    def _clean_media(self) -> int:
        freed = 0
        for job_id, name in self._jobs.brought_media().items():
            if not os.path.lexists(name):
                continue
            path = Path(name)
            size = _remove([path]) if self._data.is_upload(path) else 0
            freed += size
            if size:
                self._bus.publish(JobChanged(job_id))
        return freed

    def _clean_leftovers(self) -> int:
        """The engine does this at its start; what it could not remove then goes here."""
        freed = 0
        for folder in (self._data.all_sections, self._data.all_peaks):
            found = [path for path in _listed(folder) if path.name.startswith("job_")]
            for first in range(0, len(found), _BATCH):
                batch = found[first : first + _BATCH]
                kept = self._jobs.existing([path.name for path in batch])
                freed += _remove(path for path in batch if path.name not in kept)
        return freed


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _remove(paths: Iterable[Path]) -> int:
    """Delete files, and folders with all in them; returns the bytes that came free."""
    freed = 0
    for path in paths:
        before = _size_below(path) if path.is_dir() else _size(path)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):  # open in another program on Windows
                path.unlink(missing_ok=True)
        freed += 0 if os.path.lexists(path) else before
    return freed


def _size_below(folder: Path) -> int:
    return sum(_sizes(folder))


def _sizes(folder: str | Path) -> Iterator[int]:
    """Of all files in a folder; links are not followed, what goes meanwhile counts nothing."""
    try:
        entries = os.scandir(folder)
    except OSError:
        return
    with entries:
        for entry in entries:
            with contextlib.suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _sizes(entry.path)
                else:
                    yield entry.stat(follow_symlinks=False).st_size


def _size(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return 0
