"""What can be done with the selected jobs, and the menu that offers just that."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.gui.icons import icon


class Deed(StrEnum):
    """In the order of the menu."""

    OPEN = "open"
    PAUSE = "pause"
    RESUME = "resume"
    STOP = "stop"
    RETRY = "retry"
    EXPORT = "export"
    COPY = "copy"
    SHOW_FILE = "show_file"
    LOCATE = "locate"
    DELETE = "delete"


_OF_MANY = frozenset(
    {Deed.PAUSE, Deed.RESUME, Deed.STOP, Deed.RETRY, Deed.EXPORT, Deed.COPY, Deed.DELETE}
)
_NEW_GROUP = frozenset({Deed.PAUSE, Deed.EXPORT, Deed.SHOW_FILE, Deed.DELETE})


def deeds_for(job: Job) -> frozenset[Deed]:
    """What can be done with one job."""
    found = {Deed.OPEN, Deed.DELETE}
    if not job.status.is_finished():
        found |= {Deed.RESUME if job.paused else Deed.PAUSE, Deed.STOP}
    if job.status is JobStatus.FAILED:
        found.add(Deed.RETRY)
    if job.status is JobStatus.COMPLETED:
        found |= {Deed.EXPORT, Deed.COPY}
    if job.media is not None:
        found |= {Deed.SHOW_FILE, Deed.LOCATE}
    return frozenset(found)


def possible(jobs: Collection[Job], *, unknown: int = 0) -> frozenset[Deed]:
    """What can be done with some of them; ``unknown`` more were never looked at."""
    if unknown:
        return _OF_MANY
    found = frozenset[Deed]().union(*map(deeds_for, jobs))
    return found if len(jobs) == 1 else found & _OF_MANY


def menu(parent: QWidget, offered: Collection[Deed]) -> QMenu:
    """Each action carries its deed as data."""
    made = QMenu(parent)
    made.setObjectName("job-menu")
    words = _words()
    for deed in Deed:
        if deed in offered:
            if deed in _NEW_GROUP and not made.isEmpty():
                made.addSeparator()
            text, sign = words[deed]
            action = made.addAction(icon(sign), text) if sign else made.addAction(text)
            action.setObjectName(f"job-{deed}")
            action.setData(deed)
            if deed is Deed.OPEN:
                made.setDefaultAction(action)
    return made


def _words() -> dict[Deed, tuple[str, str]]:
    """The text of each line of the menu and the name of its icon."""
    translate = QCoreApplication.translate
    return {
        Deed.OPEN: (translate("JobMenu", "&Open"), ""),
        Deed.PAUSE: (translate("JobMenu", "&Pause"), "pause"),
        Deed.RESUME: (translate("JobMenu", "&Go on"), "play"),
        Deed.STOP: (translate("JobMenu", "&Stop"), "stop"),
        Deed.RETRY: (translate("JobMenu", "&Run again"), "retry"),
        Deed.EXPORT: (translate("JobMenu", "&Export…"), "export"),
        Deed.COPY: (translate("JobMenu", "Copy as &text"), "copy"),
        Deed.SHOW_FILE: (translate("JobMenu", "Show &file in folder"), "folder"),
        Deed.LOCATE: (translate("JobMenu", "&Locate file…"), "search"),
        Deed.DELETE: (translate("JobMenu", "&Delete"), "delete"),
    }
