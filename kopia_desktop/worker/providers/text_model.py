"""A translation model in CTranslate2's format: token pieces in, token pieces out, many at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import ctranslate2

from kopia_desktop.core.errors import ModelBroken

_MOST_IN_BATCH, _LEAST_IN_BATCH = 256, 64
"""Tokens that go through the model together. Measured on the starter packages 64 to 512 take the
same time; few enough that all workers have some, and that the beams of a batch of the largest
models stay in some hundred MB."""

_MOST_TOKENS = 256
"""Longest translation, as the library and Argos Translate have it, and the longest of a sentence up
to half as long. A longer sentence gets twice its own length, so that its end is not lost."""


@dataclass(frozen=True, slots=True)
class Decoding:
    """How the best sentences are searched for."""

    beam_size: int
    length_penalty: float = 1.0
    replace_unknowns: bool = False
    target_prefix: str = ""


@dataclass(frozen=True, slots=True)
class Pieces:
    """One hypothesis as pieces; ``score`` is the sum of its pieces' log-probabilities."""

    pieces: list[str]
    score: float


class TextModel:
    """The weights in memory, with ``threads`` in all: ``at_once`` batches share them."""

    def __init__(
        self, folder: Path, *, threads: int, at_once: int, compute_type: str = "default"
    ) -> None:
        """``compute_type`` as the library names it; ``default`` is what the weights are saved in.

        Raises ModelBroken where the files are not a model that this library runs.
        """
        self._at_once = at_once
        try:
            self._translator = ctranslate2.Translator(
                str(folder),
                device="cpu",
                compute_type=compute_type,
                inter_threads=at_once,
                intra_threads=max(1, threads // at_once),
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise ModelBroken(
                f"The translation model in {folder} cannot be loaded: {error}.",
                hint="Install it again.",
            ) from error

    def translate(
        self, sentences: Sequence[list[str]], decoding: Decoding, *, hypotheses: int
    ) -> list[list[Pieces]]:
        """The hypotheses of each sentence, in the order of the sentences, the best first.

        The library sorts them by length into batches, which its workers take in turn.
        """
        answers: list[list[Pieces]] = [[] for _ in sentences]
        short = [i for i, pieces in enumerate(sentences) if len(pieces) * 2 <= _MOST_TOKENS]
        long = [i for i, pieces in enumerate(sentences) if len(pieces) * 2 > _MOST_TOKENS]
        for group in (short, long):
            found = self._batch([sentences[i] for i in group], decoding, hypotheses)
            for place, answer in zip(group, found, strict=True):
                answers[place] = answer
        return answers

    def _batch(
        self, sentences: list[list[str]], decoding: Decoding, hypotheses: int
    ) -> Iterable[list[Pieces]]:
        if not sentences:
            return []
        prefix = decoding.target_prefix
        results = self._translator.translate_batch(
            sentences,
            target_prefix=[[prefix]] * len(sentences) if prefix else None,
            replace_unknowns=decoding.replace_unknowns,
            max_batch_size=self._batch_tokens(sum(map(len, sentences))),
            batch_type="tokens",
            beam_size=max(hypotheses, decoding.beam_size),
            num_hypotheses=hypotheses,
            length_penalty=decoding.length_penalty,
            max_input_length=0,
            max_decoding_length=max(_MOST_TOKENS, 2 * max(map(len, sentences))),
            return_scores=True,
        )
        return [
            [
                Pieces(pieces, score * (len(pieces) + 1) ** decoding.length_penalty)
                for pieces, score in zip(result.hypotheses, result.scores, strict=True)
            ]
            for result in results
        ]

    def _batch_tokens(self, tokens: int) -> int:
        """Two batches for each worker, where there is enough to do."""
        if self._at_once == 1:
            return _MOST_IN_BATCH
        return max(_LEAST_IN_BATCH, min(_MOST_IN_BATCH, tokens // (2 * self._at_once)))
