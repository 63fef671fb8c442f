"""``transcribe``: recordings in, transcript files out, one written path a line on stdout."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.commands.batch import Batch, Wish
from kopia_desktop.commands.progress import Progress
from kopia_desktop.commands.stopping import STOPPED, stop_on_signals
from kopia_desktop.commands.targets import Targets, check
from kopia_desktop.commands.vocabulary import notes as vocabulary_notes
from kopia_desktop.commands.vocabulary import read_file
from kopia_desktop.core.errors import (
    DataFolderBusy,
    ModelNotFound,
    NoTranslator,
    UnknownFormat,
    UnknownLanguage,
    VocabularyInvalid,
)
from kopia_desktop.core.events import JobChanged, TranslationsChanged
from kopia_desktop.core.job import JobOptions
from kopia_desktop.core.languages import spoken_language
from kopia_desktop.core.paths import default_data_root
from kopia_desktop.core.speech_models import STARTER, STARTER_NOTICE
from kopia_desktop.core.vocabulary import Vocabulary
from kopia_desktop.exporters import exporter

_POLL = 0.1


def run(options: argparse.Namespace) -> int:
    """The command itself; see ``cli`` for the exit codes."""
    try:
        formats = _formats(options.format)
        spoken_language(options.language or "auto")
        targets = Targets.of(options)
        vocabulary = None if options.vocabulary is None else read_file(options.vocabulary)
    except (UnknownFormat, UnknownLanguage, VocabularyInvalid) as error:
        return _usage(error)
    app = App(options.data_dir or default_data_root())
    progress = Progress(sys.stderr, quiet=options.quiet)
    try:
        job_options = _job_options(options, app, vocabulary)
        check(app, targets, job_options.language)
        _warn(app, job_options, progress)
        wish = Wish(formats, options.output_dir, job_options.remove_filler_words, targets)
        batch = Batch(app, progress, wish)
        return transcribe(app, options.files, job_options, batch, progress, again=options.again)
    except (ModelNotFound, NoTranslator) as error:
        return _usage(error)
    finally:
        app.close()


def transcribe(
    app: App,
    files: Sequence[Path],
    job_options: JobOptions,
    batch: Batch,
    progress: Progress,
    *,
    again: bool = False,
) -> int:
    """Add the files, wait for them, write each transcript and translation as it is completed."""
    try:
        with stop_on_signals() as stopped:
            for path in files:
                batch.add(path, job_options, again=again)
            _wait(app, batch, progress, stopped)
    finally:
        progress.close()
    if batch.is_open():
        batch.pause()
        print("Stopped. The same command goes on where it stopped.", file=sys.stderr)
        return STOPPED
    return 1 if batch.failed else 0


def _formats(text: str) -> list[str]:
    """The names of a comma list, each known, none twice."""
    return list(dict.fromkeys(exporter(name).name for name in text.split(",")))


def _usage(problem: object) -> int:
    print(f"kopia-desktop transcribe: {problem}", file=sys.stderr)
    return 2


def _job_options(
    options: argparse.Namespace, app: App, vocabulary: Vocabulary | None
) -> JobOptions:
    """What the command says, else the settings. Raises ModelNotFound."""
    defaults = app.settings.transcription
    if vocabulary is None:
        vocabulary = app.vocabularies.chosen(defaults.vocabulary)
    model = app.models.find(options.model or defaults.model)
    fillers = options.remove_filler_words
    return JobOptions(
        language=options.language or defaults.language,
        model=model.name,
        remove_filler_words=defaults.remove_filler_words if fillers is None else fillers,
        audio_track=options.audio_track,
        vocabulary=vocabulary,
    )


def _warn(app: App, job_options: JobOptions, progress: Progress) -> None:
    if app.loaded_settings.put_aside is not None:
        progress.note(
            "The settings file could not be read; the defaults are used. It is kept as"
            f" {app.loaded_settings.put_aside}."
        )
    if job_options.model == STARTER:
        progress.note(f"Note: {STARTER_NOTICE}")
    for text in vocabulary_notes(job_options):
        progress.note(text)


def _wait(app: App, batch: Batch, progress: Progress, stopped: threading.Event) -> None:
    """Until every job and translation is finished, or the person or the disk says stop."""
    changed = threading.Event()
    unsubscribe = app.bus.subscribe(
        lambda event: changed.set() if isinstance(event, JobChanged | TranslationsChanged) else None
    )
    given_away = False
    try:
        while not stopped.is_set():
            batch.look()
            if not batch.is_open():
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
