"""How fast a computer recognises: what is kept, and what follows from it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.catalogue import SPEECH_MODELS, speech_model
from kopia_desktop.core.speed import Speed, read_speed, write_speed

SPEED = Speed(4, 2e11, 5e-5, 3e10)


def test_it_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "speed.json"
    assert read_speed(path, cores=4) is None
    write_speed(path, SPEED)
    assert read_speed(path, cores=4) == SPEED
    assert read_speed(path, cores=8) is None, "measured with other cores"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    with pytest.raises(OSError, match="No such"):
        write_speed(tmp_path / "no" / "speed.json", SPEED)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "5", '{"version": 1}', '{"version": 9, "cores": 4}', "[" * 100_000,
        '{"version": 1, "cores": 4, "operations": 0, "layer_seconds": 1, "memory": 1}',
        '{"version": 1, "cores": 4, "operations": NaN, "layer_seconds": 1, "memory": 1}',
        '{"version": 1, "cores": 4, "operations": "x", "layer_seconds": 1, "memory": 1}',
    ],
)  # fmt: skip
def test_a_file_that_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "speed.json"
    path.write_text(text)
    assert read_speed(path, cores=4) is None


def test_an_ordinary_computer() -> None:
    """As the published figure has it: small in int8 is about real time a core."""
    small = speech_model("small").shape
    assert Speed.typical(1).times(small) == pytest.approx(1.0, rel=0.1)
    assert 6.0 < Speed.typical(8).times(small) < 8.0


@given(st.floats(1e9, 1e14), st.floats(1e-7, 1e-2), st.floats(1e8, 1e12))
def test_larger_models_are_slower(operations: float, layer: float, memory: float) -> None:
    speed = Speed(4, operations, layer, memory)
    names = ("tiny", "base", "small", "medium", "large-v3")
    times = [speed.times(speech_model(name).shape) for name in names]
    assert times == sorted(times, reverse=True)
    assert speed.times(speech_model("large-v3-turbo").shape) > times[-1]
    assert all(speed.times(model.shape) > 0.0 for model in SPEECH_MODELS)
