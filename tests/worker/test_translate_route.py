"""A child that translates along real routes: through English, and into another script."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from kopia_desktop.core.paths import DataFolder, resource
from kopia_desktop.core.translators import find_route
from kopia_desktop.worker.protocol import LegOrder, Passage, Translate
from kopia_desktop.worker.translate import Translator
from tests.translator_folders import add_fake


@pytest.fixture
def nothing_added(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


def order(data: DataFolder, source: str, target: str, *texts: str) -> Translate:
    """As the engine asks for it."""
    route = find_route(data, source, target)
    return Translate(
        route=tuple(
            LegOrder(one.translator.provider, str(one.translator.folder), one.source, one.target)
            for one in route.legs
        ),
        conversion=route.conversion,
        passages=tuple(Passage((text,)) for text in texts),
        target=target,
        formal=True,
        threads=1,
    )


def test_through_english_is_the_two_steps_by_hand(nothing_added: DataFolder) -> None:
    heldout = Path(__file__).parents[1] / "data" / "translation" / "heldout.json"
    texts = [row["es"] for row in json.loads(heldout.read_text("utf-8"))["triples"][:30]]
    translator = Translator()
    route = translator.translate(order(nothing_added, "es", "de", *texts)).texts
    found = tuple(texts)
    for source, target in itertools.pairwise(("es", "en", "de")):
        found = translator.translate(order(nothing_added, source, target, *found)).texts
    assert route == found
    assert "Medizin ist immer lokal für meinen Journalisten." in route


def test_the_form_of_address_is_chosen_in_the_last_step(nothing_added: DataFolder) -> None:
    asked = order(nothing_added, "es", "de", "¿Puedes oírme?")
    done = Translator().translate(asked)
    assert (done.texts, done.formal_applied) == (("Können Sie mich hören?",), True)


def test_another_script_at_the_end(nothing_added: DataFolder) -> None:
    add_fake(nothing_added, "en-zh", "en", "zh-Hans")
    done = Translator().translate(order(nothing_added, "en", "zh-Hant", "汉语 and English"))
    assert done.texts == ("[zh-Hans, formal] 漢語 and English",)


@pytest.mark.parametrize(
    ("source", "target", "text", "expected"),
    [
        ("sr", "sr-Latn", "Љубав и мир.", "Ljubav i mir."),
        ("zh", "zh-Hant", "汉语，请。", "漢語，請。"),
        ("zh", "zh-Hans", "漢語，請。", "汉语，请。"),
    ],
)
def test_another_script_of_the_same_language(
    nothing_added: DataFolder, source: str, target: str, text: str, expected: str
) -> None:
    done = Translator().translate(order(nothing_added, source, target, text, "♪"))
    assert (done.texts, done.formal_applied) == ((expected, "♪"), False)


def test_the_starter_packages_are_where_the_route_finds_them() -> None:
    for name in ("translate-en_de", "translate-en_es", "translate-es_en"):
        assert (resource("translators", name) / "model" / "model.bin").is_file()
