"""Find in the whole transcript while a person types, without holding up the window."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.transcript import Segment
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.gui.transcript.matches import Match, Search
from kopia_desktop.gui.transcript.transcript_model import TranscriptModel

_AFTER = 120
"""Milliseconds after a change of the text until it is looked through again."""


@dataclass(slots=True)
class _Looking:
    """One look through; ``is_over`` ends it early."""

    search: Search
    columns: Sequence[Sequence[Segment | None]]
    is_over: bool = False

    def look(self) -> tuple[Match, ...]:
        found: list[Match] = []
        for row in range(len(self.columns[0])):
            if self.is_over:
                break
            for column, segments in enumerate(self.columns):
                segment = segments[row]
                if segment is not None:
                    for offset, length in self.search.places(segment.text):
                        found.append(Match(segment.id, column, offset, length))
        return tuple(found)


class Finder(QObject):
    """All matches in order, and which one is the current one."""

    changed = Signal()

    def __init__(self, context: Context, model: TranscriptModel, parent: QObject) -> None:
        super().__init__(parent)
        self._lanes = context.bridge.lanes
        self._model = model
        self._search: Search | None = None
        self._looking: _Looking | None = None
        self._from = 0
        self.matches: tuple[Match, ...] = ()
        self.number: int | None = None
        self._again = one_shot(self, _AFTER, self._look)
        changes = (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset)
        for changed in changes:
            changed.connect(self._text_changed)

    @property
    def search(self) -> Search | None:
        return self._search

    @property
    def current(self) -> Match | None:
        return None if self.number is None else self.matches[self.number]

    def look_for(self, search: Search | None, from_row: int) -> None:
        """Find another text; the first match from a row on becomes the current one."""
        self._search, self._from = search, from_row
        self._look()

    def step(self, by: int) -> bool:
        """To the next match, or with -1 the one before; whether it went round the end."""
        if not self.matches:
            return False
        number = (self.number if self.number is not None else -1 if by > 0 else 0) + by
        self.number = number % len(self.matches)
        self.changed.emit()
        return number != self.number

    @Slot()
    def _text_changed(self) -> None:
        if self._search is not None:
            self._again.start()

    @Slot()
    def _look(self) -> None:
        if self._looking is not None:
            self._looking.is_over = True
            self._looking = None
        if self._search is None or not self._model.rowCount():
            self._set((), None)
            return
        segments = self._model.segments
        columns: list[Sequence[Segment | None]] = [segments]
        if self._model.columnCount() > 1:
            columns.append([self._model.cell(row, 1) for row in range(len(segments))])
        looking = self._looking = _Looking(self._search, columns)
        self._lanes.read(looking.look, lambda found: self._take(looking, found))

    def _take(self, looking: _Looking, found: tuple[Match, ...]) -> None:
        if looking is self._looking:
            self._looking = None
            self._set(found, self._nearest(found))

    def _nearest(self, found: tuple[Match, ...]) -> int | None:
        """The current match, if it is still there; else the next one behind where one looks."""
        if not found:
            return None
        wanted, current = (self._from, -1, -1), self.current
        if current is not None:
            row = self._model.row_of(current.segment_id)
            wanted = (self._from if row is None else row, current.column, current.offset)
        return bisect_left(found, wanted, key=self._place) % len(found)

    def _place(self, match: Match) -> tuple[int, int, int]:
        """What the matches are in order of; only of some, for there may be tens of thousands."""
        row = self._model.row_of(match.segment_id)
        return -1 if row is None else row, match.column, match.offset

    def _set(self, matches: tuple[Match, ...], number: int | None) -> None:
        self.matches, self.number = matches, number
        self.changed.emit()
