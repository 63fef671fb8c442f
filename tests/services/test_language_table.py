"""The table of languages: each code has what serves it, a way to get it, or a reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kopia_desktop.core.argos_index import ArgosIndex, parse_index
from kopia_desktop.core.errors import UnknownLanguage
from kopia_desktop.core.languages import sources_of, spoken_languages, target_languages
from kopia_desktop.core.paths import DataFolder, resource
from kopia_desktop.core.routes import CONVERTED_FROM
from kopia_desktop.core.speech_models import STARTER, InstalledModel
from kopia_desktop.core.translators import madlad400_token, read_translators
from kopia_desktop.services.language_table import (
    TargetRow,
    pair_of,
    spoken_rows,
    target_rows,
)
from tests.translator_folders import add_argos, add_fake, add_madlad400

NO_OPEN_MODEL = {"lzh", "ikt", "dsb", "mn-Mong", "ty", "hsb"}
"""As the contract's table has it; ``yue`` stands in none of the two either, but in MADLAD-400's
vocabulary.
"""

STARTED = {"en", "es", "de"}

SOURCES = ("en", "es", "pt", "zh", "no", "haw", "en_uk")


def public_index() -> ArgosIndex:
    """Packages from and to English for every language that Argos Translate has."""
    rows = [
        {"from_code": source, "to_code": target, "package_version": "1.9",
         "links": [f"https://packages.example/{source}_{target}.argosmodel"]}
        for row in target_languages().values() if row.argos and row.argos != "en"
        for source, target in (("en", row.argos), (row.argos, "en"))
    ]  # fmt: skip
    return ArgosIndex(parse_index(json.dumps(rows)), 1.0)


def check(rows: tuple[TargetRow, ...]) -> dict[str, TargetRow]:
    """All 134, each with an answer."""
    by_code = {row.language.code: row for row in rows}
    assert list(by_code) == list(target_languages())
    assert len(by_code) == 134
    for code, row in by_code.items():
        if row.is_installed:
            assert row.engine, code
            assert row.path[-1] == code
            assert row.reason == ""
        else:
            assert row.path == ()
            assert row.reason.endswith("."), code
        assert row.engine is not None or row.reason, code
    return by_code


@pytest.mark.parametrize("source", [None, *SOURCES])
def test_with_nothing_installed(data_folder: DataFolder, source: str | None) -> None:
    rows = check(target_rows(read_translators(data_folder), ArgosIndex(), source))
    installed = {code for code, row in rows.items() if row.is_installed}
    assert all(rows[code].is_starter or not rows[code].route.legs for code in installed)  # type: ignore[union-attr]
    if source is None:
        assert installed == STARTED
    for code in NO_OPEN_MODEL:
        assert (rows[code].engine, rows[code].offers) == (None, ())
        assert "No open model" in rows[code].reason
    if source == "en":
        assert "already" in rows["en"].reason
        assert [len(rows[code].offers) for code in ("fr", "sw")] == [1, 1], "MADLAD-400"


@pytest.mark.parametrize("source", SOURCES)
def test_with_a_list_of_packages(data_folder: DataFolder, source: str) -> None:
    rows = check(target_rows(read_translators(data_folder), public_index(), source))
    for code, row in rows.items():
        own = code in sources_of(source)
        if row.language.argos and not own and source not in ("haw",):
            assert row.offers, code
            assert row.offers[0].path[-1] == code
            assert len(row.offers[0].orders) <= 2
        if row.language.madlad400 and not own:
            assert row.offers, code


@pytest.mark.parametrize("source", [None, *SOURCES])
def test_with_everything_installed(data_folder: DataFolder, source: str | None) -> None:
    for entry in public_index().entries:
        add_argos(data_folder.translators, entry.source, entry.target)
    tokens = {madlad400_token(code) for code in target_languages()} - NO_OPEN_MODEL
    add_madlad400(data_folder.translators, tokens)
    rows = check(target_rows(read_translators(data_folder), public_index(), source))
    missing = {code for code, row in rows.items() if not row.is_installed}
    own = set() if source is None else set(sources_of(source)) & set(target_languages())
    own -= {code for code in own if CONVERTED_FROM.get(code) in own}
    assert missing - own == NO_OPEN_MODEL
    assert not any(row.is_starter or row.offers for row in rows.values())
    engines = {row.engine for row in rows.values()}
    assert {"madlad400", None} <= engines
    assert "argos" in engines or source == "haw"


def test_what_is_shown_of_a_single_package(data_folder: DataFolder) -> None:
    add_fake(data_folder, "f", "de", "yue")
    rows = check(target_rows(read_translators(data_folder), ArgosIndex()))
    assert (rows["yue"].path, rows["yue"].engine) == (("de", "yue"), "fake")
    assert not rows["yue"].is_starter


def test_every_spoken_language() -> None:
    starter = InstalledModel(STARTER, resource("speech-model"), embedded=True)
    rows = {row.language.code: row for row in spoken_rows((starter,))}
    assert list(rows) == list(spoken_languages())
    assert len(rows) == 103
    known = {code for code, row in rows.items() if row.is_installed}
    assert known == {"auto", "en", "en_au", "en_uk", "en_us", "es"}
    assert all(bool(row.reason) != row.is_installed for row in rows.values())
    assert {row.engine for row in rows.values()} == {"whisper", None}
    large = InstalledModel("large-v3", Path("nowhere"))
    assert all(row.is_installed for row in spoken_rows((large,)))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("en-es", ("en", "es")), ("en_uk-es", ("en_uk", "es")), ("en-pt-pt", ("en", "pt-pt")),
        ("zh-Hant-en", ("zh-Hant", "en")), ("zh-zh-Hant", ("zh", "zh-Hant")),
        ("pt-en", ("pt", "en")), ("no-fr-ca", ("no", "fr-ca")), ("pt-pt-en", ("pt-pt", "en")),
    ],
)  # fmt: skip
def test_pairs(text: str, pair: tuple[str, str]) -> None:
    assert pair_of(text) == pair


@pytest.mark.parametrize(
    "text", ["", "en", "-", "en-", "-es", "en-xx", "xx-es", "auto-es", "en>es"]
)
def test_what_is_no_pair(text: str) -> None:
    with pytest.raises(UnknownLanguage):
        pair_of(text)
