"""Packages of Argos Translate, with our own batches: the same words as that program's, sooner."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.core.translators import ProviderName
from kopia_desktop.worker.formality import Hypothesis
from kopia_desktop.worker.providers.argos_tokenizer import open_package
from kopia_desktop.worker.providers.base import Provider
from kopia_desktop.worker.providers.text_model import Decoding, TextModel

_BEAM = 4
_LENGTH_PENALTY = 0.2
"""Argos Translate's own, in its ``apply_packaged_translation``."""


class Argos(Provider):
    """One package: one pair of languages.

    A sentence's translation is what Argos Translate makes of it alone, with the same beam.
    """

    name = ProviderName.ARGOS

    def __init__(self, folder: Path, threads: int) -> None:
        super().__init__(folder, threads)
        package = open_package(folder)
        self._tokenizer = package.tokenizer
        self._prefix = package.target_prefix
        self._decoding = Decoding(
            _BEAM, _LENGTH_PENALTY, replace_unknowns=True, target_prefix=self._prefix
        )
        # Small models: a batch a core is faster than all cores on one batch.
        self._model = TextModel(folder / "model", threads=threads, at_once=threads)

    def translate(
        self, sentences: Sequence[str], *, source: str, target: str, hypotheses: int
    ) -> Sequence[tuple[Hypothesis, ...]]:
        tokens = [self._tokenizer.encode(_encodable(sentence)) for sentence in sentences]
        answers = self._model.translate(tokens, self._decoding, hypotheses=hypotheses)
        return [
            tuple(Hypothesis(self._text(one.pieces), one.score) for one in answer)
            if pieces
            else (Hypothesis(sentence, 0.0),)
            for sentence, pieces, answer in zip(sentences, tokens, answers, strict=True)
        ]

    def _text(self, pieces: list[str]) -> str:
        """As Argos Translate does it: without the prefix, then without one space at the start."""
        text = self._tokenizer.decode(pieces)
        if self._prefix:
            text = text.removeprefix(self._prefix)
        return text.removeprefix(" ")


def _encodable(sentence: str) -> str:
    """Without halves of surrogate pairs, which a damaged subtitle file can hold."""
    return sentence.encode("utf-8", "replace").decode("utf-8")
