"""The rows as they are seen: texts with their marks, painted where they stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kopia_desktop.gui.theme import Theming
from kopia_desktop.gui.transcript.laid_out_rows import PADDING
from kopia_desktop.gui.transcript.matches import Match, Search
from kopia_desktop.gui.transcript.playhead import Playhead
from kopia_desktop.gui.transcript.row_painter import CellLook, RowLook, RowPainter
from kopia_desktop.gui.transcript.rows_view import RowsView
from kopia_desktop.gui.transcript.segment_layout import SegmentLayout, text_direction
from kopia_desktop.gui.transcript.segment_text import Range, ShownText, units_before
from kopia_desktop.gui.transcript.transcript_model import ORIGINAL, TRANSLATED, TranscriptModel
from kopia_desktop.gui.wording.times import clock


class PaintedRows(RowsView):
    """Marks what is heard, found, doubtful or behind."""

    def __init__(self, theming: Theming, model: TranscriptModel, parent: QWidget | None) -> None:
        super().__init__(theming, model, parent)
        self._search: Search | None = None
        self._match: Match | None = None
        self._entered: int | None = None
        self._playhead = Playhead(model, self._shown_original)
        theming.changed.connect(self._recolour)

    def set_search(self, search: Search | None) -> None:
        """Mark all places of a text; only what is seen is looked at."""
        if search != self._search:
            self._search = search
            self._match = None
            self.viewport().update()

    @property
    def played_segment(self) -> int | None:
        played = self._playhead.played
        return None if played is None else played.segment_id

    @property
    def played_word(self) -> Range | None:
        """The place, in the text as it is shown, of the word that is heard."""
        played = self._playhead.played
        return None if played is None else played.word

    def is_edited(self, segment_id: int, column: int) -> bool:
        """Whether an editor stands over a cell."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        self.executeDelayedItemsLayout()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing = RowPainter(painter, self._theming.colours, self._type)
        area = event.rect()
        for row in self.rows_in(area.top(), area.bottom() + 1):
            if self._heights.height(row):
                self._paint_row(drawing, row)

    def _paint_row(self, drawing: RowPainter, row: int) -> None:
        segment = self._rows.segment(row)
        rect = self.row_rect(row)
        first = self.layout_of(row, ORIGINAL)
        baseline = self._type.baseline if first is None else first.baseline()
        chosen = self.selectionModel().isSelected(self._rows.index(row, ORIGINAL))
        look = RowLook(
            rect,
            clock(segment.start, tenths=True),
            selected=chosen,
            current=segment.id == self._entered,
            focused=self.hasFocus() and row == self.currentIndex().row(),
            edited=any(map(partial(self.is_edited, segment.id), range(self._rows.columnCount()))),
        )
        drawing.row(look, self._columns, rect.top() + PADDING + baseline)
        for column in range(self._rows.columnCount()):
            if not self.is_edited(segment.id, column):
                self._paint_cell(drawing, row, column)

    def _paint_cell(self, drawing: RowPainter, row: int, column: int) -> None:
        rect, layout = self.cell_rect(row, column), self.layout_of(row, column)
        if layout is None:
            if self._rows.is_untranslated(row):
                direction = text_direction(self._rows.language(column))
                drawing.note(rect, self.tr("not translated"), direction)
            return
        segment_id = self._rows.segment(row).id
        played = self._playhead.played
        heard = played is not None and played.segment_id == segment_id and column == ORIGINAL
        matches = self._matches_in(layout)
        drawing.text(
            CellLook(
                rect,
                layout,
                played=played.word if heard and played is not None else None,
                matches=matches,
                current_match=self._current_match(segment_id, column, layout),
                muted=column == TRANSLATED and self._columns.stacked,
                spoken=column == ORIGINAL,
            )
        )
        if column == TRANSLATED and self._rows.is_stale(row):
            drawing.note(
                self._stale_rect(row),
                self._stale_words(),
                text_direction(self._rows.language(column)),
            )

    def _matches_in(self, layout: SegmentLayout) -> list[Range]:
        if self._search is None:
            return []
        text = layout.shown.text
        return [_in_units(text, place) for place in self._search.places(text)]

    def _current_match(self, segment_id: int, column: int, layout: SegmentLayout) -> Range | None:
        match = self._match
        if match is None or (match.segment_id, match.column) != (segment_id, column):
            return None
        return _in_units(layout.shown.text, (match.offset, match.length))

    def _cell_height(self, row: int, column: int) -> int:
        height = super()._cell_height(row, column)
        if column == TRANSLATED and self._rows.is_stale(row):
            height += self._type.line
        return height

    def _stale_rect(self, row: int) -> QRect:
        rect = self.cell_rect(row, TRANSLATED)
        return QRect(rect.x(), rect.bottom() + 1 - self._type.line, rect.width(), self._type.line)

    def _stale_words(self) -> str:
        return "⟳  " + self.tr("The original has changed. Translate again")

    def _repaint(self, segment_id: int) -> None:
        row = self._rows.row_of(segment_id)
        if row is not None and row < len(self._heights):
            self.viewport().update(self.row_rect(row))

    def _shown_original(self, row: int) -> ShownText | None:
        layout = self.layout_of(row, ORIGINAL)
        return None if layout is None else layout.shown

    @Slot()
    def _recolour(self) -> None:
        self._layouts.clear()
        self.viewport().update()


def _in_units(text: str, place: Range) -> Range:
    begin = units_before(text, place[0])
    return begin, units_before(text, place[0] + place[1]) - begin
