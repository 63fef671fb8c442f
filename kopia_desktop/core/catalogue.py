"""The models that can be downloaded: Whisper's sizes and their kin, and the MADLAD-400 translators.

Parameters, layers and widths are those of OpenAI's model card and of Distil-Whisper's; the
repositories are the public conversions to CTranslate2 that faster-whisper names. Weights take two
bytes a parameter as float16 and one as int8; while they are loaded on a processor both may be in
memory. Sizes are estimates, right within a few percent, until the hub tells the real ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kopia_desktop.core.downloads import DownloadKind, DownloadOrder, HubSource
from kopia_desktop.core.errors import ModelNotFound

_WORK_BYTES = 1 << 30
"""Memory for recognising, beside the weights: activations, the recording's window, the program."""

_SMALL_FILES = 3_000_000
"""Tokenizer, vocabulary and settings of a speech model."""

_FRAMES = 1_500
"""What the encoder makes of 30 s: a vector every 20 ms."""


class Languages(StrEnum):
    """What a speech model was trained on."""

    MANY = "many"
    ENGLISH = "english"


@dataclass(frozen=True, slots=True)
class Shape:
    """The dimensions that a speech model's work follows from."""

    encoder_layers: int
    decoder_layers: int
    width: int
    mels: int = 80
    vocabulary: int = 51_865

    @property
    def chunk_operations(self) -> float:
        """Additions and multiplications for a chunk of 30 s before its first token.

        A layer of a transformer of width d multiplies each of n vectors with 12 d² weights (4 for
        attention, 8 for the two dense layers of four times the width) and compares each with each:
        24 n d² + 4 n² d. In front stand two convolutions of three taps, the second at half the
        rate. Each layer of the decoder makes keys and values of the n vectors once: 4 n d².
        """
        n, d = _FRAMES, self.width
        convolutions = 2 * 3 * (2 * n * self.mels * d + n * d * d)
        encoder = self.encoder_layers * (24 * n * d * d + 4 * n * n * d)
        return float(convolutions + encoder + self.decoder_layers * 4 * n * d * d)

    @property
    def step_weights(self) -> int:
        """Weights that the decoder reads for each token: 14 d² a layer (its own attention 4, the
        one to the encoder 2, dense 8), and the table of tokens.
        """
        return 14 * self.decoder_layers * self.width**2 + self.width * self.vocabulary


@dataclass(frozen=True, slots=True)
class CatalogueModel:
    """A speech model that can be downloaded; ``millions`` are its parameters.

    ``is_main``: one of the sizes a person chooses among; the others are older or for English only.
    """

    name: str
    repository: str
    millions: int
    shape: Shape
    languages: Languages = Languages.MANY
    is_main: bool = False

    @property
    def float16_bytes(self) -> int:
        """Of the weights as they are downloaded; about."""
        return 2_000_000 * self.millions

    @property
    def int8_bytes(self) -> int:
        return 1_000_000 * self.millions

    @property
    def download_bytes(self) -> int:
        """About."""
        return self.float16_bytes + _SMALL_FILES

    @property
    def needed_memory(self) -> int:
        """Bytes while float16 weights are loaded for a processor, which works with int8."""
        return self.float16_bytes + self.int8_bytes + _WORK_BYTES

    @property
    def order(self) -> DownloadOrder:
        """What to ask of the downloads."""
        source = HubSource(self.repository)
        return DownloadOrder(self.name, DownloadKind.SPEECH_MODEL, source, self.download_bytes)

    @property
    def is_english_only(self) -> bool:
        return self.languages is Languages.ENGLISH


@dataclass(frozen=True, slots=True)
class CatalogueTranslator:
    """A MADLAD-400 model; ``download_bytes`` is about, ``needed_memory`` while it works in int8."""

    name: str
    repository: str
    millions: int
    download_bytes: int

    @property
    def needed_memory(self) -> int:
        return self.download_bytes + _WORK_BYTES

    @property
    def order(self) -> DownloadOrder:
        """What to ask of the downloads."""
        source = HubSource(self.repository)
        return DownloadOrder(self.name, DownloadKind.MADLAD400, source, self.download_bytes)


