"""Where times and texts stand across the view, for its width and direction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.transcript.reading_type import LINE, ReadingType

BAR = 3
"""Pixels of the bar beside the current segment."""

GROUND = GRID + BAR
"""Pixels that the ground of a row reaches out on both sides."""

_GAP = 2 * GRID
_BETWEEN = 3 * GRID
_LEAST_CHARACTERS = 28
"""Columns narrower than that stand one under the other."""


class Side(Enum):
    """Where a row's times stand."""

    LEFT = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Strip:
    """A column's first pixel and width."""

    x: int
    width: int

    @property
    def end(self) -> int:
        return self.x + self.width

    def mirrored(self, within: int) -> Strip:
        return Strip(within - self.end, self.width)


@dataclass(frozen=True, slots=True)
class Columns:
    """The strips of a row; ``texts`` is one for each language.

    ``stacked`` texts stand one under the other in the same strip.
    """

    row: Strip
    bar: Strip
    times: Strip
    texts: tuple[Strip, ...]
    stacked: bool
    side: Side

    @classmethod
    def of(
        cls, width: int, count: int, type_: ReadingType, *, time_width: int, side: Side
    ) -> Columns:
        """For ``count`` languages in a view of ``width`` pixels."""
        longest = round(LINE * type_.character)
        room = max(width - 2 * (MARGIN + GRID) - time_width - _GAP, 8 * GRID)
        each = (room - (count - 1) * _BETWEEN) // count
        stacked = count > 1 and each < _LEAST_CHARACTERS * type_.character
        in_row = 1 if stacked else count
        text = min(longest, room if stacked else each)
        whole = time_width + _GAP + in_row * text + (in_row - 1) * _BETWEEN
        begin = max((width - whole) // 2, MARGIN + GRID)
        first = begin + time_width + _GAP
        texts = [Strip(first + number * (text + _BETWEEN), text) for number in range(in_row)]
        if stacked:
            texts *= count
        made = cls(
            row=Strip(begin - GROUND, whole + 2 * GROUND),
            bar=Strip(begin - GROUND, BAR),
            times=Strip(begin, time_width),
            texts=tuple(texts),
            stacked=stacked,
            side=Side.LEFT,
        )
        return made if side is Side.LEFT else made._mirrored(width)

    def column_at(self, x: int) -> int:
        """The language whose text is nearest."""
        away = [max(text.x - x, x - text.end) for text in self.texts]
        return away.index(min(away))

    def _mirrored(self, width: int) -> Columns:
        return Columns(
            row=self.row.mirrored(width),
            bar=self.bar.mirrored(width),
            times=self.times.mirrored(width),
            texts=tuple(text.mirrored(width) for text in self.texts),
            stacked=self.stacked,
            side=Side.RIGHT,
        )
