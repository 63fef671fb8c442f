"""One remote file to disk: resumed, tried again, verified.

A cut costs no more than what was in flight: the next try asks for what is missing (Range), of the
same version only (If-Range). What came whole but wrong is fetched once more from its first byte.
"""

from __future__ import annotations

import errno
import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import httpx2

from kopia_desktop.core.downloads import DownloadLimits, RemoteFile
from kopia_desktop.core.errors import (
    DataFolderUnusable,
    DiskFull,
    DownloadDamaged,
    DownloadInterrupted,
    DownloadRefused,
    KopiaError,
    unusable,
)
from kopia_desktop.worker.part import PartFile
from kopia_desktop.worker.remote import Remote, TryAgain, is_encoded

Answer = TypeVar("Answer")

_CHECKPOINT = 64 << 20
"""Bytes after which what came is made durable and the disk looked at again."""

_SPAN = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)", re.ASCII)
_LENGTH = re.compile(r"\d{1,18}", re.ASCII)


class _Wrong(Exception):
    """What came is not what was promised."""


class FileFetch:
    """Fetches files into a folder, one after the other."""

    def __init__(
        self,
        remote: Remote,
        folder: Path,
        limits: DownloadLimits,
        note: Callable[[RemoteFile, int, int | None], None],
    ) -> None:
        """``note`` is told, as it grows, how many bytes of a file are here, and its size as far as
        it is known.
        """
        self._remote = remote
        self._folder = folder
        self._limits = limits
        self._note = note

    def bring(self, file: RemoteFile, *, error: KopiaError | None = None) -> Path:
        """Returns the verified file. ``error`` is raised in place of DownloadDamaged.

        Raises DownloadError (what came stays for another time, unless it was wrong), DiskFull,
        DataFolderUnusable.
        """
        path = self._folder / file.name
        if path.is_file():  # verified before it got this name
            self._note(file, path.stat().st_size, path.stat().st_size)
            return path
        try:
            part = PartFile(self._folder, file)
            try:
                self._fill(part, file, error)
                part.finish()
            finally:
                part.close()
        except OSError as failure:
            raise _explained(self._folder, failure) from failure
        return path

    def patiently(self, ask: Callable[[], Answer]) -> Answer:
        """Ask again, with pauses, while it may pass. Raises DownloadError."""
        tries = 0
        while True:
            try:
                return ask()
            except TryAgain as again:
                tries += 1
                if tries >= self._limits.tries:
                    raise again.error from again
                self._pause(tries, again)

    def _fill(self, part: PartFile, file: RemoteFile, error: KopiaError | None) -> None:
        """Try until the part is whole and right."""
        furthest, tries, was_wrong = part.size, 0, False
        while True:
            try:
                self._try(part, file)
                return
            except _Wrong as wrong:
                if was_wrong:
                    part.remove()
                    raise error or _damaged(file, wrong) from wrong
                was_wrong = True
                part.restart()
                self._note(file, 0, file.size)
            except TryAgain as again:
                tries = 1 if part.size > furthest else tries + 1
                furthest = max(furthest, part.size)
                if tries >= self._limits.tries:
                    raise again.error from again
                self._pause(tries, again)

    def _pause(self, tries: int, again: TryAgain) -> None:
        limits = self._limits
        if again.after is not None and again.after > limits.longest_wait:
            raise DownloadInterrupted(
                again.error.message, hint="It asks to wait for long: try again later."
            ) from again
        seconds = min(limits.longest_pause, limits.pause * 2.0 ** (tries - 1))
        # Many computers that a server has cut off at once should not come back at once.
        seconds *= 0.5 + random.random() / 2
        time.sleep(max(seconds, again.after or 0.0))

    def _try(self, part: PartFile, file: RemoteFile) -> None:
        if file.size is None or part.size < file.size:
            with self._remote.get(file.url, _range(part)) as response:
                expected = self._begin(part, file, response)
                self._receive(part, file, response, expected)
            if expected is not None and part.size < expected:
                raise TryAgain(_cut_short(file))
        if not part.is_as_promised():
            raise _Wrong("its size or its hash differs")

    def _begin(self, part: PartFile, file: RemoteFile, response: httpx2.Response) -> int | None:
        """Look at the headers; returns the size of the whole file, if it is known."""
        if is_encoded(response):
            raise DownloadRefused(
                f"{response.url.host} sends files in another form than asked for.",
                hint="Use another mirror, or go around the proxy.",
            )
        tag = _strong_tag(response)
        if response.status_code == 206:
            size = _continued(part, response, tag)
        elif response.status_code == 200:
            part.restart(tag)
            size = _length(response)
        else:
            raise _Wrong("the server has less than was promised")
        if file.size is not None and size is not None and size != file.size:
            raise _Wrong(f"it is {size} bytes long, not {file.size}")
        expected = file.size if file.size is not None else size
        if (expected or 0) > self._limits.largest_file:
            raise DownloadRefused(f"{file.name} is larger than any model.")
        self._note(file, part.size, expected)
        self._check_room(expected, part.size)
        return expected

    def _receive(
        self, part: PartFile, file: RemoteFile, response: httpx2.Response, expected: int | None
    ) -> None:
        most = self._limits.largest_file if expected is None else expected
        checkpoint = part.size + _CHECKPOINT
        for piece in response.iter_raw():
            if part.size + len(piece) > most:
                raise _Wrong("more came than was promised")
            part.write(piece)
            self._note(file, part.size, expected)
            if part.size >= checkpoint:
                checkpoint = part.size + _CHECKPOINT
                part.sync()
                self._check_room(expected, part.size)

    def _check_room(self, expected: int | None, held: int) -> None:
        missing = 0 if expected is None else expected - held
        check_room(self._folder, missing, self._limits)


