"""What a folder in CTranslate2's format says about itself, read without the library.

``model.bin`` begins with the format's version (32 bits), the length of a name (16 bits) and the
name of the architecture, ended by a zero byte; all little-endian.
"""

from __future__ import annotations

import functools
import re
import struct
from pathlib import Path

TRANSLATES = frozenset({"TransformerSpec", "TransformerBase", "TransformerBig"})
"""Architectures of an encoder with a decoder over text; two are names of old versions."""

_LONGEST_NAME = 200
_HEAD = struct.Struct("<IH")

_LANGUAGE_TOKEN = re.compile(rb"<2([A-Za-z_]{2,24})>")


def architecture(folder: Path) -> str:
    """The name in ``model.bin``. Raises ValueError with the reason where there is none."""
    path = folder / "model.bin"
    if not path.is_file():
        raise ValueError("the weights (model.bin) are missing")
    with path.open("rb") as file:
        head = file.read(_HEAD.size + _LONGEST_NAME)
    if len(head) > _HEAD.size:
        version, length = _HEAD.unpack_from(head)
        name = head[_HEAD.size : _HEAD.size + length].rstrip(b"\0")
        if 0 < version < 100 and 0 < length <= _LONGEST_NAME and name.isalnum():
            return name.decode("ascii", "replace")
    raise ValueError("model.bin is not a model in CTranslate2's format")


def check_translates(folder: Path) -> None:
    """Raise ValueError where the model is missing, or of a kind that does not translate."""
    found = architecture(folder)
    if found not in TRANSLATES:
        raise ValueError(f"the model is a {found}, which is not one that translates")
    if not any(folder.glob("*vocabulary.*")):
        raise ValueError("the model's vocabulary is missing")


def language_tokens(folder: Path) -> frozenset[str]:
    """The ``xx`` of the tokens ``<2xx>`` in a shared vocabulary, by which a target is asked for."""
    for name in ("shared_vocabulary.json", "shared_vocabulary.txt"):
        path = folder / name
        if path.is_file():
            state = path.stat()
            return _language_tokens(path, state.st_size, state.st_mtime_ns)
    return frozenset()


@functools.lru_cache(maxsize=16)
def _language_tokens(path: Path, size: int, changed: int) -> frozenset[str]:
    """Kept until the file changes: it has 256,000 tokens and is asked for often."""
    return frozenset(token.decode("ascii") for token in _LANGUAGE_TOKEN.findall(path.read_bytes()))
