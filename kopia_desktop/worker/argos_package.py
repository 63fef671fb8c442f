"""Argos packages: a zip archive that becomes a folder, without trusting a byte of it.

An ``.argosmodel`` holds one folder with ``metadata.json``, ``sentencepiece.model`` or
``bpe.model``, and a CTranslate2 model in ``model/``. What else a package carries (sentence
splitters, mostly) is looked at and left in the archive.
"""

from __future__ import annotations

import json
import re
import shutil
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kopia_desktop.core.ctranslate2_model import check_translates
from kopia_desktop.core.disk import flush
from kopia_desktop.core.errors import (
    DataFolderUnusable,
    DiskFull,
    KopiaError,
    PackageBroken,
    is_disk_full,
)
from kopia_desktop.core.languages import spoken_languages, target_languages
from kopia_desktop.core.translators import read_translator
from kopia_desktop.worker.folder_swap import FolderSwap
from kopia_desktop.worker.zip_names import checked_names

TOKENIZERS = ("sentencepiece.model", "bpe.model")

_METADATA = "metadata.json"
_KEPT = (_METADATA, *TOKENIZERS, "README.md", "LICENSE", "LICENSE.txt", "LICENSE.md")
_MODEL = "model/"

_HINT = "Get the package again from where it came; it may have been damaged on its way."
_HOSTILE = "Do not use this package; get one from the Argos Translate index."

_BLOCK = 1 << 20
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}")


@dataclass(frozen=True, slots=True)
class PackageLimits:
    """Real packages have under 200 files, up to 600 MB, and shrink to a half or less often a third.

    ``ratio`` is that of all that is unpacked to the archive's size.
    """

    files: int = 5_000
    unpacked: int = 4 << 30
    ratio: int = 60
    metadata: int = 1 << 20


LIMITS = PackageLimits()


@dataclass(frozen=True, slots=True)
class PackageAbout:
    """What a package's metadata says; the codes are Argos Translate's."""

    source: str
    target: str
    version: str

    @property
    def folder_name(self) -> str:
        """As Argos Translate names its packages' folders, with the version."""
        return f"translate-{self.source}_{self.target}-{self.version}"


def read_about(package: Path, *, limits: PackageLimits = LIMITS) -> PackageAbout:
    """Look the archive through without unpacking it. Raises PackageBroken with the reason."""
    with _opened(package) as archive:
        return _about(archive, _members(archive, package, limits), limits)


def unpack(package: Path, into: Path, *, limits: PackageLimits = LIMITS) -> Path:
    """Unpack into a folder of ``into`` named after its languages and version; returns it.

    It appears at once and whole, in place of one of that name and of older ones of the same
    languages; when this raises, nothing is left.
    Raises PackageBroken, DiskFull, DataFolderUnusable.
    """
    with _opened(package) as archive:
        members = _members(archive, package, limits)
        about = _about(archive, members, limits)
        budget = min(limits.unpacked, max(limits.ratio * package.stat().st_size, _BLOCK))
        try:
            with FolderSwap(into / about.folder_name) as swap:
                for name, member in members.items():
                    if name in _KEPT or name.startswith(_MODEL):
                        path = swap.part.joinpath(*name.split("/"))
                        path.parent.mkdir(parents=True, exist_ok=True)
                        budget -= _extract(archive, member, path, budget)
                _check_model(swap.part)
                folder = swap.put_in_place()
        except OSError as error:
            raise _unwritable(into, error) from error
    _drop_older(folder)
    return folder


