"""A translation: one completed transcript in one language and form of address.

It is made passage by passage: segments that make whole sentences together. Each translated segment
remembers hashes of the text it was made from and of its passage's; where the transcript now says
something else, the translation is *stale* there, and asking for it again makes those passages anew
and no others.
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
class SourcePassage:
    """Consecutive segments that make whole sentences together: they are translated at once."""

    segments: tuple[SourceSegment, ...]

    @property
    def hash(self) -> str:
        return source_hash("\n".join(segment.text for segment in self.segments))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is to be translated of some segments; ``passed``: how many of them this settles.

    The rest belongs to a passage that goes on behind them.
    """

    passages: tuple[SourcePassage, ...]
    passed: int

    @property
    def segments(self) -> tuple[SourceSegment, ...]:
        return tuple(one for passage in self.passages for one in passage.segments)


@dataclass(frozen=True, slots=True)
class TranslatedSegment:
    """A segment's text in the other language, and the hashes of what it was made from.

    ``passage_hash`` is None where it was translated alone.
    """

    segment_id: int
    source_hash: str
    text: str
    passage_hash: str | None = None


def source_hash(text: str) -> str:
    """128 bits in hex that tell whether a segment still says what was translated."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
