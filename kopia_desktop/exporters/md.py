"""Markdown."""

from __future__ import annotations

import re

from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import about, clock, paragraphs, title

_INLINE = re.compile(r"([\\`*_\[\]<>~&])")
_BLOCK = re.compile(r"^([#+=|:-]|\d{1,9}(?=[.)]))")


class Markdown(Exporter):
    """A title, a line about the recording, paragraphs that begin with their time."""

    name = "md"
    extension = "md"
    label = "Markdown"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        blocks = [f"# {_escaped(title(transcript))}", f"*{_escaped(about(transcript))}*"]
        for paragraph in paragraphs(transcript):
            time = f"**{clock(paragraph.start)}** " if options.times else ""
            blocks.append(time + _escaped(paragraph.text))
        return encoded("\n\n".join(blocks) + "\n")


def _escaped(text: str) -> str:
    """Nothing spoken may become markup: neither inside a line nor at its start."""
    line = _INLINE.sub(r"\\\1", text)
    return _BLOCK.sub(lambda start: _block_escaped(start.group()), line)


def _block_escaped(start: str) -> str:
    # "1." begins a list; the escape belongs before the point.
    return f"{start}\\" if start[0].isdigit() else f"\\{start}"
