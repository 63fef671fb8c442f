"""Chained Ogg files: several recordings one behind the other in one file, as internet radio makes.

FFmpeg reads on into the next link only while its sample rate and channels stay the same, and gives
up otherwise; so each link is found here and opened by itself. Page layout: RFC 3533, section 6.
"""

from __future__ import annotations

import io
import os
from typing import BinaryIO

_CAPTURE = b"OggS"
_HEADER = 27  # bytes of a page before its table of segments
_FIRST = 0x02  # flag of a page that begins a logical stream
_SEARCH = 1 << 16  # bytes read at once to find a page behind damage
_MOST = 1000  # links; a file that claims more is read as FFmpeg reads it

Span = tuple[int, int]
"""First byte, and the byte behind the last."""


def links(path: str | os.PathLike[str]) -> list[Span]:
    """The spans of a chained file's links; empty where it is not chained."""
    starts: list[int] = []
    at, beginning = 0, False
    with open(path, "rb") as file:
        size = file.seek(0, io.SEEK_END)
        while at + _HEADER <= size:
            file.seek(at)
            header = file.read(_HEADER)
            if not header.startswith(_CAPTURE):
                at = _next_page(file, at, size)
                continue
            first = bool(header[5] & _FIRST)
            if first and not beginning:
                starts.append(at)
            beginning = first
            table = file.read(header[26])
            at += _HEADER + len(table) + sum(table)
    if not 1 < len(starts) <= _MOST:
        return []
    return list(zip(starts, [*starts[1:], size], strict=True))


def _next_page(file: BinaryIO, at: int, size: int) -> int:
    """Where the next page begins behind ``at``, or ``size``."""
    while at < size:
        file.seek(at)
        found = file.read(_SEARCH).find(_CAPTURE)
        if found >= 0:
            return at + found
        at += _SEARCH - len(_CAPTURE) + 1
    return size
