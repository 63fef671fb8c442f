"""Reads what serves each language for a job: for the lane for files."""

from __future__ import annotations

from collections.abc import Sequence

from kopia_desktop.core.address_forms import knows
from kopia_desktop.core.argos_index import ArgosIndex
from kopia_desktop.core.languages import sources_of, target_languages
from kopia_desktop.core.translators import Translators
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.targets import Target, Targets, Way
from kopia_desktop.services.translators import offers_of


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
    translators, index = context.translators.all(), context.translators.index()
    return tuple(
        _target(translators, index, source, code, is_made=code in made)
        for code in target_languages()
        if code not in sources_of(source) or translators.route(source, code) is not None
    )


def _target(
    translators: Translators, index: ArgosIndex, source: str, code: str, *, is_made: bool
) -> Target:
    route = translators.route(source, code)
    ways: Sequence[Way] = ()
    if route is None or route.is_starter():
        ways = [
            Way(offer.kind, offer.orders, offer.path, offer.size_bytes)
            for offer in offers_of(translators.installed, index, source, code)
        ]
    return Target(code, route, tuple(ways), has_forms=knows(code), is_made=is_made)
