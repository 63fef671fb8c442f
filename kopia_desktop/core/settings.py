"""The typed settings: one dataclass a page, each field with the help the settings dialog shows.

They live as JSON in the data folder. A file that cannot be read is kept aside and the defaults are
used; ``load`` says so, and the faces tell the person.
"""

from __future__ import annotations

import dataclasses
import json
import math
import os
import sys
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from kopia_desktop.core.job import ExportWish, JobOptions
from kopia_desktop.core.vocabulary import NO_VOCABULARY, Vocabulary


class Device(StrEnum):
    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


class Theme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def _about(
    help_text: str, low: float | None = None, high: float | None = None
) -> dict[str, str | float | None]:
    """The metadata of a setting: what it does, and its least and greatest value."""
    return {"help": help_text, "low": low, "high": high}


@dataclass(frozen=True, slots=True)
class TranscriptionSettings:
    language: str = field(
        default="auto",
        metadata=_about("Language spoken in new recordings; auto detects it."),
    )
    model: str = field(default="starter", metadata=_about("Speech model for new recordings."))
    remove_filler_words: bool = field(
        default=False,
        metadata=_about("Leave um, uh and the like out; can be switched back."),
    )
    beam_size: int = field(
        default=5,
        metadata=_about("Alternatives followed while recognising; 1 is fastest.", 1, 10),
    )
    translate_to: str = field(
        default="",
        metadata=_about("Languages that new recordings are translated to, as es,fr."),
    )
    vocabulary: str = field(
        default="",
        metadata=_about("List of names and terms for new recordings; empty for none."),
    )


@dataclass(frozen=True, slots=True)
class EngineSettings:
    device: Device = field(
        default=Device.AUTO,
        metadata=_about("Where recognition runs; auto takes CUDA when it works."),
    )
    compute_type: str = field(
        default="auto",
        metadata=_about("Number format of the model; auto takes the device's fastest."),
    )
    threads: int = field(
        default=0, metadata=_about("Processor threads in all; 0 takes every core.", 0, 256)
    )
    parallel: int = field(
        default=0,
        metadata=_about("Recognising processes; 0 decides by cores and memory.", 0, 16),
    )
    idle_minutes: float = field(
        default=10.0,
        metadata=_about("Minutes without work until the model is unloaded.", 0.0, 1440.0),
    )
    max_hours: float = field(
        default=48.0,
        metadata=_about("Longest recording that is accepted, in hours.", 0.01, 1000.0),
    )


@dataclass(frozen=True, slots=True)
class SubtitleSettings:
    """Cue layout; the two pairs are for spaced scripts and for Chinese, Japanese, Korean."""

    max_lines: int = field(default=2, metadata=_about("Lines in a cue.", 1, 4))
    max_line_length: int = field(default=42, metadata=_about("Characters in a line.", 10, 120))
    max_line_length_cjk: int = field(
        default=16,
        metadata=_about("Characters in a line of Chinese, Japanese or Korean.", 5, 60),
    )
    max_rate: float = field(
        default=20.0, metadata=_about("Characters a second a reader can follow.", 5.0, 60.0)
    )
    max_rate_cjk: float = field(
        default=13.0, metadata=_about("The same for Chinese, Japanese and Korean.", 3.0, 40.0)
    )
    min_seconds: float = field(
        default=5 / 6, metadata=_about("Shortest time a cue stands, in seconds.", 0.1, 5.0)
    )
    max_seconds: float = field(
        default=7.0, metadata=_about("Longest time a cue stands, in seconds.", 1.0, 30.0)
    )
    min_gap: float = field(
        default=0.083, metadata=_about("Pause between cues, in seconds (2 frames).", 0.0, 1.0)
    )


@dataclass(frozen=True, slots=True)
class ApiSettings:
    enabled: bool = field(
        default=True,
        metadata=_about("Serve the REST API to programs of this computer that know its key."),
    )
    port: int = field(
        default=8756, metadata=_about("Port of the API on 127.0.0.1; 0 takes a free one.", 0, 65535)
    )
    ipv6: bool = field(default=False, metadata=_about("Serve the API on ::1 too."))
    max_unfinished: int = field(
        default=1000,
        metadata=_about("Unfinished jobs from which the API takes no more.", 1, 1_000_000),
    )
    max_media_gib: float = field(
        default=50.0,
        metadata=_about("Largest recording that is uploaded or fetched, in GiB.", 0.001, 10_000.0),
    )

    @property
    def max_media_bytes(self) -> int:
        return round(self.max_media_gib * 2**30)


@dataclass(frozen=True, slots=True)
class ExportSettings:
    auto: bool = field(
        default=False, metadata=_about("Write a file when a transcript is complete.")
    )
    formats: str = field(default="srt", metadata=_about("Formats of that file, as srt,docx."))
    folder: str = field(
        default="",
        metadata=_about("Folder for that file; empty puts it beside the recording."),
    )

    @property
    def wish(self) -> ExportWish | None:
        """What new recordings carry along; None where nothing is to be written."""
        formats = listed(self.formats)
        return ExportWish(formats, self.folder) if self.auto and formats else None


