"""The files that transcripts and translations are written to."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import (
    FolderNotWritable,
    JobNotFound,
    StateConflict,
    TranslationNotFound,
    UnknownFormat,
)
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.translation import Translation
from kopia_desktop.services.exports import ExportRequest, ExportService
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.services.translations import TranslationService
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.translations import TranslationStore
from tests.engine_part import translate

Complete = Callable[..., Job]

SUBTITLES = SubtitleSettings()


@pytest.fixture
def exports(
    store: JobStore,
    transcripts: TranscriptService,
    database: Database,
    data_folder: DataFolder,
    bus: EventBus,
) -> ExportService:
    translations = TranslationService(
        TranslationStore(database), store, transcripts, data_folder, bus
    )
    return ExportService(store, transcripts, translations)


@pytest.fixture
def job(intake: IntakeService, recording: Path, options: JobOptions, complete: Complete) -> Job:
    return complete(intake.add(recording, options))


@pytest.fixture
def spanish(database: Database, job: Job) -> Translation:
    """A completed translation in which every segment says the same."""
    store = TranslationStore(database)
    (made,) = store.add(job.id, ["es"], formal=True)
    translate(store, made.id, lambda _: "Hola a todos.")
    return store.get(job.id, made.id)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / "deeper"


def export(exports: ExportService, job: Job, folder: Path, *formats: str) -> list[str]:
    written = exports.export(job.id, formats, folder, subtitles=SUBTITLES)
    assert all(path.parent == folder for path in written)
    return [path.name for path in written]


def test_only_complete_transcripts_are_written(
    exports: ExportService,
    intake: IntakeService,
    recording: Path,
    options: JobOptions,
    folder: Path,
) -> None:
    job = intake.add(recording, options)
    with pytest.raises(StateConflict):
        export(exports, job, folder, "txt")
    with pytest.raises(JobNotFound):
        exports.export("job_none", ["txt"], folder, subtitles=SUBTITLES)
    assert not folder.exists()


def test_names_of_written_files(exports: ExportService, job: Job, folder: Path) -> None:
    names = ["My talk.srt", "My talk.txt", "My talk (2).txt"]
    assert export(exports, job, folder, "srt", "txt", "txt-times") == names
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert export(exports, job, folder, "srt", "txt", "txt-times") == names
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_other_files_are_kept(
    exports: ExportService, transcripts: TranscriptService, job: Job, folder: Path
) -> None:
    folder.mkdir(parents=True)
    (folder / "My talk.txt").write_text("notes")
    (folder / "My talk (2).txt").mkdir()
    assert export(exports, job, folder, "txt") == ["My talk (3).txt"]
    assert (folder / "My talk.txt").read_text() == "notes"
    (segment,) = transcripts.read(job.id).segments
    transcripts.edit(job.id, segment.id, text="Now it is different.")
    assert export(exports, job, folder, "txt") == ["My talk (4).txt"]
    assert (folder / "My talk (3).txt").read_text() != (folder / "My talk (4).txt").read_text()


def test_an_unknown_format_leaves_nothing(exports: ExportService, job: Job, folder: Path) -> None:
    with pytest.raises(UnknownFormat):
        export(exports, job, folder, "txt", "pdf")
    assert not folder.exists()


def test_a_folder_that_refuses(
    exports: ExportService, transcripts: TranscriptService, job: Job, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    for bad in (tmp_path / "file", tmp_path / "file" / "inside", tmp_path / ("d" * 300)):
        with pytest.raises(FolderNotWritable):
            export(exports, job, bad, "txt")
    assert transcripts.read(job.id).text


def test_a_file_that_cannot_be_compared(
    exports: ExportService, job: Job, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a network drive that drops out between two calls."""
    export(exports, job, folder, "txt")

    def fail(_self: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(FolderNotWritable):
        export(exports, job, folder, "txt")


# Translations


def test_a_translation_has_its_language_in_the_name(
    exports: ExportService, job: Job, spanish: Translation, folder: Path
) -> None:
    (folder / "deep").mkdir(parents=True)
    (folder / "My talk.es.srt").write_text("notes")
    written = exports.export(
        job.id, ["srt", "txt"], folder, subtitles=SUBTITLES, translation_id=spanish.id
    )
    assert [path.name for path in written] == ["My talk (2).es.srt", "My talk.es.txt"]
    assert written[1].read_text("utf-8") == "Hola a todos.\n"
    with pytest.raises(TranslationNotFound):
        exports.export(job.id, ["srt"], folder, subtitles=SUBTITLES, translation_id="trl_none")


def test_a_translation_that_is_not_ready(
    exports: ExportService, database: Database, job: Job, folder: Path
) -> None:
    (made,) = TranslationStore(database).add(job.id, ["es"], formal=True)
    with pytest.raises(StateConflict):
        exports.export(job.id, ["srt"], folder, subtitles=SUBTITLES, translation_id=made.id)
    with pytest.raises(StateConflict):
        exports.render(job.id, "srt", subtitles=SUBTITLES, translation_id=made.id)


# What would be written


def test_rendered_is_what_is_written(
    exports: ExportService, job: Job, spanish: Translation, folder: Path
) -> None:
    (path,) = exports.export(job.id, ["srt"], folder, subtitles=SUBTITLES)
    assert exports.render(job.id, "srt", subtitles=SUBTITLES) == path.read_bytes()
    text = exports.render(job.id, "txt", subtitles=SUBTITLES, remove_fillers=True)
    assert text == b"So hello there.\n"
    text = exports.render(job.id, "txt", subtitles=SUBTITLES, translation_id=spanish.id)
    assert text == b"Hola a todos.\n"
    with_times, without = (
        exports.render(job.id, "md", subtitles=SUBTITLES, times=times) for times in (True, False)
    )
    assert with_times != without
    with pytest.raises(UnknownFormat):
        exports.render(job.id, "pdf", subtitles=SUBTITLES)


def test_what_is_not_complete_can_be_looked_at(
    exports: ExportService, intake: IntakeService, recording: Path, options: JobOptions
) -> None:
    job = intake.add(recording, options)
    content = exports.render(job.id, "json", subtitles=SUBTITLES)
    assert json.loads(content)["segments"] == []
    with pytest.raises(JobNotFound):
        exports.render("job_none", "json", subtitles=SUBTITLES)


def test_saved_over_what_was_there(exports: ExportService, tmp_path: Path) -> None:
    path = tmp_path / "new" / "talk.srt"
    exports.save(path, b"first")
    exports.save(path, b"second")
    assert path.read_bytes() == b"second"
    with pytest.raises(FolderNotWritable):
        exports.save(path / "inside", b"x")


# Several jobs


def test_one_that_fails_does_not_stop_the_others(
    exports: ExportService,
    intake: IntakeService,
    complete: Complete,
    recording: Path,
    options: JobOptions,
    job: Job,
    spanish: Translation,
    folder: Path,
) -> None:
    waiting = intake.add(recording, options)
    same_name = complete(intake.add(recording, options), "Other words.")
    requests = [
        ExportRequest(job.id, ("srt", "txt"), SUBTITLES),
        ExportRequest(waiting.id, ("txt",), SUBTITLES),
        ExportRequest("job_none", ("txt",), SUBTITLES),
        ExportRequest(job.id, ("pdf",), SUBTITLES),
        ExportRequest(same_name.id, ("txt",), SUBTITLES),
        ExportRequest(job.id, ("txt",), SUBTITLES, translation_id=spanish.id),
    ]
    outcomes = exports.export_many(requests, folder)
    assert [outcome.request for outcome in outcomes] == requests
    assert [[path.name for path in outcome.paths] for outcome in outcomes] == [
        ["My talk.srt", "My talk.txt"],
        [],
        [],
        [],
        ["My talk (2).txt"],
        ["My talk.es.txt"],
    ]
    assert [outcome.error and outcome.error.code for outcome in outcomes] == [
        None,
        "state_conflict",
        "job_not_found",
        "unknown_format",
        None,
        None,
    ]


@pytest.mark.parametrize("name", ["srt", "txt", "json", "docx"])
@pytest.mark.parametrize("remove_fillers", [None, True, False])
def test_a_preview_of_a_short_transcript_is_the_file(
    exports: ExportService, job: Job, name: str, remove_fillers: bool | None
) -> None:
    request = ExportRequest(job.id, (name,), SUBTITLES, remove_fillers=remove_fillers)
    whole = exports.render(job.id, name, subtitles=SUBTITLES, remove_fillers=remove_fillers)
    assert exports.preview(request) == (whole, True)


def test_a_preview_of_a_translation(exports: ExportService, job: Job, spanish: Translation) -> None:
    request = ExportRequest(job.id, ("txt",), SUBTITLES, translation_id=spanish.id)
    content, is_all = exports.preview(request)
    assert (content.decode().strip(), is_all) == ("Hola a todos.", True)


def test_a_preview_of_a_long_transcript_is_its_beginning(
    exports: ExportService,
    intake: IntakeService,
    recording: Path,
    options: JobOptions,
    transcripts: TranscriptService,
    complete: Complete,
) -> None:
    job = complete(intake.add(recording, options), " ".join(["word"] * 500))
    (segment,) = transcripts.read(job.id).segments
    for _ in range(450):
        edited = transcripts.split(job.id, segment.id, 4)
        assert edited.focus is not None
        segment = next(each for each in edited.changed if each.id == edited.focus)
    whole = exports.render(job.id, "txt", subtitles=SUBTITLES).decode()
    content, is_all = exports.preview(ExportRequest(job.id, ("txt",), SUBTITLES))
    assert not is_all
    assert 0 < len(content) < len(whole)
    assert whole.startswith(content.decode().strip())
