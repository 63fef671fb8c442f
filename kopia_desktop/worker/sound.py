"""Sound as every part of the worker has it: mono float32 samples at Whisper's rate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 16_000
"""Samples a second."""

Samples = NDArray[np.float32]
"""One channel, -1..1 (also: features and probabilities, which are float32 too)."""
