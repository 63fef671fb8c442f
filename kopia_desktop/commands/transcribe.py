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
from kopia_desktop.commands.targets import STARTER_NOTICE as STARTER_TRANSLATION_NOTICE
from kopia_desktop.commands.targets import Targets, Translations, check
from kopia_desktop.core.errors import (
    DataFolderBusy,
    DiskFull,
    JobNotFound,
    KopiaError,
    ModelNotFound,
    NoTranslator,
    StateConflict,
    UnknownFormat,
    UnknownLanguage,
    VocabularyInvalid,
)
from kopia_desktop.core.events import JobChanged, TranslationsChanged
from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.languages import name_of, spoken_language
from kopia_desktop.core.paths import default_data_root
from kopia_desktop.core.speech_models import STARTER, STARTER_NOTICE
from kopia_desktop.core.translation import TranslationStatus
from kopia_desktop.core.vocabulary import Vocabulary, parse
from kopia_desktop.exporters import exporter
from kopia_desktop.services.media_files import printable

_POLL = 0.1
_LONGEST_FILE = 4 << 20  # bytes of a vocabulary: more than all its terms can take
STOPPED = 130
"""Exit code after Ctrl-C or SIGTERM, as shells have it."""


@dataclass(slots=True)
class Batch:
    """The files of one command on their way: which jobs are open, whether something failed."""

    formats: list[str]
    folder: Path
    remove_fillers: bool = False
    targets: Targets = field(default_factory=Targets)
    open: dict[str, Path] = field(default_factory=dict)
    failed: bool = False


def run(options: argparse.Namespace) -> int:
    """The command itself; see ``cli`` for the exit codes."""
    try:
        formats = _formats(options.format)
        spoken_language(options.language or "auto")
        targets = Targets.of(options)
        vocabulary = None if options.vocabulary is None else _vocabulary(options.vocabulary)
    except (UnknownFormat, UnknownLanguage, VocabularyInvalid) as error:
        return _usage(error)
    app = App(options.data_dir or default_data_root())
    try:
        job_options = _job_options(options, app, vocabulary)
        check(app, targets, job_options.language)
        _warn(app, job_options, quiet=options.quiet)
        batch = Batch(formats, options.output_dir, job_options.remove_filler_words, targets)
        return transcribe(app, options, job_options, batch)
    except (ModelNotFound, NoTranslator) as error:
        return _usage(error)
    finally:
        app.close()


def transcribe(app: App, options: argparse.Namespace, job_options: JobOptions, batch: Batch) -> int:
    """Add the files, wait for them, write each transcript and translation as it is completed."""
    progress = Progress(sys.stderr, quiet=options.quiet)
    translations = Translations(app, batch.targets)
    try:
        with _stop_on_signals() as stopped:
            for path in options.files:
                _add(app, path, job_options, batch, again=options.again)
            _wait(app, batch, translations, progress, stopped)
    finally:
        progress.close()
    if batch.open or translations.open:
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


def _vocabulary(path: Path) -> Vocabulary:
    """The terms of a text file. Raises VocabularyInvalid."""
    try:
        text = path.read_bytes()[: _LONGEST_FILE + 1].decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyInvalid(
            f"The vocabulary {printable(str(path))} cannot be read"
            f" ({getattr(error, 'strerror', None) or 'it is no UTF-8 text'}).",
            hint="Give a text file with one term a line.",
        ) from error
    if len(text) > _LONGEST_FILE:
        raise VocabularyInvalid(
            f"The vocabulary {printable(str(path))} is too long.",
            hint="Give a text file with one term a line.",
        )
    return parse(text)


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
        _fail(batch, path, error)


def _report(path: Path, error: object) -> None:
    name = printable(str(path))
    print(f"{name if len(name) <= 100 else '...' + name[-97:]}: {error}", file=sys.stderr)


