"""Files that a job was to write by itself and could not: said where it is seen, with what helps."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from kopia_desktop.core.errors import JobNotFound, KopiaError
from kopia_desktop.core.export import ExportState, ExportStatus
from kopia_desktop.core.job import JobError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.notices import Notices, Tone
from kopia_desktop.gui.wording.errors import worded


class FailedExports(QObject):
    """Looks at the jobs that changed; each failure is said once."""

    def __init__(self, context: Context, notices: Notices, window: QWidget) -> None:
        """``window`` is what the dialog for another folder stands over."""
        super().__init__(window)
        self._context = context
        self._notices = notices
        self._window = window
        self._told: set[str] = set()
        context.bridge.jobs_changed.connect(self._look)

    @Slot(object)
    def _look(self, job_ids: frozenset[str]) -> None:
        self._context.bridge.lanes.read(lambda: self._states(job_ids), self._tell)

    def _states(self, job_ids: frozenset[str]) -> dict[str, tuple[str, ExportState]]:
        """In the lane: name and state of those jobs that were to write something."""
        found = {}
        for job_id in job_ids:
            with contextlib.suppress(JobNotFound):  # deleted meanwhile
                state = self._context.jobs.export_state(job_id)
                if state is not None:
                    found[job_id] = self._context.jobs.get(job_id).title, state
        return found

    def _tell(self, states: Mapping[str, tuple[str, ExportState]]) -> None:
        for job_id, (title, state) in states.items():
            if state.status is not ExportStatus.FAILED:
                self._told.discard(job_id)
            elif job_id not in self._told:
                self._told.add(job_id)
                self._say(job_id, title, state.error)

    def _say(self, job_id: str, title: str, error: JobError | None) -> None:
        text = self.tr("The files of “{name}” were not written.").format(name=title)
        words = None if error is None else worded(error)
        notice = self._notices.say(text if words is None else f"{text} {words.text}", Tone.ERROR)
        notice.setToolTip("" if words is None else words.details)
        notice.add_button(self.tr("Choose another folder…"), lambda: self._choose(job_id))
        notice.add_button(self.tr("Try again"), lambda: self.retry(job_id, None))

    def _choose(self, job_id: str) -> None:
        title = self.tr("Where should the files go?")
        chosen = QFileDialog.getExistingDirectory(self._window, title)
        if chosen:
            self.retry(job_id, Path(chosen))

    def retry(self, job_id: str, folder: Path | None) -> None:
        """Have the files written after all, in the folder where one is given."""
        jobs = self._context.jobs
        self._told.discard(job_id)
        self._context.bridge.lanes.edit(
            lambda: jobs.retry_export(job_id, folder), self._retried, self._refused
        )

    def _retried(self, _: ExportState | None) -> None:
        """The files are due; the errands tell what comes of it."""

    def _refused(self, error: KopiaError) -> None:
        self._notices.say(worded(error).text, Tone.ERROR)
