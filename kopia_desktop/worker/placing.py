"""What has arrived becomes an installed model: looked at, then in its place in one step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from kopia_desktop.core.downloads import DownloadKind
from kopia_desktop.core.errors import DownloadDamaged, KopiaError, ModelBroken
from kopia_desktop.core.translators import read_translator
from kopia_desktop.worker.folder_swap import FolderSwap
from kopia_desktop.worker.model_files import check_files


def check(folder: Path, kind: DownloadKind) -> None:
    """Raises DownloadDamaged when the program could not use the model."""
    try:
        if kind is DownloadKind.SPEECH_MODEL:
            check_files(folder)
        else:
            read_translator(folder)
    except ModelBroken as error:
        raise _unusable(error.message) from error
    except KopiaError as error:
        raise _unusable(str(error)) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _unusable(f"It is not what it should be: {error}.") from error


def place(files: list[Path], target: Path) -> None:
    """Put verified files into a folder of their own, in place of one that is there. Raises
    OSError.
    """
    with FolderSwap(target) as swap:
        for path in files:
            link_or_copy(path, swap.part / path.name)
        swap.put_in_place()
        if swap.old.is_symlink():  # a person's own link to a model elsewhere
            swap.old.unlink()


def link_or_copy(path: Path, to: Path) -> None:
    """The same content under a second name, at no cost where the disk can. Raises OSError."""
    try:
        os.link(path, to)
    except OSError:
        shutil.copyfile(path, to)


def _unusable(message: str) -> DownloadDamaged:
    return DownloadDamaged(
        f"All of the model came as promised, but it cannot be used. {message}",
        hint="Cancel the download and choose another model.",
    )
