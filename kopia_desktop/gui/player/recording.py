"""The recording that is open: its file and its waveform, looked for in the lane of files."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import Job, MediaType
from kopia_desktop.core.waveform import Waveform
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.lanes import Ticket
from kopia_desktop.gui.player import media
from kopia_desktop.gui.player.media import Playable
from kopia_desktop.gui.player.obstacles import Obstacle, sentence
from kopia_desktop.gui.player.player import Player


class Recording(QObject):
    """Brings a job's media into the player; says what is in the way.

    A wish to play that comes while the file is still looked for is kept until it is there.
    """

    changed = Signal()
    """The file is open, or ``obstacle`` says why not."""

    waveform_read = Signal(object)
    """A Waveform; None where there is none (yet)."""

    problem = Signal(str)
    """A sentence: what a person wants to hear cannot be played."""

    vanished = Signal()
    """The job was deleted."""

    def __init__(self, context: Context, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._player = player
        self.job: Job | None = None
        self.obstacle: Obstacle | None = None
        self.has_waveform = False
        self._wants_to_play = False
        self._looking: Ticket | None = None
        self._reading: Ticket | None = None
        player.failed.connect(self._on_failure)

    @property
    def is_film(self) -> bool:
        return self.job is not None and self.job.type is MediaType.VIDEO

    @property
    def wants_to_play(self) -> bool:
        """Playing begins as soon as the file is found."""
        return self._wants_to_play

    def open(self, job: Job, *, at: float) -> None:
        """Look for the file and the waveform of a job; the player stands at a place in seconds."""
        self.job = job
        self._stand(at)
        self._look(job.id)
        if not self.has_waveform:
            self._read(job.id)

    def refresh(self, job: Job) -> None:
        """The open job has changed: its file may be known now, its waveform be written."""
        before, self.job = self.job, job
        if before is None:
            return
        if job.prepared and not before.prepared and not self.has_waveform:
            self._read(job.id)
        if (job.media, job.container) != (before.media, before.container):
            self._look(job.id)

    def look_again(self) -> None:
        """The file may be back: its drive was connected, or it was put where it was."""
        if self.job is not None and self.obstacle is Obstacle.MISSING and self._looking is None:
            self._look(self.job.id)

    def close(self) -> None:
        for ticket in (self._looking, self._reading):
            if ticket is not None:
                ticket.cancel()
        self._looking = self._reading = None
        self.job = self.obstacle = None
        self.has_waveform = self._wants_to_play = False
        self._player.close()

    def play(self) -> None:
        """Now, or once the file is found; ``problem`` where it is not."""
        if self._player.is_open:
            self._player.play()
        elif self._looking is not None:
            self._wants_to_play = True
        elif self.obstacle is not None:
            self.problem.emit(sentence(self.obstacle))

    def pause(self) -> None:
        self._wants_to_play = False
        self._player.pause()

    def stop(self) -> None:
        self._wants_to_play = False
        self._player.stop()

    def _look(self, job_id: str) -> None:
        if self._looking is not None:
            self._looking.cancel()
        jobs = self._context.jobs
        self._looking = self._context.bridge.lanes.files(
            lambda: media.look(jobs, job_id), self._on_looked, self._on_vanished
        )

    def _read(self, job_id: str) -> None:
        data = self._context.data
        self._reading = self._context.bridge.lanes.files(
            lambda: media.waveform(data, job_id), self._on_read
        )

    def _on_looked(self, playable: Playable) -> None:
        self._looking, self.job, self.obstacle = None, playable.job, playable.obstacle
        wanted, self._wants_to_play = self._wants_to_play or self._player.is_playing, False
        if playable.obstacle is not None:
            self._stand(self._player.position)
            if wanted:
                self.problem.emit(sentence(playable.obstacle))
        else:
            track = playable.job.options.audio_track
            self._player.open(playable.path, audio_track=track, at=self._player.position)
            if wanted:
                self._player.play()
        self.changed.emit()

    def _on_read(self, waveform: Waveform | None) -> None:
        self._reading = None
        self.has_waveform = waveform is not None
        self.waveform_read.emit(waveform)

    def _on_vanished(self, error: KopiaError) -> None:
        self._looking = None
        self.vanished.emit()

    @Slot()
    def _on_failure(self) -> None:
        works = self._player.works
        self.obstacle = Obstacle.UNPLAYABLE if works else Obstacle.UNAVAILABLE
        self._wants_to_play = False
        self.problem.emit(sentence(self.obstacle))
        self.changed.emit()

    def _stand(self, place: float) -> None:
        self._player.close()
        self._player.seek(place)
