"""How fast this computer recognises, measured with the small embedded model in a second or two."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import ctranslate2
import numpy as np

from kopia_desktop.core.catalogue import STARTER_SHAPE
from kopia_desktop.core.speed import Speed
from kopia_desktop.worker.protocol import Measure, Measured

_ROUNDS = 3
"""The best of these counts: what else the computer does only ever makes it slower."""

_STEPS = 60
"""Tokens a round of the decoder; as many as the positions allow would take longer, no more."""

_READ = 64 << 20
"""Bytes a core reads: more than any processor's cache holds."""

_END = 1_862
"""The embedded model's token that ends a text; the one that begins it is the next."""


def measure(request: Measure) -> Measured:
    """Time encoder, decoder and memory on all cores, each with one thread, as the engine works.

    The weights are int8, so is the arithmetic where the processor can.
    """
    cores = request.cores
    model = ctranslate2.models.Whisper(
        request.model_folder,
        device="cpu",
        compute_type=_compute_type(),
        inter_threads=cores,
        intra_threads=1,
    )
    chance = np.random.default_rng(1)
    features = chance.standard_normal((1, STARTER_SHAPE.mels, 3000), np.float32)
    view = ctranslate2.StorageView.from_array(features)
    encoded = model.encode(view)
    with ThreadPoolExecutor(cores) as pool:

        def on_all_cores(work: Callable[[], object]) -> float:
            """Seconds until every core has done it once; the best of some rounds."""
            best = float("inf")
            for _ in range(_ROUNDS):
                began = time.perf_counter()
                for done in [pool.submit(work) for _ in range(cores)]:
                    done.result()
                best = min(best, time.perf_counter() - began)
            return best

        encoding = on_all_cores(lambda: model.encode(view))
        decoding = on_all_cores(lambda: _decode(model, encoded))
        weights = np.ones(_READ // 4, np.float32)
        reading = on_all_cores(lambda: np.dot(weights, weights))
    steps = _STEPS * STARTER_SHAPE.decoder_layers * cores
    return Measured(
        speed=Speed(
            cores=cores,
            operations=STARTER_SHAPE.chunk_operations * cores / encoding,
            layer_seconds=decoding / steps,
            memory=_READ * cores / reading,
        )
    )


def _decode(model: ctranslate2.models.Whisper, encoded: ctranslate2.StorageView) -> None:
    """A search of a fixed length: the token that would end it is kept out."""
    model.generate(
        encoded,
        [[_END + 1]],
        beam_size=5,
        max_length=_STEPS,
        suppress_tokens=[_END],
        suppress_blank=False,
    )


def _compute_type() -> str:
    return "int8" if "int8" in ctranslate2.get_supported_compute_types("cpu") else "default"
