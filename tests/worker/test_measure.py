"""The short measure of this computer's speed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kopia_desktop.core.catalogue import SPEECH_MODELS
from kopia_desktop.worker.measure import measure
from kopia_desktop.worker.protocol import Measure


def test_what_it_finds(starter_model: Path) -> None:
    began = time.monotonic()
    speed = measure(Measure(str(starter_model), cores=2)).speed
    assert time.monotonic() - began < 30.0, "a second or two on a computer that is free"
    assert speed is not None
    assert (speed.cores, speed.is_measured) == (2, True)
    assert 1e8 < speed.operations < 1e15
    assert 1e-7 < speed.layer_seconds < 1.0
    assert 1e7 < speed.memory < 1e13
    assert all(speed.times(model.shape) > 0.0 for model in SPEECH_MODELS)


def test_a_model_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        measure(Measure(str(tmp_path), cores=1))
