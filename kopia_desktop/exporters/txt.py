"""Plain text: paragraphs, or a line a segment with its time."""

from __future__ import annotations

from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import clock, one_line, paragraphs, spoken


class Txt(Exporter):
    """The text alone; a pause of 2 s begins a paragraph, an empty line divides paragraphs."""

    name = "txt"
    extension = "txt"
    label = "Plain text"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        return encoded("\n".join(f"{paragraph.text}\n" for paragraph in paragraphs(transcript)))


class TxtTimes(Exporter):
    """One line a segment: ``[hh:mm:ss] text``."""

    name = "txt-times"
    extension = "txt"
    label = "Plain text with times"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        return encoded(
            "".join(
                f"[{clock(segment.start)}] {one_line(segment.text)}\n"
                for segment in spoken(transcript).segments
            )
        )
