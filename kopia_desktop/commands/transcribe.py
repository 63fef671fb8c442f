"""``transcribe``: recordings in, transcript files out, one written path a line on stdout."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.commands.progress import Progress
from kopia_desktop.core.errors import (
    DataFolderBusy,
    DiskFull,
    JobNotFound,
    KopiaError,
    ModelNotFound,
    StateConflict,
    UnknownFormat,
    UnknownLanguage,
)
from kopia_desktop.core.events import JobChanged
from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.languages import name_of, spoken_language
from kopia_desktop.core.paths import default_data_root
from kopia_desktop.core.speech_models import STARTER, STARTER_NOTICE
from kopia_desktop.exporters import exporter
from kopia_desktop.services.media_files import printable

_POLL = 0.1
STOPPED = 130
"""Exit code after Ctrl-C or SIGTERM, as shells have it."""


@dataclass(slots=True)
class Batch:
    """The files of one command on their way: which jobs are open, whether something failed."""

    formats: list[str]
    folder: Path
    remove_fillers: bool = False
    open: dict[str, Path] = field(default_factory=dict)
    failed: bool = False


def run(options: argparse.Namespace) -> int:
    """The command itself; see ``cli`` for the exit codes."""
    try:
        formats = _formats(options.format)
        spoken_language(options.language or "auto")
    except (UnknownFormat, UnknownLanguage) as error:
        return _usage(error)
    if options.translate:
        return _usage(
            "Translation is not part of this version yet. Leave --translate out; the transcript"
            " itself can be made now."
        )
    app = App(options.data_dir or default_data_root())
    try:
        job_options = _job_options(options, app)
        _warn(app, job_options, quiet=options.quiet)
        batch = Batch(formats, options.output_dir, job_options.remove_filler_words)
        return transcribe(app, options, job_options, batch)
    except ModelNotFound as error:
        return _usage(error)
    finally:
        app.close()


def transcribe(app: App, options: argparse.Namespace, job_options: JobOptions, batch: Batch) -> int:
    """Add the files, wait for them, write each transcript as it is completed."""
    progress = Progress(sys.stderr, quiet=options.quiet)
    try:
        with _stop_on_signals() as stopped:
            for path in options.files:
                _add(app, path, job_options, batch, again=options.again)
            _wait(app, batch, progress, stopped)
    finally:
        progress.close()
    if batch.open:
        _pause(app, batch)
        print("Stopped. The same command goes on where it stopped.", file=sys.stderr)
        return STOPPED
    return 1 if batch.failed else 0


def _formats(text: str) -> list[str]:
    """The names of a comma list, each known, none twice."""
    return list(dict.fromkeys(exporter(name).name for name in text.split(",")))


def _usage(problem: object) -> int:
    print(f"kopia-desktop transcribe: {problem}", file=sys.stderr)
    return 2


def _job_options(options: argparse.Namespace, app: App) -> JobOptions:
    """What the command says, else the settings. Raises ModelNotFound."""
    defaults = app.settings.transcription
    model = app.models.find(options.model or defaults.model)
    fillers = options.remove_filler_words
    return JobOptions(
        language=options.language or defaults.language,
        model=model.name,
        remove_filler_words=defaults.remove_filler_words if fillers is None else fillers,
        audio_track=options.audio_track,
    )


def _warn(app: App, job_options: JobOptions, *, quiet: bool) -> None:
    progress = Progress(sys.stderr, quiet=quiet)
    if app.loaded_settings.put_aside is not None:
        progress.note(
            "The settings file could not be read; the defaults are used. It is kept as"
            f" {app.loaded_settings.put_aside}."
        )
    if job_options.model == STARTER:
        progress.note(f"Note: {STARTER_NOTICE}")


def _add(app: App, path: Path, job_options: JobOptions, batch: Batch, *, again: bool) -> None:
    """One file; what is wrong with it is said, and the others go on."""
    try:
        add = app.intake.add if again else app.intake.add_or_resume
        batch.open[add(path, job_options).id] = path
    except DiskFull:
        raise
    except KopiaError as error:
        _report(path, error)
        batch.failed = True


def _report(path: Path, error: object) -> None:
    name = printable(str(path))
    print(f"{name if len(name) <= 100 else '...' + name[-97:]}: {error}", file=sys.stderr)


def _wait(app: App, batch: Batch, progress: Progress, stopped: threading.Event) -> None:
    """Until every job is finished, or the person or the disk says stop."""
    changed = threading.Event()
    unsubscribe = app.bus.subscribe(
        lambda event: changed.set() if isinstance(event, JobChanged) else None
    )
    given_away = False
    try:
        while not stopped.is_set():
            for job_id in list(batch.open):
                _look(app, job_id, batch, progress)
            if not batch.open:
                return
            given_away = _run_engine(app, progress, given_away)
            problem = app.engine_error()
            if problem is not None:
                raise problem
            changed.wait(_POLL)
            changed.clear()
    finally:
        unsubscribe()


def _run_engine(app: App, progress: Progress, given_away: bool) -> bool:
    """Run the engine here, unless another process has it; asked again and again, because that one
    may end before our files are done. Returns whether another has it.
    """
    try:
        app.start_engine()
    except DataFolderBusy:
        if not given_away:
            progress.note(
                "A running Kopia Desktop has this data folder; the files are given to it."
            )
        return True
    return False


def _look(app: App, job_id: str, batch: Batch, progress: Progress) -> None:
    """Show where an open job stands, or end it here."""
    try:
        job = app.jobs.get(job_id)
    except JobNotFound:
        _give_up(batch, job_id, "The recording was deleted from the list meanwhile.")
        return
    if job.status.is_finished():
        _finish(app, job, batch, progress)
    elif job.paused:
        _give_up(
            batch, job_id, "It was stopped elsewhere. The same command goes on where it stopped."
        )
    else:
        progress.show(job)


def _give_up(batch: Batch, job_id: str, why: str) -> None:
    _report(batch.open.pop(job_id), why)
    batch.failed = True


def _pause(app: App, batch: Batch) -> None:
    """What was stopped here is not taken up by the next command for another file."""
    for job_id in batch.open:
        with suppress(JobNotFound, StateConflict):  # it ended in this moment
            app.jobs.set_paused(job_id, paused=True)


def _finish(app: App, job: Job, batch: Batch, progress: Progress) -> None:
    progress.finish(job)
    if job.status is JobStatus.FAILED:
        assert job.error is not None
        _give_up(batch, job.id, f"{job.error.message} {job.error.hint}".strip())
        return
    try:
        written = app.exports.export(
            job.id,
            batch.formats,
            batch.folder,
            subtitles=app.settings.subtitles,
            remove_fillers=batch.remove_fillers,
        )
    except KopiaError as error:
        _give_up(batch, job.id, f"{error} Run the command again; nothing is done twice.")
        return
    del batch.open[job.id]
    for file in written:
        print(file, flush=True)
    if job.found_no_speech():
        progress.note(f"{printable(job.title)}: no speech found.")
    else:
        progress.note(_summary(job))


def _summary(job: Job) -> str:
    language = name_of(job.spoken_language)
    sure = f" {job.language_probability:.0%}" if job.language_probability is not None else ""
    return f"{printable(job.title)}: done, {language}{sure}."


@contextmanager
def _stop_on_signals() -> Iterator[threading.Event]:
    """SIGINT and SIGTERM set the event; a second one ends the process as usual."""
    stopped = threading.Event()

    def note(number: int, _frame: object) -> None:
        stopped.set()
        signal.signal(number, signal.SIG_DFL)

    before = {number: signal.signal(number, note) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stopped
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
