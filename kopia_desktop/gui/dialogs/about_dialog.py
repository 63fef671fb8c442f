"""About: what the program is, which version, and where recognition runs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kopia_desktop import __version__
from kopia_desktop.core.settings import Device
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.licences_dialog import LicencesDialog
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import Muted, Text, heading
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.wording.devices import device_reason

_PICTURE = 8 * GRID


class AboutDialog(QDialog):
    """Not modal; Esc closes it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about-dialog")
        self.setWindowTitle(self.tr("About Kopia Desktop"))
        self._context = context
        picture = QLabel(self)
        picture.setPixmap(icon("kopia-desktop").pixmap(_PICTURE, _PICTURE))
        texts = QVBoxLayout()
        texts.setSpacing(GRID)
        texts.addWidget(heading("Kopia Desktop", self, points=8))
        version = self.tr("Version {version}, with Qt {qt}")
        texts.addWidget(Muted(version.format(version=__version__, qt=qVersion()), self))
        texts.addWidget(Text(self._what(), self))
        device = Text(self._device(), self)
        found = context.machinery.device
        device.setToolTip(device_reason(found.reason) if found else "")
        texts.addWidget(device)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("about-close")
        close.setDefault(True)
        licences = buttons.addButton(self.tr("Licences…"), QDialogButtonBox.ButtonRole.ActionRole)
        licences.setObjectName("about-licences")
        licences.setAutoDefault(False)
        licences.clicked.connect(self._licences)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(2 * MARGIN)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.setMinimumWidth(60 * self.fontMetrics().averageCharWidth())

    def _what(self) -> str:
        return self.tr(
            "Turns recordings into transcripts on this computer, to read, correct, translate and"
            " export. No network is needed, and nothing leaves the computer."
        )

    def _device(self) -> str:
        """Pure memory: what the engine found out when a model was first needed."""
        device = self._context.machinery.device
        if device is None:
            return self.tr("Where recognition runs shows when the first recording is worked on.")
        if device.device is Device.CUDA:
            return self.tr("Recognition runs on the graphics card.")
        return self.tr("Recognition runs on the processor.")

    @Slot()
    def _licences(self) -> None:
        dialog = LicencesDialog(self._context, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
