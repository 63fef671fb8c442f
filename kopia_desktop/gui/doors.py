"""Opens what stands beside the main window: dialogs, settings, help; loaded when they open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from kopia_desktop.core.errors import KopiaError, MediaChanged
from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.languages import language_name

if TYPE_CHECKING:
    from kopia_desktop.gui.wishes import Wish
    from kopia_desktop.gui.workplace import Workplace


class Doors(QObject):
    """One window of a kind: asked for again, it comes to the front."""

    settings_changed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._window = workplace.window
        self._context = workplace.window.context
        self._standing: dict[str, QWidget] = {}

    @Slot(object)
    def export(self, job_ids: Sequence[str]) -> None:
        from kopia_desktop.gui.dialogs.export_dialog import ExportDialog

        dialog = ExportDialog(self._context, tuple(job_ids), self._window)
        dialog.exported.connect(self._exported)
        self._show(dialog)

    @Slot(object)
    def _exported(self, paths: Sequence[Path]) -> None:
        notice = self._window.notices.say(self.tr("%n file(s) written.", "", len(paths)))
        folder = QUrl.fromLocalFile(str(paths[0].parent))
        notice.add_button(self.tr("Open the folder"), lambda: QDesktopServices.openUrl(folder))

    @Slot(str)
    def export_one(self, job_id: str) -> None:
        self.export((job_id,))

    @Slot(str)
    def settings(self, page: str = "") -> None:
        from kopia_desktop.gui.dialogs.settings_window import SettingsWindow

        def made() -> SettingsWindow:
            settings = SettingsWindow(self._context, self._window)
            settings.settings_changed.connect(self.settings_changed)
            settings.models_changed.connect(self.settings_changed)
            return settings

        shown = self._show_one("settings", made)
        if page and isinstance(shown, SettingsWindow):
            shown.show_page(page)

    @Slot()
    def vocabulary(self) -> None:
        from kopia_desktop.gui.dialogs.vocabulary_dialog import VocabularyDialog

        def made() -> VocabularyDialog:
            dialog = VocabularyDialog(self._context, self._window)
            dialog.settings_changed.connect(self.settings_changed)
            return dialog

        self._show_one("vocabulary", made)

    @Slot(str)
    def job_vocabulary(self, job_id: str) -> None:
        from kopia_desktop.gui.dialogs.job_vocabulary_dialog import JobVocabularyDialog

        self._show(JobVocabularyDialog(self._context, job_id, self._window))

    @Slot()
    def models(self) -> None:
        self.settings("models")

    @Slot()
    def help(self) -> None:
        self._open_help("")

    @Slot()
    def shortcuts(self) -> None:
        self._open_help("shortcuts")

    def _open_help(self, page: str) -> None:
        from kopia_desktop.gui.dialogs.help_window import HelpWindow

        shortcuts = self._window.actions_.shortcuts()
        shown = self._show_one("help", lambda: HelpWindow(shortcuts, self._window))
        if page and isinstance(shown, HelpWindow):
            shown.show_page(page)

    @Slot()
    def log(self) -> None:
        from kopia_desktop.gui.dialogs.log_window import LogWindow

        self._show_one("log", lambda: LogWindow(self._context, self._window))

    @Slot()
    def about(self) -> None:
        from kopia_desktop.gui.dialogs.about_dialog import AboutDialog

        self._show_one("about", lambda: AboutDialog(self._context, self._window))

    @Slot()
    def licences(self) -> None:
        from kopia_desktop.gui.dialogs.licences_dialog import LicencesDialog

        self._show_one("licences", lambda: LicencesDialog(self._context, self._window))

    @Slot()
    def copy_report(self) -> None:
        """What helps us to help, without text, names or key."""
        lanes = self._context.bridge.lanes
        lanes.files(lambda: self._context.reports.report(qt=qVersion()), self._report_copied)

    def _report_copied(self, report: str) -> None:
        QGuiApplication.clipboard().setText(report)
        self._window.notices.say(self.tr("The report is in the clipboard."))

    @Slot(str)
    def translate(self, job_id: str) -> None:
        from kopia_desktop.gui.dialogs.translate_dialog import TranslateDialog

        dialog = TranslateDialog(self._context, job_id, self._window)
        dialog.wished.connect(self._workplace.wishes.add)
        self._show(dialog)

    @Slot(object)
    def say_granted(self, wishes: Sequence[Wish]) -> None:
        """Models that translations waited for are here."""
        names = ", ".join(dict.fromkeys(language_name(wish.language) for wish in wishes))
        self._window.status.say(
            self.tr("Being translated now: {languages}").format(languages=names)
        )

    @Slot(str)
    def say_model_came(self, name: str) -> None:
        """A speech model has taken the starter's place."""
        text = self.tr("{model} is ready; new recordings use it.")
        self._window.status.say(text.format(model=name))

    @Slot(str)
    def locate(self, job_id: str) -> None:
        """Ask where a job's recording is now."""
        title = self.tr("Where is the recording?")
        chosen, _ = QFileDialog.getOpenFileName(self._window, title)
        if chosen:
            self._locate_at(job_id, Path(chosen))

    def _locate_at(self, job_id: str, path: Path) -> None:
        lanes, jobs = self._context.bridge.lanes, self._context.jobs

        def refused(error: KopiaError) -> None:
            if isinstance(error, MediaChanged):
                self._ask_replace(job_id, path)
            else:
                self._window.say_error(worded(error).text)

        lanes.files(lambda: jobs.locate_media(job_id, path), self._located, refused)

    def _ask_replace(self, job_id: str, path: Path) -> None:
        question = self.tr(
            "{name} is not the file this transcript was made from. Play it with this transcript"
            " all the same?"
        ).format(name=path.name)
        answer = QMessageBox.question(self._window, "Kopia Desktop", question)
        if answer is QMessageBox.StandardButton.Yes:
            lanes, jobs = self._context.bridge.lanes, self._context.jobs
            lanes.files(lambda: jobs.replace_media(job_id, path), self._located)

    def _located(self, job: Job) -> None:
        """A job that had failed for want of its file goes on with it."""
        self._workplace.player.open_job(job)
        if job.status is JobStatus.FAILED:
            self._context.bridge.lanes.edit(
                lambda: self._context.jobs.retry(job.id), self._workplace.player.refresh_job
            )

    def _show(self, window: QWidget) -> None:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show()
        window.activateWindow()

    def _show_one(self, name: str, make: Callable[[], QWidget]) -> QWidget:
        """The window of that name: the one that is open, else a new one."""
        standing = self._standing.get(name)
        if standing is None or not shiboken6.isValid(standing):
            standing = self._standing[name] = make()
        self._show(standing)
        return standing
