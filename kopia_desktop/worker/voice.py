"""Voice activity in a stream: the Silero network that faster-whisper ships, with its state carried
along.

The result equals that of one run over the whole file, so memory does not grow with the recording.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.worker.sound import Samples

WINDOW = 512
"""Samples a probability stands for: 32 ms at 16 kHz."""

_CONTEXT = 64


def _network_path() -> Path:
    # find_spec does not import the package, which would pull in ctranslate2 and its memory.
    spec = importlib.util.find_spec("faster_whisper")
    folders = spec.submodule_search_locations if spec else None
    found = sorted(Path(folders[0], "assets").glob("silero_vad*.onnx")) if folders else []
    if not found:
        raise ModelBroken(
            "The voice activity network of faster-whisper is missing.",
            hint="Install Kopia Desktop again.",
        )
    return found[-1]


class VoiceDetector:
    """Feeds audio to the network and gives back one probability per 32 ms window."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.inter_op_num_threads = 1
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        self._session = onnxruntime.InferenceSession(
            str(_network_path()), providers=["CPUExecutionProvider"], sess_options=options
        )
        self._h = np.zeros((1, 1, 128), np.float32)
        self._c = np.zeros((1, 1, 128), np.float32)
        self._context = np.zeros(_CONTEXT, np.float32)
        self._rest = np.zeros(0, np.float32)

    def feed(self, block: Samples) -> Samples:
        """Probabilities of the windows that ``block`` completes (the rest waits for the next
        block).
        """
        samples = np.concatenate((self._rest, block)) if len(self._rest) else block
        count = len(samples) // WINDOW
        self._rest = samples[count * WINDOW :].copy()
        if not count:
            return np.zeros(0, np.float32)
        return self._run(samples[: count * WINDOW].reshape(count, WINDOW))

    def finish(self) -> Samples:
        """The probability of the last, incomplete window (filled with silence); empty if there is
        none.
        """
        if not len(self._rest):
            return np.zeros(0, np.float32)
        return self.feed(np.zeros(WINDOW - len(self._rest), np.float32))

    def _run(self, windows: Samples) -> Samples:
        before = np.concatenate((self._context[None], windows[:-1, -_CONTEXT:]))
        self._context = windows[-1, -_CONTEXT:].copy()
        output: Any
        output, self._h, self._c = self._session.run(
            None,
            {"input": np.concatenate((before, windows), axis=1), "h": self._h, "c": self._c},
        )
        return np.asarray(output, np.float32).reshape(-1)
