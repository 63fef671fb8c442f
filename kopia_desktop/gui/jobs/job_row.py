"""A row of the job list: the name, and below it the one thing that matters now."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kopia_desktop.core.job import Job, MediaType
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.row_ink import RowColours, leading, mirrored, paint_ground, paint_icon
from kopia_desktop.gui.theme import GRID, ICON, MARGIN, Theming
from kopia_desktop.gui.wording.jobs import Mark, StateLine, shown_name

_MARK = 16
"""Pixels of the sign before the second line."""

_LINE = 2
"""Pixels of the line of progress."""

_LEAVING = 0.5
"""Opacity of a row that is being deleted."""

_PLACEHOLDER = 0.35


class JobRow(QStyledItemDelegate):
    """Paints a row of ``JobsModel``; ``height`` is that of every row."""

    def __init__(self, theming: Theming, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theming = theming

    @staticmethod
    def height(metrics: QFontMetrics) -> int:
        """56 pixels with an ordinary font, more with a larger one."""
        return max(7 * GRID, 2 * metrics.height() + 3 * GRID)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(option.font)
        return QSize(20 * GRID, self.height(metrics))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        used = RowColours.of(option, self._theming.colours)
        painter.save()
        paint_ground(painter, option, used, self._theming.colours.accent)
        job = index.data(JobsModel.JobRole)
        if isinstance(job, Job):
            leaving = index.data(JobsModel.LeavingRole) is not None
            painter.setOpacity(_LEAVING if leaving else 1.0)
            self._paint_name(painter, option, job, used)
            self._paint_state(painter, option, index.data(JobsModel.StateRole), used)
            if not (leaving or job.status.is_finished()) and job.progress > 0.0:
                self._paint_progress(painter, option, job)
        else:
            self._paint_placeholder(painter, option)
        painter.restore()

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, job: Job, used: RowColours
    ) -> None:
        first, _ = _lines(option)
        picture = QRect(first.left(), first.center().y() - ICON // 2 + 1, ICON, ICON)
        kind = "video" if job.type is MediaType.VIDEO else "audio"
        paint_icon(painter, kind, mirrored(option, picture), used.muted)
        area = first.adjusted(ICON + GRID, 0, 0, 0)
        painter.setPen(used.text)
        _draw(painter, option, area, shown_name(job.title), Qt.TextElideMode.ElideMiddle)

    def _paint_state(
        self, painter: QPainter, option: QStyleOptionViewItem, line: StateLine, used: RowColours
    ) -> None:
        colour = used.error if line.mark is Mark.ERROR else used.muted
        _, second = _lines(option)
        area = second.adjusted(ICON + GRID, 0, 0, 0)
        if line.mark is not Mark.NONE:
            sign = QRect(area.left(), area.center().y() - _MARK // 2 + 1, _MARK, _MARK)
            paint_icon(painter, line.mark.value, mirrored(option, sign), colour)
            area.adjust(_MARK + GRID // 2, 0, 0, 0)
        painter.setPen(colour)
        _draw(painter, option, area, line.text, Qt.TextElideMode.ElideRight)

    def _paint_progress(self, painter: QPainter, option: QStyleOptionViewItem, job: Job) -> None:
        colours = self._theming.colours
        area: QRect = option.rect
        track = QRect(area.left(), area.bottom() + 1 - _LINE, area.width(), _LINE)
        painter.fillRect(track, colours.line)
        done = QRect(track.topLeft(), QSize(round(track.width() * min(job.progress, 1.0)), _LINE))
        fill = colours.muted if job.paused else colours.accent
        painter.fillRect(mirrored(option, done), fill)

    def _paint_placeholder(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Two faint bars where the words will be."""
        painter.setOpacity(_PLACEHOLDER)
        for line, share in zip(_lines(option), (0.6, 0.35), strict=True):
            area = line.adjusted(ICON + GRID, 0, 0, 0)
            bar = QRect(area.left(), area.center().y() - 3, round(area.width() * share), GRID)
            painter.fillRect(mirrored(option, bar), self._theming.colours.line)


def _lines(option: QStyleOptionViewItem) -> tuple[QRect, QRect]:
    """The two lines of text, icons before them included, as if read from left to right."""
    area: QRect = option.rect
    metrics = QFontMetrics(option.font)
    line, gap = metrics.height(), GRID // 2
    top = area.top() + (area.height() - 2 * line - gap) // 2
    left, width = area.left() + MARGIN, area.width() - MARGIN - 3 * GRID // 2
    return QRect(left, top, width, line), QRect(left, top + line + gap, width, line)


def _draw(
    painter: QPainter,
    option: QStyleOptionViewItem,
    area: QRect,
    text: str,
    elided: Qt.TextElideMode,
) -> None:
    """One line at the leading edge; a name keeps the direction of its own letters."""
    painter.setFont(option.font)
    is_name = elided is Qt.TextElideMode.ElideMiddle
    painter.setLayoutDirection(
        Qt.LayoutDirection.LayoutDirectionAuto if is_name else option.direction
    )
    painter.drawText(
        mirrored(option, area),
        leading(option) | Qt.TextFlag.TextSingleLine,
        QFontMetrics(option.font).elidedText(text, elided, area.width()),
    )
