"""Models on their way to this computer: what is asked for, where it comes from, how far it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kopia_desktop.core.job import JobError

HUB = "https://huggingface.co"
"""Where models come from unless the settings name a mirror."""

ARGOS_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
"""Where the list of Argos packages is, unless the settings name another."""

NAME = re.compile(r"\w[\w.-]{0,63}")
"""What the name of a download, of its folder and of the model that comes of it may be."""


class DownloadKind(StrEnum):
    """What arrives; it decides which files are fetched and where they are installed."""

    SPEECH_MODEL = "speech_model"
    MADLAD400 = "madlad400"
    ARGOS_PACKAGE = "argos_package"


class DownloadStatus(StrEnum):
    """A download that is done has no row any more: its model is installed."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    FAILED = "failed"

    @property
    def is_active(self) -> bool:
        """The engine works on it, or will."""
        return self in (DownloadStatus.WAITING, DownloadStatus.RUNNING)


@dataclass(frozen=True, slots=True)
class HubSource:
    """A model's repository on the hub (``owner/name``), whose API tells files, sizes and hashes."""

    repository: str
    revision: str = "main"


@dataclass(frozen=True, slots=True)
class FileSource:
    """One file at a URL. What is known of it beforehand is checked: ``size`` in bytes, ``sha256``
    in hex.
    """

    url: str
    size: int | None = None
    sha256: str | None = None


Source = HubSource | FileSource


@dataclass(frozen=True, slots=True)
class DownloadOrder:
    """What a person wants: ``name`` becomes the installed model's; ``about_bytes`` to show until
    the source has told the exact size.
    """

    name: str
    kind: DownloadKind
    source: Source
    about_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Download:
    """An order and how far it is. ``bytes_per_second`` is 0 while nothing arrives."""

    order: DownloadOrder
    status: DownloadStatus
    done_bytes: int = 0
    total_bytes: int = 0
    bytes_per_second: float = 0.0
    error: JobError | None = None

    @property
    def name(self) -> str:
        return self.order.name

    @property
    def kind(self) -> DownloadKind:
        return self.order.kind

    @property
    def fraction(self) -> float:
        """0..1; 0 while the size is not known."""
        return min(1.0, self.done_bytes / self.total_bytes) if self.total_bytes else 0.0

    @property
    def seconds_left(self) -> float | None:
        """At the present speed; None while there is none."""
        if self.status is not DownloadStatus.RUNNING or self.bytes_per_second <= 0:
            return None
        return max(0, self.total_bytes - self.done_bytes) / self.bytes_per_second


Downloads = tuple[Download, ...]
"""In the order they are fetched."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """One file to fetch. ``name`` is ours, checked. Of the hashes (hex) at most one is known:
    SHA-256 of the content, or git's of the blob for a small file of a repository.
    """

    name: str
    url: str
    size: int | None = None
    sha256: str | None = None
    git_sha1: str | None = None


@dataclass(frozen=True, slots=True)
class DownloadLimits:
    """Seconds, counts and bytes.

    ``tries`` in a row may come to nothing before the download fails; the pauses between double from
    ``pause`` to ``longest_pause``, each with a random share. A server may ask for up to
    ``longest_wait``. ``keep_free`` bytes of the disk are left to others.
    """

    connect_seconds: float = 15.0
    idle_seconds: float = 45.0
    redirects: int = 5
    tries: int = 6
    pause: float = 1.0
    longest_pause: float = 30.0
    longest_wait: float = 120.0
    keep_free: int = 500_000_000
    largest_file: int = 64 << 30


LIMITS = DownloadLimits()
