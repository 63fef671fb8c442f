"""Settings, Storage: what the program takes of the disk, and what of it can go."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import AskPath, open_folder
from kopia_desktop.gui.dialogs.settings_page import SettingsPage
from kopia_desktop.gui.labels import Muted, Text, Trouble
from kopia_desktop.gui.setting_changes import SettingChanges
from kopia_desktop.gui.theme import GRID, Theming
from kopia_desktop.gui.wording.times import size
from kopia_desktop.services.storage import StoragePart, StorageSizes


class ShareBar(QWidget):
    """A thin line whose accent part is a share of the whole."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self._theming = theming
        self._share = 0.0
        self.setMinimumHeight(GRID)
        self.setMinimumWidth(6 * GRID)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theming.changed.connect(self.update)

    def set_share(self, share: float) -> None:
        """0..1; anything at all is at least a dot."""
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        half = GRID // 4
        area = self.rect().adjusted(0, self.height() // 2 - half, 0, half - self.height() // 2)
        painter.setBrush(self._theming.colours.line)
        painter.drawRoundedRect(area, half, half)
        if self._share > 0:
            filled = max(2 * half, round(area.width() * min(self._share, 1.0)))
            mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            area.setLeft(area.right() - filled + 1) if mirrored else area.setWidth(filled)
            painter.setBrush(self._theming.colours.accent_fill)
            painter.drawRoundedRect(area, half, half)


class StoragePage(SettingsPage):
    """Sizes come from the lane for files; a clean-up says what goes and what came of it."""

    def __init__(
        self, context: Context, changes: SettingChanges, ask: AskPath, title: str, parent: QWidget
    ) -> None:
        super().__init__(context, changes, ask, title, parent)
        self._media_asked = False
        self._free = Muted(self.tr("Looking…"), self.content)
        self._free.setObjectName("free-disk")
        self.add(self._free)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 1)
        holder = QWidget(self.content)
        self._grid.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(self._grid)
        self.add(holder)
        self._bars: dict[str, tuple[ShareBar, QLabel]] = {}
        for name, text in self._part_names().items():
            self._add_part(name, text)
        self.add_heading(self.tr("Clean up"))
        self.said = Muted("", self.content)
        self.said.setVisible(False)
        self.trouble = Trouble(context.theming, self.content)
        self.cleaners: dict[StoragePart, QPushButton] = {}
        for part, (text, about) in self._cleaner_texts().items():
            self._add_cleaner(part, text, about)
        self.column.addWidget(self.said)
        self.column.addWidget(self.trouble)
        self.add_heading(self.tr("Data folder"))
        self._add_folder()

    def _part_names(self) -> dict[str, str]:
        return {
            "database": self.tr("Transcripts"),
            "media": self.tr("Recordings received"),
            "unfinished": self.tr("Unfinished work"),
            "waveforms": self.tr("Waveforms"),
            "models": self.tr("Models"),
            "logs": self.tr("Logs"),
            "backups": self.tr("Backups"),
        }

    def _cleaner_texts(self) -> dict[StoragePart, tuple[str, str]]:
        return {
            StoragePart.MEDIA: (
                self.tr("Remove received recordings"),
                self.tr(
                    "Recordings that came through the API or a link, of completed jobs. Their"
                    " transcripts stay, but can no longer be listened to here."
                ),
            ),
            StoragePart.BACKUPS: (
                self.tr("Remove backups"),
                self.tr("Copies of the database from before an update of the program."),
            ),
            StoragePart.LOGS: (
                self.tr("Remove old logs"),
                self.tr("Those that are written now stay."),
            ),
            StoragePart.LEFTOVERS: (
                self.tr("Remove leftovers"),
                self.tr("Unfinished work and waveforms of jobs that are gone."),
            ),
        }

    def _add_part(self, name: str, text: str) -> None:
        row = self._grid.rowCount()
        name_of_part = QLabel(text, self.content)
        bar = ShareBar(self.context.theming, self.content)
        figure = QLabel("–", self.content)
        figure.setObjectName(f"size-{name}")
        trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(name_of_part, row, 0)
        self._grid.addWidget(bar, row, 1)
        self._grid.addWidget(figure, row, 2, trailing)
        self._bars[name] = (bar, figure)

    def _add_cleaner(self, part: StoragePart, text: str, about: str) -> None:
        line = QWidget(self.content)
        row = QGridLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(3 * GRID)
        row.setVerticalSpacing(GRID // 2)
        row.setColumnStretch(0, 1)
        button = QPushButton(self.tr("Remove"), line)
        button.setObjectName(f"clean-{part}")
        button.setAccessibleName(text)
        button.setAccessibleDescription(about)
        button.setProperty("part", part.value)
        button.clicked.connect(self._clean)
        row.addWidget(Text(text, line), 0, 0)
        row.addWidget(Muted(about, line), 1, 0)
        row.addWidget(button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        self.cleaners[part] = button
        self.add(line)

    def _add_folder(self) -> None:
        line = QWidget(self.content)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        path = QLineEdit(str(self.context.data.root), line)
        path.setReadOnly(True)
        path.setObjectName("data-folder")
        path.setAccessibleName(self.tr("Data folder"))
        path.setCursorPosition(0)
        button = QPushButton(self.tr("Open"), line)
        button.setObjectName("open-data-folder")
        button.setAccessibleName(self.tr("Open the data folder"))
        button.clicked.connect(self._open)
        row.addWidget(path, 1)
        row.addWidget(button)
        self.add(line)
        self.add_text(
            self.tr("Start the program with --data-dir, or set KOPIA_DATA_DIR, to use another.")
        )

    def refresh(self) -> None:
        self._ask_about_media(asked=False)
        self.context.bridge.lanes.files(self.context.storage.sizes, self._show, self._failed)

    def _show(self, sizes: StorageSizes) -> None:
        whole = max(1, sizes.total)
        for name, (bar, figure) in self._bars.items():
            count: int = getattr(sizes, name)
            bar.set_share(count / whole)
            figure.setText(size(count))
        text = self.tr("{taken} in the data folder, {free} free on its disk.")
        self._free.setText(text.format(taken=size(sizes.total), free=size(sizes.free)))

    @Slot()
    def _clean(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        part = StoragePart(button.property("part"))
        if part is StoragePart.MEDIA and not self._media_asked:
            self._ask_about_media(asked=True)
            return
        self._ask_about_media(asked=False)
        self._enable(enabled=False)
        self.trouble.clear()
        self.context.bridge.lanes.files(
            functools.partial(self.context.storage.clean, part), self._cleaned, self._failed
        )

    def _ask_about_media(self, *, asked: bool) -> None:
        """The one clean-up that takes something a person may miss needs a second click."""
        self._media_asked = asked
        button = self.cleaners[StoragePart.MEDIA]
        button.setText(self.tr("Really remove?") if asked else self.tr("Remove"))

    def _cleaned(self, freed: int) -> None:
        self._enable(enabled=True)
        text = self.tr("{size} came free.") if freed else self.tr("There was nothing to remove.")
        self.said.setText(text.format(size=size(freed)))
        self.said.setVisible(True)
        self.refresh()

    def _failed(self, error: KopiaError) -> None:
        self._enable(enabled=True)
        self.trouble.say_error(error)

    def _enable(self, *, enabled: bool) -> None:
        for button in self.cleaners.values():
            button.setEnabled(enabled)

    @Slot()
    def _open(self) -> None:
        open_folder(self.context.data.root)
