"""What a person chose at the last export, remembered beside the window's place on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSettings

from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import listed
from kopia_desktop.exporters import EXPORTERS
from kopia_desktop.gui.memory import window_memory


class FillerChoice(StrEnum):
    """Filler words in what is exported."""

    AS_JOB = "as-job"
    KEEP = "keep"
    LEAVE_OUT = "leave-out"

    @property
    def remove(self) -> bool | None:
        """As the export service takes it."""
        return {"as-job": None, "keep": False, "leave-out": True}[self.value]


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """The formats, whether paragraphs show their times, and the folder (None: never asked)."""

    formats: tuple[str, ...] = ("srt",)
    times: bool = True
    folder: Path | None = None


def remembered(data: DataFolder) -> ExportChoices:
    """The last choices; the first ones where there are none or a format no longer exists."""
    memory = window_memory(data)
    formats = tuple(name for name in listed(_text(memory, "formats")) if name in EXPORTERS)
    folder = _text(memory, "folder")
    return ExportChoices(
        formats or ExportChoices().formats,
        _text(memory, "times") != "no",
        Path(folder) if folder else None,
    )


def remember(data: DataFolder, choices: ExportChoices) -> None:
    """For the next export; a disk that refuses costs no more than that."""
    memory = window_memory(data)
    # In one text: QSettings would make a list of one format a plain text, and of none nothing.
    memory.setValue("export/formats", ",".join(choices.formats))
    memory.setValue("export/times", "yes" if choices.times else "no")
    memory.setValue("export/folder", str(choices.folder or ""))
    memory.sync()


def _text(memory: QSettings, name: str) -> str:
    value = memory.value(f"export/{name}", "")
    return ",".join(value) if isinstance(value, list) else str(value)
