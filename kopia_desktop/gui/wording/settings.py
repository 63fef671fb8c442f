"""The settings in words: a label and a line of help each, units, and the names of choices.

Help is core's own text, in the window's language. Where core's speaks of how a value is written in
the file, a row of ``_REWORDED`` says what a person does instead.
"""

from __future__ import annotations

from dataclasses import Field
from typing import Any

from PySide6.QtCore import QCoreApplication

from kopia_desktop.exporters import EXPORTERS
from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP

_CONTEXT = "Settings"

_LABELS = {
    "transcription.language": QT_TRANSLATE_NOOP("Settings", "Spoken language"),
    "transcription.model": QT_TRANSLATE_NOOP("Settings", "Speech model"),
    "transcription.remove_filler_words": QT_TRANSLATE_NOOP("Settings", "Leave filler words out"),
    "transcription.beam_size": QT_TRANSLATE_NOOP("Settings", "Thoroughness"),
    "transcription.translate_to": QT_TRANSLATE_NOOP("Settings", "Translate to"),
    "transcription.vocabulary": QT_TRANSLATE_NOOP("Settings", "Vocabulary"),
    "engine.device": QT_TRANSLATE_NOOP("Settings", "Run on"),
    "engine.compute_type": QT_TRANSLATE_NOOP("Settings", "Number format"),
    "engine.threads": QT_TRANSLATE_NOOP("Settings", "Processor threads"),
    "engine.parallel": QT_TRANSLATE_NOOP("Settings", "Processes at once"),
    "engine.idle_minutes": QT_TRANSLATE_NOOP("Settings", "Unload the model after"),
    "engine.max_hours": QT_TRANSLATE_NOOP("Settings", "Longest recording"),
    "subtitles.max_lines": QT_TRANSLATE_NOOP("Settings", "Lines"),
    "subtitles.max_line_length": QT_TRANSLATE_NOOP("Settings", "Line length"),
    "subtitles.max_line_length_cjk": QT_TRANSLATE_NOOP("Settings", "Line length, East Asian"),
    "subtitles.max_rate": QT_TRANSLATE_NOOP("Settings", "Reading speed"),
    "subtitles.max_rate_cjk": QT_TRANSLATE_NOOP("Settings", "Reading speed, East Asian"),
    "subtitles.min_seconds": QT_TRANSLATE_NOOP("Settings", "Shortest time"),
    "subtitles.max_seconds": QT_TRANSLATE_NOOP("Settings", "Longest time"),
    "subtitles.min_gap": QT_TRANSLATE_NOOP("Settings", "Pause between subtitles"),
    "api.enabled": QT_TRANSLATE_NOOP("Settings", "Serve the API"),
    "api.port": QT_TRANSLATE_NOOP("Settings", "Port"),
    "api.ipv6": QT_TRANSLATE_NOOP("Settings", "IPv6 too"),
    "api.max_unfinished": QT_TRANSLATE_NOOP("Settings", "Most unfinished jobs"),
    "api.max_media_gib": QT_TRANSLATE_NOOP("Settings", "Largest recording"),
    "export.auto": QT_TRANSLATE_NOOP("Settings", "Export by itself"),
    "export.formats": QT_TRANSLATE_NOOP("Settings", "Formats"),
    "export.folder": QT_TRANSLATE_NOOP("Settings", "Folder"),
    "appearance.theme": QT_TRANSLATE_NOOP("Settings", "Theme"),
    "appearance.language": QT_TRANSLATE_NOOP("Settings", "Language of the window"),
    "appearance.reading_points": QT_TRANSLATE_NOOP("Settings", "Reading size"),
    "appearance.motion": QT_TRANSLATE_NOOP("Settings", "Motion"),
    "privacy.notifications": QT_TRANSLATE_NOOP("Settings", "Notifications"),
    "privacy.names_in_notifications": QT_TRANSLATE_NOOP("Settings", "Names in notifications"),
    "privacy.keep_in_tray": QT_TRANSLATE_NOOP("Settings", "Keep running in the tray"),
}

