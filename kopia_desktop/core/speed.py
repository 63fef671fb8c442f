"""How fast this computer recognises: a short measure, and what follows from it for each model.

The time of a chunk of 30 s is modelled as what its encoder costs (operations, which dominate),
plus, for each token, a fixed cost a decoder layer, the operations of the search, and the time in
which the memory delivers the decoder's weights, a byte each as int8. What was measured is a model
of a few megabytes; the estimate for one of a gigabyte is right within a factor of about two, no
better, and a graphics card is not in it.
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

from kopia_desktop.core.catalogue import Shape

_VERSION = 1

_CHUNK = 30.0

_TOKENS = 100
"""Of 30 s of lively speech: about 150 words a minute, four tokens for three words."""

_BEAM = 5
"""Hypotheses that a token is searched with, as the settings have it."""

# One core of an ordinary processor, so that "small" in int8 at beam 5 is as fast as speech:
# faster-whisper's README gives 13 minutes of speech in 102 s on 8 threads (i7-12700K).
_TYPICAL = (1.9e10, 3e-4, 1.2e10)


@dataclass(frozen=True, slots=True)
class Speed:
    """What all ``cores`` do together.

    ``operations`` of an encoder a second, ``layer_seconds`` for one layer of a decoder that has
    nearly nothing to compute, ``memory`` in bytes a second. ``is_measured``: on this computer.
    """

    cores: int
    operations: float
    layer_seconds: float
    memory: float
    is_measured: bool = True

    @classmethod
    def typical(cls, cores: int) -> Speed:
        """Of a computer that was not measured yet."""
        operations, layer_seconds, memory = _TYPICAL
        return cls(cores, operations * cores, layer_seconds / cores, memory, is_measured=False)

    def times(self, shape: Shape) -> float:
        """Seconds of speech recognised in a second, about."""
        search = 2 * _BEAM * shape.step_weights / self.operations
        weights = shape.step_weights / self.memory
        step = shape.decoder_layers * self.layer_seconds + search + weights
        return _CHUNK / (shape.chunk_operations / self.operations + _TOKENS * step)


def read_speed(path: Path, *, cores: int) -> Speed | None:
    """What was measured with as many cores; None where nothing was, or it cannot be read."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        if kept.pop("version") != _VERSION or kept["cores"] != cores:
            return None
        speed = Speed(**{name: kept[name] for name in _KEPT})
        figures = (speed.operations, speed.layer_seconds, speed.memory)
        usable = all(math.isfinite(each) and each > 0.0 for each in figures)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return speed if usable else None


def write_speed(path: Path, speed: Speed) -> None:
    """Keep a measure. Raises OSError; nothing half written stays."""
    kept = asdict(speed)
    text = json.dumps({"version": _VERSION} | {name: kept[name] for name in _KEPT})
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, "utf-8")
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise


_KEPT = ("cores", "operations", "layer_seconds", "memory")
