"""The line at the bottom: which model runs where and why, the queue, and where the API is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Device
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.elided_label import ElidedLabel
from kopia_desktop.gui.job_counts import JobCounts
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.models import model_name

_PORT_SETTINGS = "api"

_SAID = 6000
"""Milliseconds that a passing word stands."""


class StatusBar(QWidget):
    """Looks again when the engine changes; nothing in it waits."""

    settings_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status-bar")
        self._context = context
        self._engine = ElidedLabel(self)
        self._engine.setObjectName("engine-state")
        self._passing = ElidedLabel(self)
        self._passing.setObjectName("passing-word")
        self._passing.hide()
        self._passed = QTimer(self)
        self._passed.setSingleShot(True)
        self._passed.setInterval(_SAID)
        self._passed.timeout.connect(self._show_passed)
        self._queue = QLabel(self)
        self._api = QLabel(self)
        self._api.setObjectName("api-state-line")
        self._api.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = QPushButton(self.tr("Copy key"), self)
        self._copy.setObjectName("copy-key")
        self._copy.setFlat(True)
        self._copy.setAccessibleName(self.tr("Copy the API key"))
        self._copy.setToolTip(self.tr("Copy the API key, for programs of this computer"))
        self._copy.clicked.connect(self.copy_key)
        self._help = QPushButton(self.tr("Settings"), self)
        self._help.setObjectName("api-settings")
        self._help.setFlat(True)
        self._help.clicked.connect(self._open_settings)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GRID // 2, MARGIN, GRID // 2)
        row.setSpacing(2 * GRID)
        row.addWidget(self._engine, 1)
        row.addWidget(self._passing, 1)
        for widget in (self._queue, self._api, self._copy, self._help):
            row.addWidget(widget)
        bridge = context.bridge
        bridge.store_changed.connect(self.refresh)
        bridge.engine_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how things are now."""
        self._show_engine()
        self._show_api()

    @Slot(str)
    def say(self, text: str) -> None:
        """What came of a key or a menu, for a few seconds in the place of the model and device."""
        self._passing.setText(text)
        self._passing.setAccessibleName(text)
        self._passing.setVisible(bool(text))
        self._engine.setVisible(not text)
        self._passed.start()

    @property
    def said(self) -> str:
        """What ``say`` shows now."""
        return "" if self._passing.isHidden() else self._passing.text()

    @Slot()
    def _show_passed(self) -> None:
        self.say("")
        self._passed.stop()

    @Slot()
    def copy_key(self) -> None:
        """The key into the clipboard."""
        self._context.bridge.lanes.files(self._context.key.read, self._copied, self._no_key)

    def _copied(self, key: str) -> None:
        QGuiApplication.clipboard().setText(key)
        self._copy.setText(self.tr("Copied"))

    def _no_key(self, error: KopiaError) -> None:
        self._api.setText(worded(error).sentence)

    @Slot()
    def _open_settings(self) -> None:
        self.settings_requested.emit(_PORT_SETTINGS)

    def _show_engine(self) -> None:
        machinery = self._context.machinery
        model = model_name(self._context.settings().transcription.model)
        problem = machinery.engine_error
        if isinstance(problem, KopiaError):
            text = worded(problem).text
        elif problem is not None:
            text = self.tr("The engine has stopped because of an error. Start the program again.")
        elif machinery.device is None:
            text = self.tr("{model} · ready").format(model=model)
        else:
            choice = machinery.device
            place = self.tr("GPU") if choice.device is Device.CUDA else self.tr("CPU")
            text = self.tr("{model} on {device} ({reason})").format(
                model=model, device=place, reason=self._reason(choice.reason)
            )
        self._engine.setText(text)

    def _reason(self, reason: str) -> str:
        known = {
            "chosen in the settings": self.tr("chosen in the settings"),
            "no NVIDIA driver found": self.tr("no NVIDIA driver found"),
            "CUDA works": self.tr("CUDA works"),
        }
        return known.get(reason, reason)

    def _show_api(self) -> None:
        machinery = self._context.machinery
        url, problem = machinery.api_url, machinery.api_problem
        self._copy.setVisible(url is not None)
        self._copy.setText(self.tr("Copy key"))
        self._help.setVisible(problem is not None)
        if url is not None:
            self._api.setText(self.tr("API on  {url}").format(url=url.removesuffix("/api/v1")))
        elif problem is not None:
            self._api.setText(worded(problem).sentence)
            self._api.setToolTip(worded(problem).details)
        else:
            self._api.setText(self.tr("API off"))

    @Slot(object)
    def show_counts(self, counts: JobCounts) -> None:
        """What runs, what waits for its turn, and what waits for a person."""
        active, texts = counts.active, []
        running = active.processing + active.fetching
        if running:
            texts.append(self.tr("%n running", "", running))
        if active.queued:
            texts.append(self.tr("%n waiting", "", active.queued))
        if active.paused:
            texts.append(self.tr("%n paused", "", active.paused))
        self._queue.setText(" · ".join(texts))
        self._queue.setVisible(bool(texts))
