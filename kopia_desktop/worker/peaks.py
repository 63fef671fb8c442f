"""The waveform of a recording, written in one pass with flat memory (format: core/waveform.py)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

import numpy as np

from kopia_desktop.core.waveform import MAGIC, PEAKS_PER_SECOND
from kopia_desktop.worker.sound import SAMPLE_RATE, Samples

_SAMPLES = SAMPLE_RATE // PEAKS_PER_SECOND


class PeaksWriter:
    """Writes beside the target and puts the file in place when it is complete."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._partial = path.with_suffix(".part")
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: BinaryIO = self._partial.open("wb")
        self._file.write(MAGIC)
        self._rest = np.zeros(0, np.float32)

    def feed(self, block: Samples) -> None:
        samples = np.concatenate((self._rest, block))
        count = len(samples) // _SAMPLES
        self._rest = samples[count * _SAMPLES :]
        self._write(samples[: count * _SAMPLES].reshape(count, _SAMPLES))

    def finish(self) -> None:
        """Write the last, incomplete peak and put the file in place."""
        if len(self._rest):
            self._write(self._rest[None])
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self._partial.replace(self._path)

    def abandon(self) -> None:
        """Leave nothing behind."""
        self._file.close()
        self._partial.unlink(missing_ok=True)

    def _write(self, rows: Samples) -> None:
        if not len(rows):
            return
        pairs = np.stack((rows.min(axis=1), rows.max(axis=1)), axis=1)
        self._file.write((np.clip(pairs, -1.0, 1.0) * 127).astype(np.int8).tobytes())
