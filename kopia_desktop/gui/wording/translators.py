"""What serves a language, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.downloads import DownloadKind
from kopia_desktop.core.routes import Route
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.gui.wording.languages import language_name

_ARGOS, _MADLAD = "Argos Translate", "MADLAD-400"
_PROVIDERS = {ProviderName.ARGOS: _ARGOS, ProviderName.MADLAD400: _MADLAD}
_KINDS = {DownloadKind.ARGOS_PACKAGE: _ARGOS, DownloadKind.MADLAD400: _MADLAD}


def served_by(route: Route) -> str:
    """ "Argos Translate, via English"; a starter package is called what it is."""
    if route.is_starter():
        return QCoreApplication.translate("Translators", "starter package, for trying out")
    if not route.legs:
        return QCoreApplication.translate("Translators", "the same words in another script")
    names = (leg.translator.provider for leg in route.legs)
    found = dict.fromkeys(_PROVIDERS.get(name, str(name)) for name in names)
    return _via(" + ".join(found), tuple(leg.target for leg in route.legs[:-1]))


def kind_name(kind: DownloadKind) -> str:
    """The family of a model that is to be installed."""
    return _KINDS.get(kind, "")


def way_name(kind: DownloadKind, path: tuple[str, ...]) -> str:
    """ "Argos Translate, via English"; ``path`` are the codes it goes through."""
    return _via(kind_name(kind), path[1:-1])


def _via(name: str, between: tuple[str, ...]) -> str:
    if not between:
        return name
    text = QCoreApplication.translate("Translators", "{name}, via {languages}")
    return text.format(name=name, languages=", ".join(language_name(code) for code in between))
