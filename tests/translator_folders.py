"""Folders of translators as their kinds look from outside, with weights that are only a head."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from pathlib import Path

from kopia_desktop.core.paths import DataFolder


def add_fake(data: DataFolder, name: str, source: object, target: object) -> Path:
    folder = data.translators / name
    folder.mkdir(parents=True)
    (folder / "fake.json").write_text(json.dumps({"from": source, "to": target}), "utf-8")
    return folder


def add_argos(
    root: Path, source: str, target: str, *, name: str = "", version: str = "1.0"
) -> Path:
    """A package by Argos Translate's codes."""
    folder = root / (name or f"translate-{source}_{target}")
    write_weights(folder / "model", "TransformerSpec")
    (folder / "model" / "shared_vocabulary.json").write_text("[]", "utf-8")
    (folder / "sentencepiece.model").write_bytes(b"")
    about = {"package_version": version, "from_code": source, "to_code": target}
    (folder / "metadata.json").write_text(json.dumps(about), "utf-8")
    return folder


def add_madlad400(root: Path, tokens: Iterable[str], *, name: str = "madlad400") -> Path:
    """A model that knows the targets of these tokens."""
    folder = root / name
    write_weights(folder, "TransformerSpec")
    vocabulary = ["<unk>", "<s>", "</s>", *(f"<2{token}>" for token in tokens), "\u2581a"]
    (folder / "shared_vocabulary.json").write_text(json.dumps(vocabulary), "utf-8")
    (folder / "spiece.model").write_bytes(b"")
    return folder


def write_weights(folder: Path, architecture: str) -> None:
    """The head of a ``model.bin``, and nothing behind it."""
    folder.mkdir(parents=True, exist_ok=True)
    name = architecture.encode() + b"\0"
    head = struct.pack("<IH", 6, len(name)) + name + struct.pack("<I", 7)
    (folder / "model.bin").write_bytes(head)
