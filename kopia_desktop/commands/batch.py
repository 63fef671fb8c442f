"""The recordings of one command on their way: added, looked at, written, translated, told."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.commands.progress import Progress
from kopia_desktop.commands.targets import STARTER_NOTICE, Targets, Translations
from kopia_desktop.core.errors import DiskFull, JobNotFound, KopiaError, StateConflict
from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.languages import name_of
from kopia_desktop.core.translation import Translation, TranslationStatus
from kopia_desktop.services.media_files import printable


@dataclass(frozen=True, slots=True)
class Wish:
    """What a command wants of each recording: files in these formats, in this folder."""

    formats: Sequence[str]
    folder: Path
    remove_fillers: bool = False
    targets: Targets = field(default_factory=Targets)


class Batch:
    """Which jobs and translations are open, and whether something failed.

    Written paths go to stdout, a line each; what is wrong with a file is said on stderr, and the
    others go on.
    """

    def __init__(self, app: App, progress: Progress, wish: Wish) -> None:
        self._app = app
        self._progress = progress
        self._wish = wish
        self._open: dict[str, Path] = {}  # by the job's id
        self._translations = Translations(app, wish.targets)
        self.failed = False

    def is_open(self) -> bool:
        return bool(self._open or self._translations.open)

    def add(self, path: Path, options: JobOptions, *, again: bool) -> None:
        """One recording, or its job that is there already. Raises DiskFull."""
        intake = self._app.intake
        try:
            job = (intake.add if again else intake.add_or_resume)(path, options)
        except DiskFull:
            raise
        except KopiaError as error:
            self._fail(path, error)
        else:
            self._open[job.id] = path

    def look(self) -> None:
        """Show where each open job and translation stands, or end it here."""
        for job_id in list(self._open):
            self._look_at_job(job_id)
        for job, path, translation in self._translations.look():
            self._look_at_translation(job, path, translation)

    def pause(self) -> None:
        """What was stopped here is not taken up by the next command for another file."""
        for job_id in self._open:
            with suppress(JobNotFound, StateConflict):  # it ended in this moment
                self._app.jobs.set_paused(job_id, paused=True)

    def _look_at_job(self, job_id: str) -> None:
        try:
            job = self._app.jobs.get(job_id)
        except JobNotFound:
            path = self._open.pop(job_id)
            self._fail(path, "The recording was deleted from the list meanwhile.")
            return
        if job.status.is_finished():
            self._progress.finish(job)
            self._finish(job, self._open.pop(job_id))
        elif job.paused:
            path = self._open.pop(job_id)
            self._fail(path, "It was stopped elsewhere. The same command goes on where it stopped.")
        else:
            self._progress.show(job)

    def _finish(self, job: Job, path: Path) -> None:
        """Say what became of a job, write its transcript, ask for the translations."""
        if job.status is JobStatus.FAILED:
            assert job.error is not None
            self._fail(path, f"{job.error.message} {job.error.hint}".strip())
            return
        if not self._write(job, path):
            return
        if job.found_no_speech():
            self._progress.note(f"{printable(job.title)}: no speech found.")
        else:
            self._progress.note(_summary(job))
        knew = self._translations.has_starter
        for word in self._translations.begin(job, path):
            if isinstance(word, KopiaError):
                self._fail(path, word)
            else:
                self._progress.note(f"{printable(job.title)}: {word}")
        if self._translations.has_starter and not knew:
            self._progress.note(f"Note: {STARTER_NOTICE}")

    def _look_at_translation(self, job: Job, path: Path, translation: Translation | None) -> None:
        if translation is None:
            self._fail(path, "The translation was deleted meanwhile.")
            return
        language = name_of(translation.language)
        if translation.status is TranslationStatus.FAILED:
            assert translation.error is not None
            why = f"{translation.error.message} {translation.error.hint}".strip()
            self._fail(path, f"Translation to {language}: {why}")
        elif translation.is_completed():
            self._progress.clear()
            if self._write(job, path, translation_id=translation.id):
                self._progress.note(f"{printable(job.title)}: translated to {language}.")
        else:
            self._progress.show_translation(job, translation)

    def _write(self, job: Job, path: Path, *, translation_id: str | None = None) -> bool:
        """Write the transcript, or a translation, and say where; False if that failed."""
        try:
            written = self._app.exports.export(
                job.id,
                self._wish.formats,
                self._wish.folder,
                subtitles=self._app.settings.subtitles,
                remove_fillers=self._wish.remove_fillers,
                translation_id=translation_id,
            )
        except KopiaError as error:
            self._fail(path, f"{error} Run the command again; nothing is done twice.")
            return False
        for file in written:
            print(file, flush=True)
        return True

    def _fail(self, path: Path, why: object) -> None:
        self.failed = True
        self._progress.clear()
        name = printable(str(path))
        print(f"{name if len(name) <= 100 else '...' + name[-97:]}: {why}", file=sys.stderr)


def _summary(job: Job) -> str:
    language = name_of(job.spoken_language)
    sure = f" {job.language_probability:.0%}" if job.language_probability is not None else ""
    return f"{printable(job.title)}: done, {language}{sure}."
