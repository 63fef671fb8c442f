"""After the first picture: the engine and the API begin, and what hinders them is said."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from kopia_desktop.core.errors import DataFolderBusy, KopiaError, PortBusy
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.notices import Notice, Notices, Tone
from kopia_desktop.gui.wording.errors import worded

_AGAIN = 3000
"""Milliseconds until the engine's place is asked for again while another process has it."""


class StartUp(QObject):
    """Starts what runs beside the window, in the lane for files."""

    settings_requested = Signal(str)
    ready = Signal()

    def __init__(self, context: Context, notices: Notices) -> None:
        super().__init__(notices)
        self._context = context
        self._notices = notices
        self._busy: Notice | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self._start_engine)

    @Slot()
    def begin(self) -> None:
        """Start engine and API; called once the window is painted."""
        self._start_engine()
        self._open_api()
        self._context.bridge.watch_store()

    def say_settings_were_broken(self, put_aside: Path) -> None:
        """A settings file that could not be read was kept; the defaults hold."""
        text = self.tr(
            "The settings file could not be read, so the settings are as on the first day."
            " The old file was kept as {name}."
        ).format(name=put_aside.name)
        notice = self._notices.say(text, Tone.ERROR)
        folder = QUrl.fromLocalFile(str(put_aside.parent))
        notice.add_button(self.tr("Show it"), lambda: QDesktopServices.openUrl(folder))

    @Slot()
    def _start_engine(self) -> None:
        lanes = self._context.bridge.lanes
        lanes.files(self._context.machinery.start_engine, self._engine_started, self._no_engine)

    def _open_api(self) -> None:
        self._context.bridge.lanes.files(self._context.machinery.open_api, self._api_opened)

    def _engine_started(self, _: None) -> None:
        if self._busy is not None:
            self._busy.dismiss()
            self._busy = None
            if self._context.machinery.api_problem is not None:
                self._open_api()
        self.ready.emit()

    def _no_engine(self, error: KopiaError) -> None:
        words = worded(error)
        if isinstance(error, DataFolderBusy):
            if self._busy is None:
                self._busy = self._notices.say(words.text)
            self._again.start()
            return
        notice = self._notices.say(words.text, Tone.ERROR)
        notice.setToolTip(words.details)
        notice.add_button(self.tr("Try again"), self._start_engine)

    def _api_opened(self, _: None) -> None:
        """A port that whoever works on this data folder serves from is no trouble."""
        problem = self._context.machinery.api_problem
        is_theirs = self._busy is not None and isinstance(problem, PortBusy)
        if problem is not None and not is_theirs:
            words = worded(problem)
            notice = self._notices.say(words.text, Tone.ERROR)
            notice.setToolTip(words.details)
            notice.add_button(
                self.tr("Open the settings"), lambda: self.settings_requested.emit("api")
            )
        self._context.bridge.engine_changed.emit()
