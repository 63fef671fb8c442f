"""Which actions can be done now: those of the selected jobs, and those of the open transcript."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from kopia_desktop.core.job import Job
from kopia_desktop.gui.actions import Actions
from kopia_desktop.gui.jobs import deeds
from kopia_desktop.gui.jobs.deeds import Deed
from kopia_desktop.gui.jobs.panel import JobsPanel
from kopia_desktop.gui.transcript.page import TranscriptPage

_OF_SELECTION = {
    "export": Deed.EXPORT,
    "copy_text": Deed.COPY,
    "show_file": Deed.SHOW_FILE,
    "pause": Deed.PAUSE,
    "resume": Deed.RESUME,
    "cancel": Deed.STOP,
    "retry": Deed.RETRY,
    "delete_jobs": Deed.DELETE,
}
_OF_OPEN_JOB = (
    *("copy", "find", "replace", "find_next", "find_previous"),
    *("fillers_shown", "fillers_struck", "fillers_hidden", "locate"),
    *("edit_segment", "split", "merge_above", "merge_below", "delete_segment", "revert"),
    *("next_doubt", "previous_doubt", "translate", "retranslate"),
    "job_vocabulary",
    *("play", "back", "forward", "previous_segment", "next_segment", "slower", "faster", "loop"),
    *("follow", "picture"),
)
_MOST = 1000
"""Selected jobs that are looked at one by one."""

_AFTER = 100
"""Milliseconds in which several changes of the list are one."""


class Abilities(QObject):
    """Enables and disables; a key whose action cannot be done is left to who has the focus."""

    def __init__(
        self, actions: Actions, jobs: JobsPanel, page: TranscriptPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._jobs = jobs
        self._can_undo_edit = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self._look)
        jobs.selection_changed.connect(self._look)
        jobs.model.dataChanged.connect(self._look_soon)
        jobs.current_job_changed.connect(self._set_open)
        jobs.deletions.changed.connect(self._show_undo)
        page.undo_available.connect(self._set_undo)
        page.redo_available.connect(actions["redo"].setEnabled)
        actions["redo"].setEnabled(False)
        self._show_undo()
        self._set_open(jobs.current.job)
        self._look()

    @Slot()
    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _look(self) -> None:
        count = sum(span.last - span.first + 1 for span in self._jobs.view.selected_spans())
        many = count > _MOST
        can = deeds.possible((), unknown=count) if many else self._jobs.selected.possible()
        for name, deed in _OF_SELECTION.items():
            self._actions[name].setEnabled(deed in can)

    @Slot(object)
    def _set_open(self, job: Job | None) -> None:
        for name in _OF_OPEN_JOB:
            self._actions[name].setEnabled(job is not None)
        if job is None:
            self._actions["redo"].setEnabled(False)
            self._set_undo(available=False)

    @Slot(bool)
    def _set_undo(self, available: bool) -> None:
        self._can_undo_edit = available
        self._show_undo()

    @Slot()
    def _show_undo(self) -> None:
        undoable = self._can_undo_edit or self._jobs.deletions.undoable > 0
        self._actions["undo"].setEnabled(undoable)
