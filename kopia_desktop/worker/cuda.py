"""Does CUDA really work here? A library that counts devices may lack the one that computes."""

from __future__ import annotations

import ctranslate2
import numpy as np

from kopia_desktop.worker.protocol import CudaProbed, LoadModel, ProbeCuda
from kopia_desktop.worker.sound import SAMPLE_RATE
from kopia_desktop.worker.speech_model import DecodeOptions, SpeechModel


def probe(request: ProbeCuda) -> CudaProbed:
    """Count devices and recognise a second of silence on the first with a small model.

    Runs in a process of its own: a missing cuDNN ends the process, not only the call.
    """
    count = ctranslate2.get_cuda_device_count()
    if count == 0:
        return CudaProbed(works=False, reason="no CUDA device found")
    types = frozenset(ctranslate2.get_supported_compute_types("cuda"))
    model = SpeechModel(LoadModel(request.model_folder, "cuda", "auto", 1, 1))
    encoded = model.encode([model.features(np.zeros(SAMPLE_RATE, np.float32))])
    model.decode(encoded, [1.0], "en", DecodeOptions())
    return CudaProbed(works=True, reason="", compute_types=types)
