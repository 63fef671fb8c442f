"""Speech models on this computer: list, add a folder, remove."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kopia_desktop.core.errors import (
    DataFolderUnusable,
    DiskFull,
    ModelBroken,
    ModelError,
    ModelExists,
    is_disk_full,
)
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.speech_models import InstalledModel, find_model, installed_models
from kopia_desktop.worker.model_files import check_files

_NAME = re.compile(r"[\w][\w.-]{0,63}")
_WANTED = (
    "Give the folder of a Whisper model in CTranslate2 format; if it is one, download it again."
)


class ModelService:
    """Models are folders in CTranslate2's Whisper format, copied into the data folder."""

    def __init__(self, data: DataFolder) -> None:
        self._data = data

    def installed(self) -> tuple[InstalledModel, ...]:
        return installed_models(self._data)

    def find(self, name: str) -> InstalledModel:
        """Raises ModelNotFound."""
        return find_model(self._data, name)

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
        """Delete a model's files. Raises ModelNotFound, ModelError for the embedded one."""
        model = self.find(name)
        if model.embedded:
            raise ModelError(
                "The starter model is part of the program.", hint="It cannot be removed."
            )
        try:
            if model.folder.is_symlink():  # a person's own link to a model elsewhere
                model.folder.unlink()
            else:
                shutil.rmtree(model.folder)
        except OSError as error:
            raise ModelError(
                f"The model {name!r} could not be deleted ({error.strerror}).",
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
