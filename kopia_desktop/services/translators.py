"""Translators on this computer and on the way to it: list, add, remove, and what would serve."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kopia_desktop.core import settings
from kopia_desktop.core.argos_index import ArgosIndex, parse_index, read_index, write_index
from kopia_desktop.core.catalogue import TRANSLATORS
from kopia_desktop.core.disk import remove_folder
from kopia_desktop.core.downloads import (
    ARGOS_INDEX,
    Download,
    DownloadKind,
    DownloadLimits,
    DownloadOrder,
)
from kopia_desktop.core.errors import (
    DownloadError,
    DownloadRefused,
    TranslatorExists,
    TranslatorKept,
    TranslatorNotFound,
    unusable,
)
from kopia_desktop.core.languages import sources_of, target_language
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.routes import Route, find_route
from kopia_desktop.core.translators import (
    BrokenTranslator,
    InstalledTranslator,
    Origin,
    ProviderName,
    Translators,
    read_translators,
)
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.worker import argos_package, translator_folder

_PACKAGE = re.compile(r"translate-[A-Za-z]+([-_][A-Za-z]+)+(-[0-9A-Za-z.-]+)?")


@dataclass(frozen=True, slots=True)
class Offer:
    """What one click would install to serve a target.

    ``orders`` are what is missing; ``path`` the codes that the text then goes through.
    """

    kind: DownloadKind
    orders: tuple[DownloadOrder, ...]
    path: tuple[str, ...]

    @property
    def size_bytes(self) -> int:
        """About."""
        return sum(order.about_bytes for order in self.orders)

    def described(self) -> str:
        """In a few words, for a person or a client."""
        if self.kind is DownloadKind.MADLAD400:
            return f"{self.orders[0].name} ({self.size_bytes / 1e9:.1f} GB)"
        names = " and ".join(order.name for order in self.orders)
        return f"{names} (about {self.size_bytes / 1e6:,.0f} MB)"


class TranslatorService:
    """Looks at folders each time: what was copied there by hand counts, too."""

    def __init__(self, data: DataFolder, downloads: DownloadService) -> None:
        self._data = data
        self._downloads = downloads

    def all(self) -> Translators:
        """What can be used and what cannot, with the reason."""
        return read_translators(self._data)

    def installed(self) -> tuple[InstalledTranslator, ...]:
        return self.all().installed

    def broken(self) -> tuple[BrokenTranslator, ...]:
        return self.all().broken

    def route(self, source: str, target: str) -> Route | None:
        """How a transcript in ``source`` gets to a target now; None: it does not."""
        return self.all().route(source, target)

    def add(self, path: Path) -> InstalledTranslator:
        """Install an ``.argosmodel``, or copy the folder of a translation model.

        A package takes the place of an older one of the same languages. Raises PackageBroken,
        TranslatorExists, DiskFull, DataFolderUnusable.
        """
        if path.is_dir():
            folder = translator_folder.copy(path, self._data.translators)
            return self._added(folder)
        about = argos_package.read_about(path)
        same = self._own(about.folder_name)
        if same is not None:
            raise TranslatorExists(
                f"The package {same.name} is installed already.", hint="Remove it first."
            )
        return self._added(argos_package.unpack(path, self._data.translators))

    def remove(self, name: str) -> None:
        """As ``remove_translator``."""
        remove_translator(self._data, name)

    def removable(self, source: str, target: str) -> tuple[InstalledTranslator, ...]:
        """Packages for just this pair that ``remove`` would delete."""
        return tuple(
            one
            for one in self.installed()
            if one.origin is Origin.ADDED
            and one.source in sources_of(source)
            and one.targets == {target}
        )

    def index(self) -> ArgosIndex:
        """The list of packages as it was last fetched; without one nothing is offered of it."""
        return read_index(self._data.argos_index)

    def refresh_index(self) -> ArgosIndex:
        """Fetch the list of packages: over the network, so beside the window and the API's loop.

        Raises DownloadError; the old list then holds.
        """
        from kopia_desktop.worker import remote  # brings the HTTP client, which takes a moment

        url = settings.argos_index() or ARGOS_INDEX
        text = remote.document(url, DownloadLimits())
        try:
            entries = parse_index(text)
        except ValueError as error:
            raise DownloadRefused(
                f"{url} is not a list of Argos packages: {error}.",
                hint="Check KOPIA_ARGOS_INDEX, or try again later.",
            ) from error
        try:
            return write_index(self._data.argos_index, entries)
        except OSError as error:
            raise unusable(self._data.root, error) from error

    def offers(self, source: str, target: str) -> tuple[Offer, ...]:
        """What would serve the pair and is not here yet, the smallest first.

        Packages only as far as the list of them was fetched. Raises UnknownLanguage.
        """
        target_language(target)
        return offers_of(self.installed(), self.index(), source, target)

    def is_package(self, name: str) -> bool:
        """Whether a name is that of an Argos package, with its version or without."""
        return _PACKAGE.fullmatch(name) is not None

    def download(self, name: str) -> Download | None:
        """Bring a package here, by its name with or without version; None: it is here already.

        Asks the network for the list of packages where that is old: beside the window and the
        API's loop. Raises TranslatorNotFound, DownloadError.
        """
        entry = self.newest_index().named(name)
        if entry is None:
            raise TranslatorNotFound(
                f"There is no package {name!r} in the list of Argos packages.",
                hint="See: kopia-desktop languages list --from en.",
            )
        if self._own(entry.name) is not None:
            return None
        return self._downloads.start(entry.order)

    def discard(self, name: str) -> None:
        """Remove a package, or no longer want it. Raises TranslatorNotFound, TranslatorKept."""
        if self._downloads.find(name) is not None:
            self._downloads.cancel(name)
        else:
            remove_translator(self._data, name)

    def newest_index(self) -> ArgosIndex:
        """The list of packages, fetched where there is none or it is old.

        Raises DownloadError where there is none at all.
        """
        kept = self.index()
        if not kept.is_stale():
            return kept
        try:
            return self.refresh_index()
        except DownloadError:
            if not kept.is_known():
                raise
            return kept

    def install(self, offer: Offer) -> tuple[Download, ...]:
        """Begin to download what is missing. Raises DownloadError."""
        return tuple(self._downloads.start(order) for order in offer.orders)

    def _added(self, folder: Path) -> InstalledTranslator:
        found = self._own(folder.name)
        if found is None:  # somebody removed it in this moment
            raise TranslatorNotFound(f"The package {folder.name} is gone.", hint="Add it again.")
        return found

    def _own(self, name: str) -> InstalledTranslator | None:
        return next(
            (one for one in self.installed() if one.origin is Origin.ADDED and one.name == name),
            None,
        )


def remove_translator(data: DataFolder, name: str) -> None:
    """Delete a translator that was added, by its folder's name.

    Raises TranslatorNotFound, and TranslatorKept for what came with the program, what Argos
    Translate installed, and what the system does not let go.
    """
    found = read_translators(data)
    everything: list[InstalledTranslator | BrokenTranslator] = [*found.installed, *found.broken]
    one = next((each for each in everything if each.name == name), None)
    if one is None:
        raise TranslatorNotFound(
            f"There is no translation model named {name!r}.",
            hint="See: kopia-desktop languages list.",
        )
    if one.origin is not Origin.ADDED:
        owner = "the program" if one.origin is Origin.EMBEDDED else "Argos Translate"
        raise TranslatorKept(
            f"The package {name} belongs to {owner}.", hint="It is not removed from here."
        )
    _delete(one)


def _delete(one: InstalledTranslator | BrokenTranslator) -> None:
    try:
        remove_folder(one.folder)
    except OSError as error:
        raise TranslatorKept(
            f"The package {one.name} could not be deleted ({error.strerror}).",
            hint="Close the programs that use it and check the folder's permissions.",
        ) from error


def offers_of(
    installed: Sequence[InstalledTranslator], index: ArgosIndex, source: str, target: str
) -> tuple[Offer, ...]:
    """See ``TranslatorService.offers``; for those who ask about many targets at once."""
    packages = [one for one in installed if one.source is not None and not one.is_embedded()]
    offers = []
    missing = {entry.name: entry for entry in index.entries}
    for one in packages:
        missing.pop(one.name, None)
    possible = [*packages, *(entry.as_installed() for entry in missing.values())]
    route = find_route(possible, source, target)
    if route is not None:
        orders = tuple(
            missing[leg.translator.name].order
            for leg in route.legs
            if leg.translator.name in missing
        )
        if orders:
            offers.append(Offer(DownloadKind.ARGOS_PACKAGE, orders, route.path))
    if target_language(target).madlad400 and target not in sources_of(source):
        has_one = any(one.provider is ProviderName.MADLAD400 for one in installed)
        if not has_one:
            order = TRANSLATORS[0].order
            path = (sources_of(source)[0], target)
            offers.append(Offer(DownloadKind.MADLAD400, (order,), path))
    return tuple(sorted(offers, key=lambda offer: offer.size_bytes))