def _wait(
    app: App,
    batch: Batch,
    translations: Translations,
    progress: Progress,
    stopped: threading.Event,
) -> None:
    """Until every job and translation is finished, or the person or the disk says stop."""
    changed = threading.Event()
    unsubscribe = app.bus.subscribe(
        lambda event: changed.set() if isinstance(event, JobChanged | TranslationsChanged) else None
    )
    given_away = False
    try:
        while not stopped.is_set():
            for job_id in list(batch.open):
                _look(app, job_id, batch, translations, progress)
            _look_at(translations, batch, progress)
            if not batch.open and not translations.open:
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


def _look(
    app: App, job_id: str, batch: Batch, translations: Translations, progress: Progress
) -> None:
    """Show where an open job stands, or end it here."""
    try:
        job = app.jobs.get(job_id)
    except JobNotFound:
        _give_up(batch, job_id, "The recording was deleted from the list meanwhile.")
        return
    if job.status.is_finished():
        _finish(app, job, batch, translations, progress)
    elif job.paused:
        _give_up(
            batch, job_id, "It was stopped elsewhere. The same command goes on where it stopped."
        )
    else:
        progress.show(job)


def _give_up(batch: Batch, job_id: str, why: str) -> None:
    _fail(batch, batch.open.pop(job_id), why)


def _fail(batch: Batch, path: Path, why: object) -> None:
    _report(path, why)
    batch.failed = True


def _pause(app: App, batch: Batch) -> None:
    """What was stopped here is not taken up by the next command for another file."""
    for job_id in batch.open:
        with suppress(JobNotFound, StateConflict):  # it ended in this moment
            app.jobs.set_paused(job_id, paused=True)


def _look_at(translations: Translations, batch: Batch, progress: Progress) -> None:
    """Show where the translations stand; write those that are completed."""
    for job, path, translation in translations.look():
        if translation is None:
            _fail(batch, path, "The translation was deleted meanwhile.")
        elif translation.status is TranslationStatus.FAILED:
            assert translation.error is not None
            error = translation.error
            language = name_of(translation.language)
            _fail(batch, path, f"Translation to {language}: {error.message} {error.hint}".strip())
        elif translation.is_completed():
            progress.clear()
            if _write(translations.app, job, path, batch, translation_id=translation.id):
                language = name_of(translation.language)
                progress.note(f"{printable(job.title)}: translated to {language}.")
        else:
            progress.show_translation(job, translation)


def _finish(
    app: App, job: Job, batch: Batch, translations: Translations, progress: Progress
) -> None:
    progress.finish(job)
    if job.status is JobStatus.FAILED:
        assert job.error is not None
        _give_up(batch, job.id, f"{job.error.message} {job.error.hint}".strip())
        return
    path = batch.open.pop(job.id)
    if not _write(app, job, path, batch):
        return
    if job.found_no_speech():
        progress.note(f"{printable(job.title)}: no speech found.")
    else:
        progress.note(_summary(job))
    _translate(job, path, batch, translations, progress)


def _translate(
    job: Job, path: Path, batch: Batch, translations: Translations, progress: Progress
) -> None:
    """Ask for the translations of a transcript; those that cannot be made are said."""
    knew = translations.has_starter
    for word in translations.begin(job, path):
        if isinstance(word, KopiaError):
            _fail(batch, path, word)
        else:
            progress.note(f"{printable(job.title)}: {word}")
    if translations.has_starter and not knew:
        progress.note(f"Note: {STARTER_TRANSLATION_NOTICE}")


def _write(
    app: App, job: Job, path: Path, batch: Batch, *, translation_id: str | None = None
) -> bool:
    """Write the transcript or a translation in each format and say where; False if it failed."""
    try:
        written = app.exports.export(
            job.id,
            batch.formats,
            batch.folder,
            subtitles=app.settings.subtitles,
            remove_fillers=batch.remove_fillers,
            translation_id=translation_id,
        )
    except KopiaError as error:
        _fail(batch, path, f"{error} Run the command again; nothing is done twice.")
        return False
    for file in written:
        print(file, flush=True)
    return True


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
