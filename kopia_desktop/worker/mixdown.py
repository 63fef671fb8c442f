"""All channels of a recording mixed to one, at the level of the loudest, none left out.

FFmpeg's own down-mix drops the low-frequency channel, makes one voice among six channels faint and
cancels a recorder that was wired with one side inverted. Here every channel counts, the mix is as
loud as the loudest channel, and a channel that is the mirror image of the loudest is turned round
first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_SILENT = 1e-10  # mean power below which a block says nothing about its channels (-100 dB)
_MIRRORED = -0.9  # correlation below which two channels are one signal and its inverse
_STEADY = 0.01  # change of a weight that nobody hears

_LOUDEST = 8.0  # of floating samples; 1.0 is full scale, far more is damage
_FULL_SCALE = {"i2": 2.0**15, "i4": 2.0**31, "i8": 2.0**63}


def to_float(samples: NDArray[np.generic]) -> Floats:
    """Samples of any of FFmpeg's types as float32; what is not a number becomes silence."""
    kind = samples.dtype.str[1:]
    if kind == "u1":
        return (samples.astype(np.float32) - 128.0) / 128.0
    if kind in _FULL_SCALE:
        return samples.astype(np.float32) * np.float32(1.0 / _FULL_SCALE[kind])
    with np.errstate(invalid="ignore"):  # casting a damaged number is no reason to warn
        floats: Floats = np.clip(samples, -_LOUDEST, _LOUDEST).astype(np.float32, copy=False)
    floats[np.isnan(floats)] = 0.0
    return floats


class Mixdown:
    """Mixes block after block; weights glide from one block's to the next, so nothing clicks."""

    def __init__(self) -> None:
        self._weights: Floats | None = None

    def mix(self, block: NDArray[np.generic]) -> Floats:
        """One channel, float32 in -1..1, from a block of (channels, samples) of about a second."""
        floats = to_float(block)
        if len(floats) == 1:
            return _clipped(floats[0])
        before = self._weights
        if before is None or len(before) != len(floats):
            before = None
        after = _weights(floats, before)
        self._weights = after
        if before is None or np.abs(after - before).max() < _STEADY:
            mixed = after @ floats
        else:
            glide = np.linspace(0.0, 1.0, floats.shape[1], dtype=np.float32)
            mixed = (before @ floats) * (1.0 - glide) + (after @ floats) * glide
        return _clipped(mixed)


def _clipped(mono: Floats) -> Floats:
    clipped: Floats = np.clip(mono, -1.0, 1.0).astype(np.float32, copy=False)
    return clipped


def _weights(block: Floats, before: Floats | None) -> Floats:
    """How much of each channel is mixed in: one size for all, the sign turned where mirrored."""
    channels, count = block.shape
    power = block @ block.T / max(count, 1)  # of each channel with each other
    own = np.diagonal(power)
    loudest = int(np.argmax(own))
    if own[loudest] < _SILENT:
        return np.full(channels, 1.0 / channels, np.float32) if before is None else before
    likeness = power[loudest] / np.sqrt(np.maximum(own * own[loudest], _SILENT**2))
    signs = np.where(likeness < _MIRRORED, -1.0, 1.0)
    total = float(signs @ power @ signs)
    size = min(1.0, float(np.sqrt(own[loudest] / max(total, _SILENT))))
    weights = (signs * size).astype(np.float32)
    if before is not None and float(weights @ before) < 0.0:
        weights = (
            -weights
        )  # which of two mirrored sides is louder may change; the mix must not turn
    return weights
