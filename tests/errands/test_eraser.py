"""Deleted is gone: no file and no word of it is left, whatever happens meanwhile."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kopia_desktop.core.errors import JobNotFound
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.job import JobOptions, JobStatus, MediaFile
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.errands.eraser import Eraser
from kopia_desktop.services.jobs import JobService
from kopia_desktop.store import erasures, rows
from kopia_desktop.store.database import Database
from kopia_desktop.store.erasures import ErasureStore
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.migrations import back_up
from kopia_desktop.store.translations import TranslationStore
from tests.errands import erasing

MOMENTS = 12


@pytest.fixture
def store(database: Database) -> JobStore:
    return JobStore(database)


@pytest.fixture
def jobs(store: JobStore, database: Database, data_folder: DataFolder) -> JobService:
    return JobService(store, ExportStore(database), data_folder, EventBus())


@pytest.fixture
def eraser(data_folder: DataFolder, database: Database) -> Eraser:
    return Eraser(data_folder, database)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if every deletion were some seconds ago."""
    monkeypatch.setattr(erasures, "_SETTLED_AFTER", timedelta(0))


@pytest.fixture
def other_process(data_folder: DataFolder, database: Database) -> Iterator[None]:
    """Another program has the database open and has read all of it."""
    code = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        " c.execute('SELECT * FROM jobs').fetchall(); print(flush=True); input()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(data_folder.database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        yield
        process.communicate(b"\n")


@pytest.mark.usefixtures("settled", "other_process")
def test_deleted_in_each_status_is_gone(
    data_folder: DataFolder, database: Database, jobs: JobService, eraser: Eraser
) -> None:
    made = [erasing.make(data_folder, database, status) for status in JobStatus]
    back_up(data_folder.database, backups=data_folder.backups, version=1)
    for each in made:
        assert erasing.found_in(data_folder.root, each.words), "else the search shows nothing"
    while made:
        gone = made.pop()
        jobs.delete(gone.job_id)
        with pytest.raises(JobNotFound):
            jobs.delete(gone.job_id)
        assert eraser.run_once()
        assert erasing.found_in(data_folder.root, gone.words) == []
        assert erasing.files_of(data_folder.root, gone.job_id) == []
        for kept in made:
            assert len(erasing.files_of(data_folder.root, kept.job_id)) == 7
            assert len(erasing.found_in(data_folder.root, kept.words)) > 10
    assert database.check_integrity() == "ok"
    assert list(data_folder.backups.iterdir()) == []
    assert ErasureStore(database).pending() == ()
    with database.reading() as db:
        texts = "edits idempotency webhooks deliveries translated_segments uploads"
        for table in texts.split():
            assert rows.run(db, f"SELECT count(*) FROM {table}").fetchone() == (0,)


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, erasing.Made, erasing.Made]:
    """A data folder to copy: a job to delete among others."""
    data = DataFolder(tmp_path_factory.mktemp("pattern") / "data")
    data.root.mkdir()
    database = Database(data.database, backups=data.backups)
    kept = erasing.make(data, database, JobStatus.PENDING)
    gone = erasing.make(data, database, JobStatus.COMPLETED)
    erasing.make(data, database, JobStatus.FAILED)
    back_up(data.database, backups=data.backups, version=1)
    database.close_all()
    return data.root, gone, kept


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("moment", range(MOMENTS))
def test_killed_while_deleting(
    pattern: tuple[Path, erasing.Made, erasing.Made], tmp_path: Path, moment: int
) -> None:
    root, gone, kept = pattern
    data = DataFolder(tmp_path / "data")
    shutil.copytree(root, data.root)
    with closing(sqlite3.connect(data.database)) as connection, connection:
        connection.execute(
            "UPDATE jobs SET media_path = replace(media_path, ?, ?)", (str(root), str(data.root))
        )
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.errands.erasing", str(data.root), gone.job_id],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(0.006 * moment)
    process.kill()
    process.communicate()
    database = Database(data.database, backups=data.backups)
    eraser = Eraser(data, database)
    eraser.sweep()
    assert eraser.run_once()
    assert JobStore(database).find(kept.job_id)
    assert erasing.found_in(data.root, kept.words)
    if JobStore(database).find(gone.job_id):
        assert (data.uploads / f"{gone.job_id}.0badcafe.media").exists(), "nothing was done"
    else:
        assert erasing.found_in(data.root, gone.words) == []
        assert erasing.files_of(data.root, gone.job_id) == []
    assert database.check_integrity() == "ok"
    database.close_all()


