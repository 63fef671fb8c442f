"""Transcripts as a person reads them, and the files they are written to."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import (
    FolderNotWritable,
    JobNotFound,
    SegmentNotFound,
    StateConflict,
    UnknownFormat,
)
from kopia_desktop.core.events import Event, SegmentsEdited
from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.transcripts import TranscriptService

Complete = Callable[..., Job]


@pytest.fixture
def job(intake: IntakeService, recording: Path, options: JobOptions, complete: Complete) -> Job:
    return complete(intake.add(recording, options))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / "deeper"


def export(transcripts: TranscriptService, job: Job, folder: Path, *formats: str) -> list[str]:
    written = transcripts.export(job.id, formats, folder, subtitles=SubtitleSettings())
    assert all(path.parent == folder for path in written)
    return [path.name for path in written]


def test_filler_words_are_a_view(
    transcripts: TranscriptService, intake: IntakeService, recording: Path, complete: Complete
) -> None:
    job = complete(intake.add(recording, JobOptions("en", remove_filler_words=True)))
    assert transcripts.read(job.id).text == "So hello there."
    assert transcripts.read(job.id, remove_fillers=False).text == "So, um, hello there."
    plain = complete(intake.add(recording, JobOptions("en")))
    assert transcripts.read(plain.id).text == "So, um, hello there."
    assert transcripts.read(plain.id, remove_fillers=True).text == "So hello there."


def test_spelling_is_a_view(
    transcripts: TranscriptService, intake: IntakeService, recording: Path, complete: Complete
) -> None:
    job = complete(intake.add(recording, JobOptions("en_uk")), "The color of the center.")
    assert transcripts.read(job.id).text == "The colour of the centre."
    assert transcripts.read(job.id).language == "en_uk"


def test_search_and_edit(transcripts: TranscriptService, job: Job, events: list[Event]) -> None:
    (hit,) = transcripts.search("hello")
    assert hit.job_id == job.id
    (segment,) = transcripts.read(job.id).segments
    edited = transcripts.edit(job.id, segment.id, text="So, um, goodbye.")
    assert (edited.text, edited.edited) == ("So, um, goodbye.", True)
    assert events[-1] == SegmentsEdited(job.id)
    assert transcripts.search("hello") == ()
    assert len(transcripts.search("goodbye")) == 1
    with pytest.raises(SegmentNotFound):
        transcripts.edit(job.id, 999, text="x")


def test_only_complete_transcripts_are_written(
    transcripts: TranscriptService,
    intake: IntakeService,
    recording: Path,
    options: JobOptions,
    folder: Path,
) -> None:
    job = intake.add(recording, options)
    with pytest.raises(StateConflict):
        export(transcripts, job, folder, "txt")
    with pytest.raises(JobNotFound):
        transcripts.export("job_none", ["txt"], folder, subtitles=SubtitleSettings())
    assert not folder.exists()


def test_names_of_written_files(transcripts: TranscriptService, job: Job, folder: Path) -> None:
    names = ["My talk.srt", "My talk.txt", "My talk (2).txt"]
    assert export(transcripts, job, folder, "srt", "txt", "txt-times") == names
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert export(transcripts, job, folder, "srt", "txt", "txt-times") == names
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_other_files_are_kept(transcripts: TranscriptService, job: Job, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "My talk.txt").write_text("notes")
    (folder / "My talk (2).txt").mkdir()
    assert export(transcripts, job, folder, "txt") == ["My talk (3).txt"]
    assert (folder / "My talk.txt").read_text() == "notes"
    (segment,) = transcripts.read(job.id).segments
    transcripts.edit(job.id, segment.id, text="Now it is different.")
    assert export(transcripts, job, folder, "txt") == ["My talk (4).txt"]
    assert (folder / "My talk (3).txt").read_text() != (folder / "My talk (4).txt").read_text()


def test_an_unknown_format_leaves_nothing(
    transcripts: TranscriptService, job: Job, folder: Path
) -> None:
    with pytest.raises(UnknownFormat):
        export(transcripts, job, folder, "txt", "pdf")
    assert not folder.exists()


def test_a_folder_that_refuses(transcripts: TranscriptService, job: Job, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for bad in (tmp_path / "file", tmp_path / "file" / "inside", tmp_path / ("d" * 300)):
        with pytest.raises(FolderNotWritable):
            export(transcripts, job, bad, "txt")
    assert transcripts.read(job.id).text


def test_a_file_that_cannot_be_compared(
    transcripts: TranscriptService, job: Job, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a network drive that drops out between two calls."""
    export(transcripts, job, folder, "txt")

    def fail(_self: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(FolderNotWritable):
        export(transcripts, job, folder, "txt")
