"""What was said and when: words, segments, sections and the transcript they make.

All times are float seconds on the media's own clock (0 is the first moment of the file). They are
rounded once, in the formatter that writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kopia_desktop.core.languages import sentence_gap
from kopia_desktop.core.vocabulary import NO_VOCABULARY, Vocabulary


class Doubt(StrEnum):
    """Why a passage should be heard again by a person."""

    CONFIDENCE = "confidence"  # the model itself was unsure
    LOOP = "loop"  # the model repeated itself; the repeats were taken out
    SILENCE = "silence"  # words where there was hardly any speech


@dataclass(frozen=True, slots=True)
class Word:
    """One word as recognised or edited, punctuation attached ("budget,").

    ``confidence`` is 0..1 (1.0 for words a person typed). ``glued`` means no space stands before
    it: the second part of a hyphenated word, or any word of a language written without spaces.
    """

    text: str
    start: float
    end: float
    confidence: float = 1.0
    glued: bool = False


def words_text(words: Iterable[Word]) -> str:
    """The words as running text, with spaces where the language has them."""
    parts: list[str] = []
    for word in words:
        if parts and not word.glued:
            parts.append(" ")
        parts.append(word.text)
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or a part of one between pauses: the unit that is read, edited and stored.

    ``id`` is the store's key (0 before it is stored). ``words`` are in order and lie within
    start..end; they may be empty when only the text is known. ``edited`` says that a person
    changed text or times. ``suppressed`` segments are kept for the record but belong to no
    transcript (inventions on silence).
    """

    id: int
    start: float
    end: float
    text: str
    words: tuple[Word, ...] = ()
    doubt: Doubt | None = None
    edited: bool = False
    suppressed: bool = False

    @property
    def duration(self) -> float:
        return self.end - self.start

    def with_words(self, words: Sequence[Word]) -> Segment:
        """The same segment made of other words; text and times follow them."""
        kept = tuple(words)
        if not kept:
            return replace(self, words=(), text="")
        return replace(
            self, words=kept, text=words_text(kept), start=kept[0].start, end=kept[-1].end
        )


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of speech found by voice activity detection, in seconds on the media's clock."""

    start: float
    end: float

    @property
    def duration(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Section:
    """Our unit of work: 60 to 120 s of the recording, cut at a silence.

    ``index`` counts from 0; sections follow each other without gaps. ``spans`` are the speech
    inside; ``file_name`` is the FLAC below the job's section folder, None where there is no speech
    to recognise.
    """

    index: int
    start: float
    end: float
    spans: tuple[Span, ...]
    file_name: str | None

    @property
    def duration(self) -> float:
        return self.end - self.start

    @property
    def speech_seconds(self) -> float:
        return sum(span.duration for span in self.spans)


@dataclass(frozen=True, slots=True)
class Transcript:
    """The result of a job (or, with a ``translation_id``, one of its translations).

    ``language`` is the contract's code (``en_uk`` when that was asked for, else the detected one),
    ``duration`` the media's length in seconds, ``title`` the name a person knows the recording by,
    ``vocabulary`` how names are spelled in it (see ``views``).
    """

    job_id: str
    language: str
    duration: float
    segments: tuple[Segment, ...]
    title: str = ""
    translation_id: str | None = None
    vocabulary: Vocabulary = NO_VOCABULARY

    @property
    def text(self) -> str:
        """All segments as one running text, separated as the language separates sentences."""
        return sentence_gap(self.language).join(
            segment.text for segment in self.segments if segment.text
        )
