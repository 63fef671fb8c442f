"""Which translators are on this computer: translation models, one folder each, in three places.

What a person added lies in the data folder; packages that Argos Translate installed are found in
its own folder, which is only read; three starter packages come with the program. Only what tells
the kind of a folder and its languages is read: no weights, no native library. A new kind is a
reader and its line in ``_KINDS`` here, and a provider in worker/providers.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kopia_desktop.core import ctranslate2_model, routes
from kopia_desktop.core.catalogue import TRANSLATORS
from kopia_desktop.core.errors import KopiaError, NoTranslator
from kopia_desktop.core.languages import (
    base,
    code_of_argos,
    name_of,
    sources_of,
    target_language,
    target_languages,
)
from kopia_desktop.core.paths import DataFolder, argos_packages_folder, resource
from kopia_desktop.core.routes import Route


class ProviderName(StrEnum):
    """What runs a translator; worker/providers has one of each."""

    FAKE = "fake"
    ARGOS = "argos"
    MADLAD400 = "madlad400"


class Origin(StrEnum):
    """Where a translator came from, in the order of preference."""

    ADDED = "added"  # by a person, to the data folder
    ARGOS_TRANSLATE = "argos_translate"  # installed by that program; never removed by this one
    EMBEDDED = "embedded"  # a starter package: a few hundred words, for trying


@dataclass(frozen=True, slots=True)
class InstalledTranslator:
    """A translation model: from ``source`` (a code; None: any language) to ``targets``.

    Codes are the contract's; a package for a language that it does not have keeps Argos Translate's
    code. ``version`` is what the package says, empty if nothing.
    """

    name: str
    folder: Path
    provider: ProviderName
    source: str | None
    targets: frozenset[str]
    origin: Origin = Origin.ADDED
    version: str = ""

    def is_embedded(self) -> bool:
        """Whether it is a starter package, whose text is good as a sample only."""
        return self.origin is Origin.EMBEDDED

    def newest_first(self) -> tuple[int, ...]:
        """A key that sorts versions; what is no number in them does not count."""
        return tuple(-int(part) for part in re.findall(r"[0-9]{1,9}", self.version)) or (0,)


@dataclass(frozen=True, slots=True)
class BrokenTranslator:
    """A folder that cannot be used, and why in one sentence."""

    name: str
    folder: Path
    reason: str
    origin: Origin = Origin.ADDED


@dataclass(frozen=True, slots=True)
class Translators:
    """What stands in the folders, the preferred first: by origin, version and name."""

    installed: tuple[InstalledTranslator, ...]
    broken: tuple[BrokenTranslator, ...]

    @property
    def targets(self) -> frozenset[str]:
        """Targets that can be reached from some language."""
        direct = frozenset[str]().union(*(one.targets for one in self.installed))
        converted = {to for to, origin in routes.CONVERTED_FROM.items() if origin in direct}
        return (direct | converted) & target_languages().keys()

    def route(self, source: str, target: str) -> Route | None:
        """The best way from the language of a transcript to a target; None if there is none."""
        return routes.find_route(self.installed, source, target)


def read_translators(data: DataFolder) -> Translators:
    """Look at every folder; a broken one never hides the others."""
    installed: list[InstalledTranslator] = []
    broken: list[BrokenTranslator] = []
    for origin, place in _places(data).items():
        found = list[InstalledTranslator]()
        for folder in _folders(place):
            try:
                one = read_translator(folder, origin=origin)
                found += [one] if one else []
            except (KopiaError, OSError, ValueError, KeyError, TypeError, RecursionError) as error:
                broken.append(BrokenTranslator(folder.name, folder, _reason(error), origin))
        installed += sorted(found, key=lambda one: (one.newest_first(), one.name))
    return Translators(tuple(installed), tuple(broken))


def read_translator(folder: Path, *, origin: Origin = Origin.ADDED) -> InstalledTranslator | None:
    """What a folder holds; None for a package that is made for another purpose than translating.

    Raises ValueError, KeyError, TypeError, OSError, UnknownLanguage for what cannot be used.
    """
    for marker, reader in _KINDS.items():
        if (folder / marker).is_file():
            return reader(folder, origin)
    others = sorted(path.name for path in folder.glob("*") if path.suffix in _OTHER_WEIGHTS)
    if others:
        raise ValueError(f"{others[0]} is not in CTranslate2's format; convert the model first")
    raise ValueError("no translation model of a known kind")


def find_route(data: DataFolder, source: str, target: str) -> Route:
    """``source`` is the code of a transcript. Raises NoTranslator, naming what to install."""
    found = read_translators(data).route(source, target)
    if found is None:
        raise no_translator(source, [target])
    return found


def no_translator(source: str, targets: Iterable[str]) -> NoTranslator:
    """The error for targets that nothing installed serves, and what would serve them."""
    wanted = [target_language(code) for code in targets]
    own = [one for one in wanted if one.code in sources_of(source)]
    served = [one for one in wanted if one.has_open_model() and one not in own]
    packages = [one for one in served if one.argos]
    options = []
    if packages:
        names = ", ".join(one.name for one in packages)
        options.append(
            f"an Argos Translate package from {name_of(source)} to {names}"
            f" (kopia-desktop languages install {base(source)}-{packages[0].code})"
        )
    if any(one.madlad400 for one in served):
        options.append(
            f"the MADLAD-400 model (kopia-desktop models download {TRANSLATORS[0].name})"
        )
    hints = [f"Install {' or '.join(options)}."] if options else []
    if own:
        hints.append(f"The transcript is in {name_of(source)} already.")
    without = ", ".join(one.name for one in wanted if one not in served and one not in own)
    if without:
        hints.append(f"No open model translates to {without}.")
    return NoTranslator(
        f"No installed model translates from {name_of(source)} to"
        f" {', '.join(one.name for one in wanted)}.",
        hint=" ".join(hints),
    )


def _places(data: DataFolder) -> dict[Origin, Path]:
    places = {Origin.ADDED: data.translators}
    with contextlib.suppress(RuntimeError):  # a computer without a home folder
        places[Origin.ARGOS_TRANSLATE] = argos_packages_folder()
    return places | {Origin.EMBEDDED: resource("translators")}


def _folders(root: Path) -> list[Path]:
    try:
        return [path for path in sorted(root.iterdir()) if path.is_dir() and path.name[0] != "."]
    except OSError:  # there is none, or it may not be looked into
        return []


def _read_fake(folder: Path, origin: Origin) -> InstalledTranslator:
    """``fake.json``: {"from": base code, "to": target code}; more is for the provider."""
    about = json.loads((folder / "fake.json").read_text("utf-8"))
    source, target = about["from"], target_language(about["to"])
    if not isinstance(source, str) or source != base(source):
        raise ValueError(f"{source!r} is not the base code of a language")
    return InstalledTranslator(
        folder.name,
        folder,
        ProviderName.FAKE,
        sources_of(source)[0],
        frozenset({target.code}),
        origin,
    )


def _read_argos(folder: Path, origin: Origin) -> InstalledTranslator | None:
    """``metadata.json``: Argos Translate's codes in from_code and to_code."""
    about = json.loads((folder / "metadata.json").read_text("utf-8"))
    if not isinstance(about, dict):
        raise ValueError("metadata.json holds no names and values")
    if about.get("type", "translate") != "translate":
        return None
    if not any((folder / name).is_file() for name in ("sentencepiece.model", "bpe.model")):
        raise ValueError("the tokenizer (sentencepiece.model or bpe.model) is missing")
    ctranslate2_model.check_translates(folder / "model")
    source, target = _argos_code(about, "from_code"), _argos_code(about, "to_code")
    version = about.get("package_version", "")
    return InstalledTranslator(
        folder.name,
        folder,
        ProviderName.ARGOS,
        source,
        frozenset({target}),
        origin,
        version if isinstance(version, str) else "",
    )


