"""Heights of very many rows: where a row begins and which row is at a place, in O(log n) each."""

from __future__ import annotations

from collections.abc import Sequence


class RowHeights:
    """Pixels of each row, estimated until it is laid out (a Fenwick tree over a list).

    Inserting and removing in the middle takes O(n), at the end O(log n) a row.
    """

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._exact = bytearray()
        self._sums: list[int] = [0]  # of i & -i rows that end with row i - 1

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        return self.top(len(self._heights))

    def height(self, row: int) -> int:
        return self._heights[row]

    def is_exact(self, row: int) -> bool:
        return bool(self._exact[row])

    def top(self, row: int) -> int:
        """All that is above a row; ``len(self)`` gives the whole."""
        total = 0
        while row > 0:
            total += self._sums[row]
            row &= row - 1
        return total

    def row_at(self, y: int) -> int:
        """The row that holds this pixel: the nearest one outside, never one of no height.

        -1 when there are no rows.
        """
        count = len(self._heights)
        row, step = 0, 1 << count.bit_length()
        while step:
            ahead = row + step
            if ahead <= count and self._sums[ahead] <= y:
                row = ahead
                y -= self._sums[ahead]
            step >>= 1
        row = min(row, count - 1)
        while row > 0 and not self._heights[row]:
            row -= 1
        return row

    def reset(self, heights: Sequence[int]) -> None:
        """Other rows, all estimated."""
        self._heights = list(heights)
        self._exact = bytearray(len(self._heights))
        self._build()

    def insert(self, row: int, heights: Sequence[int]) -> None:
        """New rows before ``row``, estimated."""
        at_end = row == len(self._heights)
        self._heights[row:row] = heights
        self._exact[row:row] = bytes(len(heights))
        if not at_end:
            self._build()
            return
        for number in range(row + 1, len(self._heights) + 1):
            low = number & (number - 1)
            self._sums.append(self.top(number - 1) - self.top(low) + self._heights[number - 1])

    def remove(self, row: int, count: int) -> None:
        del self._heights[row : row + count]
        del self._exact[row : row + count]
        self._build()

    def measured(self, row: int, height: int) -> None:
        """The row is laid out."""
        self._exact[row] = 1
        more = height - self._heights[row]
        if more:
            self._heights[row] = height
            number, count = row + 1, len(self._heights)
            while number <= count:
                self._sums[number] += more
                number += number & -number

    def doubt(self, row: int) -> None:
        """The row has changed: its height is an estimate again."""
        self._exact[row] = 0

    def doubt_all(self) -> None:
        """Every height is an estimate again, the best there is."""
        self._exact = bytearray(len(self._heights))

    def _build(self) -> None:
        sums = [0, *self._heights]
        count = len(self._heights)
        for number in range(1, count + 1):
            above = number + (number & -number)
            if above <= count:
                sums[above] += sums[number]
        self._sums = sums
