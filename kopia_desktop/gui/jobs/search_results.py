"""The search over all transcripts: sentences that hold the words, under their recordings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.hits import SearchHit
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs.hit_row import HitRow
from kopia_desktop.gui.jobs.hits_model import HitsModel
from kopia_desktop.gui.jobs.quiet_label import quiet_label
from kopia_desktop.gui.lanes import Ticket
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.timers import one_shot

MOST = 200
"""Sentences that are shown."""

_PAUSE = 150
"""Milliseconds of stillness after a letter before the search begins."""

_PATIENCE = 100
"""Milliseconds of searching before that is said."""

_AGAIN = 1000
"""Milliseconds between what changes the transcripts and a new search."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchResults(QWidget):
    """Follows what is typed; an answer to an older text is dropped."""

    hit_activated = Signal(str, int, float)
    """Job, segment, and where it begins in seconds."""
    left = Signal()
    """A person is done with searching."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search-results")
        self._context = context
        self._lanes = context.bridge.lanes
        self._text = ""
        self._ticket: Ticket | None = None
        self.model = HitsModel(self)
        self.view = HitsView(context, self.model, self)
        self.view.hit_chosen.connect(self._open)
        self.view.left.connect(self.left)
        self._hint = quiet_label("search-hint", self, above=2 * MARGIN)
        self._most = quiet_label("search-most", self, above=GRID)
        self._most.setText(self.tr("Only the newest %n sentence(s) are shown.", "", MOST))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._most)
        self._pause = one_shot(self, _PAUSE, self._search)
        self._patience = one_shot(self, _PATIENCE, self._say_searching)
        self._again = one_shot(self, _AGAIN, self._search)
        for signal in (
            context.bridge.segments_added,
            context.bridge.segments_edited,
            context.bridge.jobs_deleted,
            context.bridge.store_changed,
        ):
            signal.connect(self._search_again)

    @property
    def text(self) -> str:
        """What is searched for; empty while nothing is."""
        return self._text

    @property
    def is_answered(self) -> bool:
        """Whether what is shown belongs to the text."""
        return not self._pause.isActive() and self._ticket is None

    def set_text(self, text: str) -> None:
        """Search for other words; none ends the search."""
        if text.strip() == self._text:
            return
        self._text = text.strip()
        self._stop()
        if self._text:
            self._pause.start()
        else:
            self._show(())

    @Slot()
    def open_current(self) -> None:
        """Open the current hit, the first one where none is."""
        if self.view.current_hit() is None:
            self.view.move_hit(1)
        hit = self.view.current_hit()
        if hit is not None:
            self._open(hit)

    def _stop(self) -> None:
        for timer in (self._pause, self._patience, self._again):
            timer.stop()
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    @Slot()
    def _search_again(self) -> None:
        if self._text and not self._again.isActive():
            self._again.start()

    @Slot()
    def _search(self) -> None:
        self._stop()
        if self._text:
            find = partial(self._context.transcripts.search, self._text, limit=MOST)
            self._ticket = self._lanes.read(find, self._take)
            if not self.model.rowCount():
                self._patience.start()

    @Slot()
    def _say_searching(self) -> None:
        self._say(self.tr("Searching…"))

    def _take(self, hits: tuple[SearchHit, ...]) -> None:
        self._ticket = None
        self._patience.stop()
        self._show(hits)
        if not hits:
            nothing = self.tr("Nothing found for «{text}»")
            self._say(nothing.format(text=self._text))

    def _show(self, hits: tuple[SearchHit, ...]) -> None:
        """The current hit stays the current one, if it is among them."""
        kept = self.view.current_hit()
        self.view.show_hits(hits)
        self._most.setVisible(len(hits) >= MOST)
        self._stack.setCurrentWidget(self.view)
        row = None if kept is None else self.model.row_of(kept)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row))

    def _say(self, text: str) -> None:
        self._hint.setText(text)
        self._hint.setAccessibleName(text)
        self._stack.setCurrentWidget(self._hint)

    @Slot(object)
    def _open(self, hit: SearchHit) -> None:
        self.hit_activated.emit(hit.job_id, hit.segment_id, hit.start)


class HitsView(QListView):
    """The list of hits; the arrows pass over the recordings' rows."""

    hit_chosen = Signal(object)
    """A SearchHit."""
    left = Signal()

    def __init__(self, context: Context, model: HitsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("search-hits")
        self.setAccessibleName(self.tr("Sentences found"))
        self._hits = model
        self._row = HitRow(context.theming, self)
        self.setItemDelegate(self._row)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self._choose)
        context.theming.changed.connect(self.viewport().update)

    def show_hits(self, hits: tuple[SearchHit, ...]) -> None:
        self._row.longest_start = max((hit.start for hit in hits), default=0.0)
        self._hits.show_hits(hits)

    def current_hit(self) -> SearchHit | None:
        return self._hits.hit(self.currentIndex().row())

    def move_hit(self, step: int) -> None:
        """The next (1) or previous (-1) hit becomes the current one; the ends are ends."""
        row = self._hits.next_hit(self.currentIndex().row(), step)
        if row is not None:
            self.setCurrentIndex(self._hits.index(row))
            self._show_title(row)

    def _show_title(self, row: int) -> None:
        """Before the first hit of a recording its name is to be seen, too."""
        if self._hits.hit(row - 1) is None and row > 0:
            self.scrollTo(self._hits.index(row - 1))
        self.scrollTo(self._hits.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = moves.get(Qt.Key(event.key()))
        hit = self.current_hit()
        if step is not None:
            self.move_hit(step)
        elif event.key() in _ENTER and hit is not None:
            self.hit_chosen.emit(hit)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are the player's."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._row.width = self.viewport().width()
        super().resizeEvent(event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        hit = self._hits.hit(index.row())
        if hit is not None:
            self.hit_chosen.emit(hit)
