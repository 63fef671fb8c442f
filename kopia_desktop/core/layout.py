"""The partition of words into cues, and of cues into lines, with the least total cost.

Dynamic programming over the pieces of a run: breaks inside sentences, names and numbers, cues too
short or too fast to read, pauses inside a cue and uneven lines all cost. Limits of lines,
characters and seconds are kept unless a single word exceeds them.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kopia_desktop.core.breaks import CLAUSE, FORBIDDEN, SENTENCE, WEAK, break_costs
from kopia_desktop.core.pieces import Piece
from kopia_desktop.core.settings import SubtitleSettings

# Costs beside those of breaks.py. A cue's own cost keeps their number small, its square of fullness
# keeps them even; merging sentences costs more than a second cue, less than one that cannot be
# read.
_CUE = 12.0
_FULLNESS = 10.0
_TWO_SENTENCES = 25.0
_TWO_SEGMENTS = 40.0
_FRAGMENT = 8.0
_TOO_SHORT = 60.0
_TOO_FAST = 1.0  # for each character above the reading rate
_PAUSE = 15.0  # for each second of silence inside a cue beyond _SHORT_PAUSE
_SHORT_PAUSE = 0.4
_LINE_BREAK = 0.8  # a break between lines against one between cues
_UNEVEN = 12.0
_TOP_HEAVY = 2.0
_TWO_VOICES = 20.0  # a segment that ends inside a line


@dataclass(frozen=True, slots=True)
class Limits:
    """The rules that hold for a run: lines, characters, characters a second, seconds."""

    lines: int
    length: int
    rate: float
    min_seconds: float
    max_seconds: float
    gap: float

    @classmethod
    def of(cls, rules: SubtitleSettings, *, cjk: bool) -> Limits:
        return cls(
            lines=rules.max_lines,
            length=rules.max_line_length_cjk if cjk else rules.max_line_length,
            rate=rules.max_rate_cjk if cjk else rules.max_rate,
            min_seconds=min(rules.min_seconds, rules.max_seconds),
            max_seconds=rules.max_seconds,
            gap=rules.min_gap,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue before its times are settled.

    ``start`` and ``end`` say when it is spoken. Reading it takes ``wanted`` seconds; it should
    stand at least ``least`` and at most ``longest``.
    """

    start: float
    end: float
    lines: tuple[str, ...]
    wanted: float
    least: float
    longest: float


