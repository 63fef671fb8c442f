"""What a person drops or pastes: files, folders, links, as the system hands them over."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QMimeData, QUrl

from kopia_desktop.services.likeness import Likeness, likeness
from kopia_desktop.services.media_links import links


@dataclass(frozen=True, slots=True)
class Glance:
    """What the names alone tell; nothing on disk is looked at.

    ``unknown`` are folders and files without a known ending, ``others`` no recordings by name.
    """

    recordings: int = 0
    unknown: int = 0
    others: int = 0
    links: int = 0
    refused_links: int = 0

    def is_empty(self) -> bool:
        return self == Glance()

    def holds_something(self) -> bool:
        """At least one thing in it may become a transcript."""
        return bool(self.recordings or self.unknown or self.links)


@dataclass(frozen=True, slots=True)
class Given:
    """Paths of this computer, and text that may hold links."""

    paths: tuple[Path, ...] = ()
    text: str = ""

    @classmethod
    def of(cls, mime: QMimeData) -> Given:
        """The data of a drag or of the clipboard; it is gone after the event."""
        urls = mime.urls() if mime.hasUrls() else []
        paths = tuple(local_path(url) for url in urls if url.isLocalFile())
        others = [_text_of(url) for url in urls if not url.isLocalFile()]
        if urls:
            return cls(paths, "\n".join(others))
        return cls(text=mime.text() if mime.hasText() else "")

    def glance(self) -> Glance:
        kinds = [likeness(path.name) for path in self.paths]
        found = links(self.text)
        return Glance(
            recordings=kinds.count(Likeness.MEDIA),
            unknown=kinds.count(Likeness.UNKNOWN),
            others=kinds.count(Likeness.OTHER),
            links=len(found.urls),
            refused_links=len(found.refused),
        )


def local_path(url: QUrl) -> Path:
    """The file of a ``file:`` URL, also where its name is no valid Unicode."""
    if sys.platform == "win32":
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def _text_of(url: QUrl) -> str:
    return bytes(url.toEncoded().data()).decode("ascii", "replace")
