"""A model in CTranslate2's format: many sentences at once, each as if it were alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.paths import resource
from kopia_desktop.worker.providers.argos_tokenizer import open_package
from kopia_desktop.worker.providers.text_model import Decoding, TextModel
from tests.worker.providers import tiny_models

VOCABULARY = ["<unk>", "<s>", "</s>", *(f"\u2581w{number}" for number in range(60))]
SENTENCES = [
    [f"\u2581w{(start * 7 + step) % 60}" for step in range(length)]
    for start, length in enumerate((3, 40, 1, 17, 60, 8, 8, 2, 30, 5) * 4)
]
DECODING = Decoding(beam_size=4, length_penalty=0.2)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "small"
    tiny_models.save_transformer(folder, VOCABULARY)
    return folder


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "endless"
    tiny_models.save_transformer(folder, VOCABULARY, endless=True)
    return folder


@pytest.mark.parametrize(("threads", "at_once"), [(1, 1), (2, 2), (2, 1)])
def test_each_sentence_as_if_it_were_alone(folder: Path, threads: int, at_once: int) -> None:
    model = TextModel(folder, threads=threads, at_once=at_once)
    answers = model.translate(SENTENCES, DECODING, hypotheses=2)
    library = tiny_models.translator(folder)
    for sentence, answer in zip(SENTENCES, answers, strict=True):
        (alone,) = library.translate_batch(
            [sentence], beam_size=4, num_hypotheses=2, length_penalty=0.2
        )
        assert [one.pieces for one in answer] == alone.hypotheses


def test_the_score_is_the_sum_of_the_log_probabilities() -> None:
    package = resource("translators", "translate-en_es")
    sentence = open_package(package).tokenizer.encode("We need eleven more pictures.")
    model = TextModel(package / "model", threads=1, at_once=1)
    library = tiny_models.translator(package / "model")
    for penalty in (0.0, 0.2, 1.0):
        decoding = Decoding(beam_size=4, length_penalty=penalty)
        ((found, *_),) = model.translate([sentence], decoding, hypotheses=3)
        (scored,) = library.score_batch([sentence], [found.pieces])
        assert found.score == pytest.approx(sum(scored.log_probs), rel=0.02)


def test_the_end_of_a_long_sentence_has_its_place(endless: Path) -> None:
    """256 pieces are the most for what is short, as everywhere; twice its length for the rest."""
    model = TextModel(endless, threads=1, at_once=1)
    sentences = [["\u2581w1"] * 5, ["\u2581w2"] * 300, ["\u2581w3"] * 128]
    answers = model.translate(sentences, Decoding(beam_size=1), hypotheses=1)
    assert [len(answer[0].pieces) for answer in answers] == [256, 600, 256]


def test_nothing_to_translate(folder: Path) -> None:
    model = TextModel(folder, threads=1, at_once=1)
    assert model.translate([], DECODING, hypotheses=1) == []
    assert len(model.translate([[], ["\u2581w1"]], DECODING, hypotheses=1)) == 2


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x06\0\0\0\x10\0TransformerSpec\0"])
def test_a_model_that_cannot_be_loaded(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.bin").write_bytes(content)
    with pytest.raises(ModelBroken, match="cannot be loaded"):
        TextModel(tmp_path, threads=1, at_once=1)
