"""What stands in the folders of translators, whatever its state."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import NoTranslator, UnknownLanguage
from kopia_desktop.core.paths import DataFolder, resource
from kopia_desktop.core.translators import (
    InstalledTranslator,
    Origin,
    ProviderName,
    Translators,
    find_route,
    no_translator,
    read_translators,
)
from tests.translator_folders import (
    add_argos,
    add_fake,
    add_madlad400,
    write_weights,
)

STARTERS = ("translate-en_de", "translate-en_es", "translate-es_en")


def added(found: Translators) -> tuple[InstalledTranslator, ...]:
    return tuple(one for one in found.installed if not one.is_embedded())


def test_three_starter_packages_come_with_the_program(data_folder: DataFolder) -> None:
    found = read_translators(data_folder)
    assert [one.name for one in found.installed] == list(STARTERS)
    assert {(one.source, *one.targets) for one in found.installed} == {
        ("en", "es"),
        ("en", "de"),
        ("es", "en"),
    }
    assert {one.provider for one in found.installed} == {ProviderName.ARGOS}
    assert {one.origin for one in found.installed} == {Origin.EMBEDDED}
    assert {one.version for one in found.installed} == {"1.0"}
    assert (found.broken, found.targets) == ((), {"en", "es", "de"})
    assert (resource("translators") / "README.md").is_file()


def test_a_folder_tells_its_pair(data_folder: DataFolder) -> None:
    folder = add_fake(data_folder, "en-it", "en", "it")
    found = read_translators(data_folder)
    assert found.installed[0] == InstalledTranslator(
        "en-it", folder, ProviderName.FAKE, "en", frozenset({"it"})
    )
    assert found.targets == {"it", "en", "es", "de"}


@pytest.mark.parametrize("source", ["en", "en_uk", "en_us"])
def test_every_variant_of_a_language_is_its_source(data_folder: DataFolder, source: str) -> None:
    add_fake(data_folder, "a-b", "en", "it")
    add_fake(data_folder, "b-c", "en", "pt-pt")
    (leg,) = find_route(data_folder, source, "pt-pt").legs
    assert leg.translator.name == "b-c"


@pytest.mark.parametrize("pair", [("it", "en"), ("en", "pt"), ("en", "en"), ("ent", "es")])
def test_other_pairs_are_not_served(data_folder: DataFolder, pair: tuple[str, str]) -> None:
    add_fake(data_folder, "en-it", "en", "it")
    add_fake(data_folder, "en-pt", "en", "pt-pt")
    with pytest.raises(NoTranslator):
        find_route(data_folder, *pair)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("en", "pb"), ("en", "pt")),  # Argos Translate's name for Brazilian
        (("pt", "en"), ("pt-pt", "en")),
        (("zh", "zt"), ("zh-Hans", "zh-Hant")),
        (("tl", "nb"), ("fil", "nb")),
        (("eo", "en"), ("eo", "en")),  # a step on the way only
    ],
)
def test_codes_of_argos_translate(
    data_folder: DataFolder, codes: tuple[str, str], expected: tuple[str, str]
) -> None:
    folder = add_argos(data_folder.translators, *codes)
    (one,) = added(read_translators(data_folder))
    assert one == InstalledTranslator(
        folder.name,
        folder,
        ProviderName.ARGOS,
        expected[0],
        frozenset({expected[1]}),
        version="1.0",
    )


def test_what_argos_translate_installed_is_found(
    data_folder: DataFolder, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: Path
) -> None:
    add_argos(home / "data" / "argos-translate" / "packages", "en", "it")
    (one,) = added(read_translators(data_folder))
    assert (one.name, one.origin) == ("translate-en_it", Origin.ARGOS_TRANSLATE)
    elsewhere = tmp_path / "Pakete"
    add_argos(elsewhere, "en", "fr")
    (elsewhere / "broken").mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(elsewhere))
    found = read_translators(data_folder)
    assert [one.name for one in added(found)] == ["translate-en_fr"]
    assert [(one.name, one.origin) for one in found.broken] == [("broken", Origin.ARGOS_TRANSLATE)]


def test_the_preferred_first(data_folder: DataFolder, home: Path) -> None:
    """By origin, then the newest, then by name."""
    packages = home / "data" / "argos-translate" / "packages"
    add_argos(packages, "en", "es", version="9.0")
    add_argos(data_folder.translators, "en", "es", name="b", version="1.9")
    add_argos(data_folder.translators, "en", "es", name="a", version="1.9")
    add_argos(data_folder.translators, "en", "es", name="c", version="1.10")
    found = read_translators(data_folder).installed
    assert [one.name for one in found] == ["c", "a", "b", "translate-en_es", *STARTERS]


def test_packages_for_other_purposes_are_passed_over(data_folder: DataFolder) -> None:
    folder = data_folder.translators / "sbd"
    folder.mkdir(parents=True)
    (folder / "metadata.json").write_text('{"type": "sbd", "from_codes": ["en"]}', "utf-8")
    found = read_translators(data_folder)
    assert (added(found), found.broken) == ((), ())


def test_a_model_of_any_language(data_folder: DataFolder) -> None:
    folder = add_madlad400(data_folder.translators, ["es", "sr", "iu", "tlh", "zh", "no", "xx"])
    (one,) = added(read_translators(data_folder))
    assert one == InstalledTranslator(
        "madlad400",
        folder,
        ProviderName.MADLAD400,
        None,
        frozenset({"es", "sr-Cyrl", "iu", "tlh-Latn", "zh-Hans", "nb"}),
    )


def test_its_vocabulary_decides_about_what_the_table_does_not_know(
    data_folder: DataFolder,
) -> None:
    add_madlad400(data_folder.translators, ["es", "yue", "ty"])
    (one,) = added(read_translators(data_folder))
    assert one.targets == {"es", "yue", "ty"}


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
    add_fake(data_folder, "good", "en", "es")
    (data_folder.translators / ".unfinished").mkdir()
    (data_folder.translators / "a file").write_bytes(b"")
    found = read_translators(data_folder)
    assert [one.name for one in added(found)] == ["good"]
    assert sorted(one.name for one in found.broken) == sorted(BROKEN)
    assert all(one.reason for one in found.broken)


def spoil_other_architecture(folder: Path) -> None:
    write_weights(folder / "model", "WhisperSpec")


def spoil_other_format(folder: Path) -> None:
    (folder / "model" / "model.bin").write_bytes(b"PK\x03\x04" + bytes(400))


def spoil_cut_weights(folder: Path) -> None:
    (folder / "model" / "model.bin").write_bytes(b"\x06\0")


def spoil_weights(folder: Path) -> None:
    (folder / "model" / "model.bin").unlink()


def spoil_vocabulary(folder: Path) -> None:
    (folder / "model" / "shared_vocabulary.json").unlink()


def spoil_tokenizer(folder: Path) -> None:
    (folder / "sentencepiece.model").unlink()


def spoil_metadata(folder: Path) -> None:
    (folder / "metadata.json").write_text('{"from_code": "en"', "utf-8")


def spoil_kind_of_metadata(folder: Path) -> None:
    (folder / "metadata.json").write_text("[]", "utf-8")


def spoil_code(folder: Path) -> None:
    about = {"from_code": "en", "to_code": "../es"}
    (folder / "metadata.json").write_text(json.dumps(about), "utf-8")


def spoil_missing_code(folder: Path) -> None:
    (folder / "metadata.json").write_text('{"from_code": "en"}', "utf-8")


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (spoil_other_architecture, "WhisperSpec, which is not one that translates"),
        (spoil_other_format, "not a model in CTranslate2's format"),
        (spoil_cut_weights, "not a model in CTranslate2's format"),
        (spoil_weights, "weights \\(model.bin\\) are missing"),
        (spoil_vocabulary, "vocabulary is missing"),
        (spoil_tokenizer, "tokenizer .* is missing"),
        (spoil_metadata, "JSONDecodeError"),
        (spoil_kind_of_metadata, "holds no names and values"),
        (spoil_code, "to_code in metadata.json is not the code of a language"),
        (spoil_missing_code, "KeyError: 'to_code'"),
    ],
)
def test_a_broken_package_says_why_and_hides_no_other(
    data_folder: DataFolder, spoil: Callable[[Path], None], reason: str
) -> None:
    add_argos(data_folder.translators, "en", "fr")
    spoil(add_argos(data_folder.translators, "en", "it"))
    found = read_translators(data_folder)
    assert [one.name for one in added(found)] == ["translate-en_fr"]
    (broken,) = found.broken
    assert broken.name == "translate-en_it"
    assert re.search(reason, broken.reason)


def test_models_that_are_no_translators(data_folder: DataFolder) -> None:
    write_weights(data_folder.translators / "whisper", "WhisperSpec")
    (data_folder.translators / "torch").mkdir()
    (data_folder.translators / "torch" / "model.safetensors").write_bytes(b"weights")
    add_madlad400(data_folder.translators, [], name="no-tokens")
    (add_madlad400(data_folder.translators, ["es"], name="cut") / "spiece.model").unlink()
    reasons = {one.name: one.reason for one in read_translators(data_folder).broken}
    assert "WhisperSpec" in reasons["whisper"]
    assert "convert the model first" in reasons["torch"]
    assert "no tokens for target languages" in reasons["no-tokens"]
    assert "tokenizer" in reasons["cut"]


def test_what_is_missing_is_named_with_what_to_install() -> None:
    error = no_translator("en_uk", ["es", "tlh-Latn", "ty"])
    for name in ("British English", "Spanish", "Klingon", "Tahitian"):
        assert name in error.message
    assert "Argos Translate package from British English to Spanish" in error.hint
    assert "MADLAD-400" in error.hint
    assert "No open model translates to Tahitian." in error.hint


def test_a_target_that_no_open_model_has() -> None:
    assert no_translator("en", ["ty"]).hint == "No open model translates to Tahitian."


def test_what_is_in_the_language_already() -> None:
    assert no_translator("en_us", ["en"]).hint == "The transcript is in US English already."


def test_an_unknown_target_is_told_as_such(data_folder: DataFolder) -> None:
    with pytest.raises(UnknownLanguage):
        find_route(data_folder, "en", "xx")


def test_reading_loads_no_native_library() -> None:
    heavy = ("ctranslate2", "argostranslate", "sentencepiece", "numpy")
    code = (
        "import sys, kopia_desktop.core.translators, kopia_desktop.services.translations;"
        f"print(*[name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, ""), done.stderr
