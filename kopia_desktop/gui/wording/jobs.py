"""The job list in words: statuses, the line that matters of a job, what a screen reader says."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.pace import Pace
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.times import clock, percent, speed, time_left

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_JOINERS = "\u200c\u200d"  # of Persian words and of emoji
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Mark(Enum):
    """The sign before a state line: an icon's name, none where words are enough."""

    NONE = ""
    ERROR = "error"
    STOPPED = "stop"
    PAUSED = "pause"
    WAITING = "queued"
    FETCHING = "download"
    LEAVING = "delete"


class Leaving(Enum):
    """How far the deletion of a job is."""

    SOON = auto()  # it can still be undone
    NOW = auto()


@dataclass(frozen=True, slots=True)
class StateLine:
    """The one thing that matters of a job now."""

    text: str
    mark: Mark = Mark.NONE


def shown_name(name: str) -> str:
    """A file's name as it can stand in a line.

    What would turn the text round it is left out, so that a name cannot hide how it ends.
    """
    return "".join(_shown(letter) for letter in name if letter not in _DIRECTIONS)


def _shown(letter: str) -> str:
    if letter.isprintable() or letter in _JOINERS:
        return letter
    return " " if unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Zs") else "\ufffd"


def state_line(job: Job, *, pace: Pace | None = None, leaving: Leaving | None = None) -> StateLine:
    """What the second line of a job's row says."""
    if leaving is Leaving.SOON:
        return StateLine(QCoreApplication.translate("Jobs", "Deleting in a moment"), Mark.LEAVING)
    if leaving is Leaving.NOW:
        return StateLine(QCoreApplication.translate("Jobs", "Deleting"), Mark.LEAVING)
    if job.status is JobStatus.FAILED:
        return _failed(job)
    if job.status is JobStatus.COMPLETED:
        language = (
            QCoreApplication.translate("Jobs", "no speech")
            if job.found_no_speech()
            else _language(job)
        )
        return StateLine(joined(_length(job), language, QCoreApplication.translate("Jobs", "done")))
    if job.paused:
        return StateLine(
            joined(QCoreApplication.translate("Jobs", "Paused"), _share(job)), Mark.PAUSED
        )
    if job.status is JobStatus.PROCESSING:
        return StateLine(_running(job, pace))
    if job.is_fetching():
        host = urlsplit(job.media_url or "").hostname or ""
        return StateLine(
            QCoreApplication.translate("Jobs", "Fetching from {host}").format(host=host),
            Mark.FETCHING,
        )
    if job.takes_upload():
        return StateLine(
            QCoreApplication.translate("Jobs", "Waiting for its upload"), Mark.FETCHING
        )
    return StateLine(
        joined(QCoreApplication.translate("Jobs", "Waiting"), _share(job) or _length(job)),
        Mark.WAITING,
    )


def joined(*pieces: str) -> str:
    """Facts in a row; in a right-to-left window each keeps the direction of its own."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        pieces = tuple(f"{_ISOLATE}{piece}{_END_ISOLATE}" for piece in pieces if piece)
    return " · ".join(piece for piece in pieces if piece)


def status_word(job: Job) -> str:
    """A job's status for someone who hears it."""
    if job.was_cancelled():
        return QCoreApplication.translate("Jobs", "stopped")
    if job.paused and not job.status.is_finished():
        return QCoreApplication.translate("Jobs", "paused")
    words = {
        JobStatus.PENDING: QCoreApplication.translate("Jobs", "waiting for its recording"),
        JobStatus.UPLOADED: QCoreApplication.translate("Jobs", "waiting"),
        JobStatus.QUEUED: QCoreApplication.translate("Jobs", "waiting"),
        JobStatus.PROCESSING: QCoreApplication.translate("Jobs", "being transcribed"),
        JobStatus.COMPLETED: QCoreApplication.translate("Jobs", "completed"),
        JobStatus.FAILED: QCoreApplication.translate("Jobs", "failed"),
    }
    return words[job.status]


def spoken(job: Job, *, pace: Pace | None = None, leaving: Leaving | None = None) -> str:
    """The whole row for a screen reader: "Interview with Ana, completed, 24 minutes, English"."""
    pieces = [shown_name(job.title)]
    if leaving is not None:
        pieces.append(state_line(job, leaving=leaving).text)
        return ", ".join(pieces)
    pieces.append(status_word(job))
    if job.status is JobStatus.FAILED and job.error and not job.was_cancelled():
        pieces.append(worded(job.error).sentence)
        return ", ".join(pieces)
    if job.status is JobStatus.PROCESSING:
        left = pace.seconds_left(job.duration) if pace and job.duration else None
        pieces += [_share(job), "" if left is None else time_left(left)]
    if job.duration:
        pieces.append(spoken_length(job.duration))
    if job.found_no_speech():
        pieces.append(QCoreApplication.translate("Jobs", "no speech"))
    elif job.status is JobStatus.COMPLETED:
        pieces.append(_language(job))
    return ", ".join(piece for piece in pieces if piece)


def spoken_length(seconds: float) -> str:
    """A length of time in words: "50 seconds", "24 minutes", "1 hour, 12 minutes"."""
    if seconds < 60:
        return QCoreApplication.translate("Jobs", "%n second(s)", "", round(seconds))
    hours, minutes = divmod(round(seconds / 60), 60)
    pieces = [QCoreApplication.translate("Jobs", "%n hour(s)", "", hours)] if hours else []
    if minutes:
        pieces.append(QCoreApplication.translate("Jobs", "%n minute(s)", "", minutes))
    return ", ".join(pieces)


def counted(number: int) -> str:
    """A number of jobs as the person's locale writes it."""
    return QLocale().toString(number)


def _failed(job: Job) -> StateLine:
    if job.was_cancelled():
        return StateLine(
            joined(QCoreApplication.translate("Jobs", "Stopped"), _share(job)), Mark.STOPPED
        )
    if job.error is None:
        return StateLine(QCoreApplication.translate("Jobs", "Failed"), Mark.ERROR)
    return StateLine(worded(job.error).sentence, Mark.ERROR)


def _running(job: Job, pace: Pace | None) -> str:
    if job.progress <= 0.0:
        return joined(QCoreApplication.translate("Jobs", "Starting"), _length(job))
    times = None if pace is None else pace.speed
    left = pace.seconds_left(job.duration) if pace and job.duration else None
    return joined(
        percent(job.progress),
        "" if times is None else speed(times),
        "" if left is None else time_left(left),
    )


def _share(job: Job) -> str:
    return percent(job.progress) if job.progress > 0.0 else ""


def _length(job: Job) -> str:
    return clock(job.duration) if job.duration else ""


def _language(job: Job) -> str:
    return language_name(job.spoken_language) if job.spoken_language else ""
