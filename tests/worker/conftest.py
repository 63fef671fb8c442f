"""What the worker's tests share: the clip, the generator of samples, decoding to one array."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from kopia_desktop.worker.media import decode

HERE = Path(__file__).parent
Floats = NDArray[np.float32]


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """The module media_samples.py beside this file (test modules cannot import one another)."""
    spec = importlib.util.spec_from_file_location("media_samples", HERE / "media_samples.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def media_folder() -> Path:
    """Committed samples for codecs that nothing here can encode."""
    return HERE.parent / "data" / "media"


@pytest.fixture(scope="session")
def listen() -> Callable[..., Floats]:
    """decode() as one array."""

    def whole(path: Path, *, audio_track: int | None = None, max_seconds: float = 600.0) -> Floats:
        blocks = list(decode(path, audio_track=audio_track, max_seconds=max_seconds))
        return np.concatenate(blocks)

    return whole


@pytest.fixture(scope="session")
def speech(listen: Callable[..., Floats]) -> Floats:
    """3.7 s: "Great, then we should, er, record the program later." """
    return listen(HERE.parent / "data" / "speech" / "single_en_01.flac")
