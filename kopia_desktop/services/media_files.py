"""Recordings as files of this computer: looked at without opening what is in them."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from kopia_desktop.core.errors import (
    MediaEmpty,
    MediaError,
    MediaIsFolder,
    MediaNotFound,
    MediaUnreadable,
    UnsupportedMedia,
)
from kopia_desktop.core.job import MediaFile


def media_file(path: Path) -> MediaFile:
    """Look at a file without opening its content; raises MediaError's children."""
    name = _shown(path.name or str(path))
    try:
        full = path.absolute()
        status = full.stat()
        if stat.S_ISREG(status.st_mode):
            full.open("rb").close()
    except FileNotFoundError as error:
        raise MediaNotFound(f"There is no file {name}.", hint="Check the path.") from error
    except PermissionError as error:
        raise MediaUnreadable(
            f"{name} cannot be opened.", hint="You have no permission to read it."
        ) from error
    except (OSError, ValueError) as error:
        raise unusable_media(name, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise MediaIsFolder(f"{name} is a folder.", hint="Give the files inside it.")
    if not stat.S_ISREG(status.st_mode):
        raise UnsupportedMedia(f"{name} is not a file.", hint="Give a recording's file.")
    if status.st_size == 0:
        raise MediaEmpty(f"{name} is empty (0 bytes).", hint="Copy or record it again.")
    return MediaFile(
        path=str(full), name=path.name, size_bytes=status.st_size, modified_ns=status.st_mtime_ns
    )


def unusable_media(name: str, error: OSError | ValueError) -> MediaError:
    """What it means that a file cannot be read; ``name`` as it is to be shown."""
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return MediaNotFound("The path is longer than the system allows.", hint="Shorten it.")
    return MediaUnreadable(
        f"{name} cannot be opened.", hint="Check the name, the disk and the network drive."
    )


def printable(name: str) -> str:
    """A file's name as it can stand in a line: any character but NUL may be in one."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def _shown(name: str) -> str:
    plain = printable(name)
    return plain if len(plain) <= 80 else plain[:77] + "..."
