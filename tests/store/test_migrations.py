from __future__ import annotations

import sqlite3
import stat
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kopia_desktop.core.errors import DatabaseDamaged, DatabaseTooNew, DataFolderUnusable
from kopia_desktop.core.job import JobOptions
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.migrations import MIGRATIONS, Step


def _open(folder: Path, steps: Sequence[Step] = MIGRATIONS) -> Database:
    return Database(folder / "kopia.db", backups=folder / "backups", migrations=steps)


def _value(path: Path, sql: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchone()[0]


def _with_one_job(folder: Path) -> str:
    database = _open(folder)
    job = JobStore(database).add(options=JobOptions())
    database.close_all()
    return job.id


def _upper_case_models(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE jobs SET model = upper(model)")


def test_new_database_has_the_newest_version_and_no_backup(tmp_path: Path) -> None:
    _open(tmp_path).close_all()
    assert _value(tmp_path / "kopia.db", "PRAGMA user_version") == len(MIGRATIONS)
    assert not (tmp_path / "backups").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_only_the_owner_may_read_the_database(tmp_path: Path) -> None:
    database = _open(tmp_path)
    JobStore(database).add(options=JobOptions())
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob("kopia.db*")}
    database.close_all()
    assert modes == {0o600}


def test_later_steps_run_once_in_order_and_keep_the_rows(tmp_path: Path) -> None:
    job_id = _with_one_job(tmp_path)
    steps = [*MIGRATIONS, ("ALTER TABLE jobs ADD COLUMN note TEXT DEFAULT 'new'",)]
    _open(tmp_path, steps).close_all()
    _open(tmp_path, [*steps, _upper_case_models]).close_all()
    _open(tmp_path, [*steps, _upper_case_models]).close_all()
    with closing(sqlite3.connect(tmp_path / "kopia.db")) as connection:
        assert connection.execute("SELECT id, model, note FROM jobs").fetchall() == [
            (job_id, "STARTER", "new")
        ]
    assert _value(tmp_path / "kopia.db", "PRAGMA user_version") == len(MIGRATIONS) + 2


def test_backup_holds_the_state_before_the_migration(tmp_path: Path) -> None:
    job_id = _with_one_job(tmp_path)
    _open(tmp_path, [*MIGRATIONS, ("DELETE FROM jobs",)]).close_all()
    (backup,) = (tmp_path / "backups").iterdir()
    assert backup.name.endswith(f"-v{len(MIGRATIONS)}.db")
    assert _value(backup, "SELECT id FROM jobs") == job_id
    assert _value(backup, "PRAGMA user_version") == len(MIGRATIONS)
    assert _value(tmp_path / "kopia.db", "SELECT count(*) FROM jobs") == 0


def test_five_newest_backups_are_kept(tmp_path: Path) -> None:
    _with_one_job(tmp_path)
    steps: list[Step] = [*MIGRATIONS]
    for number in range(7):
        steps.append((f"CREATE TABLE extra_{number} (a)",))
        _open(tmp_path, steps).close_all()
    names = sorted(path.name for path in (tmp_path / "backups").iterdir())
    newest = len(MIGRATIONS) + 6
    wanted = [f"v{version}.db" for version in range(newest - 4, newest + 1)]
    assert [name.rsplit("-", 1)[1] for name in names] == wanted


def test_failing_step_leaves_the_old_version(tmp_path: Path) -> None:
    job_id = _with_one_job(tmp_path)
    steps = [*MIGRATIONS, ("DELETE FROM jobs",), ("SELECT * FROM no_such_table",)]
    with pytest.raises(sqlite3.OperationalError, match="no_such_table"):
        _open(tmp_path, steps)
    assert _value(tmp_path / "kopia.db", "SELECT id FROM jobs") == job_id
    assert _value(tmp_path / "kopia.db", "PRAGMA user_version") == len(MIGRATIONS)


def test_step_that_orphans_rows_is_taken_back(tmp_path: Path) -> None:
    _with_one_job(tmp_path)
    orphan = "INSERT INTO segments (job_id) VALUES ('job_nobody')"
    with pytest.raises(RuntimeError, match="without their parent"):
        _open(tmp_path, [*MIGRATIONS, (orphan,)])
    assert _value(tmp_path / "kopia.db", "SELECT count(*) FROM segments") == 0


def test_rebuilding_a_table_does_not_cascade(tmp_path: Path) -> None:
    job_id = _with_one_job(tmp_path)
    with closing(sqlite3.connect(tmp_path / "kopia.db")) as connection:
        connection.execute("INSERT INTO segments (job_id) VALUES (?)", (job_id,))
        connection.commit()
    rebuild = (
        "CREATE TABLE other AS SELECT * FROM jobs",
        "DROP TABLE jobs",
        "CREATE TABLE jobs (id TEXT PRIMARY KEY, model TEXT)",
        "INSERT INTO jobs SELECT id, model FROM other",
        "DROP TABLE other",
    )
    _open(tmp_path, [*MIGRATIONS, rebuild]).close_all()
    assert _value(tmp_path / "kopia.db", "SELECT job_id FROM segments") == job_id


def test_database_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "kopia.db"
    _open(tmp_path, [*MIGRATIONS, ("CREATE TABLE later (a)",)]).close_all()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew) as caught:
        _open(tmp_path)
    assert str(path) in caught.value.message
    assert "Update" in caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"x", b"not a database " * 1000, b"\0" * 5000])
def test_file_that_is_no_database_is_refused_and_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "kopia.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged) as caught:
        _open(tmp_path)
    assert str(tmp_path / "backups") in caught.value.hint
    assert path.read_bytes() == content


def test_database_of_another_program_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "kopia.db")) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    with pytest.raises(DatabaseDamaged):
        _open(tmp_path)


def test_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kopia.db").mkdir()
    with pytest.raises(DataFolderUnusable):
        _open(tmp_path)


def test_migration_that_cannot_be_backed_up_does_not_begin(tmp_path: Path) -> None:
    job_id = _with_one_job(tmp_path)
    (tmp_path / "backups").write_text("a file in the way")
    with pytest.raises(DataFolderUnusable):
        _open(tmp_path, [*MIGRATIONS, ("DELETE FROM jobs",)])
    assert _value(tmp_path / "kopia.db", "SELECT id FROM jobs") == job_id


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataFolderUnusable):
        _open(tmp_path / "nowhere")
