"""Why a correction was not taken, in words that fit what was tried."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.errors import StateConflict
from kopia_desktop.gui.transcript.corrections import Attempt, Failure
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP

_CONFLICTS = {
    Attempt.TEXT: QT_TRANSLATE_NOOP("Corrections", "A line needs words. Delete it instead."),
    Attempt.TIMES: QT_TRANSLATE_NOOP("Corrections", "A line must end after its start."),
    Attempt.SPLIT: QT_TRANSLATE_NOOP(
        "Corrections", "A line can only be split between two words. Put the cursor there."
    ),
    Attempt.UNDO: QT_TRANSLATE_NOOP(
        "Corrections",
        "This line was changed in another way since, so it cannot be undone. Change it by hand.",
    ),
    Attempt.REDO: QT_TRANSLATE_NOOP(
        "Corrections",
        "This line was changed in another way since, so it cannot be redone. Change it by hand.",
    ),
}


def refusal_words(failure: Failure) -> str:
    """A sentence and what to do next, in the window's language."""
    if isinstance(failure.error, StateConflict) and failure.attempt in _CONFLICTS:
        return QCoreApplication.translate("Corrections", _CONFLICTS[failure.attempt])
    return worded(failure.error).text