@pytest.mark.usefixtures("settled")
def test_a_reader_puts_it_off(
    data_folder: DataFolder, database: Database, jobs: JobService, eraser: Eraser, store: JobStore
) -> None:
    gone = erasing.make(data_folder, database, JobStatus.COMPLETED)
    with closing(sqlite3.connect(data_folder.database, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM segments").fetchall()
        jobs.delete(gone.job_id)
        started = time.monotonic()
        assert not eraser.run_once()
        # Writers would wait as long as this does.
        assert time.monotonic() - started < 2
        assert erasing.files_of(data_folder.root, gone.job_id) == []
        store.add(options=JobOptions())
    assert eraser.run_once()
    assert erasing.found_in(data_folder.root, gone.words) == []


def test_what_a_killed_child_still_wrote_goes_too(
    data_folder: DataFolder, database: Database, jobs: JobService, eraser: Eraser
) -> None:
    gone = erasing.make(data_folder, database, JobStatus.PROCESSING)
    jobs.delete(gone.job_id)
    assert erasing.files_of(data_folder.root, gone.job_id) == []
    assert not eraser.run_once()
    assert erasing.found_in(data_folder.root, gone.words) == [], "the text goes at once"
    erasing.write_files(data_folder, gone.job_id)
    with database.transaction() as db:
        rows.run(db, "UPDATE erasures SET deleted_at = deleted_at - 3000")
    assert eraser.run_once()
    assert erasing.files_of(data_folder.root, gone.job_id) == []


@pytest.mark.usefixtures("settled")
def test_files_outside_of_the_uploads_are_never_removed(
    data_folder: DataFolder, tmp_path: Path, store: JobStore, jobs: JobService, eraser: Eraser
) -> None:
    (data_folder.uploads / "below").mkdir(parents=True)
    outside = [
        tmp_path / "mine.wav",
        data_folder.root / "settings.json",
        data_folder.uploads / ".." / "settings.json",
        data_folder.uploads / "below" / "mine.wav",
    ]
    for path in outside:
        path.write_bytes(b"mine")
        job = store.add(
            options=JobOptions(), media=MediaFile(str(path), "mine.wav", 4, 1, owned=True)
        )
        jobs.delete(job.id)
        assert eraser.run_once()
        assert path.exists()


@pytest.mark.usefixtures("settled")
def test_a_file_that_cannot_go_is_tried_again(
    data_folder: DataFolder, database: Database, jobs: JobService, eraser: Eraser
) -> None:
    gone = erasing.make(data_folder, database, JobStatus.COMPLETED)
    stuck = data_folder.peaks(gone.job_id)
    stuck.unlink()
    stuck.mkdir()
    jobs.delete(gone.job_id)
    assert not eraser.run_once()
    assert not eraser.run_once()
    stuck.rmdir()
    assert eraser.run_once()


def test_nothing_to_erase(eraser: Eraser) -> None:
    assert eraser.run_once()
    assert eraser.sweep() == ()


# At start


def _old(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"x")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def test_sweep_removes_what_no_job_refers_to(
    data_folder: DataFolder, store: JobStore, database: Database, eraser: Eraser
) -> None:
    uploads, peaks = data_folder.uploads, data_folder.all_peaks
    fetched = store.add(options=JobOptions(), media_url="https://a.example/a")
    sent, stopped, waiting, whole = (store.add(options=JobOptions()) for _ in range(4))
    with database.transaction() as db:
        for job in (sent, stopped):
            rows.run(
                db, "INSERT INTO uploads (job_id, length, media_name) VALUES (?, 9, '')", (job.id,)
            )
    store.cancel(stopped.id)
    media = MediaFile(f"/moved/since/{whole.id}.0badcafe.media", "a.wav", 1, 1, owned=True)
    store.attach_media(whole.id, media)
    kept = [
        _old(uploads / f"{fetched.id}.part"),
        _old(uploads / f"{sent.id}.part"),
        _old(uploads / f"{sent.id}.media"),
        _old(uploads / f"{stopped.id}.part"),
        _old(uploads / f"{whole.id}.0badcafe.media"),
        _old(uploads / "a person's own file"),
        _old(peaks / f"{whole.id}.peaks"),
        _old(peaks / f"{waiting.id}.part"),
    ]
    gone = [
        _old(uploads / f"{fetched.id}.0badcafe.part"),
        _old(uploads / f"{waiting.id}.0badcafe.part"),
        _old(uploads / f"{waiting.id}.part"),
        _old(uploads / f"{whole.id}.deadbeef.media"),
        _old(uploads / f"{whole.id}.part"),
        _old(uploads / "job_none.media"),
        _old(peaks / "job_none.peaks"),
        _old(peaks / "job_none.part"),
    ]
    newer = uploads / "job_new.0badcafe.part"
    newer.write_bytes(b"x")
    os.utime(newer, (2_000_000_000, 2_000_000_000))
    assert eraser.sweep() == ()
    assert [path for path in (*kept, newer) if not path.exists()] == []
    assert [path for path in gone if path.exists()] == []


def test_sweep_deletes_jobs_that_only_answered_a_request(
    store: JobStore, database: Database, eraser: Eraser
) -> None:
    past, future = (datetime.now(UTC) + timedelta(hours=hours) for hours in (-1, 1))
    old = store.add(options=JobOptions(), transient=True, now=past)
    new = store.add(options=JobOptions(), transient=True, now=future)
    lasting = store.add(options=JobOptions(), now=past)
    assert eraser.sweep() == (old.id,)
    assert store.find(old.id) is None
    assert store.find(new.id)
    assert store.find(lasting.id)
    assert [each.job_id for each in ErasureStore(database).pending()] == [old.id]


@pytest.mark.usefixtures("settled")
def test_a_deleted_translation_is_gone_alone(
    data_folder: DataFolder, database: Database, eraser: Eraser
) -> None:
    made = erasing.make(data_folder, database, JobStatus.COMPLETED)
    translated = erasing.word("translated", JobStatus.COMPLETED.value)
    translations = TranslationStore(database)
    (translation,) = translations.list(made.job_id)
    assert erasing.found_in(data_folder.root, (translated,))
    translations.delete(made.job_id, translation.id)
    assert eraser.run_once()
    assert erasing.found_in(data_folder.root, (translated,)) == []
    assert len(erasing.files_of(data_folder.root, made.job_id)) == 7
