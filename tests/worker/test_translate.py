"""A child that translates: what goes in comes back in its place, and the model stays loaded."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

import pytest

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker import main, translate
from kopia_desktop.worker.formality import Hypothesis
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import LegOrder, Passage, ProbeCuda, Translate, Translated
from kopia_desktop.worker.providers import PROVIDERS, Provider
from kopia_desktop.worker.providers.fake import Fake
from kopia_desktop.worker.translate import Translator

Ask = Callable[..., Translate]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "Übersetzer"
    folder.mkdir()
    (folder / "fake.json").write_text(json.dumps({"from": "en", "to": "es"}), "utf-8")
    return folder


@pytest.fixture
def ask(folder: Path) -> Ask:
    def make(*texts: str, formal: bool = False, folders: Sequence[Path] = (folder,)) -> Translate:
        codes = ("en", "es", "de", "fr")
        return Translate(
            route=tuple(
                LegOrder(ProviderName.FAKE, str(one), codes[i], codes[i + 1])
                for i, one in enumerate(folders)
            ),
            conversion=None,
            passages=tuple(Passage((text,)) for text in texts),
            target=codes[len(folders)],
            formal=formal,
        )

    return make


def test_every_kind_of_translator_has_its_provider() -> None:
    assert set(PROVIDERS) == set(ProviderName)
    assert all(kind.name is name for name, kind in PROVIDERS.items())


def test_texts_come_back_in_order(ask: Ask) -> None:
    done = Translator().translate(ask("Hello.", "Good-bye."))
    assert done.texts == ("[es] Hello.", "[es] Good-bye.")
    assert not done.formal_applied
    assert done.seconds >= 0


def test_the_formal_address_is_told(ask: Ask) -> None:
    done = Translator().translate(ask("Hello.", formal=True))
    assert (done.texts, done.formal_applied) == (("[es, formal] Hello.",), True)


def test_what_holds_no_word_passes_through(ask: Ask) -> None:
    quiet = ("", " ", "...", "♪ ♪", "🙂", "— ?!")
    translator = Translator()
    assert translator.translate(ask(*quiet, formal=True)).texts == quiet
    done = translator.translate(ask("...", "Yes", "", "7", "3.14 %", "好"))
    assert done.texts == ("...", "[es] Yes", "", "7", "3.14 %", "[es] 好")
    assert translator.translate(ask()).texts == ()


def test_pictures_around_a_sentence_stay(ask: Ask) -> None:
    done = Translator().translate(ask("♪ Hello ♪", "Hello.\0 🙂", "Hello"))
    assert done.texts == ("♪ [es] Hello ♪", "[es] Hello. 🙂", "[es] Hello")


class Counting(Provider):
    """Knows how often it was made, and loses the last text."""

    name = ProviderName.FAKE
    made: ClassVar[list[Path]] = []

    def __init__(self, folder: Path, threads: int) -> None:
        super().__init__(folder, threads)
        self.made.append(folder)

    def translate(
        self, sentences: Sequence[str], *, source: str, target: str, hypotheses: int
    ) -> Sequence[tuple[Hypothesis, ...]]:
        return [(Hypothesis(text, 0.0),) for text in sentences if text != "lost"]


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    Counting.made.clear()
    registry = MappingProxyType({ProviderName.FAKE: Counting})
    monkeypatch.setattr(translate, "PROVIDERS", registry)
    return Counting.made


def test_a_model_is_loaded_once_for_its_folder(
    ask: Ask, counting: list[Path], tmp_path: Path, folder: Path
) -> None:
    translator = Translator()
    for wanted in (folder, folder, tmp_path, tmp_path, folder):
        translator.translate(ask("Hello.", folders=(wanted,)))
    assert counting == [folder, tmp_path, folder]


def test_the_models_of_one_route_are_held_and_no_others(
    ask: Ask, counting: list[Path], tmp_path: Path, folder: Path
) -> None:
    translator = Translator()
    for wanted in ((folder,), (folder, tmp_path), (tmp_path,), (folder, tmp_path)):
        translator.translate(ask("Hello.", folders=wanted))
    assert counting == [folder, tmp_path, folder]


def test_a_text_without_a_word_loads_nothing(ask: Ask, counting: list[Path]) -> None:
    assert Translator().translate(ask("...")).texts == ("...",)
    assert counting == []


def test_of_several_steps_the_last_chooses_the_form_of_address(ask: Ask, folder: Path) -> None:
    done = Translator().translate(ask("Hello.", formal=True, folders=(folder, folder)))
    assert (done.texts, done.formal_applied) == (("[de, formal] [es] Hello.",), True)


@pytest.mark.usefixtures("counting")
def test_a_provider_that_loses_a_text_is_a_bug(ask: Ask) -> None:
    with pytest.raises(ValueError, match="zip"):
        Translator().translate(ask("one", "lost"))


@pytest.mark.parametrize("content", [None, b"{", b"[]", b'{"seconds": "long"}', b"\xff"])
def test_a_model_that_cannot_be_loaded(ask: Ask, folder: Path, content: bytes | None) -> None:
    marker = folder / "fake.json"
    whole = marker.read_bytes()
    marker.unlink()
    if content is not None:
        marker.write_bytes(content)
    translator = Translator()
    for _ in range(2):
        with pytest.raises(ModelBroken):
            translator.translate(ask("Hello."))
    marker.write_bytes(whole)
    assert translator.translate(ask("Hello.")).texts == ("[es] Hello.",)


def test_the_fake_takes_the_time_it_is_told(folder: Path) -> None:
    (folder / "fake.json").write_text(json.dumps({"seconds": 0.01}), "utf-8")
    began = time.monotonic()
    Fake(folder, 1).translate(["a"] * 5, source="en", target="es", hypotheses=1)
    assert time.monotonic() - began >= 0.05


def test_the_child_answers_translations_only(ask: Ask) -> None:
    handle = main._handler(ChildKind.TRANSLATE)
    done = handle(ask("Hello."), lambda reply: None)
    assert isinstance(done, Translated)
    assert done.texts == ("[es] Hello.",)
    with pytest.raises(TypeError, match="not for this child: ProbeCuda"):
        handle(ProbeCuda("/nowhere"), lambda reply: None)