_REWORDED = {
    "transcription.language": QT_TRANSLATE_NOOP(
        "Settings", "What is spoken in new recordings, if you know it."
    ),
    "transcription.translate_to": QT_TRANSLATE_NOOP(
        "Settings", "New recordings are translated to what is checked here."
    ),
    "transcription.vocabulary": QT_TRANSLATE_NOOP(
        "Settings", "Names and terms to listen for in new recordings, and how they are spelled."
    ),
    "engine.device": QT_TRANSLATE_NOOP(
        "Settings", "Automatic takes the graphics card when it really works."
    ),
    "engine.compute_type": QT_TRANSLATE_NOOP(
        "Settings", "How the model reckons; automatic takes the fastest of the device."
    ),
    "engine.threads": QT_TRANSLATE_NOOP("Settings", "How much of the processor is used in all."),
    "engine.parallel": QT_TRANSLATE_NOOP(
        "Settings", "Automatic decides by the processor's cores and the memory."
    ),
    "engine.idle_minutes": QT_TRANSLATE_NOOP(
        "Settings", "Without work for so long, the memory of the model is given back."
    ),
    "engine.max_hours": QT_TRANSLATE_NOOP("Settings", "Longer ones are not accepted."),
    "subtitles.min_seconds": QT_TRANSLATE_NOOP("Settings", "No subtitle stands for less."),
    "subtitles.max_seconds": QT_TRANSLATE_NOOP("Settings", "No subtitle stands for more."),
    "subtitles.min_gap": QT_TRANSLATE_NOOP("Settings", "So that the eye sees the change."),
    "api.port": QT_TRANSLATE_NOOP("Settings", "Where programs of this computer find the API."),
    "api.ipv6": QT_TRANSLATE_NOOP("Settings", "Also for programs that ask for ::1."),
    "api.max_unfinished": QT_TRANSLATE_NOOP(
        "Settings", "With so many, the API takes no more; the window still does."
    ),
    "api.max_media_gib": QT_TRANSLATE_NOOP(
        "Settings", "Larger ones are neither uploaded nor fetched."
    ),
    "export.formats": QT_TRANSLATE_NOOP("Settings", "One file is written in each."),
    "export.folder": QT_TRANSLATE_NOOP("Settings", "Where those files go."),
    "appearance.theme": QT_TRANSLATE_NOOP("Settings", "Follow the computer, or stay as you like."),
    "appearance.language": QT_TRANSLATE_NOOP(
        "Settings", "Windows that are open now change when the program is next started."
    ),
    "appearance.reading_points": QT_TRANSLATE_NOOP("Settings", "Size of the transcript's letters."),
}

_CORE_HELP = (
    QT_TRANSLATE_NOOP("Settings", "Speech model for new recordings."),
    QT_TRANSLATE_NOOP("Settings", "Leave um, uh and the like out; can be switched back."),
    QT_TRANSLATE_NOOP("Settings", "Alternatives followed while recognising; 1 is fastest."),
    QT_TRANSLATE_NOOP("Settings", "Lines in a cue."),
    QT_TRANSLATE_NOOP("Settings", "Characters in a line."),
    QT_TRANSLATE_NOOP("Settings", "Characters in a line of Chinese, Japanese or Korean."),
    QT_TRANSLATE_NOOP("Settings", "Characters a second a reader can follow."),
    QT_TRANSLATE_NOOP("Settings", "The same for Chinese, Japanese and Korean."),
    QT_TRANSLATE_NOOP(
        "Settings", "Serve the REST API to programs of this computer that know its key."
    ),
    QT_TRANSLATE_NOOP("Settings", "Write a file when a transcript is complete."),
    QT_TRANSLATE_NOOP("Settings", "Animate what moves, unless the computer says otherwise."),
    QT_TRANSLATE_NOOP(
        "Settings", "Notify when a recording is done and the window is not in front."
    ),
    QT_TRANSLATE_NOOP("Settings", "Name the recording in notifications."),
    QT_TRANSLATE_NOOP("Settings", "Keep running in the tray when the window is closed."),
)

_UNITS = {
    "engine.idle_minutes": QT_TRANSLATE_NOOP("Settings", " min"),
    "engine.max_hours": QT_TRANSLATE_NOOP("Settings", " h"),
    "subtitles.max_line_length": QT_TRANSLATE_NOOP("Settings", " characters"),
    "subtitles.max_line_length_cjk": QT_TRANSLATE_NOOP("Settings", " characters"),
    "subtitles.max_rate": QT_TRANSLATE_NOOP("Settings", " characters/s"),
    "subtitles.max_rate_cjk": QT_TRANSLATE_NOOP("Settings", " characters/s"),
    "subtitles.min_seconds": QT_TRANSLATE_NOOP("Settings", " s"),
    "subtitles.max_seconds": QT_TRANSLATE_NOOP("Settings", " s"),
    "subtitles.min_gap": QT_TRANSLATE_NOOP("Settings", " s"),
    "api.max_media_gib": QT_TRANSLATE_NOOP("Settings", " GiB"),
    "appearance.reading_points": QT_TRANSLATE_NOOP("Settings", " pt"),
}

