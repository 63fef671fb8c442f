"""What a person does to the chosen lines, from menus and keys."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from kopia_desktop.core.doubts import is_doubtful_as_whole, is_doubtful_word
from kopia_desktop.core.fillers import without_fillers
from kopia_desktop.core.transcript import Segment
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.transcript.corrections import Corrections
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.transcript.segment_editor import Leaving
from kopia_desktop.gui.transcript.segment_text import characters_before
from kopia_desktop.gui.transcript.transcript_model import ORIGINAL, TRANSLATED, TranscriptModel
from kopia_desktop.gui.transcript.view import TranscriptView


class LineDeeds(QObject):
    """Knows the view's selection; the store is reached through ``Corrections``."""

    play_from = Signal(float)
    status_text = Signal(str)

    def __init__(
        self,
        context: Context,
        view: TranscriptView,
        model: TranscriptModel,
        corrections: Corrections,
    ) -> None:
        super().__init__(view)
        self._lanes = context.bridge.lanes
        self._view = view
        self._model = model
        self._corrections = corrections

    @Slot()
    def split(self) -> None:
        """At the editor's cursor, else before the word that is heard, else where one is put."""
        if self._view.editing.editor is not None:
            self._view.editing.split()
            return
        place, segment_id = self._view.played_word, self._view.played_segment
        row = None if segment_id is None else self._model.row_of(segment_id)
        shown = self._view.filler_mode is not FillerMode.HIDDEN
        if row in self._view.selected_rows() and place is not None and place[0] and shown:
            assert row is not None
            text = self._model.segment(row).text
            self._corrections.split(self._model.segment(row).id, characters_before(text, place[0]))
            return
        self._view.edit_current()
        self.status_text.emit(self.tr("Put the cursor where the line is to be split."))

    @Slot()
    def merge_above(self) -> None:
        self._merge(-1)

    @Slot()
    def merge_below(self) -> None:
        self._merge(1)

    def _merge(self, step: int) -> None:
        """With a neighbour; several chosen lines become one, step by step."""
        if self._view.editing.editor is not None:
            self._view.editing.leave(Leaving.DONE)
        rows = self._view.selected_rows()
        if not rows:
            return
        if len(rows) == 1:
            other = rows[0] + step
            if not 0 <= other < self._model.rowCount():
                self.status_text.emit(self.tr("There is no line to join with."))
                return
            rows = sorted((rows[0], other))
        if rows[-1] - rows[0] >= len(rows):
            self.status_text.emit(self.tr("Choose lines that follow each other."))
            return
        first, *others = (self._model.segment(row).id for row in rows)
        for other_id in others:
            self._corrections.merge(first, other_id)

    @Slot()
    def delete(self) -> None:
        """The chosen lines."""
        self._view.editing.leave(Leaving.DONE)
        rows = self._view.selected_rows()
        self._corrections.delete([self._model.segment(row).id for row in rows])

    @Slot()
    def revert(self) -> None:
        """The chosen lines to what was recognised, or to what the machine translated."""
        self._view.editing.leave(Leaving.CANCELLED)
        column = max(self._view.currentIndex().column(), ORIGINAL)
        for row in self._view.selected_rows():
            if column == ORIGINAL or self._model.cell(row, TRANSLATED) is not None:
                self._corrections.revert(self._model.segment(row).id, column)

    @Slot()
    def copy(self) -> None:
        """The chosen lines as text, as they are shown; in the editor, what is chosen there."""
        editor = self._view.editing.editor
        if editor is not None and editor.hasFocus():
            editor.copy()
            return
        column = max(self._view.currentIndex().column(), ORIGINAL)
        cells = [self._model.cell(row, column) for row in self._view.selected_rows()]
        segments = [segment for segment in cells if segment is not None]
        hidden = self._view.filler_mode is FillerMode.HIDDEN
        language = self._model.language(column)
        if segments:
            self._lanes.read(
                lambda: _text(segments, language, hidden=hidden), self._put_on_clipboard
            )

    @Slot()
    def next_doubt(self) -> None:
        self._to_doubt(1)

    @Slot()
    def previous_doubt(self) -> None:
        self._to_doubt(-1)

    def _to_doubt(self, step: int) -> None:
        if not self._model.doubtful_count:
            self.status_text.emit(self.tr("Nothing is doubtful here."))
            return
        index = self._view.currentIndex()
        start = index.row() if index.isValid() else -1 if step > 0 else 0
        row = self._model.doubtful_from(start, step)
        if row is None:
            return
        if index.isValid() and (row - start) * step <= 0:
            self.status_text.emit(
                self.tr("Went on from the beginning.") if step > 0
                else self.tr("Went on from the end.")
            )  # fmt: skip
        self._view.editing.leave(Leaving.ELSEWHERE)
        self._view.go_to(row)
        self._view.setFocus()
        if self._view.playing:
            self.play_from.emit(_doubtful_from(self._model.segment(row)))

    def _put_on_clipboard(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        count = text.count("\n") + 1
        self.status_text.emit(self.tr("%n line(s) copied.", "", count))


def _doubtful_from(segment: Segment) -> float:
    """When the doubtful part begins."""
    if not is_doubtful_as_whole(segment):
        for word in segment.words:
            if is_doubtful_word(word):
                return word.start
    return segment.start


def _text(segments: list[Segment], language: str, *, hidden: bool) -> str:
    kept = (without_fillers(each, language) if hidden else each for each in segments)
    return "\n".join(segment.text for segment in kept if segment is not None)
