"""One file that a client sends, on its way to disk.

Every method may block.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path
from typing import BinaryIO

from kopia_desktop.core.disk import sync_folder
from kopia_desktop.core.errors import (
    DiskFull,
    MediaEmpty,
    StateConflict,
    UploadIncomplete,
    UploadTooLarge,
    is_disk_full,
)
from kopia_desktop.core.job import MediaFile
from kopia_desktop.store.uploads import PartialUpload, UploadStore

RESERVE = 200 << 20
"""Bytes that uploads leave free on the disk, for the database and the engine's own files."""

_LOOK_EVERY = 32 << 20
_CHECKPOINT = 64 << 20
"""Bytes after which a resumable upload is made durable: the most that a power cut takes back."""


class Upload:
    """A file on its way to disk. ``name`` and ``content_type`` may be set until it is settled."""

    def __init__(
        self,
        file: BinaryIO,
        path: Path,
        name: str,
        content_type: str | None,
        length: int | None,
        limit: int,
    ) -> None:
        self.name = name
        self.content_type = content_type
        self.count = 0
        self._file = file
        self._path = path
        self._length = length
        self._limit = limit
        self._lost = False
        self._handed_over = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Append. Raises UploadTooLarge, DiskFull, StateConflict when another upload has won."""
        if self._lost:
            raise StateConflict("Another upload of this job was faster.", hint="Use its result.")
        count = self.count + len(data)
        if count > self._limit:
            raise self._over_limit()
        if count // _LOOK_EVERY > self.count // _LOOK_EVERY:
            check_room(self._path.parent)
            _hurry(self._file)
        _write_all(self._file, data)
        self.count = count

    def give_up(self) -> None:
        """Another upload has won; the next ``write`` says so."""
        self._lost = True

    def _over_limit(self) -> UploadTooLarge:
        return too_large(self._limit)

    def settle(self) -> MediaFile:
        """Durable under its final name. Raises UploadIncomplete, MediaEmpty, DiskFull."""
        if self._length is not None and self.count != self._length:
            raise UploadIncomplete(
                f"{self.count} of {self._length} bytes arrived.", hint="Send the media again."
            )
        if self.count == 0:
            raise empty()
        if self._lost:
            raise StateConflict("Another upload of this job was faster.", hint="Use its result.")
        _sync(self._file)
        self._file.close()
        path = self._path.with_suffix(".media")
        os.replace(self._path, path)
        self._path = path
        sync_folder(path.parent)
        return media_of(path, self.name, self.content_type)

    def hand_over(self) -> None:
        """The file is the job's now."""
        self._handed_over = True

    def remove(self) -> None:
        """Leave nothing of what came, unless it was handed over."""
        self._file.close()
        if self._handed_over:
            return
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


class Part(Upload):
    """One request of a resumable upload; ``save`` makes durable what came."""

    def __init__(self, file: BinaryIO, partial: PartialUpload, store: UploadStore) -> None:
        path = Path(file.name)
        super().__init__(file, path, partial.media_name, partial.content_type, None, partial.length)
        file.seek(partial.offset)
        file.truncate()  # what came after the last acknowledged byte may not be whole
        self.count = self._saved = partial.offset
        self.partial = partial
        self._store = store

    @property
    def missing(self) -> int:
        """Bytes that are still to come."""
        return self.partial.length - self.count

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Append. Raises UploadTooLarge for more than was announced, DiskFull, StateConflict."""
        super().write(data)
        if self.count - self._saved >= _CHECKPOINT:
            self.save()

    def _over_limit(self) -> UploadTooLarge:
        return UploadTooLarge(
            "More bytes came than were announced.", hint="Announce the upload again."
        )

    def save(self) -> None:
        """What has come so far survives a power cut."""
        if self.count > self._saved:
            _sync(self._file)
            self._store.advance(self.partial.job_id, self.count)
            self._saved = self.count

    def close(self) -> None:
        self._file.close()


def media_of(path: Path, name: str, content_type: str | None) -> MediaFile:
    status = path.stat()
    return MediaFile(
        path=str(path),
        name=name,
        size_bytes=status.st_size,
        modified_ns=status.st_mtime_ns,
        owned=True,
        content_type=content_type,
    )


def _write_all(file: BinaryIO, data: bytes | bytearray | memoryview) -> None:
    view = memoryview(data)
    try:
        while view:
            view = view[file.write(view) :]
    except OSError as error:
        raise disk_full() if is_disk_full(error) else error from error


def _hurry(file: BinaryIO) -> None:
    """Have the system begin to write what it holds back, so that the sync at the end is short.

    Linux does so for pages that are said to be no longer needed.
    """
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _sync(file: BinaryIO) -> None:
    try:
        os.fsync(file.fileno())
    except OSError as error:
        raise disk_full() if is_disk_full(error) else error from error


def check_room(folder: Path, wanted: int = 0) -> None:
    """Raises DiskFull where so many bytes more would leave less than the reserve."""
    if shutil.disk_usage(folder).free < wanted + RESERVE:
        raise disk_full()


def open_private(path: Path, mode: str) -> BinaryIO:
    """An unbuffered file that only its owner may read. Raises DiskFull."""

    def opener(name: str, flags: int) -> int:
        return os.open(name, flags | getattr(os, "O_BINARY", 0), 0o600)

    try:
        return open(path, mode, buffering=0, opener=opener)  # type: ignore[return-value]
    except OSError as error:
        raise disk_full() if is_disk_full(error) else error from error


def empty() -> MediaEmpty:
    return MediaEmpty("The upload is empty (0 bytes).", hint="Send the media's bytes as the body.")


def too_large(limit: int) -> UploadTooLarge:
    return UploadTooLarge(
        f"The media is larger than {limit} bytes.",
        hint="Send a smaller file, or raise the limit in the settings.",
    )


def disk_full() -> DiskFull:
    return DiskFull(
        "There is not enough space on this computer's disk for the media.",
        hint="Free some space and send it again.",
    )