def check_room(folder: Path, missing: int, limits: DownloadLimits) -> None:
    """Raises DiskFull where so many bytes have no room, OSError."""
    free = shutil.disk_usage(folder).free
    if missing and free < missing + limits.keep_free:
        needed = (missing + limits.keep_free - free) / 1e6
        raise DiskFull(
            f"The disk that holds {folder} has no room for the download.",
            hint=f"Free about {needed:,.0f} MB, then try again; it goes on where it stopped.",
        )


def _range(part: PartFile) -> dict[str, str]:
    if not part.size:
        return {}
    asked = {"Range": f"bytes={part.size}-"}
    tag = part.tag
    return asked | {"If-Range": tag} if tag else asked


def _continued(part: PartFile, response: httpx2.Response, tag: str | None) -> int | None:
    """Check that the answer goes on where the part ends; returns the size of the whole."""
    span = _SPAN.fullmatch(response.headers.get("content-range", ""))
    if span is None or int(span[1]) != part.size:
        raise _Wrong("another stretch came than was asked for")
    if tag is not None and part.tag not in (None, tag):
        raise _Wrong("the file has changed on the server")
    return None if span[3] == "*" else int(span[3])


def _length(response: httpx2.Response) -> int | None:
    value = response.headers.get("content-length", "")
    return int(value) if _LENGTH.fullmatch(value) else None


def _strong_tag(response: httpx2.Response) -> str | None:
    """The ETag, if equal tags mean equal bytes (RFC 9110, 8.8.1)."""
    tag = response.headers.get("etag", "")
    strong = re.fullmatch(r'"[\x21\x23-\x7e]{1,200}"', tag)
    return tag if strong else None


def _cut_short(file: RemoteFile) -> DownloadInterrupted:
    return DownloadInterrupted(
        f"The server ended before all of {file.name} had come.",
        hint="Try again; it goes on where it stopped.",
    )


def _damaged(file: RemoteFile, wrong: _Wrong) -> DownloadDamaged:
    return DownloadDamaged(
        f"What came for {file.name} is not what was promised: {wrong}. It was fetched twice and"
        " nothing of it was kept.",
        hint="Try again later, or use another mirror.",
    )


def _explained(folder: Path, error: OSError) -> KopiaError:
    if error.errno == errno.EFBIG:
        return DataFolderUnusable(
            f"The disk that holds {folder} does not take files of that size.",
            hint="Choose a data folder on another disk with --data-dir or KOPIA_DATA_DIR.",
        )
    return unusable(folder, error)
