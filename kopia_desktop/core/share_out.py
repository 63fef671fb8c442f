"""A translated sentence divided over the segments that the spoken sentence stood in.

A cut stands after a sentence or clause where one is near, else between words, else (in writing
without spaces) between characters, each near the place where the source's share ends. Dynamic
programming finds the cuts of least total cost.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from kopia_desktop.core.breaks import FORBIDDEN, break_costs
from kopia_desktop.core.pieces import pieces_of
from kopia_desktop.core.transcript import Segment

_DISTANCE = 50.0
"""What a cut costs that is a whole neighbouring share away from its place: a clause's end is worth
nearly half of that share, against a cut between words."""

_LEAST_SHARE = 10.0
"""Characters below which a share is not taken for the measure of distances."""

_NOTHING = 1e9
"""A share without a word: only where there are too few words."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A place where the text may be divided, in characters, and what that costs by itself."""

    at: int
    cost: float


def share_out(text: str, weights: Sequence[float], language: str) -> tuple[str, ...]:
    """The text in as many pieces as there are weights, each about as long as its weight says.

    Joined again they are the text, white space at the cuts aside. No piece is empty while there
    are enough words; where there are not, an empty piece never comes first. A weight of 0 gives an
    empty piece, unless all are. No number is cut. ``language`` is the code of the text's language.
    """
    if len(weights) < 2:
        return (text,) * len(weights)
    weighty = [weight for weight in weights if weight > 0.0]
    if 0 < len(weighty) < len(weights):
        pieces = iter(share_out(text, weighty, language))
        return tuple(next(pieces) if weight > 0.0 else "" for weight in weights)
    cuts = [*_cuts(text, language), _Cut(len(text), 0.0)]
    places = _best(cuts, _wanted(weights, len(text)))
    edges = [0, *(cuts[place].at for place in places), len(text)]
    return tuple(text[begin:end].strip() for begin, end in pairwise(edges))


def _cuts(text: str, language: str) -> list[_Cut]:
    pieces = pieces_of(Segment(0, 0.0, 1.0, text), longest=1)
    costs = break_costs(pieces, language)
    found: list[_Cut] = []
    at = 0
    for (left, right), cost in zip(pairwise(pieces), costs, strict=False):
        at = text.index(left.text, at) + len(left.text)
        in_number = left.text[-1].isdigit() and right.text[0].isdigit()
        if cost < FORBIDDEN and not in_number:
            found.append(_Cut(at, cost))
    return found


def _wanted(weights: Sequence[float], length: int) -> list[tuple[float, float]]:
    """Where each cut should be, and the measure of its distance: the smaller share beside it."""
    total = sum(weights) or float(len(weights))
    shares = [(weight if sum(weights) else 1.0) * length / total for weight in weights]
    measures = [max(min(pair), _LEAST_SHARE) for pair in pairwise(shares)]
    return list(zip(list(accumulate(shares))[:-1], measures, strict=True))


def _best(cuts: Sequence[_Cut], wanted: Sequence[tuple[float, float]]) -> list[int]:
    """Which cut to take for each place; the last of ``cuts`` is the text's end."""
    before = [0.0] * len(cuts)
    came_from: list[list[int]] = []
    for number, (place, measure) in enumerate(wanted):
        costs: list[float] = []
        origins: list[int] = []
        least, origin = math.inf, -1
        for index, cut in enumerate(cuts):
            if number == 0:
                reached, source = 0.0, -1
            else:
                reached, source = before[index] + _NOTHING, index
                if least <= reached:
                    reached, source = least, origin
                if before[index] < least:
                    least, origin = before[index], index
            distance = (cut.at - place) / measure
            costs.append(reached + cut.cost + _DISTANCE * distance * distance)
            origins.append(source)
        before = costs
        came_from.append(origins)
    before = [*before[:-1], before[-1] + _NOTHING]
    chosen = [min(range(len(cuts)), key=before.__getitem__)]
    for origins in reversed(came_from[1:]):
        chosen.append(origins[chosen[-1]])
    return chosen[::-1]
