"""Recognise a section: chunks to words, doubtful chunks heard again, words to segments.

Everything here is deterministic: chunks are decoded independently and without sampling, so the
same section gives the same words whenever and however often it is recognised. Where the usual
pipelines fall back to random temperatures, a doubtful chunk is decoded alone, in halves, and with
penalties on repetition; the best try wins. Only the first try listens for a vocabulary's terms:
what they may have led astray is heard without them.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from kopia_desktop.core.errors import MediaDamaged
from kopia_desktop.core.transcript import Doubt, Segment, Span, Word, words_text
from kopia_desktop.worker import repetition, sentences
from kopia_desktop.worker.chunks import Chunk, plan
from kopia_desktop.worker.prepare import read_section
from kopia_desktop.worker.protocol import (
    DetectLanguage,
    LanguageDetected,
    Recognize,
    Recognized,
    SectionFile,
)
from kopia_desktop.worker.sound import Samples
from kopia_desktop.worker.speech_model import Decoded, DecodeOptions, SpeechModel
from kopia_desktop.worker.word_times import placed

_LOW_LOG_PROBABILITY = -1.0  # OpenAI's threshold for a failed decode
_NO_SPEECH = 0.6  # likewise
_LOW_CONFIDENCE = 0.5
_SHORT_SPEECH = 1.0
_AGAIN = DecodeOptions(repetition_penalty=1.1, no_repeat_ngram_size=3)

_OTHER_LANGUAGE = 0.9
_NOT_THIS_LANGUAGE = 0.05
_ENOUGH_SPEECH = 6.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A chunk's words on the media's clock."""

    words: tuple[Word, ...]
    mean_log_probability: float
    no_speech_probability: float
    looped: bool = False
    misled: bool = False
    """By the terms it was to listen for: it recites them, or had no room to go on."""

    @property
    def text(self) -> str:
        return words_text(self.words)

    def is_doubtful(self) -> bool:
        return self.misled or self.is_loop() or self.mean_log_probability < _LOW_LOG_PROBABILITY

    def is_loop(self) -> bool:
        return repetition.is_repetitive(self.text) or bool(
            repetition.loops([word.text for word in self.words])
        )


class Recognizer:
    """Runs the requests of one child process on its loaded model."""

    def __init__(self, model: SpeechModel) -> None:
        self._model = model
        self._pool = ThreadPoolExecutor(model.workers, thread_name_prefix="recognize")

    def detect_language(self, request: DetectLanguage) -> LanguageDetected:
        """Judge the language over the fullest chunk of each section, weighed by its speech."""
        totals: dict[str, float] = defaultdict(float)
        opinions = list(self._pool.map(self._opinion, request.files))
        for seconds, row in opinions:
            for language, probability in row.items():
                totals[language] += probability * seconds
        best = max(totals, key=lambda language: totals[language])
        return LanguageDetected(
            job_id=request.job_id,
            language=best,
            probability=totals[best] / sum(seconds for seconds, _ in opinions),
        )

    def _opinion(self, file: SectionFile) -> tuple[float, dict[str, float]]:
        """Seconds of speech in a section's fullest chunk, and how likely it is each language."""
        chunk = max(plan(file.section), key=lambda c: c.duration)
        audio = chunk.audio(_read(file), file.section.start)
        encoded = self._model.encode([self._model.features(audio)])
        return chunk.duration, self._model.languages(encoded)[0]

    def recognize(self, request: Recognize) -> Recognized:
        """All chunks of a section, in parallel over the model's workers."""
        started = time.monotonic()
        section = request.file.section
        samples = _read(request.file)
        chunks = plan(section)
        size = request.chunks_at_once
        groups = [chunks[at : at + size] for at in range(0, len(chunks), size)]
        heard = self._pool.map(
            lambda group: _Hearing(self._model, request, samples).group(group), groups
        )
        segments = [
            segment
            for group in heard
            for chunk in group
            for segment in _segments(chunk, section.spans)
        ]
        return Recognized(
            job_id=request.job_id,
            index=section.index,
            segments=tuple(segments),
            language=request.language,
            seconds=time.monotonic() - started,
        )


