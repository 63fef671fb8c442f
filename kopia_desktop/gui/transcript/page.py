"""The transcript's page: header, find bar, and the text of one job."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kopia_desktop.core.edits import History
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import Job
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.notices import Notices, Tone
from kopia_desktop.gui.timers import one_shot
from kopia_desktop.gui.transcript.corrections import Attempt, Corrections, Done, Failure
from kopia_desktop.gui.transcript.fillers import FillerMode
from kopia_desktop.gui.transcript.find_bar import FindBarMode
from kopia_desktop.gui.transcript.header import TranscriptHeader
from kopia_desktop.gui.transcript.job_state import EmptyText, FailureStrip, empty_words
from kopia_desktop.gui.transcript.languages_shown import LanguagesShown
from kopia_desktop.gui.transcript.line_deeds import LineDeeds
from kopia_desktop.gui.transcript.refusals import refusal_words
from kopia_desktop.gui.transcript.searching import Searching
from kopia_desktop.gui.transcript.segment_editor import Leaving
from kopia_desktop.gui.transcript.transcript_model import ORIGINAL, TranscriptModel
from kopia_desktop.gui.transcript.transcript_reader import TranscriptReader
from kopia_desktop.gui.transcript.view import TranscriptView
from kopia_desktop.gui.transcript.zoom import Zoom
from kopia_desktop.gui.wording.errors import worded

_TOLD_EVERY = 100
"""Milliseconds between two times that the segments are published."""


class TranscriptPage(QWidget):
    """One job at a time; everything a person does to its text has a slot here."""

    play_from = Signal(float)
    toggle_play = Signal()
    segment_entered = Signal(int)
    segments_changed = Signal(object)
    """All current segments in order, as a tuple."""
    export_requested = Signal(str)
    translate_requested = Signal(str)
    locate_requested = Signal(str)
    status_text = Signal(str)
    undo_available = Signal(bool)
    redo_available = Signal(bool)
    filler_mode_changed = Signal(object)
    following_changed = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted: tuple[str, int] | None = None
        self._model = TranscriptModel(self)
        self._corrections = Corrections(context, self._model, self)
        self._reader = TranscriptReader(context, self._model, self._corrections, self)
        self._header = TranscriptHeader(context, self)
        self._failure = FailureStrip(context.theming, self)
        self._notices = Notices(context.theming, self)
        self.view = TranscriptView(context, self._model, self._corrections, self)
        self._zoom = Zoom(context, self.view)
        self._deeds = LineDeeds(context, self.view, self._model, self._corrections)
        self._searching = Searching(context, self.view, self._model, self._corrections)
        self._languages = LanguagesShown(context, self._header, self.view, self._reader)
        self._empty = EmptyText(self)
        self._stack = QStackedWidget(self)
        self._tell_timer = one_shot(self, _TOLD_EVERY, self._tell_segments)
        self._arrange()
        self._connect_view()
        self._connect_header()
        self._connect_store()
        self._show_state()

    # Which job

    @Slot(str)
    def open_job(self, job_id: str) -> None:
        """Show a job's transcript; what was being typed in another one is saved."""
        self.finish()
        self._wanted = None
        self._failure.hide()
        self._searching.bar.close_bar()
        self._empty.say("")
        self._reader.open(job_id)

    @Slot()
    def close_job(self) -> None:
        """No job is chosen."""
        self.finish()
        self._reader.open(None)
        self._show_state()

    @Slot()
    def finish(self) -> None:
        """Save what is being typed."""
        self.view.editing.leave(Leaving.ELSEWHERE)

    @Slot(str, int)
    def show_segment(self, job_id: str, segment_id: int) -> None:
        """Open a job, if it is not open, and go to one of its lines as soon as that is there."""
        job = self._reader.job
        if job is None or job.id != job_id:
            self.open_job(job_id)
        self._wanted = (job_id, segment_id)
        self._go_to_wanted()

    @Slot(float, bool)
    def set_position(self, seconds: float, playing: bool, /) -> None:
        self.view.set_position(seconds, playing)

    @Slot(int, float, float)
    def move_edges(self, segment_id: int, start: float, end: float) -> None:
        """The segment's times were dragged on the waveform."""
        self._corrections.move_edges(segment_id, start, end)

    # What a person does

    @Slot()
    def undo(self) -> None:
        self.view.editing.undo()

    @Slot()
    def redo(self) -> None:
        self.view.editing.redo()

    @Slot()
    def edit_current(self) -> None:
        self.view.edit_current()

    @Slot()
    def split(self) -> None:
        self._deeds.split()

    @Slot()
    def merge_above(self) -> None:
        self._deeds.merge_above()

    @Slot()
    def merge_below(self) -> None:
        self._deeds.merge_below()

    @Slot()
    def delete_segment(self) -> None:
        self._deeds.delete()

    @Slot()
    def revert(self) -> None:
        self._deeds.revert()

    @Slot()
    def copy(self) -> None:
        self._deeds.copy()

    @Slot()
    def next_doubt(self) -> None:
        self._deeds.next_doubt()

    @Slot()
    def previous_doubt(self) -> None:
        self._deeds.previous_doubt()

    @Slot()
    def focus_view(self) -> None:
        self.view.setFocus()

    @Slot()
    def zoom_in(self) -> None:
        self._zoom.change(1)

    @Slot()
    def zoom_out(self) -> None:
        self._zoom.change(-1)

    @Slot()
    def zoom_reset(self) -> None:
        self._zoom.reset()

    @Slot(int)
    def set_reading_points(self, points: int) -> None:
        """The size of the letters as the settings have it now."""
        self._zoom.set_points(points)

    @Slot(object)
    def set_filler_mode(self, mode: FillerMode) -> None:
        if mode is not self.view.filler_mode:
            self.view.set_filler_mode(mode)
            self._header.set_filler_mode(mode)
            self.filler_mode_changed.emit(mode)

    @Slot(bool)
    def set_following(self, following: bool, /) -> None:
        self.view.following.set_on(following)

    @Slot()
    def find(self) -> None:  # type: ignore[override]
        self._searching.open(FindBarMode.FIND)

    @Slot()
    def replace(self) -> None:
        self._searching.open(FindBarMode.REPLACE)

    @Slot()
    def find_next(self) -> None:
        self._searching.step(1)

    @Slot()
    def find_previous(self) -> None:
        self._searching.step(-1)

    @Slot(object)
    def set_translation(self, translation_id: str | None) -> None:
        """Show a translation beside the original, or none."""
        self._languages.choose(translation_id or "")

    @Slot()
    def retranslate(self) -> None:
        """Have the lines that changed, or are missing, translated again."""
        self._languages.translate_again()

    # What comes back

    @Slot(object)
    def _opened(self, job: Job) -> None:
        wish = job.options.remove_filler_words
        self.set_filler_mode(FillerMode.HIDDEN if wish else FillerMode.SHOWN)
        self._job_changed(job)
        self._go_to_wanted()

    @Slot(object)
    def _job_changed(self, job: Job) -> None:
        self._header.set_job(job)
        self._failure.set_job(job)
        self.view.set_duration(job.duration or 0.0)
        self.view.set_growing(job.status.is_active() and not job.paused)
        self._show_state()

    @Slot()
    def _loaded(self) -> None:
        self._show_state()
        self._go_to_wanted()
        self._wanted = None

    @Slot(object)
    def _refused(self, failure: Failure) -> None:
        notice = self._notices.say(refusal_words(failure), Tone.ERROR)
        if failure.text:
            text = failure.text
            notice.add_button(
                self.tr("Copy what was typed"),
                lambda: QGuiApplication.clipboard().setText(text),
            )

    def _say_error(self, error: KopiaError) -> None:
        self._notices.say(worded(error).text, Tone.ERROR)

    @Slot(object)
    def _edited(self, done: Done) -> None:
        """The cursor goes to where something changed, unless a person is typing.

        Not to what was just written or dragged: there one was, and may be elsewhere by now.
        """
        edited = done.edited
        row = None if edited.focus is None else self._model.row_of(edited.focus)
        written = done.attempt in (Attempt.TEXT, Attempt.TIMES)
        if row is None or written or edited.is_empty() or self.view.editing.editor is not None:
            return
        self.view.go_to(row, max(self.view.currentIndex().column(), ORIGINAL))

    @Slot(object)
    def _show_history(self, history: History) -> None:
        self.undo_available.emit(history.undo is not None)
        self.redo_available.emit(history.redo is not None)

    @Slot()
    def _text_changed(self) -> None:
        if not self._tell_timer.isActive():
            self._tell_timer.start()
        if self._model.rowCount() <= 1 or self._stack.currentWidget() is self._empty:
            self._show_state()

    @Slot()
    def _tell_segments(self) -> None:
        self._count()
        self.segments_changed.emit(self._model.segments)

    @Slot()
    def _retry(self) -> None:
        job, service = self._reader.job, self._context.jobs
        if job is not None:
            job_id = job.id
            self._context.bridge.lanes.edit(
                lambda: service.retry(job_id), self._failure.set_job, self._say_error
            )

    @Slot()
    def _locate(self) -> None:
        if self._reader.job is not None:
            self.locate_requested.emit(self._reader.job.id)

    @Slot()
    def _export(self) -> None:
        if self._reader.job is not None:
            self.export_requested.emit(self._reader.job.id)

    @Slot()
    def _translate(self) -> None:
        if self._reader.job is not None:
            self.translate_requested.emit(self._reader.job.id)

    @Slot()
    def _count(self) -> None:
        self._header.set_counts(self._model.doubtful_count, self._model.stale_count)

    def _show_state(self) -> None:
        """The lines, or a sentence where there are none; nothing yet while they are read."""
        job = self._reader.job
        self._header.setVisible(job is not None)
        has_lines = self._model.rowCount() > 0
        self._header.set_has_lines(has_lines)
        self._stack.setCurrentWidget(self.view if has_lines else self._empty)
        if not has_lines and (job is None or self._reader.is_loaded):
            self._empty.say(*empty_words(job))

    def _go_to_wanted(self) -> None:
        job = self._reader.job
        if self._wanted is None or job is None or job.id != self._wanted[0]:
            return
        row = self._model.row_of(self._wanted[1])
        if row is not None:
            self._wanted = None
            self.view.go_to(row)
            self.view.setFocus()

    # How it is put together

    def _arrange(self) -> None:
        self.setObjectName("transcript-page")
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = (self._header, self._failure, self._notices, self._searching.bar)
        self.tab_parts = (*above, self._stack)
        for widget in self.tab_parts:
            column.addWidget(widget, int(widget is self._stack))
        self._notices.stand_behind(self._failure)

    def _connect_view(self) -> None:
        view, deeds = self.view, self._deeds
        view.play_from.connect(self.play_from)
        view.toggle_play.connect(self.toggle_play)
        view.segment_entered.connect(self.segment_entered)
        view.translate_again.connect(self.retranslate)
        view.delete_wanted.connect(self.delete_segment)
        view.following.changed.connect(self.following_changed)
        view.editing.refused.connect(self._refused)
        for part in (deeds, self._searching, self._languages):
            part.status_text.connect(self.status_text)
        deeds.play_from.connect(self.play_from)
        self._languages.failed.connect(self._say_error)
        self._zoom.failed.connect(self._say_error)

    def _connect_header(self) -> None:
        header, failure = self._header, self._failure
        header.export_clicked.connect(self._export)
        header.translate_clicked.connect(self._translate)
        header.filler_mode_chosen.connect(self.set_filler_mode)
        header.doubts_clicked.connect(self.next_doubt)
        header.retranslate_clicked.connect(self.retranslate)
        failure.retry_clicked.connect(self._retry)
        failure.locate_clicked.connect(self._locate)

    def _connect_store(self) -> None:
        model, reader = self._model, self._reader
        changes = (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset)
        for changed in changes:
            changed.connect(self._text_changed)
        reader.opened.connect(self._opened)
        reader.job_changed.connect(self._job_changed)
        reader.loaded.connect(self._loaded)
        reader.failed.connect(self._say_error)
        reader.translation_shown.connect(self._count)
        self._corrections.done.connect(self._edited)
        self._corrections.history_changed.connect(self._show_history)
