"""What is installed, from the packages' metadata: no native library is loaded for it."""

from __future__ import annotations

import platform
from importlib import metadata

from kopia_desktop import __version__

_PACKAGES = (
    "faster-whisper",
    "ctranslate2",
    "onnxruntime",
    "av",
    "soundfile",
    "peewee",
    "starlette",
    "uvicorn",
    "pydantic",
    "httpcore2",
    "PySide6-Essentials",
)


def versions() -> tuple[tuple[str, str], ...]:
    """Name and version of the program, of Python with the system, and of each package."""
    return (
        ("Kopia Desktop", __version__),
        ("Python", f"{platform.python_version()} on {platform.platform()}"),
        *((package, _version(package)) for package in _PACKAGES),
    )


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"
