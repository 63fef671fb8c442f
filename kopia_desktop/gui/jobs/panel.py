"""The side of the window with the recordings: filters, the list or what a search found, undo."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.job_counts import JobCounts
from kopia_desktop.gui.jobs import deeds
from kopia_desktop.gui.jobs.current_job import CurrentJob
from kopia_desktop.gui.jobs.deeds import Deed
from kopia_desktop.gui.jobs.deletions import DELAY, Deletions
from kopia_desktop.gui.jobs.filter_bar import FilterBar
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.jobs_view import JobsView
from kopia_desktop.gui.jobs.quiet_label import quiet_label
from kopia_desktop.gui.jobs.search_results import SearchResults
from kopia_desktop.gui.jobs.selected_jobs import SelectedJobs
from kopia_desktop.gui.jobs.undo_bar import UndoBar
from kopia_desktop.gui.notices import Notices, Tone
from kopia_desktop.gui.theme import MARGIN
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.gui.wording.errors import worded


class JobsPanel(QWidget):
    """What a person does with jobs is done here; what concerns other parts is told by signals."""

    job_activated = Signal(str)
    selection_changed = Signal(object)
    """A tuple of job ids."""
    current_job_changed = Signal(object)
    """The Job that is to be shown, again whenever it changed; None where there is none."""
    hit_activated = Signal(str, int, float)
    """Job, segment, and where it begins in seconds."""
    search_left = Signal()
    export_requested = Signal(object)
    """A tuple of ids of completed jobs."""
    locate_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None, *, delay: int = DELAY):
        """``delay``: milliseconds in which a deletion can be undone."""
        super().__init__(parent)
        self.setObjectName("jobs-panel")
        self._context = context
        self.model = JobsModel(context, self)
        self.view = JobsView(context, self.model, self)
        self.filters = FilterBar(context.theming, self)
        self.results = SearchResults(context, self)
        self.current = CurrentJob(self.model, self.view, self)
        self.deletions = Deletions(context, self.model, self, delay=delay)
        self.selected = SelectedJobs(context, self.model, self.view, self)
        self.undo_bar = UndoBar(context.theming, self)
        self._notices = Notices(context.theming, self)
        self._picked: tuple[str, ...] = ()
        self._lay_out()
        self._connect()
        self._watch()

    def _lay_out(self) -> None:
        self._empty = quiet_label("jobs-empty", self, above=2 * MARGIN)
        self._stack = QStackedWidget(self)
        for page in (self.view, self._empty, self.results):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        column.addWidget(self._notices)
        column.addWidget(self.undo_bar)
        self.tab_parts = (self.filters, self.view, self.results, self._notices, self.undo_bar)
        self._notices.stand_behind(self.results.view)

    def _connect(self) -> None:
        self.view.job_activated.connect(self.job_activated)
        self.view.delete_requested.connect(self.delete_selected)
        self.view.undo_requested.connect(self.undo_deletion)
        self.view.menu_requested.connect(self._open_menu)
        self.selected.activated.connect(self.job_activated)
        self.selected.export_requested.connect(self.export_requested)
        self.selected.locate_requested.connect(self.locate_requested)
        self.selected.delete_requested.connect(self._delete)
        self.selected.failed.connect(self._say)
        self.selected.no_folder.connect(self._say_no_folder)
        self.filters.chosen.connect(self._show_only)
        self.current.changed.connect(self.current_job_changed)
        self.results.hit_activated.connect(self.hit_activated)
        self.results.left.connect(self.search_left)
        self.undo_bar.undo_requested.connect(self.undo_deletion)
        self.deletions.changed.connect(self._show_undo)
        self.deletions.failed.connect(self._say)
        for signal in (self.model.listed, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._show_page)
        self.model.modelReset.connect(self._show_page)

    def _watch(self) -> None:
        """The selection is told once however much happens at a time."""
        self._telling = one_shot(self, 0, self._tell_selection)
        self.view.picked.connect(self._telling.start)
        self.model.rowsRemoved.connect(self._telling.start)

    # What is shown

    @Slot()
    def _show_page(self) -> None:
        if self.results.text:
            self._stack.setCurrentWidget(self.results)
        elif self.model.is_listed and not self.model.rowCount():
            self._empty.setText(self._empty_text())
            self._stack.setCurrentWidget(self._empty)
        else:
            self._stack.setCurrentWidget(self.view)

    def _empty_text(self) -> str:
        return {
            JobFilter.ALL: self.tr("No recordings yet."),
            JobFilter.RUNNING: self.tr("Nothing is running."),
            JobFilter.DONE: self.tr("Nothing is done yet."),
            JobFilter.FAILED: self.tr("Nothing has failed."),
        }[self.model.shown]

    @Slot(object)
    def _show_only(self, shown: JobFilter) -> None:
        self.search_left.emit()
        self.model.show_only(shown)

    @Slot(object)
    def show_counts(self, counts: JobCounts) -> None:
        """How many jobs each filter has."""
        self.filters.count(counts.by_status)

    # Searching

    @Slot(str)
    def set_search_text(self, text: str) -> None:
        """What was typed into the search's field; nothing brings the list back."""
        self.results.set_text(text)
        self._show_page()

    @Slot(int)
    def move_hit(self, step: int) -> None:
        """The next (1) or the previous (-1) hit becomes the current one."""
        self.results.view.move_hit(step)

    @Slot()
    def open_hit(self) -> None:
        """Open the current hit, the first one where none is current."""
        self.results.open_current()

    # The selection

    @Slot(str)
    def select_job(self, job_id: str) -> None:
        """Pick a job and show its row, in the list of all if it is not in this one."""
        if self.model.row_of(job_id) is None and self.model.shown is not JobFilter.ALL:
            self.filters.choose(JobFilter.ALL)
        self.current.select(job_id)

    @Slot()
    def focus_list(self) -> None:
        """The keyboard goes to the list, or to what a search found."""
        view = self.results.view if self.results.text else self.view
        view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def selected_ids(self) -> tuple[str, ...]:
        """The selected jobs from top to bottom, without those that are being deleted."""
        return self.selected.ids()

    @Slot()
    def _tell_selection(self) -> None:
        ids = self.view.selected_ids()
        if ids != self._picked:
            self._picked = ids
            self.selection_changed.emit(ids)

    # What is done with it

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        offered = self.selected.possible()
        if not offered:
            return
        menu = deeds.menu(self, offered)
        chosen = menu.exec(place)
        menu.deleteLater()
        if chosen is not None:
            self.selected.do(Deed(chosen.data()))

    @Slot()
    def pause_selected(self) -> None:
        self.selected.do(Deed.PAUSE)

    @Slot()
    def resume_selected(self) -> None:
        self.selected.do(Deed.RESUME)

    @Slot()
    def cancel_selected(self) -> None:
        self.selected.do(Deed.STOP)

    @Slot()
    def retry_selected(self) -> None:
        self.selected.do(Deed.RETRY)

    @Slot()
    def export_selected(self) -> None:
        self.selected.do(Deed.EXPORT)

    @Slot()
    def copy_text_selected(self) -> None:
        self.selected.do(Deed.COPY)

    @Slot()
    def show_file_selected(self) -> None:
        self.selected.do(Deed.SHOW_FILE)

    @Slot(object)
    def _say(self, error: KopiaError) -> None:
        self._notices.say(worded(error).text, Tone.ERROR)

    @Slot()
    def _say_no_folder(self) -> None:
        self._notices.say(self.tr("The folder of this recording is not there."), Tone.ERROR)

    # Deleting

    @Slot()
    def delete_selected(self) -> None:
        """Delete the selected jobs in ten seconds, and go on to the next one."""
        self.selected.do(Deed.DELETE)

    @Slot(object)
    def _delete(self, ids: tuple[str, ...]) -> None:
        last = self.view.selected_spans()[-1].last
        self.deletions.add(ids)
        row = self.model.next_staying(last)
        if row is None:
            self.view.clearSelection()
        else:
            self.view.select_row(row)

    @Slot()
    def undo_deletion(self) -> None:
        """Keep what was deleted last."""
        ids = self.deletions.undo()
        row = self.model.row_of(ids[0]) if ids else None
        if row is not None:
            self.view.select_row(row)

    def undo_deletion_if_focused(self) -> bool:
        """Whether the list has the keyboard and something was undone."""
        focus = QApplication.focusWidget()
        focused = focus is not None and (focus is self.view or self.undo_bar.isAncestorOf(focus))
        if not focused or not self.deletions.undoable:
            return False
        self.undo_deletion()
        return True

    @Slot()
    def _show_undo(self) -> None:
        self.view.can_undo = self.deletions.undoable > 0
        self.undo_bar.show_count(self.deletions.undoable)

    def flush(self) -> None:
        """The window closes: what waits to be deleted is deleted, temporary files are too."""
        self.deletions.flush()
        self.view.flush()
