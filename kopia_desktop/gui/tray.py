"""The tray's icon, and what is said when a job ends while nobody looks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.wording.errors import worded

_SHOWN = 8000
"""Milliseconds a notification stands, where the system lets us say."""

_REMEMBERED = 1000
"""Jobs whose end was told; older ones do not end twice."""


class Tray(QObject):
    """Opens the window, and tells of ends: of one job by name, of several in one breath."""

    open_requested = Signal(str)
    """Carries the id of the job that was told of last, or nothing."""

    quit_requested = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._told: dict[str, None] = {}
        self._last = ""
        self._icon: QSystemTrayIcon | None = None
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = self._made_icon()
        context.bridge.jobs_changed.connect(self._look)

    @property
    def is_there(self) -> bool:
        """Whether this desktop has a place for it."""
        return self._icon is not None

    def _made_icon(self) -> QSystemTrayIcon:
        menu = QMenu(self._window)
        menu.addAction(self.tr("Open Kopia Desktop"), self._open)
        menu.addSeparator()
        menu.addAction(self.tr("Quit"), self.quit_requested.emit)
        made = QSystemTrayIcon(QIcon(QApplication.windowIcon()), self)
        made.setToolTip("Kopia Desktop")
        made.setContextMenu(menu)
        made.activated.connect(self._activated)
        made.messageClicked.connect(self._open)
        made.show()
        return made

    @Slot()
    def _open(self) -> None:
        self.open_requested.emit(self._last)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self._open()

    @Slot(object)
    def _look(self, job_ids: frozenset[str]) -> None:
        if self._icon is None or self._window.isActiveWindow():
            return
        if not self._context.settings().privacy.notifications:
            return
        unknown = tuple(job_id for job_id in job_ids if job_id not in self._told)
        if unknown:
            self._context.bridge.lanes.read(lambda: self._ended(unknown), self._tell)

    def _ended(self, job_ids: tuple[str, ...]) -> tuple[Job, ...]:
        """In the lane: those of the jobs that have ended by themselves."""
        found = (self._context.jobs.find(job_id) for job_id in job_ids)
        return tuple(
            job
            for job in found
            if job is not None and job.status.is_finished() and not job.was_cancelled()
        )

    def _tell(self, jobs: tuple[Job, ...]) -> None:
        fresh = [job for job in jobs if job.id not in self._told]
        if not fresh or self._icon is None:
            return
        for job in fresh:
            self._told[job.id] = None
        while len(self._told) > _REMEMBERED:
            del self._told[next(iter(self._told))]
        self._last = fresh[-1].id
        title, text = self.message(fresh)
        self._icon.showMessage(title, text, QIcon(QApplication.windowIcon()), _SHOWN)

    def message(self, jobs: list[Job]) -> tuple[str, str]:
        """Title and text of a notification; names only where the settings allow them."""
        failed = [job for job in jobs if job.status is JobStatus.FAILED]
        if len(jobs) > 1:
            done = self.tr("%n transcript(s) ready", "", len(jobs) - len(failed))
            return done, self.tr("%n job(s) failed", "", len(failed)) if failed else ""
        job = jobs[0]
        named = self._context.settings().privacy.names_in_notifications
        text = job.title if named else ""
        if job.error is not None:
            return self.tr("A job failed"), f"{text}\n{worded(job.error).sentence}".strip()
        return self.tr("Transcript ready"), text
