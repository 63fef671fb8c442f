"""What a person does with the jobs they selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication

from kopia_desktop.core.job import Job
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs import deeds
from kopia_desktop.gui.jobs.deeds import Deed
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.jobs_view import JobsView
from kopia_desktop.gui.jobs.turns import Turns, each

_TURN = 20
"""Jobs that are changed before a person's next edit gets its turn."""

_MOST_COPIED = 200
"""Transcripts that go to the clipboard at once."""

_OF_ONE = frozenset({Deed.OPEN, Deed.SHOW_FILE, Deed.LOCATE})


class SelectedJobs(QObject):
    """Does what is possible with each of them; what other parts do is told by signals."""

    activated = Signal(str)
    export_requested = Signal(object)
    """A tuple of ids."""
    locate_requested = Signal(str)
    delete_requested = Signal(object)
    """A tuple of ids."""
    no_folder = Signal()
    """The folder that was to be shown is not there."""
    failed = Signal(object)
    """A KopiaError."""

    def __init__(self, context: Context, model: JobsModel, view: JobsView, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lanes = context.bridge.lanes
        self._model = model
        self._view = view

    def ids(self) -> tuple[str, ...]:
        """From top to bottom, without those that are being deleted."""
        return self._model.staying(self._view.selected_ids())

    def possible(self) -> frozenset[Deed]:
        """What can be done with some of them."""
        ids = self.ids()
        jobs = self._model.jobs(ids)
        return deeds.possible(jobs, unknown=len(ids) - len(jobs))

    def do(self, deed: Deed) -> None:
        """The deed with those for which it is possible, as far as they were looked at."""
        ids = self.ids() if deed is Deed.DELETE else self._ids_for(deed)
        if not ids or (deed in _OF_ONE and len(ids) > 1):
            return
        set_paused = self._context.jobs.set_paused
        acts: dict[Deed, Callable[[tuple[str, ...]], object]] = {
            Deed.OPEN: self._open,
            Deed.PAUSE: partial(self._change, partial(set_paused, paused=True)),
            Deed.RESUME: partial(self._change, partial(set_paused, paused=False)),
            Deed.STOP: partial(self._change, self._context.jobs.cancel),
            Deed.RETRY: partial(self._change, self._context.jobs.retry),
            Deed.EXPORT: self.export_requested.emit,
            Deed.COPY: self._copy_text,
            Deed.SHOW_FILE: self._show_file,
            Deed.LOCATE: self._locate,
            Deed.DELETE: self.delete_requested.emit,
        }
        acts[deed](ids)

    def _ids_for(self, deed: Deed) -> tuple[str, ...]:
        ids = self.ids()
        impossible = {job.id for job in self._model.jobs(ids) if deed not in deeds.deeds_for(job)}
        return tuple(job_id for job_id in ids if job_id not in impossible)

    def _open(self, ids: Sequence[str]) -> None:
        self.activated.emit(ids[0])

    def _locate(self, ids: Sequence[str]) -> None:
        self.locate_requested.emit(ids[0])

    def _change(self, change: Callable[[str], Job], ids: Sequence[str]) -> None:
        turns = Turns(self._lanes.edit, ids, each(change), size=_TURN, parent=self)
        turns.failed.connect(self.failed)
        turns.start()

    def _copy_text(self, ids: Sequence[str]) -> None:
        """The transcripts into the clipboard, a blank line between two."""
        subtitles = self._context.settings().subtitles
        render = partial(self._context.exports.render, format="txt", subtitles=subtitles)
        self._lanes.read(partial(_texts, render, ids[:_MOST_COPIED]), self._copy, self.failed.emit)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _show_file(self, ids: Sequence[str]) -> None:
        """Open the folder in which the recording lies."""
        job = self._model.job(ids[0])
        if job is not None and job.media is not None:
            self._lanes.files(partial(_folder_of, Path(job.media.path)), self._open_folder)

    def _open_folder(self, folder: Path | None) -> None:
        if folder is None:
            self.no_folder.emit()
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _texts(render: Callable[[str], bytes], ids: Sequence[str]) -> str:
    return "\n\n".join(render(job_id).decode() for job_id in ids)


def _folder_of(path: Path) -> Path | None:
    """Looks at the disk; a network drive may take a while."""
    return path.parent if path.parent.is_dir() else None
