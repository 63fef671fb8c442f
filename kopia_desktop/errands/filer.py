"""Files that jobs wish: writes them when a transcript or a translation is complete.

A kill between the writing and the mark leaves the mark due: the same content is then written again
under the same name. A file of other content is never written over.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from kopia_desktop.core.errors import (
    DiskFull,
    ExportError,
    FolderNotWritable,
    JobNotFound,
    KopiaError,
    StateConflict,
    TranslationNotFound,
)
from kopia_desktop.core.events import EventBus, JobChanged
from kopia_desktop.core.export import Export
from kopia_desktop.core.job import Job, JobError
from kopia_desktop.core.paths import downloads_folder
from kopia_desktop.core.settings import Settings
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.core.views import view
from kopia_desktop.exporters import ExportOptions
from kopia_desktop.exporters.files import write_files
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore

logger = logging.getLogger(__name__)

_ELSEWHERE = "Choose another folder; the transcript is kept."


class Filer:
    """Writes what is due. Its methods block and belong to one thread at a time."""

    def __init__(
        self, database: Database, *, bus: EventBus, settings: Callable[[], Settings]
    ) -> None:
        self._exports = ExportStore(database)
        self._jobs = JobStore(database)
        self._transcripts = TranscriptStore(database)
        self._translations = TranslationStore(database)
        self._bus = bus
        self._settings = settings

    def next_due(self) -> Export | None:
        return self._exports.next_due()

    def file(self, export: Export) -> None:
        """Write one's files and note what came of it. Raises what the store raises."""
        try:
            job = self._jobs.get(export.job_id)
            transcript = self._read(job, export)
        except (JobNotFound, TranslationNotFound):
            return  # deleted meanwhile, and the row with it
        except StateConflict:
            # The translation was asked for again: its row is made anew when it is completed.
            self._exports.done(export.id, export.paths)
            return
        self._write(job, transcript, export)
        self._bus.publish(JobChanged(job.id))

    def stumble(self, export: Export) -> None:
        """Note that a bug of this program kept the files from being written."""
        error = JobError(
            "internal",
            "The file was not written because of an internal error.",
            "Export it by hand; the log tells more.",
        )
        self._exports.fail(export.id, error)
        self._bus.publish(JobChanged(export.job_id))

    def _write(self, job: Job, transcript: Transcript, export: Export) -> None:
        options = ExportOptions(subtitles=self._settings().subtitles)
        written: list[Path] = []
        try:
            folder = _folder(job, export.folder)
            for name in export.formats:
                written += write_files(transcript, [name], folder, options)
        except (ExportError, DiskFull) as error:
            logger.info("the files of job %s are not written: %s", job.id, error.code)
            self._exports.fail(export.id, _explained(error), written)
        else:
            logger.info("the files of job %s are written", job.id)
            self._exports.done(export.id, written)

    def _read(self, job: Job, export: Export) -> Transcript:
        if export.translation_id is not None:
            return self._translations.transcript(job.id, export.translation_id)
        stored = self._transcripts.get(job.id)
        return view(stored, remove_fillers=job.options.remove_filler_words)


def _folder(job: Job, wished: str) -> Path:
    """Where a job's files go; what came from the web lies beside nothing of the person's.

    Raises FolderNotWritable for a recording's folder that is gone: it is not made anew.
    """
    if wished:
        return Path(wished)
    if job.media is None or job.media.owned:
        return downloads_folder()
    folder = Path(job.media.path).parent
    if not folder.is_dir():
        raise FolderNotWritable(f"The folder {folder} is not there any more.", hint=_ELSEWHERE)
    return folder


def _explained(error: KopiaError) -> JobError:
    """A folder that refuses has one way out for a person who does not stand beside."""
    hint = _ELSEWHERE if isinstance(error, FolderNotWritable) else error.hint
    return JobError(error.code, error.message, hint)
