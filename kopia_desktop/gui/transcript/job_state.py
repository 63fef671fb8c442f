"""What stands where there is no text, and above it when something went wrong."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.gui.notices import NoticeBar, Tone
from kopia_desktop.gui.theme import GRID, MARGIN, Theming
from kopia_desktop.gui.wording.errors import worded

_TO_LOCATE = frozenset({"media_not_found", "media_unreadable", "media_changed"})
"""Errors that finding the file can mend."""


class Help(Enum):
    """What the button under a sentence does."""

    NONE = auto()
    RETRY = auto()
    LOCATE = auto()


def help_for(job: Job) -> Help:
    """What helps a job that did not succeed."""
    if job.status is not JobStatus.FAILED:
        return Help.NONE
    return Help.LOCATE if job.error and job.error.code in _TO_LOCATE else Help.RETRY


class FailureStrip(NoticeBar):
    """The sentence of a failed job and a button that helps."""

    retry_clicked = Signal()
    locate_clicked = Signal()

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(theming, parent, Tone.ERROR)
        self._help = Help.NONE
        self.setObjectName("transcript-failure")
        self._button = QPushButton(self)
        self._button.setObjectName("transcript-help")
        self._button.clicked.connect(self._clicked)
        self._row.addWidget(self._button)
        self.hide()

    def set_job(self, job: Job) -> None:
        """Shown while the job has failed."""
        self._help = help_for(job)
        if job.error is not None:
            error = worded(job.error)
            self.say(error.text, details=error.details)
        locate = self._help is Help.LOCATE
        self._button.setText(self.tr("Locate file…") if locate else self.tr("Run again"))
        self.setVisible(self._help is not Help.NONE)

    @Slot()
    def _clicked(self) -> None:
        (self.locate_clicked if self._help is Help.LOCATE else self.retry_clicked).emit()


class EmptyText(QWidget):
    """One sentence in the middle, where the lines will be."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("transcript-empty")
        self._sentence = QLabel(self)
        self._sentence.setObjectName("transcript-empty-sentence")
        self._hint = QLabel(self)
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        font = self._sentence.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._sentence.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GRID, MARGIN, 6 * GRID, 6 * GRID)
        column.setSpacing(GRID)
        column.addStretch(1)
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        column.addStretch(1)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)

    def say(self, sentence: str, hint: str = "") -> None:
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(f"{sentence} {hint}".strip())
        self._hint.setText(hint)


def empty_words(job: Job | None) -> tuple[str, str]:
    """The sentence and the hint for a job without a line of text."""
    if job is None:
        return QCoreApplication.translate("EmptyText", "Choose a recording to read."), ""
    if job.status is JobStatus.COMPLETED:
        return (
            QCoreApplication.translate("EmptyText", "Nobody speaks in this recording."),
            QCoreApplication.translate(
                "EmptyText", "If somebody does, try a larger speech model or another language."
            ),
        )
    if job.status is JobStatus.FAILED:
        return QCoreApplication.translate("EmptyText", "There is no text yet."), ""
    if job.paused:
        return QCoreApplication.translate("EmptyText", "Paused."), ""
    if job.status is JobStatus.PROCESSING:
        words = QCoreApplication.translate("EmptyText", "Listening…")
    elif job.is_fetching():
        words = QCoreApplication.translate("EmptyText", "The recording is being fetched.")
    elif job.takes_upload():
        words = QCoreApplication.translate("EmptyText", "Waiting for the recording.")
    else:
        words = QCoreApplication.translate("EmptyText", "Waiting for its turn.")
    return words, QCoreApplication.translate("EmptyText", "Lines appear here as they are heard.")
