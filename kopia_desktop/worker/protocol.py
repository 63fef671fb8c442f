"""What the engine and its child processes say to each other: frozen dataclasses over a pipe.

A child answers one request at a time, in order. Every request ends with exactly one closing reply
(``Done``'s subclasses or ``Failed``); ``Prepare`` sends ``SectionCut`` replies before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import MediaInfo
from kopia_desktop.core.transcript import Section, Segment
from kopia_desktop.core.translators import ProviderName


@dataclass(frozen=True, slots=True)
class Prepare:
    """Decode a recording, find speech, cut sections.

    Sections whose index is in ``finished`` are cut again but neither written nor reported: what a
    first, broken run already stored. ``max_seconds`` bounds the decoded length.
    """

    job_id: str
    media_path: str
    audio_track: int | None
    max_seconds: float
    sections_folder: str
    peaks_path: str
    finished: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class LoadModel:
    """Load a speech model: ``workers`` chunks at a time, each on ``threads`` threads."""

    folder: str
    device: str
    compute_type: str
    workers: int
    threads: int


@dataclass(frozen=True, slots=True)
class SectionFile:
    """A section and the absolute path of its FLAC."""

    path: str
    section: Section


@dataclass(frozen=True, slots=True)
class DetectLanguage:
    """Which language is spoken, judged over several sections together."""

    job_id: str
    files: tuple[SectionFile, ...]


@dataclass(frozen=True, slots=True)
class Recognize:
    """Recognise one section.

    ``language`` is Whisper's code. With ``follow_language`` a chunk that is clearly in another
    language is recognised in that one. ``chunks_at_once`` chunks form one batch of a worker.
    """

    job_id: str
    file: SectionFile
    language: str
    follow_language: bool
    beam_size: int
    chunks_at_once: int


@dataclass(frozen=True, slots=True)
class ProbeCuda:
    """Does CUDA really work here? Answered by a process of its own, because a wrong library kills
    it.
    """

    model_folder: str


@dataclass(frozen=True, slots=True)
class Translate:
    """Translate texts with the translator in ``folder``.

    ``source`` is the code of the transcript's language, ``target`` a code of languages.json.
    """

    provider: ProviderName
    folder: str
    texts: tuple[str, ...]
    source: str
    target: str
    formal: bool


Request = Prepare | LoadModel | DetectLanguage | Recognize | ProbeCuda | Translate


@dataclass(frozen=True, slots=True)
class MediaProbed:
    """First words of ``Prepare``: what the container says."""

    job_id: str
    info: MediaInfo


@dataclass(frozen=True, slots=True)
class SectionCut:
    """A section's FLAC is on disk."""

    job_id: str
    section: Section


@dataclass(frozen=True, slots=True)
class Done:
    """A request ended well."""


@dataclass(frozen=True, slots=True)
class Prepared(Done):
    """All sections are cut. ``duration`` in seconds as decoded, ``sha256`` of the media file in
    hex.
    """

    job_id: str = ""
    duration: float = 0.0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ModelLoaded(Done):
    """The model is in memory; ``model_hash`` identifies its files."""

    device: str = ""
    compute_type: str = ""
    model_hash: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class LanguageDetected(Done):
    """Whisper's code and its probability, 0..1."""

    job_id: str = ""
    language: str = ""
    probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Recognized(Done):
    """The segments of a section, times on the media's clock; ``seconds`` the time it took."""

    job_id: str = ""
    index: int = 0
    segments: tuple[Segment, ...] = ()
    language: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CudaProbed(Done):
    """Whether CUDA works, why not, and the number formats it supports."""

    works: bool = False
    reason: str = ""
    compute_types: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Translated(Done):
    """The texts of a request in its order; ``seconds`` the time it took.

    ``formal_applied``: the asked form of address made a difference to at least one.
    """

    texts: tuple[str, ...] = ()
    formal_applied: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Failed:
    """A request ended with an error. ``bug`` carries the traceback of one that was not expected."""

    error: KopiaError
    bug: str = ""


Reply = MediaProbed | SectionCut | Done | Failed
