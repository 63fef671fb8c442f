"""WebVTT subtitles."""

from __future__ import annotations

from kopia_desktop.core.cues import lay_out
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import one_line, spoken, stamp


class Vtt(Exporter):
    """Cues for browsers; &, < and > are escaped, so no text can pass for markup or times."""

    name = "vtt"
    extension = "vtt"
    label = "WebVTT subtitles"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        parts = ["WEBVTT\n"]
        for cue in lay_out(spoken(transcript).segments, options.subtitles, transcript.language):
            start, end = stamp(cue.start, point="."), stamp(cue.end, point=".")
            text = "\n".join(_escaped(line) for line in cue.lines)
            parts.append(f"\n{start} --> {end}\n{text}\n")
        return encoded("".join(parts))


def _escaped(line: str) -> str:
    return one_line(line).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