@dataclass(frozen=True, slots=True)
class AppearanceSettings:
    theme: Theme = field(
        default=Theme.SYSTEM, metadata=_about("Light or dark; system follows the computer.")
    )
    language: str = field(
        default="auto",
        metadata=_about("Language of the window, as en, de or ar; auto follows the computer."),
    )
    reading_points: int = field(
        default=15, metadata=_about("Letter size of the transcript, in points.", 10, 40)
    )
    motion: bool = field(
        default=True, metadata=_about("Animate what moves, unless the computer says otherwise.")
    )


@dataclass(frozen=True, slots=True)
class PrivacySettings:
    notifications: bool = field(
        default=True,
        metadata=_about("Notify when a recording is done and the window is not in front."),
    )
    names_in_notifications: bool = field(
        default=True, metadata=_about("Name the recording in notifications.")
    )
    keep_in_tray: bool = field(
        default=False,
        metadata=_about("Keep running in the tray when the window is closed."),
    )


@dataclass(frozen=True, slots=True)
class Settings:
    transcription: TranscriptionSettings = field(default_factory=TranscriptionSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    subtitles: SubtitleSettings = field(default_factory=SubtitleSettings)
    api: ApiSettings = field(default_factory=ApiSettings)
    export: ExportSettings = field(default_factory=ExportSettings)
    appearance: AppearanceSettings = field(default_factory=AppearanceSettings)
    privacy: PrivacySettings = field(default_factory=PrivacySettings)

    def job_options(self, vocabulary: Vocabulary = NO_VOCABULARY) -> JobOptions:
        """What a person's new recordings are done with; the terms are those of the chosen list."""
        chosen = self.transcription
        return JobOptions(
            language=chosen.language,
            model=chosen.model,
            remove_filler_words=chosen.remove_filler_words,
            translate_to=listed(chosen.translate_to),
            export=self.export.wish,
            vocabulary=vocabulary,
        )


def listed(text: str) -> tuple[str, ...]:
    """The entries of a setting that holds several, parted by commas; none twice."""
    return tuple(dict.fromkeys(entry for part in text.split(",") if (entry := part.strip())))


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and where a broken file was put aside (None when all was well)."""

    settings: Settings
    put_aside: Path | None = None


def load(path: Path) -> LoadedSettings:
    """Read the settings file.

    Unknown keys are ignored; a broken file is renamed and the defaults hold.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
        return LoadedSettings(_page(Settings, raw))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (ValueError, TypeError, OverflowError, RecursionError, OSError):
        # Nanoseconds, so that two broken files in one second do not take each other's name.
        aside = path.with_name(f"{path.stem}.broken-{time.time_ns()}{path.suffix}")
        try:
            path.replace(aside)
        except OSError:
            return LoadedSettings(Settings(), path)
        return LoadedSettings(Settings(), aside)


def save(settings: Settings, path: Path) -> None:
    """Write all settings in one atomic step that a power cut cannot leave half done.

    Raises OSError; the old file then stands as it was.
    """
    temporary = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8") as file:
            json.dump(dataclasses.asdict(settings), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def given_api_key() -> str | None:
    """``KOPIA_API_KEY``: a key chosen by whoever starts the program."""
    return os.environ.get("KOPIA_API_KEY") or None


def model_endpoint() -> str | None:
    """``KOPIA_MODEL_ENDPOINT``: a mirror of the model hub."""
    return os.environ.get("KOPIA_MODEL_ENDPOINT") or None


def argos_index() -> str | None:
    """``KOPIA_ARGOS_INDEX``: where the list of Argos packages is instead of the public one."""
    return os.environ.get("KOPIA_ARGOS_INDEX") or None


def has_screen() -> bool:
    """Whether a window can be opened here (asked on Linux only; others always have a screen)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


PageT = TypeVar("PageT")


def _page(kind: type[PageT], raw: object) -> PageT:
    """Build a settings dataclass from JSON, each value checked against type and range."""
    if not isinstance(raw, dict):
        raise TypeError(f"{kind.__name__}: expected an object")
    hints = get_type_hints(kind)
    values: dict[str, Any] = {}
    for item in dataclasses.fields(kind):  # type: ignore[arg-type]
        if item.name in raw:
            values[item.name] = _value(hints[item.name], raw[item.name], item.metadata, item.name)
    return kind(**values)


def _value(kind: Any, raw: Any, metadata: Any, name: str) -> Any:
    if dataclasses.is_dataclass(kind):
        return _page(kind, raw)  # type: ignore[arg-type]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(raw)
    if kind is float and type(raw) is int:
        raw = float(raw)
    if type(raw) is not kind:
        raise TypeError(f"{name}: expected {kind.__name__}")
    if kind is float and not math.isfinite(raw):  # Python's JSON knows NaN and Infinity
        raise ValueError(f"{name}: {raw} is not a number")
    low, high = metadata.get("low"), metadata.get("high")
    if (low is not None and raw < low) or (high is not None and raw > high):
        raise ValueError(f"{name}: {raw} is not between {low} and {high}")
    return raw
