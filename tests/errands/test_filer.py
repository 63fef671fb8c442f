"""Files that jobs wish: written beside the recording or elsewhere, whatever happens on the way."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import DiskFull
from kopia_desktop.core.events import Event, EventBus, JobChanged
from kopia_desktop.core.export import Export, ExportStatus
from kopia_desktop.core.job import ExportWish, Job, JobOptions, MediaFile
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings, SubtitleSettings
from kopia_desktop.errands.filer import Filer
from kopia_desktop.exporters import files
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.translations import TranslationStore
from tests.engine_part import recognise

DONE, FAILED = ExportStatus.DONE, ExportStatus.FAILED
Complete = Callable[..., Job]


@pytest.fixture
def exports(database: Database) -> ExportStore:
    return ExportStore(database)


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def filer(database: Database, events: list[Event]) -> Filer:
    bus = EventBus()
    bus.subscribe(events.append)
    settings = Settings(subtitles=SubtitleSettings(max_lines=1))
    return Filer(database, bus=bus, settings=lambda: settings)


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "recordings" / "My talk.wav"
    path.parent.mkdir()
    path.write_bytes(b"RIFF")
    return path


@pytest.fixture
def complete(database: Database, recording: Path) -> Complete:
    def make(
        *formats: str,
        folder: Path | None = None,
        owned: bool = False,
        translate_to: tuple[str, ...] = (),
        remove_fillers: bool = False,
    ) -> Job:
        wish = ExportWish(formats or ("srt",), "" if folder is None else str(folder))
        options = JobOptions(
            "en", remove_filler_words=remove_fillers, translate_to=translate_to, export=wish
        )
        media = MediaFile(str(recording), "My talk.wav", 4, 1, owned=owned)
        job = JobStore(database).add(options=options, media=media)
        return recognise(database, job, "Um, hello.")

    return make


def run(filer: Filer) -> int:
    """Write all that is due; how many that were."""
    count = 0
    while (due := filer.next_due()) is not None:
        filer.file(due)
        count += 1
        assert count < 10
    return count


def only(exports: ExportStore, job: Job) -> Export:
    (one,) = exports.of_job(job.id)
    return one


def test_files_come_beside_the_recording(
    filer: Filer,
    exports: ExportStore,
    complete: Complete,
    recording: Path,
    events: list[Event],
) -> None:
    job = complete("srt", "txt")
    assert run(filer) == 1
    written = only(exports, job)
    folder = recording.parent
    assert written.status is DONE
    assert written.paths == (folder / "My talk.srt", folder / "My talk.txt")
    assert (folder / "My talk.txt").read_text("utf-8").strip() == "Um, hello."
    assert events == [JobChanged(job.id)]
    assert run(filer) == 0


def test_files_come_to_a_folder(
    filer: Filer, exports: ExportStore, complete: Complete, tmp_path: Path
) -> None:
    job = complete(folder=tmp_path / "new" / "out", remove_fillers=True)
    run(filer)
    (path,) = only(exports, job).paths
    assert path == tmp_path / "new" / "out" / "My talk.srt"
    assert "Hello." in path.read_text("utf-8")
    assert "Um" not in path.read_text("utf-8")


def test_files_of_what_was_fetched_come_to_the_downloads(
    filer: Filer, exports: ExportStore, complete: Complete, recording: Path, home: Path
) -> None:
    job = complete(owned=True)
    run(filer)
    (path,) = only(exports, job).paths
    assert path.is_relative_to(home)
    assert path.is_file()
    assert list(recording.parent.iterdir()) == [recording]


def test_a_translation_has_a_file_of_its_own(
    filer: Filer, exports: ExportStore, complete: Complete, database: Database, recording: Path
) -> None:
    job = complete(translate_to=("es",))
    assert run(filer) == 1
    translations = TranslationStore(database)
    (spanish,) = translations.list(job.id)
    translations.begin(spanish.id)
    translations.complete(spanish.id)
    assert run(filer) == 1
    assert [each.paths for each in exports.of_job(job.id)] == [
        (recording.parent / "My talk.srt",),
        (recording.parent / "My talk.es.srt",),
    ]


def test_a_translation_that_is_made_anew_is_written_when_it_is(
    filer: Filer, exports: ExportStore, complete: Complete, database: Database
) -> None:
    job = complete(translate_to=("es",))
    translations = TranslationStore(database)
    (spanish,) = translations.list(job.id)
    translations.begin(spanish.id)
    translations.complete(spanish.id)
    with database.transaction() as db:
        db.execute_sql("UPDATE translations SET status = 'pending'")  # type: ignore[no-untyped-call]
    assert run(filer) == 2
    translations.begin(spanish.id)
    translations.complete(spanish.id)
    assert run(filer) == 1
    assert {each.status for each in exports.of_job(job.id)} == {DONE}


def test_a_file_of_the_person_is_never_written_over(
    filer: Filer, exports: ExportStore, complete: Complete, recording: Path
) -> None:
    mine = recording.parent / "My talk.srt"
    mine.write_text("corrected by hand")
    job = complete()
    run(filer)
    assert only(exports, job).paths == (recording.parent / "My talk (2).srt",)
    assert mine.read_text() == "corrected by hand"


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(
    filer: Filer, exports: ExportStore, complete: Complete, recording: Path
) -> None:
    job = complete()
    recording.parent.chmod(0o500)
    run(filer)
    recording.parent.chmod(0o700)
    assert only(exports, job).status is FAILED


def test_a_folder_that_refuses_is_said_and_another_taken(
    filer: Filer,
    exports: ExportStore,
    complete: Complete,
    database: Database,
    tmp_path: Path,
    events: list[Event],
) -> None:
    (tmp_path / "file").write_text("")
    job = complete(folder=tmp_path / "file" / "out")
    run(filer)
    failed = only(exports, job)
    assert failed.status is FAILED
    assert failed.error is not None
    assert failed.error.code == "folder_not_writable"
    assert failed.error.hint == "Choose another folder; the transcript is kept."
    assert events == [JobChanged(job.id)]
    assert run(filer) == 0, "it waits for the person"
    exports.retry(job.id, str(tmp_path / "out"))
    run(filer)
    assert only(exports, job).paths == (tmp_path / "out" / "My talk.srt",)


def test_a_recordings_folder_that_is_gone_is_not_made_anew(
    filer: Filer, exports: ExportStore, complete: Complete, recording: Path
) -> None:
    job = complete()
    shutil.rmtree(recording.parent)
    run(filer)
    error = only(exports, job).error
    assert error is not None
    assert error.code == "folder_not_writable"
    assert not recording.parent.exists()


def test_what_was_written_before_the_failure_is_known(
    filer: Filer, exports: ExportStore, complete: Complete, recording: Path
) -> None:
    """Formats that this version does not know: written by a later one."""
    job = complete("srt", "papyrus")
    run(filer)
    failed = only(exports, job)
    assert failed.error is not None
    assert (failed.error.code, failed.paths) == (
        "unknown_format",
        (recording.parent / "My talk.srt",),
    )


def test_a_job_that_was_deleted_meanwhile(
    filer: Filer, complete: Complete, database: Database, recording: Path
) -> None:
    job = complete()
    due = filer.next_due()
    assert due is not None
    JobStore(database).delete(job.id)
    filer.file(due)
    filer.stumble(due)
    assert list(recording.parent.iterdir()) == [recording]


def test_a_bug_is_said(filer: Filer, exports: ExportStore, complete: Complete) -> None:
    job = complete()
    due = filer.next_due()
    assert due is not None
    filer.stumble(due)
    error = only(exports, job).error
    assert error is not None
    assert error.code == "internal"


# A kill between the writing and the mark

_KILLED = """
import os, signal, sys
from pathlib import Path
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.settings import Settings
from kopia_desktop.errands.filer import Filer
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore

ExportStore.done = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
root = Path(sys.argv[1])
database = Database(root / "kopia.db", backups=root / "backups")
filer = Filer(database, bus=EventBus(), settings=Settings)
filer.file(filer.next_due())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killed_before_the_mark_it_is_the_same_file(
    data_folder: DataFolder,
    database: Database,
    exports: ExportStore,
    complete: Complete,
    recording: Path,
) -> None:
    job = complete("srt", "docx", "json")
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", _KILLED, str(data_folder.root)])
        assert done.returncode == -signal.SIGKILL
        assert only(exports, job).status is ExportStatus.DUE
    filer = Filer(database, bus=EventBus(), settings=Settings)
    assert run(filer) == 1
    names = ["My talk.srt", "My talk.docx", "My talk.json"]
    assert [path.name for path in only(exports, job).paths] == names
    assert sorted(os.listdir(recording.parent)) == sorted([*names, recording.name])


def test_a_full_disk_is_said(
    filer: Filer, exports: ExportStore, complete: Complete, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("There is no space left.", hint="Free some space.")

    monkeypatch.setattr(files, "write_atomically", full)
    job = complete()
    run(filer)
    error = only(exports, job).error
    assert error is not None
    assert (error.code, error.hint) == ("disk_full", "Free some space.")
