"""Transcripts as files with names of their own in a folder; no other file is written over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.core.errors import FolderNotWritable
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters import ExportOptions, exporter
from kopia_desktop.exporters.destination import file_name, write_atomically


def write_files(
    transcript: Transcript, formats: Sequence[str], folder: Path, options: ExportOptions
) -> tuple[Path, ...]:
    """Write a transcript, or a translation, in each format; returns the paths.

    Names are made of the title, those of translations end like ``Talk.es.srt``. A file that is
    already there with other content is kept, and a number is added to the new name; with the same
    content it is that file. Raises UnknownFormat before anything is written, FolderNotWritable,
    DiskFull.
    """
    title = Path(transcript.title).stem
    language = "" if transcript.translation_id is None else f"{transcript.language}."
    return tuple(
        _write(folder, title, language + chosen.extension, chosen.render(transcript, options))
        for chosen in [exporter(name) for name in formats]
    )


def _write(folder: Path, title: str, extension: str, content: bytes) -> Path:
    """Write under the title's name, or under the first numbered one that is free or the same."""
    taken: list[str] = []
    while True:
        path = folder / file_name(title, extension, taken)
        if not _is_other(path, content):
            write_atomically(path, content)
            return path
        taken.append(path.name)


def _is_other(path: Path, content: bytes) -> bool:
    """A file with different content stands there."""
    try:
        if not path.exists():
            return False
        return path.stat().st_size != len(content) or path.read_bytes() != content
    except OSError as error:
        raise FolderNotWritable(
            f"{path.parent} cannot be read.", hint="Choose another folder."
        ) from error
