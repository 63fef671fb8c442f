"""The files of a speech model, looked at before any native code reads them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from kopia_desktop.core.errors import ModelBroken

_NEEDED_FILES = ("config.json", "model.bin", "tokenizer.json")
_HINT = "Remove the model and add it again."
_MOST_HEADS = 128  # layers and heads of any Whisper model are far fewer


def check_files(folder: Path) -> None:
    """Raise ModelBroken when a file is missing, empty or holds what would end the process.

    Looked at before loading: without tokenizer.json the library would ask the network.
    """
    names = [*_NEEDED_FILES]
    if not any(folder.glob("vocabulary.*")):
        names.append("vocabulary.json")
    missing = [n for n in names if not (folder / n).is_file() or not (folder / n).stat().st_size]
    if missing:
        raise ModelBroken(
            f"The speech model in {folder} is incomplete: {', '.join(missing)} missing or empty.",
            hint=_HINT,
        )
    _check_config(folder)


def fingerprint(folder: Path) -> str:
    """A hash that tells models apart without reading gigabytes: sizes, small files, ends of
    weights.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if not path.is_file():
            continue
        size = path.stat().st_size
        digest.update(f"{path.name}\0{size}\0".encode())
        with path.open("rb") as file:
            digest.update(file.read(1 << 20))
            file.seek(max(0, size - (1 << 20)))
            digest.update(file.read())
    return digest.hexdigest()


def vocabulary(folder: Path) -> list[str]:
    """The model's tokens, by number. Raises ModelBroken."""
    path = min(folder.glob("vocabulary.*"))
    try:
        text = path.read_text("utf-8")
        tokens = json.loads(text) if path.suffix == ".json" else text.split("\n")
    except (OSError, ValueError) as error:
        raise _broken(path) from error
    if not isinstance(tokens, list):
        raise _broken(path)
    return tokens


def _check_config(folder: Path) -> None:
    """CTranslate2 reads these lists unchecked: a missing or wild one ends the process at the first
    word (config.json as its converter writes it; None where a model has no such tokens).
    """
    path = folder / "config.json"
    try:
        config = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _broken(path) from error
    if not isinstance(config, dict):
        raise _broken(path)
    size = len(vocabulary(folder))
    for name in ("lang_ids", "suppress_ids_begin"):
        if name not in config or not _are_numbers(config[name] or [], below=size):
            raise _broken(path, name)
    heads = config.get("alignment_heads")
    if not isinstance(heads, list) or not heads:
        raise _broken(path, "alignment_heads")
    if not all(_are_numbers(pair, below=_MOST_HEADS) and len(pair) == 2 for pair in heads):
        raise _broken(path, "alignment_heads")


def _are_numbers(values: Any, *, below: int) -> bool:
    return isinstance(values, list) and all(
        type(value) is int and 0 <= value < below for value in values
    )


def _broken(path: Path, name: str = "") -> ModelBroken:
    place = f" ({name})" if name else ""
    return ModelBroken(f"The speech model's file {path}{place} is damaged.", hint=_HINT)
