"""Which translators are on this computer: translation models in the data folder, one folder each.

Only what tells the kind of a folder and its languages is read: no model, no native library. A new
kind is a reader and its line in ``_KINDS`` here, and a provider in worker/providers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from kopia_desktop.core.errors import KopiaError, NoTranslator
from kopia_desktop.core.languages import base, name_of, target_language
from kopia_desktop.core.paths import DataFolder


class ProviderName(StrEnum):
    """What runs a translator; worker/providers has one of each."""

    FAKE = "fake"


@dataclass(frozen=True, slots=True)
class InstalledTranslator:
    """A translation model: from ``source`` (a base code; None: any language) to ``targets``."""

    name: str
    folder: Path
    provider: ProviderName
    source: str | None
    targets: frozenset[str]

    def serves(self, source: str, target: str) -> bool:
        """Whether it translates from a spoken language, of any variant, to a target's code."""
        return target in self.targets and self.source in (None, base(source))


@dataclass(frozen=True, slots=True)
class BrokenTranslator:
    """A folder that cannot be used, and why in one sentence."""

    name: str
    folder: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Translators:
    """What stands in the folder of translators, by name."""

    installed: tuple[InstalledTranslator, ...]
    broken: tuple[BrokenTranslator, ...]

    @property
    def targets(self) -> frozenset[str]:
        """Codes that are served from some language."""
        return frozenset[str]().union(*(one.targets for one in self.installed))

    def find(self, source: str, target: str) -> InstalledTranslator | None:
        return next((one for one in self.installed if one.serves(source, target)), None)


def read_translators(data: DataFolder) -> Translators:
    """Look at every folder; a broken one never hides the others."""
    installed: list[InstalledTranslator] = []
    broken: list[BrokenTranslator] = []
    for folder in _folders(data.translators):
        try:
            installed.append(_read(folder))
        except (KopiaError, OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            broken.append(BrokenTranslator(folder.name, folder, _reason(error)))
    return Translators(tuple(installed), tuple(broken))


def find_translator(data: DataFolder, source: str, target: str) -> InstalledTranslator:
    """``source`` is the code of a transcript. Raises NoTranslator, naming what to install."""
    found = read_translators(data).find(source, target)
    if found is None:
        raise no_translator(source, [target])
    return found


def no_translator(source: str, targets: Iterable[str]) -> NoTranslator:
    """The error for targets that nothing installed serves, and what would serve them."""
    wanted = [target_language(code) for code in targets]
    served = [one for one in wanted if one.argos or one.madlad400]
    argos = ", ".join(one.name for one in served if one.argos)
    options = [f"an Argos Translate package from {name_of(source)} to {argos}"] if argos else []
    options += ["the MADLAD-400 model"] if any(one.madlad400 for one in served) else []
    hints = [f"Install {' or '.join(options)}."] if options else []
    without = ", ".join(one.name for one in wanted if one not in served)
    if without:
        hints.append(f"No open model translates to {without}.")
    return NoTranslator(
        f"No installed model translates from {name_of(source)} to"
        f" {', '.join(one.name for one in wanted)}.",
        hint=" ".join(hints),
    )


def _folders(root: Path) -> list[Path]:
    if not root.is_dir():
        return []
    return [path for path in sorted(root.iterdir()) if path.is_dir() and path.name[0] != "."]


def _read(folder: Path) -> InstalledTranslator:
    for marker, reader in _KINDS.items():
        if (folder / marker).is_file():
            return reader(folder)
    raise ValueError("no translation model of a known kind")


def _read_fake(folder: Path) -> InstalledTranslator:
    """``fake.json``: {"from": base code, "to": target code}; more is for the provider."""
    about = json.loads((folder / "fake.json").read_text("utf-8"))
    source, target = about["from"], target_language(about["to"])
    if not isinstance(source, str) or source != base(source):
        raise ValueError(f"{source!r} is not the base code of a language")
    return InstalledTranslator(
        folder.name, folder, ProviderName.FAKE, source, frozenset({target.code})
    )


_KINDS: Mapping[str, Callable[[Path], InstalledTranslator]] = MappingProxyType(
    {"fake.json": _read_fake}
)
"""The file that tells a kind of folder, and what reads it."""


def _reason(error: Exception) -> str:
    if isinstance(error, KopiaError):
        return error.message
    return f"It cannot be read ({type(error).__name__}: {error})."
