"""Which translators take a transcript from its language to a target: the best route.

In this order: a package for just this pair; MADLAD-400, which knows all pairs; the shortest chain
of packages; and last, chains with the starter packages, which know a few hundred words only. In
each of these a route that ends in the target's own script goes before one whose text has still to
be converted from another script of the same language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from kopia_desktop.core.languages import sources_of

if TYPE_CHECKING:
    from kopia_desktop.core.translators import InstalledTranslator

CONVERTED_FROM: Mapping[str, str] = MappingProxyType(
    {
        "zh-Hant": "zh-Hans",
        "zh-Hans": "zh-Hant",
        "sr-Latn": "sr-Cyrl",
        "iu-Latn": "iu",
        "tlh-Piqd": "tlh-Latn",
    }
)
"""Targets that are another script of a target, and that a table turns it into."""

_HUB = "en"
"""Of several chains of the same length that over English: its packages have seen the most."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One step: ``translator`` from one target code to another."""

    translator: InstalledTranslator
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Route:
    """The steps in order; ``conversion`` is the target whose script the last text is put into.

    Without legs the transcript is in the language already, in another script.
    """

    legs: tuple[Leg, ...]
    conversion: str | None = None

    @property
    def path(self) -> tuple[str, ...]:
        """The codes it goes through, as es, en, de."""
        codes = [self.legs[0].source, *(leg.target for leg in self.legs)] if self.legs else []
        return (*codes, self.conversion) if self.conversion else tuple(codes)

    def is_starter(self) -> bool:
        """Whether a package that comes with the program takes part: its text is a sample."""
        return any(leg.translator.is_embedded() for leg in self.legs)


def find_route(installed: Sequence[InstalledTranslator], source: str, target: str) -> Route | None:
    """From the language of a transcript to one of the 134; None where nothing leads there.

    ``installed`` in the order in which they are preferred.
    """
    starts = sources_of(source)
    if CONVERTED_FROM.get(target) in starts:
        return Route((), target)
    pairs = [one for one in installed if one.source is not None]
    packages = [one for one in pairs if not one.is_embedded()]
    attempts: tuple[Callable[[str], tuple[Leg, ...] | None], ...] = (
        lambda goal: _chain(packages, starts, goal, longest=1),
        lambda goal: _any_language(installed, starts, goal),
        lambda goal: _chain(packages, starts, goal, longest=len(packages)),
        lambda goal: _chain(pairs, starts, goal, longest=len(pairs)),
    )
    for attempt in attempts:
        for goal, conversion in _goals(target):
            legs = attempt(goal)
            if legs:
                return Route(legs, conversion)
    return None


def _goals(target: str) -> Iterable[tuple[str, str | None]]:
    yield target, None
    if target in CONVERTED_FROM:
        yield CONVERTED_FROM[target], target


def _any_language(
    installed: Iterable[InstalledTranslator], starts: Sequence[str], goal: str
) -> tuple[Leg, ...] | None:
    """A translator of any language; none of them says the same again in the same language."""
    if goal in starts:
        return None
    found = (one for one in installed if one.source is None and goal in one.targets)
    return next(((Leg(one, starts[0], goal),) for one in found), None)


def _chain(
    translators: Sequence[InstalledTranslator], starts: Sequence[str], goal: str, *, longest: int
) -> tuple[Leg, ...] | None:
    """The shortest chain by breadth first; the order of ``translators`` settles what is equal.

    More than one step never leads back to the language that it began with.
    """
    chains: list[tuple[Leg, ...]] = [()]
    reached = set[str]()
    for length in range(1, longest + 1):
        chains = list(_longer(chains, translators, starts, reached))
        for chain in chains:
            if chain[-1].target == goal and (length == 1 or goal not in starts):
                return chain
        if not chains:
            return None
    return None


def _longer(
    chains: Iterable[tuple[Leg, ...]],
    translators: Sequence[InstalledTranslator],
    starts: Sequence[str],
    reached: set[str],
) -> Iterable[tuple[Leg, ...]]:
    for chain in chains:
        for source in (chain[-1].target,) if chain else starts:
            legs = [
                Leg(one, source, target)
                for one in translators
                if one.source == source
                for target in sorted(one.targets)
            ]
            for leg in sorted(legs, key=lambda leg: leg.target != _HUB):
                if leg.target not in reached:
                    reached.add(leg.target)
                    yield (*chain, leg)
