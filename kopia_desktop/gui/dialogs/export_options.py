"""The choices of an export: which text, which formats, filler words, times, rules for subtitles."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from kopia_desktop.core.job import Job
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.exporters import EXPORTERS
from kopia_desktop.gui.check_list import CheckList
from kopia_desktop.gui.dialogs.choosing import AskPath
from kopia_desktop.gui.dialogs.controls import Choice
from kopia_desktop.gui.dialogs.cue_section import CueSection
from kopia_desktop.gui.dialogs.export_choices import ExportChoices, FillerChoice
from kopia_desktop.gui.dialogs.export_subject import ExportSubject, ExportText
from kopia_desktop.gui.labels import Muted
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.settings import format_names
from kopia_desktop.services.exports import ExportRequest

_SUBTITLES = frozenset({"srt", "vtt"})
_NARROWEST = 42
"""Characters side by side: rules for subtitles need them, label and number."""

_PARAGRAPHS = frozenset({"md", "docx", "html"})


class ExportOptionsPanel(QWidget):
    """Makes requests of what is chosen; what a choice does not concern is disabled."""

    changed = Signal()

    def __init__(
        self, choices: ExportChoices, rules: SubtitleSettings, ask: AskPath, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._subject = ExportSubject()
        self.text = Choice({}, self)
        self.text.name("export-text", self.tr("Text"))
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.text.box.setSizeAdjustPolicy(adjust)
        self._stale = Muted("", self)
        self._stale.hide()
        self.formats = CheckList(len(EXPORTERS), self)
        self.formats.setObjectName("export-formats")
        self.formats.setAccessibleName(self.tr("Formats"))
        self.formats.offer(format_names())
        self.formats.check(choices.formats)
        self.fillers = Choice(self._filler_names(), self)
        self.fillers.name("export-fillers", self.tr("Filler words"))
        self.times = QCheckBox(self.tr("Times at paragraphs"), self)
        self.times.setObjectName("export-times")
        self.times.setChecked(choices.times)
        self.cues = CueSection(rules, ask, self)
        self._lay_out()
        self.setMinimumWidth(_NARROWEST * self.fontMetrics().averageCharWidth())
        self.text.changed.connect(self._change)
        self.formats.toggled.connect(self._change)
        self.fillers.changed.connect(self._change)
        self.times.toggled.connect(self._change)
        self.cues.changed.connect(self._change)
        self._settle()

    def _filler_names(self) -> dict[str, str]:
        return {
            FillerChoice.AS_JOB: self.tr("As the recording has them"),
            FillerChoice.KEEP: self.tr("With um, uh and the like"),
            FillerChoice.LEAVE_OUT: self.tr("Without them"),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, 0, GRID // 2, 0)
        column.setSpacing(GRID)
        for text, widget in (
            (self.tr("Text"), self.text.widget),
            ("", self._stale),
            (self.tr("Formats"), self.formats),
            (self.tr("Filler words"), self.fillers.widget),
        ):
            if text:
                label = QLabel(text, self)
                label.setBuddy(widget)
                column.addWidget(label)
            column.addWidget(widget)
            if widget is not self.text.widget:
                column.addSpacing(MARGIN - GRID)
        column.addWidget(self.times)
        column.addWidget(self.cues)
        column.addStretch(1)

    def show_subject(self, subject: ExportSubject) -> None:
        """What there is to export; the chosen text stays where it still is."""
        self._subject = subject
        chosen = self.text.value()
        names = {text.key: self._name(text) for text in subject.texts}
        self.text.box.clear()
        self.text.offer(names)
        if chosen in names:
            self.text.set_value(chosen)
        self._settle()

    @property
    def chosen_text(self) -> ExportText:
        key = self.text.value()
        found = [text for text in self._subject.texts if text.key == key]
        return found[0] if found else ExportText()

    def request(self, job: Job, formats: tuple[str, ...] | None = None) -> ExportRequest:
        """What is to be made of a job; ``formats`` instead of those that are checked."""
        text = self.chosen_text
        return ExportRequest(
            job.id,
            self.formats.checked() if formats is None else formats,
            self.cues.rules,
            times=self.times.isChecked(),
            remove_fillers=FillerChoice(self.fillers.value()).remove if text.is_original else None,
            translation_id=text.ids.get(job.id),
        )

    def _name(self, text: ExportText) -> str:
        jobs = self._subject.jobs
        if text.is_original:
            language = jobs[0].spoken_language if self._subject.is_single else None
            if language is None:
                return self.tr("Original")
            return self.tr("Original ({language})").format(language=language_name(language))
        name = language_name(text.language)
        if text.language in self._subject.languages_twice():
            form = self.tr("formal") if text.formal else self.tr("informal")
            name = f"{name}, {form}"
        if len(text.ids) < len(jobs):
            some = self.tr("{language} ({count} of {total} recordings)")
            return some.format(language=name, count=len(text.ids), total=len(jobs))
        return self.tr("{language} (out of date)").format(language=name) if text.stale else name

    @Slot()
    def _change(self) -> None:
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        checked = frozenset(self.formats.checked())
        text = self.chosen_text
        self.times.setEnabled(bool(checked & _PARAGRAPHS))
        self.cues.setVisible(bool(checked & _SUBTITLES))
        self.fillers.widget.setEnabled(text.is_original)
        self._stale.setVisible(bool(text.stale))
        stale = self.tr("%n line(s) changed since they were translated.", "", text.stale)
        self._stale.setText(stale)