_LEAST = {
    "engine.threads": QT_TRANSLATE_NOOP("Settings", "All cores"),
    "engine.parallel": QT_TRANSLATE_NOOP("Settings", "Automatic"),
    "engine.idle_minutes": QT_TRANSLATE_NOOP("Settings", "At once"),
    "api.port": QT_TRANSLATE_NOOP("Settings", "Any free one"),
    "subtitles.min_gap": QT_TRANSLATE_NOOP("Settings", "None"),
}

_CHOICES = {
    "engine.device": {
        "auto": QT_TRANSLATE_NOOP("Settings", "Automatic"),
        "cpu": QT_TRANSLATE_NOOP("Settings", "Processor (CPU)"),
        "cuda": QT_TRANSLATE_NOOP("Settings", "Graphics card (CUDA)"),
    },
    "engine.compute_type": {
        "auto": QT_TRANSLATE_NOOP("Settings", "Automatic"),
        "int8": QT_TRANSLATE_NOOP("Settings", "8-bit integers (int8)"),
        "int8_float32": QT_TRANSLATE_NOOP("Settings", "8-bit and 32-bit (int8_float32)"),
        "int8_float16": QT_TRANSLATE_NOOP("Settings", "8-bit and 16-bit (int8_float16)"),
        "float16": QT_TRANSLATE_NOOP("Settings", "16-bit (float16)"),
        "bfloat16": QT_TRANSLATE_NOOP("Settings", "16-bit (bfloat16)"),
        "float32": QT_TRANSLATE_NOOP("Settings", "32-bit (float32)"),
    },
    "appearance.theme": {
        "system": QT_TRANSLATE_NOOP("Settings", "As the computer"),
        "light": QT_TRANSLATE_NOOP("Settings", "Light"),
        "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
    },
}

_FORMATS = {
    "srt": QT_TRANSLATE_NOOP("Settings", "Subtitles (SRT)"),
    "vtt": QT_TRANSLATE_NOOP("Settings", "Subtitles for the web (VTT)"),
    "txt": QT_TRANSLATE_NOOP("Settings", "Plain text (TXT)"),
    "txt-times": QT_TRANSLATE_NOOP("Settings", "Plain text with times (TXT)"),
    "json": QT_TRANSLATE_NOOP("Settings", "All data with words (JSON)"),
    "csv": QT_TRANSLATE_NOOP("Settings", "Table (CSV)"),
    "md": QT_TRANSLATE_NOOP("Settings", "Markdown (MD)"),
    "docx": QT_TRANSLATE_NOOP("Settings", "Word document (DOCX)"),
    "html": QT_TRANSLATE_NOOP("Settings", "Web page (HTML)"),
}


def label(page: str, name: str) -> str:
    """What the setting is called; its name in the file where nobody has worded it yet."""
    found = _LABELS.get(f"{page}.{name}")
    return name.replace("_", " ") if found is None else _translated(found)


def help_text(page: str, item: Field[Any]) -> str:
    """One line on what the setting does."""
    text: str = _REWORDED.get(f"{page}.{item.name}") or item.metadata["help"]
    return _translated(text)


def unit(page: str, name: str) -> str:
    """What stands after the number, its space included; empty for plain numbers."""
    found = _UNITS.get(f"{page}.{name}")
    return "" if found is None else _translated(found)


def least(page: str, name: str) -> str:
    """What the smallest number means, where it means something else than a number."""
    found = _LEAST.get(f"{page}.{name}")
    return "" if found is None else _translated(found)


def choices(page: str, name: str) -> dict[str, str]:
    """The values of a setting that is chosen from a few, with their names."""
    found = _CHOICES.get(f"{page}.{name}", {})
    return {value: _translated(text) for value, text in found.items()}


def format_name(name: str) -> str:
    """An export format for a person; its name where nobody has worded it yet."""
    found = _FORMATS.get(name)
    return name if found is None else _translated(found)


def format_names() -> dict[str, str]:
    """All formats with their names, in the registry's order."""
    return {name: format_name(name) for name in EXPORTERS}


def worded() -> frozenset[str]:
    """``page.name`` of the settings that have a label; a test holds them against core's."""
    return frozenset(_LABELS)


def worded_help() -> frozenset[str]:
    """The lines of help that can be translated."""
    return frozenset(_CORE_HELP) | frozenset(_REWORDED.values())


def worded_formats() -> frozenset[str]:
    """Formats that have a name; a test holds them against the registry."""
    return frozenset(_FORMATS)


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
