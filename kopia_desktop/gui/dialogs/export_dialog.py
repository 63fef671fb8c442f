"""Export: choices at the leading side, a live preview beside them; one job or many."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import downloads_folder
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath, SystemDialogs, open_folder
from kopia_desktop.gui.dialogs.copying import CopyButton
from kopia_desktop.gui.dialogs.export_choices import ExportChoices, remember, remembered
from kopia_desktop.gui.dialogs.export_options import ExportOptionsPanel
from kopia_desktop.gui.dialogs.export_run import ExportRun
from kopia_desktop.gui.dialogs.export_subject import ExportSubject, name_of_file, read_subject
from kopia_desktop.gui.dialogs.outcome_list import OutcomeList
from kopia_desktop.gui.dialogs.preview_pane import PreviewPane, rendered
from kopia_desktop.gui.dialogs.side_scroll import SideScroll
from kopia_desktop.gui.labels import Muted, Trouble
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.settings import format_name
from kopia_desktop.services.exports import ExportOutcome, ExportRequest

_FIRST_SIZE = QSize(920, 640)


class ExportDialog(QDialog):
    """Not modal. Closes when everything was written; stays with the reason when something was not.

    One format of one job asks for a file, anything more for a folder.
    """

    exported = Signal(object)
    """The tuple of paths that were written."""

    def __init__(
        self,
        context: Context,
        job_ids: Sequence[str],
        parent: QWidget | None = None,
        *,
        ask: AskPath | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export-dialog")
        self._context = context
        self._job_ids = tuple(job_ids)
        self._ask = ask or SystemDialogs()
        self._choices = remembered(context.data)
        self._subject = ExportSubject()
        self._run: ExportRun | None = None
        rules = context.settings().subtitles
        self.options = ExportOptionsPanel(self._choices, rules, self._ask, self)
        self.preview = PreviewPane(context, self)
        self.outcomes = OutcomeList(context, self)
        self.trouble = Trouble(context.theming, self)
        self._elsewhere = self.trouble.add_button("elsewhere", self.tr("Choose another folder…"))
        self._names = Muted("", self)
        self._names.setObjectName("export-names")
        self.copy = CopyButton(
            self.tr("Copy the text to the clipboard"), self, text=self.tr("Copy as text")
        )
        self.copy.setObjectName("copy-text")
        self.show_folder = plain_button("show-folder", self.tr("Open the folder"), self)
        self.back = plain_button("export-back", self.tr("Back to the choices"), self)
        self.close_ = plain_button("export-close", self.tr("Close"), self)
        self.save = plain_button("export-save", self.tr("Save…"), self)
        self.save.setDefault(True)
        for button in (self.save, self.copy):  # until the recordings are read
            button.setEnabled(False)
        self.setWindowTitle(self.tr("Export"))
        self._lay_out()
        self._connect()
        self._show_choices()
        self._read()

    def _lay_out(self) -> None:
        self._choices_side = SideScroll(self.options, self)
        self._side = QStackedWidget(self)
        self._side.addWidget(self.preview)
        self._side.addWidget(self.outcomes)
        upper = QHBoxLayout()
        upper.setSpacing(MARGIN)
        upper.addWidget(self._choices_side)
        upper.addWidget(self._side, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.show_folder)
        buttons.addStretch(1)
        for button in (self.back, self.close_, self.save):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(upper, 1)
        column.addWidget(self.trouble)
        column.addWidget(self._names)
        column.addLayout(buttons)
        self.resize(_FIRST_SIZE)

    def _connect(self) -> None:
        self.options.changed.connect(self._changed)
        self.save.clicked.connect(self.export)
        self._elsewhere.clicked.connect(self.export)
        self.copy.asked.connect(self._copy)
        self.close_.clicked.connect(self.reject)
        self.back.clicked.connect(self._show_choices)
        self.show_folder.clicked.connect(self._open_folder)
        bridge = self._context.bridge
        bridge.segments_edited.connect(self._jobs_changed)
        bridge.segments_added.connect(self._jobs_changed)
        bridge.translations_changed.connect(self._jobs_changed)
        bridge.jobs_changed.connect(self._jobs_changed)
        bridge.jobs_deleted.connect(self._jobs_changed)

    # What is exported

    def _read(self) -> None:
        work = functools.partial(read_subject, self._context, self._job_ids)
        self._context.bridge.lanes.read(work, self._show_subject)

    @Slot(object)
    def _jobs_changed(self, ids: frozenset[str]) -> None:
        if not ids.isdisjoint(self._job_ids):
            self._read()

    def _show_subject(self, subject: ExportSubject) -> None:
        self._subject = subject
        title = self.tr("Export %n recording(s)", "", len(subject.jobs))
        if subject.is_single:
            title = self.tr("Export {name}").format(name=subject.jobs[0].title)
        self.setWindowTitle(title)
        self.options.show_subject(subject)
        self._choices_side.updateGeometry()
        self._changed()

    @Slot()
    def _changed(self) -> None:
        formats = self.options.formats.checked()
        jobs = self._subject.jobs
        self.preview.show_request(self.options.request(jobs[0]) if jobs else None)
        self.save.setEnabled(bool(formats and jobs))
        self.copy.setEnabled(self._subject.is_single)
        one_file = self._subject.is_single and len(formats) == 1
        self.save.setText(self.tr("Save…") if one_file else self.tr("Save to a folder…"))
        self._names.setText(self._what_comes(formats))

    def _what_comes(self, formats: tuple[str, ...]) -> str:
        if not self._subject.jobs:
            return self.tr("There is nothing to export.")
        if not formats:
            return self.tr("Check a format.")
        if not self._subject.is_single:
            count = len(formats) * len(self._subject.jobs)
            return self.tr("%n file(s), the preview is of the first recording.", "", count)
        job, text = self._subject.jobs[0], self.options.chosen_text
        names = ", ".join(name_of_file(job, text, name) for name in formats)
        if self._subject.is_complete:
            return names
        unfinished = self.tr("{names}: the transcript is not complete, this is what there is.")
        return unfinished.format(names=names)

    # Writing

    @Slot()
    def export(self) -> None:
        """Ask where to, and write."""
        formats = self.options.formats.checked()
        if not formats or not self._subject.jobs:
            return
        if self._subject.is_single and len(formats) == 1:
            self._export_file(self._subject.jobs[0], formats[0])
        else:
            self._export_to_folder()

    def _export_file(self, job: Job, format: str) -> None:
        name = name_of_file(job, self.options.chosen_text, format)
        path = self._ask.new_file(
            self, self.tr("Save as"), self._start_folder() / name, format_name(format)
        )
        if path is None:
            return
        self.trouble.clear()
        self.save.setEnabled(False)
        self._choices = self._chosen(path.parent)
        request = self.options.request(job)
        work = functools.partial(_written, self._context, request, path, self._choices)
        self._context.bridge.lanes.files(work, self._saved, self._refused)

    def _saved(self, path: Path) -> None:
        self.exported.emit((path,))
        self.accept()

    def _refused(self, error: KopiaError) -> None:
        """Everything stays as it was chosen; another folder is one click away."""
        self.save.setEnabled(True)
        self.trouble.say_error(error)
        self._elsewhere.setFocus()

    def _export_to_folder(self) -> None:
        folder = self._ask.folder(self, self.tr("Choose a folder"), self._start_folder())
        if folder is None:
            return
        self.trouble.clear()
        self._choices = self._chosen(folder)
        remembering = functools.partial(remember, self._context.data, self._choices)
        self._context.bridge.lanes.files(remembering, self._remembered)
        text = self.options.chosen_text
        requests = [self.options.request(job) for job in self._subject.jobs]
        missing = [] if text.is_original else [r.job_id for r in requests if not r.translation_id]
        self._run = ExportRun(self._context, requests, missing, folder, self)
        self._run.advanced.connect(self._advanced)
        self._run.ended.connect(self._ended)
        self._show_outcomes(self._run.total)
        self._run.go_on()

    def _remembered(self, _: None) -> None:
        """Nothing hangs on it."""

    @Slot(object)
    def _advanced(self, outcome: ExportOutcome) -> None:
        job = next(job for job in self._subject.jobs if job.id == outcome.request.job_id)
        self.outcomes.add(outcome, job)

    @Slot()
    def _ended(self) -> None:
        self._run = None
        self.outcomes.end()
        self.close_.setText(self.tr("Close"))
        self.back.setEnabled(True)
        written = tuple(path for each in self.outcomes.outcomes for path in each.paths)
        self.show_folder.setVisible(bool(written))
        if written:
            self.exported.emit(written)
        failed = self.outcomes.failed
        if failed and not written and failed[0].error is not None:
            self.trouble.say_error(failed[0].error)
        if not failed and self._subject.is_single:
            self.accept()

    def _chosen(self, folder: Path) -> ExportChoices:
        return ExportChoices(self.options.formats.checked(), self.options.times.isChecked(), folder)

    def _start_folder(self) -> Path:
        """The last one, else the recording's own, else the downloads."""
        if self._choices.folder is not None:
            return self._choices.folder
        media = self._subject.jobs[0].media
        if media is not None and not media.owned:
            return Path(media.path).parent
        return downloads_folder()

    # The two sides

    def _show_outcomes(self, total: int) -> None:
        self._side.setCurrentWidget(self.outcomes)
        self._choices_side.setVisible(False)
        self.copy.setVisible(False)
        self.save.setVisible(False)
        self.back.setVisible(True)
        self.back.setEnabled(False)
        self._names.setVisible(False)
        self.close_.setText(self.tr("Stop"))
        self.outcomes.begin(total)

    @Slot()
    def _show_choices(self) -> None:
        self._side.setCurrentWidget(self.preview)
        self._choices_side.setVisible(True)
        self._names.setVisible(True)
        self.copy.setVisible(True)
        self.save.setVisible(True)
        self.back.setVisible(False)
        self.show_folder.setVisible(False)
        self.trouble.clear()

    @Slot()
    def _open_folder(self) -> None:
        if self._choices.folder is not None:
            open_folder(self._choices.folder)

    @Slot()
    def reject(self) -> None:
        """Esc and Close stop an export that runs, and close otherwise."""
        if self._run is not None:
            self._run.stop()
        else:
            super().reject()

    @Slot()
    def _copy(self) -> None:
        request = self.options.request(self._subject.jobs[0], ("txt",))
        work = functools.partial(_text, self._context, request)
        self._context.bridge.lanes.files(work, self.copy.give, self._refused)


def _written(context: Context, request: ExportRequest, path: Path, choices: ExportChoices) -> Path:
    context.exports.save(path, rendered(context.exports, request))
    remember(context.data, choices)
    return path


def _text(context: Context, request: ExportRequest) -> str:
    return rendered(context.exports, request).decode("utf-8-sig").strip()
