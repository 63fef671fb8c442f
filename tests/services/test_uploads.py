"""Uploads: whole or nothing, in parts with nothing lost, and of two at once one."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from kopia_desktop.core.errors import (
    DiskFull,
    JobNotFound,
    MediaEmpty,
    StateConflict,
    UploadIncomplete,
    UploadMisplaced,
    UploadTooLarge,
)
from kopia_desktop.core.events import Event, EventBus, JobChanged
from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import ApiSettings, Settings
from kopia_desktop.services import arriving
from kopia_desktop.services.arriving import Upload
from kopia_desktop.services.uploads import UploadService
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.uploads import UploadStore

LIMIT = 1 << 20


@pytest.fixture
def uploads(
    store: JobStore, database: Database, data_folder: DataFolder, bus: EventBus
) -> UploadService:
    settings = Settings(api=ApiSettings(max_media_gib=LIMIT / 2**30))
    return UploadService(store, UploadStore(database), data_folder, bus, lambda: settings)


@pytest.fixture
def job(store: JobStore) -> Job:
    return store.add(options=JobOptions())


def begin(uploads: UploadService, job: Job, length: int | None = None) -> Upload:
    return uploads.begin(job.id, name="talk.mp3", content_type="audio/mpeg", length=length)


def files(data_folder: DataFolder) -> list[Path]:
    return sorted(data_folder.uploads.iterdir()) if data_folder.uploads.is_dir() else []


def test_an_upload_makes_the_job_queued(
    uploads: UploadService, job: Job, data_folder: DataFolder, events: list[Event]
) -> None:
    upload = begin(uploads, job, 6)
    upload.write(b"abc")
    upload.write(bytearray(b"def"))
    done = uploads.finish(job.id, upload)
    assert done.status is JobStatus.QUEUED
    assert done.media is not None
    assert (done.media.name, done.media.content_type) == ("talk.mp3", "audio/mpeg")
    assert (done.media.size_bytes, done.media.owned) == (6, True)
    (path,) = files(data_folder)
    assert path.read_bytes() == b"abcdef"
    assert Path(done.media.path) == path
    assert events[-1] == JobChanged(job.id)
    upload.remove()  # what was handed over stays
    assert path.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_only_the_owner_may_read_it(
    uploads: UploadService, job: Job, data_folder: DataFolder
) -> None:
    upload = begin(uploads, job)
    assert stat.S_IMODE(data_folder.uploads.stat().st_mode) == 0o700
    assert [stat.S_IMODE(path.stat().st_mode) for path in files(data_folder)] == [0o600]
    upload.remove()


@pytest.mark.parametrize(
    ("sent", "announced", "error"),
    [(b"abc", 4, UploadIncomplete), (b"", None, MediaEmpty), (b"", 0, MediaEmpty)],
)
def test_a_broken_upload_leaves_nothing(
    uploads: UploadService,
    job: Job,
    store: JobStore,
    data_folder: DataFolder,
    sent: bytes,
    announced: int | None,
    error: type[Exception],
) -> None:
    upload = begin(uploads, job, announced)
    upload.write(sent)
    with pytest.raises(error):
        uploads.finish(job.id, upload)
    assert files(data_folder) == []
    assert store.get(job.id).status is JobStatus.PENDING
    again = begin(uploads, job)
    again.write(b"abc")
    assert uploads.finish(job.id, again).status is JobStatus.QUEUED


def test_too_large(uploads: UploadService, job: Job, data_folder: DataFolder) -> None:
    with pytest.raises(UploadTooLarge):
        begin(uploads, job, LIMIT + 1)
    upload = begin(uploads, job)
    upload.write(bytes(LIMIT))
    with pytest.raises(UploadTooLarge):
        upload.write(b"x")
    uploads.abort(job.id, upload)
    assert files(data_folder) == []


def test_no_room(
    uploads: UploadService, job: Job, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = begin(uploads, job)
    monkeypatch.setattr(arriving, "RESERVE", 2**62)
    monkeypatch.setattr(arriving, "_LOOK_EVERY", 2)
    with pytest.raises(DiskFull):
        begin(uploads, job)
    with pytest.raises(DiskFull):
        upload.write(b"abcd")
    uploads.abort(job.id, upload)
    assert files(data_folder) == []


def test_of_two_at_once_the_first_to_end_wins(
    uploads: UploadService, job: Job, data_folder: DataFolder
) -> None:
    slow, fast = begin(uploads, job), begin(uploads, job)
    slow.write(b"slow")
    fast.write(b"fast")
    uploads.finish(job.id, fast)
    with pytest.raises(StateConflict):
        slow.write(b"er")
    with pytest.raises(StateConflict):
        uploads.finish(job.id, slow)
    assert [path.read_bytes() for path in files(data_folder)] == [b"fast"]


def test_no_upload_for_a_job_that_waits_for_none(
    uploads: UploadService, job: Job, store: JobStore, data_folder: DataFolder
) -> None:
    fetching = store.add(options=JobOptions(), media_url="https://media.example.com/a.mp3")
    store.cancel(job.id)
    for conflict in (fetching, job):
        with pytest.raises(StateConflict):
            begin(uploads, conflict)
        with pytest.raises(StateConflict):
            uploads.announce(conflict.id, name="", content_type=None, length=3)
    with pytest.raises(JobNotFound):
        uploads.begin("job_none", name="", content_type="audio/mpeg", length=None)
    assert files(data_folder) == []


def test_a_job_deleted_meanwhile_gets_no_media(
    uploads: UploadService, job: Job, store: JobStore, data_folder: DataFolder
) -> None:
    upload = begin(uploads, job)
    upload.write(b"abc")
    store.delete(job.id)
    with pytest.raises(JobNotFound):
        uploads.finish(job.id, upload)
    assert files(data_folder) == []


# In parts


def announce(uploads: UploadService, job: Job, length: int) -> None:
    uploads.announce(job.id, name="talk.mp3", content_type="audio/mpeg", length=length)


def send(uploads: UploadService, job: Job, offset: int, data: bytes) -> Job | None:
    part = uploads.resume(job.id, offset)
    part.write(data)
    return uploads.close_part(job.id, part)


def test_parts_make_a_whole(uploads: UploadService, job: Job, data_folder: DataFolder) -> None:
    announce(uploads, job, 6)
    assert send(uploads, job, 0, b"ab") is None
    assert send(uploads, job, 2, b"") is None
    assert send(uploads, job, 2, b"cd") is None
    progress = uploads.progress(job.id)
    assert progress is not None
    assert (progress.offset, progress.length) == (4, 6)
    done = send(uploads, job, 4, b"ef")
    assert done is not None
    assert done.status is JobStatus.QUEUED
    assert done.media is not None
    assert (done.media.name, done.media.size_bytes) == ("talk.mp3", 6)
    assert [path.read_bytes() for path in files(data_folder)] == [b"abcdef"]
    assert uploads.progress(job.id) is None


def test_a_part_must_begin_where_the_last_one_ended(uploads: UploadService, job: Job) -> None:
    with pytest.raises(StateConflict):
        uploads.resume(job.id, 0)
    announce(uploads, job, 6)
    send(uploads, job, 0, b"ab")
    for offset in (0, 1, 3, 6, 10**9):
        with pytest.raises(UploadMisplaced):
            uploads.resume(job.id, offset)


def test_one_request_at_a_time_sends_parts(uploads: UploadService, job: Job) -> None:
    announce(uploads, job, 6)
    part = uploads.resume(job.id, 0)
    with pytest.raises(StateConflict):
        uploads.resume(job.id, 0)
    uploads.close_part(job.id, part)
    uploads.close_part(job.id, uploads.resume(job.id, 0))


def test_more_than_was_announced(uploads: UploadService, job: Job) -> None:
    announce(uploads, job, 3)
    part = uploads.resume(job.id, 0)
    with pytest.raises(UploadTooLarge):
        part.write(b"abcd")
    assert uploads.close_part(job.id, part) is None
    progress = uploads.progress(job.id)
    assert progress is not None
    assert progress.offset == 0
    for length, error in ((LIMIT + 1, UploadTooLarge), (0, MediaEmpty)):
        with pytest.raises(error):
            announce(uploads, job, length)


def test_a_crash_keeps_what_was_acknowledged(
    uploads: UploadService, job: Job, data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arriving, "_CHECKPOINT", 4)
    announce(uploads, job, 12)
    part = uploads.resume(job.id, 0)
    part.write(b"abcd")  # a checkpoint
    part.write(b"xx")  # not acknowledged
    part.close()  # the process is gone: nobody saves the part
    (path,) = files(data_folder)
    assert path.read_bytes() == b"abcdxx"
    fresh = UploadService(
        uploads._jobs, uploads._uploads, data_folder, EventBus(), uploads._settings
    )
    progress = fresh.progress(job.id)
    assert progress is not None
    assert progress.offset == 4
    assert send(fresh, job, 4, b"efgh") is None
    assert send(fresh, job, 8, b"ijkl") is not None
    assert [path.read_bytes() for path in files(data_folder)] == [b"abcdefghijkl"]


@pytest.mark.parametrize("renamed", [False, True])
def test_a_crash_after_the_last_part(
    uploads: UploadService, job: Job, store: JobStore, data_folder: DataFolder, renamed: bool
) -> None:
    announce(uploads, job, 3)
    part = uploads.resume(job.id, 0)
    part.write(b"abc")
    part.save()
    part.close()  # the process is gone: the job was not queued
    if renamed:
        (path,) = files(data_folder)
        path.rename(path.with_suffix(".media"))
    uploads.recover()
    assert store.get(job.id).status is JobStatus.QUEUED
    assert [path.read_bytes() for path in files(data_folder)] == [b"abc"]
    uploads.recover()


def test_an_upload_in_parts_can_be_forgotten(
    uploads: UploadService, job: Job, data_folder: DataFolder
) -> None:
    assert not uploads.discard(job.id)
    announce(uploads, job, 6)
    send(uploads, job, 0, b"ab")
    assert uploads.discard(job.id)
    assert files(data_folder) == []
    assert uploads.progress(job.id) is None
    with pytest.raises(JobNotFound):
        uploads.discard("job_none")


def test_a_whole_upload_takes_the_place_of_parts(
    uploads: UploadService, job: Job, data_folder: DataFolder
) -> None:
    announce(uploads, job, 6)
    send(uploads, job, 0, b"ab")
    upload = begin(uploads, job)
    upload.write(b"whole")
    uploads.finish(job.id, upload)
    assert [path.read_bytes() for path in files(data_folder)] == [b"whole"]
    assert os.listdir(data_folder.uploads)
