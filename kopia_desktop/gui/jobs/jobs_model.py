"""The job list for a view: what each row says, how fast its job is, whether it is being deleted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from kopia_desktop.core.job import Job
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs.listing import PAGE, Span, spans
from kopia_desktop.gui.jobs.paces import Paces
from kopia_desktop.gui.jobs.paged_jobs import Index, PagedJobs
from kopia_desktop.gui.wording import jobs as wording
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.jobs import Leaving

_TICK = 1000
"""Milliseconds between two looks at the paces."""


class JobsModel(PagedJobs):
    """A row that was not read yet gives None for every role."""

    JobRole = Qt.ItemDataRole.UserRole + 1
    """The Job."""
    StateRole = Qt.ItemDataRole.UserRole + 2
    """A StateLine."""
    LeavingRole = Qt.ItemDataRole.UserRole + 3
    """A Leaving, None where the job stays."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(context, parent)
        self._paces = Paces()
        self._leaving: dict[str, Leaving] = {}
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._age)
        context.bridge.jobs_deleted.connect(self._forget)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        job = self._listing.job(index.row()) if index.isValid() else None
        if job is None or role == self.JobRole:
            return job
        if role == self.LeavingRole:
            return self._leaving.get(job.id)
        if role == self.StateRole:
            return wording.state_line(
                job, pace=self._paces.of(job.id), leaving=self._leaving.get(job.id)
            )
        return self._text(job, role)

    def _text(self, job: Job, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.shown_name(job.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return wording.spoken(
                job, pace=self._paces.of(job.id), leaving=self._leaving.get(job.id)
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = [wording.shown_name(job.title)]
            if job.error is not None:
                lines += [worded(job.error).text, worded(job.error).details]
            return "<br>".join(escape(line) for line in dict.fromkeys(lines) if line)
        return None

    def staying(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Those of the jobs that are not being deleted."""
        leaving = self._leaving
        return tuple(job_id for job_id in ids if job_id not in leaving) if leaving else tuple(ids)

    def next_staying(self, row: int) -> int | None:
        """The nearest row whose job is not being deleted: below this one, else above it."""
        ids, leaving = self._listing.ids, self._leaving
        below = (r for r in range(row + 1, len(ids)) if ids[r] not in leaving)
        above = (r for r in range(row, -1, -1) if ids[r] not in leaving)
        found = next(below, None)
        return next(above, None) if found is None else found

    def set_leaving(self, ids: Collection[str], leaving: Leaving | None) -> None:
        """These jobs are being deleted, or (None) stay after all."""
        if leaving is not None:
            self._leaving.update(dict.fromkeys(ids, leaving))
        else:
            for job_id in ids:
                self._leaving.pop(job_id, None)
        if (
            len(self._listing) and len(ids) > PAGE
        ):  # a view paints what is in sight, however much has changed
            self._tell([Span(0, len(self._listing) - 1)])
        else:
            self._tell(spans(self._listing.rows_of(set(ids))))

    def _take_jobs(self, jobs: Collection[Job]) -> None:
        self._paces.feed(jobs)
        if self._paces and not self._tick.isActive():
            self._tick.start()
        super()._take_jobs(jobs)

    @Slot()
    def _age(self) -> None:
        """A job whose next step is late is slower than it was."""
        self._paces.drop([one for one in self._paces.ids if not self._listing.is_known(one)])
        if not self._paces:
            self._tick.stop()
            return
        self._paces.tick()
        self._tell(spans(self._listing.rows_of(self._paces.ids)))

    @Slot(object)
    def _forget(self, ids: frozenset[str]) -> None:
        for job_id in ids:
            self._leaving.pop(job_id, None)
