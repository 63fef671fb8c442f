"""The language codes of the contract, read from resources/languages.json."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import Any

from kopia_desktop.core.errors import UnknownLanguage
from kopia_desktop.core.paths import resource

UNSPACED = frozenset({"zh", "ja", "yue", "lzh", "th", "lo", "km", "my", "bo"})
"""Base codes of languages written without spaces between words."""

_UNSPACED_SENTENCES = frozenset({"zh", "ja", "yue", "lzh"})
"""Those of them that put none between sentences either (Thai, Lao, Khmer and Burmese do)."""

CJK = frozenset({"zh", "ja", "ko", "yue", "lzh"})
"""Base codes whose subtitles follow the rules for Chinese, Japanese and Korean."""

_READ_AS = {"no": "nb", "nn": "nb", "tl": "fil"}
"""Base codes of spoken languages that translators know under another name. There is no package for
Nynorsk: those for Bokmål read it.
"""

RIGHT_TO_LEFT = frozenset(
    {"ar", "he", "iw", "fa", "prs", "ur", "yi", "ps", "sd", "ug", "dv", "ckb", "ku", "ks"}
)
"""Base codes of languages written from right to left (``ku`` is Central Kurdish, as in
languages.json; Northern Kurdish is ``kmr``)."""


@dataclass(frozen=True, slots=True)
class SpokenLanguage:
    """A language that can be transcribed: the contract's code, its English name, Whisper's code.

    ``whisper`` is None for ``auto``.
    """

    code: str
    name: str
    whisper: str | None


@dataclass(frozen=True, slots=True)
class TargetLanguage:
    """A language that a transcript can be translated to: the contract's code, its English name.

    ``argos`` and ``madlad400`` are the codes of the two families of open models, None where a
    family does not have the language.
    """

    code: str
    name: str
    argos: str | None
    madlad400: str | None

    def has_open_model(self) -> bool:
        """False for the few languages that no open model is known to translate to."""
        return self.argos is not None or self.madlad400 is not None


@functools.cache
def spoken_languages() -> dict[str, SpokenLanguage]:
    """All 103 transcription codes in the contract's order."""
    return {
        row["code"]: SpokenLanguage(row["code"], row["name"], row["whisper"])
        for row in _table("transcription")
    }


@functools.cache
def target_languages() -> dict[str, TargetLanguage]:
    """All 134 translation targets in the contract's order."""
    return {
        row["code"]: TargetLanguage(row["code"], row["name"], row["argos"], row["madlad400"])
        for row in _table("translation")
    }


def _table(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(resource("languages.json").read_text("utf-8"))[name]
    return rows


def spoken_language(code: str) -> SpokenLanguage:
    """Look a transcription code up; raises UnknownLanguage."""
    found = spoken_languages().get(code)
    if found is None:
        raise UnknownLanguage(
            f"There is no language with the code {code!r}.",
            hint="See: kopia-desktop languages list, or use auto.",
        )
    return found


def target_language(code: str) -> TargetLanguage:
    """Look a translation target up, by its exact code; raises UnknownLanguage."""
    found = target_languages().get(code)
    if found is None:
        raise UnknownLanguage(
            f"There is no language with the code {code!r} to translate to.",
            hint="Use one of the contract's 134 codes, as es, pt-pt or zh-Hans.",
        )
    return found


def code_of_whisper(whisper: str) -> str:
    """The contract's code for one of Whisper's (``en`` for English, not a variant of it)."""
    found = [row.code for row in spoken_languages().values() if row.whisper == whisper]
    return whisper if whisper in found or not found else found[0]


def name_of(code: str | None) -> str:
    """English name of a code, first as a transcription's, then as a translation's.

    The code itself when it has none. ``en`` is "English": its name in the table, "Global English",
    is for choosing a spelling.
    """
    if code is None:
        return "unknown"
    if code == "en":
        return "English"
    found = spoken_languages().get(code) or target_languages().get(code)
    return found.name if found else code


@functools.cache
def sources_of(spoken: str) -> tuple[str, ...]:
    """The codes under which translators read a spoken language, the likeliest first.

    Those of the targets, of every variant and script: ``en_uk`` is read as ``en``, ``pt`` as ``pt``
    and ``pt-pt``, ``zh`` as ``zh-Hans`` and ``zh-Hant``, ``no`` as ``nb``. The base code where no
    target is of that language.
    """
    own = _READ_AS.get(base(spoken), base(spoken))
    found = tuple(code for code in target_languages() if base(code) == own)
    return found or (own,)


@functools.cache
def code_of_argos(argos: str) -> str:
    """The target's code for one of Argos Translate's: ``pb`` is ``pt``, ``pt`` is ``pt-pt``.

    Itself where the contract does not have the language (it may still be a step on the way).
    """
    return next((row.code for row in target_languages().values() if row.argos == argos), argos)


def base(code: str) -> str:
    """The language without its variant.

    ``en_uk`` and ``en-GB`` give ``en``, ``zh-Hant`` gives ``zh``.
    """
    return code.replace("_", "-").split("-", 1)[0].lower()


def is_unspaced(code: str) -> bool:
    return base(code) in UNSPACED


def sentence_gap(code: str) -> str:
    """What stands between two sentences: a space, or nothing in Chinese and Japanese."""
    return "" if base(code) in _UNSPACED_SENTENCES else " "


def is_cjk(code: str) -> bool:
    return base(code) in CJK


def is_right_to_left(code: str) -> bool:
    return base(code) in RIGHT_TO_LEFT
