"""What comes in: recordings become jobs. Files of this computer are read in place, as they are."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kopia_desktop.core.errors import (
    MediaEmpty,
    MediaError,
    MediaIsFolder,
    MediaNotFound,
    MediaUnreadable,
    QueueFull,
    UnsupportedMedia,
)
from kopia_desktop.core.events import EventBus, JobAdded, JobChanged
from kopia_desktop.core.job import Job, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.languages import spoken_language, target_language
from kopia_desktop.core.netguard import check_media_url
from kopia_desktop.core.settings import Settings
from kopia_desktop.exporters import exporter
from kopia_desktop.store.idempotency import Keep
from kopia_desktop.store.jobs import JobStore


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job that a program asks for; its media is uploaded, or fetched from ``media_url``.

    ``transient`` jobs answer one request and are deleted after it.
    """

    options: JobOptions
    media_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: str | None = None
    transient: bool = False


class IntakeService:
    """Adds recordings: by path, or as jobs whose media is still to come."""

    def __init__(self, jobs: JobStore, bus: EventBus, settings: Callable[[], Settings]) -> None:
        self._jobs = jobs
        self._bus = bus
        self._settings = settings

    def create(self, wanted: NewJob, *, keep: Keep | None = None) -> Job:
        """A pending job.

        Raises UnknownLanguage, UnknownFormat, AddressRefused for a URL, QueueFull.
        """
        _check(wanted.options)
        if wanted.media_url is not None:
            check_media_url(wanted.media_url)
        limit = self._settings().api.max_unfinished
        if self._jobs.unfinished_count() >= limit:
            raise QueueFull(
                f"There are {limit} unfinished jobs.",
                hint="Wait until some are completed, or delete some.",
            )
        job = self._jobs.add(
            options=wanted.options,
            media_url=wanted.media_url,
            webhook_url=wanted.webhook_url,
            webhook_secret=wanted.webhook_secret if wanted.webhook_url else None,
            transient=wanted.transient,
            keep=keep,
        )
        self._bus.publish(JobAdded(job.id))
        return job

    def add(self, path: Path, options: JobOptions) -> Job:
        """A new job for a file. Raises MediaError's children, UnknownLanguage, UnknownFormat."""
        _check(options)
        job = self._jobs.add(options=options, media=media_file(path))
        self._bus.publish(JobAdded(job.id))
        return job

    def add_or_resume(self, path: Path, options: JobOptions) -> Job:
        """The job of the same unchanged file and options, going on where it stopped; else a new
        one.

        A completed one is returned as it is.
        """
        _check(options)
        same = self.find_same(path, options)
        if same is None:
            return self.add(path, options)
        if same.status is JobStatus.FAILED:
            same = self._jobs.retry(same.id)
        if same.paused:
            same = self._jobs.set_paused(same.id, paused=False)
        self._bus.publish(JobChanged(same.id))
        return same

    def find_same(self, path: Path, options: JobOptions) -> Job | None:
        """The newest job of the same unchanged file and options; raises MediaError's children."""
        return self._jobs.find_same(media_file(path), options)


def _check(options: JobOptions) -> None:
    """What cannot be done is said now and not after an hour of work."""
    spoken_language(options.language)
    for code in options.translate_to:
        target_language(code)
    for name in options.export.formats if options.export else ():
        exporter(name)


def media_file(path: Path) -> MediaFile:
    """Look at a file without opening its content; raises MediaError's children."""
    name = _shown(path.name or str(path))
    try:
        full = path.absolute()
        status = full.stat()
        if stat.S_ISREG(status.st_mode):
            full.open("rb").close()
    except FileNotFoundError as error:
        raise MediaNotFound(f"There is no file {name}.", hint="Check the path.") from error
    except PermissionError as error:
        raise MediaUnreadable(
            f"{name} cannot be opened.", hint="You have no permission to read it."
        ) from error
    except (OSError, ValueError) as error:
        raise unusable_media(name, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise MediaIsFolder(f"{name} is a folder.", hint="Give the files inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnsupportedMedia(f"{name} is not a file.", hint="Give a recording's file.")
    if status.st_size == 0:
        raise MediaEmpty(f"{name} is empty (0 bytes).", hint="Copy or record it again.")
    return MediaFile(
        path=str(full), name=path.name, size_bytes=status.st_size, modified_ns=status.st_mtime_ns
    )


def unusable_media(name: str, error: OSError | ValueError) -> MediaError:
    """What it means that a file cannot be read; ``name`` as it is to be shown."""
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return MediaNotFound("The path is longer than the system allows.", hint="Shorten it.")
    return MediaUnreadable(
        f"{name} cannot be opened.", hint="Check the name, the disk and the network drive."
    )


def printable(name: str) -> str:
    """A file's name as it can stand in a line: any character but NUL may be in one."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def _shown(name: str) -> str:
    plain = printable(name)
    return plain if len(plain) <= 80 else plain[:77] + "..."
