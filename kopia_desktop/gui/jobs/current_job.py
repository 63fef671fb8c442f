"""Which job the rest of the window shows: what a person picked, until they pick another.

That is the list's current row if it is selected, and not always even that. A job that leaves the
filter while someone reads it (it is completed, and the list shows what runs) stays open; one that
is deleted makes way to the next.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal, Slot

from kopia_desktop.core.job import Job
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.jobs_view import JobsView


class CurrentJob(QObject):
    """Follows the view's current row; tells the job as soon as it is read, and when it changes."""

    changed = Signal(object)
    """The Job, None where there is none."""

    def __init__(self, model: JobsModel, view: JobsView, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._view = view
        self._id: str | None = None
        self._told: Job | None = None
        self._is_gone = False
        self._awaited: str | None = None
        self._row = 0
        """Where the job stood when it was last seen to go."""
        view.selectionModel().currentRowChanged.connect(self._follow)
        view.picked.connect(self._follow)
        model.rowsAboutToBeRemoved.connect(self._note_row)
        model.rowsRemoved.connect(self._settle)
        model.rowsInserted.connect(self._find_awaited)
        model.listed.connect(self._return)
        model.jobs_read.connect(self._tell_if_read)
        model.jobs_gone.connect(self._note_gone)

    @property
    def id(self) -> str | None:
        return self._id

    @property
    def job(self) -> Job | None:
        """What ``changed`` told last; None before the job is read."""
        return self._told

    def select(self, job_id: str) -> None:
        """Pick a job; one that is not listed yet is picked when it is."""
        row = self._model.row_of(job_id)
        self._awaited = job_id if row is None else None
        if row is not None:
            self._view.select_row(row)
            self._adopt(job_id)

    def _adopt(self, job_id: str | None) -> None:
        self._is_gone = False
        if job_id == self._id:
            return
        self._id = job_id
        self._model.pin(() if job_id is None else (job_id,))
        job = None if job_id is None else self._model.job(job_id)
        if job_id is None or job is not None:
            self._tell(job)

    def _tell(self, job: Job | None) -> None:
        if job != self._told:
            self._told = job
            self.changed.emit(job)

    @Slot()
    def _follow(self) -> None:
        """A move that no person made is none: the view moves on by itself when a row goes."""
        index = self._view.selectionModel().currentIndex()
        if self._model.is_removing or not index.isValid():
            return
        if self._view.selectionModel().isSelected(index):
            job_id = self._model.job_id(index.row())
            if job_id != self._id:  # it is told too when rows come in above it
                self._awaited = None
            self._adopt(job_id)

    @Slot(QModelIndex, int, int)
    def _note_row(self, _: QModelIndex, first: int, last: int) -> None:
        row = None if self._id is None else self._model.row_of(self._id)
        if row is not None and first <= row <= last:
            self._row = first

    @Slot()
    def _settle(self) -> None:
        """Rows went: was this job's among them?"""
        if self._id is None or self._model.row_of(self._id) is not None:
            return
        if self._is_gone:
            self._adopt_row()
        else:
            self._view.unselect()

    def _adopt_row(self) -> None:
        """What stands where the job stood, or above it at the end."""
        row = min(self._row, self._model.rowCount() - 1)
        if row >= 0 and self._view.currentIndex().isValid():
            self._view.select_row(row)
            self._adopt(self._model.job_id(row))
        else:
            self._adopt(None)

    @Slot(object)
    def _note_gone(self, ids: frozenset[str]) -> None:
        if self._id in ids:
            self._is_gone = True
            if self._model.row_of(self._id) is None:
                self._adopt_row()

    @Slot(object)
    def _tell_if_read(self, ids: frozenset[str]) -> None:
        if self._id is not None and self._id in ids:
            self._tell(self._model.job(self._id))

    @Slot()
    def _find_awaited(self) -> None:
        if self._awaited is not None:
            self.select(self._awaited)

    @Slot()
    def _return(self) -> None:
        """Another filter's list is there; the job may be in it."""
        if self._awaited is None and self._id is not None:
            row = self._model.row_of(self._id)
            if row is not None:
                self._view.select_row(row)
