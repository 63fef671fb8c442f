from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kopia_desktop.core.errors import DatabaseDamaged, DataFolderUnusable, DiskFull, StoreError
from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.transcript import Segment
from kopia_desktop.store import database as database_module
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobQuery, JobStore
from kopia_desktop.store.transcripts import TranscriptStore

_WRITER = """
import sys
from pathlib import Path
from kopia_desktop.core.job import *
from kopia_desktop.core.transcript import *
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.work import WorkStore

folder, count = Path(sys.argv[1]), int(sys.argv[2])
database = Database(folder / "kopia.db", backups=folder / "backups")
jobs, work = JobStore(database), WorkStore(database)
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    media = MediaFile("/a.wav", "a.wav", 1, number)
    job = jobs.add(options=JobOptions(language="en"), media=media)
    work.add_section(job.id, Section(0, 0.0, 9.0, (Span(0.0, 9.0),), "0.flac"))
    segments = [Segment(0, i / 10, i / 10 + 0.1, f"words number {i}") for i in range(50)]
    work.save_result(job.id, 0, segments, language="en", device="cpu", model_hash="", parameters={})
    print(job.id, flush=True)
database.close_all()
"""


def _writer(folder: Path, count: int) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder), str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def _start(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_connection_is_set_up_for_safety(database: Database) -> None:
    with database.reading() as db:
        found = {
            name: db.execute_sql(f"PRAGMA {name}").fetchone()[0]  # type: ignore[no-untyped-call]
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
    }


def test_two_processes_write_at_once(tmp_path: Path, database: Database, jobs: JobStore) -> None:
    writers = [_writer(tmp_path, 20) for _ in range(2)]
    for process in writers:
        _start(process)
    told = [process.communicate(timeout=120)[0].split() for process in writers]
    assert [process.returncode for process in writers] == [0, 0]
    listed = {job.id for job in jobs.list_jobs(JobQuery(limit=100)).jobs}
    assert listed == {*told[0], *told[1]}
    assert len(listed) == 40
    assert database.check_integrity() == "ok"


def test_processes_that_make_the_file_at_once_agree(tmp_path: Path) -> None:
    opener = (
        "import sys; from pathlib import Path; from kopia_desktop.store.database import Database;"
        "print('ready', flush=True); sys.stdin.readline(); p = Path(sys.argv[1]);"
        "[Database(p / f'{n}.db', backups=p / 'b').close_all() for n in range(25)]"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", opener, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        _start(process)
    assert [process.communicate(timeout=120)[1] for process in processes] == ["", "", ""]
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("after", [1, 5, 9])
def test_killed_writer_loses_nothing_it_told(tmp_path: Path, after: int) -> None:
    process = _writer(tmp_path, 1000)
    _start(process)
    assert process.stdout is not None
    told = [process.stdout.readline().strip() for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate(timeout=60)
    told += [line for line in rest.split("\n")[:-1] if line]
    database = Database(tmp_path / "kopia.db", backups=tmp_path / "backups")
    try:
        assert database.check_integrity() == "ok"
        transcripts = TranscriptStore(database)
        assert [len(transcripts.segments(job_id)) for job_id in told] == [50] * len(told)
        # The one being written is there as a whole or not at all.
        for job in JobStore(database).list_jobs(JobQuery(limit=1000)).jobs:
            assert len(transcripts.segments(job.id)) in (0, 50)
    finally:
        database.close_all()


def test_threads_have_their_own_connections(database: Database, jobs: JobStore) -> None:
    made: list[str] = []

    def add() -> None:
        made.extend(jobs.add(options=JobOptions()).id for _ in range(20))
        database.close()

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(made)) == 80
    assert jobs.list_jobs(JobQuery()).total == 80


def test_connections_of_ended_threads_do_not_pile_up(tmp_path: Path) -> None:
    database = Database(tmp_path / "kopia.db", backups=tmp_path / "backups")
    for _ in range(5):
        thread = threading.Thread(target=database.data_version)
        thread.start()
        thread.join()
    assert len(database._opened) == 2
    database.close_all()
    # The last connection takes the log with it: proof that none is left open.
    assert not (tmp_path / "kopia.db-wal").exists()


def test_closed_thread_opens_again(database: Database, jobs: JobStore) -> None:
    job = jobs.add(options=JobOptions())
    database.close()
    assert jobs.get(job.id) == job


def test_data_version_tells_of_others_writes_only(tmp_path: Path, database: Database) -> None:
    other = Database(tmp_path / "kopia.db", backups=tmp_path / "backups")
    before = database.data_version()
    JobStore(database).add(options=JobOptions())
    assert database.data_version() == before
    JobStore(other).add(options=JobOptions())
    assert database.data_version() != before
    other.close_all()


def test_failed_transaction_leaves_nothing(database: Database, jobs: JobStore) -> None:
    with pytest.raises(KeyboardInterrupt):
        _add_and_interrupt(database, jobs)
    assert jobs.list_jobs(JobQuery()).total == 0
    jobs.add(options=JobOptions())  # and the connection is usable


def _add_and_interrupt(database: Database, jobs: JobStore) -> None:
    with database.transaction() as db:
        db.execute_sql(  # type: ignore[no-untyped-call]
            "INSERT INTO jobs (id, status, created_at, updated_at, language, model,"
            " remove_filler_words) VALUES ('a', 'queued', 1, 1, 'en', 'm', 0)"
        )
        raise KeyboardInterrupt


def test_full_disk_is_said_so_and_loses_nothing(
    database: Database, jobs: JobStore, finish: Callable[..., Job], segment: Callable[..., Segment]
) -> None:
    kept = finish(segment("kept words"))
    with database.reading() as db:
        pages = db.execute_sql("PRAGMA page_count").fetchone()[0]  # type: ignore[no-untyped-call]
        db.execute_sql(f"PRAGMA max_page_count = {pages}")  # type: ignore[no-untyped-call]
    with pytest.raises(DiskFull) as caught:
        finish(*[segment("many more words " * 50, float(i)) for i in range(50)])
    assert caught.value.hint
    assert jobs.get(kept.id) == kept
    assert database.check_integrity() == "ok"


def test_refused_write_is_said_so(database: Database, jobs: JobStore) -> None:
    with database.reading() as db:
        db.execute_sql("PRAGMA query_only = ON")  # type: ignore[no-untyped-call]
    with pytest.raises(DataFolderUnusable):
        jobs.add(options=JobOptions())


def test_long_lock_of_another_program_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.1)
    database = Database(tmp_path / "kopia.db", backups=tmp_path / "backups")
    with closing(sqlite3.connect(tmp_path / "kopia.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="held by another program"):
            JobStore(database).add(options=JobOptions())
    JobStore(database).add(options=JobOptions())
    database.close_all()


def test_damage_inside_is_found_and_named(
    tmp_path: Path, database: Database, finish: Callable[..., Job], segment: Callable[..., Segment]
) -> None:
    job = finish(*[segment(f"some words {i} " * 20, float(i)) for i in range(100)])
    database.erase_remains()
    database.close_all()
    path = tmp_path / "kopia.db"
    with closing(sqlite3.connect(path)) as connection:
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'segments'"
        page = connection.execute(root).fetchone()[0] - 1
    content = bytearray(path.read_bytes())
    content[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    path.write_bytes(content)
    damaged = Database(path, backups=tmp_path / "backups")
    assert damaged.check_integrity() != "ok"
    with pytest.raises(DatabaseDamaged):
        TranscriptStore(damaged).get(job.id)
    damaged.close_all()


def test_search_index_out_of_step_is_found(
    database: Database, finish: Callable[..., Job], segment: Callable[..., Segment]
) -> None:
    finish(segment("some words"))
    with database.transaction() as db:
        db.execute_sql("UPDATE segments_fts_content SET c0 = 'other'")  # type: ignore[no-untyped-call]
    # From 3.44 on SQLite's own check finds it too and adds a line.
    found = database.check_integrity().splitlines()
    assert found[-1] == "the search index does not match the text"


def test_deleted_words_leave_no_bytes(
    tmp_path: Path,
    database: Database,
    jobs: JobStore,
    transcripts: TranscriptStore,
    finish: Callable[..., Job],
    segment: Callable[..., Segment],
) -> None:
    others = [finish(segment(f"ordinary speech number {i}")) for i in range(30)]
    secret = finish(
        *[segment(f"xylophonist{i} quarkwhistle", float(i)) for i in range(100)],
        name="quarkwhistle.wav",
    )
    transcripts.edit(secret.id, transcripts.segments(secret.id)[0].id, text="bumbleknuckle")
    # Endings too: the index stores words without the beginning they share with the word before.
    words = (b"xylophonist", b"lophonist", b"quarkwhistle", b"arkwhistle", b"mbleknuckle")
    assert all(word in _bytes(tmp_path) for word in (words[0], words[2], words[4]))
    jobs.delete(secret.id)
    assert words[2] in _bytes(tmp_path)
    assert database.erase_remains()
    left = _bytes(tmp_path)
    assert [word for word in words if word in left] == []
    assert len(transcripts.search("ordinary speech", limit=100)) == len(others)
    assert database.check_integrity() == "ok"


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("kopia.db*")))


def test_log_in_use_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 0.1)
    database = Database(tmp_path / "kopia.db", backups=tmp_path / "backups")
    with closing(sqlite3.connect(tmp_path / "kopia.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM jobs").fetchone()
        JobStore(database).add(options=JobOptions())
        assert not database.erase_remains()
    assert database.erase_remains()
    database.close_all()
