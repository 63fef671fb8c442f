"""The list itself: rows of one height, picked with mouse or keyboard, dragged out as files.

A QTableView of one column: its headers know where 100,000 rows are without asking for each, where
a QListView calls the model 200,000 times whenever a row comes or goes (0.25 s, measured).
"""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.jobs.drag_files import DragFiles
from kopia_desktop.gui.jobs.job_row import JobRow
from kopia_desktop.gui.jobs.jobs_model import JobsModel
from kopia_desktop.gui.jobs.listing import Span
from kopia_desktop.gui.timers import one_shot

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
_NARROWEST = 200
_MOST_DRAGGED = 20
"""Jobs of one drag at most: more files at once are an export."""

_STILL = 150
"""Milliseconds that a selection lasts before its files are written, in case they are dragged."""

_LONG = 4 * 3600.0
"""Seconds of recordings whose files take long to write: only once they are dragged."""


class JobsView(QTableView):
    """Shows ``JobsModel``; what a person wants is told by signals."""

    job_activated = Signal(str)
    picked = Signal()
    """The selection is another one."""
    delete_requested = Signal()
    undo_requested = Signal()
    menu_requested = Signal(QPoint)
    """Where, on the screen."""

    def __init__(self, context: Context, model: JobsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("job-list")
        self.setAccessibleName(self.tr("Recordings"))
        self.can_undo = False
        """Whether Ctrl+Z is the list's for now."""
        self._jobs = model
        self._drags = DragFiles(context, self)
        self._drags.ready.connect(self._drag_if_wanted)
        self._wants_drag = False
        self._still = one_shot(self, _STILL, self._prepare_drag)
        self.setItemDelegate(JobRow(context.theming, self))
        self._set_up()
        self.setModel(model)
        self.selectionModel().selectionChanged.connect(self._tell_picked)
        self.doubleClicked.connect(self._activate)
        context.theming.changed.connect(self.viewport().update)
        self._size_rows()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setMinimumWidth(_NARROWEST)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _size_rows(self) -> None:
        height = JobRow.height(self.fontMetrics())
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height)

    # What is selected

    def selected_spans(self) -> list[Span]:
        """The selected rows, from the first to the last."""
        ranges = self.selectionModel().selection().toList()
        return sorted((Span(r.top(), r.bottom()) for r in ranges), key=lambda span: span.first)

    def selected_count(self) -> int:
        return sum(span.last - span.first + 1 for span in self.selected_spans())

    def selected_ids(self) -> tuple[str, ...]:
        return self._jobs.ids(self.selected_spans())

    def select_row(self, row: int) -> None:
        """This row alone is selected, current and in sight."""
        index = self._jobs.index(row)
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)

    @Slot(QItemSelection, QItemSelection)
    def _tell_picked(self, *_: QItemSelection) -> None:
        self._still.start()
        self.picked.emit()

    def unselect(self) -> None:
        """No row is selected or current."""
        self.selectionModel().clear()

    # Painting asks for what is to be painted

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows in sight are read when they are not known yet."""
        first, last = self.rows_in_sight()
        if last >= first:
            self._jobs.want_rows(first, last)
        super().paintEvent(event)

    def rows_in_sight(self) -> tuple[int, int]:
        """The first and the last row that can be seen; the last is less where there are none."""
        count = self._jobs.rowCount()
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        return max(first, 0), (count - 1 if last < 0 else last)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._size_rows()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and Delete are the list's while it has the keyboard and something to do."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = self.can_undo and event.matches(QKeySequence.StandardKey.Undo)
            if undoes or self._deletes(event) or event.key() in _ENTER:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and event.modifiers() in _PLAIN:
            self._activate()
        elif self._deletes(event):
            self.delete_requested.emit()
        elif self.can_undo and event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)
            self._pick_where_it_stays(event)

    def _pick_where_it_stays(self, event: QKeyEvent) -> None:
        """Qt makes a row current with the focus and picks none: then no key would pick the only."""
        index = self.currentIndex()
        moves = event.key() in _MOVING and not event.modifiers()
        if moves and index.isValid() and not self.selectionModel().hasSelection():
            self.select_row(index.row())

    @staticmethod
    def _deletes(event: QKeyEvent) -> bool:
        return event.key() in _DELETE and event.modifiers() in _PLAIN

    def keyboardSearch(self, search: str) -> None:
        """Letters are the player's; to look through all the names the search is there."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.center())
        if self.selectionModel().hasSelection():
            self.menu_requested.emit(place)

    @Slot()
    def _activate(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            self.job_activated.emit(self._jobs.job_id(index.row()))

    # Dragging out

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._wants_drag = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._wants_drag = False
        super().mouseReleaseEvent(event)

    @Slot()
    def _prepare_drag(self) -> None:
        chosen = self._draggable()
        if sum(job.duration or 0.0 for job in chosen) < _LONG:
            self._drags.prepare([job.id for job in chosen])

    def drag_mime(self) -> QMimeData | None:
        """The selected transcripts as files and text; None while they are not written."""
        return self._drags.mime([job.id for job in self._draggable()])

    def startDrag(self, supported: Qt.DropAction) -> None:
        """At once when the files are there, else when they are and the button is still held."""
        mime = self.drag_mime()
        if mime is None:
            self._wants_drag = True
            self._drags.prepare([job.id for job in self._draggable()])
            return
        self._wants_drag = False
        drag = QDrag(self)
        drag.setMimeData(mime)
        rect = self.visualRect(self.currentIndex())
        drag.setPixmap(self.viewport().grab(rect))
        drag.setHotSpot(QPoint(rect.width() // 4, rect.height() // 2))
        drag.exec(Qt.DropAction.CopyAction)

    @Slot()
    def _drag_if_wanted(self) -> None:
        held = QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton
        if self._wants_drag and held:
            self.startDrag(Qt.DropAction.CopyAction)

    def _draggable(self) -> tuple[Job, ...]:
        """The selected jobs that have a transcript; none where too many are selected."""
        if self.selected_count() > _MOST_DRAGGED:
            return ()
        jobs = self._jobs.jobs(self.selected_ids())
        return tuple(job for job in jobs if job.status is JobStatus.COMPLETED)

    def flush(self) -> None:
        """The window closes."""
        self._drags.flush()
