"""Every code of the contract with all of Argos Translate's packages and MADLAD-400 installed: what
serves it, by which way, or why nothing does.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.core.languages import (
    code_of_argos,
    sources_of,
    spoken_languages,
    target_languages,
)
from kopia_desktop.core.routes import CONVERTED_FROM
from kopia_desktop.core.translators import (
    InstalledTranslator,
    ProviderName,
    Translators,
    madlad400_token,
    no_translator,
    read_translator,
)
from tests.translator_folders import add_argos, add_madlad400

WITHOUT_A_MODEL = {"lzh", "ikt", "dsb", "mn-Mong", "ty", "hsb"}
"""The issue's six. languages.json names none for Cantonese either; see below."""

UNKNOWN = {*WITHOUT_A_MODEL, "yue"}


@pytest.fixture(scope="module")
def argos(tmp_path_factory: pytest.TempPathFactory) -> Translators:
    """Packages from and to English for all languages that Argos Translate has."""
    root = tmp_path_factory.mktemp("packages")
    codes = {row.argos for row in target_languages().values() if row.argos} - {"en"}
    for code in sorted(codes):
        add_argos(root, "en", code)
        add_argos(root, code, "en")
    return read(root)


@pytest.fixture(scope="module")
def madlad400(tmp_path_factory: pytest.TempPathFactory) -> Translators:
    root = tmp_path_factory.mktemp("models")
    tokens = {row.madlad400 for row in target_languages().values() if row.madlad400}
    add_madlad400(root, sorted(tokens))
    return read(root)


@pytest.fixture(scope="module")
def everything(argos: Translators, madlad400: Translators) -> Translators:
    return Translators(argos.installed + madlad400.installed, ())


def read(root: Path) -> Translators:
    found = [read_translator(folder) for folder in sorted(root.iterdir())]
    installed = tuple(one for one in found if isinstance(one, InstalledTranslator))
    assert len(installed) == len(found)
    return Translators(installed, ())


@pytest.mark.parametrize("target", target_languages())
def test_each_target_has_a_way_or_a_reason(everything: Translators, target: str) -> None:
    source = "en" if target != "en" else "de"
    found = everything.route(source, target)
    if target in UNKNOWN:
        assert found is None
        name = target_languages()[target].name
        assert no_translator(source, [target]).hint == f"No open model translates to {name}."
        assert not target_languages()[target].has_open_model()
        return
    assert found is not None
    row = target_languages()[target]
    (leg,) = found.legs
    expected = ProviderName.ARGOS if row.argos else ProviderName.MADLAD400
    assert leg.translator.provider is expected
    assert (found.conversion or leg.target) == target
    assert row.has_open_model()


@pytest.mark.parametrize("target", target_languages())
def test_each_target_of_the_model_alone(madlad400: Translators, target: str) -> None:
    found = madlad400.route("en" if target != "en" else "de", target)
    if target in UNKNOWN:
        assert found is None
        return
    assert found is not None
    expected = CONVERTED_FROM[target] if target in ("sr-Latn", "iu-Latn", "tlh-Piqd") else target
    assert [leg.target for leg in found.legs] == [expected]
    assert found.conversion == (None if expected == target else target)


def test_cantonese_is_served_by_a_model_that_has_its_token(tmp_path: Path) -> None:
    add_madlad400(tmp_path, ["yue"])
    found = read(tmp_path).route("en", "yue")
    assert found is not None
    assert found.path == ("en", "yue")


@pytest.mark.parametrize("code", [code for code in spoken_languages() if code != "auto"])
def test_each_spoken_language_is_a_source(everything: Translators, code: str) -> None:
    target = "de" if spoken_languages()[code].whisper == "en" else "en"
    found = everything.route(code, target)
    assert found is not None
    (leg,) = found.legs
    read_by = {row.argos for row in target_languages().values() if row.code in sources_of(code)}
    if read_by - {None}:
        assert leg.translator.provider is ProviderName.ARGOS
        assert leg.source == sources_of(code)[0]
    else:
        assert leg.translator.provider is ProviderName.MADLAD400


def test_103_are_spoken_and_134_are_targets() -> None:
    assert (len(spoken_languages()), len(target_languages())) == (103, 134)


@pytest.mark.parametrize(
    ("spoken", "expected"),
    [
        ("en_uk", ("en",)),
        ("en_us", ("en",)),
        ("pt", ("pt", "pt-pt")),
        ("zh", ("zh-Hans", "zh-Hant")),
        ("no", ("nb",)),
        ("nn", ("nb",)),
        ("tl", ("fil",)),
        ("sr", ("sr-Latn", "sr-Cyrl")),
        ("mn", ("mn-Cyrl", "mn-Mong")),
        ("fr", ("fr", "fr-ca")),
        ("jw", ("jw",)),
        ("la", ("la",)),
    ],
)
def test_the_names_of_a_source(spoken: str, expected: tuple[str, ...]) -> None:
    assert sources_of(spoken) == expected


@pytest.mark.parametrize(
    ("target", "argos", "token"),
    [
        ("pt", "pb", "pt"),
        ("pt-pt", "pt", "pt"),
        ("zh-Hans", "zh", "zh"),
        ("zh-Hant", "zt", "zh_Hant"),
        ("fil", "tl", "fil"),
        ("nb", "nb", "no"),
        ("fr-ca", None, "fr_CA"),
        ("ku", None, "ckb"),
        ("kmr", None, "ku"),
        ("mww", None, "hmn"),
        ("lug", None, "lg"),
        ("run", None, "rn"),
        ("nya", None, "ny"),
    ],
)
def test_the_traps_of_the_two_families(target: str, argos: str | None, token: str) -> None:
    row = target_languages()[target]
    assert (row.argos, madlad400_token(target)) == (argos, token)
    assert argos is None or code_of_argos(argos) == target


def test_codes_of_argos_translate_are_told_apart() -> None:
    codes = [row.argos for row in target_languages().values() if row.argos]
    assert len(codes) == len(set(codes))
    assert code_of_argos("eo") == "eo"
