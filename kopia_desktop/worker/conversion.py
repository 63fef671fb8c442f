"""What puts a text into another script of its language; which targets need it, core/routes says."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import opencc

from kopia_desktop.core.script_conversion import (
    inuktitut_to_latin,
    klingon_to_piqad,
    serbian_to_latin,
)


def converted(text: str, target: str) -> str:
    """A text put into the script of ``target``, a key of routes.CONVERTED_FROM.

    What is in it already stays.
    """
    return _CONVERSIONS[target](text)


def chinese_to_traditional(text: str) -> str:
    """By phrases first, for one simplified sign may stand for several; in the forms that Taiwan
    writes, without its vocabulary.
    """
    return _by_opencc(text, "s2tw")


def chinese_to_simplified(text: str) -> str:
    """Sign by sign, and by phrases where one traditional sign has two simplified forms."""
    return _by_opencc(text, "tw2s")


def _by_opencc(text: str, name: str) -> str:
    """The library ends at a null character and takes no half of a surrogate pair: both stay."""
    return _WRITTEN.sub(lambda part: str(_opencc(name).convert(part[0])), text)


@functools.cache
def _opencc(name: str) -> opencc.OpenCC:
    """Reads its dictionaries once, some hundredths of a second."""
    return opencc.OpenCC(name)


_WRITTEN = re.compile("[^\0\ud800-\udfff]+")

_CONVERSIONS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "zh-Hant": chinese_to_traditional,
        "zh-Hans": chinese_to_simplified,
        "sr-Latn": serbian_to_latin,
        "iu-Latn": inuktitut_to_latin,
        "tlh-Piqd": klingon_to_piqad,
    }
)
