"""The languages a transcript can be translated to: what serves each, or what would."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from kopia_desktop.core.downloads import DownloadKind, DownloadOrder
from kopia_desktop.core.routes import Route
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.native_names import native_name


class Standing(IntEnum):
    """How near a language is, the nearest first."""

    READY = 0
    STARTER = 1  # served by a package that is for trying out only
    OFFERED = 2  # one download away
    NONE = 3


@dataclass(frozen=True, slots=True)
class Way:
    """What one click would install to serve a language, and the codes that it goes through.

    ``missing`` are the orders of what is not on this computer yet; those named in ``coming`` are
    on their way already.
    """

    kind: DownloadKind
    missing: tuple[DownloadOrder, ...]
    path: tuple[str, ...]
    coming: frozenset[str] = frozenset()

    @property
    def bytes(self) -> int:
        """About, of what is still to be asked for."""
        return sum(one.about_bytes for one in self.missing if one.name not in self.coming)


@dataclass(frozen=True, slots=True)
class Target:
    """One of the 134 codes. ``route`` serves it now, None: nothing does.

    ``ways`` from the smallest download; ``has_forms``: a person is addressed in one of two ways
    there. ``is_made``: the job has this translation already.
    """

    code: str
    route: Route | None = None
    ways: tuple[Way, ...] = ()
    has_forms: bool = False
    is_made: bool = False

    @property
    def standing(self) -> Standing:
        if self.route is not None:
            return Standing.STARTER if self.route.is_starter() else Standing.READY
        return Standing.OFFERED if self.ways else Standing.NONE

    @property
    def name(self) -> str:
        """In the window's language."""
        return language_name(self.code)

    def way(self, kind: DownloadKind) -> Way | None:
        return next((one for one in self.ways if one.kind is kind), None)

    def fit(self, wanted: str) -> int | None:
        """How well a search means it, the less the better; None if it does not.

        Its name, its name for itself and its code count; case and accents do not.
        """
        looked_for = plain(wanted)
        names = [plain(self.name), plain(native_name(self.code))]
        if looked_for == plain(self.code) or looked_for in names:
            return 0
        if any(name.startswith(looked_for) for name in names):
            return 1
        if any(f" {looked_for}" in name.replace("(", " ") for name in names):
            return 2
        found = any(looked_for in name for name in names) or plain(self.code).startswith(looked_for)
        return 3 if found else None


@dataclass(frozen=True, slots=True)
class Targets:
    """All languages that a job's transcript can be asked for in; ``free_bytes`` of the disk.

    ``has_index``: it is known which packages could be downloaded.
    """

    source: str | None
    all: tuple[Target, ...] = ()
    free_bytes: int = 0
    has_index: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What the ticked languages need: ``now`` can begin at once, ``later`` after downloads."""

    now: tuple[Target, ...]
    later: tuple[tuple[Target, Way], ...]

    @property
    def orders(self) -> tuple[DownloadOrder, ...]:
        """What is to be fetched, each once, in the order of the languages."""
        found = {order.name: order for _, way in self.later for order in way.missing}
        return tuple(found.values())

    @property
    def bytes(self) -> int:
        """About, of what is still to be asked for."""
        coming = frozenset[str]().union(*(way.coming for _, way in self.later))
        return sum(one.about_bytes for one in self.orders if one.name not in coming)

    def is_empty(self) -> bool:
        return not self.now and not self.later

    @property
    def samples(self) -> tuple[Target, ...]:
        """Those that a starter package would serve."""
        return tuple(one for one in self.now if one.standing is Standing.STARTER)


class Preference(IntEnum):
    """Which ways a person prefers where there are several."""

    LEAST = 0  # what is installed, else the smallest download
    PACKAGES = 1  # real packages, also where a starter package would do
    ALL_IN_ONE = 2  # the model for all languages


_KINDS = {
    Preference.PACKAGES: DownloadKind.ARGOS_PACKAGE,
    Preference.ALL_IN_ONE: DownloadKind.MADLAD400,
}


def planned(targets: Sequence[Target], preference: Preference) -> Plan:
    """How these languages are served by a preference; where it has no way, by the least."""
    now, later = [], []
    for target in targets:
        way = target.way(_KINDS[preference]) if preference in _KINDS else None
        if way is None and target.route is None:
            way = target.ways[0] if target.ways else None
        if way is not None and target.standing is not Standing.READY:
            later.append((target, way))
        elif target.route is not None:
            now.append(target)
    return Plan(tuple(now), tuple(later))


def preferences(targets: Sequence[Target]) -> dict[Preference, Plan]:
    """The preferences that differ in what is fetched, the least first."""
    found: dict[Preference, Plan] = {}
    for preference in Preference:
        plan = planned(targets, preference)
        if plan not in found.values():
            found[preference] = plan
    return found


def plain(text: str) -> str:
    """Without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).strip()
