"""Subtitles: segments laid out as cues that can be read in the time they stand.

Neighbouring segments form a run, which ``layout`` divides; segments share a cue only where one
alone would flash by. Then each cue gets its times from its words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kopia_desktop.core.languages import is_cjk
from kopia_desktop.core.layout import Draft, Layout, Limits
from kopia_desktop.core.pieces import Piece, holds_cjk, is_mostly_cjk, pieces_of
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.core.transcript import Segment

_SHORTEST = 0.2  # seconds a cue keeps even where the times given leave it none
_RUN_PAUSE = 2.0  # seconds of silence that no cue spans


@dataclass(frozen=True, slots=True)
class Cue:
    """What stands on the screen from ``start`` to ``end`` seconds; lines hold no line ends."""

    start: float
    end: float
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def lay_out(segments: Iterable[Segment], rules: SubtitleSettings, language: str) -> tuple[Cue, ...]:
    """Lay a transcript out as cues sorted by time that never overlap.

    Suppressed segments and those without text give none. A cue starts with its first word, later
    only where the one before needs the time (overlapping segments, many words at one moment).
    """
    drafts = [
        draft
        for run, cjk in _runs(segments, rules, language)
        for draft in Layout(run, Limits.of(rules, cjk=cjk), language).drafts()
    ]
    drafts.sort(key=lambda draft: draft.start)
    return tuple(_timed(drafts, rules.min_gap))


def _runs(
    segments: Iterable[Segment], rules: SubtitleSettings, language: str
) -> Iterator[tuple[list[Piece], bool]]:
    """The pieces of segments that follow each other closely; whether the limits for CJK hold."""
    run: list[Piece] = []
    run_cjk = False
    for segment in sorted(segments, key=lambda segment: segment.start):
        if segment.suppressed:
            continue
        cjk = holds_cjk(segment.text) and (is_cjk(language) or is_mostly_cjk(segment.text))
        length = rules.max_line_length_cjk // 2 if cjk else rules.max_line_length
        pieces = pieces_of(segment, longest=length)
        if not pieces:
            continue
        apart = bool(run) and pieces[0].start < run[-1].start
        silent = bool(run) and pieces[0].start - run[-1].end >= _RUN_PAUSE
        if run and (cjk != run_cjk or apart or silent):
            yield run, run_cjk
            run = []
        run_cjk = cjk
        run.extend(pieces)
    if run:
        yield run, run_cjk


def _timed(drafts: Sequence[Draft], gap: float) -> Iterator[Cue]:
    """Settle the times: into the silence after, as long as reading takes, short of the next cue."""
    free = -math.inf
    for index, draft in enumerate(drafts):
        start = max(draft.start, free)
        until = drafts[index + 1].start - gap if index + 1 < len(drafts) else math.inf
        end = min(max(draft.end, start + draft.wanted), start + draft.longest, until)
        # Overlapping speech: stand for a readable part of the words' own time, delay the next cue.
        spoken = max(_SHORTEST, draft.end - start - gap)
        end = max(end, start + min(draft.least, spoken))
        free = end + gap
        yield Cue(start, end, draft.lines)
