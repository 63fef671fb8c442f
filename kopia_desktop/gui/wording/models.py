"""Names of speech models as a person reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.speech_models import STARTER


def model_name(name: str) -> str:
    """The model's own name; the embedded one is called what it is."""
    if name == STARTER:
        return QCoreApplication.translate("Models", "Starter model")
    return name


def model_described(name: str) -> str:
    """The model's own name; the embedded one says what it is for."""
    if name == STARTER:
        return QCoreApplication.translate("Models", "Starter (for trying out)")
    return name


def not_installed(name: str) -> str:
    """The name of something that is chosen and is not on this computer any more."""
    return QCoreApplication.translate("Models", "{name} (not installed)").format(name=name)
