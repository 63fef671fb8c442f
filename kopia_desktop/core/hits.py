"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A segment that matches: ``start`` in seconds, ``marks`` (offset, length) in ``snippet``."""

    job_id: str
    title: str
    segment_id: int
    start: float
    snippet: str
    marks: tuple[tuple[int, int], ...]
