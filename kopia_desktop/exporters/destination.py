"""Where an export goes: a name every system takes, a write that is whole or did not happen."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import unicodedata
from collections.abc import Collection
from pathlib import Path

from kopia_desktop.core.disk import flush, sync_folder
from kopia_desktop.core.errors import DiskFull, FolderNotWritable, KopiaError, is_disk_full

_LONGEST_NAME = 200  # bytes; file systems take 255, the rest is for what copying and syncing add
_ILLEGAL = re.compile(r'[<>:"/\\|?*]')
# Invisible characters that reverse a name on the screen (and so can hide what it ends with), or
# cannot be written.
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])", re.IGNORECASE
)  # devices on Windows, whatever follows the first dot


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file so that ``path`` holds either what it held before or all of ``content``.

    Missing folders are made. Raises FolderNotWritable where the place refuses and DiskFull where it
    has no room; no part of the file is left behind then.
    """
    # Through a link, so that the link stays and what it points to is replaced.
    target = Path(os.path.realpath(path))
    temporary = target.parent / f".kopia-{secrets.token_hex(6)}.part"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _check(target)
        _write(temporary, content)
        with contextlib.suppress(OSError):
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except OSError as error:
        raise _explained(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    sync_folder(target.parent)


def file_name(title: str, extension: str, taken: Collection[str] = ()) -> str:
    """A file name made of a title: legal on Linux, Windows and macOS, at most 200 bytes of UTF-8.

    Letters of all scripts are kept. Where a name of ``taken`` is the same but for case, a number is
    added: ``Talk (2).srt``.
    """
    ending = f".{extension.removeprefix('.')}"
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", title))
    plain = "".join(" " if unicodedata.category(c) == "Cc" else c for c in plain)
    plain = _ILLEGAL.sub(" ", plain)
    stem = " ".join(plain.split()).strip(" .") or "transcript"
    if _RESERVED.fullmatch(stem.split(".", 1)[0].rstrip()):
        stem = f"_{stem}"
    used = {_folded(name) for name in taken}
    name = _fitted(stem, ending)
    number = 2
    while _folded(name) in used:
        name = _fitted(stem, f" ({number}){ending}")
        number += 1
    return name


def _check(target: Path) -> None:
    """Replacing would go through where writing may not: devices, folders, write-protected files."""
    if not target.exists():
        return
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder", str(target))
    if not target.is_file():
        raise OSError(errno.EINVAL, "is a device, not a file", str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is write-protected", str(target))


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666
    )
    with open(descriptor, "wb") as file:
        file.write(content)
        flush(file)


def _explained(error: OSError, path: Path) -> KopiaError:
    if is_disk_full(error):
        return DiskFull(
            f"There is no space left for {path.name!r} in {path.parent}.",
            hint="Free some space or choose another folder; the transcript is kept.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return FolderNotWritable(
            f"The name or path is too long for the file system: {str(path)[:80]}...",
            hint="Choose a shorter name or another folder.",
        )
    reason = error.strerror or "unknown reason"
    return FolderNotWritable(
        f"{path} cannot be written: {reason}.",
        hint="Choose another folder, or close the program that has the file open.",
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _fitted(stem: str, ending: str) -> str:
    """Shorten the stem until the whole name fits, never inside a letter with its signs."""
    room = _LONGEST_NAME - len(ending.encode())
    encoded = stem.encode()
    if len(encoded) > room:
        kept = encoded[:room].decode("utf-8", "ignore")
        while kept and unicodedata.category(stem[len(kept)]) in ("Mn", "Mc", "Me", "Cf"):
            kept = kept[:-1]
        stem = kept.rstrip(" .\u200d") or "transcript"
    return stem + ending
