"""A translation: one completed transcript in one language and form of address.

It is made segment by segment. Each translated segment remembers a hash of the text it was made
from; where the transcript now says something else, the translation is *stale* there, and asking
for it again makes those segments anew and no others.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kopia_desktop.core.job import JobError


class TranslationStatus(StrEnum):
    """The contract's four statuses."""

    PENDING = "pending"  # asked for, waits for the engine
    PROCESSING = "processing"  # the engine works on it
    COMPLETED = "completed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Translation:
    """``language`` is a target code of languages.json, ``progress`` is 0..1 of the segments.

    ``formal`` is what was asked for, ``formal_applied`` whether it made a difference anywhere.
    """

    id: str
    job_id: str
    language: str
    formal: bool
    formal_applied: bool
    status: TranslationStatus
    created_at: datetime
    updated_at: datetime
    progress: float = 0.0
    error: JobError | None = None

    def is_completed(self) -> bool:
        return self.status is TranslationStatus.COMPLETED


@dataclass(frozen=True, slots=True)
class TranslationPlan:
    """What the engine goes through: segments of the transcript in order of time.

    ``source`` is the code of the transcript's language, None where nobody speaks.
    """

    source: str | None
    segment_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceSegment:
    """A segment to be translated, as it reads: in its spelling, without the hesitations that the
    job leaves out.
    """

    segment_id: int
    text: str


@dataclass(frozen=True, slots=True)
class TranslatedSegment:
    """A segment's text in the other language, and the hash of the text it was made from."""

    segment_id: int
    source_hash: str
    text: str


def source_hash(text: str) -> str:
    """128 bits in hex that tell whether a segment still says what was translated."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
