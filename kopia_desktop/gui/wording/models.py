"""Names of speech models as a person reads them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.speech_models import STARTER


def model_name(name: str) -> str:
    """The model's own name; the embedded one is called what it is."""
    if name == STARTER:
        return QCoreApplication.translate("Models", "Starter model")
    return name
