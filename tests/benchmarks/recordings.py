"""The recordings that are measured: the held-out clips, and long files made of them.

The clips lie in tests/data/speech: synthetic speech the starter model never heard. Long files are
made once, from fixed seeds, and kept in a cache folder (``KOPIA_BENCH_CACHE``, else below the
system's temporary folder), each with its references as JSON beside it.
"""

from __future__ import annotations

import json
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from tests.benchmarks.scoring import Passage, TimedWord, timed_words

RATE = 16_000
CLIPS = Path(__file__).resolve().parent.parent / "data" / "speech"
LONG_CLIP_SECONDS = 60.0
_MADE_BY = 1  # counts up when the making changes, so that old files are not taken for new ones

Samples = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Recording:
    """A file and what is said in it. ``duration`` in seconds."""

    path: Path
    language: str
    duration: float
    sentences: tuple[Passage, ...]

    @property
    def words(self) -> list[TimedWord]:
        return timed_words(self.sentences)

    @property
    def is_long(self) -> bool:
        return self.duration >= LONG_CLIP_SECONDS


def heldout() -> list[Recording]:
    """The 17 clips, short ones first."""
    listed = json.loads((CLIPS / "references.json").read_text("utf-8"))["clips"]
    return [_recording(CLIPS / clip["file"], clip) for clip in listed]


def cache_folder() -> Path:
    given = os.environ.get("KOPIA_BENCH_CACHE")
    folder = Path(given) if given else Path(tempfile.gettempdir()) / "kopia-benchmarks"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def minutes(count: float) -> Recording:
    """English clips repeated in changing order, 0.3 to 3 s of silence between them."""
    clips = [clip for clip in heldout() if clip.language == "en"]
    name = f"minutes-{count:g}"
    return _made(name, lambda: _Joiner(clips, count * 60, pauses=(0.3, 3.0), noisy=False, seed=11))


def joined(count: float, *, languages: tuple[str, ...]) -> Recording:
    """The clips of the languages for so many minutes, with pauses and noise beds.

    0.3 to 20 s between clips; under each clip and its pause lies a bed of white or brown noise, of
    mains hum, or none, 15 to 30 dB below the speech.
    """
    clips = [clip for clip in heldout() if clip.language in languages]
    name = f"joined-{count:g}-{'-'.join(languages)}"
    return _made(name, lambda: _Joiner(clips, count * 60, pauses=(0.3, 20.0), noisy=True, seed=7))


def _recording(path: Path, listed: dict[str, object]) -> Recording:
    sentences = listed["sentences"]
    assert isinstance(sentences, list)
    return Recording(
        path=path,
        language=str(listed["language"]),
        duration=float(str(listed["duration"])),
        sentences=tuple(
            Passage(row["start"], row["end"], tuple((w, a, b) for w, a, b in row["words"]))
            for row in sentences
        ),
    )


def _made(name: str, joiner: Callable[[], _Joiner]) -> Recording:
    path = cache_folder() / f"{name}-v{_MADE_BY}.flac"
    references = path.with_suffix(".json")
    if not (path.exists() and references.exists()):
        listed = joiner().write(path)
        partial = references.with_suffix(".part")
        partial.write_text(json.dumps(listed), "utf-8")
        partial.replace(references)
    return _recording(path, json.loads(references.read_text("utf-8")))


