"""The live preview of an export: what the file will hold, made as the file is made."""

from __future__ import annotations

import dataclasses
import functools

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QFont, QGuiApplication, QTextOption
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.preview_text import PreviewText, preview_text
from kopia_desktop.gui.dialogs.read_only import ReadOnlyText
from kopia_desktop.gui.labels import Muted, Trouble, fixed_font
from kopia_desktop.gui.lanes import Ticket
from kopia_desktop.gui.theme import GRID
from kopia_desktop.gui.wording.settings import format_name
from kopia_desktop.services.exports import ExportRequest, ExportService

_QUIET = 200
"""Milliseconds without a change before anything is rendered."""

_PROSE = frozenset({"txt", "md", "docx", "html"})
"""Formats that are read, not looked at as a file: they have the reading font."""


class PreviewPane(QWidget):
    """Shows one of the formats of a request; only the latest wish is rendered."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._request: ExportRequest | None = None
        self._ticket: Ticket | None = None
        self._rendering = False
        self.formats = QComboBox(self)
        self.formats.setObjectName("preview-format")
        self.formats.setAccessibleName(self.tr("Format of the preview"))
        self.formats.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.text = ReadOnlyText("preview", self.tr("Preview"), self)
        self._more = Muted(self.tr("The file goes on; this is its start."), self)
        self.trouble = Trouble(context.theming, self)
        self._lay_out()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._render)
        self.formats.currentIndexChanged.connect(self._again)

    def _lay_out(self) -> None:
        self._more.hide()
        label = QLabel(self.tr("Preview"), self)
        label.setBuddy(self.formats)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(label)
        head.addWidget(self.formats)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self._more)
        column.addWidget(self.trouble)

    @property
    def is_settled(self) -> bool:
        """What is shown is what was asked for."""
        return not self._quiet.isActive() and not self._rendering

    def show_request(self, request: ExportRequest | None) -> None:
        """Preview this soon; None has nothing to show."""
        self._request = request
        formats = request.formats if request is not None else ()
        if formats != tuple(self.formats.itemData(i) for i in range(self.formats.count())):
            chosen = self.formats.currentData()
            self.formats.blockSignals(True)
            self.formats.clear()
            for name in formats:
                self.formats.addItem(format_name(name), name)
            self.formats.setCurrentIndex(max(0, self.formats.findData(chosen)))
            self.formats.blockSignals(False)
        self.formats.setEnabled(len(formats) > 1)
        self._again()

    @Slot()
    def _again(self) -> None:
        self._quiet.start()

    @Slot()
    def _render(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        name = self.formats.currentData()
        if self._request is None or name is None:
            self._rendering = False
            self._show_text(PreviewText("", is_cut=False))
            return
        self._rendering = True
        request = dataclasses.replace(self._request, formats=(str(name),))
        work = functools.partial(_rendered, self._context.exports, request)
        self._ticket = self._context.bridge.lanes.files(work, self._show_text, self._failed)

    def _show_text(self, shown: PreviewText) -> None:
        self._rendering = False
        self.trouble.clear()
        prose = self.formats.currentData() in _PROSE
        self.text.setFont(QFont(QGuiApplication.font()) if prose else fixed_font())
        self.text.document().setDefaultTextOption(_option(mirrored=shown.is_mirrored))
        bar = self.text.verticalScrollBar()
        place = bar.value()
        self.text.setPlainText(shown.text)
        bar.setValue(place)
        self._more.setVisible(shown.is_cut)
        empty = QCoreApplication.translate("PreviewPane", "There is no text yet.")
        self.text.setPlaceholderText(empty if self._request is not None else "")

    def _failed(self, error: KopiaError) -> None:
        self._show_text(PreviewText("", is_cut=False))
        self.trouble.say_error(error)


def _option(*, mirrored: bool) -> QTextOption:
    """Each line runs as its script does; all stand at the side where most begin."""
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _rendered(exports: ExportService, request: ExportRequest) -> PreviewText:
    (name,) = request.formats
    content, is_all = exports.preview(request)
    text = preview_text(name, content)
    return text if is_all else dataclasses.replace(text, is_cut=True)


def rendered(exports: ExportService, request: ExportRequest) -> bytes:
    """The file of a request with one format."""
    (name,) = request.formats
    return exports.render(
        request.job_id,
        name,
        subtitles=request.subtitles,
        times=request.times,
        remove_fillers=request.remove_fillers,
        translation_id=request.translation_id,
    )
