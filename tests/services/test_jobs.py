"""Jobs: each change is on disk, then told; deleting takes what is ours and nothing else."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import JobNotFound, MediaChanged, MediaNotFound, StateConflict
from kopia_desktop.core.events import Event, JobAdded, JobChanged, JobDeleted
from kopia_desktop.core.export import ExportState, ExportStatus
from kopia_desktop.core.job import (
    ExportWish,
    Job,
    JobError,
    JobOptions,
    JobStatus,
    MediaFile,
    MediaState,
)
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
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


# The whole list


def test_all_that_match_and_where_one_is(
    jobs: JobService, intake: IntakeService, recording: Path, options: JobOptions
) -> None:
    made = [intake.add(recording, options).id for _ in range(3)]
    jobs.cancel(made[1])
    failed = JobQuery(statuses=(JobStatus.FAILED,))
    assert jobs.ids(JobQuery(limit=1)) == tuple(reversed(made))
    assert jobs.ids(failed) == (made[1],)
    assert (jobs.position(made[0], JobQuery()), jobs.position(made[0], failed)) == (2, None)
    assert jobs.position("job_none", JobQuery()) is None
    assert jobs.counts()[JobStatus.FAILED] == 1
    jobs.set_paused(made[0], paused=True)
    active = jobs.active_counts()
    assert (active.queued, active.paused, active.working) == (1, 1, 1)


def test_many_are_deleted(
    jobs: JobService,
    intake: IntakeService,
    recording: Path,
    options: JobOptions,
    data_folder: DataFolder,
    events: list[Event],
) -> None:
    made = [intake.add(recording, options).id for _ in range(120)]
    data_folder.sections(made[7]).mkdir(parents=True)
    del events[:]
    jobs.delete_many([*made[:110], "job_none", made[0]])
    assert events == [JobDeleted(job_id) for job_id in made[:110]]
    assert set(jobs.ids(JobQuery())) == set(made[110:])
    assert not data_folder.sections(made[7]).exists()
    assert recording.is_file()


# Files that were written by themselves


def test_how_the_files_of_a_job_stand(
    jobs: JobService,
    intake: IntakeService,
    database: Database,
    recording: Path,
    complete: Callable[..., Job],
    events: list[Event],
    tmp_path: Path,
) -> None:
    job = intake.add(recording, JobOptions("en", export=ExportWish(("srt",))))
    assert jobs.export_state(job.id) is None
    with pytest.raises(StateConflict):
        jobs.retry_export(job.id)
    complete(job)
    assert jobs.export_state(job.id) == ExportState(ExportStatus.DUE)
    due = ExportStore(database).next_due()
    assert due is not None
    error = JobError("folder_not_writable", "It refuses.", "Choose another folder.")
    ExportStore(database).fail(due.id, error)
    assert jobs.export_state(job.id) == ExportState(ExportStatus.FAILED, (), error)
    assert jobs.retry_export(job.id, tmp_path) == ExportState(ExportStatus.DUE)
    assert events[-1] == JobChanged(job.id)
    due = ExportStore(database).next_due()
    assert due is not None
    assert due.folder == str(tmp_path)
    with pytest.raises(JobNotFound):
        jobs.export_state("job_none")


# Media that moved


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    return tmp_path / "other drive" / "renamed.wav"


@pytest.fixture
def moved(
    store: JobStore,
    database: Database,
    intake: IntakeService,
    recording: Path,
    options: JobOptions,
    complete: Callable[..., Job],
    elsewhere: Path,
) -> Job:
    """A completed job whose recording lies elsewhere now."""
    job = complete(intake.add(recording, options))
    hashed = hashlib.sha256(recording.read_bytes()).hexdigest()
    with database.transaction() as db:
        db.execute_sql("UPDATE jobs SET media_sha256 = ?", (hashed,))  # type: ignore[no-untyped-call]
    elsewhere.parent.mkdir()
    shutil.move(recording, elsewhere)
    return store.get(job.id)


def state_of(job: Job) -> MediaState:
    assert job.media is not None
    return job.media.state()


def test_media_that_moved_is_missed_and_found(
    jobs: JobService, moved: Job, elsewhere: Path, events: list[Event]
) -> None:
    assert state_of(jobs.get(moved.id)) is MediaState.MISSING
    found = jobs.locate_media(moved.id, elsewhere)
    assert events[-1] == JobChanged(moved.id)
    assert found.media is not None
    assert (found.media.path, found.title) == (str(elsewhere), "My talk.wav")
    assert state_of(jobs.get(moved.id)) is MediaState.PRESENT
    os.utime(elsewhere, (1, 1))
    assert state_of(jobs.get(moved.id)) is MediaState.CHANGED


def test_a_copy_with_another_time_is_known_by_its_hash(
    jobs: JobService, moved: Job, elsewhere: Path
) -> None:
    os.utime(elsewhere, (1, 1))
    jobs.locate_media(moved.id, elsewhere)
    assert state_of(jobs.get(moved.id)) is MediaState.PRESENT


@pytest.mark.parametrize("content", [b"FFIR" * 100, b"RIFF" * 101])
def test_another_file_is_taken_only_when_said_so(
    jobs: JobService, moved: Job, elsewhere: Path, content: bytes, store: JobStore
) -> None:
    elsewhere.write_bytes(content)
    with pytest.raises(MediaChanged, match=r"renamed\.wav is not the file"):
        jobs.locate_media(moved.id, elsewhere)
    assert store.get(moved.id) == moved
    taken = jobs.replace_media(moved.id, elsewhere)
    assert (taken.title, taken.media_sha256) == ("My talk.wav", None)
    assert state_of(jobs.get(moved.id)) is MediaState.PRESENT


def test_what_is_no_file_is_not_taken(jobs: JobService, moved: Job, tmp_path: Path) -> None:
    with pytest.raises(MediaNotFound):
        jobs.locate_media(moved.id, tmp_path / "none.wav")
    with pytest.raises(JobNotFound):
        jobs.locate_media("job_none", tmp_path)


def test_unfinished_work_goes_on_with_the_same_file_only(
    jobs: JobService, job: Job, recording: Path, elsewhere: Path
) -> None:
    elsewhere.parent.mkdir()
    shutil.move(recording, elsewhere)
    with pytest.raises(StateConflict):
        jobs.replace_media(job.id, elsewhere)
    found = jobs.locate_media(job.id, elsewhere)
    assert found.media is not None
    assert found.media.path == str(elsewhere)


def test_a_job_without_media(jobs: JobService, store: JobStore, recording: Path) -> None:
    job = store.add(options=JobOptions())
    with pytest.raises(StateConflict):
        jobs.locate_media(job.id, recording)


def test_a_persons_file_in_place_of_an_uploaded_one_is_theirs(
    jobs: JobService, store: JobStore, data_folder: DataFolder, recording: Path, elsewhere: Path
) -> None:
    data_folder.uploads.mkdir()
    uploaded = data_folder.uploads / "upload.wav"
    shutil.copy2(recording, uploaded)
    size, modified = uploaded.stat().st_size, uploaded.stat().st_mtime_ns
    media = MediaFile(str(uploaded), "talk.wav", size, modified, owned=True)
    job = store.add(options=JobOptions(), media=media)
    uploaded.unlink()
    found = jobs.locate_media(job.id, recording)
    assert found.media is not None
    assert not found.media.owned
    jobs.delete(job.id)
    assert recording.is_file()
