"""The registry of export formats: each turns a transcript into the bytes of a file.

A new format is a module with one Exporter, and one line here.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kopia_desktop.core.errors import UnknownFormat
from kopia_desktop.exporters.base import Exporter, ExportOptions
from kopia_desktop.exporters.csv import Csv
from kopia_desktop.exporters.docx import Docx
from kopia_desktop.exporters.html import Html
from kopia_desktop.exporters.json import Json
from kopia_desktop.exporters.md import Markdown
from kopia_desktop.exporters.srt import Srt
from kopia_desktop.exporters.txt import Txt, TxtTimes
from kopia_desktop.exporters.vtt import Vtt

__all__ = ["EXPORTERS", "ExportOptions", "Exporter", "exporter"]

EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        one.name: one
        for one in (Srt(), Vtt(), Txt(), TxtTimes(), Json(), Csv(), Markdown(), Docx(), Html())
    }
)


def exporter(name: str) -> Exporter:
    """The exporter of a format; raises UnknownFormat, which lists those there are."""
    found = EXPORTERS.get(name.strip().lower())
    if found is None:
        raise UnknownFormat(
            f"There is no export format called {name!r}.",
            hint=f"Known formats: {', '.join(EXPORTERS)}.",
        )
    return found
