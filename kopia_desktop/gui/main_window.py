"""The main window: jobs at the leading side, the transcript over the player, a line of state.

It is built in two steps, so that the jobs are there at once: what the first picture shows, and
after that everything that a person needs a moment later (``complete``).
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.gui import interface_language
from kopia_desktop.gui.actions import Actions
from kopia_desktop.gui.closing import Closing, ClosingQuestion
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.job_counts import JobCounting, JobCounts
from kopia_desktop.gui.jobs.panel import JobsPanel
from kopia_desktop.gui.key_guard import KeyGuard
from kopia_desktop.gui.memory import window_memory
from kopia_desktop.gui.notices import Notices, Tone
from kopia_desktop.gui.status_bar import StatusBar
from kopia_desktop.gui.top_bar import TopBar

if TYPE_CHECKING:
    from kopia_desktop.gui.workplace import Workplace

_FIRST_SIZE = QSize(1200, 760)
_SMALLEST = QSize(640, 480)
_JOBS_WIDTH = 340
_PLAYER_HEIGHT = 170
_REST = "kopia_desktop.gui.workplace"
_SERVICES = (
    *("transcripts", "translations", "exports", "models", "downloads", "translators"),
    *("storage", "reports"),
)


class MainWindow(QMainWindow):
    """What the first picture shows; ``workplace`` is the rest, None until it is built."""

    completed = Signal()

    def __init__(self, context: Context, *, put_aside: Path | None = None) -> None:
        """``put_aside`` is where a settings file went that could not be read."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        appearance = context.settings().appearance
        interface_language.install(application, appearance.language)
        context.theming.choose(appearance.theme, motion=appearance.motion)
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle("Kopia Desktop")
        self.context = context
        self.workplace: Workplace | None = None
        self.unfinished = 0
        self._put_aside = put_aside
        self.counting = JobCounting(context, self)
        self._given: list[str] = []
        self._has_begun_rest = False
        self._may_close = False
        self._memory = window_memory(context.data)
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self.top_bar = TopBar(self.actions_, self)
        self.notices = Notices(context.theming, self)
        self.jobs = JobsPanel(context, self)
        self.status = StatusBar(context, self)
        self._lay_out()
        self._guard = KeyGuard(self)
        application.installEventFilter(self._guard)
        self._restore()
        self._watch_store()

    def _lay_out(self) -> None:
        self.across = QSplitter(Qt.Orientation.Horizontal, self)
        self.across.setObjectName("across")
        self.down = QSplitter(Qt.Orientation.Vertical, self)
        self.down.setObjectName("down")
        self.across.addWidget(self.jobs)
        self.across.addWidget(self.down)
        self.across.setStretchFactor(1, 1)
        self.across.setCollapsible(1, False)
        self.across.setSizes([_JOBS_WIDTH, _FIRST_SIZE.width() - _JOBS_WIDTH])
        for splitter in (self.across, self.down):
            splitter.setHandleWidth(1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(QWidget(self._stack))
        self._stack.addWidget(self.across)
        whole = QWidget(self)
        self.column = QVBoxLayout(whole)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.top_bar)
        self.column.addWidget(self.notices)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.setMinimumSize(_SMALLEST)

    def _watch_store(self) -> None:
        for show in (self._show_counts, self.jobs.show_counts, self.status.show_counts):
            self.counting.changed.connect(show)
        self.jobs.view.viewport().installEventFilter(self)
        self.counting.count()

    @Slot(object)
    def _show_counts(self, counts: JobCounts) -> None:
        self.unfinished = counts.active.working
        has_jobs = counts.total > 0
        if not has_jobs:
            self._begin_rest()
        self._show_content(has_jobs=has_jobs)

    def _show_content(self, *, has_jobs: bool) -> None:
        """The jobs and their transcripts, or the empty state while there is nothing at all."""
        if has_jobs:
            self._stack.setCurrentWidget(self.across)
        elif self.workplace is not None:
            self._stack.setCurrentWidget(self.workplace.empty)
        self.top_bar.show_search(shown=has_jobs)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The jobs are painted: now there is time for the rest."""
        if (
            event.type() is QEvent.Type.Paint
            and not self._has_begun_rest
            and self.jobs.model.is_listed
        ):
            QTimer.singleShot(0, self._begin_rest)
        return False

    @Slot()
    def _begin_rest(self) -> None:
        """Import the rest beside the window, then build it."""
        if not self._has_begun_rest:
            self._has_begun_rest = True
            self.context.bridge.lanes.files(self._import_rest, self._complete)

    def _import_rest(self) -> None:
        """In the lane: the modules of the rest, and the services that it asks."""
        importlib.import_module(_REST)
        for service in _SERVICES:
            getattr(self.context, service)

    def _complete(self, _: object) -> None:
        self.complete().start_up.begin()

    def complete(self) -> Workplace:
        """Everything that was left out of the first picture; built once."""
        if self.workplace is None:
            from kopia_desktop.gui.workplace import Workplace

            self._has_begun_rest = True
            self.workplace = Workplace(self, put_aside=self._put_aside)
            self._stack.addWidget(self.workplace.empty)
            self.workplace.order_tabs()
            if not self.restore_splitter(self.down):
                self.down.setSizes([_FIRST_SIZE.height() - _PLAYER_HEIGHT, _PLAYER_HEIGHT])
            self.counting.count()
            if self._given:
                self.workplace.conductor.add(self._given)
            # What stands for good is not looked through again: a full collection takes 50 ms.
            gc.collect()
            gc.freeze()
            self.completed.emit()
        return self.workplace

    @Slot(object)
    def receive(self, files: Sequence[str]) -> None:
        """Take what another start of the program was given, and come to the front."""
        if self.workplace is None:
            self._given += files
            return
        self.bring_forward()
        if files:
            self.workplace.conductor.add(files)

    @Slot()
    def bring_forward(self) -> None:
        self.setWindowState(
            (self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive
        )
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def quit(self) -> None:
        """End the program; work that runs goes on at the next start."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            choice = self._closing()
            if choice is not Closing.QUIT:
                event.ignore()
                if choice is Closing.BACKGROUND:
                    self.hide()
                return
        self._remember()
        if self.workplace is not None:
            self.workplace.finish()
        event.accept()
        QApplication.quit()

    def _closing(self) -> Closing:
        has_tray = self.workplace is not None and self.workplace.tray.is_there
        if has_tray and self.context.settings().privacy.keep_in_tray:
            return Closing.BACKGROUND
        if not self.unfinished:
            return Closing.QUIT
        return ClosingQuestion(self.unfinished, self, has_tray=has_tray).ask()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and hasattr(self, "actions_"):
            self.actions_["full_screen"].setChecked(self.isFullScreen())

    def say_error(self, text: str) -> None:
        """A sentence that belongs to no place of its own."""
        self.notices.say(text, Tone.ERROR)

    def _restore(self) -> None:
        """Where the window stood; never outside the screens there are now."""
        geometry = self._memory.value("window/geometry")
        if not isinstance(geometry, QByteArray) or not self.restoreGeometry(geometry):
            available = self.screen().availableGeometry()
            self.resize(_FIRST_SIZE.boundedTo(available.size()))
        self.restore_splitter(self.across)

    def restore_splitter(self, splitter: QSplitter) -> bool:
        """Whether there was something to restore."""
        state = self._memory.value(f"window/{splitter.objectName()}")
        return isinstance(state, QByteArray) and splitter.restoreState(state)

    def _remember(self) -> None:
        self._memory.setValue("window/geometry", self.saveGeometry())
        for splitter in (self.across, self.down):
            self._memory.setValue(f"window/{splitter.objectName()}", splitter.saveState())
        self._memory.sync()
