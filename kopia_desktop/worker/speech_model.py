"""A speech model in memory: features, decoding and word alignment through faster-whisper.

The public parts of ``WhisperModel`` are used (encode, prompts, alignment); its batched pipeline is
not, because it holds the whole file, ignores doubt and cannot be shared between threads.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ctranslate2
import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.audio import pad_or_trim
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import get_suppressed_tokens, merge_punctuations

from kopia_desktop.core.errors import ModelBroken, ModelError, OutOfMemory
from kopia_desktop.core.vocabulary import PROMPT_TOKENS
from kopia_desktop.worker.model_files import check_files, fingerprint, vocabulary
from kopia_desktop.worker.protocol import LoadModel, ModelLoaded
from kopia_desktop.worker.sound import Samples

logger = logging.getLogger(__name__)

_FRAMES = 3000  # features of 30 s, 10 ms each
_FASTEST = {"cpu": ("int8", "float32"), "cuda": ("float16", "int8_float16", "float32")}
_SHORTEST = 8_000  # samples; the spectrum needs some length to stand on

# Punctuation that is written together with the next or the previous word.
_BEFORE = "\"'“¿([{-"
_AFTER = "\"'.。,，!！?？:：”)]}、"


@dataclass(frozen=True, slots=True)
class DecodeOptions:
    """How the decoder searches; the penalties are for a second try after a loop.

    ``hotwords`` are names and terms it listens for, what matters most first.
    """

    beam_size: int = 5
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    hotwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word with times inside its chunk; ``text`` keeps Whisper's leading space."""

    text: str
    start: float
    end: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """What the model heard in a chunk, and how sure it was (mean log probability of its tokens)."""

    text: str
    words: tuple[RawWord, ...]
    mean_log_probability: float
    no_speech_probability: float
    language: str
    cut: bool = False
    """The model had no room to go on: the prompt took it."""


