"""What is looked for in the text, and the places where it was found."""

from __future__ import annotations

from dataclasses import dataclass

from kopia_desktop.core.finding import find_all
from kopia_desktop.gui.transcript.segment_text import Range


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for in the text, and how."""

    wanted: str
    match_case: bool = False
    whole_words: bool = False

    def places(self, text: str) -> tuple[Range, ...]:
        """In characters."""
        return find_all(text, self.wanted, match_case=self.match_case, whole_words=self.whole_words)


@dataclass(frozen=True, slots=True)
class Match:
    """One place that was found: in characters of a cell's text."""

    segment_id: int
    column: int
    offset: int
    length: int
