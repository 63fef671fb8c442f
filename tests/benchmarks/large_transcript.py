"""A job with a transcript of 20,000 lines, stored as the engine stores it, with its waveform."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.core.job import JobOptions
from kopia_desktop.core.transcript import Section, Segment, Word, words_text
from kopia_desktop.core.waveform import MAGIC, PEAKS_PER_SECOND
from kopia_desktop.store.work import WorkStore
from tests import sections

SEGMENTS = 20_000
WORDS = 10
_SECONDS = 0.4
"""Of a word; a segment lasts ten of them and a pause of one."""

_IN_SECTION = 25
_LENGTH = (WORDS + 1) * _SECONDS
_SOUNDS = "ba ce di fo gu la me ni po ru sa te vi wo zu shi tra ken".split()


def add(data: Path, media: Path) -> str:
    """Store it as a completed job of ``media``; returns the job's id."""
    app = App(data)
    try:
        job = app.intake.add(media, JobOptions(language="en"))
        work = WorkStore(app.database)
        cut = [*_sections()]
        sections.prepare(work, job.id, cut)
        chance = random.Random(4)
        vocabulary = ["".join(chance.choices(_SOUNDS, k=chance.randint(1, 4))) for _ in range(5000)]
        for section in cut:
            first = section.index * _IN_SECTION
            spoken = [_segment(n, vocabulary, chance) for n in range(first, first + _IN_SECTION)]
            sections.recognise(work, job.id, section.index, spoken)
        _write_peaks(app.data.peaks(job.id), SEGMENTS * _LENGTH, chance)
        return job.id
    finally:
        app.close()


def _sections() -> Iterator[Section]:
    length = _IN_SECTION * _LENGTH
    for index in range(SEGMENTS // _IN_SECTION):
        yield sections.section(index, index * length, (index + 1) * length)


def _segment(number: int, vocabulary: list[str], chance: random.Random) -> Segment:
    """Ten words; one in fifty is a filler word, one in thirty was hardly understood."""
    start = number * _LENGTH
    words = []
    for place in range(WORDS):
        text = "um," if chance.random() < 0.02 else chance.choice(vocabulary)
        if place == 0:
            text = text.capitalize()
        elif place == WORDS - 1:
            text = f"{text.rstrip(',')}."
        confidence = 0.2 if chance.random() < 0.03 else 0.9
        begun = start + place * _SECONDS
        words.append(Word(text, begun, begun + _SECONDS, confidence))
    return Segment(0, start, words[-1].end, words_text(words), tuple(words))


def _write_peaks(path: Path, duration: float, chance: random.Random) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    minute = bytearray()
    for _ in range(60 * PEAKS_PER_SECOND):
        loud = chance.randint(1, 127)
        minute += bytes((256 - loud, loud))
    count = round(duration * PEAKS_PER_SECOND) * 2
    path.write_bytes(MAGIC + (bytes(minute) * (count // len(minute) + 1))[:count])
