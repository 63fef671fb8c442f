"""Sounds laid out on the true timeline as 16 kHz mono.

Sample i is what is heard at i / 16,000 s of the media: late sound is preceded by silence, gaps are
silence, overlaps are cut. Nothing is kept but about a block, so memory does not grow.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from kopia_desktop.core.errors import MediaTooLong
from kopia_desktop.worker.mixdown import Floats, Mixdown
from kopia_desktop.worker.sound import SAMPLE_RATE
from kopia_desktop.worker.timeline import Sound, Timeline

RATE = SAMPLE_RATE
"""Samples a second of everything downstream: what the speech models listen to."""
BLOCK = 10 * RATE
"""Samples in each block; the last is shorter."""


def laid_out(
    sounds: Iterator[Sound], timeline: Timeline, *, max_seconds: float
) -> Iterator[Floats]:
    """The sounds as mono float32 in -1..1 at 16 kHz, in blocks of ``BLOCK`` samples.

    Raises ``MediaTooLong`` once more than ``max_seconds`` came out: counted in samples, for an hour
    of silence can be a small file and a header may say anything.
    """
    limit = max_seconds * RATE
    held: list[Floats] = []
    count = total = 0
    for piece in _placed(sounds, timeline):
        total += len(piece)
        if total > limit:
            raise MediaTooLong(
                f"This recording is longer than {max_seconds / 3600:.3g} hours.",
                hint="Split it, or raise the limit in the settings.",
            )
        rest = piece
        while len(rest):
            part = rest[: BLOCK - count]
            rest = rest[len(part) :]
            held.append(part)
            count += len(part)
            if count == BLOCK:
                yield np.concatenate(held)
                held, count = [], 0
    if count:
        yield np.concatenate(held)


def _placed(sounds: Iterator[Sound], timeline: Timeline) -> Iterator[Floats]:
    """The sounds at 16 kHz mono one behind the other, with silence where the timeline has none."""
    mixdown = Mixdown()
    run: _Run | None = None
    now = 0.0  # end of what was heard, in seconds
    for sound in sounds:
        step = timeline.step(sound.start, now)
        if step > 0.0 or run is None or run.kind != sound.kind:
            if run is not None:
                yield run.finish()
            yield from _silence(now, now + max(step, 0.0))
            run = _Run(sound, now + max(step, 0.0), mixdown)
        yield from run.add(sound.without_first(-step) if step < 0.0 else sound)
        now = run.end
    if run is not None:
        yield run.finish()


def _silence(start: float, end: float) -> Iterator[Floats]:
    left = round(end * RATE) - round(start * RATE)
    while left > 0:
        yield np.zeros(min(left, BLOCK), np.float32)
        left -= BLOCK


class _Run:
    """A stretch of sounds of one kind without a gap, mixed and resampled a second at a time."""

    def __init__(self, sound: Sound, start: float, mixdown: Mixdown) -> None:
        self.kind = sound.kind
        self._rate = sound.rate
        self._start = start
        self._mixdown = mixdown
        self._waiting: list[NDArray[np.generic]] = []
        self._waiting_count = 0
        self._count = 0  # samples taken in, at the sounds' rate
        self._given = 0  # samples handed out, at 16 kHz
        self._resampler = AudioResampler(format="flt", layout="mono", rate=RATE)

    @property
    def end(self) -> float:
        return self._start + self._count / self._rate

    def add(self, sound: Sound) -> Iterator[Floats]:
        count = sound.samples.shape[1]
        self._waiting.append(sound.samples)
        self._waiting_count += count
        self._count += count
        if self._waiting_count >= self._rate:
            piece = self._take()
            self._given += len(piece)
            yield piece

    def finish(self) -> Floats:
        """What is left, cut or filled so that the stretch is exactly as long as it was heard."""
        parts = [self._take()] if self._waiting_count else []
        if self._rate != RATE:
            parts.append(self._resampled(None))
        rest = np.concatenate(parts) if parts else np.zeros(0, np.float32)
        wanted = max(round(self.end * RATE) - round(self._start * RATE) - self._given, 0)
        return np.pad(rest, (0, max(wanted - len(rest), 0)))[:wanted]

    def _take(self) -> Floats:
        block = np.concatenate(self._waiting, axis=1)
        self._waiting, self._waiting_count = [], 0
        mono = self._mixdown.mix(block)
        return mono if self._rate == RATE else self._resampled(mono)

    def _resampled(self, mono: Floats | None) -> Floats:
        frame = None
        if mono is not None:
            frame = AudioFrame.from_ndarray(mono[np.newaxis], format="flt", layout="mono")
            frame.sample_rate = self._rate
            frame.time_base = Fraction(1, self._rate)
        pieces = [piece.to_ndarray()[0] for piece in self._resampler.resample(frame)]
        # A filter overshoots where the sound was at full scale.
        return np.clip(np.concatenate(pieces), -1.0, 1.0) if pieces else np.zeros(0, np.float32)
