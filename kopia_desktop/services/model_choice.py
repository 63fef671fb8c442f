"""Which model suits a computer: estimates, for someone who has to choose one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kopia_desktop.core.catalogue import SPEECH_MODELS, CatalogueModel, CatalogueTranslator
from kopia_desktop.core.computer import total_memory, usable_cores
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.speed import Speed, read_speed

MAIN_MODELS = tuple(model for model in SPEECH_MODELS if model.is_main)
"""The sizes a person chooses among, from the smallest to the most exact."""


class Fit(StrEnum):
    """Whether a model can be used on a computer."""

    GOOD = "good"
    TIGHT = "tight"  # it takes more than half of the memory
    TOO_LARGE = "too_large"  # it would take nearly all of it, or more
    UNKNOWN = "unknown"  # the system does not tell how much memory there is


class Pace(StrEnum):
    """How long recognising takes on the processor, beside the recording's length."""

    MUCH_FASTER = "much_faster"  # four times as fast or more
    FASTER = "faster"
    ABOUT_AS_LONG = "about_as_long"
    SLOWER = "slower"


@dataclass(frozen=True, slots=True)
class Computer:
    """``memory`` in bytes; 0 where the system does not tell."""

    cores: int
    memory: int
    speed: Speed

    def fit(self, model: CatalogueModel | CatalogueTranslator) -> Fit:
        if not self.memory:
            return Fit.UNKNOWN
        share = model.needed_memory / self.memory
        if share > 0.85:
            return Fit.TOO_LARGE
        return Fit.TIGHT if share > 0.5 else Fit.GOOD

    def times(self, model: CatalogueModel) -> float:
        """Seconds of speech recognised in a second, about."""
        return self.speed.times(model.shape)

    def pace(self, model: CatalogueModel) -> Pace:
        times = self.times(model)
        if times >= 4.0:
            return Pace.MUCH_FASTER
        if times >= 1.3:
            return Pace.FASTER
        return Pace.ABOUT_AS_LONG if times >= 0.7 else Pace.SLOWER


def this_computer(data: DataFolder) -> Computer:
    """This one, with the speed that was measured on it, or that of an ordinary one."""
    cores = usable_cores()
    speed = read_speed(data.speed, cores=cores)
    return Computer(cores, total_memory(), speed or Speed.typical(cores))


def recommended(computer: Computer) -> CatalogueModel:
    """The most exact size that fits and is faster than speech; the smallest where none is."""
    suitable = [
        model
        for model in MAIN_MODELS
        if computer.fit(model) in (Fit.GOOD, Fit.UNKNOWN)
        and computer.pace(model) in (Pace.MUCH_FASTER, Pace.FASTER)
    ]
    return suitable[-1] if suitable else MAIN_MODELS[0]


def name_for(folder: Path) -> str:
    """A model's name after its folder's, with what a name cannot hold replaced by dashes."""
    return re.sub(r"[^\w.-]+", "-", folder.resolve().name).strip("-.")[:64] or "model"
