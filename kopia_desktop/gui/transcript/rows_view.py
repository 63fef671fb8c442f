"""The geometry that an item view must answer for: where a row is, and which one is at a place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView

from kopia_desktop.gui.theme import MARGIN
from kopia_desktop.gui.transcript.laid_out_rows import TOP, LaidOutRows
from kopia_desktop.gui.transcript.transcript_model import Index

_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class RowsView(LaidOutRows):
    """Selection, keys and scrolling of Qt's item views over rows of any height."""

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or index.row() >= len(self._heights):
            return QRect()
        self.executeDelayedItemsLayout()
        row = index.row()
        if self._heights.is_exact(row):
            return self.cell_rect(row, index.column())
        strip = self._columns.texts[min(index.column(), len(self._columns.texts) - 1)]
        return QRect(strip.x, self._y_of(row), strip.width, self._heights.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        self.executeDelayedItemsLayout()
        y = point.y() + self.verticalScrollBar().value() - TOP
        if not 0 <= y < self._heights.total:
            return QModelIndex()
        row = self._heights.row_at(y)
        column = self._columns.column_at(point.x())
        if self._columns.stacked and self.model().columnCount() > 1:
            column = int(point.y() >= self.cell_rect(row, 1).top())
        return self.model().index(row, column)

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        row, bar, height = index.row(), self.verticalScrollBar(), self.viewport().height()
        if not self._heights.is_exact(row):
            self._heights.measured(row, self._exact_height(row))
            self._settle()
        rect = self.row_rect(row)
        if hint is _Hint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - MARGIN)
        elif hint is _Hint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif hint is _Hint.PositionAtBottom or rect.bottom() >= height:
            bar.setValue(bar.value() + min(rect.bottom() - height + MARGIN, rect.top()))
        elif rect.top() < 0:
            bar.setValue(bar.value() + rect.top())

    def moveCursor(self, action: _Action, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = len(self._heights)
        current = self.currentIndex()
        if not count:
            return QModelIndex()
        column = max(current.column(), 0)
        if not current.isValid():
            return self.model().index(max(self._held_row()[0], 0), column)
        row = current.row()
        page = self.verticalScrollBar().pageStep()
        if action in (_Action.MoveLeft, _Action.MoveRight):
            ahead = action is _Action.MoveRight
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                ahead = not ahead
            column = min(max(column + (1 if ahead else -1), 0), self.model().columnCount() - 1)
        elif action in (_Action.MoveUp, _Action.MovePrevious):
            row = self._shown_row(row, -1)
        elif action in (_Action.MoveDown, _Action.MoveNext):
            row = self._shown_row(row, 1)
        elif action is _Action.MoveHome:
            row = self._shown_row(-1, 1)
        elif action is _Action.MoveEnd:
            row = self._shown_row(count, -1)
        elif action is _Action.MovePageUp:
            row = self._heights.row_at(self._heights.top(row) - page)
        elif action is _Action.MovePageDown:
            row = self._heights.row_at(self._heights.top(row) + page)
        return self.model().index(row, column)

    def _shown_row(self, row: int, step: int) -> int:
        """The next row that has something to show; the nearest to ``row`` at an end."""
        other = row + step
        while 0 <= other < len(self._heights):
            if not self._heights.is_exact(other):
                self._heights.measured(other, self._exact_height(other))
            if self._heights.height(other):
                return other
            other += step
        return min(max(row, 0), len(self._heights) - 1)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        row = index.row()
        return 0 <= row < len(self._heights) and not self._heights.height(row)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        if not len(self._heights):
            return
        box = rect.normalized()
        rows = self.rows_in(box.top(), box.bottom() + 1)
        selection = QItemSelection()
        if rows and box.bottom() >= self._y_of(rows[0]):
            model = self.model()
            selection.select(
                model.index(rows[0], 0), model.index(rows[-1], model.columnCount() - 1)
            )
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        shown = self.rows_in(0, self.viewport().height())
        for number in range(selection.count()):
            span = selection.at(number)
            for row in range(max(span.top(), shown.start), min(span.bottom() + 1, shown.stop)):
                region += self.row_rect(row)
        return region
