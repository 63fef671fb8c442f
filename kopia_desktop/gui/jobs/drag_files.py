"""Jobs that are dragged out of the window: subtitle files that are written before the drag begins.

They lie in a folder of the data folder, are gone with their job, and all when the program ends.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import SubtitleSettings
from kopia_desktop.gui.context import Context

_FORMAT = "srt"


@dataclass(frozen=True, slots=True)
class _Written:
    """A job's file, and its text for a place that takes no files."""

    job_id: str
    paths: tuple[Path, ...]
    text: str
    subtitles: SubtitleSettings


class DragFiles(QObject):
    """``prepare`` while a person points at a job, so that ``mime`` is at hand when they drag."""

    ready = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._lanes = context.bridge.lanes
        self._folder = context.data.root / "drags"
        self._written: dict[str, _Written] = {}
        self._asked: set[str] = set()
        context.bridge.segments_edited.connect(self._forget)
        context.bridge.jobs_deleted.connect(self._forget)
        self._lanes.files(partial(_remove, (self._folder,)), _nothing)

    def prepare(self, job_ids: Sequence[str]) -> None:
        """Write the files of these completed jobs, where they are not written yet."""
        subtitles = self._context.settings().subtitles
        for job_id in job_ids:
            known = self._written.get(job_id)
            if job_id in self._asked or (known is not None and known.subtitles == subtitles):
                continue
            self._asked.add(job_id)
            work = partial(_write, self._context, job_id, self._folder / job_id, subtitles)
            self._lanes.files(work, self._take, partial(self._fail, job_id))

    def mime(self, job_ids: Sequence[str]) -> QMimeData | None:
        """What is dragged: files and text; None while they are not all written."""
        written = [self._written.get(job_id) for job_id in job_ids]
        found = [one for one in written if one is not None]
        if not found or len(found) < len(written):
            return None
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for one in found for path in one.paths])
        mime.setText("\n".join(one.text for one in found))
        return mime

    def flush(self) -> None:
        """The window closes: nothing of a transcript is left lying about."""
        self._written.clear()
        self._lanes.edit(partial(_remove, (self._folder,)), _nothing)

    def _take(self, written: _Written) -> None:
        if written.job_id in self._asked:
            self._asked.discard(written.job_id)
            self._written[written.job_id] = written
            self.ready.emit()
        else:  # edited or deleted meanwhile
            self._lanes.files(partial(_remove, (self._folder / written.job_id,)), _nothing)

    def _fail(self, job_id: str, _: KopiaError) -> None:
        """Then there is nothing to drag; an export says why."""
        self._asked.discard(job_id)

    @Slot(object)
    def _forget(self, job_ids: frozenset[str]) -> None:
        stale = job_ids & (self._written.keys() | self._asked)
        if stale:
            self._asked -= stale
            for job_id in stale:
                self._written.pop(job_id, None)
            folders = tuple(self._folder / job_id for job_id in stale)
            self._lanes.files(partial(_remove, folders), _nothing)


def _write(context: Context, job_id: str, folder: Path, subtitles: SubtitleSettings) -> _Written:
    _remove((folder,))
    paths = context.exports.export(job_id, [_FORMAT], folder, subtitles=subtitles)
    text = context.exports.render(job_id, "txt", subtitles=subtitles).decode()
    return _Written(job_id, paths, text, subtitles)


def _remove(folders: Sequence[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _nothing(_: None) -> None:
    """What is left is tidied up at the next start."""
