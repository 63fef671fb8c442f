"""How many jobs there are and what goes on: read once for every part of the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.job import JobStatus
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.store.jobs import ActiveCounts


@dataclass(frozen=True, slots=True)
class JobCounts:
    """``by_status`` counts every job, paused ones under their status; ``active`` what goes on."""

    by_status: Mapping[JobStatus, int]
    active: ActiveCounts

    @property
    def total(self) -> int:
        return sum(self.by_status.values())


class JobCounting(QObject):
    """Counts again after a job changed, however many changed at a time."""

    changed = Signal(object)
    """JobCounts, also where they are the same as before."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._soon = one_shot(self, 0, self.count)
        bridge = context.bridge
        for signal in (bridge.jobs_added, bridge.jobs_changed, bridge.jobs_deleted):
            signal.connect(self._soon.start)
        bridge.store_changed.connect(self._soon.start)

    @Slot()
    def count(self) -> None:
        """Count now."""
        self._context.bridge.lanes.read(self._counted, self._tell)

    def _counted(self) -> JobCounts:
        """In the lane."""
        jobs = self._context.jobs
        return JobCounts(jobs.counts(), jobs.active_counts())

    def _tell(self, counts: JobCounts) -> None:
        self.changed.emit(counts)
