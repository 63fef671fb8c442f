"""The name a recording is shown by, where a client or a server has chosen it.

Sources: RFC 6266 (Content-Disposition), RFC 8187 (names in other scripts).
"""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

_LONGEST = 200  # characters; a name is for people to tell recordings apart
_LONGEST_ENDING = 20
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_PARAMETER = re.compile(r';\s*(filename\*?)\s*=\s*("(?:[^"\\]|\\.)*"|[^;\s]+)', re.IGNORECASE)


def safe_name(name: str) -> str:
    """The last part of a path-like name, without control and direction characters.

    A long one is cut before its ending; empty where nothing can be shown.
    """
    last = re.split(r"[/\\]", name)[-1]
    shown = "".join(letter if letter.isprintable() else " " for letter in _UNSEEN.sub("", last))
    clean = " ".join(shown.split()).strip(" .")
    if len(clean) <= _LONGEST:
        return clean
    stem, dot, ending = clean.rpartition(".")
    if dot and len(ending) < _LONGEST_ENDING:
        return stem[: _LONGEST - len(ending) - 1] + dot + ending
    return clean[:_LONGEST]


def name_of_disposition(header: str) -> str:
    """The file's name in a Content-Disposition; ``filename*`` goes before ``filename``."""
    given: dict[str, str] = {}
    for key, value in _PARAMETER.findall(header):
        given.setdefault(key.lower(), value)
    extended = safe_name(_extended(given.get("filename*", "")))
    return extended or safe_name(_unquoted(given.get("filename", "")))


def name_of_url(path: str) -> str:
    """The last part of a URL's path, decoded; empty where it has none."""
    part = path.rstrip("/").rpartition("/")[2]
    return safe_name(unquote_to_bytes(part).decode("utf-8", "replace"))


def _extended(value: str) -> str:
    """Charset, language and percent-encoded text between apostrophes."""
    charset, _, text = value.partition("'")
    raw = unquote_to_bytes(text.partition("'")[2])
    try:
        return raw.decode("latin-1" if charset.lower() == "iso-8859-1" else "utf-8")
    except UnicodeDecodeError:
        return ""


def _unquoted(value: str) -> str:
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value
