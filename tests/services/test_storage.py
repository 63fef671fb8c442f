"""The disk: counted part by part, and cleaned of what nobody needs; a person's files are theirs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.events import Event, EventBus, JobChanged
from kopia_desktop.core.job import Job, JobOptions, MediaFile, MediaState
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.jobs import JobService
from kopia_desktop.services.storage import StoragePart, StorageService
from kopia_desktop.store.jobs import JobQuery, JobStore

Complete = Callable[..., Job]


@pytest.fixture
def storage(store: JobStore, data_folder: DataFolder, bus: EventBus) -> StorageService:
    return StorageService(store, data_folder, bus)


def lay(path: Path, size: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    return path


@pytest.fixture
def brought(store: JobStore, data_folder: DataFolder, complete: Complete) -> Job:
    """A completed job whose media was uploaded."""
    path = lay(data_folder.uploads / "job_x.media", 1000)
    media = MediaFile(str(path), "talk.mp3", 1000, path.stat().st_mtime_ns, owned=True)
    return complete(store.add(options=JobOptions("en"), media=media))


def test_each_part_is_counted(storage: StorageService, data_folder: DataFolder) -> None:
    before = storage.sizes()
    assert before.database >= data_folder.database.stat().st_size > 0
    assert (before.media, before.models, before.free > 0) == (0, 0, True)
    lay(data_folder.uploads / "a.media", 1)
    lay(data_folder.sections("job_1") / "000000.flac", 20)
    lay(data_folder.sections("job_2") / "000000.flac", 10)
    lay(data_folder.peaks("job_1"), 300)
    lay(data_folder.models / "small" / "model.bin", 4000)
    lay(data_folder.translators / "es" / "model" / "model.bin", 1000)
    lay(data_folder.logs / "engine.log", 60_000)
    lay(data_folder.backups / "kopia-1-v3.db", 700_000)
    sizes = storage.sizes()
    assert sizes == dataclasses.replace(
        before,
        media=1,
        unfinished=30,
        waveforms=300,
        models=5000,
        logs=60_000,
        backups=700_000,
        free=sizes.free,
    )
    assert sizes.total - before.total == 765_331


def test_links_are_not_followed(
    storage: StorageService, data_folder: DataFolder, tmp_path: Path
) -> None:
    lay(tmp_path / "elsewhere" / "model.bin", 1_000_000)
    data_folder.models.mkdir()
    (data_folder.models / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert storage.sizes().models < 10_000


def test_older_logs_go_and_those_in_use_stay(
    storage: StorageService, data_folder: DataFolder
) -> None:
    kept = [lay(data_folder.logs / name, 1) for name in ("engine.log", "worker.log", "access.log")]
    for name in ("engine.log.1", "engine.log.3", "access.log.2", "worker.1.log"):
        lay(data_folder.logs / name, 10)
    assert storage.clean(StoragePart.LOGS) == 40
    assert sorted(data_folder.logs.iterdir()) == sorted(kept)


def test_backups_go(storage: StorageService, data_folder: DataFolder) -> None:
    lay(data_folder.backups / "kopia-20260101T000000-000000001-v3.db", 10)
    being_made = lay(data_folder.backups / "kopia-20260101T000000-000000002-v3.part", 10)
    notes = lay(data_folder.backups / "my notes.txt", 10)
    assert storage.clean(StoragePart.BACKUPS, StoragePart.BACKUPS) == 10
    assert sorted(data_folder.backups.iterdir()) == sorted([being_made, notes])


def test_brought_media_goes_and_the_job_stays(
    storage: StorageService,
    jobs: JobService,
    brought: Job,
    data_folder: DataFolder,
    events: list[Event],
) -> None:
    assert storage.clean(StoragePart.MEDIA) == 1000
    assert list(data_folder.uploads.iterdir()) == []
    assert events == [JobChanged(brought.id)]
    assert jobs.get(brought.id) == brought
    assert brought.media is not None
    assert brought.media.state() is MediaState.MISSING
    assert storage.clean(StoragePart.MEDIA) == 0
    assert len(events) == 1


def test_media_that_is_still_needed_stays(
    storage: StorageService, store: JobStore, data_folder: DataFolder
) -> None:
    """Of jobs in work, and of failed ones: they may be run again."""
    waiting = lay(data_folder.uploads / "a.media", 10)
    stopped = lay(data_folder.uploads / "b.media", 10)
    coming = lay(data_folder.uploads / "job_c.part", 10)
    for path in (waiting, stopped):
        job = store.add(options=JobOptions(), media=MediaFile(str(path), "talk", 10, 1, owned=True))
    store.cancel(job.id)
    assert storage.clean(*StoragePart) == 0
    assert sorted(data_folder.uploads.iterdir()) == [waiting, stopped, coming]


def test_a_persons_file_never_goes(
    storage: StorageService, store: JobStore, recording: Path, complete: Complete
) -> None:
    """Whatever the row says."""
    for owned in (False, True):
        media = MediaFile(str(recording), "talk.wav", 400, 1, owned=owned)
        complete(store.add(options=JobOptions("en"), media=media))
    assert storage.clean(*StoragePart) == 0
    assert recording.is_file()


def test_work_of_jobs_that_are_gone_goes(
    storage: StorageService, store: JobStore, data_folder: DataFolder
) -> None:
    job = store.add(options=JobOptions(), media=MediaFile("/a.wav", "a.wav", 1, 1))
    section = lay(data_folder.sections(job.id) / "000000.flac", 10)
    peaks = lay(data_folder.peaks(job.id), 10)
    part = lay(data_folder.peaks(job.id).with_suffix(".part"), 10)
    other = lay(data_folder.all_peaks / "readme.txt", 10)
    lay(data_folder.sections("job_gone") / "000000.flac", 100)
    lay(data_folder.peaks("job_gone"), 1000)
    assert storage.clean(StoragePart.LEFTOVERS) == 1100
    assert all(path.is_file() for path in (section, peaks, part, other))
    assert not data_folder.sections("job_gone").exists()


def test_nothing_there_is_nothing_to_clean(storage: StorageService, store: JobStore) -> None:
    assert storage.clean() == 0
    assert storage.clean(*StoragePart) == 0
    assert store.ids(JobQuery()) == ()
