"""Which size of Whisper suits which computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.services.model_choice import (
    SIZES,
    Computer,
    Fit,
    Pace,
    name_for,
    recommended,
    total_memory,
)

GB = 10**9


@pytest.mark.parametrize(
    ("cores", "memory", "name"),
    [
        (2, 4 * GB, "small"),
        (2, 2 * GB, "tiny"),
        (4, 8 * GB, "large-v3-turbo"),
        (8, 32 * GB, "large-v3-turbo"),
        (16, 32 * GB, "large-v3"),
        (4, 0, "large-v3-turbo"),
    ],
)
def test_what_is_recommended(cores: int, memory: int, name: str) -> None:
    assert recommended(Computer(cores, memory)).name == name


def test_fit_and_pace_follow_the_computer() -> None:
    large = SIZES[-1]
    assert large.float16_bytes == pytest.approx(3.1 * GB)
    fits = [large.fit(Computer(4, memory * GB)) for memory in (4, 8, 16, 0)]
    assert fits == [Fit.TOO_LARGE, Fit.TIGHT, Fit.GOOD, Fit.UNKNOWN]
    paces = [large.pace(Computer(cores, 0)) for cores in (2, 6, 12, 32)]
    assert paces == [Pace.SLOWER, Pace.ABOUT_AS_LONG, Pace.FASTER, Pace.MUCH_FASTER]


def test_this_computer_tells_its_memory() -> None:
    assert total_memory() > 256 << 20


def test_a_name_for_any_folder(tmp_path: Path) -> None:
    assert name_for(tmp_path / "faster-whisper-small") == "faster-whisper-small"
    assert name_for(tmp_path / "My models (new) ünd") == "My-models-new-ünd"
    assert name_for(Path("/")) == "model"