class _Joiner:
    """Writes clips one after another into a FLAC file, a stretch at a time."""

    def __init__(
        self,
        clips: list[Recording],
        seconds: float,
        *,
        pauses: tuple[float, float],
        noisy: bool,
        seed: int,
    ) -> None:
        self._clips = clips
        self._total = round(seconds * RATE)
        self._pauses = pauses
        self._noisy = noisy
        self._order = random.Random(seed)
        self._noise = np.random.default_rng(seed)
        self._speech = {clip.path: _read(clip.path) for clip in clips}

    def write(self, path: Path) -> dict[str, object]:
        """Write the file; returns its references in the form of references.json."""
        partial = path.with_suffix(".part")
        sentences: list[dict[str, object]] = []
        written = 0
        with soundfile.SoundFile(partial, "w", RATE, 1, "PCM_16", format="FLAC") as out:
            for clip, pause in self._sequence():
                speech = self._speech[clip.path]
                sentences += _moved(clip, written / RATE)
                stretch = np.concatenate([speech, pause])[: self._total - written]
                out.write(self._with_bed(stretch, speech))
                written += len(stretch)
            out.write(np.zeros(self._total - written, np.float32))
        partial.replace(path)
        return {
            "file": path.name,
            "language": self._clips[0].language,
            "duration": self._total / RATE,
            "sentences": sentences,
        }

    def _sequence(self) -> Iterator[tuple[Recording, Samples]]:
        """Shuffled rounds of all clips, each with its pause; near the end only clips that fit."""
        left = self._total
        while True:
            fitting = [clip for clip in self._clips if len(self._speech[clip.path]) < left]
            if not fitting:
                return
            for clip in self._order.sample(fitting, len(fitting)):
                if len(self._speech[clip.path]) < left:
                    pause = np.zeros(round(self._order.uniform(*self._pauses) * RATE), np.float32)
                    yield clip, pause
                    left -= len(self._speech[clip.path]) + len(pause)

    def _with_bed(self, stretch: Samples, speech: Samples) -> Samples:
        if not self._noisy:
            return stretch
        bed = _BEDS[self._order.choice(sorted(_BEDS))](len(stretch), self._noise)
        below = 10 ** (-self._order.uniform(15.0, 30.0) / 20)
        mixed = stretch + bed * _loudness(speech) * below
        return (mixed / max(1.0, float(np.abs(mixed).max()) / 0.99)).astype(np.float32)


def _read(path: Path) -> Samples:
    samples, rate = soundfile.read(path, dtype="float32")
    if rate != RATE or samples.ndim != 1:
        raise ValueError(f"{path.name}: expected {RATE} Hz mono")
    return np.asarray(samples, np.float32)


def _moved(clip: Recording, by: float) -> list[dict[str, object]]:
    return [
        {
            "start": round(sentence.start + by, 3),
            "end": round(sentence.end + by, 3),
            "words": [[w, round(a + by, 3), round(b + by, 3)] for w, a, b in sentence.words],
        }
        for sentence in clip.sentences
    ]


def _loudness(speech: Samples) -> float:
    """Root mean square of what is within 40 dB of the peak: the speech without its pauses."""
    loud = speech[np.abs(speech) > np.abs(speech).max() * 0.01]
    return float(np.sqrt(np.mean(np.square(loud))))


def _white(count: int, generator: np.random.Generator) -> NDArray[np.float64]:
    return generator.standard_normal(count)


def _brown(count: int, generator: np.random.Generator) -> NDArray[np.float64]:
    """Noise that falls by 6 dB an octave above 20 Hz, as rooms and traffic do."""
    spectrum = np.fft.rfft(generator.standard_normal(count))
    spectrum /= np.maximum(np.fft.rfftfreq(count, 1 / RATE), 20.0)
    noise = np.fft.irfft(spectrum, count)
    return noise / max(float(noise.std()), 1e-12)


def _hum(count: int, generator: np.random.Generator) -> NDArray[np.float64]:
    """Mains hum: 50 Hz and two overtones in random phase."""
    at = np.arange(count) / RATE
    phases = generator.uniform(0, 2 * np.pi, 3)
    parts = [
        np.sin(2 * np.pi * 50 * (n + 1) * at + phase) / (n + 1) for n, phase in enumerate(phases)
    ]
    hum: NDArray[np.float64] = np.sum(parts, axis=0)
    hum /= max(float(hum.std()), 1e-12)
    return hum


def _silence(count: int, generator: np.random.Generator) -> NDArray[np.float64]:
    del generator
    return np.zeros(count)


_BEDS: dict[str, Callable[[int, np.random.Generator], NDArray[np.float64]]] = {
    "brown": _brown,
    "hum": _hum,
    "none": _silence,
    "white": _white,
}