class Layout:
    """The best partition of one run of pieces into cues, and of each cue into lines."""

    def __init__(self, pieces: Sequence[Piece], limits: Limits, language: str) -> None:
        self._pieces = pieces
        self._limits = limits
        self._capacity = limits.lines * (limits.length + 1) - 1
        self._left: list[int] = []  # where each piece begins and ends in the text on one line
        self._right: list[int] = []
        self._starts = [piece.start for piece in pieces]
        self._voices: list[int] = []  # counts the segments
        place = segment = 0
        for piece in pieces:
            place += 0 if piece.glued or not self._left else 1
            self._left.append(place)
            place += len(piece.text)
            self._right.append(place)
            self._voices.append(segment)
            segment += piece.last
        self._after = break_costs(pieces, language)
        self._soften_at_pauses()
        self._held = self._held_together()
        self._folds: dict[tuple[int, int, int], tuple[float, tuple[int, ...]]] = {}

    def drafts(self) -> Iterator[Draft]:
        ends = self._partition()
        start = 0
        for end in ends:
            yield self._draft(start, end)
            start = end

    def _soften_at_pauses(self) -> None:
        """Where the speaker pauses, the reader may too."""
        for index in range(len(self._pieces) - 1):
            pause = self._pieces[index + 1].start - self._pieces[index].end
            limit = WEAK if pause >= 0.3 else 0.0
            limit = FORBIDDEN - 1.0 if pause >= 1.0 else limit
            if CLAUSE < self._after[index] <= limit:
                self._after[index] = CLAUSE

    def _held_together(self) -> list[float]:
        """Sums over the pieces of what it costs not to break after them."""
        sums = [0.0]
        for index, piece in enumerate(self._pieces[:-1]):
            pause = self._pieces[index + 1].start - piece.end
            cost = max(0.0, pause - _SHORT_PAUSE) * _PAUSE
            if piece.last:
                cost += _TWO_SEGMENTS
            elif self._after[index] == SENTENCE:
                cost += _TWO_SENTENCES
            sums.append(sums[-1] + cost)
        return sums

    def _partition(self) -> list[int]:
        """Where each cue ends (one past its last piece)."""
        count = len(self._pieces)
        total = [0.0] + [math.inf] * count
        came_from = [0] * (count + 1)
        farthest = 0
        for end in range(1, count + 1):
            while farthest < end - 1 and not self._may_share(farthest, end):
                farthest += 1
            begun = self._begun(total, farthest, end)
            # Folding is what takes time. The cheapest without it mostly wins, and spares the rest.
            begun.sort()
            best, first = math.inf, end
            for known, start in begun:
                if known > best:
                    break
                cost = known + self._fold(start, end)[0]
                if cost < best or (cost == best and start < first):
                    best, first = cost, start
            came_from[end] = first
            total[end] = best + self._after[end - 1]
        ends: list[int] = []
        while count > 0:
            ends.append(count)
            count = came_from[count]
        return ends[::-1]

    def _may_share(self, start: int, end: int) -> bool:
        """The pieces fit the lines of one cue, if they can be folded, and its longest time."""
        seconds = self._pieces[end - 1].end - self._pieces[start].start
        width = self._right[end - 1] - self._left[start]
        return width <= self._capacity and seconds <= self._limits.max_seconds

    def _begun(self, total: Sequence[float], farthest: int, end: int) -> list[tuple[float, int]]:
        """For each piece that a cue up to ``end`` may begin with: the cost so far, and the piece.

        ``total`` is that of all before a piece. Added are what the cue holds together, its
        fullness, its time and its edges; how it is folded is not. Written out, for it is done
        millions of times in a long recording.
        """
        limits, after, left, starts = self._limits, self._after, self._left, self._starts
        length, rate, least = limits.length, limits.rate, limits.min_seconds
        held = self._held
        right, kept = self._right[end - 1], held[end - 1] + _CUE
        is_last = end == len(starts)
        latest = 0.0 if is_last else starts[end] - limits.gap
        ends_inside = after[end - 1] > SENTENCE
        begun = []
        for start in range(farthest, end):
            width = right - left[start]
            cost = total[start] + kept - held[start] + _FULLNESS * (width / self._capacity) ** 2
            if not is_last:
                room = max(latest - starts[start], 0.0)
                if room * rate < width:
                    cost += _TOO_FAST * (width - room * rate)
                if room < least:
                    cost += _TOO_SHORT * (1.0 - room / least)
            if 2 * width < length and (ends_inside or (start and after[start - 1] > SENTENCE)):
                cost += _FRAGMENT * (1.0 - 2 * width / length)
            begun.append((cost, start))
        return begun

    def _fold(self, start: int, end: int) -> tuple[float, tuple[int, ...]]:
        """The cheapest way to set pieces in as few lines as they need: cost and where lines begin.

        Two segments may be two voices: they stand on lines of their own. The cost is infinite where
        the pieces do not fit.
        """
        width = self._right[end - 1] - self._left[start]
        if width <= self._limits.length or end - start == 1:
            changes = self._changes(start, end)
            if not changes:
                return 0.0, ()
            if self._limits.lines == 1:
                return _TWO_VOICES * changes, ()
        fewest = -(-width // (self._limits.length + 1))
        for lines in range(max(2, fewest), self._limits.lines + 1):
            folded = self._fold_in(start, end, lines=lines)
            if folded[0] < math.inf:
                return folded
        return math.inf, ()

    def _changes(self, start: int, end: int) -> int:
        """How many segments end inside."""
        return self._voices[end - 1] - self._voices[start]

    def _fold_in(self, start: int, end: int, *, lines: int) -> tuple[float, tuple[int, ...]]:
        """Pieces that exceed a line, in exactly ``lines`` lines (at least 2)."""
        known = self._folds.get((start, end, lines))
        if known is not None:
            return known
        left, right, length = self._left, self._right, self._limits.length
        best: tuple[float, tuple[int, ...]] = (math.inf, ())
        even = (right[end - 1] - left[start]) / lines
        # Only lines that begin here leave neither the last line nor those above too long.
        room = left[start] + (lines - 1) * (length + 1) - 1
        first = bisect_left(left, right[end - 1] - length, start + 1, end - 1)
        final = max(bisect_right(right, room, start, end), start + 1)
        for line in range(first, min(final, end - 1) + 1):
            last = right[end - 1] - left[line]
            cost = self._after[line - 1] * _LINE_BREAK + _UNEVEN * abs(last - even) / length
            cost += _TWO_VOICES * self._changes(line, end) + (_TOP_HEAVY if last < even else 0.0)
            if cost < best[0]:
                head, above = self._head(start, line, lines=lines - 1)
                if cost + head < best[0]:
                    best = (cost + head, (*above, line))
        if lines > 2:  # two lines are asked for once each: remembering would only cost memory
            self._folds[start, end, lines] = best
        return best

    def _head(self, start: int, end: int, *, lines: int) -> tuple[float, tuple[int, ...]]:
        """The lines above the last one."""
        if lines > 1:
            return (
                self._fold_in(start, end, lines=lines) if end - start >= lines else (math.inf, ())
            )
        fits = self._right[end - 1] - self._left[start] <= self._limits.length or end - start == 1
        return (_TWO_VOICES * self._changes(start, end) if fits else math.inf), ()

    def _draft(self, start: int, end: int) -> Draft:
        limits = self._limits
        first, last = self._pieces[start].start, self._pieces[end - 1].end
        edges = (start, *self._fold(start, end)[1], end)
        width = self._right[end - 1] - self._left[start]
        return Draft(
            start=first,
            end=last,
            lines=tuple(self._line(a, b) for a, b in pairwise(edges)),
            wanted=max(limits.min_seconds, width / limits.rate),
            least=limits.min_seconds,
            longest=limits.max_seconds,
        )

    def _line(self, start: int, end: int) -> str:
        parts = [self._pieces[start].text]
        for piece in self._pieces[start + 1 : end]:
            parts.append(piece.text if piece.glued else f" {piece.text}")
        return "".join(parts)
