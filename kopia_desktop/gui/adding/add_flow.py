"""Whatever comes in goes through here: it becomes jobs, step by step, in the lane for files."""

from __future__ import annotations

import functools
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kopia_desktop.core.job import JobOptions
from kopia_desktop.core.paths import resource
from kopia_desktop.core.speech_models import STARTER
from kopia_desktop.gui.adding.given import Given
from kopia_desktop.gui.adding.path_dialog import path_dialog
from kopia_desktop.gui.context import Context
from kopia_desktop.services.adding import Adding, AddStep, AddSummary, Repeat, Wanted
from kopia_desktop.services.likeness import MEDIA_ENDINGS


class AddFlow(QObject):
    """One thing given after the other; the window stays usable and the list fills as it goes.

    ``jobs_added`` comes with the ids of each step; ``already_there`` (the ids of jobs that were
    found or go on) and ``finished`` come once, when all that was given was looked at.
    ``progress`` says (done, total, name at hand); the total is 0 while folders are looked through.
    """

    jobs_added = Signal(object)
    already_there = Signal(object)
    progress = Signal(int, int, str)
    finished = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, context: Context, window: QWidget) -> None:
        """``window`` is what the file dialogs stand over."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._waiting: deque[Wanted] = deque()
        self._adding: Adding | None = None
        self._is_cancelled = False
        self._again: tuple[Path, ...] = ()

    @property
    def is_busy(self) -> bool:
        return self._adding is not None

    def add(self, wanted: Wanted) -> None:
        """Add what was given, after what was given before."""
        self._waiting.append(wanted)
        if self._adding is None:
            self._begin_next()

    def add_paths(self, paths: Sequence[Path | str]) -> None:
        """Files, and folders with the recordings inside them."""
        if paths:
            self.add(Wanted(paths=tuple(map(Path, paths))))

    def add_links(self, text: str) -> None:
        """The https links in a text."""
        self.add(Wanted(text=text))

    def add_mime(self, mime: QMimeData) -> None:
        """What was dropped or copied."""
        self.add_given(Given.of(mime))

    @Slot(object)
    def add_given(self, given: Given) -> None:
        """What the drop overlay tells."""
        self.add(Wanted(given.paths, given.text))

    @Slot()
    def paste(self) -> None:
        """Files or links from the clipboard."""
        self.add_mime(QGuiApplication.clipboard().mimeData())

    @Slot()
    def add_sample(self) -> None:
        """The shipped recording, with what always works on it."""
        path = resource("sample", "sample.mp4")
        self.add(Wanted((path,), options=JobOptions(language="auto", model=STARTER)))

    @Slot()
    def transcribe_again(self) -> None:
        """Make new jobs of the files that were found in the list last time."""
        if self._again:
            self.add(Wanted(self._again, repeat=Repeat.ANEW))

    @Slot()
    def open_files(self) -> None:
        """Ask for recordings."""
        dialog = self._dialog(self.tr("Add recordings"), QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*.{ending}" for ending in sorted(MEDIA_ENDINGS))
        dialog.setNameFilters(
            [self.tr("Recordings ({endings})").format(endings=endings), self.tr("All files (*)")]
        )
        dialog.open()

    @Slot()
    def open_folder(self) -> None:
        """Ask for a folder with recordings."""
        self._dialog(self.tr("Add a folder"), QFileDialog.FileMode.Directory).open()

    @Slot()
    def cancel(self) -> None:
        """Stop adding; what was added stays."""
        self._waiting.clear()
        self._is_cancelled = self._adding is not None

    def _dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = path_dialog("add-dialog", title, mode=mode, parent=self._window)
        dialog.filesSelected.connect(self._chosen)
        return dialog

    @Slot(list)
    def _chosen(self, files: list[str]) -> None:
        self.add_paths(files)

    def _begin_next(self) -> None:
        was_busy = self.is_busy
        self._is_cancelled = False
        self._adding = None
        if self._waiting:
            self._adding = Adding(
                self._context.intake,
                self._context.models,
                self._waiting.popleft(),
                self._options,
            )
            self._go_on()
        if was_busy is not self.is_busy:
            self.busy_changed.emit(self.is_busy)

    def _options(self) -> JobOptions:
        """What the settings say now, with the terms of their list; in the lane for files."""
        settings = self._context.settings()
        name = settings.transcription.vocabulary
        return settings.job_options(self._context.vocabularies.chosen(name))

    def _go_on(self) -> None:
        """Each step is asked for anew, so that other work with files comes in between."""
        assert self._adding is not None
        self._context.bridge.lanes.files(self._adding.step, self._stepped)

    def _stepped(self, step: AddStep) -> None:
        if step.added:
            self.jobs_added.emit(step.added)
        self.progress.emit(step.done, step.total, step.name)
        if not step.is_over and not self._is_cancelled:
            self._go_on()
            return
        assert self._adding is not None
        cancelled = self._is_cancelled and not step.is_over
        summary = functools.partial(self._adding.summary, cancelled=cancelled)
        self._context.bridge.lanes.files(summary, self._finish)

    def _finish(self, summary: AddSummary) -> None:
        self._again = tuple(one.path for one in summary.already)
        found = summary.job_ids[len(summary.added) :]
        if found:
            self.already_there.emit(found)
        self.finished.emit(summary)
        self._begin_next()
