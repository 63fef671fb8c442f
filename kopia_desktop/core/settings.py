"""The typed settings: one dataclass a page, each field with the help the settings dialog shows.

They live as JSON in the data folder. A file that cannot be read is kept aside and the defaults are used;
``load`` says so, and the faces tell the person.
"""

from __future__ import annotations

import dataclasses
import json
import os
import time
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, get_type_hints


class Device(StrEnum):
    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"


def _setting(
    default: Any, help_text: str, low: float | None = None, high: float | None = None
) -> Any:
    return field(default=default, metadata={"help": help_text, "low": low, "high": high})


@dataclass(frozen=True, slots=True)
class TranscriptionSettings:
    language: str = _setting("auto", "Language spoken in new recordings; auto detects it.")
    model: str = _setting("starter", "Speech model for new recordings.")
    remove_filler_words: bool = _setting(
        False, "Leave um, uh and the like out; can be switched back."
    )
    beam_size: int = _setting(5, "Alternatives followed while recognising; 1 is fastest.", 1, 10)


@dataclass(frozen=True, slots=True)
class EngineSettings:
    device: Device = _setting(Device.AUTO, "Where recognition runs; auto takes CUDA when it works.")
    compute_type: str = _setting(
        "auto", "Number format of the model; auto takes the device's fastest."
    )
    threads: int = _setting(0, "Processor threads in all; 0 takes every core.", 0, 256)
    parallel: int = _setting(0, "Recognising processes; 0 decides by cores and memory.", 0, 16)
    idle_minutes: float = _setting(
        10.0, "Minutes without work until the model is unloaded.", 0.0, 1440.0
    )
    max_hours: float = _setting(48.0, "Longest recording that is accepted, in hours.", 0.01, 1000.0)


@dataclass(frozen=True, slots=True)
class SubtitleSettings:
    """Cue layout; the two pairs are for spaced scripts and for Chinese, Japanese, Korean."""

    max_lines: int = _setting(2, "Lines in a cue.", 1, 4)
    max_line_length: int = _setting(42, "Characters in a line.", 10, 120)
    max_line_length_cjk: int = _setting(
        16, "Characters in a line of Chinese, Japanese or Korean.", 5, 60
    )
    max_rate: float = _setting(20.0, "Characters a second a reader can follow.", 5.0, 60.0)
    max_rate_cjk: float = _setting(13.0, "The same for Chinese, Japanese and Korean.", 3.0, 40.0)
    min_seconds: float = _setting(5 / 6, "Shortest time a cue stands, in seconds.", 0.1, 5.0)
    max_seconds: float = _setting(7.0, "Longest time a cue stands, in seconds.", 1.0, 30.0)
    min_gap: float = _setting(0.083, "Pause between cues, in seconds (2 frames).", 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Settings:
    transcription: TranscriptionSettings = field(default_factory=TranscriptionSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    subtitles: SubtitleSettings = field(default_factory=SubtitleSettings)


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """The settings, and where a broken file was put aside (None when all was well)."""

    settings: Settings
    put_aside: Path | None = None


def load(path: Path) -> LoadedSettings:
    """Read the settings file; unknown keys are ignored, a broken file is renamed and the defaults hold."""
    try:
        raw = json.loads(path.read_text("utf-8"))
        return LoadedSettings(_page(Settings, raw))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (ValueError, TypeError, OSError):
        aside = path.with_name(f"{path.stem}.broken-{int(time.time())}{path.suffix}")
        try:
            path.replace(aside)
        except OSError:
            return LoadedSettings(Settings(), path)
        return LoadedSettings(Settings(), aside)


def save(settings: Settings, path: Path) -> None:
    """Write all settings in one atomic step."""
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(dataclasses.asdict(settings), indent=1), "utf-8")
    temporary.replace(path)


def model_endpoint() -> str | None:
    """``KOPIA_MODEL_ENDPOINT``: a mirror of the model hub."""
    return os.environ.get("KOPIA_MODEL_ENDPOINT") or None


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
    low, high = metadata.get("low"), metadata.get("high")
    if (low is not None and raw < low) or (high is not None and raw > high):
        raise ValueError(f"{name}: {raw} is not between {low} and {high}")
    return raw
