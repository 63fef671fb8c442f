"""A file that is arriving: ``NAME.part``, which becomes ``NAME`` when it is whole and verified."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from kopia_desktop.core.disk import sync_folder
from kopia_desktop.core.downloads import RemoteFile

_READ = 1 << 20

SUFFIX = ".part"
_TAG_SUFFIX = ".part.etag"


class PartFile:
    """Bytes of one remote file, hashed as they are written; what a killed process left goes on.

    ``tag`` is the strong ETag of the version that the bytes belong to. Raises OSError.
    """

    def __init__(self, folder: Path, file: RemoteFile) -> None:
        self._file = file
        self._whole = folder / file.name
        self._part = folder / (file.name + SUFFIX)
        self._tag_path = folder / (file.name + _TAG_SUFFIX)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._descriptor = os.open(self._part, flags, 0o600)
        self.size = 0
        self._digest = self._new_digest()
        self._read_back()

    @property
    def tag(self) -> str | None:
        try:
            return self._tag_path.read_text("ascii") or None
        except (OSError, ValueError):
            return None

    def restart(self, tag: str | None = None) -> None:
        """Forget what came; what comes now belongs to ``tag``."""
        os.ftruncate(self._descriptor, 0)
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        self.size = 0
        self._digest = self._new_digest()
        if tag is None:
            self._tag_path.unlink(missing_ok=True)
        else:
            self._tag_path.write_text(tag, "ascii")

    def write(self, data: bytes) -> None:
        """In the file when it returns: no buffer of ours is lost by a kill."""
        view = memoryview(data)
        while view:
            written = os.write(self._descriptor, view)
            self._digest.update(view[:written])
            self.size += written
            view = view[written:]

    def sync(self) -> None:
        os.fsync(self._descriptor)

    def hash(self) -> str:
        """Of what is here, in hex: git's of a blob if the file is known by that, else SHA-256."""
        return self._digest.hexdigest()

    def is_as_promised(self) -> bool:
        """Size and hash, as far as they are known, are those of the remote file."""
        file = self._file
        if file.size is not None and file.size != self.size:
            return False
        promised = file.sha256 or file.git_sha1
        return promised is None or promised == self.hash()

    def finish(self) -> None:
        """Durable under its final name."""
        self.sync()
        self.close()
        os.replace(self._part, self._whole)
        self._tag_path.unlink(missing_ok=True)
        sync_folder(self._whole.parent)

    def remove(self) -> None:
        """Nothing stays."""
        self.close()
        self._part.unlink(missing_ok=True)
        self._tag_path.unlink(missing_ok=True)

    def close(self) -> None:
        """What came stays for another time."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _read_back(self) -> None:
        while data := os.read(self._descriptor, _READ):
            self._digest.update(data)
            self.size += len(data)

    def _new_digest(self) -> hashlib._Hash:
        return _digest(self._file)


def matches(path: Path, file: RemoteFile) -> bool:
    """Whether a file on disk is the remote one, by size and hash; False where a hash is unknown."""
    promised = file.sha256 or file.git_sha1
    if promised is None or not path.is_file() or path.stat().st_size != file.size:
        return False
    digest = _digest(file)
    for data in _pieces(path):
        digest.update(data)
    return digest.hexdigest() == promised


def sha256(path: Path) -> str:
    """In hex. Raises OSError."""
    digest = hashlib.sha256()
    for data in _pieces(path):
        digest.update(data)
    return digest.hexdigest()


def _digest(file: RemoteFile) -> hashlib._Hash:
    """Git's hash of a blob begins with its length (git-scm.com, Git Internals, Git Objects)."""
    if file.sha256 is None and file.git_sha1 is not None:
        return hashlib.sha1(b"blob %d\0" % (file.size or 0), usedforsecurity=False)
    return hashlib.sha256()


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as opened:
        while data := opened.read(_READ):
            yield data
