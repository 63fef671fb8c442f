"""``languages``: what can be spoken and translated; install, add and remove translators."""

from __future__ import annotations

import argparse
import sys

from kopia_desktop.app import App
from kopia_desktop.commands.downloads import wait_for
from kopia_desktop.core.downloads import DownloadKind
from kopia_desktop.core.errors import DownloadError, NoTranslator, UnknownLanguage
from kopia_desktop.core.languages import name_of, spoken_language, spoken_languages
from kopia_desktop.core.paths import default_data_root
from kopia_desktop.core.translators import no_translator
from kopia_desktop.services.language_table import TargetRow, pair_of, target_rows
from kopia_desktop.services.translators import Offer


def run(options: argparse.Namespace) -> int:
    """Exit code 0; 1 when something failed, 130 when it was stopped, 2 for codes that are none."""
    if options.action == "list" and options.source is None:
        return _list_spoken()
    app = App(options.data_dir or default_data_root())
    try:
        return _ACTIONS[options.action](app, options)
    except UnknownLanguage as error:
        print(f"kopia-desktop languages: {error}", file=sys.stderr)
        return 2
    finally:
        app.close()


def _list_spoken() -> int:
    """Code and name of what can be transcribed, a line each."""
    for language in spoken_languages().values():
        print(f"{language.code:8} {language.name}")
    return 0


def _list(app: App, options: argparse.Namespace) -> int:
    """The targets from a language: code, name, and what serves it or what is missing."""
    source = spoken_language(options.source).code
    if source == "auto":
        raise UnknownLanguage("auto is not a language.", hint="Name the one that is spoken.")
    index = app.translators.index()
    for row in target_rows(app.translators.all(), index, source):
        print(f"{row.language.code:9} {row.language.name:26} {_state(row)}")
    for one in app.translators.broken():
        print(f"{one.name} cannot be used: {one.reason}", file=sys.stderr)
    if not index.is_known():
        print(
            "Which Argos packages there are is not known yet; languages install FROM-TO asks.",
            file=sys.stderr,
        )
    return 0


def _install(app: App, options: argparse.Namespace) -> int:
    source, target = pair_of(options.pair)
    route = app.translators.route(source, target)
    if route is not None and not route.is_starter():
        print(f"{' > '.join(route.path)} is served already.", file=sys.stderr)
        return 0
    offer = _offer(app, source, target)
    print(f"Installing {offer.described()}: {' > '.join(offer.path)}.", file=sys.stderr)
    return wait_for(app, [one.name for one in app.translators.install(offer)])


def _offer(app: App, source: str, target: str) -> Offer:
    """Packages where there are some, else MADLAD-400, which is large. Raises NoTranslator."""
    problem: DownloadError | None = None
    try:
        app.translators.newest_index()
    except DownloadError as error:
        problem = error
    offers = app.translators.offers(source, target)
    packages = [one for one in offers if one.kind is DownloadKind.ARGOS_PACKAGE]
    if packages:
        return packages[0]
    if problem is not None:  # there may be a package: nothing large is fetched unasked
        raise problem
    if not offers:
        raise no_translator(source, [target])
    order = offers[0].orders[0]
    raise NoTranslator(
        f"There is no Argos package from {name_of(source)} to {name_of(target)}.",
        hint=f"MADLAD-400 translates it ({order.about_bytes / 1e9:.1f} GB):"
        f" kopia-desktop models download {order.name}.",
    )


def _add(app: App, options: argparse.Namespace) -> int:
    print(app.translators.add(options.path).name)
    return 0


def _remove(app: App, options: argparse.Namespace) -> int:
    """By the pair of languages, or by the name of the folder."""
    found = app.translators.all()
    names = {one.name for one in found.installed} | {one.name for one in found.broken}
    if options.pair in names:
        app.translators.remove(options.pair)
        return 0
    source, target = pair_of(options.pair)
    packages = app.translators.removable(source, target)
    if not packages:
        print(
            f"kopia-desktop languages: No package from {name_of(source)} to {name_of(target)} was"
            " added.",
            file=sys.stderr,
        )
        return 2
    for one in packages:
        app.translators.remove(one.name)
    return 0


_ACTIONS = {"list": _list, "install": _install, "add": _add, "remove": _remove}


def _state(row: TargetRow) -> str:
    """What serves a target, or what would."""
    parts = []
    if row.is_installed:
        sample = ", a sample of a few hundred words" if row.is_starter else ""
        parts.append(f"{row.engine}: {' > '.join(row.path)}{sample}")
    if row.offers:
        parts.append(f"to install: {row.offers[0].described()}")
    return "; ".join(parts) or row.reason
