"""Rows of different heights that scroll by pixels: how they are laid out and stay in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kopia_desktop.gui.theme import GRID, MARGIN, Theming
from kopia_desktop.gui.transcript.columns import Columns, Side
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.transcript.item_view_base import QTableView
from kopia_desktop.gui.transcript.reading_type import ReadingType
from kopia_desktop.gui.transcript.row_heights import RowHeights
from kopia_desktop.gui.transcript.segment_layout import LayoutCache, SegmentLayout
from kopia_desktop.gui.transcript.segment_text import shown_text
from kopia_desktop.gui.transcript.transcript_model import Index, TranscriptModel
from kopia_desktop.gui.wording.times import clock

PADDING = 6
"""Pixels above and below the text of a row."""

_STACK_GAP = 2
TOP = MARGIN
_BOTTOM = 6 * GRID
_ROUNDS = 6
"""Times that rows are laid out until the view is full; measured, two are enough."""


class LaidOutRows(QTableView):
    """Lays out what is to be seen and estimates the rest.

    The first row that was seen before stays where it is when heights turn out to be others.
    """

    def __init__(self, theming: Theming, model: TranscriptModel, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._is_built = False
        self._rows = model
        self._theming = theming
        self._type = ReadingType.of(15)
        self._heights = RowHeights()
        self._layouts = LayoutCache()
        self._fillers = FillerMode.SHOWN
        self._longest_time = 0.0
        self._adjusting = False
        self._columns = self._fitted()
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)

    def _begin(self) -> None:
        """Show the model; the last act of building, for Qt asks at once where things are."""
        model = self._rows
        self._is_built = True
        self.setModel(model)
        model.rowsRemoved.connect(self._rows_removed)
        model.columnsInserted.connect(self._rearrange)
        model.columnsRemoved.connect(self._rearrange)

    # The look

    def set_type(self, type_: ReadingType) -> None:
        """Other letters; the row that is read stays in view."""
        self._type = type_
        self._rearrange()

    def set_duration(self, seconds: float) -> None:
        """The longest time that the gutter must hold."""
        if clock(seconds, tenths=True) != clock(self._longest_time, tenths=True):
            self._longest_time = seconds
            self._rearrange()

    def set_filler_mode(self, mode: FillerMode) -> None:
        """Only rows that are shown are worked out anew."""
        if mode is not self._fillers:
            self._fillers = mode
            self._layouts.clear()
            self._heights.doubt_all()
            self.updateGeometries()
            self.viewport().update()

    @property
    def filler_mode(self) -> FillerMode:
        return self._fillers

    # Layouts and places

    def layout_of(self, row: int, column: int) -> SegmentLayout | None:
        """The laid out text of a cell; None where there is none to show."""
        key = (self._rows.segment(row).id, column)
        if key not in self._layouts:
            self._layouts.keep(key, self._laid_out(row, column))
        return self._layouts.get(key)

    def row_rect(self, row: int) -> QRect:
        """In the viewport, over its whole width."""
        top = self._y_of(row)
        return QRect(0, top, self.viewport().width(), self._heights.height(row))

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell's text stands in the viewport."""
        strip = self._columns.texts[min(column, len(self._columns.texts) - 1)]
        top = self._y_of(row) + PADDING
        if self._columns.stacked and column:
            top += self._cell_height(row, 0) + _STACK_GAP
        return QRect(strip.x, top, strip.width, self._cell_height(row, column))

    def rows_in(self, top: int, bottom: int) -> range:
        """Rows that reach into these pixels of the viewport."""
        if not len(self._heights):
            return range(0)
        value = self.verticalScrollBar().value() - TOP
        first = self._heights.row_at(top + value)
        row, y = first, self._y_of(first)
        while row < len(self._heights) and y < bottom:
            y += self._heights.height(row)
            row += 1
        return range(first, row)

    def _y_of(self, row: int) -> int:
        return TOP + self._heights.top(row) - self.verticalScrollBar().value()

    def _cell_height(self, row: int, column: int) -> int:
        """Pixels of a cell's text; an editor in it may need others."""
        layout = self.layout_of(row, column)
        if layout is None:
            return self._type.line if column else 0
        return layout.height

    def _laid_out(self, row: int, column: int) -> SegmentLayout | None:
        segment, language = self._rows.cell(row, column), self._rows.language(column)
        shown = None if segment is None else shown_text(segment, language, self._fillers)
        if shown is None:
            return None
        width = self._columns.texts[column].width
        muted = self._theming.colours.muted
        return SegmentLayout.of(shown, width, language, type_=self._type, struck=muted)

    def _exact_height(self, row: int) -> int:
        heights = [self._cell_height(row, column) for column in range(len(self._columns.texts))]
        if not heights[0] and self.layout_of(row, 0) is None:
            return 0  # nothing but filler words, which are hidden
        text = sum(heights) + _STACK_GAP if self._columns.stacked else max(heights)
        return text + 2 * PADDING

    def _estimates(self, first: int, last: int) -> list[int]:
        columns = [
            self._rows.lengths(column, first, last) for column in range(len(self._columns.texts))
        ]
        lines = [
            self._type.lines(lengths, strip.width, self._rows.language(column))
            for column, (lengths, strip) in enumerate(
                zip(columns, self._columns.texts, strict=True)
            )
        ]
        if len(lines) == 1:
            counts = lines[0]
        elif self._columns.stacked:
            counts = [one + other for one, other in zip(*lines, strict=True)]
        else:
            counts = [max(pair) for pair in zip(*lines, strict=True)]
        line, padding = self._type.line, 2 * PADDING
        return [count * line + padding for count in counts]

    # Keeping up with model and size

    def reset(self) -> None:
        super().reset()
        self._layouts.clear()
        self._heights.reset(self._estimates(0, self._rows.rowCount() - 1))
        self.verticalScrollBar().setValue(0)
        self._rearrange()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        held = self._held_row() if len(self._heights) else None
        self._heights.insert(start, self._estimates(start, end))
        if held is not None:
            row, y = held
            self._hold(row + (end - start + 1 if start <= row else 0), y)
        super().rowsInserted(parent, start, end)
        self._changed_size()

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:
        first, last = topLeft.row(), bottomRight.row()
        if last - first > 100:
            self._layouts.clear()
            self._heights.doubt_all()
        else:
            for row in range(first, last + 1):
                self._layouts.drop(self._rows.segment(row).id)
                self._heights.doubt(row)
        super().dataChanged(topLeft, bottomRight, roles)
        self._changed_size()

    @Slot(QModelIndex, int, int)
    def _rows_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        held = self._held_row()
        self._heights.remove(first, last - first + 1)
        if held is not None and len(self._heights):
            row, y = held
            row = row if row < first else max(row - (last - first + 1), first)
            self._hold(min(row, len(self._heights) - 1), y)
        self._changed_size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_built and event.size().width() != event.oldSize().width():
            self._rearrange()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if self._is_built and event.type() is QEvent.Type.LayoutDirectionChange:
            self._rearrange()
        super().changeEvent(event)

    def _changed_size(self) -> None:
        self.scheduleDelayedItemsLayout()

    @Slot()
    def _rearrange(self) -> None:
        """Everything has another place; the first row in view stays the first."""
        held = self._held_row() if len(self._heights) else None
        self._columns = self._fitted()
        self._layouts.clear()
        self._heights.reset(self._estimates(0, self._rows.rowCount() - 1))
        if held is not None:
            self._hold(*held)
        self.updateGeometries()
        self.viewport().update()

    def _fitted(self) -> Columns:
        model = self.model()
        count = model.columnCount() if model is not None else 1
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return Columns.of(
            self.viewport().width(),
            count,
            self._type,
            time_width=self._type.time_width(clock(max(self._longest_time, 600.0), tenths=True)),
            side=Side.RIGHT if right else Side.LEFT,
        )

    def _held_row(self) -> tuple[int, int]:
        """The first row in view and where it begins."""
        row = max(self._heights.row_at(self.verticalScrollBar().value() - TOP), 0)
        return row, self._y_of(row)

    def _hold(self, row: int, y: int) -> None:
        """Scroll, without moving what is painted, so that a row begins at ``y``."""
        bar = self.verticalScrollBar()
        self._adjusting = True
        bar.setMaximum(max(self._whole() - self.viewport().height(), 0))
        bar.setValue(TOP + self._heights.top(row) - y)
        self._adjusting = False

    def _whole(self) -> int:
        return TOP + self._heights.total + _BOTTOM

    def updateGeometries(self) -> None:
        if not self._is_built:
            return
        super().updateGeometries()
        bar = self.verticalScrollBar()
        bar.setSingleStep(self._type.line)
        bar.setPageStep(max(self.viewport().height() - 2 * self._type.line, self._type.line))
        self._settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._adjusting:
            return
        self.viewport().scroll(0, dy)
        self._settle()

    def _settle(self) -> None:
        """Lay out the rows in view, and keep in place what was laid out before."""
        if self._adjusting or not len(self._heights):
            self.verticalScrollBar().setRange(0, 0)
            return
        height = self.viewport().height()
        for _ in range(_ROUNDS):
            rows = self.rows_in(0, height)
            unknown = [row for row in rows if not self._heights.is_exact(row)]
            if not unknown:
                break
            held = next((row for row in rows if self._heights.is_exact(row)), rows[0])
            y = self._y_of(held)
            for row in unknown:
                self._heights.measured(row, self._exact_height(row))
            self._hold(held, y)
            if self._y_of(held) != y or held != rows[0]:
                self.viewport().update()
        bar = self.verticalScrollBar()
        wanted = max(self._whole() - height, 0)
        if bar.maximum() != wanted:
            before = bar.value()
            self._adjusting = True
            bar.setRange(0, wanted)
            self._adjusting = False
            if bar.value() != before:
                self.viewport().update()
