"""The log: the end of each file while it is written, and a report for whoever helps."""

from __future__ import annotations

import functools

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Slot, qVersion
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.choosing import open_folder
from kopia_desktop.gui.dialogs.copying import CopyButton
from kopia_desktop.gui.dialogs.log_tail import LOGS, Level, LogTail, read_tail
from kopia_desktop.gui.dialogs.read_only import ReadOnlyText
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.labels import Muted, Trouble, fixed_font
from kopia_desktop.gui.lanes import Ticket
from kopia_desktop.gui.theme import GRID, MARGIN

_FIRST_SIZE = QSize(860, 560)
_INTERVAL = 2000
"""Milliseconds between two looks while the window is seen."""


class LogWindow(QWidget):
    """Not modal. Follows the end of the file unless a person has scrolled up."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("log-window")
        self.setWindowTitle(self.tr("Log"))
        self._context = context
        self._tail = LogTail((), is_cut=False)
        self._ticket: Ticket | None = None
        self.files = self._combo("log-file", self.tr("File"))
        for name, text in zip(LOGS, self._file_names(), strict=True):
            self.files.addItem(text, name)
        self.levels = self._combo("log-level", self.tr("Show"))
        self.levels.addItem(self.tr("Everything"), Level.INFO)
        self.levels.addItem(self.tr("Warnings and errors"), Level.WARNING)
        self.levels.addItem(self.tr("Errors"), Level.ERROR)
        self.text = self._text_view()
        self._cut = Muted(self.tr("The file begins earlier; this is its end."), self)
        self._cut.hide()
        self.trouble = Trouble(context.theming, self)
        self.refresh = QPushButton(self.tr("Refresh"), self)
        self.refresh.setObjectName("log-refresh")
        self.refresh.setIcon(icon("retry"))
        self.copy_report = CopyButton(
            self.tr("Copy a report without text, names or key"), self, text=self.tr("Copy report")
        )
        self.copy_report.setObjectName("copy-report")
        self.open = QPushButton(self.tr("Open folder"), self)
        self.open.setObjectName("log-folder")
        self.open.setIcon(icon("folder"))
        self._lay_out()
        self._again = QTimer(self)
        self._again.setInterval(_INTERVAL)
        self._again.timeout.connect(self._read)
        self.files.currentIndexChanged.connect(self._other_file)
        self.levels.currentIndexChanged.connect(self._paint)
        self.refresh.clicked.connect(self._read)
        self.copy_report.asked.connect(self._report)
        self.open.clicked.connect(self._open_folder)

    def _combo(self, name: str, spoken: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(spoken)
        return combo

    def _text_view(self) -> ReadOnlyText:
        view = ReadOnlyText("log-text", self.tr("Log"), self)
        view.setFont(fixed_font())
        view.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        view.setLineWrapMode(ReadOnlyText.LineWrapMode.NoWrap)
        return view

    def _file_names(self) -> tuple[str, ...]:
        return (self.tr("Engine"), self.tr("Recognition"), self.tr("Requests of the API"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        for text, combo in ((self.tr("File"), self.files), (self.tr("Show"), self.levels)):
            label = QLabel(text, self)
            label.setBuddy(combo)
            head.addWidget(label)
            head.addWidget(combo)
        head.addStretch(1)
        head.addWidget(self.refresh)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        about = self.tr("The report says how the program is; no text, name or key is in it.")
        foot.addWidget(Muted(about, self), 1)
        foot.addWidget(self.open)
        foot.addWidget(self.copy_report)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self._cut)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.resize(_FIRST_SIZE)

    @Slot()
    def _read(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        path = self._context.data.logs / str(self.files.currentData())
        self._ticket = self._context.bridge.lanes.files(
            functools.partial(read_tail, path), self._show_tail
        )

    @Slot()
    def _other_file(self) -> None:
        self._tail = LogTail((), is_cut=False)
        self._paint()
        self._read()

    def _show_tail(self, tail: LogTail) -> None:
        if tail != self._tail:
            self._tail = tail
            self._paint()

    @Slot()
    def _paint(self) -> None:
        bar = self.text.verticalScrollBar()
        place, follows = bar.value(), bar.value() >= bar.maximum() - 1
        self.text.setPlainText(self._tail.at_least(Level(self.levels.currentData())))
        self.text.setPlaceholderText(
            QCoreApplication.translate("LogWindow", "Nothing of that kind was logged.")
        )
        bar.setValue(bar.maximum() if follows else place)
        self._cut.setVisible(self._tail.is_cut)

    @Slot()
    def _report(self) -> None:
        self.trouble.clear()
        work = functools.partial(self._context.reports.report, qt=qVersion())
        self._context.bridge.lanes.files(work, self.copy_report.give, self._failed)

    def _failed(self, error: KopiaError) -> None:
        self.trouble.say_error(error)

    @Slot()
    def _open_folder(self) -> None:
        open_folder(self._context.data.logs)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._again.stop()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
