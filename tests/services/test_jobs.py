"""Jobs: each change is on disk, then told; deleting takes what is ours and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import JobNotFound, StateConflict
from kopia_desktop.core.events import Event, JobAdded, JobChanged, JobDeleted
from kopia_desktop.core.job import Job, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.store.jobs import JobQuery, JobStore


@pytest.fixture
def job(intake: IntakeService, recording: Path, options: JobOptions) -> Job:
    return intake.add(recording, options)


def test_stopped_and_run_again(jobs: JobService, job: Job, events: list[Event]) -> None:
    assert jobs.cancel(job.id).was_cancelled()
    with pytest.raises(StateConflict):
        jobs.cancel(job.id)
    assert jobs.retry(job.id).status is JobStatus.QUEUED
    with pytest.raises(StateConflict):
        jobs.retry(job.id)
    assert jobs.set_paused(job.id, paused=True).paused
    assert jobs.get(job.id).paused
    assert events == [JobAdded(job.id), *[JobChanged(job.id)] * 3]


def test_the_list(jobs: JobService, job: Job) -> None:
    page = jobs.page(JobQuery())
    assert (page.jobs, page.total) == ((job,), 1)


def test_deleting_leaves_the_persons_file(
    jobs: JobService,
    job: Job,
    recording: Path,
    data_folder: DataFolder,
    events: list[Event],
    complete: Callable[..., Job],
) -> None:
    complete(job)
    data_folder.sections(job.id).mkdir(parents=True)
    (data_folder.sections(job.id) / "000000.flac").write_bytes(b"voice")
    data_folder.peaks(job.id).parent.mkdir()
    data_folder.peaks(job.id).write_bytes(b"peaks")
    jobs.delete(job.id)
    assert events[-1] == JobDeleted(job.id)
    assert recording.is_file()
    assert not data_folder.sections(job.id).exists()
    assert not data_folder.peaks(job.id).exists()
    with pytest.raises(JobNotFound):
        jobs.delete(job.id)
    with pytest.raises(JobNotFound):
        jobs.get(job.id)


def test_deleting_takes_what_was_uploaded(
    jobs: JobService, store: JobStore, data_folder: DataFolder
) -> None:
    data_folder.uploads.mkdir()
    uploaded = data_folder.uploads / "upload.mp3"
    uploaded.write_bytes(b"x" * 10)
    media = MediaFile(str(uploaded), "talk.mp3", 10, 1, owned=True)
    job = store.add(options=JobOptions(), media=media)
    jobs.delete(job.id)
    assert not uploaded.exists()
    assert data_folder.uploads.is_dir()


def test_deleting_a_job_whose_files_are_gone(jobs: JobService, job: Job, recording: Path) -> None:
    recording.unlink()
    jobs.delete(job.id)
    assert jobs.page(JobQuery()).total == 0
