"""How a job's files stand together."""

from __future__ import annotations

from pathlib import Path

from kopia_desktop.core.export import Export, ExportState, ExportStatus
from kopia_desktop.core.job import JobError

DUE, DONE, FAILED = ExportStatus.DUE, ExportStatus.DONE, ExportStatus.FAILED
ERROR = JobError("folder_not_writable", "It refuses.", "Choose another folder.")


def export(status: ExportStatus, *paths: str, error: JobError | None = None) -> Export:
    return Export(1, "job_1", None, ("srt",), "", status, tuple(map(Path, paths)), error)


def test_nothing_wished_is_no_state() -> None:
    assert ExportState.of(()) is None


def test_one_that_failed_is_what_counts() -> None:
    done, due = export(DONE, "/a.srt"), export(DUE)
    failed = export(FAILED, "/b.srt", error=ERROR)
    assert ExportState.of((done,)) == ExportState(DONE, (Path("/a.srt"),))
    assert ExportState.of((done, due)) == ExportState(DUE, (Path("/a.srt"),))
    assert ExportState.of((done, due, failed)) == ExportState(
        FAILED, (Path("/a.srt"), Path("/b.srt")), ERROR
    )
