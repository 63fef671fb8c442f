"""SubRip subtitles."""

from __future__ import annotations

import re

from kopia_desktop.core.cues import lay_out
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.exporters.base import Exporter, ExportOptions, encoded
from kopia_desktop.exporters.reading import one_line, spoken, stamp

# SubRip has no escapes: an arrow of hyphens passes for a line of times, these brackets for markup.
_MARKUP = re.compile(r"--(?=>)|[<{]")
_WORD_JOINER = "\u2060"  # invisible and without width: the text looks the same and means itself


class Srt(Exporter):
    """Numbered cues with CRLF line ends, as players on every system expect."""

    name = "srt"
    extension = "srt"
    label = "SubRip subtitles"

    def render(self, transcript: Transcript, options: ExportOptions) -> bytes:
        parts: list[str] = []
        cues = lay_out(spoken(transcript).segments, options.subtitles, transcript.language)
        for number, cue in enumerate(cues, 1):
            start, end = stamp(cue.start, point=","), stamp(cue.end, point=",")
            text = "\r\n".join(_safe(line) for line in cue.lines)
            parts.append(f"{number}\r\n{start} --> {end}\r\n{text}\r\n\r\n")
        return encoded("".join(parts))


def _safe(line: str) -> str:
    return _MARKUP.sub(lambda found: found.group() + _WORD_JOINER, one_line(line))
