"""What the headers of fetched media say: its name and kind, and how a part of it goes on.

Source: RFC 9110 (ranges, validators).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from kopia_desktop.core.media_name import name_of_disposition, name_of_url

_RANGE = re.compile(r"bytes\s+(?:(\d{1,18})-(\d{1,18})|\*)/(\d{1,18}|\*)", re.IGNORECASE)
_STRONG_TAG = re.compile(r'"[^"\x00-\x20\x7f]*"')
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][\w!#$&^.+-]*/[A-Za-z0-9][\w!#$&^.+-]*", re.ASCII)
_ENCODED = frozenset({"gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress"})

_SAFE_GAP = 60.0
"""Seconds by which the answer must be younger than its media, before the date of the media tells
two versions of it apart (RFC 7232, 2.2.2)."""

Header = Callable[[str], str | None]
"""The value of a header by its name."""


@dataclass(frozen=True, slots=True)
class ContentRange:
    """Bytes ``start`` to ``end``, the latter included, of ``total``.

    All three may be unknown: the first two where no range could be given.
    """

    start: int | None
    end: int | None
    total: int | None


def content_range(header: Header) -> ContentRange | None:
    found = _RANGE.fullmatch(header("content-range") or "")
    if found is None:
        return None
    start, end, total = (int(part) if part and part != "*" else None for part in found.groups())
    return ContentRange(start, end, total)


def content_length(header: Header) -> int | None:
    value = header("content-length") or ""
    return int(value) if re.fullmatch(r"[0-9]{1,18}", value) else None


def strong_validator(header: Header) -> str | None:
    """What names this version of the media byte for byte (for If-Range), if anything does."""
    tag = header("etag")
    if tag:
        return tag if tag.isascii() and _STRONG_TAG.fullmatch(tag) else None
    changed, answered = header("last-modified"), header("date")
    if not changed or not answered:
        return None
    try:
        gap = parsedate_to_datetime(answered) - parsedate_to_datetime(changed)
    except (ValueError, TypeError, OverflowError):
        return None
    return changed if changed.isascii() and gap.total_seconds() >= _SAFE_GAP else None


def is_encoded(header: Header) -> bool:
    """Compressed, although that was not asked for."""
    codings = (header("content-encoding") or "").lower().split(",")
    return any(coding.strip() in _ENCODED for coding in codings)


def content_type(header: Header) -> str | None:
    """The media type without parameters."""
    value = (header("content-type") or "").partition(";")[0].strip().lower()
    return value if len(value) <= 127 and _MEDIA_TYPE.fullmatch(value) else None


def file_name(header: Header, path: str) -> str:
    """What the server calls the file, else the last part of the URL's path; may be empty."""
    given = name_of_disposition(header("content-disposition") or "")
    return given or name_of_url(path.partition("?")[0])
