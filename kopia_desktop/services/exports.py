"""Write transcripts and their translations to files, or show what would be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kopia_desktop.core.errors import KopiaError, StateConflict
from kopia_desktop.core.job import JobStatus
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters import ExportOptions, exporter
from kopia_desktop.exporters.destination import write_atomically
from kopia_desktop.exporters.files import write_files
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.services.translations import TranslationService
from kopia_desktop.store.jobs import JobStore

_PREVIEWED = 400
"""Segments of a preview: more than anyone looks at, rendered in a few hundredths of a second."""


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One job of several: its transcript, or one of its translations, in these formats."""

    job_id: str
    formats: tuple[str, ...]
    subtitles: SubtitleSettings
    times: bool = True
    remove_fillers: bool | None = None
    translation_id: str | None = None


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What became of a request: the files that were written, or why there are none."""

    request: ExportRequest
    paths: tuple[Path, ...] = ()
    error: KopiaError | None = None


class ExportService:
    """The same choices everywhere.

    ``subtitles`` rules srt and vtt, ``times`` says whether the paragraphs of md, docx and html show
    when they begin, ``remove_fillers`` None follows the job (a translation is always of what the
    job reads). What is stored is never at risk.
    """

    def __init__(
        self, jobs: JobStore, transcripts: TranscriptService, translations: TranslationService
    ) -> None:
        self._jobs = jobs
        self._transcripts = transcripts
        self._translations = translations

    def render(
        self,
        job_id: str,
        format: str,
        *,
        subtitles: SubtitleSettings,
        times: bool = True,
        remove_fillers: bool | None = None,
        translation_id: str | None = None,
    ) -> bytes:
        """The content of one file, to be looked at or saved; also of a transcript that still grows.

        Raises JobNotFound, UnknownFormat, TranslationNotFound, StateConflict for a translation that
        is not completed.
        """
        chosen = exporter(format)
        transcript = self._read(job_id, translation_id, remove_fillers)
        return chosen.render(transcript, ExportOptions(subtitles=subtitles, times=times))

    def preview(self, request: ExportRequest) -> tuple[bytes, bool]:
        """How the file of a request with one format begins, and whether that is all of it.

        Of a long transcript only the first segments are read and laid out. Raises as ``render``.
        """
        (name,) = request.formats
        chosen = exporter(name)
        if request.translation_id is not None:
            whole = self._translations.read(request.job_id, request.translation_id)
            shown = replace(whole, segments=whole.segments[:_PREVIEWED])
            is_all = len(whole.segments) <= _PREVIEWED
        else:
            shown, is_all = self._transcripts.beginning(
                request.job_id, _PREVIEWED, remove_fillers=request.remove_fillers
            )
        options = ExportOptions(subtitles=request.subtitles, times=request.times)
        return chosen.render(shown, options), is_all

    def save(self, path: Path, content: bytes) -> None:
        """Write to the place a person chose and said may be overwritten.

        The file holds either what it held before or all of it. Raises FolderNotWritable, DiskFull.
        """
        write_atomically(path, content)

    def export(
        self,
        job_id: str,
        formats: Sequence[str],
        folder: Path,
        *,
        subtitles: SubtitleSettings,
        times: bool = True,
        remove_fillers: bool | None = None,
        translation_id: str | None = None,
    ) -> tuple[Path, ...]:
        """Write the completed transcript, or a translation of it, in each format; the paths.

        Names are made of the job's title, those of translations end like ``Talk.es.srt``. A file
        that is already there with other content is kept, and a number is added to the new name.
        Raises JobNotFound, StateConflict, UnknownFormat, TranslationNotFound, FolderNotWritable,
        DiskFull.
        """
        job = self._jobs.get(job_id)
        if job.status is not JobStatus.COMPLETED:
            raise StateConflict("The transcript is not complete yet.", hint="Wait for the job.")
        transcript = self._read(job_id, translation_id, remove_fillers)
        options = ExportOptions(subtitles=subtitles, times=times)
        return write_files(transcript, formats, folder, options)

    def export_many(
        self, requests: Sequence[ExportRequest], folder: Path
    ) -> tuple[ExportOutcome, ...]:
        """``export`` each into one folder, in this order; one that fails does not stop the rest."""
        return tuple(self._outcome(request, folder) for request in requests)

    def _outcome(self, request: ExportRequest, folder: Path) -> ExportOutcome:
        try:
            paths = self.export(
                request.job_id,
                request.formats,
                folder,
                subtitles=request.subtitles,
                times=request.times,
                remove_fillers=request.remove_fillers,
                translation_id=request.translation_id,
            )
        except KopiaError as error:
            return ExportOutcome(request, error=error)
        return ExportOutcome(request, paths)

    def _read(
        self, job_id: str, translation_id: str | None, remove_fillers: bool | None
    ) -> Transcript:
        if translation_id is not None:
            return self._translations.read(job_id, translation_id)
        return self._transcripts.read(job_id, remove_fillers=remove_fillers)
