"""Which languages there are, how near each is, and what ticking some of them comes to."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest

from kopia_desktop.core.downloads import DownloadKind, DownloadOrder, FileSource
from kopia_desktop.core.routes import Leg, Route
from kopia_desktop.core.translators import InstalledTranslator, Origin, ProviderName
from kopia_desktop.gui.dialogs.targets import (
    Preference,
    Standing,
    Target,
    Way,
    planned,
    preferences,
)

ARGOS, MADLAD = DownloadKind.ARGOS_PACKAGE, DownloadKind.MADLAD400
MB = 1_000_000


def route(target: str, origin: Origin = Origin.ADDED) -> Route:
    one = InstalledTranslator(
        f"en-{target}", Path(), ProviderName.ARGOS, "en", frozenset({target}), origin
    )
    return Route((Leg(one, "en", target),))


def order(name: str, kind: DownloadKind, size: int) -> DownloadOrder:
    return DownloadOrder(name, kind, FileSource(f"https://x.example/{name}"), size)


def package(target: str, *between: str) -> Way:
    path = ("en", *between, target)
    orders = tuple(
        order(f"translate-{one}_{two}-1.0", ARGOS, 100 * MB)
        for one, two in itertools.pairwise(path)
    )
    return Way(ARGOS, orders, path)


def madlad(target: str) -> Way:
    big = order("madlad400-3b", MADLAD, 3000 * MB)
    return Way(MADLAD, (big,), ("en", target))


READY = Target("it", route("it"))
STARTER = Target("es", route("es", Origin.EMBEDDED), (package("es"), madlad("es")))
OFFERED = Target("fr", None, (package("fr"), madlad("fr")))
ONLY_MADLAD = Target("cy", None, (madlad("cy"),))
NONE = Target("ty")


def test_how_near_a_language_is() -> None:
    assert [one.standing for one in (READY, STARTER, OFFERED, NONE)] == [*Standing]


@pytest.mark.parametrize(
    ("code", "wanted", "fits"),
    [
        ("de", "de", True),
        ("de", "DEUTSCH", True),
        ("de", "german", True),
        ("fr", "franc", True),
        ("ja", "日本", True),
        ("zh-Hant", "zh-hant", True),
        ("zh-Hant", "trad", True),
        ("pt-pt", "portugu", True),
        ("nb", "bokmal", True),
        ("el", "ελλ", True),
        ("de", "x", False),
    ],
)
def test_a_search_takes_names_native_names_and_codes(code: str, wanted: str, fits: bool) -> None:
    assert (Target(code).fit(wanted) is not None) is fits


def test_what_fits_best_is_found_first() -> None:
    codes = ["et", "eo", "es", "eu", "st"]
    found = {code: Target(code).fit("es") for code in codes if Target(code).fit("es") is not None}
    assert min(found, key=lambda code: (found[code], code)) == "es"


def test_the_least_takes_what_is_installed() -> None:
    plan = planned([READY, STARTER, OFFERED], Preference.LEAST)
    assert [one.code for one in plan.now] == ["it", "es"]
    assert [one.code for one in plan.samples] == ["es"]
    assert [(one.code, way.kind) for one, way in plan.later] == [("fr", ARGOS)]
    assert plan.bytes == 100 * MB


def test_real_packages_go_before_a_starter_where_they_are_wanted() -> None:
    plan = planned([READY, STARTER, OFFERED], Preference.PACKAGES)
    assert [one.code for one in plan.now] == ["it"]
    assert plan.samples == ()
    assert plan.bytes == 200 * MB


def test_one_model_for_all_is_fetched_once() -> None:
    plan = planned([STARTER, OFFERED, ONLY_MADLAD], Preference.ALL_IN_ONE)
    assert [one.name for one in plan.orders] == ["madlad400-3b"]
    assert plan.bytes == 3000 * MB


def test_packages_on_the_way_are_fetched_once() -> None:
    via = [Target(code, None, (package(code, "de"),)) for code in ("da", "sv")]
    plan = planned(via, Preference.LEAST)
    assert [one.name for one in plan.orders] == [
        "translate-en_de-1.0",
        "translate-de_da-1.0",
        "translate-de_sv-1.0",
    ]


def test_only_what_differs_is_a_choice() -> None:
    assert list(preferences([READY])) == [Preference.LEAST]
    assert list(preferences([ONLY_MADLAD])) == [Preference.LEAST]
    assert list(preferences([OFFERED])) == [Preference.LEAST, Preference.ALL_IN_ONE]
    assert list(preferences([STARTER])) == [*Preference]


def test_what_is_on_its_way_is_not_counted_again() -> None:
    way = package("fr")
    coming = replace(way, coming=frozenset({way.missing[0].name}))
    plan = planned([Target("fr", None, (coming,))], Preference.LEAST)
    assert plan.bytes == 0
    assert [one.name for one in plan.orders] == ["translate-en_fr-1.0"]


def test_nothing_ticked_is_an_empty_plan() -> None:
    assert planned([], Preference.LEAST).is_empty()
    assert planned([NONE], Preference.LEAST).is_empty()
