"""The transcript as a person reads, hears and corrects it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kopia_desktop.gui.context import Context
from kopia_desktop.gui.transcript.corrections import Corrections
from kopia_desktop.gui.transcript.editing import Editing
from kopia_desktop.gui.transcript.following import Following
from kopia_desktop.gui.transcript.matches import Match
from kopia_desktop.gui.transcript.painted_rows import PaintedRows
from kopia_desktop.gui.transcript.reading_type import ReadingType
from kopia_desktop.gui.transcript.transcript_model import (
    ORIGINAL,
    TRANSLATED,
    Index,
    TranscriptModel,
)


class TranscriptView(PaintedRows):
    """Segments with their times; a word that is clicked plays, Enter edits, keys go through."""

    play_from = Signal(float)
    segment_entered = Signal(int)
    """The current segment is another one: the one that is heard, or while nothing plays, chosen."""
    toggle_play = Signal()
    translate_again = Signal()
    delete_wanted = Signal()

    def __init__(
        self,
        context: Context,
        model: TranscriptModel,
        corrections: Corrections,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context.theming, model, parent)
        self.setObjectName("transcript")
        self.setAccessibleName(self.tr("Transcript"))
        self.viewport().setMouseTracking(True)
        self._playing = False
        self._growing = False
        self._pressed_word: float | None = None
        self.editing = Editing(self, model, corrections, context.theming)
        self.editing.toggle_play.connect(self.toggle_play)
        self.following = Following(self, context.theming, self._heart)
        model.modelAboutToBeReset.connect(self._forget)
        self._begin()

    # What others tell it

    def set_position(self, seconds: float, playing: bool, /) -> None:
        """Where the player is, some twenty times a second."""
        if playing is not self._playing:
            self._playing = playing
            self._set_followed()
        was = self._playhead.played
        if not self._playhead.move(seconds):
            return
        played = self._playhead.played
        for each in (was, played):
            if each is not None:
                self._repaint(each.segment_id)
        if played is None:
            return
        if self.editing.is_at(played.segment_id, ORIGINAL):
            self.editing.show_played(played.word)
        if was is None or was.segment_id != played.segment_id:
            self._enter(played.segment_id)
            if playing:
                self.following.keep_up()

    @property
    def playing(self) -> bool:
        return self._playing

    def set_growing(self, growing: bool, /) -> None:
        """New lines come in: the view follows them while nothing plays."""
        self._growing = growing
        self._set_followed()

    def show_match(self, match: Match | None) -> None:
        """The place that is the current one."""
        self._match = match
        self.viewport().update()
        row = None if match is None else self._rows.row_of(match.segment_id)
        if match is not None and row is not None:
            self.go_to(row, match.column)

    def go_to(self, row: int, column: int = ORIGINAL) -> None:
        """Make a row the current one, and show it in a comfortable place."""
        index = self._rows.index(row, column)
        self._make_current(index)
        self.following.let_go()
        rect, height = self.row_rect(row), self.viewport().height()
        if rect.top() < 0 or rect.bottom() > height * 0.85:
            self.scrollTo(index, self.ScrollHint.PositionAtCenter)

    def selected_rows(self) -> list[int]:
        """In order; the current one where nothing is selected."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return rows

    # What the editor needs of its place

    def reading_type(self) -> ReadingType:
        return self._type

    def next_row(self, row: int, step: int) -> int:
        return self._shown_row(row, step)

    def show_editor(self, row: int, column: int) -> None:
        index = self._rows.index(row, column)
        self._make_current(index)
        self.following.let_go()
        self.editor_resized(self._rows.segment(row).id)
        self.scrollTo(index)
        self.editing.place()

    def editor_resized(self, segment_id: int) -> None:
        row = self._rows.row_of(segment_id)
        if row is not None:
            self._heights.doubt(row)
            self.updateGeometries()
            self.viewport().update()

    def editor_closed(self, segment_id: int, *, take_focus: bool) -> None:
        self.editor_resized(segment_id)
        if take_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def edit_current(self) -> None:
        """Open the editor on the current cell; on the first one in view if there is none."""
        index = self.currentIndex()
        if not index.isValid() and self._rows.rowCount():
            index = self._rows.index(self._held_row()[0], ORIGINAL)
        if index.isValid():
            self.editing.open(index.row(), index.column())

    # Keeping the editor and the followed line in place

    def is_edited(self, segment_id: int, column: int) -> bool:
        return self.editing.is_at(segment_id, column)

    def _cell_height(self, row: int, column: int) -> int:
        if self.is_edited(self._rows.segment(row).id, column):
            return self.editing.height
        return super()._cell_height(row, column)

    def _settle(self) -> None:
        super()._settle()
        self.editing.place()

    def _changed_size(self) -> None:
        super()._changed_size()
        self._playhead.forget()
        if self._growing and not self._playing and self.following.is_on:
            self.executeDelayedItemsLayout()
            self.following.keep_up()
        self.following.show_pill()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed_word = None
        if (
            event.button() is Qt.MouseButton.LeftButton
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self._pressed_word = self._seconds_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed_word = self._pressed_word, None
        if event.button() is Qt.MouseButton.LeftButton:
            if self._is_on_stale(event.position()):
                self.translate_again.emit()
            elif pressed is not None and self._seconds_at(event.position()) == pressed:
                self.play_from.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The word under the pointer is where the cursor will be."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        self.editing.open(index.row(), index.column())
        editor = self.editing.editor
        if editor is not None:
            inside = event.position() - QPointF(editor.pos())
            editor.place_cursor(editor.cursorForPosition(inside.toPoint()).position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            point = event.position()
            active = self._seconds_at(point) is not None or self._is_on_stale(point)
            shape = Qt.CursorShape.PointingHandCursor if active else Qt.CursorShape.ArrowCursor
            if self.viewport().cursor().shape() is not shape:
                self.viewport().setCursor(shape)
            return
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not control:
            self.edit_current()
        elif key == Qt.Key.Key_Delete and not control:
            self.delete_wanted.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and control:
            self._change_column(key)
        else:
            if key in _MOVING:
                self.following.let_go()
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the player's keys; Ctrl+F finds."""

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            words = index.data(Qt.ItemDataRole.ToolTipRole) if index.isValid() else None
            if words and self._is_doubtful_at(index, QPointF(event.pos())):
                QToolTip.showText(event.globalPos(), words, self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._playing:
            self._enter(self._rows.segment(current.row()).id)
        self.viewport().update()

    def _change_column(self, key: int) -> None:
        action = self.CursorAction.MoveLeft
        if key == Qt.Key.Key_Right:
            action = self.CursorAction.MoveRight
        index = self.moveCursor(action, Qt.KeyboardModifier.NoModifier)
        if index.isValid():
            self._make_current(index)

    def _make_current(self, index: Index) -> None:
        """Its row is the only one that is selected."""
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def _seconds_at(self, point: QPointF) -> float | None:
        """When the word under a point is heard; under a time, when its segment begins."""
        index = self.indexAt(point.toPoint())
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        segment = self._rows.segment(row)
        times = self._columns.times
        if times.x <= point.x() < times.end:
            return segment.start
        layout = self.layout_of(row, column)
        if layout is None:
            return None
        inside = point - QPointF(self.cell_rect(row, column).topLeft())
        if not layout.shown.words:
            return None if layout.text_position(inside) is None else segment.start
        word = layout.word_at(inside)
        return None if word is None else layout.shown.words[word].start

    def _is_doubtful_at(self, index: QModelIndex, point: QPointF) -> bool:
        layout = self.layout_of(index.row(), index.column())
        if layout is None:
            return False
        inside = point - QPointF(self.cell_rect(index.row(), index.column()).topLeft())
        position = layout.text_position(inside)
        return position is not None and any(
            start <= position < start + length for start, length in layout.shown.doubts
        )

    def _is_on_stale(self, point: QPointF) -> bool:
        index = self.indexAt(point.toPoint())
        if not index.isValid() or index.column() != TRANSLATED:
            return False
        return self._rows.is_stale(index.row()) and self._stale_rect(index.row()).contains(
            point.toPoint()
        )

    # What is heard and followed

    def _enter(self, segment_id: int) -> None:
        if segment_id != self._entered:
            before, self._entered = self._entered, segment_id
            for each in (before, segment_id):
                if each is not None:
                    self._repaint(each)
            self.segment_entered.emit(segment_id)

    def _set_followed(self) -> None:
        self.following.set_active(self._playing or self._growing)
        self.following.keep_up()

    def _heart(self) -> tuple[int, int] | None:
        """Of the line that is heard; of the last one while lines come in."""
        if not len(self._heights):
            return None
        row: int | None = len(self._heights) - 1
        played = self._playhead.played
        if self._playing:
            row = None if played is None else self._rows.row_of(played.segment_id)
        if row is None:
            return None
        rect = self.row_rect(row)
        return rect.top(), rect.bottom()

    @Slot()
    def _forget(self) -> None:
        self._playhead.played = None
        self._entered = None
        self._match = None
        self.following.set_on(True)


_MOVING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
