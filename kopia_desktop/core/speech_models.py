"""Which speech models are on this computer: the embedded starter and what was added to the data
folder.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kopia_desktop.core.errors import ModelNotFound
from kopia_desktop.core.paths import DataFolder, resource

STARTER = "starter"
"""The model shipped with the program. It knows synthetic voices and a few hundred words only."""

STARTER_LANGUAGES = frozenset({"en", "es"})

STARTER_NOTICE = (
    "The starter model knows synthetic voices and a small vocabulary only; on a real recording its"
    " text is nonsense. Get a real model: kopia-desktop models download NAME, or models add FOLDER"
    " (a Whisper model in CTranslate2 format); then use --model NAME."
)


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model folder in CTranslate2 format; ``embedded`` ones come with the program."""

    name: str
    folder: Path
    embedded: bool = False

    def recognises(self, whisper: str) -> bool:
        """Whether it knows the language of Whisper's code, as far as its name tells."""
        if self.embedded:
            return whisper in STARTER_LANGUAGES
        return whisper == "en" or not self.name.endswith(".en")

    @property
    def weight_bytes(self) -> int:
        """Size of the weights on disk and about that in memory; 0 if they are missing."""
        weights = self.folder / "model.bin"
        return weights.stat().st_size if weights.is_file() else 0


def installed_models(data: DataFolder) -> tuple[InstalledModel, ...]:
    """The starter first, then the added ones by name."""
    found = [InstalledModel(STARTER, resource("speech-model"), embedded=True)]
    if data.models.is_dir():
        found += [
            InstalledModel(path.name, path)
            for path in sorted(data.models.iterdir())
            if path.is_dir() and not path.name.startswith(".")
        ]
    return tuple(found)


def find_model(data: DataFolder, name: str) -> InstalledModel:
    """Raises ModelNotFound, naming what is installed."""
    for model in installed_models(data):
        if model.name == name:
            return model
    names = ", ".join(model.name for model in installed_models(data))
    raise ModelNotFound(
        f"There is no speech model named {name!r} (installed: {names}).",
        hint="Get one: kopia-desktop models download NAME, or models add FOLDER.",
    )
