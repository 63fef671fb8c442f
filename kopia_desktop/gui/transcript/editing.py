"""Correcting in place: one editor at a time, saved as it is typed, nothing typed is lost."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from kopia_desktop.core.edits import Edited
from kopia_desktop.core.errors import SegmentNotFound
from kopia_desktop.gui.theme import GRID, Theming
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.gui.transcript.corrections import Attempt, Corrections, Failure, Typing
from kopia_desktop.gui.transcript.reading_type import ReadingType
from kopia_desktop.gui.transcript.refusals import refusal_words
from kopia_desktop.gui.transcript.segment_editor import Leaving, SegmentEditor
from kopia_desktop.gui.transcript.segment_text import Range, units_before
from kopia_desktop.gui.transcript.transcript_model import ORIGINAL, TRANSLATED, TranscriptModel

SAVED_AFTER = 1000
"""Milliseconds without a key."""


class Place(Protocol):
    """The view, as the editor in it needs it."""

    def viewport(self) -> QWidget: ...

    def reading_type(self) -> ReadingType: ...

    def cell_rect(self, row: int, column: int) -> QRect: ...

    def next_row(self, row: int, step: int) -> int: ...

    def show_editor(self, row: int, column: int) -> None:
        """Its row has another height; bring it into view."""

    def editor_resized(self, segment_id: int) -> None:
        """The text has more or fewer lines now."""

    def editor_closed(self, segment_id: int, *, take_focus: bool) -> None: ...


class Editing(QObject):
    """The editor that is open, and its way to the store."""

    toggle_play = Signal()
    refused = Signal(object)
    """A ``Failure`` with nothing typed, or whose line is no longer there to type in."""

    def __init__(
        self, place: Place, model: TranscriptModel, corrections: Corrections, theming: Theming
    ) -> None:
        super().__init__(corrections)
        self._place = place
        self._model = model
        self._corrections = corrections
        self._theming = theming
        self._editor: SegmentEditor | None = None
        self._message: QLabel | None = None
        self._typing = Typing(0, ORIGINAL)
        self._saved = ""
        self._has_saved = False  # since the editor was opened
        self._timer = one_shot(self, SAVED_AFTER, self.save)
        corrections.failed.connect(self._failed)

    @property
    def editor(self) -> SegmentEditor | None:
        return self._editor

    def is_at(self, segment_id: int, column: int) -> bool:
        typing = self._typing
        return self._editor is not None and (typing.segment_id, typing.column) == (
            segment_id,
            column,
        )

    @property
    def segment_id(self) -> int | None:
        """Of the line that is edited."""
        return None if self._editor is None else self._typing.segment_id

    @property
    def height(self) -> int:
        """Pixels of the editor and what is said below it."""
        if self._editor is None:
            return 0
        below = 0 if self._message is None else self._message_height()
        return self._editor.wanted_height + below

    # In and out

    def open(self, row: int, column: int, *, cursor: int | None = None, text: str = "") -> None:
        """Edit a cell; the cursor goes to the end, or to ``cursor`` in UTF-16 units.

        ``text`` stands for one that was typed before and could not be saved.
        """
        self.leave(Leaving.ELSEWHERE)
        self._typing = Typing(self._model.segment(row).id, column)
        self._saved = self._stored_text(row, column)
        self._has_saved = False
        editor = SegmentEditor(
            text or self._saved,
            self._model.language(column),
            self._place.viewport(),
            type_=self._place.reading_type(),
            colours=self._theming.colours,
        )
        name = self.tr("Text of the line") if column == ORIGINAL else self.tr("Translated line")
        editor.setAccessibleName(name)
        editor.leaving.connect(self.leave)
        editor.save_wanted.connect(self.save)
        editor.split_wanted.connect(self.split)
        editor.join_wanted.connect(self.join_above)
        editor.undo_wanted.connect(self.undo)
        editor.redo_wanted.connect(self.redo)
        editor.toggle_play.connect(self.toggle_play)
        editor.textChanged.connect(self._timer.start)
        editor.height_changed.connect(self._resized)
        self._editor = editor
        editor.place_cursor(len(editor.toPlainText()) * 2 if cursor is None else cursor)
        editor.resize(self._place.cell_rect(row, column).size())
        self._place.show_editor(row, column)
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def leave(self, leaving: Leaving) -> None:
        """Close the editor; all but ``CANCELLED`` save. At the last line there is no way down."""
        editor = self._editor
        if editor is None:
            return
        row = self._model.row_of(self._typing.segment_id)
        target = None if row is None else self._target(leaving, row, self._typing.column)
        if target is None and leaving in _ONWARD:
            return
        x = float(editor.cursorRect().x())
        if leaving is not Leaving.CANCELLED:
            self._commit(leaving)
        elif self._has_saved:
            self._corrections.take_back(self._typing)
        self._close(take_focus=leaving is not Leaving.ELSEWHERE)
        if target is not None:
            self.open(*target)
            if self._editor is not None and leaving in (Leaving.UP, Leaving.DOWN):
                self._editor.place_cursor_at(x, last_line=leaving is Leaving.UP)

    @Slot()
    def save(self) -> None:
        """What was typed so far, with the editor still open."""
        self._timer.stop()
        editor = self._editor
        if editor is None or editor.isReadOnly() or editor.text in ("", self._saved):
            return
        self._saved = editor.text
        self._has_saved = True
        self._corrections.write(self._typing, editor.text)

    @Slot()
    def split(self) -> None:
        """Two lines, parted at the cursor; the editor goes on in the second."""
        editor, typing = self._editor, self._typing
        if editor is None or typing.column != ORIGINAL:
            return
        self._timer.stop()
        editor.setReadOnly(True)
        self._corrections.split(
            typing.segment_id, editor.character, editor.toPlainText(), self._after_split
        )

    @Slot()
    def join_above(self) -> None:
        """One line with the one above; the cursor stays between them."""
        editor, typing = self._editor, self._typing
        row = self._model.row_of(typing.segment_id)
        if editor is None or typing.column != ORIGINAL or not row:
            return
        above = self._model.segment(row - 1)
        self.save()
        editor.setReadOnly(True)
        self._corrections.merge(
            above.id, typing.segment_id, lambda edited: self._after_join(edited, above.text)
        )

    @Slot()
    def undo(self) -> None:
        """What was typed in the editor last; where that is nothing, the last step of all."""
        if self._editor is not None and self._editor.document().isUndoAvailable():
            self._editor.undo()
        else:
            self.leave(Leaving.DONE)
            self._corrections.undo()

    @Slot()
    def redo(self) -> None:
        """What was undone last, in the editor or of all."""
        if self._editor is not None and self._editor.document().isRedoAvailable():
            self._editor.redo()
        else:
            self.leave(Leaving.DONE)
            self._corrections.redo()

    def place(self) -> None:
        """Stand where the text stands now."""
        editor = self._editor
        if editor is None:
            return
        row = self._model.row_of(self._typing.segment_id)
        if row is None:
            self._row_gone()
            return
        cell = self._place.cell_rect(row, self._typing.column)
        editor.stand_at(cell)
        if self._message is not None:
            top = cell.y() + editor.wanted_height
            self._message.setGeometry(cell.x(), top, cell.width(), self._message_height())

    def show_played(self, place: Range | None) -> None:
        """The word that is heard, while the text is the one that was recognised."""
        if self._editor is not None:
            unchanged = self._editor.toPlainText() == self._saved
            self._editor.show_played(place if unchanged else None, self._theming.colours)

    # What follows

    def _commit(self, leaving: Leaving) -> None:
        editor, typing = self._editor, self._typing
        assert editor is not None
        if editor.isReadOnly() or editor.text == self._saved:
            return
        if editor.text:
            self._model.set_pending(typing.segment_id, typing.column, editor.text)
            self._corrections.write(typing, editor.text)
        elif leaving is Leaving.DONE and typing.column == ORIGINAL:
            self._corrections.delete([typing.segment_id])
        elif leaving is Leaving.DONE and self._saved:
            self._corrections.revert(typing.segment_id, TRANSLATED)

    def _close(self, *, take_focus: bool) -> None:
        editor, self._editor = self._editor, None
        self._timer.stop()
        self._clear_message()
        if editor is not None:
            editor.blockSignals(True)
            editor.hide()
            editor.deleteLater()
            self._place.editor_closed(self._typing.segment_id, take_focus=take_focus)

    def _target(self, leaving: Leaving, row: int, column: int) -> tuple[int, int] | None:
        """The cell that is edited next."""
        if leaving in (Leaving.UP, Leaving.DOWN):
            other = self._place.next_row(row, -1 if leaving is Leaving.UP else 1)
            return None if other == row else (other, column)
        if leaving in (Leaving.NEXT, Leaving.PREVIOUS):
            step = 1 if leaving is Leaving.NEXT else -1
            count = self._model.columnCount()
            if 0 <= column + step < count:
                return row, column + step
            other = self._place.next_row(row, step)
            return None if other == row else (other, (column + step) % count)
        return None

    def _after_split(self, edited: Edited) -> None:
        self._close(take_focus=True)
        row = None if edited.focus is None else self._model.row_of(edited.focus)
        if row is not None:
            self.open(row, ORIGINAL, cursor=0)

    def _after_join(self, edited: Edited, above: str) -> None:
        self._close(take_focus=True)
        row = None if edited.focus is None else self._model.row_of(edited.focus)
        if row is not None:
            merged = self._model.segment(row).text
            between = merged[len(above) : len(above) + 1] == " "
            self.open(row, ORIGINAL, cursor=units_before(merged, len(above) + between))

    @Slot()
    def _resized(self) -> None:
        if self._editor is not None:
            self._place.editor_resized(self._typing.segment_id)

    # When it does not succeed

    @Slot(object)
    def _failed(self, failure: Failure) -> None:
        row = self._model.row_of(failure.segment_id)
        if self.is_at(failure.segment_id, failure.column) and row is not None:
            assert self._editor is not None
            self._editor.setReadOnly(False)
            self._saved = self._stored_text(row, failure.column)
            self._say(failure)
        elif failure.text is not None and row is not None and self._editor is None:
            self.open(row, failure.column, text=failure.text)
            self._say(failure)
        else:
            self.refused.emit(failure)

    def _stored_text(self, row: int, column: int) -> str:
        shown = self._model.cell(row, column)
        return "" if shown is None else shown.text

    def _row_gone(self) -> None:
        editor, typing, saved = self._editor, self._typing, self._saved
        assert editor is not None
        text = editor.text
        self._close(take_focus=True)
        if text and text != saved:
            self.refused.emit(Failure(Attempt.TEXT, _GONE, typing.segment_id, typing.column, text))

    def _say(self, failure: Failure) -> None:
        if self._message is None:
            self._message = QLabel(self._place.viewport())
            self._message.setObjectName("segment-editor-message")
            self._message.setWordWrap(True)
            self._message.setTextFormat(Qt.TextFormat.PlainText)
            palette = self._message.palette()
            palette.setColor(palette.ColorRole.WindowText, self._theming.colours.error)
            self._message.setPalette(palette)
        self._message.setText(refusal_words(failure))
        self._message.show()
        self._resized()

    def _message_height(self) -> int:
        assert self._message is not None
        width = self._editor.width() if self._editor is not None else 0
        return self._message.heightForWidth(max(width, 8 * GRID)) + GRID // 2

    def _clear_message(self) -> None:
        if self._message is not None:
            self._message.hide()
            self._message.deleteLater()
            self._message = None


_ONWARD = (Leaving.UP, Leaving.DOWN, Leaving.NEXT, Leaving.PREVIOUS)
_GONE = SegmentNotFound("The line is no longer in the transcript.")
