"""Find and replace in the transcript: the bar, the matches, and what is done to them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.edits import Edited
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.transcript.corrections import Corrections, Typing
from kopia_desktop.gui.transcript.find_bar import FindBar, FindBarMode
from kopia_desktop.gui.transcript.finder import Finder
from kopia_desktop.gui.transcript.matches import Search
from kopia_desktop.gui.transcript.segment_editor import Leaving
from kopia_desktop.gui.transcript.transcript_model import ORIGINAL, TranscriptModel
from kopia_desktop.gui.transcript.view import TranscriptView


class Searching(QObject):
    """Joins ``bar`` with the matches that the view marks."""

    status_text = Signal(str)

    def __init__(
        self,
        context: Context,
        view: TranscriptView,
        model: TranscriptModel,
        corrections: Corrections,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._corrections = corrections
        self.finder = Finder(context, model, self)
        self.bar = FindBar(context.theming, view)
        self.bar.search_changed.connect(self._look_for)
        self.bar.moved.connect(self.step)
        self.bar.replace_wanted.connect(self._replace)
        self.bar.replace_all_wanted.connect(self._replace_all)
        self.bar.closed.connect(view.setFocus)
        self.finder.changed.connect(self._show)

    def open(self, mode: FindBarMode) -> None:
        """What is chosen in the editor is looked for."""
        editor = self._view.editing.editor
        text = "" if editor is None else editor.textCursor().selectedText()
        self._view.editing.leave(Leaving.ELSEWHERE)
        self.bar.open(mode, text)

    @Slot(int)
    def step(self, by: int) -> None:
        """1 to the next match, -1 to the one before; the bar opens where it is closed."""
        if self.bar.isHidden() or self.finder.search is None:
            self.open(FindBarMode.FIND)
        elif self.finder.step(by):
            forward, back = self.tr("Went on from the beginning."), self.tr("Went on from the end.")
            self.status_text.emit(forward if by > 0 else back)

    @Slot(object)
    def _look_for(self, search: Search | None) -> None:
        self._view.set_search(search)
        self.finder.look_for(search, max(self._view.currentIndex().row(), 0))

    @Slot()
    def _show(self) -> None:
        self.bar.show_count(len(self.finder.matches), self.finder.number)
        self._view.show_match(self.finder.current)

    @Slot(str)
    def _replace(self, replacement: str) -> None:
        """The current match; then the next one is the current one."""
        match, search = self.finder.current, self.finder.search
        row = None if match is None else self._model.row_of(match.segment_id)
        cell = None if match is None or row is None else self._model.cell(row, match.column)
        if match is None or search is None or cell is None:
            return
        text = cell.text
        text = text[: match.offset] + replacement + text[match.offset + match.length :]
        if text.strip():
            self._corrections.write(Typing(match.segment_id, match.column), text)
        elif match.column == ORIGINAL:
            self._corrections.delete([match.segment_id])
        if search.places(replacement):
            self.finder.step(1)  # it still matches: go past it

    @Slot(str)
    def _replace_all(self, replacement: str) -> None:
        search = self.finder.search
        if search is not None:
            self._corrections.replace_all(
                search.wanted,
                replacement,
                match_case=search.match_case,
                whole_words=search.whole_words,
                then=self._replaced,
            )

    def _replaced(self, edited: Edited) -> None:
        count = len(edited.changed) + len(edited.removed)
        self.status_text.emit(self.tr("Replaced in %n line(s).", "", count))
