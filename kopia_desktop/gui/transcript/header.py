"""Above the text: which recording this is, in which languages, and how it is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.translation import Translation, TranslationStatus
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.elided_label import ElidedLabel
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import mute
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.transcript.job_facts import JobFacts
from kopia_desktop.gui.transcript.segmented import Choice, SegmentedControl
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.times import percent

_ORIGINAL = "original"
_PROGRESS = 2
_ICON = 16
_FACTS = 220
"""Pixels that the second line keeps for the facts before buttons get their words."""


class TranscriptHeader(QWidget):
    """Two lines; a thin third one is the progress of work on the job."""

    export_clicked = Signal()
    translate_clicked = Signal()
    translation_chosen = Signal(str)
    """A translation's id; empty for the original alone."""
    filler_mode_chosen = Signal(object)
    doubts_clicked = Signal()
    retranslate_clicked = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = context.theming
        self._facts = JobFacts()
        self._progress: float | None = None
        self._numbers: dict[QToolButton, int] = {}
        self._has_lines = True
        self._title = self._make_title()
        self._second = ElidedLabel(self)
        self._second.setObjectName("transcript-facts")
        self._languages = SegmentedControl(self._theming, self.tr("Language"), self)
        self._languages.setObjectName("transcript-language")
        self._languages.chosen.connect(self._choose_language)
        self._languages.set_choices((Choice(_ORIGINAL, "", ""),))
        self._translate = QToolButton(self)
        self._export = QPushButton(self.tr("Export"), self)
        self._doubts = QToolButton(self)
        self._stale = QToolButton(self)
        self._fillers_label = QLabel(self.tr("Filler words"), self)
        self._fillers = SegmentedControl(self._theming, self.tr("Filler words"), self)
        self._make_buttons()
        self._make_fillers()
        self._arrange()
        for label in (self._second, self._fillers_label):
            mute(label)
        self._theming.changed.connect(self.update)

    def set_job(self, job: Job) -> None:
        """Title, facts and progress of a job."""
        self._title.setText(job.title)
        self._title.setAccessibleName(job.title)
        self._second.setText(self._facts.line(job))
        self._second.setAccessibleName(self._second.text())
        self._progress = self._facts.progress(job)
        completed = job.status is JobStatus.COMPLETED
        self._translate.setVisible(completed and not job.found_no_speech())
        self.update()

    def set_has_lines(self, has_lines: bool, /) -> None:
        """Without a line there is nothing to export, and nothing to be shown in another way."""
        for widget in (self._export, self._languages, self._fillers):
            widget.setVisible(has_lines)
        self._has_lines = has_lines
        self._fit()

    def set_translations(self, job: Job, translations: Sequence[Translation], shown: str) -> None:
        """One part a language; ``shown`` is a translation's id, empty for the original."""
        code = job.spoken_language
        name = language_name(code)
        choices = [
            Choice(_ORIGINAL, _short(code), self.tr("Original, {language}").format(language=name))
        ]
        choices += [self._choice(translation) for translation in translations]
        self._languages.set_choices(choices)
        self._languages.choose(shown or _ORIGINAL)

    def set_filler_mode(self, mode: FillerMode) -> None:
        self._fillers.choose(mode)

    def set_counts(self, doubtful: int, stale: int) -> None:
        """How many lines are doubtful, and how many of the translation are behind."""
        self._doubts.setVisible(doubtful > 0)
        self._doubts.setAccessibleName(self.tr("%n doubtful", "", doubtful))
        self._stale.setVisible(stale > 0)
        self._stale.setAccessibleName(self.tr("Translate %n line(s) again", "", stale))
        self._numbers = {self._doubts: doubtful, self._stale: stale}
        self._fit()

    def _fit(self) -> None:
        """Words for the buttons where there is room for them beside the facts."""
        shown = [button for button in self._numbers if self._numbers[button]]
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(b.accessibleName()) + 4 * GRID for b in shown)
        label = metrics.horizontalAdvance(self._fillers_label.text())
        rest = self._fillers.sizeHint().width() + _FACTS + 2 * MARGIN + 3 * GRID
        roomy = words + label + rest <= self.width()
        for button in shown:
            full = button.accessibleName()
            button.setText(full if roomy else QLocale().toString(self._numbers[button]))
        self._fillers_label.setVisible(roomy and self._has_lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _choice(self, translation: Translation) -> Choice:
        name, text = language_name(translation.language), _short(translation.language)
        if translation.status is TranslationStatus.FAILED:
            why = worded(translation.error).text if translation.error else ""
            failed = self.tr("{language}, failed").format(language=name)
            return Choice(translation.id, f"{text} !", failed, f"{failed}. {why}".strip())
        if not translation.is_completed():
            done = percent(translation.progress)
            words = self.tr("{language}, being translated: {percent}")
            name = words.format(language=name, percent=done)
            return Choice(translation.id, f"{text} {done}", name)
        return Choice(translation.id, text, name)

    @Slot(str)
    def _choose_language(self, key: str) -> None:
        self.translation_chosen.emit("" if key == _ORIGINAL else key)

    @Slot(str)
    def _choose_fillers(self, key: str) -> None:
        self.filler_mode_chosen.emit(FillerMode(key))

    def _make_title(self) -> ElidedLabel:
        title = ElidedLabel(self, mode=Qt.TextElideMode.ElideMiddle)
        title.setObjectName("transcript-title")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        return title

    def _make_buttons(self) -> None:
        self._translate.setObjectName("transcript-translate")
        self._translate.setAutoRaise(True)
        self._translate.setAccessibleName(self.tr("Translate"))
        self._translate.setToolTip(self.tr("Translate into another language"))
        self._translate.setIcon(icon("add"))
        self._translate.clicked.connect(self.translate_clicked)
        self._export.setObjectName("transcript-export")
        self._export.setIcon(icon("export"))
        self._export.clicked.connect(self.export_clicked)
        self._export.setToolTip(self.tr("Save as subtitles or text"))
        for button, name, sign, clicked, tip in (
            (self._doubts, "transcript-doubts", "doubt", self.doubts_clicked,
             self.tr("Doubtful: go to the next passage (F8)")),
            (self._stale, "transcript-stale", "retry", self.retranslate_clicked,
             self.tr("The original has changed there since it was translated")),
        ):  # fmt: skip
            button.setObjectName(name)
            button.setIcon(icon(sign))
            button.setAutoRaise(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(_ICON, _ICON))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(tip)
            button.clicked.connect(clicked)
            button.hide()

    def _make_fillers(self) -> None:
        self._fillers.setObjectName("transcript-fillers")
        self._fillers.set_choices(
            [
                Choice(FillerMode.SHOWN, self.tr("shown"), self.tr("Filler words shown")),
                Choice(FillerMode.STRUCK, self.tr("struck"), self.tr("Filler words struck")),
                Choice(FillerMode.HIDDEN, self.tr("hidden"), self.tr("Filler words hidden")),
            ]
        )
        self._fillers.chosen.connect(self._choose_fillers)
        self._fillers_label.setToolTip(self.tr("Um, uh, hmm and the like"))

    def _arrange(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(GRID)
        first.addWidget(self._title, 1)
        first.addWidget(self._languages)
        first.addWidget(self._translate)
        first.addSpacing(GRID)
        first.addWidget(self._export)
        second.setSpacing(GRID)
        second.addWidget(self._second, 1)
        second.addWidget(self._stale)
        second.addWidget(self._doubts)
        second.addSpacing(GRID)
        second.addWidget(self._fillers_label)
        second.addWidget(self._fillers)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GRID + 4, MARGIN, GRID + 4)
        column.setSpacing(GRID - 2)
        column.addLayout(first)
        column.addLayout(second)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line below, and on it how far the work is."""
        colours = self._theming.colours
        painter = QPainter(self)
        width, bottom = self.width(), self.height()
        painter.fillRect(QRectF(0, bottom - 1, width, 1), colours.line)
        if self._progress is not None:
            done = width * self._progress
            right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            x = width - done if right else 0.0
            painter.fillRect(QRectF(x, bottom - _PROGRESS, done, _PROGRESS), colours.accent_fill)


def _short(code: str | None) -> str:
    """A code as it stands on a part: EN, PT-BR."""
    return "?" if code is None else code.replace("_", "-").upper()
