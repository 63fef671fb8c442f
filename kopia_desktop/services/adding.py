"""Many recordings become jobs, in steps, so that they appear one after another.

A file that is in the list already, unchanged and with the same options, is not transcribed a second
time: hours of work would be done twice for a slip of the hand, and the two could not be told apart.
What had failed or was paused goes on instead, because whoever gives a file wants its transcript.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path

from kopia_desktop.core.errors import AddressRefused, KopiaError, MediaError, QueueFull
from kopia_desktop.core.job import JobOptions
from kopia_desktop.services.collecting import Collecting, LeftOut, Refusal
from kopia_desktop.services.intake import IntakeService, NewJob, Taken
from kopia_desktop.services.media_links import Links, links
from kopia_desktop.services.models import ModelService


class Repeat(Enum):
    """What becomes of a file that is in the list already."""

    FIND = auto()  # its job is told, and goes on if it had stopped
    ANEW = auto()  # it is transcribed once more


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person gives at once; ``options`` of None are those of the settings."""

    paths: tuple[Path, ...] = ()
    text: str = ""
    options: JobOptions | None = None
    repeat: Repeat = Repeat.FIND


@dataclass(frozen=True, slots=True)
class AlreadyThere:
    """A file whose job was found in the list."""

    job_id: str
    path: Path


@dataclass(frozen=True, slots=True)
class AddSummary:
    """What came of it: jobs by id, and all that was not taken.

    ``resumed`` had failed or were paused and go on. ``failure`` ended it all early, as a person's
    ``cancelled`` does; ``rest`` counts what was then not looked at any more.
    """

    added: tuple[str, ...] = ()
    resumed: tuple[str, ...] = ()
    already: tuple[AlreadyThere, ...] = ()
    refused: tuple[Refusal, ...] = ()
    left_out: Mapping[LeftOut, int] = field(default_factory=dict)
    others: tuple[Path, ...] = ()
    failure: KopiaError | None = None
    cancelled: bool = False
    rest: int = 0

    @property
    def job_ids(self) -> tuple[str, ...]:
        """Every job that what was given belongs to: new ones first."""
        return (*self.added, *self.resumed, *(one.job_id for one in self.already))

    def is_plain(self) -> bool:
        """All that was given was added: nothing to tell."""
        told = (self.resumed, self.already, self.refused, self.failure, self.rest)
        return not any(told) and not self.left_out.get(LeftOut.OTHER_FILES, 0)


@dataclass(frozen=True, slots=True)
class AddStep:
    """Where adding stands: ``total`` is 0 while folders are still looked through.

    ``added`` are the ids of the jobs of this step, ``name`` is the file or link at hand.
    """

    done: int
    total: int
    name: str
    added: tuple[str, ...]
    is_over: bool


class Adding:
    """Adds what a person gave; ``step`` by ``step``, each in any thread, never two at once."""

    def __init__(
        self,
        intake: IntakeService,
        models: ModelService,
        wanted: Wanted,
        default_options: Callable[[], JobOptions],
    ) -> None:
        self._intake = intake
        self._models = models
        self._wanted = wanted
        self._default_options = default_options
        self._options: JobOptions | None = wanted.options
        self._links: Links | None = None
        self._collecting = Collecting(wanted.paths)
        self._walking = True
        self._todo: list[Path | str] = []
        self._done = 0
        self._added: list[str] = []
        self._resumed: list[str] = []
        self._already: list[AlreadyThere] = []
        self._refused: list[Refusal] = []
        self._failure: KopiaError | None = None

    def step(self, *, seconds: float = 0.1, most: int = 50) -> AddStep:
        """Look through folders, or add ``most`` recordings, for about so many seconds at most."""
        if self._walking:
            self._walk(seconds)
            return self._stand("", 0)
        before = len(self._added)
        end = time.monotonic() + seconds
        last = ""
        for given in self._todo[self._done : self._done + most]:
            last = os.path.basename(given) if isinstance(given, Path) else given
            self._add(given)
            if self._failure is not None:
                break
            self._done += 1
            if time.monotonic() >= end:
                break
        return self._stand(last, before)

    def summary(self, *, cancelled: bool = False) -> AddSummary:
        """What has come of it so far."""
        found = self._collecting.collected()
        return AddSummary(
            added=tuple(self._added),
            resumed=tuple(self._resumed),
            already=tuple(self._already),
            refused=(*found.refused, *self._refused),
            left_out=found.left_out,
            others=found.others,
            failure=self._failure,
            cancelled=cancelled,
            rest=(len(found.media) if self._walking else len(self._todo)) - self._done,
        )

    def _stand(self, name: str, before: int) -> AddStep:
        if self._walking:
            found = self._collecting.found
            return AddStep(found, 0, name, (), is_over=self._failure is not None)
        over = self._failure is not None or self._done >= len(self._todo)
        return AddStep(self._done, len(self._todo), name, tuple(self._added[before:]), over)

    def _walk(self, seconds: float) -> None:
        try:
            self._begin()
        except KopiaError as failure:
            self._failure = failure
            return
        if not self._collecting.advance(seconds):
            assert self._links is not None
            self._todo = [*self._collecting.collected().media, *self._links.urls]
            self._walking = False

    def _begin(self) -> None:
        """The options of this moment hold for all. Raises ModelNotFound."""
        if self._links is not None:
            return
        if self._options is None:
            self._options = self._default_options()
        self._models.find(self._options.model)
        self._links = links(self._wanted.text)
        self._refused.extend(self._links.refused)

    def _add(self, given: Path | str) -> None:
        """What is wrong with one is told; what is wrong with all ends it."""
        try:
            if isinstance(given, Path):
                self._add_file(given)
            else:
                self._add_link(given)
        except (MediaError, AddressRefused, QueueFull) as error:
            self._refused.append(Refusal.of(given, error))
        except KopiaError as failure:
            self._failure = failure

    def _add_file(self, path: Path) -> None:
        assert self._options is not None
        if self._wanted.repeat is Repeat.ANEW:
            self._added.append(self._intake.add(path, self._options).id)
            return
        job, taken = self._intake.take(path, self._options)
        match taken:
            case Taken.ADDED:
                self._added.append(job.id)
            case Taken.RESUMED:
                self._resumed.append(job.id)
            case Taken.FOUND:
                self._already.append(AlreadyThere(job.id, path))

    def _add_link(self, url: str) -> None:
        assert self._options is not None
        self._added.append(self._intake.create(NewJob(self._options, media_url=url)).id)
