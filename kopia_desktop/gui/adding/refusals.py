"""What was not taken, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.job import JobError
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP
from kopia_desktop.services.collecting import Reason, Refusal

_SENTENCES = {
    Reason.FOLDER_UNREADABLE: QT_TRANSLATE_NOOP(
        "Refusals", "This folder cannot be read. Check that you may open it."
    ),
    Reason.NO_MEDIA_INSIDE: QT_TRANSLATE_NOOP(
        "Refusals", "There is no audio or video file in this folder."
    ),
    Reason.TOO_MANY: QT_TRANSLATE_NOOP(
        "Refusals", "There is more in it than can be added at once. Add its folders one by one."
    ),
    "media_not_found": QT_TRANSLATE_NOOP(
        "Refusals", "The file is no longer where it was. Add it again from where it is now."
    ),
}


def sentence(refusal: Refusal) -> str:
    """Why, and what to do about it."""
    found = _SENTENCES.get(refusal.code)
    if found is not None:
        return QCoreApplication.translate("Refusals", found)
    return worded(JobError(refusal.code, refusal.message, refusal.hint)).text
