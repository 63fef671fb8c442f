"""The key of the API: made once, kept in a file for its owner only, checked by its hash."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

from kopia_desktop.core.disk import sync_folder
from kopia_desktop.core.errors import KeyUnusable

_SENDABLE = re.compile(r"[!-~]{1,512}")
_BYTES = 32


class ApiKey:
    """One key at a time; another process may replace the file, which is noticed at once.

    ``given`` is a key that whoever started the program chose; then no file is made or read.
    """

    def __init__(self, path: Path, *, given: str | None = None) -> None:
        """Nothing is read or written before ``ensure``. Raises KeyUnusable for a bad ``given``."""
        if given is not None and not _SENDABLE.fullmatch(given):
            raise KeyUnusable(
                "KOPIA_API_KEY cannot be sent in a header.",
                hint="Use letters, digits and punctuation of ASCII, without spaces.",
            )
        self._path = path
        self._given = given
        self._digest: bytes | None = _digest(given.encode()) if given else None
        self._seen: tuple[int, int, int] | None = None

    @property
    def file(self) -> Path | None:
        """Where the key can be read; None when it was given."""
        return None if self._given else self._path

    def ensure(self) -> None:
        """Make the key if there is none. Raises KeyUnusable."""
        if self._given is not None:
            return
        try:
            self._make_private_folder()
            if not self._path.exists():
                self._write()
            elif os.name == "posix" and self._path.stat().st_mode & 0o077:
                self._path.chmod(0o600)
            self.read()
        except OSError as error:
            raise self._unusable(error.strerror or "unknown reason") from error

    def read(self) -> str:
        """The key itself. Raises KeyUnusable when the file holds none."""
        if self._given is not None:
            return self._given
        try:
            key = self._path.read_text("ascii").strip()
        except (OSError, ValueError) as error:
            raise self._unusable("it cannot be read") from error
        if not _SENDABLE.fullmatch(key):
            raise self._unusable("it holds no key")
        return key

    def rotate(self) -> str:
        """Replace the key; the old one is worth nothing from now on. Raises KeyUnusable."""
        if self._given is not None:
            raise KeyUnusable(
                "The key was given by KOPIA_API_KEY.", hint="Start the program with another one."
            )
        try:
            self._make_private_folder()
            self._write()
        except OSError as error:
            raise self._unusable(error.strerror or "unknown reason") from error
        return self.read()

    def matches(self, candidate: bytes) -> bool:
        """Whether this is the key, in a time that tells nothing about it."""
        self._refresh()
        expected = self._digest
        return expected is not None and hmac.compare_digest(_digest(candidate), expected)

    def _refresh(self) -> None:
        """Take the file's key if it is another file than the one seen last."""
        if self._given is not None:
            return
        try:
            status = self._path.stat()
            now = (status.st_ino, status.st_mtime_ns, status.st_size)
            if now != self._seen:
                self._digest, self._seen = _digest(self.read().encode()), now
        except (OSError, KeyUnusable):
            self._digest = self._seen = None

    def _make_private_folder(self) -> None:
        folder = self._path.parent
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)

    def _write(self) -> None:
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}.part")
        key = f"kopia_{secrets.token_urlsafe(_BYTES)}"
        with contextlib.suppress(FileNotFoundError):
            temporary.unlink()
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:
            file.write(key + "\n")
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(self._path)
        sync_folder(self._path.parent)

    def _unusable(self, reason: str) -> KeyUnusable:
        return KeyUnusable(
            f"The API key's file {self._path} cannot be used: {reason}.",
            hint="Delete it to get a new key, or check the folder's permissions.",
        )


def _digest(key: bytes) -> bytes:
    return hashlib.sha256(key).digest()
