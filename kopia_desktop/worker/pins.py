"""Packages that come without a published hash: the first one that came is trusted from then on."""

from __future__ import annotations

import json
import re
from pathlib import Path

from kopia_desktop.core.disk import flush
from kopia_desktop.core.errors import DownloadError

_SHA256 = re.compile("[0-9a-f]{64}")


class Pins:
    """SHA-256 by file name, in a JSON file that is replaced in one step."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, name: str) -> str | None:
        """The hash of the one that came first. Raises DownloadError."""
        return self._read().get(name)

    def keep(self, name: str, sha256: str) -> None:
        """Trust this one from now on. Raises DownloadError, OSError."""
        pins = self._read()
        if pins.get(name) == sha256:
            return
        temporary = self._path.with_suffix(".part")
        with temporary.open("w", encoding="utf-8") as file:
            json.dump({**pins, name: sha256}, file, indent=1, sort_keys=True)
            flush(file)
        temporary.replace(self._path)

    def _read(self) -> dict[str, str]:
        try:
            pins = json.loads(self._path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            raise self._damaged() from error
        if not isinstance(pins, dict) or not all(
            isinstance(value, str) and _SHA256.fullmatch(value) for value in pins.values()
        ):
            raise self._damaged()
        return pins

    def _damaged(self) -> DownloadError:
        return DownloadError(
            f"{self._path}, the list of packages that were trusted before, is damaged.",
            hint="Delete the file to trust what comes next.",
        )
