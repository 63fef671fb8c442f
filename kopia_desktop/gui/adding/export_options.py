"""Whether files are written by themselves when a transcript is complete, which, and where."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.settings import ExportSettings, listed
from kopia_desktop.gui.adding.path_dialog import path_dialog
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.check_list import CheckList
from kopia_desktop.gui.elided_label import ElidedLabel
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording.directions import from_left
from kopia_desktop.gui.wording.settings import format_names

_FORMATS = 5
"""Formats that are seen at once."""


class ExportOptionsBox(QWidget):
    """``changed`` tells the name of a setting on the page of exports, and its new value."""

    changed = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = ""
        self._auto = QCheckBox(self.tr("Write files when a transcript is complete"), self)
        self._auto.setObjectName("option-export")
        self._auto.clicked.connect(self._choose_auto)
        self._formats = CheckList(_FORMATS, self)
        self._formats.setObjectName("option-formats")
        self._formats.setAccessibleName(self.tr("Formats"))
        self._formats.offer(format_names())
        self._formats.toggled.connect(self._choose_formats)
        self._beside = QRadioButton(self.tr("Beside the recording"), self)
        self._beside.setObjectName("option-beside")
        self._elsewhere = QRadioButton(self.tr("In one folder"), self)
        self._elsewhere.setObjectName("option-elsewhere")
        group = QButtonGroup(self)
        group.addButton(self._beside)
        group.addButton(self._elsewhere)
        self._beside.clicked.connect(self._choose_beside)
        self._elsewhere.clicked.connect(self._choose_elsewhere)
        self._path = ElidedLabel(self)
        self._browse = plain_button("option-browse", self.tr("Choose…"), self)
        self._browse.setAccessibleName(self.tr("Choose the folder for the files"))
        self._browse.clicked.connect(self.choose_folder)
        self._more = QWidget(self)
        self._lay_out()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._more)
        grid.setContentsMargins(3 * GRID, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        grid.addWidget(self._formats, 0, 0, 1, 2)
        grid.addWidget(self._beside, 1, 0, 1, 2)
        grid.addWidget(self._elsewhere, 2, 0)
        grid.addWidget(self._browse, 2, 1)
        grid.addWidget(self._path, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        for widget in (self._formats, self._beside, self._elsewhere, self._browse, self._path):
            widget.setParent(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._auto)
        column.addWidget(self._more)

    def show_settings(self, settings: ExportSettings) -> None:
        """Show what holds, without telling of a change."""
        self._auto.setChecked(settings.auto)
        self._formats.check(listed(settings.formats))
        self._folder = settings.folder
        self._show_folder()
        self._more.setVisible(settings.auto)

    def _show_folder(self) -> None:
        self._elsewhere.setChecked(bool(self._folder))
        self._beside.setChecked(not self._folder)
        self._path.setText(from_left(self._folder))
        self._path.setVisible(bool(self._folder))

    @Slot()
    def choose_folder(self) -> None:
        """Ask for the folder; the panel, being a popup, closes while the dialog is open."""
        title, folder = self.tr("Folder for the files"), QFileDialog.FileMode.Directory
        above = self.window().parentWidget()
        dialog = path_dialog("export-folder-dialog", title, mode=folder, parent=above)
        if self._folder:
            dialog.setDirectory(self._folder)
        dialog.fileSelected.connect(self._chosen)
        self.window().close()
        dialog.open()

    @Slot(str)
    def _chosen(self, folder: str) -> None:
        self._folder = folder
        self._show_folder()
        self.changed.emit("folder", folder)

    @Slot(bool)
    def _choose_auto(self, wanted: bool) -> None:
        self._more.setVisible(wanted)
        self.changed.emit("auto", wanted)

    @Slot()
    def _choose_formats(self) -> None:
        self.changed.emit("formats", ",".join(self._formats.checked()))

    @Slot()
    def _choose_beside(self) -> None:
        self._chosen("")

    @Slot()
    def _choose_elsewhere(self) -> None:
        """The choice holds once there is a folder."""
        if not self._folder:
            self._show_folder()
            self.choose_folder()
