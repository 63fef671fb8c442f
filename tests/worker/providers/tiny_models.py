"""Translation models with random weights, made in a moment: real formats, no sense."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec, common_spec
from numpy.typing import NDArray

WIDTH, HEADS, INNER, BUCKETS = 32, 2, 64, 32

LINES = (
    "The engineer wrote a short report about the engine in July.",
    "We can see twelve clear pictures on the screen today.",
    "She was born in Seville and has lived in Chicago since then.",
    "My colleague reads the contract again because it is important.",
    "Who tested the plan an hour ago, and what did they find?",
    "El ingeniero escribió un informe breve sobre el motor en julio.",
    "Wir können zwölf klare Bilder auf dem Bildschirm sehen.",
)


def train_tokenizer(path: Path, *, tokens: Sequence[str] = (), size: int = 120) -> list[str]:
    """A SentencePiece model over ``LINES``; its pieces by number."""
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES),
        model_writer=model,
        vocab_size=size + len(tokens),
        user_defined_symbols=list(tokens),
        pad_id=3,
        minloglevel=2,
        num_threads=1,
        hard_vocab_limit=False,
    )
    path.write_bytes(model.getvalue())
    made = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return [made.id_to_piece(number) for number in range(made.get_piece_size())]


def save_t5(folder: Path, vocabulary: list[str], *, adds_end: bool | None = None) -> None:
    """As the converter of CTranslate2 writes T5: RMS norm, gated GELU, relative positions.

    ``adds_end`` None leaves the setting as that converter does.
    """
    spec = TransformerSpec.from_config(
        (2, 2),
        HEADS,
        pre_norm=True,
        activation=common_spec.Activation.GELUTanh,
        ffn_glu=True,
        relative_attention_bias=True,
        rms_norm=True,
    )
    spec.encoder.scale_embeddings = spec.decoder.scale_embeddings = False
    _fill(spec, len(vocabulary), biases=False)
    spec.config.decoder_start_token = "<pad>"
    spec.config.bos_token = "<pad>"
    if adds_end is not None:
        spec.config.add_source_eos = adds_end
    _save(spec, folder, vocabulary)


def save_transformer(folder: Path, vocabulary: list[str], *, endless: bool = False) -> None:
    """As the packages of Argos Translate have it. An endless one never says that it is done."""
    spec = TransformerSpec.from_config((1, 1), HEADS)
    _fill(spec, len(vocabulary), biases=True)
    if endless:
        spec.decoder.projection.bias[vocabulary.index("</s>")] = -1e4
    spec.config.add_source_bos = spec.config.add_source_eos = False
    _save(spec, folder, vocabulary)


def _save(spec: TransformerSpec, folder: Path, vocabulary: list[str]) -> None:
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.validate()
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def _fill(spec: TransformerSpec, pieces: int, *, biases: bool) -> None:
    random = np.random.default_rng(5)

    def weights(*shape: int) -> NDArray[np.float32]:
        return random.normal(0, 0.4, shape).astype(np.float32)

    def linear(into: Any, outputs: int, inputs: int) -> None:
        into.weight = weights(outputs, inputs)
        if biases:
            into.bias = weights(outputs)

    def norm(into: Any) -> None:
        into.gamma = np.ones(WIDTH, np.float32)
        if biases:
            into.beta = np.zeros(WIDTH, np.float32)

    def attention(into: Any, *widths: int) -> None:
        norm(into.layer_norm)
        for one, width in zip(into.linear, widths, strict=True):
            linear(one, width, WIDTH)
        if not biases:
            into.queries_scale = 1.0
        if hasattr(into, "relative_attention_bias"):
            into.relative_attention_bias = weights(BUCKETS, HEADS)
            into.relative_attention_max_distance = np.int32(128)

    table = weights(pieces, WIDTH)
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = table
    linear(spec.decoder.projection, pieces, WIDTH)
    for stack in (spec.encoder, spec.decoder):
        norm(stack.layer_norm)
        for layer in stack.layer:
            attention(layer.self_attention, 3 * WIDTH, WIDTH)
            if stack is spec.decoder:
                attention(layer.attention, WIDTH, 2 * WIDTH, WIDTH)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, INNER, WIDTH)
            linear(layer.ffn.linear_1, WIDTH, INNER)
            if not biases:
                linear(layer.ffn.linear_0_noact, INNER, WIDTH)


def translator(folder: Path) -> ctranslate2.Translator:
    """The library alone, to compare with."""
    return ctranslate2.Translator(str(folder), device="cpu", inter_threads=1, intra_threads=1)
