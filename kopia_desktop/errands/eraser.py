"""After a deletion: the job's files go, then what is left of its words in the database's files.

The deletion itself (one transaction) notes what is to be erased; a crash at any line here leaves
the note, and the next run begins again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kopia_desktop.core.errors import JobNotFound
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.store.database import Database
from kopia_desktop.store.erasures import Erasure, ErasureStore
from kopia_desktop.store.gaps import Gaps
from kopia_desktop.store.jobs import JobStore

_BATCH = 500
"""Files that are looked up at once."""


class Eraser:
    """Erases for one data folder. Its methods block and belong to one thread at a time."""

    def __init__(self, data: DataFolder, database: Database) -> None:
        """Built before anything writes to the data folder: ``sweep`` spares what is newer."""
        self._data = data
        self._database = database
        self._erasures = ErasureStore(database)
        self._jobs = JobStore(database)
        self._gaps = Gaps(data.database, backups=data.backups)
        self._began = datetime.now(UTC)

    def run_once(self) -> bool:
        """Erase what is noted. True when nothing is left, False to be called again in a second.

        Raises StoreError, DiskFull, DataFolderUnusable; the notes stay.
        """
        pending = self._erasures.pending()
        now = datetime.now(UTC)
        # Settled first, then removed: nothing comes after these files.
        settled = [erasure for erasure in pending if erasure.is_settled(now)]
        removed = [erasure for erasure in pending if erasure.remove_files(self._data)]
        unerased = [erasure for erasure in pending if not erasure.erased]
        if unerased and not self._erase_text(unerased):
            return False
        for erasure in settled:
            if erasure in removed:
                self._erasures.done(erasure.job_id)
        return not self._erasures.pending()

    def sweep(self) -> tuple[str, ...]:
        """At start: remove what no job refers to, and the jobs that only answered one request.

        Returns the ids of those jobs. Files of this run are left alone: their jobs may be about to
        be written.
        """
        left = self._erasures.left_transient(self._began)
        for job_id in left:
            with contextlib.suppress(JobNotFound):
                self._jobs.delete(job_id)
        self._sweep_folder(self._data.uploads, (".part", ".media"), self._erasures.needed_uploads)
        self._sweep_folder(self._data.all_peaks, (".part", ".peaks"), self._jobs.existing)
        return left

    def _erase_text(self, erasures: Sequence[Erasure]) -> bool:
        """From search index, free pages, log, gaps and backups; False if others were in the way."""
        # Asked first and without patience: to wait for a long reader would hold up all writers.
        if not self._gaps.empty_log():
            return False
        if not (self._database.erase_remains() and self._gaps.wipe() and self._remove_backups()):
            return False
        self._erasures.text_is_erased(erasures)
        return True

    def _remove_backups(self) -> bool:
        """Copies from before a migration hold the text too: privacy before the safety net."""
        copies = list(self._data.backups.glob(f"{self._data.database.stem}-*"))
        for copy in copies:
            with contextlib.suppress(OSError):
                copy.unlink(missing_ok=True)
        return not any(copy.exists() for copy in copies)

    def _sweep_folder(
        self,
        folder: Path,
        suffixes: Sequence[str],
        needed: Callable[[Sequence[str]], frozenset[str]],
    ) -> None:
        """Remove old files named by a job's id and one of the suffixes that are not needed."""
        found = folder.iterdir() if folder.is_dir() else ()
        ours = [path for path in found if path.name.startswith("job_") and path.suffix in suffixes]
        for first in range(0, len(ours), _BATCH):
            batch = ours[first : first + _BATCH]
            kept = needed([path.name for path in batch])
            for path in batch:
                with contextlib.suppress(OSError):
                    if path.name not in kept and path.stat().st_mtime < self._began.timestamp():
                        path.unlink()
