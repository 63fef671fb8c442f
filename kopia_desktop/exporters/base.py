"""What every exporter is, and what it may be told."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import ClassVar

from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.transcript import Transcript


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The choices of an export.

    ``subtitles`` rules srt and vtt, ``times`` says whether the paragraphs of md, docx and html show
    when they begin.
    """

    subtitles: SubtitleSettings = field(default_factory=SubtitleSettings)
    times: bool = True


class Exporter(ABC):
    """A file format: a pure function from a transcript to the bytes of a file.

    ``name`` is what a person or program asks for, ``extension`` ends the file's name (no dot),
    ``label`` is the English name that faces translate. The transcript is written as given: filler
    words and spelling were settled before.
    """

    name: ClassVar[str]
    extension: ClassVar[str]
    label: ClassVar[str]

    @abstractmethod
    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        """The whole file; the same input gives the same bytes."""


def encoded(text: str) -> bytes:
    """UTF-8; half a surrogate pair, which no file can hold, becomes a question mark."""
    return text.encode("utf-8", "replace")
