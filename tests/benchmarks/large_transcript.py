"""A job with a transcript of 20,000 lines, stored as the engine stores it, with its waveform."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.core.job import JobOptions, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span, Word, words_text
from kopia_desktop.core.waveform import MAGIC, PEAKS_PER_SECOND
from kopia_desktop.store.work import WorkStore

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
        duration = SEGMENTS * _LENGTH
        work.begin(job.id, MediaInfo(MediaType.AUDIO, duration, "flac", "flac", 1))
        sections = [*_sections()]
        for section in sections:
            work.add_section(job.id, section)
        work.set_language(job.id, "en", 0.99)
        work.finish_preparation(job.id, duration=duration, sha256="00")
        chance = random.Random(4)
        vocabulary = ["".join(chance.choices(_SOUNDS, k=chance.randint(1, 4))) for _ in range(5000)]
        for section in sections:
            first = section.index * _IN_SECTION
            spoken = [_segment(n, vocabulary, chance) for n in range(first, first + _IN_SECTION)]
            work.save_result(
                job.id,
                section.index,
                spoken,
                language="en",
                device="cpu",
                model_hash="",
                parameters={},
            )
        _write_peaks(app.data.peaks(job.id), duration, chance)
        return job.id
    finally:
        app.close()


def _sections() -> Iterator[Section]:
    length = _IN_SECTION * _LENGTH
    for index in range(SEGMENTS // _IN_SECTION):
        start, end = index * length, (index + 1) * length
        yield Section(index, start, end, (Span(start, end),), f"{index:06}.flac")


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
