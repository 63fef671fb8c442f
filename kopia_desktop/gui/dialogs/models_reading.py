"""The models of this computer and the catalogue as rows of the settings: for the lane for files."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.catalogue import CatalogueModel, CatalogueTranslator
from kopia_desktop.core.downloads import Download, DownloadKind
from kopia_desktop.core.translators import (
    BrokenTranslator,
    InstalledTranslator,
    Origin,
    ProviderName,
)
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.model_entry import ModelEntry, Stand
from kopia_desktop.gui.wording.downloads import package_pair, pair_name
from kopia_desktop.gui.wording.jobs import joined
from kopia_desktop.gui.wording.model_facts import about_size, fit_text, pace_told
from kopia_desktop.gui.wording.models import model_described
from kopia_desktop.gui.wording.times import size
from kopia_desktop.services.model_list import ListedModel, ModelState

_STANDS = {
    ModelState.INSTALLED: Stand.INSTALLED,
    ModelState.DAMAGED: Stand.DAMAGED,
    ModelState.DOWNLOADING: Stand.COMING,
    ModelState.DOWNLOADABLE: Stand.AVAILABLE,
}


@dataclass(frozen=True, slots=True)
class Models:
    """Rows in the order they are shown: what is ``here`` or on its way, then what can be had.

    ``others`` are those of the catalogue that few people look for.
    """

    here: tuple[ModelEntry, ...] = ()
    sizes: tuple[ModelEntry, ...] = ()
    others: tuple[ModelEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class AllModels:
    """``free_bytes`` of the data folder's disk."""

    speech: Models
    translation: Models
    free_bytes: int


def read_models(context: Context) -> AllModels:
    """What there is and could be."""
    listed = context.models.catalogue()
    speech = [one for one in listed if one.kind is DownloadKind.SPEECH_MODEL]
    madlad = [one for one in listed if one.kind is DownloadKind.MADLAD400]
    chosen = context.settings().transcription.model
    return AllModels(
        _sorted([(one, _speech(one, is_chosen=one.name == chosen)) for one in speech]),
        _translation(context, madlad),
        context.storage.free(),
    )


def _sorted(rows: list[tuple[ListedModel, ModelEntry]]) -> Models:
    here = [entry for _, entry in rows if entry.stand is not Stand.AVAILABLE]
    rest = [(one, entry) for one, entry in rows if entry.stand is Stand.AVAILABLE]
    sizes = [entry for one, entry in rest if _is_main(one)]
    others = [entry for one, entry in rest if not _is_main(one)]
    return Models(tuple(here), tuple(sizes), tuple(others))


def _is_main(one: ListedModel) -> bool:
    return isinstance(one.entry, CatalogueModel) and one.entry.is_main


def _speech(one: ListedModel, *, is_chosen: bool) -> ModelEntry:
    note = ""
    if is_chosen:
        note = QCoreApplication.translate("Models", "used for new recordings")
    elif one.is_recommended:
        note = QCoreApplication.translate("Models", "recommended for this computer")
    facts = [size(one.size_bytes)] if one.is_installed else []
    entry = _entry(one, model_described(one.name), joined(*facts, *_facts(one)), note)
    return replace(entry, is_chosen=is_chosen)


def _entry(one: ListedModel, title: str, about: str, note: str = "") -> ModelEntry:
    return ModelEntry(
        one.name,
        title,
        about,
        _STANDS[one.state],
        one.size_bytes,
        fixed=one.embedded,
        note=note,
        reason=one.problem,
        order=one.entry.order if one.entry is not None else None,
        download=one.download,
        is_usable=one.kind is DownloadKind.SPEECH_MODEL,
    )


def _facts(one: ListedModel) -> list[str]:
    """Languages, memory and speed, as far as they are known."""
    facts = []
    if isinstance(one.entry, CatalogueModel) and one.entry.is_english_only:
        facts.append(QCoreApplication.translate("Models", "English only"))
    if one.entry is not None:
        memory = QCoreApplication.translate("Models", "{size} of memory")
        shown = memory.format(size=about_size(one.entry.needed_memory))
        facts.append(fit_text(shown, one.fit))
    if one.times is not None and not one.embedded:
        facts.append(pace_told(one.times))
    return facts


def _translation(context: Context, madlad: list[ListedModel]) -> Models:
    found = context.translators.all()
    names = {one.name for one in madlad}
    here = [_translator(one) for one in found.installed if one.name not in names]
    here += [_broken(one) for one in found.broken if one.name not in names]
    packages = {one.name: one for one in _coming(context)}
    for number, entry in enumerate(here):
        download = packages.pop(entry.name, None)
        if download is not None:
            here[number] = replace(entry, stand=Stand.COMING, download=download)
    here += [_on_its_way(download) for download in packages.values()]
    rows = [_madlad(one) for one in madlad]
    return Models(
        (*here, *(row for row in rows if row.stand is not Stand.AVAILABLE)),
        tuple(row for row in rows if row.stand is Stand.AVAILABLE),
    )


def _coming(context: Context) -> list[Download]:
    kind = DownloadKind.ARGOS_PACKAGE
    return [one for one in context.downloads.list() if one.kind is kind]


def _on_its_way(download: Download) -> ModelEntry:
    title = _package_title(download.name)
    return ModelEntry(
        download.name, title, "", Stand.COMING, order=download.order, download=download
    )


def _madlad(one: ListedModel) -> ModelEntry:
    title = one.name
    if isinstance(one.entry, CatalogueTranslator):
        title = f"MADLAD-400 {one.name.rpartition('-')[2].upper()}"
    about = QCoreApplication.translate("Models", "all languages with one model, slower")
    return _entry(one, title, joined(about, *_facts(one)))


def _translator(one: InstalledTranslator) -> ModelEntry:
    about = {
        Origin.EMBEDDED: QCoreApplication.translate("Models", "starter package, for trying out"),
        Origin.ARGOS_TRANSLATE: QCoreApplication.translate(
            "Models", "installed by Argos Translate, used here too"
        ),
    }
    if one.source is not None and len(one.targets) == 1:
        title = pair_name(one.source, next(iter(one.targets)))
        facts = "Argos Translate" if one.provider is ProviderName.ARGOS else ""
    else:
        title, facts = (
            one.name,
            QCoreApplication.translate("Models", "%n language(s)", "", len(one.targets)),
        )
    return ModelEntry(
        one.name,
        title,
        about.get(one.origin, facts),
        Stand.INSTALLED,
        fixed=one.origin is not Origin.ADDED,
    )


def _broken(one: BrokenTranslator) -> ModelEntry:
    fixed = one.origin is not Origin.ADDED
    title = _package_title(one.name)
    return ModelEntry(one.name, title, "", Stand.DAMAGED, fixed=fixed, reason=one.reason)


def _package_title(name: str) -> str:
    pair = package_pair(name)
    return pair_name(*pair) if pair else name
