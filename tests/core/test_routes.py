"""Which translators take a transcript where, of those that are installed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.routes import Route
from kopia_desktop.core.translators import (
    InstalledTranslator,
    Origin,
    ProviderName,
    Translators,
    read_translators,
)

ARGOS, MADLAD400 = ProviderName.ARGOS, ProviderName.MADLAD400


def package(pair: str, origin: Origin = Origin.ADDED) -> InstalledTranslator:
    """``pair`` as en>es."""
    source, target = pair.split(">")
    return InstalledTranslator(pair, Path(pair), ARGOS, source, frozenset({target}), origin)


def starter(pair: str) -> InstalledTranslator:
    return package(pair, Origin.EMBEDDED)


def madlad400(*targets: str) -> InstalledTranslator:
    return InstalledTranslator("all", Path("all"), MADLAD400, None, frozenset(targets))


def route(installed: Iterable[InstalledTranslator], source: str, target: str) -> Route | None:
    return Translators(tuple(installed), ()).route(source, target)


def told(found: Route | None) -> list[str]:
    """The legs as provider and codes, then the conversion."""
    assert found is not None
    legs = [f"{leg.translator.provider} {leg.source}>{leg.target}" for leg in found.legs]
    return [*legs, found.conversion] if found.conversion else legs


ALL = (package("en>es"), package("es>en"), package("en>de"), madlad400("es", "de", "en", "sr-Cyrl"))


def test_a_package_of_the_pair_goes_before_the_model_of_all() -> None:
    assert told(route(ALL, "en_uk", "es")) == ["argos en>es"]


def test_the_model_of_all_goes_before_a_chain() -> None:
    assert told(route(ALL, "es", "de")) == ["madlad400 es>de"]
    found = route(ALL[:3], "es", "de")
    assert told(found) == ["argos es>en", "argos en>de"]
    assert found is not None
    assert found.path == ("es", "en", "de")


def test_the_shortest_chain_and_of_the_same_length_that_over_english() -> None:
    pairs = ["pl>cs", "cs>sk", "sk>de", "pl>fr", "fr>de", "pl>en", "en>de", "de>it"]
    installed = [package(pair) for pair in pairs]
    assert told(route(installed, "pl", "de")) == ["argos pl>en", "argos en>de"]
    assert told(route(installed[:5], "pl", "de")) == ["argos pl>fr", "argos fr>de"]
    assert told(route(installed[:3], "pl", "de")) == ["argos pl>cs", "argos cs>sk", "argos sk>de"]
    assert told(route(installed, "pl", "it"))[-1] == "argos de>it"
    assert route(installed[3:], "cs", "de") is None


def test_every_order_of_the_folders_leads_the_same_way() -> None:
    pairs = ["pl>fr", "fr>de", "pl>en", "en>de", "pl>ru", "ru>de"]
    for turn in range(len(pairs)):
        installed = [package(pair) for pair in pairs[turn:] + pairs[:turn]]
        assert told(route(installed, "pl", "de")) == ["argos pl>en", "argos en>de"]


def test_starter_packages_come_last() -> None:
    starters = [starter("en>es"), starter("es>en"), starter("en>de")]
    found = route(starters, "en", "es")
    assert told(found) == ["argos en>es"]
    assert found is not None
    assert found.is_starter()
    # A package of the pair, the model of all and a chain of packages: each goes before them.
    for installed in (
        [package("en>es"), *starters],
        [madlad400("es"), *starters],
        [package("en>fr"), package("fr>es"), *starters],
    ):
        better = route(installed, "en", "es")
        assert better is not None
        assert not better.is_starter()


def test_a_starter_package_fills_a_gap_in_a_chain_and_that_is_told() -> None:
    found = route([package("fr>en"), starter("en>es")], "fr", "es")
    assert told(found) == ["argos fr>en", "argos en>es"]
    assert found is not None
    assert found.is_starter()


def test_a_pair_that_has_a_real_package_is_not_done_by_the_starter() -> None:
    installed = [package("es>en"), starter("es>en"), starter("en>de")]
    found = route(installed, "es", "de")
    assert found is not None
    assert [leg.translator.origin for leg in found.legs] == [Origin.ADDED, Origin.EMBEDDED]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("pt", "en", ["argos pt>en"]),
        ("pt", "fr", ["argos pt-pt>fr"]),  # only the package for European Portuguese has it
        ("zh", "en", ["argos zh-Hans>en"]),
        ("no", "en", ["argos nb>en"]),
        ("nn", "en", ["argos nb>en"]),
        ("tl", "en", ["argos fil>en"]),
        ("en_us", "pt", ["argos en>pt"]),
        ("en_us", "pt-pt", ["argos en>pt-pt"]),
    ],
)
def test_spoken_languages_under_the_names_of_the_packages(
    source: str, target: str, expected: list[str]
) -> None:
    pairs = ["pt>en", "pt-pt>fr", "zh-Hans>en", "nb>en", "fil>en", "en>pt", "en>pt-pt"]
    assert told(route([package(pair) for pair in pairs], source, target)) == expected


def test_another_script_of_a_target_is_converted_at_the_end() -> None:
    assert told(route(ALL, "en", "sr-Latn")) == ["madlad400 en>sr-Cyrl", "sr-Latn"]
    installed = [package("en>zh-Hans"), package("de>en")]
    found = route(installed, "de", "zh-Hant")
    assert told(found) == ["argos de>en", "argos en>zh-Hans", "zh-Hant"]
    assert found is not None
    assert found.path == ("de", "en", "zh-Hans", "zh-Hant")
    both = [*installed, package("en>zh-Hant")]
    assert told(route(both, "en", "zh-Hant")) == ["argos en>zh-Hant"]
    assert told(route([madlad400("iu", "tlh-Latn")], "en", "iu-Latn"))[-1] == "iu-Latn"
    assert told(route([madlad400("iu", "tlh-Latn")], "en", "tlh-Piqd"))[-1] == "tlh-Piqd"


@pytest.mark.parametrize(
    ("source", "target"), [("sr", "sr-Latn"), ("zh", "zh-Hant"), ("zh", "zh-Hans")]
)
def test_another_script_of_the_same_language_needs_no_translator(source: str, target: str) -> None:
    found = route(ALL, source, target)
    assert found == Route((), target)
    assert found.path == (target,)
    assert not found.is_starter()


@pytest.mark.parametrize(
    ("source", "target"), [("en_uk", "en"), ("es", "es"), ("pt", "pt-pt"), ("sr", "sr-Cyrl")]
)
def test_nothing_is_translated_to_its_own_language(source: str, target: str) -> None:
    """Not by the model of all, and not there and back through another."""
    installed = [*ALL, package("pt>en"), package("en>pt-pt"), madlad400("pt", "pt-pt")]
    assert route(installed, source, target) is None


def test_spanish_to_german_with_what_comes_with_the_program(data_folder: DataFolder) -> None:
    found = read_translators(data_folder).route("es", "de")
    assert found is not None
    assert found.path == ("es", "en", "de")
    assert found.is_starter()


def test_targets_that_are_reached_by_conversion_are_told() -> None:
    assert Translators((madlad400("sr-Cyrl", "zh-Hans"),), ()).targets == {
        "sr-Cyrl",
        "sr-Latn",
        "zh-Hans",
        "zh-Hant",
    }
    assert Translators((package("en>eo"),), ()).targets == frozenset()


def test_a_chain_may_lead_through_a_language_that_nobody_asks_for() -> None:
    installed = [package("en>eo"), package("eo>fr")]
    assert told(route(installed, "en", "fr")) == ["argos en>eo", "argos eo>fr"]
