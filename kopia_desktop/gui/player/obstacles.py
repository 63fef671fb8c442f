"""What keeps a recording from being played, and the words for it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.job import MediaState
from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP


class Obstacle(StrEnum):
    """Why there is nothing to hear; everything but playing works on."""

    MISSING = "missing"
    CHANGED = "changed"
    NO_MEDIA = "no_media"  # still to be fetched or uploaded
    UNSEEN = "unseen"  # what is in the file is not known yet
    UNAVAILABLE = "unavailable"  # QtMultimedia is not there or does not work
    UNPLAYABLE = "unplayable"  # Qt's decoder refuses this file

    def can_be_located(self) -> bool:
        """A person can help by showing where the file is."""
        return self in (Obstacle.MISSING, Obstacle.CHANGED)


_SENTENCES = {
    Obstacle.MISSING: QT_TRANSLATE_NOOP("Player", "The recording is no longer where it was."),
    Obstacle.CHANGED: QT_TRANSLATE_NOOP(
        "Player", "The file there is not the one that was transcribed."
    ),
    Obstacle.NO_MEDIA: QT_TRANSLATE_NOOP("Player", "The recording has not arrived yet."),
    Obstacle.UNSEEN: QT_TRANSLATE_NOOP(
        "Player", "The recording can be played once work on it has begun."
    ),
    Obstacle.UNAVAILABLE: QT_TRANSLATE_NOOP(
        "Player", "Playing is not available on this computer; everything else works."
    ),
    Obstacle.UNPLAYABLE: QT_TRANSLATE_NOOP(
        "Player", "The recording cannot be played here; everything else works."
    ),
}

_OF_STATE = {
    MediaState.MISSING: Obstacle.MISSING,
    MediaState.CHANGED: Obstacle.CHANGED,
    MediaState.NONE: Obstacle.NO_MEDIA,
}


def sentence(obstacle: Obstacle) -> str:
    """The obstacle in one sentence."""
    return QCoreApplication.translate("Player", _SENTENCES[obstacle])


def obstacle_of(state: MediaState) -> Obstacle | None:
    """What a file's state means for playing it."""
    return _OF_STATE.get(state)