def _argos_code(about: dict[str, Any], name: str) -> str:
    code = about[name]
    if not isinstance(code, str) or not re.fullmatch(r"[A-Za-z]{2,8}([-_][A-Za-z0-9]{2,8})*", code):
        raise ValueError(f"{name} in metadata.json is not the code of a language")
    return code_of_argos(code)


def _read_madlad400(folder: Path, origin: Origin) -> InstalledTranslator:
    """A T5 model whose vocabulary has tokens ``<2xx>``; what they are is what it translates to.

    A target in another script than its token's text is left out: it is reached by conversion.
    """
    ctranslate2_model.check_translates(folder)
    tokens = ctranslate2_model.language_tokens(folder)
    if not tokens:
        raise ValueError("the model's vocabulary has no tokens for target languages, as <2es>")
    if not any((folder / name).is_file() for name in MADLAD400_TOKENIZERS):
        raise ValueError(f"the tokenizer ({' or '.join(MADLAD400_TOKENIZERS)}) is missing")
    targets = frozenset(
        code for code in target_languages() if madlad400_token(code) in tokens
    ) - frozenset(code for code in routes.CONVERTED_FROM if _shares_token(code))
    return InstalledTranslator(folder.name, folder, ProviderName.MADLAD400, None, targets, origin)


MADLAD400_TOKENIZERS = ("spiece.model", "sentencepiece.model")
"""Names under which conversions of MADLAD-400 keep their SentencePiece model."""


def madlad400_token(target: str) -> str:
    """The ``xx`` of ``<2xx>``. Where languages.json has none it is the code itself: the vocabulary
    of a model decides whether it knows that.
    """
    return target_language(target).madlad400 or target


def _shares_token(target: str) -> bool:
    return madlad400_token(target) == madlad400_token(routes.CONVERTED_FROM[target])


_Reader = Callable[[Path, Origin], InstalledTranslator | None]

_KINDS: Mapping[str, _Reader] = MappingProxyType(
    {"fake.json": _read_fake, "metadata.json": _read_argos, "model.bin": _read_madlad400}
)
"""The file that tells a kind of folder, and what reads it."""

_OTHER_WEIGHTS = frozenset({".safetensors", ".bin", ".pt", ".onnx", ".gguf", ".h5", ".msgpack"})


def _reason(error: Exception) -> str:
    if isinstance(error, KopiaError):
        return error.message
    if type(error) is ValueError:
        return f"It cannot be used: {error}."
    return f"It cannot be read ({type(error).__name__}: {error})."
