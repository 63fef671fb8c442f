"""MADLAD-400: one T5 model for all pairs, in any conversion to CTranslate2's format.

The target is asked for by a token before the sentence, ``<2es>``; the language of the sentence need
not be said (Kudugunta et al. 2023, "MADLAD-400", https://arxiv.org/abs/2309.04662).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from sentencepiece import SentencePieceProcessor

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.core.translators import MADLAD400_TOKENIZERS, ProviderName, madlad400_token
from kopia_desktop.worker.formality import Hypothesis
from kopia_desktop.worker.providers.base import Provider
from kopia_desktop.worker.providers.text_model import Decoding, TextModel

_DECODING = Decoding(beam_size=4, length_penalty=0.6)
"""The beam and the penalty of T5's own translation runs (Raffel et al. 2020, section 3.7)."""

_END = "</s>"
_SPACE = "\u2581"


class Madlad400(Provider):
    """A conversion of MADLAD-400 of any size, and any other T5 folder with such tokens."""

    name = ProviderName.MADLAD400

    def __init__(self, folder: Path, threads: int) -> None:
        super().__init__(folder, threads)
        self._tokenizer = _tokenizer(folder)
        self._adds_end = _adds_end(folder)
        # Large models: one batch on all cores, since memory is what holds them up; and in the
        # fastest number format, since some conversions are four times as large as they need be.
        self._model = TextModel(folder, threads=threads, at_once=1, compute_type="auto")

    def translate(
        self, sentences: Sequence[str], *, source: str, target: str, hypotheses: int
    ) -> Sequence[tuple[Hypothesis, ...]]:
        token = f"<2{madlad400_token(target)}>"
        pieces = [self._pieces(sentence, token) for sentence in sentences]
        answers = self._model.translate(pieces, _DECODING, hypotheses=hypotheses)
        return [
            tuple(Hypothesis(self._text(one.pieces), one.score) for one in answer)
            for answer in answers
        ]

    def _pieces(self, sentence: str, token: str) -> list[str]:
        """As the model was trained: the token, a space, the sentence, and the end of the text.

        Words of the sentence that look like such a token are broken up: nobody's speech chooses the
        target. Some conversions add the end themselves.
        """
        said = sentence.encode("utf-8", "replace").decode("utf-8").replace("<2", "< 2")
        pieces: list[str] = self._tokenizer.encode(f"{token} {said}", out_type=str)
        if token not in pieces:  # a tokenizer that does not keep the token in one piece
            pieces = [token, *self._tokenizer.encode(said, out_type=str)]
        return pieces if self._adds_end else [*pieces, _END]

    def _text(self, pieces: list[str]) -> str:
        text: str = self._tokenizer.decode_pieces(pieces)
        return text.replace(_SPACE, " ").strip()


def _tokenizer(folder: Path) -> SentencePieceProcessor:
    for name in MADLAD400_TOKENIZERS:
        path = folder / name
        if path.is_file():
            try:
                # Read here: the library takes no path with letters outside the system's code page.
                return SentencePieceProcessor(model_proto=path.read_bytes())
            except (OSError, RuntimeError) as error:
                raise _broken(folder, f"{name} cannot be read") from error
    raise _broken(folder, "it has no tokenizer")


def _adds_end(folder: Path) -> bool:
    """Whether the library puts the end behind each sentence, by the model's config.json."""
    path = folder / "config.json"
    try:
        return bool(json.loads(path.read_text("utf-8")).get("add_source_eos", False))
    except FileNotFoundError:
        return False
    except (OSError, ValueError, AttributeError) as error:
        raise _broken(folder, "config.json cannot be read") from error


def _broken(folder: Path, what: str) -> ModelBroken:
    return ModelBroken(f"The model {folder.name} cannot be used: {what}.", hint="Install it again.")
