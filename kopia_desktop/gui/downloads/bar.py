"""The line over the bottom one while models arrive: what, how far, until when; pause and stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kopia_desktop.core.downloads import Download, Downloads, DownloadStatus
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.downloads.progress_line import ProgressLine
from kopia_desktop.gui.elided_label import ElidedLabel
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import mute
from kopia_desktop.gui.theme import GRID, ICON, MARGIN
from kopia_desktop.gui.wording.downloads import download_state, download_title
from kopia_desktop.gui.wording.errors import worded

_MODELS_PAGE = "models"


class DownloadsBar(QWidget):
    """Takes no room while nothing arrives. Shows the one that is fetched, and how many wait."""

    settings_requested = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("downloads-bar")
        self._theming = context.theming
        self._name = ""
        self._downloads = context.download_list
        self._failed = self._goes_on = False
        self._line = ProgressLine(context.theming, self)
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setObjectName("download-title")
        self._state = ElidedLabel(self)
        self._state.setObjectName("download-state")
        mute(self._state)
        self._pause = self._button("download-pause", self._press_pause)
        self._stop = self._button("download-stop", self._press_stop)
        self._more = self._button("download-more", self._open_settings)
        self._lay_out()
        context.theming.changed.connect(self._paint_icon)
        self._downloads.changed.connect(self._show)
        self.hide()
        self._downloads.read()

    def _button(self, name: str, slot: object) -> QPushButton:
        button = plain_button(name, "", self)
        button.setFlat(True)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, GRID // 2, MARGIN, 0)
        row.setSpacing(GRID)
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addSpacing(GRID)
        row.addWidget(self._state, 1)
        for button in (self._more, self._pause, self._stop):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._line)
        column.addLayout(row)

    @Slot(object)
    def _show(self, downloads: Downloads) -> None:
        shown = _first_to_show(downloads)
        self.setVisible(shown is not None)
        if shown is None:
            self._name = ""
            return
        self._show_one(shown)
        others = len(downloads) - 1
        self._more.setText(self.tr("%n more", "", others))
        self._more.setAccessibleName(self.tr("%n more download(s), show them", "", others))
        self._more.setVisible(others > 0)

    def _show_one(self, download: Download) -> None:
        self._name = download.name
        self._failed = download.status is DownloadStatus.FAILED
        title = download_title(download)
        self._title.setText(title)
        self._state.setText(download_state(download))
        self._state.setAccessibleName(f"{title}, {self._state.text()}")
        self._line.show_share(download.fraction, rests=not download.status.is_active)
        self._goes_on = download.status.is_active
        self._name_buttons(title)
        self._paint_icon()

    def _name_buttons(self, title: str) -> None:
        if self._failed:
            texts = self.tr("Try again"), self.tr("Give up")
        elif self._goes_on:
            texts = self.tr("Pause"), self.tr("Cancel")
        else:
            texts = self.tr("Resume"), self.tr("Cancel")
        for button, text in zip((self._pause, self._stop), texts, strict=True):
            button.setText(text)
            button.setAccessibleName(f"{text}: {title}")

    @Slot()
    def _paint_icon(self) -> None:
        if not self._name:
            return
        sign = icon("download")
        if self._failed:
            sign = icon("error", ink=self._theming.colours.error)
        self._icon.setPixmap(sign.pixmap(ICON, ICON))

    @Slot()
    def _press_pause(self) -> None:
        if self._goes_on:
            self._downloads.pause(self._name, self._refused)
        else:
            self._downloads.resume(self._name, self._refused)

    @Slot()
    def _press_stop(self) -> None:
        self._downloads.cancel(self._name, self._refused)

    @Slot()
    def _open_settings(self) -> None:
        self.settings_requested.emit(_MODELS_PAGE)

    def _refused(self, error: KopiaError) -> None:
        self._state.setText(worded(error).text)


def _first_to_show(downloads: Downloads) -> Download | None:
    """The one that is fetched; else one that a person is to hear of, before those that rest."""
    order = (
        DownloadStatus.RUNNING,
        DownloadStatus.FAILED,
        DownloadStatus.WAITING,
        DownloadStatus.PAUSED,
    )
    return min(downloads, key=lambda one: order.index(one.status), default=None)