class SpeechModel:
    """Thread-safe after construction: each call of ``decode`` is independent of all others."""

    def __init__(self, request: LoadModel) -> None:
        started = time.monotonic()
        folder = Path(request.folder)
        check_files(folder)
        self._model = self._load(request)
        self._check_fit(folder)
        self.device = request.device
        self.workers = request.workers
        self.compute_type = str(self._model.model.compute_type)
        self.model_hash = fingerprint(folder)
        self.multilingual = bool(self._model.model.is_multilingual)
        self.seconds = time.monotonic() - started
        self._tokenizers: dict[str, Tokenizer] = {}

    @staticmethod
    def _load(request: LoadModel) -> WhisperModel:
        try:
            return WhisperModel(
                request.folder,
                device=request.device,
                compute_type=_compute_type(request),
                cpu_threads=request.threads,
                num_workers=request.workers,
                local_files_only=True,
            )
        except MemoryError as error:
            raise OutOfMemory(
                "There is not enough memory for this speech model.",
                hint="Close other programs or choose a smaller model.",
            ) from error
        except Exception as error:  # damaged files raise every kind, even bare ones
            raise ModelBroken(
                f"The speech model in {request.folder} cannot be loaded ({error}).",
                hint="Remove the model and add it again.",
            ) from error

    def _check_fit(self, folder: Path) -> None:
        """Raise ModelBroken when files of different models were put together."""
        start = "<|startoftranscript|>"
        number = self._model.hf_tokenizer.token_to_id(start)
        odd = []
        if number is None or vocabulary(folder)[number : number + 1] != [start]:
            odd.append("tokenizer.json")
        if self._model.feature_extractor.mel_filters.shape[0] != self._model.model.n_mels:
            odd.append("preprocessor_config.json")
        if odd:
            raise ModelBroken(
                f"Files in {folder} do not belong to this speech model: {', '.join(odd)}.",
                hint="Remove the model and add it again.",
            )

    def loaded(self) -> ModelLoaded:
        """What to tell the engine once the model is in memory."""
        return ModelLoaded(
            device=self.device,
            compute_type=self.compute_type,
            model_hash=self.model_hash,
            seconds=self.seconds,
        )

    def features(self, audio: Samples) -> Samples:
        """Log-mel features of at most 30 s of audio, shape (mels, 3000)."""
        if len(audio) < _SHORTEST:
            audio = np.pad(audio, (0, _SHORTEST - len(audio)))
        extracted = self._model.feature_extractor(audio)[..., :-1]
        return np.asarray(pad_or_trim(extracted), np.float32)

    def encode(self, features: Sequence[Samples]) -> Any:
        """Encoder output of a batch of chunks."""
        return self._model.encode(np.stack(features))

    def languages(self, encoded: Any) -> list[dict[str, float]]:
        """For each chunk of the batch, the probability of each of Whisper's languages."""
        if not self.multilingual:
            return [{"en": 1.0} for _ in range(encoded.shape[0])]
        return [
            {token[2:-2]: float(probability) for token, probability in row}
            for row in self._model.model.detect_language(encoded)
        ]

    def decode(
        self, encoded: Any, durations: Sequence[float], language: str, options: DecodeOptions
    ) -> list[Decoded]:
        """Words, times and certainty of each chunk of an encoded batch, all in one language."""
        tokenizer = self._tokenizer(language)
        prompt = self._prompt(tokenizer, options.hotwords)
        room = self._model.max_length - len(prompt)
        results = self._model.model.generate(
            encoded,
            [prompt] * len(durations),
            beam_size=options.beam_size,
            repetition_penalty=options.repetition_penalty,
            no_repeat_ngram_size=options.no_repeat_ngram_size,
            max_length=self._model.max_length,
            suppress_tokens=get_suppressed_tokens(tokenizer, [-1]),
            return_scores=True,
            return_no_speech_prob=True,
        )
        tokens = [[t for t in r.sequences_ids[0] if t < tokenizer.eot] for r in results]
        frames = [min(_FRAMES, math.ceil(seconds) * 100) for seconds in durations]
        alignments = self._align(tokenizer, tokens, encoded, frames)
        return [
            Decoded(
                text=tokenizer.decode(ids).strip(),
                words=words,
                mean_log_probability=_mean_log_probability(result),
                no_speech_probability=float(result.no_speech_prob),
                language=language,
                cut=len(result.sequences_ids[0]) >= room,
            )
            for result, ids, words in zip(results, tokens, alignments, strict=True)
        ]

    def _prompt(self, tokenizer: Tokenizer, hotwords: Sequence[str]) -> list[int]:
        """What the model takes for already written: the terms that fit, and nothing else."""
        kept = list(hotwords)
        while kept and len(tokenizer.encode(_prompt_text(kept))) > PROMPT_TOKENS:
            kept.pop()
        text = _prompt_text(kept) if kept else None
        prompt = self._model.get_prompt(tokenizer, [], without_timestamps=True, hotwords=text)
        return list(prompt)

    def _align(
        self, tokenizer: Tokenizer, tokens: list[list[int]], encoded: Any, frames: list[int]
    ) -> list[tuple[RawWord, ...]]:
        if not any(tokens):
            return [() for _ in tokens]
        rows = self._model.find_alignment(tokenizer, tokens, encoded, frames)
        aligned = []
        for row in rows:
            merge_punctuations(row, _BEFORE, _AFTER)
            aligned.append(
                tuple(
                    RawWord(w["word"], float(w["start"]), float(w["end"]), float(w["probability"]))
                    for w in row
                    if w["word"].strip()
                )
            )
        return aligned

    def _tokenizer(self, language: str) -> Tokenizer:
        known = self._tokenizers.get(language)
        if known is not None:
            return known
        if not self.multilingual and language != "en":
            raise ModelError(
                "This speech model knows English only.",
                hint="Choose a multilingual model or the language English.",
            )
        if self.multilingual and self._model.hf_tokenizer.token_to_id(f"<|{language}|>") is None:
            raise ModelError(
                f"This speech model does not know the language {language!r}.",
                hint="Choose another model for this language.",
            )
        made = Tokenizer(
            self._model.hf_tokenizer, self.multilingual, task="transcribe", language=language
        )
        self._tokenizers[language] = made
        return made


def _prompt_text(hotwords: Sequence[str]) -> str:
    return " " + ", ".join(hotwords)


def _compute_type(request: LoadModel) -> str:
    """What was asked for, or with ``auto`` the fastest format the device supports."""
    if request.compute_type != "auto":
        return request.compute_type
    supported = ctranslate2.get_supported_compute_types(request.device)
    return next((kind for kind in _FASTEST[request.device] if kind in supported), "default")


def _mean_log_probability(result: Any) -> float:
    length = len(result.sequences_ids[0])
    return float(result.scores[0]) * length / (length + 1)
