"""Which of Whisper's sizes suits which computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.core.catalogue import speech_model
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.speed import Speed, write_speed
from kopia_desktop.services.model_choice import (
    Computer,
    Fit,
    Pace,
    name_for,
    recommended,
    this_computer,
)

GB = 10**9


def computer(cores: int, memory: int) -> Computer:
    return Computer(cores, memory, Speed.typical(cores))


@pytest.mark.parametrize(
    ("cores", "memory", "name"),
    [
        (2, 4 * GB, "small"),
        (2, 2 * GB, "tiny"),
        (4, 8 * GB, "small"),
        (8, 32 * GB, "large-v3-turbo"),
        (16, 32 * GB, "large-v3"),
        (8, 0, "large-v3-turbo"),
    ],
)
def test_what_is_recommended(cores: int, memory: int, name: str) -> None:
    assert recommended(computer(cores, memory)).name == name


def test_fit_and_pace_follow_the_computer() -> None:
    large = speech_model("large-v3")
    fits = [computer(4, memory * GB).fit(large) for memory in (4, 8, 16, 0)]
    assert fits == [Fit.TOO_LARGE, Fit.TIGHT, Fit.GOOD, Fit.UNKNOWN]
    small = speech_model("small")
    paces = [computer(cores, 0).pace(small) for cores in (1, 2, 8)]
    assert paces == [Pace.ABOUT_AS_LONG, Pace.FASTER, Pace.MUCH_FASTER]
    assert computer(2, 0).pace(large) is Pace.SLOWER


def test_a_measure_of_this_computer_counts(data_folder: DataFolder) -> None:
    ordinary = this_computer(data_folder)
    assert ordinary.memory > 256 << 20
    assert not ordinary.speed.is_measured
    fast = Speed(ordinary.cores, 1e14, 1e-6, 1e12)
    write_speed(data_folder.speed, fast)
    assert this_computer(data_folder).speed == fast
    assert recommended(Computer(ordinary.cores, 64 * GB, fast)).name == "large-v3"


def test_a_name_for_any_folder(tmp_path: Path) -> None:
    assert name_for(tmp_path / "faster-whisper-small") == "faster-whisper-small"
    assert name_for(tmp_path / "My models (new) ünd") == "My-models-new-ünd"
    assert name_for(Path("/")) == "model"
