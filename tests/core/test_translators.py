"""What stands in the folder of translators, whatever its state."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kopia_desktop.core.errors import NoTranslator, UnknownLanguage
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.translators import (
    InstalledTranslator,
    ProviderName,
    find_translator,
    no_translator,
    read_translators,
)


def add(data: DataFolder, name: str, source: object, target: object) -> Path:
    folder = data.translators / name
    folder.mkdir(parents=True)
    (folder / "fake.json").write_text(json.dumps({"from": source, "to": target}), "utf-8")
    return folder


def test_no_folder_means_no_translator(data_folder: DataFolder) -> None:
    found = read_translators(data_folder)
    assert (found.installed, found.broken, found.targets) == ((), (), frozenset())


def test_a_folder_tells_its_pair(data_folder: DataFolder) -> None:
    folder = add(data_folder, "en-es", "en", "es")
    found = read_translators(data_folder)
    assert found.installed == (
        InstalledTranslator("en-es", folder, ProviderName.FAKE, "en", frozenset({"es"})),
    )
    assert found.targets == {"es"}


@pytest.mark.parametrize("source", ["en", "en_uk", "en_us"])
def test_every_variant_of_a_language_is_its_source(data_folder: DataFolder, source: str) -> None:
    add(data_folder, "a-b", "en", "es")
    add(data_folder, "b-c", "en", "pt-pt")
    assert find_translator(data_folder, source, "pt-pt").name == "b-c"


@pytest.mark.parametrize("pair", [("es", "en"), ("en", "pt"), ("en", "en"), ("ent", "es")])
def test_other_pairs_are_not_served(data_folder: DataFolder, pair: tuple[str, str]) -> None:
    add(data_folder, "en-es", "en", "es")
    add(data_folder, "en-pt", "en", "pt-pt")
    with pytest.raises(NoTranslator):
        find_translator(data_folder, *pair)


def test_a_translator_of_any_language_serves_all() -> None:
    many = InstalledTranslator("m", Path("m"), ProviderName.FAKE, None, frozenset({"es", "fr"}))
    assert many.serves("yo", "fr")
    assert not many.serves("yo", "de")


BROKEN = {
    "nothing": None,
    "not-json": b"{",
    "not-text": b"\xff\xfe\x00",
    "a-list": b"[]",
    "a-number": b"1",
    "no-pair": b"{}",
    "null": b'{"from": null, "to": "es"}',
    "odd": b'{"from": ["en"], "to": "es"}',
    "variant": b'{"from": "en_uk", "to": "es"}',
    "odd-target": b'{"from": "en", "to": {"es": 1}}',
    "unknown": b'{"from": "en", "to": "xx"}',
    "deep": b"[" * 100_000,
}


def test_broken_folders_are_told_and_hide_no_other(data_folder: DataFolder) -> None:
    for name, content in BROKEN.items():
        folder = data_folder.translators / name
        folder.mkdir(parents=True)
        if content is not None:
            (folder / "fake.json").write_bytes(content)
    add(data_folder, "good", "en", "es")
    (data_folder.translators / ".unfinished").mkdir()
    (data_folder.translators / "a file").write_bytes(b"")
    found = read_translators(data_folder)
    assert [one.name for one in found.installed] == ["good"]
    assert sorted(one.name for one in found.broken) == sorted(BROKEN)
    assert all(one.reason for one in found.broken)


def test_what_is_missing_is_named_with_what_to_install() -> None:
    error = no_translator("en_uk", ["es", "tlh-Latn", "ty"])
    for name in ("British English", "Spanish", "Klingon", "Tahitian"):
        assert name in error.message
    assert "Argos Translate package from British English to Spanish" in error.hint
    assert "MADLAD-400" in error.hint
    assert "No open model translates to Tahitian." in error.hint


def test_a_target_that_no_open_model_has() -> None:
    assert no_translator("en", ["ty"]).hint == "No open model translates to Tahitian."


def test_an_unknown_target_is_told_as_such(data_folder: DataFolder) -> None:
    with pytest.raises(UnknownLanguage):
        find_translator(data_folder, "en", "xx")


def test_reading_loads_no_native_library() -> None:
    heavy = ("ctranslate2", "argostranslate", "sentencepiece", "numpy")
    code = (
        "import sys, kopia_desktop.core.translators, kopia_desktop.services.translations;"
        f"print(*[name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