class _Hearing:
    """The chunks of one section, for one thread."""

    def __init__(self, model: SpeechModel, request: Recognize, samples: Samples) -> None:
        self._model = model
        self._request = request
        self._samples = samples
        self._plain = DecodeOptions(beam_size=request.beam_size)
        self._options = replace(self._plain, hotwords=request.hotwords)

    def group(self, chunks: Sequence[Chunk]) -> list[Heard]:
        """Decode chunks as one batch, then the doubtful ones again, each alone."""
        heard = self._decode(chunks, self._options)
        return [
            self._again(chunk, first, len(chunks) > 1) if first.is_doubtful() else first
            for chunk, first in zip(chunks, heard, strict=True)
        ]

    def _decode(self, chunks: Sequence[Chunk], options: DecodeOptions) -> list[Heard]:
        features = [
            self._model.features(c.audio(self._samples, self._request.file.section.start))
            for c in chunks
        ]
        encoded = self._model.encode(features)
        languages = self._languages(encoded, chunks)
        if len(set(languages)) == 1:
            durations = [chunk.duration for chunk in chunks]
            decoded = self._model.decode(encoded, durations, languages[0], options)
        else:
            decoded = [
                self._model.decode(self._model.encode([f]), [c.duration], lang, options)[0]
                for c, f, lang in zip(chunks, features, languages, strict=True)
            ]
        return [_place(c, d, options.hotwords) for c, d in zip(chunks, decoded, strict=True)]

    def _languages(self, encoded: object, chunks: Sequence[Chunk]) -> list[str]:
        """The language of each chunk: the recording's, unless the chunk is clearly in another."""
        asked = self._request.language
        if not self._request.follow_language:
            return [asked] * len(chunks)
        chosen = []
        for chunk, row in zip(chunks, self._model.languages(encoded), strict=True):
            best = max(row, key=lambda language: row[language])
            differs = (
                row[best] >= _OTHER_LANGUAGE
                and row.get(asked, 0.0) <= _NOT_THIS_LANGUAGE
                and chunk.duration >= _ENOUGH_SPEECH
            )
            chosen.append(best if differs else asked)
        return chosen

    def _again(self, chunk: Chunk, first: Heard, was_batched: bool) -> Heard:
        """Other ways to hear a doubtful chunk; the first good one, else the likeliest."""
        tries = [] if first.misled else [first]
        if was_batched or self._options.hotwords:
            tries += self._decode([chunk], self._plain)
        if tries[-1].is_doubtful() and len(chunk.spans) > 1:
            tries.append(_joined([self._decode([half], self._plain)[0] for half in chunk.halves()]))
        if tries[-1].is_doubtful():
            tries += self._decode([chunk], _AGAIN)
        good = [heard for heard in tries if not heard.is_doubtful()]
        if good:
            return good[0]
        best = max(tries, key=lambda h: (not h.is_loop(), h.mean_log_probability))
        return _without_loops(best)


def _read(file: SectionFile) -> Samples:
    try:
        return read_section(file.path)
    except (OSError, RuntimeError) as error:  # soundfile's errors derive from RuntimeError
        raise MediaDamaged(
            "A section of the recording could not be read back.", hint="It will be made again."
        ) from error


def _place(chunk: Chunk, decoded: Decoded, hotwords: Sequence[str]) -> Heard:
    return Heard(
        words=placed(decoded.words, chunk),
        mean_log_probability=decoded.mean_log_probability,
        no_speech_probability=decoded.no_speech_probability,
        misled=bool(hotwords) and (decoded.cut or repetition.recites(decoded.text, hotwords)),
    )


def _joined(parts: Sequence[Heard]) -> Heard:
    return Heard(
        words=tuple(word for part in parts for word in part.words),
        mean_log_probability=min(part.mean_log_probability for part in parts),
        no_speech_probability=max(part.no_speech_probability for part in parts),
    )


def _without_loops(heard: Heard) -> Heard:
    """Keep the first saying of each repeated phrase; the chunk stays marked."""
    repeats = repetition.loops([word.text for word in heard.words])
    dropped = {index for begin, end in repeats for index in range(begin, end)}
    words = tuple(word for index, word in enumerate(heard.words) if index not in dropped)
    return Heard(
        words, heard.mean_log_probability, heard.no_speech_probability, looped=bool(repeats)
    )


def _segments(heard: Heard, spans: Sequence[Span]) -> list[Segment]:
    """The sentences of a chunk with their doubt."""
    made = []
    for words in sentences.split(heard.words):
        doubt, suppressed = _doubt(words, heard, spans)
        made.append(
            Segment(
                id=0,
                start=words[0].start,
                end=words[-1].end,
                text=words_text(words),
                words=words,
                doubt=doubt,
                suppressed=suppressed,
            )
        )
    return made


def _doubt(words: Sequence[Word], heard: Heard, spans: Sequence[Span]) -> tuple[Doubt | None, bool]:
    """Why the words are doubtful, and whether they are an invention that is left out."""
    start, end = words[0].start, words[-1].end
    speech = sum(max(0.0, min(end, s.end) - max(start, s.start)) for s in spans)
    confidence = sum(word.confidence for word in words) / len(words)
    unsure = heard.mean_log_probability < _LOW_LOG_PROBABILITY or confidence < _LOW_CONFIDENCE
    if heard.no_speech_probability > _NO_SPEECH and (unsure or speech < _SHORT_SPEECH):
        return Doubt.SILENCE, True
    if speech < 0.1 * (end - start) and unsure:
        return Doubt.SILENCE, True
    if heard.looped:
        return Doubt.LOOP, False
    return (Doubt.CONFIDENCE if unsure else None), False
