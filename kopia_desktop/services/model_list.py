"""The models a person can choose among: here, on their way, or to be had."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kopia_desktop.core.catalogue import (
    SPEECH_MODELS,
    TRANSLATORS,
    CatalogueModel,
    CatalogueTranslator,
)
from kopia_desktop.core.downloads import Download, DownloadKind
from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.speech_models import installed_models
from kopia_desktop.core.translators import Origin, ProviderName, read_translators
from kopia_desktop.services.model_choice import Computer, Fit, recommended, this_computer
from kopia_desktop.worker.model_files import check_files


class ModelState(StrEnum):
    """How near a model is."""

    INSTALLED = "installed"
    DAMAGED = "damaged"  # here, but it cannot be used; a download repairs one of the catalogue
    DOWNLOADING = "downloading"  # on its way: waiting, running, paused or failed
    DOWNLOADABLE = "downloadable"


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A speech model, or a MADLAD-400 translator, as a list shows it.

    ``entry`` is None for one that a person added under a name of their own. ``size_bytes`` is that
    of the weights on disk, else about what is downloaded. ``problem`` says what is damaged.
    ``times``: seconds of speech recognised in a second on this computer, about; None for
    translators and for models of unknown shape.
    """

    name: str
    kind: DownloadKind
    state: ModelState
    size_bytes: int
    entry: CatalogueModel | CatalogueTranslator | None = None
    embedded: bool = False
    problem: str = ""
    download: Download | None = None
    fit: Fit = Fit.UNKNOWN
    times: float | None = None
    is_recommended: bool = False

    @property
    def is_installed(self) -> bool:
        return self.state is ModelState.INSTALLED


@dataclass(frozen=True, slots=True)
class FoundFolder:
    """A translator's folder; ``problem`` is empty for one that can be used."""

    name: str
    folder: Path
    problem: str = ""


def listed_models(data: DataFolder, downloads: Iterable[Download]) -> Iterator[ListedModel]:
    """The starter, all speech models of the catalogue, those added by hand, then translators.

    ``downloads`` are those under way. Looks into the files of what is installed.
    """
    computer = this_computer(data)
    under_way = {one.name: one for one in downloads}
    yield from _speech(data, computer, under_way)
    yield from _translators(data, computer, under_way)


def _speech(
    data: DataFolder, computer: Computer, under_way: dict[str, Download]
) -> Iterator[ListedModel]:
    best = recommended(computer).name
    here = {model.name: model for model in installed_models(data)}
    entries = {entry.name: entry for entry in SPEECH_MODELS}
    added = [name for name in here if name not in entries and not here[name].embedded]
    embedded = [name for name in here if here[name].embedded]
    for name in (*embedded, *entries, *added):
        entry, model = entries.get(name), here.get(name)
        folder = model.folder if model is not None else None
        problem = _problem(folder) if folder is not None else ""
        yield ListedModel(
            name,
            DownloadKind.SPEECH_MODEL,
            _state(folder, problem, under_way.get(name)),
            _size(folder, entry),
            entry,
            embedded=model is not None and model.embedded,
            problem=problem,
            download=under_way.get(name),
            fit=computer.fit(entry) if entry else Fit.UNKNOWN,
            times=computer.times(entry) if entry else None,
            is_recommended=name == best,
        )


def _translators(
    data: DataFolder, computer: Computer, under_way: dict[str, Download]
) -> Iterator[ListedModel]:
    here = {one.name: one for one in madlad400_folders(data)}
    entries = {entry.name: entry for entry in TRANSLATORS}
    for name in (*entries, *(name for name in here if name not in entries)):
        entry, one = entries.get(name), here.get(name)
        folder = one.folder if one is not None else None
        problem = one.problem if one is not None else ""
        yield ListedModel(
            name,
            DownloadKind.MADLAD400,
            _state(folder, problem, under_way.get(name)),
            _size(folder, entry),
            entry,
            problem=problem,
            download=under_way.get(name),
            fit=computer.fit(entry) if entry else Fit.UNKNOWN,
        )


def madlad400_folders(data: DataFolder) -> list[FoundFolder]:
    """Those that were added, and damaged ones under a name of the catalogue."""
    found = read_translators(data)
    names = {entry.name for entry in TRANSLATORS}
    whole = [
        FoundFolder(one.name, one.folder)
        for one in found.installed
        if one.provider is ProviderName.MADLAD400 and one.origin is Origin.ADDED
    ]
    damaged = [
        FoundFolder(one.name, one.folder, one.reason)
        for one in found.broken
        if one.name in names and one.origin is Origin.ADDED
    ]
    return whole + damaged


def _state(found: Path | None, problem: str, download: Download | None) -> ModelState:
    if found is not None and not problem:
        return ModelState.INSTALLED
    if download is not None:
        return ModelState.DOWNLOADING
    return ModelState.DAMAGED if found is not None else ModelState.DOWNLOADABLE


def _size(folder: Path | None, entry: CatalogueModel | CatalogueTranslator | None) -> int:
    """Bytes of the weights on disk, else about those to download."""
    weights = folder / "model.bin" if folder is not None else None
    if weights is not None and weights.is_file():
        return weights.stat().st_size
    return entry.download_bytes if entry is not None else 0


def _problem(folder: Path) -> str:
    try:
        check_files(folder)
    except ModelBroken as error:
        return error.message
    except OSError as error:
        return f"{folder} cannot be read ({error.strerror})."
    return ""