def _drop_older(folder: Path) -> None:
    """What the system does not let go of stays; a newer one is preferred to it."""
    new = read_translator(folder)
    stem = folder.name.rsplit("-", 1)[0]
    for path in folder.parent.glob(f"{stem}-*"):
        try:
            old = read_translator(path)
        except (KopiaError, OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
        if old is None or new is None or path.is_symlink():
            continue
        same = (old.source, old.targets) == (new.source, new.targets)
        if same and old.newest_first() > new.newest_first():
            shutil.rmtree(path, ignore_errors=True)


def _opened(package: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(package)
    except OSError as error:
        raise PackageBroken(
            f"{package} cannot be read ({error.strerror}).", hint="Check the path."
        ) from error
    except (zipfile.BadZipFile, ValueError, RuntimeError) as error:
        raise PackageBroken(
            f"{package.name} is not an Argos package: it is no zip archive ({error}).", hint=_HINT
        ) from error


def _members(
    archive: zipfile.ZipFile, package: Path, limits: PackageLimits
) -> dict[str, zipfile.ZipInfo]:
    """The files by their names below the package's own folder, all of them checked."""
    infos = archive.infolist()
    if len(infos) > limits.files:
        raise PackageBroken(f"The package holds {len(infos)} files, too many.", hint=_HOSTILE)
    total = 0
    for info in infos:
        _check_kind(info)
        total += info.file_size
    size = package.stat().st_size
    if total > limits.unpacked or total > max(limits.ratio * size, _BLOCK):
        raise PackageBroken(
            f"The package of {size / 1e6:,.1f} MB would take {total / 1e6:,.0f} MB unpacked, which"
            " no real one does.",
            hint=_HOSTILE,
        )
    try:
        names = checked_names([info.filename for info in infos])
    except ValueError as error:
        raise PackageBroken(f"The package {error}.", hint=_HOSTILE) from error
    files = {
        name: info for name, info in zip(names, infos, strict=True) if not info.is_dir() and name
    }
    return _below_the_top(files)


def _check_kind(info: zipfile.ZipInfo) -> None:
    """Refuse what is neither a plain file nor a folder, or cannot be unpacked."""
    mode = info.external_attr >> 16
    kind = stat.S_IFMT(mode)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackageBroken("The package holds a link or a device.", hint=_HOSTILE)
    if info.flag_bits & 0x1:
        raise PackageBroken("The package is encrypted.", hint=_HINT)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PackageBroken("The package is compressed in an unusual way.", hint=_HINT)


def _below_the_top(files: dict[str, zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Without the one folder that holds all; a Mac's archiver adds one of its own."""
    own = {name: info for name, info in files.items() if not name.startswith("__MACOSX/")}
    if _METADATA in own:
        return own
    tops = {name.split("/", 1)[0] for name in own}
    if len(tops) != 1:
        raise PackageBroken(
            "The package does not hold one folder with metadata.json in it.", hint=_HINT
        )
    top = f"{tops.pop()}/"
    return {name.removeprefix(top): info for name, info in own.items() if name != top[:-1]}


def _about(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], limits: PackageLimits
) -> PackageAbout:
    info = members.get(_METADATA)
    if info is None:
        raise PackageBroken("The package has no metadata.json.", hint=_HINT)
    if info.file_size > limits.metadata:
        raise PackageBroken("The package's metadata.json is too large.", hint=_HOSTILE)
    text = _read(archive, info, limits.metadata)
    try:
        said = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise PackageBroken("The package's metadata.json is damaged.", hint=_HINT) from error
    if not isinstance(said, dict):
        raise PackageBroken("The package's metadata.json is damaged.", hint=_HINT)
    about = parsed_about(said)
    if not any(name in members for name in TOKENIZERS):
        raise PackageBroken(f"The package has neither {' nor '.join(TOKENIZERS)}.", hint=_HINT)
    if f"{_MODEL}model.bin" not in members:
        raise PackageBroken("The package has no model.", hint=_HINT)
    return about


def parsed_about(said: dict[str, Any]) -> PackageAbout:
    """Languages and version as metadata.json and the index have them. Raises PackageBroken."""
    if said.get("type", "translate") != "translate":
        raise PackageBroken("This package is not one that translates.", hint=_HINT)
    codes = (said.get("from_code"), said.get("to_code"))
    for code in codes:
        if not isinstance(code, str) or code not in _argos_codes():
            raise PackageBroken(
                f"The package is for a language that this program does not have: {code!r:.40}.",
                hint="Choose a package for two of the languages of: kopia-desktop languages list.",
            )
    source, target = map(str, codes)
    if source == target:
        raise PackageBroken("The package translates from a language to itself.", hint=_HINT)
    version = said.get("package_version", "0")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise PackageBroken("The package's version is not a version.", hint=_HINT)
    return PackageAbout(source, target, version)


def _argos_codes() -> frozenset[str]:
    """Argos Translate's codes of the targets, and Whisper's of what may be spoken."""
    targets = {row.argos for row in target_languages().values() if row.argos}
    spoken = {row.whisper for row in spoken_languages().values() if row.whisper}
    return frozenset(targets | spoken)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    try:
        with archive.open(info) as file:
            return file.read(limit)
    except _UNREADABLE as error:
        raise _damaged(info, error) from error


def _extract(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, budget: int) -> int:
    """Write a file and flush it to the disk; returns its bytes, however many were announced."""
    count = 0
    with path.open("xb") as target:
        try:
            source: IO[bytes] = archive.open(info)
        except _UNREADABLE as error:
            raise _damaged(info, error) from error
        with source:
            while block := _block(source, info):
                count += len(block)
                if count > min(info.file_size, budget):
                    raise PackageBroken(
                        "The package holds more than it says, as a trap does.", hint=_HOSTILE
                    )
                target.write(block)
        flush(target)
    return count


def _block(source: IO[bytes], info: zipfile.ZipInfo) -> bytes:
    try:
        return source.read(_BLOCK)
    except _UNREADABLE as error:
        raise _damaged(info, error) from error


_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    RuntimeError,  # what it does not know
    OSError,  # also for places that are not in the file
)
"""What zipfile raises at damaged archives."""


def _damaged(info: zipfile.ZipInfo, error: Exception) -> PackageBroken:
    return PackageBroken(f"The package is damaged at {info.filename!r:.80} ({error}).", hint=_HINT)


def _check_model(folder: Path) -> None:
    try:
        check_translates(folder / "model")
    except ValueError as error:
        raise PackageBroken(f"The package cannot be used: {error}.", hint=_HINT) from error


def _unwritable(into: Path, error: OSError) -> DiskFull | DataFolderUnusable:
    if is_disk_full(error):
        return DiskFull(
            f"There is no space for the package in {into}.",
            hint="Free some space and add it again.",
        )
    return DataFolderUnusable(
        f"The package could not be unpacked to {into} ({error.strerror}).",
        hint="Check the folder's permissions.",
    )
