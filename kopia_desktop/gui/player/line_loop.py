"""The loop of one segment: which one, and when a person has moved on to another."""

from __future__ import annotations

from kopia_desktop.core.transcript import Segment, Span
from kopia_desktop.gui.player.bands import Bands
from kopia_desktop.gui.player.player import Player


class LineLoop:
    """Keeps the player in one segment while it is on. Playing itself never leaves it."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._bands = Bands()
        self._segment: Segment | None = None
        self._is_on = False

    @property
    def is_on(self) -> bool:
        return self._is_on

    def switch(self, current: Segment | None, *, on: bool) -> None:
        """On with the current segment, else the one at the player's place or behind it."""
        self._is_on = on
        place = self._player.position
        self._loop((current or self._bands.from_(place)) if on else None)

    def set_bands(self, bands: Bands) -> None:
        """The segments as they are now: the looped one may have other edges, or be gone."""
        self._bands = bands
        if not self._is_on:
            return
        now = bands.of_id(self._segment.id) if self._segment is not None else None
        self._loop(now or bands.from_(self._player.position))

    def enter(self, segment: Segment) -> None:
        """Another segment became the current one.

        Where two overlap, playing one enters the other: that is no wish to leave.
        """
        place = self._player.position
        if not self._is_on or (self._segment is not None and self._segment.id == segment.id):
            return
        if self._holds(place) and segment.start <= place < segment.end:
            return
        self._loop(segment)

    def go_to(self, seconds: float) -> None:
        """A person goes to a place: what is heard there is looped from now on."""
        if self._is_on and not self._holds(seconds):
            self._segment = self._bands.from_(seconds)
            self._player.set_loop(None)  # or it would hold on to the old place

    def stay(self) -> None:
        """After going to a place."""
        if self._is_on:
            self._loop(self._segment)

    def _holds(self, seconds: float) -> bool:
        segment = self._segment
        return segment is not None and segment.start <= seconds < segment.end

    def _loop(self, segment: Segment | None) -> None:
        self._segment = segment
        span = Span(segment.start, segment.end) if segment is not None else None
        if span != self._player.loop:
            self._player.set_loop(span)
