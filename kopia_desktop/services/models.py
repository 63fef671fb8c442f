"""Models on this computer and those that can be had: list, add a folder, download, remove."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kopia_desktop.core.catalogue import TRANSLATORS, CatalogueModel, speech_model, translator
from kopia_desktop.core.disk import remove_folder
from kopia_desktop.core.downloads import Download
from kopia_desktop.core.errors import (
    DataFolderUnusable,
    DiskFull,
    ModelBroken,
    ModelError,
    ModelExists,
    ModelNotFound,
    is_disk_full,
)
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.speech_models import InstalledModel, find_model, installed_models
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.services.model_choice import recommended, this_computer
from kopia_desktop.services.model_list import ListedModel, listed_models, madlad400_folders
from kopia_desktop.services.translators import remove_translator
from kopia_desktop.worker.model_files import check_files

_NAME = re.compile(r"[\w][\w.-]{0,63}")
_WANTED = (
    "Give the folder of a Whisper model in CTranslate2 format; if it is one, download it again."
)


class ModelService:
    """Models are folders in CTranslate2's Whisper format, copied into the data folder."""

    def __init__(self, data: DataFolder, downloads: DownloadService | None = None) -> None:
        """Without ``downloads`` (no store is open) nothing is on its way."""
        self._data = data
        self._downloads = downloads

    def installed(self) -> tuple[InstalledModel, ...]:
        return installed_models(self._data)

    def find(self, name: str) -> InstalledModel:
        """Raises ModelNotFound."""
        return find_model(self._data, name)

    def catalogue(self) -> tuple[ListedModel, ...]:
        """The starter, all speech models of the catalogue, those added by hand, then translators.

        Looks into the files of what is installed: for a background thread.
        """
        downloads = self._downloads.list() if self._downloads else ()
        return tuple(listed_models(self._data, downloads))

    def recommended(self) -> CatalogueModel:
        """The one that suits this computer best."""
        return recommended(this_computer(self._data))

    def listed(self, name: str) -> ListedModel:
        """One of the catalogue or of what is installed. Raises ModelNotFound."""
        for model in self.catalogue():
            if model.name == name:
                return model
        raise ModelNotFound(
            f"There is no model named {name!r}.", hint="See: kopia-desktop models list."
        )

    def download(self, name: str) -> Download:
        """Bring a model of the catalogue here, go on with it, or repair it.

        Raises ModelNotFound for a name that the catalogue does not have.
        """
        if self._downloads is None:
            raise ModelError("Nothing can be downloaded here.", hint="Use kopia-desktop models.")
        is_translator = any(one.name == name for one in TRANSLATORS)
        order = translator(name).order if is_translator else speech_model(name).order
        return self._downloads.start(order)

    def add(self, folder: Path, *, name: str | None = None) -> InstalledModel:
        """Copy a model folder; it appears only when it is whole.

        Raises ModelBroken (not a model), ModelExists, ModelError (bad name), DataFolderUnusable,
        DiskFull.
        """
        chosen = name or folder.resolve().name
        if not _NAME.fullmatch(chosen):
            raise ModelError(
                f"{chosen!r} cannot be a model's name.",
                hint="Use letters, digits, dots, dashes: --name NAME.",
            )
        _check(folder)
        if any(model.name == chosen for model in self.installed()):
            raise ModelExists(
                f"A speech model named {chosen!r} is already there.",
                hint="Remove it first, or add this one with --name NAME.",
            )
        return InstalledModel(chosen, self._copy(folder, chosen))

    def remove(self, name: str) -> None:
        """Delete a model's files; one that is on its way is no longer wanted.

        Raises ModelNotFound, ModelError for the embedded one, TranslatorKept.
        """
        wanted = self._downloads is not None and self._downloads.find(name) is not None
        if wanted:
            assert self._downloads is not None
            self._downloads.cancel(name)
        if any(model.name == name for model in self.installed()):
            self._delete(self.find(name))
        elif any(found.name == name for found in madlad400_folders(self._data)):
            remove_translator(self._data, name)
        elif not wanted:
            self.find(name)

    def _delete(self, model: InstalledModel) -> None:
        if model.embedded:
            raise ModelError(
                "The starter model is part of the program.", hint="It cannot be removed."
            )
        try:
            remove_folder(model.folder)
        except OSError as error:
            raise ModelError(
                f"The model {model.name!r} could not be deleted ({error.strerror}).",
                hint="Close the programs that use it and check the folder's permissions.",
            ) from error

    def _copy(self, folder: Path, name: str) -> Path:
        target = self._data.models / name
        partial = self._data.models / f".{name}.part"
        try:
            self._data.models.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(partial, ignore_errors=True)
            partial.mkdir()
            for path in folder.iterdir():
                if path.is_file():
                    shutil.copyfile(path, partial / path.name)
            partial.rename(target)
        except OSError as error:
            shutil.rmtree(partial, ignore_errors=True)
            if is_disk_full(error):
                raise DiskFull(
                    f"There is no space for the model in {self._data.models}.",
                    hint="Free some space and add it again.",
                ) from error
            raise DataFolderUnusable(
                f"The model could not be copied to {self._data.models} ({error.strerror}).",
                hint="Check the permissions of both folders.",
            ) from error
        return target


def _check(folder: Path) -> None:
    """The folder holds what a Whisper model in CTranslate2 format needs."""
    try:
        check_files(folder)
    except ModelBroken as error:
        raise ModelBroken(error.message, hint=_WANTED) from error
    except OSError as error:
        raise ModelBroken(f"{folder} cannot be read ({error.strerror}).", hint=_WANTED) from error
