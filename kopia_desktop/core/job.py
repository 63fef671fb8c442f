"""A job: one recording on its way to a transcript."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from kopia_desktop.core.media_name import name_of_url
from kopia_desktop.core.speech_models import STARTER
from kopia_desktop.core.vocabulary import NO_VOCABULARY, Vocabulary, hotwords


class JobStatus(StrEnum):
    """The contract's six statuses."""

    PENDING = "pending"  # made, no media yet
    UPLOADED = "uploaded"  # media is here, not yet accepted for work
    QUEUED = "queued"  # waits for the engine
    PROCESSING = "processing"  # the engine works on it
    COMPLETED = "completed"
    FAILED = "failed"

    def is_finished(self) -> bool:
        return self in (JobStatus.COMPLETED, JobStatus.FAILED)

    def is_active(self) -> bool:
        """The engine has it or will take it."""
        return self in (JobStatus.QUEUED, JobStatus.PROCESSING)


class MediaType(StrEnum):
    AUDIO = "audio"
    VIDEO = "video"


class MediaState(StrEnum):
    """Whether the media of a job can be played."""

    PRESENT = "present"
    MISSING = "missing"  # moved, deleted, or on a drive that is not there
    CHANGED = "changed"  # another size or time than when the job was made
    NONE = "none"  # the job has none (yet)


CANCELLED = "cancelled"
"""The error code of a job that a person stopped.

Failed for the contract, and resumable by a retry.
"""


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Files to be written once there is a transcript: an exporter's name each.

    ``folder`` is empty where they belong beside the recording.
    """

    formats: tuple[str, ...]
    folder: str = ""


@dataclass(frozen=True, slots=True)
class JobOptions:
    """What was asked for when the job was made.

    ``language`` is a code of languages.json, ``model`` a model's name, ``audio_track`` counts the
    file's audio tracks from 0 (None: the default one). ``translate_to`` (codes of languages.json)
    and ``export`` are done when the job is completed. The ``vocabulary``'s terms are listened for,
    and its spelling is a view of the words.
    """

    language: str = "auto"
    model: str = STARTER
    remove_filler_words: bool = False
    audio_track: int | None = None
    translate_to: tuple[str, ...] = ()
    export: ExportWish | None = None
    vocabulary: Vocabulary = NO_VOCABULARY

    @property
    def hotwords(self) -> tuple[str, ...]:
        """The terms that the model listens for, what matters most first.

        None for the starter model, which never saw a prompt in its training: with 30 terms its word
        error rate on the held-out clips goes from 4.0 % to 31 %.
        """
        return () if self.model == STARTER else hotwords(self.vocabulary).terms


@dataclass(frozen=True, slots=True)
class JobError:
    """Why a job failed: stable code, one sentence, what to do next."""

    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """The media of a job as it was when the job was made.

    ``owned`` media was uploaded or fetched and is ours to delete; other media is read in place and
    never touched. ``name`` is what a person knows it by, empty for an upload that came without one;
    ``modified_ns`` is the file's mtime in nanoseconds.
    """

    path: str
    name: str
    size_bytes: int
    modified_ns: int
    owned: bool = False
    content_type: str | None = None

    def state(self) -> MediaState:
        """Look at the file; may take a while on a network drive."""
        try:
            now = os.stat(self.path)
        except (OSError, ValueError):
            return MediaState.MISSING
        same = (now.st_size, now.st_mtime_ns) == (self.size_bytes, self.modified_ns)
        return MediaState.PRESENT if same else MediaState.CHANGED


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """What the container says about itself (``duration`` in seconds, 0.0 if it does not say)."""

    type: MediaType
    duration: float
    container: str
    codec: str
    audio_tracks: int


@dataclass(frozen=True, slots=True)
class Job:
    """One row of the job list; ``progress`` is 0..1, measured in seconds of media recognised.

    ``media_url`` is where the media is fetched from, ``webhook_url`` who is told of the completion.
    """

    id: str
    status: JobStatus
    options: JobOptions
    created_at: datetime
    updated_at: datetime
    media: MediaFile | None = None
    type: MediaType | None = None
    detected_language: str | None = None
    language_probability: float | None = None
    duration: float | None = None
    media_sha256: str | None = None
    container: str | None = None
    codec: str | None = None
    device: str | None = None
    model_hash: str | None = None
    prepared: bool = False
    paused: bool = False
    speech_seconds: float = 0.0
    progress: float = 0.0
    error: JobError | None = None
    completed_at: datetime | None = None
    media_url: str | None = None
    webhook_url: str | None = None

    @property
    def title(self) -> str:
        """The recording's name, that in its link until it is here; else the job's id."""
        name = self.media.name if self.media else name_of_url(urlsplit(self.media_url or "").path)
        return name or self.id

    def takes_upload(self) -> bool:
        """It waits for its media, which nobody but a client will bring."""
        return self.status is JobStatus.PENDING and self.media_url is None

    def is_fetching(self) -> bool:
        """Its media is still to come from ``media_url``."""
        return self.status is JobStatus.PENDING and self.media_url is not None

    @property
    def spoken_language(self) -> str | None:
        """The code the transcript carries: what was asked for, else what was heard."""
        return self.detected_language if self.options.language == "auto" else self.options.language

    def found_no_speech(self) -> bool:
        """Completed, and nobody speaks in it."""
        return self.status is JobStatus.COMPLETED and self.speech_seconds <= 0.0

    def was_cancelled(self) -> bool:
        return self.error is not None and self.error.code == CANCELLED


_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: sorts as its numbers do
_DIGITS = 26


def new_id(prefix: str) -> str:
    """A unique id that sorts by time to the millisecond.

    The prefix, then 48 bits of milliseconds and 80 random bits in 26 digits (as ULID does).
    """
    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    digits = []
    for _ in range(_DIGITS):
        number, digit = divmod(number, 32)
        digits.append(_ALPHABET[digit])
    return f"{prefix}_{''.join(reversed(digits))}"


def is_id(text: str, prefix: str) -> bool:
    """Whether a text has the form of what ``new_id`` makes."""
    head, _, digits = text.partition("_")
    return head == prefix and len(digits) == _DIGITS and set(digits) <= set(_ALPHABET)
