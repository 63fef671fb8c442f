"""A transcript as it is read: paragraphs, a title, a line about the recording, clock times."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kopia_desktop.core.languages import name_of, sentence_gap
from kopia_desktop.core.transcript import Segment, Transcript

_PARAGRAPH_PAUSE = 2.0  # seconds of silence that begin a new paragraph

# What XML 1.0 and every text format can do without; tabs and line ends are white space and fold
# away.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff\ud800-\udfff]")

_REGIONS = {"en_uk": "en-GB", "en_us": "en-US", "en_au": "en-AU", "jw": "jv", "auto": "und"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Segments without a pause between: when they begin (seconds), their text on one line."""

    start: float
    text: str


def spoken(transcript: Transcript) -> Transcript:
    """The transcript without suppressed and empty segments."""
    kept = tuple(
        segment
        for segment in transcript.segments
        if not segment.suppressed and segment.text.strip()
    )
    return (
        transcript if len(kept) == len(transcript.segments) else replace(transcript, segments=kept)
    )


def one_line(text: str) -> str:
    """Text without control characters, any white space but no-break spaces as single spaces."""
    visible = _CONTROL.sub("", text)
    return re.sub(r"[^\S\u00a0\u202f\u2007]+", " ", visible).strip()


def paragraphs(transcript: Transcript) -> Iterator[Paragraph]:
    """The spoken segments joined where less than 2 s of silence divide them."""
    joint = sentence_gap(transcript.language)
    gathered: list[Segment] = []
    spoken_until = 0.0
    for segment in spoken(transcript).segments:
        if gathered and segment.start - spoken_until >= _PARAGRAPH_PAUSE:
            yield _paragraph(gathered, joint)
            gathered, spoken_until = [], segment.end
        gathered.append(segment)
        spoken_until = max(spoken_until, segment.end)
    if gathered:
        yield _paragraph(gathered, joint)


def _paragraph(segments: list[Segment], joint: str) -> Paragraph:
    return Paragraph(segments[0].start, joint.join(one_line(segment.text) for segment in segments))


def title(transcript: Transcript) -> str:
    """The recording's name, else the job's id; never empty."""
    return one_line(transcript.title) or transcript.job_id


def about(transcript: Transcript) -> str:
    """One line for below the title: language, length and whether it is a translation."""
    parts = [name_of(transcript.language), clock(transcript.duration)]
    if transcript.translation_id is not None:
        parts[0] += " (translation)"
    return " · ".join(parts)


def language_tag(code: str) -> str:
    """The language as BCP 47 writes it, for HTML and Word."""
    return _REGIONS.get(code) or code.replace("_", "-") or "und"


def reads_right_to_left(text: str) -> bool:
    """The first letter with a direction decides (the Unicode rule for paragraphs)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def clock(seconds: float) -> str:
    """hh:mm:ss, the second that has begun; more than two digits of hours where needed."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def stamp(seconds: float, *, point: str) -> str:
    """hh:mm:ss and milliseconds after ``point``, rounded to the nearest."""
    milliseconds = max(0, round(seconds * 1000))
    whole, rest = divmod(milliseconds, 1000)
    return f"{clock(whole)}{point}{rest:03d}"