STARTER_SHAPE = Shape(4, 3, 192, vocabulary=3_471)
"""The embedded model's."""

_TINY, _BASE, _SMALL, _MEDIUM = (
    Shape(4, 4, 384),
    Shape(6, 6, 512),
    Shape(12, 12, 768),
    Shape(24, 24, 1_024),
)
_LARGE = Shape(32, 32, 1_280)
_LARGE_V3 = Shape(32, 32, 1_280, mels=128, vocabulary=51_866)


def _speech(
    name: str,
    millions: int,
    shape: Shape,
    *,
    repository: str = "",
    is_main: bool = False,
) -> CatalogueModel:
    # What ends in .en hears English only; so do all of Distil-Whisper's.
    english = name.endswith(".en") or name.startswith("distil-")
    return CatalogueModel(
        name,
        repository or f"Systran/faster-whisper-{name}",
        millions,
        shape,
        Languages.ENGLISH if english else Languages.MANY,
        is_main,
    )


def _distil(name: str, millions: int, shape: Shape, *, repository: str = "") -> CatalogueModel:
    kin = f"Systran/faster-distil-whisper-{name.removeprefix('distil-')}"
    return _speech(name, millions, shape, repository=repository or kin)


SPEECH_MODELS = (
    _speech("tiny", 39, _TINY, is_main=True),
    _speech("tiny.en", 39, _TINY),
    _speech("base", 74, _BASE, is_main=True),
    _speech("base.en", 74, _BASE),
    _distil("distil-small.en", 166, Shape(12, 4, 768)),
    _speech("small", 244, _SMALL, is_main=True),
    _speech("small.en", 244, _SMALL),
    _distil("distil-medium.en", 394, Shape(24, 2, 1_024)),
    _speech("medium", 769, _MEDIUM, is_main=True),
    _speech("medium.en", 769, _MEDIUM),
    _distil("distil-large-v2", 756, Shape(32, 2, 1_280)),
    _distil("distil-large-v3", 756, Shape(32, 2, 1_280, mels=128, vocabulary=51_866)),
    _distil(
        "distil-large-v3.5",
        756,
        Shape(32, 2, 1_280, mels=128, vocabulary=51_866),
        repository="distil-whisper/distil-large-v3.5-ct2",
    ),
    _speech(
        "large-v3-turbo",
        809,
        Shape(32, 4, 1_280, mels=128, vocabulary=51_866),
        repository="mobiuslabsgmbh/faster-whisper-large-v3-turbo",
        is_main=True,
    ),
    _speech("large-v1", 1_550, _LARGE),
    _speech("large-v2", 1_550, _LARGE),
    _speech("large-v3", 1_550, _LARGE_V3, is_main=True),
)
"""From the smallest to the most exact."""

TRANSLATORS = (
    CatalogueTranslator("madlad400-3b", "santhosh/madlad400-3b-ct2", 2_900, 2_950_000_000),
    CatalogueTranslator(
        "madlad400-7b", "avans06/madlad400-7b-mt-bt-ct2-int8_float16", 8_300, 8_300_000_000
    ),
)
"""MADLAD-400 in int8, from the smaller to the more exact."""


def speech_model(name: str) -> CatalogueModel:
    """Look a speech model up; raises ModelNotFound, naming some that there are."""
    for model in SPEECH_MODELS:
        if model.name == name:
            return model
    names = ", ".join(model.name for model in SPEECH_MODELS if model.is_main)
    raise ModelNotFound(
        f"There is no speech model named {name!r} to download (for example: {names}).",
        hint="See: kopia-desktop models list.",
    )


def translator(name: str) -> CatalogueTranslator:
    """Look a translator up; raises ModelNotFound."""
    for one in TRANSLATORS:
        if one.name == name:
            return one
    raise ModelNotFound(
        f"There is no translation model named {name!r} to download.",
        hint="See: kopia-desktop models list.",
    )
