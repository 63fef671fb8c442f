"""Files that the program writes by itself when a transcript is complete, as a job wished."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kopia_desktop.core.job import JobError


class ExportStatus(StrEnum):
    DUE = "due"  # to be written
    DONE = "done"
    FAILED = "failed"  # until a person says where else, or to try again


@dataclass(frozen=True, slots=True)
class Export:
    """The files of a transcript, or of the translation ``translation_id``.

    ``folder`` is empty for "beside the recording", ``paths`` are those that were written.
    """

    id: int
    job_id: str
    translation_id: str | None
    formats: tuple[str, ...]
    folder: str
    status: ExportStatus
    paths: tuple[Path, ...] = ()
    error: JobError | None = None


@dataclass(frozen=True, slots=True)
class ExportState:
    """How the files of a job stand, those of its translations included.

    ``error`` is the first one; failed as soon as one is, due while one is to come.
    """

    status: ExportStatus
    paths: tuple[Path, ...] = ()
    error: JobError | None = None

    @classmethod
    def of(cls, exports: tuple[Export, ...]) -> ExportState | None:
        """None where nothing was wished."""
        if not exports:
            return None
        found = {export.status for export in exports}
        worst_first = (ExportStatus.FAILED, ExportStatus.DUE, ExportStatus.DONE)
        return cls(
            next(status for status in worst_first if status in found),
            tuple(path for export in exports for path in export.paths),
            next((export.error for export in exports if export.error is not None), None),
        )
