"""A model as the settings list it: what it is, whether it is here, and what can be done with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from kopia_desktop.core.downloads import Download, DownloadOrder


class Stand(Enum):
    """Where a model is."""

    AVAILABLE = auto()  # can be downloaded
    COMING = auto()  # its download waits, runs, rests or failed
    INSTALLED = auto()
    DAMAGED = auto()  # here, and cannot be used


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """``title`` and ``about`` are in the window's language; ``bytes`` on the disk, about where it
    is not here yet. ``fixed``: it comes with the program, or belongs to another, and stays.
    ``order`` fetches it, or its damaged files anew. ``reason`` says what is damaged. ``is_usable``:
    once here it can be chosen for new recordings, unless ``is_chosen`` already.
    """

    name: str
    title: str
    about: str
    stand: Stand
    bytes: int = 0
    fixed: bool = False
    note: str = ""
    reason: str = ""
    order: DownloadOrder | None = None
    download: Download | None = None
    is_usable: bool = False
    is_chosen: bool = False
