"""The player's part of the window: picture, waveform, and the row of controls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Segment
from kopia_desktop.core.waveform import Waveform
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.memory import window_memory
from kopia_desktop.gui.player.bar import PlayerBar
from kopia_desktop.gui.player.line_loop import LineLoop
from kopia_desktop.gui.player.notice import PlayerNotice
from kopia_desktop.gui.player.picture import LEAST, USUAL, Picture
from kopia_desktop.gui.player.player import Player
from kopia_desktop.gui.player.recording import Recording
from kopia_desktop.gui.player.room import take_height
from kopia_desktop.gui.player.waveform import LEAP, WaveformView
from kopia_desktop.gui.theme import GRID, MARGIN

_REPLAY = 1.0
"""Seconds into a segment after which "previous" means its own start."""


class PlayerPanel(QWidget):
    """Plays the open job. Without its file, waveform and transcript go on working."""

    position_changed = Signal(float, bool)
    segment_edges_moved = Signal(int, float, float)
    locate_requested = Signal(str)
    media_problem = Signal(str)
    """A sentence: the recording cannot be played."""

    looping_changed = Signal(bool)
    picture_shown_changed = Signal(bool)
    muted_changed = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player")
        self._context = context
        self._memory = window_memory(context.data)
        self._pending: tuple[str, float] | None = None
        self._volume = int(str(self._memory.value("player/volume", 100)))
        self._is_muted = False
        self._shows_picture = self._memory.value("player/picture", "false") == "true"
        self.player = Player(self)
        self.recording = Recording(context, self.player, self)
        self._loop = LineLoop(self.player)
        self.picture = Picture(self)
        self.waveform = WaveformView(context.theming, self)
        self.bar = PlayerBar(self)
        self.notice = PlayerNotice(self)
        self._lay_out()
        self._connect()
        self.player.set_volume(self._volume / 100, muted=False)
        self.bar.show_volume(self._volume)
        self._show_controls()

    @Slot(object)
    def open_job(self, job: Job) -> None:
        """Have its media ready to play. The one that is open already keeps its place."""
        place = self.player.position if self._is_open(job.id) else 0.0
        if not self._is_open(job.id):
            self.close_job()
        self.waveform.set_duration(job.duration or 0.0)
        self.recording.open(job, at=place)
        self._show_hint()
        self._show_controls()
        if self._pending is not None and self._pending[0] == job.id:
            self.play_from(self._pending[1])
        self._pending = None

    @Slot(object)
    def refresh_job(self, job: Job) -> None:
        """The open job has changed: its file may be known now, its waveform be written."""
        if self._is_open(job.id):
            if job.duration:
                self.waveform.set_duration(job.duration)
            self.recording.refresh(job)
            self._show_hint()
            self._show_controls()

    @Slot()
    def close_job(self) -> None:
        """Nothing is open, and no file held."""
        self.set_looping(on=False)
        self.recording.close()
        self.set_segments(())
        self.waveform.set_waveform(None)
        self.waveform.set_duration(0.0)
        self.waveform.set_position(0.0)
        self._show_controls()
        self._show_picture()

    @Slot(str, float)
    def play_when_open(self, job_id: str, seconds: float) -> None:
        """Play there as soon as the job is the open one."""
        if self._is_open(job_id):
            self.play_from(seconds)
        else:
            self._pending = (job_id, seconds)

    @Slot(float)
    def play_from(self, seconds: float) -> None:
        self.seek(seconds)
        self.recording.play()

    @Slot(float)
    def seek(self, seconds: float) -> None:
        """Go there; playing goes on, a pause stays one."""
        self._loop.go_to(seconds)
        self.player.seek(seconds)
        self._loop.stay()

    @Slot()
    def toggle_play(self) -> None:
        if self.player.is_playing or self.recording.wants_to_play:
            self.recording.pause()
        else:
            self.recording.play()

    @Slot()
    def stop(self) -> None:
        """Silence, for certain, and back to the start."""
        self._pending = None
        self._remember_height()
        self.recording.stop()

    @Slot()
    def back(self) -> None:
        self.seek(self.player.position - LEAP)

    @Slot()
    def forward(self) -> None:
        self.seek(min(self.player.position + LEAP, self.waveform.duration))

    @Slot()
    def previous_segment(self) -> None:
        """To the start of this segment, from there to the one before."""
        found = self.waveform.bands.before(self.player.position - _REPLAY)
        self.seek(found.start if found is not None else 0.0)

    @Slot()
    def next_segment(self) -> None:
        found = self.waveform.bands.after(self.player.position)
        if found is not None:
            self.seek(found.start)

    @Slot()
    def slower(self) -> None:
        self.player.slower()

    @Slot()
    def faster(self) -> None:
        self.player.faster()

    @Slot(bool)
    def set_looping(self, on: bool) -> None:
        """Play the current segment again and again."""
        if on is self._loop.is_on:
            return
        self._loop.switch(self.waveform.current, on=on)
        self._show_switches()
        self.looping_changed.emit(on)

    @Slot(bool)
    def set_picture_shown(self, shown: bool) -> None:
        """A film's picture; remembered, so that the next film is shown or not as well."""
        if shown is self._shows_picture:
            return
        self._shows_picture = shown
        self._memory.setValue("player/picture", "true" if shown else "false")
        self._show_picture()
        self._show_switches()
        self.picture_shown_changed.emit(shown)

    @Slot(bool)
    def set_muted(self, muted: bool) -> None:
        if muted is self._is_muted:
            return
        self._is_muted = muted
        self.player.set_volume(self._volume / 100, muted=muted)
        self._show_switches()
        self.muted_changed.emit(muted)

    @Slot(object)
    def set_segments(self, segments: tuple[Segment, ...]) -> None:
        """All segments of the transcript, in order."""
        self.waveform.set_segments(segments)
        self._loop.set_bands(self.waveform.bands)

    @Slot(int)
    def set_current_segment(self, segment_id: int) -> None:
        """The one that is read: its edges can be moved, and it is what a loop repeats."""
        self.waveform.set_current(segment_id)
        if self.waveform.current is not None:
            self._loop.enter(self.waveform.current)

    @Slot()
    def focus_controls(self) -> None:
        """To the play button, or to what helps where there is nothing to play."""
        if self._rows.currentWidget() is self.bar:
            self.bar.focus_first()
        else:
            self.waveform.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def event(self, event: QEvent) -> bool:
        """Who comes back to the window may have put the file back, or connected its drive."""
        if event.type() is QEvent.Type.WindowActivate:
            self.recording.look_again()
        return super().event(event)

    def _lay_out(self) -> None:
        self._rows = QStackedWidget(self)
        self._rows.addWidget(self.bar)
        self._rows.addWidget(self.notice)
        lines = 2 * self.notice.fontMetrics().lineSpacing()
        self._rows.setFixedHeight(max(self.bar.sizeHint().height(), 5 * GRID, lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GRID, MARGIN, GRID)
        column.setSpacing(GRID // 2)
        column.addWidget(self.picture, 1)
        column.addWidget(self.waveform)
        column.addWidget(self._rows)
        # No taller than its parts: what the picture had goes back to the text.
        column.setSizeConstraint(QLayout.SizeConstraint.SetMinAndMaxSize)
        self._height_before = self.sizeHint().height()
        self.picture.hide()

    def _connect(self) -> None:
        player, bar, waveform = self.player, self.bar, self.waveform
        player.position_changed.connect(self._on_position)
        player.duration_changed.connect(self._on_duration)
        player.ready.connect(self._show_controls)
        player.speed_changed.connect(self._show_controls)
        player.sound_changed.connect(self._show_controls)
        bar.back_requested.connect(self.back)
        bar.play_requested.connect(self.toggle_play)
        bar.forward_requested.connect(self.forward)
        bar.speed_chosen.connect(player.set_speed)
        bar.loop_toggled.connect(self.set_looping)
        bar.picture_toggled.connect(self.set_picture_shown)
        bar.zoom_toggled.connect(self._zoom)
        bar.volume_chosen.connect(self._choose_volume)
        bar.mute_toggled.connect(self.set_muted)
        self.recording.changed.connect(self._show_controls)
        self.recording.changed.connect(self._show_picture)
        self.recording.waveform_read.connect(self._on_waveform)
        self.recording.problem.connect(self.media_problem)
        self.recording.vanished.connect(self.close_job)
        self.notice.locate_requested.connect(self._locate)
        self._context.theming.changed.connect(self.notice.recolour)
        waveform.seek_requested.connect(self.seek)
        waveform.step_requested.connect(self._step)
        waveform.segment_edges_moved.connect(self._on_edges)
        waveform.zoom_changed.connect(self._show_switches)
        self.picture.growth_requested.connect(self._grow)

    @Slot(object)
    def _on_waveform(self, waveform: Waveform | None) -> None:
        self.waveform.set_waveform(waveform)
        self._show_hint()
        if waveform is not None and not self.waveform.duration:
            self.waveform.set_duration(waveform.duration)

    def _show_hint(self) -> None:
        """Why there is no waveform."""
        job = self.recording.job
        if job is None or self.recording.has_waveform:
            return
        hint = self.tr("The waveform appears when the sound has been read.")
        if job.prepared or job.status.is_finished():
            hint = self.tr("There is no waveform of this recording.")
        self.waveform.set_waveform(None, hint)

    @Slot(int)
    def _step(self, direction: int) -> None:
        if direction < 0:
            self.previous_segment()
        else:
            self.next_segment()

    @Slot(float, bool)
    def _on_position(self, seconds: float, playing: bool) -> None:
        self.waveform.set_position(seconds)
        self.bar.show_place(seconds, self.waveform.duration)
        self.bar.show_playing(playing=playing)
        self.position_changed.emit(seconds, playing)

    @Slot(float)
    def _on_duration(self, seconds: float) -> None:
        """What the engine has measured is better than what the container says."""
        job = self.recording.job
        if job is not None and not job.duration:
            self.waveform.set_duration(seconds)
            self._show_controls()

    @Slot(int, float, float)
    def _on_edges(self, segment_id: int, start: float, end: float) -> None:
        self._loop.set_bands(self.waveform.bands)
        self.segment_edges_moved.emit(segment_id, start, end)

    @Slot(bool)
    def _zoom(self, zoomed: bool) -> None:
        if zoomed:
            self.waveform.follow()
        else:
            self.waveform.show_whole()
        self._show_switches()

    @Slot(int)
    def _choose_volume(self, volume: int) -> None:
        self._volume = volume
        self._memory.setValue("player/volume", volume)
        self.player.set_volume(volume / 100, muted=self._is_muted)

    @Slot()
    def _locate(self) -> None:
        if self.recording.job is not None:
            self.locate_requested.emit(self.recording.job.id)

    def _remember_height(self) -> None:
        if self.picture.isVisible():
            height = self.height() - self._height_before
            self._memory.setValue("player/picture_height", max(height, LEAST))

    @Slot(int)
    def _grow(self, pixels: int) -> None:
        take_height(self, self.height() + pixels)

    def _is_open(self, job_id: str) -> bool:
        return self.recording.job is not None and self.recording.job.id == job_id

    @Slot()
    def _show_controls(self) -> None:
        """The row as things are now."""
        obstacle = self.recording.obstacle
        if obstacle is not None:
            self.notice.show_obstacle(obstacle)
        self._rows.setCurrentWidget(self.bar if obstacle is None else self.notice)
        self.bar.setEnabled(self.recording.job is not None)
        self.bar.offer_picture(offered=self.recording.is_film)
        self.bar.show_sound(has_sound=self.player.has_sound)
        self.bar.show_speed(self.player.speed, keeps_pitch=self.player.keeps_pitch)
        self.bar.show_place(self.player.position, self.waveform.duration)
        self.bar.show_playing(playing=self.player.is_playing)
        self._show_switches()

    @Slot()
    def _show_switches(self) -> None:
        self.bar.show_switches(
            looping=self._loop.is_on,
            picture=self._shows_picture,
            zoomed=not self.waveform.stretch.is_whole(),
            muted=self._is_muted,
        )

    @Slot()
    def _show_picture(self) -> None:
        """The picture where there is one to see; without it, it is not even decoded."""
        seen = self._shows_picture and self.recording.is_film and self.recording.obstacle is None
        if seen is not self.picture.isHidden():
            return
        if seen:
            self.player.show_on(self.picture.screen_of())
            self._height_before = self.height()
            self.picture.show()
            height = int(str(self._memory.value("player/picture_height", USUAL)))
            take_height(self, self._height_before + height)
        else:
            self._remember_height()
            self.player.show_on(None)
            self.picture.hide()
            take_height(self, self._height_before)
