"""A folder of a translation model, copied to where translators lie."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from kopia_desktop.core.errors import (
    DataFolderUnusable,
    DiskFull,
    KopiaError,
    PackageBroken,
    TranslatorExists,
    is_disk_full,
)
from kopia_desktop.core.translators import read_translator
from kopia_desktop.worker.folder_swap import FolderSwap

_HINT = (
    "Give an .argosmodel file, the folder of an Argos package, or one of MADLAD-400 in"
    " CTranslate2 format."
)


def copy(folder: Path, into: Path) -> Path:
    """Copy a model that can be used; it appears only when it is whole. Links are not followed.

    Raises PackageBroken with the reason, TranslatorExists, DiskFull, DataFolderUnusable.
    """
    try:
        found = read_translator(folder)
    except (KopiaError, OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        reason = error.message if isinstance(error, KopiaError) else str(error)
        raise PackageBroken(f"{folder} cannot be used: {reason}.", hint=_HINT) from error
    if found is None:
        raise PackageBroken(f"{folder} is a package that does not translate.", hint=_HINT)
    name = re.sub(r"[^\w.-]+", "-", folder.resolve().name).strip("-.")[:64] or "translator"
    target = into / name
    if target.exists():
        raise TranslatorExists(
            f"A translation model named {name!r} is already there.", hint="Remove it first."
        )
    try:
        with FolderSwap(target) as swap:
            for path in sorted(folder.rglob("*")):
                place = swap.part / path.relative_to(folder)
                if path.is_symlink() and not path.resolve().is_file():
                    continue
                if path.is_dir():
                    place.mkdir(parents=True, exist_ok=True)
                elif path.is_file():
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, place)
            return swap.put_in_place()
    except OSError as error:
        if is_disk_full(error):
            raise DiskFull(
                f"There is no space for the model in {into}.",
                hint="Free some space and add it again.",
            ) from error
        raise DataFolderUnusable(
            f"The model could not be copied to {into} ({error.strerror}).",
            hint="Check the permissions of both folders.",
        ) from error
