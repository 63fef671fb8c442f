"""What languages are called by those who speak them, for finding and for recognising one's own."""

from __future__ import annotations

import functools

from PySide6.QtCore import QLocale

_NAMES = {
    "en": "English",
    "es": "español",
    "pt": "português (Brasil)",
    "pt-pt": "português (Portugal)",
    "bho": "भोजपुरी",
    "brx": "बर'",
    "fj": "Na Vosa Vakaviti",
    "gom": "कोंकणी",
    "hne": "छत्तीसगढ़ी",
    "iu-Latn": "inuktitut",
    "ku": "کوردیی ناوەندی",
    "kmr": "kurmancî",
    "lug": "Luganda",
    "lzh": "文言",
    "mn-Cyrl": "монгол",
    "mni": "মৈতৈলোন্",
    "mww": "Hmoob Daw",
    "nya": "Chichewa",
    "otq": "Hñähñu",
    "prs": "دری",
    "run": "Ikirundi",
    "sm": "Gagana Sāmoa",
    "sr-Cyrl": "српски",
    "sr-Latn": "srpski",
    "tlh-Latn": "tlhIngan Hol",
    "tt": "tatarça",
    "to": "Lea faka-Tonga",
    "ty": "Reo Tahiti",
    "yua": "Maaya T'aan",
}
"""Where Qt's data has no name, or that of another variant or script."""


@functools.cache
def native_name(code: str) -> str:
    """The language's own name for itself, for example "Deutsch"; empty where none is known."""
    if code in _NAMES:
        return _NAMES[code]
    locale = QLocale(code.replace("_", "-"))
    if locale.language() is QLocale.Language.C:
        return ""
    return locale.nativeLanguageName()
