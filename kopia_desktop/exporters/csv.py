"""A table for spreadsheets."""

from __future__ import annotations

import csv
import io

from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import one_line, spoken

_BYTE_ORDER_MARK = "\ufeff"  # without it spreadsheets read the file in the system's old code page
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Csv(Exporter):
    """RFC 4180: a row a segment, ``index`` from 1, times in seconds."""

    name = "csv"
    extension = "csv"
    label = "Table for spreadsheets"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        sheet = io.StringIO(newline="")
        sheet.write(_BYTE_ORDER_MARK)
        writer = csv.writer(sheet, lineterminator="\r\n")
        writer.writerow(("index", "start", "end", "text"))
        for index, segment in enumerate(spoken(transcript).segments, 1):
            writer.writerow(
                (index, f"{segment.start:.3f}", f"{segment.end:.3f}", _cell(segment.text))
            )
        return encoded(sheet.getvalue())


def _cell(text: str) -> str:
    """Spoken text is never a formula: an apostrophe keeps a spreadsheet from computing it."""
    line = one_line(text)
    return (
        f"'{line}" if text.startswith(_FORMULA_STARTS) or line.startswith(_FORMULA_STARTS) else line
    )
