"""Which jobs the list shows, as a row of words with counts."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QStyle, QWidget

from kopia_desktop.core.job import JobStatus
from kopia_desktop.gui.jobs.job_filter import JobFilter
from kopia_desktop.gui.theme import GRID, Theming
from kopia_desktop.gui.wording.jobs import counted

_LINE = 2
"""Pixels of the line under the chosen word."""


class FilterBar(QWidget):
    """One of four is chosen; in two rows where they do not fit into one."""

    chosen = Signal(object)
    """A JobFilter."""

    def __init__(self, theming: Theming, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("job-filters")
        self.setAccessibleName(self.tr("Which recordings are listed"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._grid.setSpacing(0)
        self._buttons = {
            JobFilter.ALL: _Word(self.tr("All"), theming, self),
            JobFilter.RUNNING: _Word(self.tr("Running"), theming, self),
            JobFilter.DONE: _Word(self.tr("Done"), theming, self),
            JobFilter.FAILED: _Word(self.tr("Failed"), theming, self),
        }
        for shown, button in self._buttons.items():
            button.setObjectName(f"filter-{shown}")
            self._group.addButton(button)
            button.toggled.connect(self._choose)
        self._columns = 0
        self._buttons[JobFilter.ALL].setChecked(True)
        self._arrange()

    @property
    def shown(self) -> JobFilter:
        return next(each for each, button in self._buttons.items() if button.isChecked())

    def choose(self, shown: JobFilter) -> None:
        self._buttons[shown].setChecked(True)

    def count(self, counts: Mapping[JobStatus, int]) -> None:
        """Show how many jobs each filter has."""
        for shown, button in self._buttons.items():
            button.set_count(shown.total(counts))
        self._arrange()

    @Slot(bool)
    def _choose(self, is_on: bool) -> None:
        if is_on:
            self.chosen.emit(self.shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Two words beside each other are always room enough."""
        return QSize(0, self._grid.minimumSize().height())

    def _arrange(self) -> None:
        buttons = list(self._buttons.values())
        needed = sum(button.sizeHint().width() for button in buttons) + 2 * GRID
        columns = len(buttons) if needed <= self.width() else 2
        if columns == self._columns:
            return
        self._columns = columns
        for number, button in enumerate(buttons):
            self._grid.addWidget(button, number // columns, number % columns)
        for column in range(len(buttons)):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(columns, 1)


class _Word(QRadioButton):
    """A filter's name and its count; the chosen one is bold and underlined by the accent."""

    def __init__(self, name: str, theming: Theming, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._name = name
        self._count: int | None = None
        self._theming = theming
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theming.changed.connect(self.update)

    def set_count(self, count: int) -> None:
        if count != self._count:
            self._count = count
            self.setAccessibleName(
                self.tr("{filter}, {count}").format(filter=self._name, count=counted(count))
            )
            self.updateGeometry()
            self.update()

    def hitButton(self, place: QPoint) -> bool:
        return self.rect().contains(place)

    def sizeHint(self) -> QSize:
        """As wide as when it is chosen, so that nothing moves."""
        bold = QFontMetrics(_bold(self.font()))
        width = bold.horizontalAdvance(self._name) + self._count_width()
        return QSize(width + 2 * GRID, self.fontMetrics().height() + 2 * GRID)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theming.colours
        area = self.rect().adjusted(GRID, 0, -GRID, 0)
        if self.underMouse() and not self.isChecked():
            painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        font = _bold(self.font()) if self.isChecked() else self.font()
        painter.setFont(font)
        painter.setPen(colours.accent if self.isChecked() else self.palette().windowText().color())
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, start, self._name)
        if self._count is not None:
            before = QFontMetrics(font).horizontalAdvance(self._name) + GRID // 2
            rest = area.adjusted(before, 0, 0, 0)
            painter.setFont(self.font())
            painter.setPen(colours.muted)
            painter.drawText(
                QStyle.visualRect(self.layoutDirection(), area, rest), start, counted(self._count)
            )
        if self.isChecked():
            line = QRect(area.left(), self.height() - _LINE, area.width(), _LINE)
            painter.fillRect(line, colours.accent)
        if self.hasFocus():
            painter.setPen(colours.accent)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _count_width(self) -> int:
        if self._count is None:
            return 0
        return GRID // 2 + self.fontMetrics().horizontalAdvance(counted(self._count))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
