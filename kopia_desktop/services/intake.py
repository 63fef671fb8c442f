"""What comes in: recordings become jobs. Files of this computer are read in place, as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kopia_desktop.core.errors import QueueFull
from kopia_desktop.core.events import EventBus, JobAdded, JobChanged
from kopia_desktop.core.job import Job, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.languages import spoken_language, target_language
from kopia_desktop.core.netguard import check_media_url
from kopia_desktop.core.settings import Settings
from kopia_desktop.exporters import exporter
from kopia_desktop.services.media_files import media_file
from kopia_desktop.services.vocabularies import respelled
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


class Taken(Enum):
    """What became of a file that was given."""

    ADDED = auto()
    RESUMED = auto()  # its job had failed or was paused, and goes on
    FOUND = auto()  # its job is waiting, at work or done


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
        return self._added(media_file(path), options)

    def add_or_resume(self, path: Path, options: JobOptions) -> Job:
        """The job that ``take`` tells of."""
        return self.take(path, options)[0]

    def take(self, path: Path, options: JobOptions) -> tuple[Job, Taken]:
        """The newest job of the same unchanged file and options, going on if it had stopped; else a
        new one. What its vocabulary replaces follows the options. Raises what ``add`` does.
        """
        _check(options)
        media = media_file(path)
        same = self._jobs.find_same(media, options)
        if same is None:
            return self._added(media, options), Taken.ADDED
        if same.options.vocabulary != options.vocabulary:
            same = respelled(self._jobs.set_vocabulary(same.id, options.vocabulary), self._bus)
        if not (same.paused or same.status is JobStatus.FAILED):
            return same, Taken.FOUND
        if same.status is JobStatus.FAILED:
            same = self._jobs.retry(same.id)
        if same.paused:
            same = self._jobs.set_paused(same.id, paused=False)
        self._bus.publish(JobChanged(same.id))
        return same, Taken.RESUMED

    def _added(self, media: MediaFile, options: JobOptions) -> Job:
        job = self._jobs.add(options=options, media=media)
        self._bus.publish(JobAdded(job.id))
        return job


def _check(options: JobOptions) -> None:
    """What cannot be done is said now and not after an hour of work."""
    spoken_language(options.language)
    for code in options.translate_to:
        target_language(code)
    for name in options.export.formats if options.export else ():
        exporter(name)
