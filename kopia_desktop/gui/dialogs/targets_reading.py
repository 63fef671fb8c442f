"""Reads what serves each language for a job: for the lane for files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kopia_desktop.core.address_forms import knows
from kopia_desktop.core.argos_index import ArgosIndex
from kopia_desktop.core.languages import sources_of, target_languages
from kopia_desktop.core.translators import Translators
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.targets import Target, Targets, Way
from kopia_desktop.services.translators import Offer, offers_of


def read_targets(context: Context, job_id: str) -> Targets:
    """Every target but the language spoken. Raises JobNotFound."""
    source = context.jobs.get(job_id).spoken_language
    made = frozenset(one.language for one in context.translations.list(job_id))
    return Targets(
        source,
        () if source is None else _targets(context, source, made),
        context.storage.free(),
        has_index=context.translators.index().is_known(),
    )


def targets_between(context: Context, source: str) -> Targets:
    """Every target for recordings in a language."""
    return Targets(
        source,
        _targets(context, source, frozenset()),
        context.storage.free(),
        has_index=context.translators.index().is_known(),
    )


def _targets(context: Context, source: str, made: frozenset[str]) -> tuple[Target, ...]:
    known = _Known(
        context.translators.all(),
        context.translators.index(),
        frozenset(one.name for one in context.downloads.list()),
    )
    return tuple(
        known.target(source, code, is_made=code in made)
        for code in target_languages()
        if code not in sources_of(source) or known.translators.route(source, code) is not None
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What is on this computer, what could be, and the names of what is on its way."""

    translators: Translators
    index: ArgosIndex
    coming: frozenset[str]

    def target(self, source: str, code: str, *, is_made: bool) -> Target:
        route = self.translators.route(source, code)
        ways: Sequence[Way] = ()
        if route is None or route.is_starter():
            ways = [
                Way(offer.kind, offer.orders, offer.path, self._coming(offer))
                for offer in offers_of(self.translators.installed, self.index, source, code)
            ]
        return Target(code, route, tuple(ways), has_forms=knows(code), is_made=is_made)

    def _coming(self, offer: Offer) -> frozenset[str]:
        return self.coming & {order.name for order in offer.orders}
