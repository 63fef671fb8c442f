"""Moving the start or end of a segment, within the room that its neighbours leave."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

from kopia_desktop.core.transcript import Segment
from kopia_desktop.gui.player.bands import SHORTEST


class Edge(Enum):
    START = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class MovedEdges:
    """A segment's edges while they are moved; ``low`` and ``high`` are how far they may go."""

    segment: Segment
    start: float
    end: float
    low: float
    high: float

    @classmethod
    def begun(cls, segment: Segment, room: tuple[float, float]) -> MovedEdges:
        return cls(segment, segment.start, segment.end, *room)

    def at(self, edge: Edge) -> float:
        return self.start if edge is Edge.START else self.end

    def to(self, edge: Edge, seconds: float) -> MovedEdges:
        """One edge as near to a time as it may go; the segment keeps a shortest length."""
        # A segment that is shorter than that already may grow, but not shrink.
        least = min(SHORTEST, self.end - self.start)
        if edge is Edge.START:
            return replace(self, start=min(max(seconds, self.low), self.end - least))
        return replace(self, end=max(min(seconds, self.high), self.start + least))

    def has_moved(self) -> bool:
        return (self.start, self.end) != (self.segment.start, self.segment.end)
