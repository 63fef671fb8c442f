"""The options of new recordings in one short line."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.settings import Settings, listed
from kopia_desktop.gui.wording.jobs import joined
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.models import model_name


def options_text(settings: Settings) -> str:
    """ "Auto-detect · Starter model · fillers kept", and what else is done when it is complete."""
    chosen = settings.transcription
    fillers = (
        QCoreApplication.translate("Options", "fillers off")
        if chosen.remove_filler_words
        else QCoreApplication.translate("Options", "fillers kept")
    )
    parts = [language_name(chosen.language), model_name(chosen.model), fillers]
    if chosen.vocabulary:
        parts.append(chosen.vocabulary)
    targets = listed(chosen.translate_to)
    if targets:
        parts.append("→ " + ", ".join(map(language_name, targets)))
    wish = settings.export.wish
    if wish is not None:
        parts.append(", ".join(wish.formats).upper())
    return joined(*parts)
