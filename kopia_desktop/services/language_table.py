"""Every language of the contract: what serves it here, what would, or why nothing can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kopia_desktop.core.argos_index import ArgosIndex
from kopia_desktop.core.errors import UnknownLanguage
from kopia_desktop.core.languages import (
    SpokenLanguage,
    TargetLanguage,
    base,
    name_of,
    sources_of,
    spoken_languages,
    target_languages,
)
from kopia_desktop.core.routes import CONVERTED_FROM, Route
from kopia_desktop.core.speech_models import InstalledModel
from kopia_desktop.core.translators import InstalledTranslator, ProviderName, Translators
from kopia_desktop.services.translators import Offer, offers_of

WHISPER = "whisper"

_CONVERSION = "conversion"
"""The engine of a target that is another script of the language that was spoken."""

_SHOWN_FROM = "en"
"""The language whose route is shown where none was asked for, if there is one."""


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """A language that can be spoken. ``reason`` says what is missing, empty if nothing is."""

    language: SpokenLanguage
    is_installed: bool
    reason: str = ""

    @property
    def engine(self) -> str | None:
        """What recognises it; None for ``auto``."""
        return WHISPER if self.language.whisper else None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A language to translate to.

    ``route`` serves it now; ``offers`` would serve it, or better than a starter package does;
    ``reason`` says why it is not served, empty where it is.
    """

    language: TargetLanguage
    route: Route | None
    offers: tuple[Offer, ...] = ()
    reason: str = ""

    @property
    def is_installed(self) -> bool:
        return self.route is not None

    @property
    def is_starter(self) -> bool:
        """Served by a package that comes with the program, good as a sample only."""
        return self.route is not None and self.route.is_starter()

    @property
    def engine(self) -> str | None:
        """What translates to it, or would; None where nothing can."""
        if self.route is not None and not self.route.legs:
            return _CONVERSION
        if self.route is not None:
            return self.route.legs[-1].translator.provider.value
        if self.language.argos:
            return ProviderName.ARGOS.value
        return ProviderName.MADLAD400.value if self.language.madlad400 else None

    @property
    def path(self) -> tuple[str, ...]:
        """The codes that a text goes through; empty where nothing serves it."""
        return self.route.path if self.route is not None else ()


def spoken_rows(models: Sequence[InstalledModel]) -> tuple[SpokenRow, ...]:
    """All 103 in the contract's order."""
    rows = []
    for language in spoken_languages().values():
        whisper = language.whisper
        known = whisper is None or any(model.recognises(whisper) for model in models)
        reason = "" if known else f"No installed speech model knows {language.name}."
        rows.append(SpokenRow(language, known, reason))
    return tuple(rows)


def target_rows(
    translators: Translators, index: ArgosIndex, source: str | None = None
) -> tuple[TargetRow, ...]:
    """All 134 in the contract's order, from one language of transcripts or (None) from any.

    Offers are given with a ``source`` only.
    """
    return tuple(
        _from(translators, index, source, language)
        if source is not None
        else _from_any(translators, language)
        for language in target_languages().values()
    )


def _from(
    translators: Translators, index: ArgosIndex, source: str, language: TargetLanguage
) -> TargetRow:
    route = translators.route(source, language.code)
    if route is not None and not route.is_starter():
        return TargetRow(language, route)
    offers = offers_of(translators.installed, index, source, language.code)
    reason = "" if route is not None else _reason(source, language)
    return TargetRow(language, route, offers, reason)


def _from_any(translators: Translators, language: TargetLanguage) -> TargetRow:
    sources = [_SHOWN_FROM, *_direct_sources(translators.installed, language.code)]
    routes = (translators.route(source, language.code) for source in sources)
    found = [route for route in routes if route is not None and route.legs]
    found.sort(key=Route.is_starter)
    if found:
        return TargetRow(language, found[0])
    return TargetRow(language, None, reason=_reason(None, language))


def _direct_sources(installed: Sequence[InstalledTranslator], target: str) -> list[str]:
    """Languages with a package to the target, or to the script that it is converted from."""
    goals = {target, CONVERTED_FROM.get(target, target)}
    return [base(one.source) for one in installed if one.source and one.targets & goals]


def _reason(source: str | None, language: TargetLanguage) -> str:
    if source is not None and language.code in sources_of(source):
        return f"The transcript is in {name_of(source)} already."
    if not language.has_open_model():
        return f"No open model is known that translates to {language.name}."
    if language.argos and language.madlad400:
        return f"Install an Argos package to {language.name} or a MADLAD-400 model."
    if language.argos:
        return f"Install an Argos package to {language.name}."
    return "Install a MADLAD-400 model."


def pair_of(text: str) -> tuple[str, str]:
    """``en-es`` or ``en-pt-pt``: the spoken language and the target of a pair as a person writes
    it.

    Raises UnknownLanguage for what is none.
    """
    parts = text.split("-")
    sources = {base(code) for code in spoken_languages() if code != "auto"}
    sources |= {*spoken_languages()} | {*target_languages()}
    for count in range(1, len(parts)):
        source, target = "-".join(parts[:count]), "-".join(parts[count:])
        if source in sources - {"auto"} and target in target_languages():
            return source, target
    raise UnknownLanguage(
        f"{text!r} is not a pair of languages.",
        hint="Write it as en-es; the codes: kopia-desktop languages list.",
    )
