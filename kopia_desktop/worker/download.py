"""Brings one model here: what files it has, each of them verified, installed at the end.

Everything lies in the download's own folder until then: ``listing.json`` (which commit), ``files``
(whole ones under their names, others as ``.part``). A kill at any line loses nothing that counts.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kopia_desktop.core.downloads import DownloadKind, FileSource, HubSource, RemoteFile
from kopia_desktop.core.errors import (
    DownloadMissing,
    DownloadRefused,
    PackageBroken,
    PackageChanged,
    unusable,
)
from kopia_desktop.worker import argos_package, hub, placing
from kopia_desktop.worker.file_fetch import FileFetch, check_room
from kopia_desktop.worker.hub import Listing
from kopia_desktop.worker.part import SUFFIX, matches, sha256
from kopia_desktop.worker.pins import Pins
from kopia_desktop.worker.protocol import BringModel, DownloadProgress, ModelBrought, Reply
from kopia_desktop.worker.remote import Remote

_APART = 0.25
"""Seconds between two words about the progress."""

_PACKAGE = re.compile(r"\w[\w.-]{0,99}\.argosmodel", re.ASCII)


def bring(request: BringModel, send: Callable[[Reply], None]) -> ModelBrought:
    """Raises DownloadError, DiskFull, DataFolderUnusable, and PackageBroken for a package."""
    logging.getLogger("httpx2").setLevel(logging.WARNING)  # addresses may carry a pass
    folder = Path(request.folder)
    try:
        (folder / "files").mkdir(parents=True, exist_ok=True)
        remote = Remote(request.limits, endpoint=request.endpoint)
        try:
            return _Bringing(request, remote, _Progress(request, send)).run()
        finally:
            remote.close()
    except OSError as error:
        raise unusable(folder, error) from error


class _Progress:
    """Adds up the files of a download, and says how far it is four times a second."""

    def __init__(self, request: BringModel, send: Callable[[Reply], None]) -> None:
        self._name = request.order.name
        self._send = send
        self._about = request.order.about_bytes
        self._last = 0.0
        self._done: dict[str, int] = {}
        self._sizes: dict[str, int] = {}

    def expect(self, held: dict[str, int], listing: Listing) -> None:
        """All files with their sizes, and what is here of each already."""
        self._done = dict(held)
        self._sizes = {file.name: file.size or 0 for file in listing.files}
        self.tell()

    def note(self, file: RemoteFile, done: int, size: int | None) -> None:
        """So many bytes of a file are here now."""
        self._done[file.name] = done
        if size is not None:
            self._sizes[file.name] = size
        if time.monotonic() - self._last >= _APART:
            self.tell()

    def tell(self) -> None:
        self._last = time.monotonic()
        done = sum(self._done.values())
        total = sum(self._sizes.values()) or self._about
        self._send(DownloadProgress(self._name, done, max(done, total)))


class _Bringing:
    def __init__(self, request: BringModel, remote: Remote, progress: _Progress) -> None:
        self._request = request
        self._remote = remote
        self._progress = progress
        self._files = Path(request.folder) / "files"
        self._fetch = FileFetch(remote, self._files, request.limits, progress.note)

    def run(self) -> ModelBrought:
        source = self._request.order.source
        if isinstance(source, FileSource):
            self._bring_package(source)
        else:
            self._bring_repository(source)
        self._progress.tell()
        return ModelBrought(self._request.order.name)

    # A repository of the hub

    def _bring_repository(self, source: HubSource) -> None:
        path = Path(self._request.folder) / "listing.json"
        listing = hub.load_listing(path, endpoint=self._request.endpoint, source=source)
        if listing is not None:
            try:
                self._bring_files(listing)
                return
            except DownloadMissing:
                path.unlink()  # the commit is gone: begin with the present one
        listing = self._ask(source)
        listing.save(path)
        self._bring_files(listing)

    def _ask(self, source: HubSource) -> Listing:
        """What the API says. Tried again as a file is: it is the first thing to be refused."""
        endpoint, kind = self._request.endpoint, self._request.order.kind
        url = hub.listing_url(endpoint, source)
        answer = self._fetch.patiently(lambda: self._remote.document(url))
        return hub.read_listing(answer, kind, source, endpoint=endpoint)

    def _bring_files(self, listing: Listing) -> None:
        wanted = [self._files / file.name for file in listing.files]
        self._drop_others(listing)
        target = Path(self._request.target)
        installed = {file.name for file in listing.files if matches(target / file.name, file)}
        held = self._held(listing, installed)
        self._progress.expect(held, listing)
        check_room(self._files, listing.total() - sum(held.values()), self._request.limits)
        for file in listing.files:
            path = self._files / file.name
            if file.name in installed and not path.exists():
                placing.link_or_copy(target / file.name, path)
            self._fetch.bring(file)
        placing.check(self._files, self._request.order.kind)
        placing.place(wanted, target)

    def _held(self, listing: Listing, installed: set[str]) -> dict[str, int]:
        """Bytes of each file that need not be fetched."""
        held = {}
        for file in listing.files:
            path = self._files / file.name
            part = path.with_name(path.name + SUFFIX)
            size = file.size or 0
            if file.name in installed or path.exists():
                held[file.name] = size
            elif part.exists():
                held[file.name] = min(size, part.stat().st_size)
        return held

    def _drop_others(self, listing: Listing) -> None:
        """A broken run with another listing may have left files that are none of this one's."""
        for path in self._files.iterdir():
            name = path.name.removesuffix(".etag").removesuffix(SUFFIX)
            of_listing = [file for file in listing.files if file.name == name]
            if not of_listing or (path.name == name and not matches(path, of_listing[0])):
                path.unlink()

    # A package at a URL

    def _bring_package(self, source: FileSource) -> None:
        name = unquote(urlsplit(source.url).path.rsplit("/", 1)[-1])
        if self._request.order.kind is not DownloadKind.ARGOS_PACKAGE or not _PACKAGE.fullmatch(
            name
        ):
            raise DownloadRefused(
                f"{source.url} is not the address of an Argos package.",
                hint="Choose one of the list.",
            )
        pins = Pins(Path(self._request.pins))
        pinned = pins.get(name)
        expected = source.sha256 or pinned
        file = RemoteFile(name, source.url, source.size, sha256=expected)
        changed = _changed(name) if pinned and pinned == expected else None
        package = self._files / name
        if package.exists() and expected and sha256(package) != expected:
            package.unlink()
        self._fetch.bring(file, error=changed)
        digest = sha256(package)
        try:
            argos_package.unpack(package, Path(self._request.target))
        except PackageBroken:
            package.unlink()  # a retry shall fetch it anew
            raise
        pins.keep(name, digest)


def _changed(name: str) -> PackageChanged:
    return PackageChanged(
        f"The package {name} is not the one that came when it was first installed. Nothing of it"
        " was kept.",
        hint="Ask whoever publishes it. To trust the new one, delete its line in pins.json in the"
        " data folder.",
    )
