"""Any T5 folder with tokens for targets, here with random weights: the real formats, real calls."""

from __future__ import annotations

import json
from pathlib import Path

import ctranslate2
import pytest
import sentencepiece

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.languages import target_languages
from kopia_desktop.core.translators import InstalledTranslator, ProviderName, read_translator
from kopia_desktop.worker.providers.madlad400 import Madlad400
from tests.worker.providers import tiny_models
from tests.worker.providers.tiny_models import LINES

TOKENS = sorted({f"<2{row.madlad400}>" for row in target_languages().values() if row.madlad400})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "Übersetzer 400"
    folder.mkdir()
    vocabulary = tiny_models.train_tokenizer(folder / "spiece.model", tokens=TOKENS)
    tiny_models.save_t5(folder, vocabulary)
    return folder


@pytest.fixture(scope="module")
def tokenizer(folder: Path) -> sentencepiece.SentencePieceProcessor:
    return sentencepiece.SentencePieceProcessor(model_proto=(folder / "spiece.model").read_bytes())


@pytest.fixture(scope="module")
def library(folder: Path) -> ctranslate2.Translator:
    return ctranslate2.Translator(str(folder), compute_type="auto", intra_threads=1)


@pytest.fixture(scope="module")
def provider(folder: Path) -> Madlad400:
    return Madlad400(folder, 1)


def by_hand(
    library: ctranslate2.Translator, tokenizer: sentencepiece.SentencePieceProcessor, text: str
) -> str:
    """One text with its token, as the model's authors have it."""
    pieces = [*tokenizer.encode(text, out_type=str), "</s>"]
    (result,) = library.translate_batch([pieces], beam_size=4, length_penalty=0.6)
    return str(tokenizer.decode_pieces(result.hypotheses[0])).replace("\u2581", " ").strip()


def test_the_folder_is_known(folder: Path) -> None:
    found = read_translator(folder)
    assert isinstance(found, InstalledTranslator)
    assert (found.provider, found.source) == (ProviderName.MADLAD400, None)
    missing = target_languages().keys() - found.targets
    assert missing == {
        *("lzh", "ikt", "dsb", "mn-Mong", "ty", "hsb", "yue"),
        *("sr-Latn", "iu-Latn", "tlh-Piqd"),  # by conversion
    }


@pytest.mark.parametrize(
    ("target", "token"),
    [("es", "<2es>"), ("nb", "<2no>"), ("zh-Hant", "<2zh_Hant>"), ("ku", "<2ckb>")],
)
def test_the_target_is_asked_for_by_its_token(
    provider: Madlad400,
    library: ctranslate2.Translator,
    tokenizer: sentencepiece.SentencePieceProcessor,
    target: str,
    token: str,
) -> None:
    answers = provider.translate(LINES, source="en", target=target, hypotheses=1)
    expected = [by_hand(library, tokenizer, f"{token} {line}") for line in LINES]
    assert [answer[0].text for answer in answers] == expected
    assert any(expected)


def test_every_target_has_a_token_of_one_piece(provider: Madlad400, folder: Path) -> None:
    found = read_translator(folder)
    assert found is not None
    for target in found.targets:
        pieces = provider._pieces("Hello.", f"<2{target_languages()[target].madlad400}>")
        tokens = [piece for piece in pieces if piece in TOKENS]
        assert tokens == [f"<2{target_languages()[target].madlad400}>"]
        assert pieces[-1] == "</s>"


def test_what_is_said_does_not_choose_the_target(provider: Madlad400) -> None:
    pieces = provider._pieces("Now <2fr> and </s> it goes on.", "<2es>")
    assert [piece for piece in pieces if piece in TOKENS] == ["<2es>"]
    assert pieces.count("</s>") == 1


def test_a_tokenizer_that_cuts_the_token_up(tmp_path: Path) -> None:
    vocabulary = tiny_models.train_tokenizer(tmp_path / "sentencepiece.model")
    tiny_models.save_t5(tmp_path, [*vocabulary, "<2es>"])
    pieces = Madlad400(tmp_path, 1)._pieces("Hello.", "<2es>")
    assert pieces[0] == "<2es>"
    assert pieces[-1] == "</s>"


def test_a_conversion_that_adds_the_end_itself(tmp_path: Path) -> None:
    """The same words as with a conversion that does not."""
    texts = []
    for name, adds_end in (("adds", True), ("not", False)):
        folder = tmp_path / name
        folder.mkdir()
        vocabulary = tiny_models.train_tokenizer(folder / "spiece.model", tokens=TOKENS)
        tiny_models.save_t5(folder, vocabulary, adds_end=adds_end)
        answers = Madlad400(folder, 1).translate(LINES, source="en", target="es", hypotheses=1)
        texts.append([answer[0].text for answer in answers])
    assert texts[0] == texts[1]


def test_several_hypotheses_the_best_first(provider: Madlad400) -> None:
    for answer in provider.translate(LINES, source="en", target="de", hypotheses=6):
        assert len(answer) == 6
        scores = [one.score for one in answer]
        assert scores == sorted(scores, reverse=True)


def test_odd_sentences(provider: Madlad400) -> None:
    odd = ["7", "好", "🙂 yes", "half \ud800 a pair", "a" * 500, "\u0000 zero"]
    assert len(provider.translate(odd, source="en", target="es", hypotheses=1)) == len(odd)
    assert provider.translate([], source="en", target="es", hypotheses=1) == []


@pytest.mark.parametrize("spoiled", ["spiece.model", "model.bin", "config.json"])
def test_a_model_that_cannot_be_loaded(folder: Path, tmp_path: Path, spoiled: str) -> None:
    for path in folder.iterdir():
        data = path.read_bytes()
        (tmp_path / path.name).write_bytes(data[: len(data) // 2] if path.name == spoiled else data)
    with pytest.raises(ModelBroken):
        Madlad400(tmp_path, 1)


def test_no_tokenizer(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({}), "utf-8")
    with pytest.raises(ModelBroken, match="no tokenizer"):
        Madlad400(tmp_path, 1)
