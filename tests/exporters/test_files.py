"""Files that find their own names: none is written over, none is written twice."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from kopia_desktop.core.errors import FolderNotWritable, UnknownFormat
from kopia_desktop.core.transcript import Segment, Transcript
from kopia_desktop.exporters import ExportOptions
from kopia_desktop.exporters.files import write_files

TALK = Transcript("job_1", "en", 5.0, (Segment(1, 0.0, 2.0, "Hello.", ()),), "My talk.wav")
SPANISH = dataclasses.replace(TALK, language="es", translation_id="trl_1")


def names(transcript: Transcript, folder: Path, *formats: str) -> list[str]:
    return [path.name for path in write_files(transcript, formats, folder, ExportOptions())]


def test_names_are_made_of_title_and_language(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert names(TALK, folder, "srt", "txt") == ["My talk.srt", "My talk.txt"]
    assert names(SPANISH, folder, "srt") == ["My talk.es.srt"]
    assert sorted(path.name for path in folder.iterdir()) == [
        "My talk.es.srt",
        "My talk.srt",
        "My talk.txt",
    ]


def test_other_content_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "My talk.srt").write_text("corrected by hand")
    assert names(TALK, tmp_path, "srt") == ["My talk (2).srt"]
    assert names(TALK, tmp_path, "srt") == ["My talk (2).srt"], "the same is not written twice"
    edited = dataclasses.replace(TALK, segments=(Segment(1, 0.0, 2.0, "Bye.", ()),))
    assert names(edited, tmp_path, "srt") == ["My talk (3).srt"]
    assert (tmp_path / "My talk.srt").read_text() == "corrected by hand"


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        write_files(TALK, ["srt", "papyrus"], tmp_path, ExportOptions())
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FolderNotWritable):
        write_files(TALK, ["srt"], tmp_path / "file", ExportOptions())
