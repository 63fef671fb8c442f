"""What comes in: which files are refused with which words, and when a job goes on."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import (
    KopiaError,
    MediaEmpty,
    MediaIsFolder,
    MediaNotFound,
    MediaUnreadable,
    UnknownFormat,
    UnknownLanguage,
    UnsupportedMedia,
)
from kopia_desktop.core.events import (
    Event,
    JobAdded,
    JobChanged,
    SegmentsEdited,
    TranslationsChanged,
)
from kopia_desktop.core.job import ExportWish, Job, JobError, JobOptions, JobStatus
from kopia_desktop.core.vocabulary import parse
from kopia_desktop.services.intake import IntakeService, NewJob
from kopia_desktop.services.jobs import JobService
from kopia_desktop.services.media_files import media_file, printable
from kopia_desktop.store.database import Database
from kopia_desktop.store.work import WorkStore


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("missing.wav", MediaNotFound),
        ("recording.wav/inside.wav", MediaUnreadable),
        ("folder", MediaIsFolder),
        ("empty.wav", MediaEmpty),
        ("pipe", UnsupportedMedia),
        ("loop", MediaUnreadable),
        ("dangling", MediaNotFound),
        ("n" * 300, MediaNotFound),
        ("\0", MediaUnreadable),
        ("line\nbreak", MediaNotFound),
        ("~nobody", MediaNotFound),
    ],
)
def test_what_is_refused(tmp_path: Path, name: str, error: type[KopiaError]) -> None:
    (tmp_path / "recording.wav").write_bytes(b"x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.wav").touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    with pytest.raises(error) as caught:
        media_file(tmp_path / name)
    assert type(caught.value) is error
    assert caught.value.hint
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


_AS_NOBODY = """
import os, sys
from pathlib import Path
from kopia_desktop.core.errors import MediaUnreadable
from kopia_desktop.services.media_files import media_file
if os.geteuid() == 0:
    os.setuid(65534)  # root may read everything
try:
    media_file(Path(sys.argv[1]))
except MediaUnreadable as error:
    print(error)
"""


def test_a_file_without_permission(recording: Path) -> None:
    recording.chmod(0)
    command = [sys.executable, "-c", _AS_NOBODY, str(recording)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "My talk.wav cannot be opened. You have no permission to read it.\n"


def test_a_file_as_it_is(recording: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = media_file(recording)
    status = recording.stat()
    assert (found.path, found.name) == (str(recording), "My talk.wav")
    assert (found.size_bytes, found.modified_ns) == (status.st_size, status.st_mtime_ns)
    assert not found.owned
    monkeypatch.chdir(recording.parent)
    assert media_file(Path("My talk.wav")) == found


def test_any_name_a_file_can_have(tmp_path: Path) -> None:
    for name in (b"~$talk.wav", b"\xff\xfe.wav", "会議.wav".encode(), b"two\nlines.wav"):
        path = Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name)))
        path.write_bytes(b"x")
        assert os.fsencode(media_file(path).name) == name
        assert "\n" not in printable(media_file(path).name)


def test_a_new_job(
    intake: IntakeService, recording: Path, options: JobOptions, events: list[Event]
) -> None:
    job = intake.add(recording, options)
    assert (job.status, job.title, job.options) == (JobStatus.QUEUED, "My talk.wav", options)
    assert events == [JobAdded(job.id)]
    assert intake.add(recording, options).id != job.id


def test_nothing_is_added_for_what_is_wrong(
    intake: IntakeService, recording: Path, events: list[Event]
) -> None:
    for add in (intake.add, intake.add_or_resume):
        with pytest.raises(UnknownLanguage):
            add(recording, JobOptions(language="xx"))
        with pytest.raises(MediaNotFound):
            add(recording.with_name("other.wav"), JobOptions())
    assert events == []


def test_the_same_file_and_options_go_on(
    intake: IntakeService,
    jobs: JobService,
    recording: Path,
    options: JobOptions,
    complete: Callable[..., Job],
) -> None:
    job = intake.add_or_resume(recording, options)
    assert intake.add_or_resume(recording, options) == job

    jobs.set_paused(job.id, paused=True)
    assert not intake.add_or_resume(recording, options).paused

    jobs.cancel(job.id)
    resumed = intake.add_or_resume(recording, options)
    assert (resumed.id, resumed.status, resumed.error) == (job.id, JobStatus.QUEUED, None)

    done = complete(job)
    assert intake.add_or_resume(recording, options) == done
    assert intake.add(recording, options).id != job.id, "adding is always a new job"


def test_other_spellings_are_taken_over_and_other_terms_are_other_work(
    intake: IntakeService, recording: Path, events: list[Event], complete: Callable[..., Job]
) -> None:
    job = complete(intake.add(recording, JobOptions("en", "small", vocabulary=parse("Kopia"))))
    events.clear()
    spelled = JobOptions("en", "small", vocabulary=parse("Kopia = hello"))
    same = intake.add_or_resume(recording, spelled)
    assert (same.id, same.options) == (job.id, spelled)
    told = {JobChanged(job.id), SegmentsEdited(job.id), TranslationsChanged(job.id)}
    assert set(events) == told
    events.clear()
    assert intake.add_or_resume(recording, spelled) == same
    assert events == []
    other = JobOptions("en", "small", vocabulary=parse("Ana"))
    assert intake.add_or_resume(recording, other).id != job.id


def test_a_failed_one_is_tried_again(
    intake: IntakeService, database: Database, recording: Path, options: JobOptions
) -> None:
    job = intake.add_or_resume(recording, options)
    WorkStore(database).fail(job.id, JobError("media_damaged", "It is damaged."))
    again = intake.add_or_resume(recording, options)
    assert (again.id, again.status, again.error) == (job.id, JobStatus.QUEUED, None)


@pytest.mark.parametrize(
    "changed", [{"language": "es"}, {"model": "mine"}, {"audio_track": 0}, {"language": "auto"}]
)
def test_other_options_are_another_job(
    intake: IntakeService, recording: Path, options: JobOptions, changed: dict[str, object]
) -> None:
    job = intake.add_or_resume(recording, options)
    other = dataclasses.replace(options, **changed)  # type: ignore[arg-type]
    assert intake.add_or_resume(recording, other).id != job.id


def test_a_changed_file_is_another_job(
    intake: IntakeService, recording: Path, options: JobOptions, events: list[Event]
) -> None:
    job = intake.add_or_resume(recording, options)
    with recording.open("ab") as file:
        file.write(b"more")
    assert intake.add_or_resume(recording, options).id != job.id
    assert not any(isinstance(event, JobChanged) for event in events)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (JobOptions(translate_to=("es", "klingon")), UnknownLanguage),
        (JobOptions(translate_to=("en_uk",)), UnknownLanguage),
        (JobOptions(export=ExportWish(("srt", "papyrus"))), UnknownFormat),
    ],
)
def test_wishes_that_cannot_come_true_are_refused_at_once(
    intake: IntakeService,
    recording: Path,
    options: JobOptions,
    error: type[KopiaError],
    events: list[Event],
) -> None:
    for add in (intake.add, intake.add_or_resume):
        with pytest.raises(error):
            add(recording, options)
    with pytest.raises(error):
        intake.create(NewJob(options))
    assert events == []


def test_other_wishes_are_the_same_job(intake: IntakeService, recording: Path) -> None:
    job = intake.add(recording, JobOptions("en"))
    wishing = JobOptions("en", translate_to=("es",), export=ExportWish(("srt",)))
    assert intake.add_or_resume(recording, wishing).id == job.id
