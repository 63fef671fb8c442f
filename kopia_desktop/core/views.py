"""A transcript as it is to be read: spelling and hesitations applied to the stored words.

Nothing stored changes; another view of the same transcript is one call away.
"""

from __future__ import annotations

from dataclasses import replace

from kopia_desktop.core.fillers import without_fillers
from kopia_desktop.core.spelling import respelled
from kopia_desktop.core.transcript import Transcript


def view(
    transcript: Transcript, *, remove_fillers: bool, language_code: str | None = None
) -> Transcript:
    """The transcript in the spelling of its language, with or without hesitations.

    ``language_code`` is a contract code that stands in for the transcript's own. Segments of which
    nothing remains are left out.
    """
    code = language_code or transcript.language
    segments = []
    for stored in transcript.segments:
        segment = respelled(stored, code)
        kept = without_fillers(segment, code) if remove_fillers else segment
        if kept is not None and kept.text.strip():
            segments.append(kept)
    return replace(transcript, segments=tuple(segments))
