"""The player: Qt's own, with an exact place, a loop, and an end to playing that is certain."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl, Signal, Slot

from kopia_desktop.core.transcript import Span
from kopia_desktop.gui.player.clock import PlayClock
from kopia_desktop.gui.timers import one_shot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer
    from PySide6.QtMultimediaWidgets import QVideoWidget

    from kopia_desktop.gui.player.sound import Sound

SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0)

_TICK = 33
"""Milliseconds between two places that are told while playing."""

_FRAME = 0.001
"""Seconds before the end of a loop that are told as its last."""

logger = logging.getLogger(__name__)


class Player(QObject):
    """Plays one file at a time. Times are float seconds on the media's own clock.

    Without a file, or where QtMultimedia does not work, ``seek`` moves the place all the same, so
    that transcript and waveform can be walked through.
    """

    position_changed = Signal(float, bool)
    """Seconds, and whether playing: about 30 times a second then, and on every other change."""

    duration_changed = Signal(float)
    ready = Signal()
    """The file was opened."""

    failed = Signal()
    """The file cannot be played."""

    speed_changed = Signal(float)
    sound_changed = Signal()
    """A sound device came or went."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media: QMediaPlayer | None = None
        self._sound: Sound | None = None
        self._works = True
        self._is_loaded = False
        self._wants_to_play = False
        self._audio_track: int | None = None
        self._duration = 0.0
        self._speed = 1.0
        self._volume = 1.0
        self._is_muted = False
        self._loop: Span | None = None
        self._clock = PlayClock()
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self._tell)
        self._turn = one_shot(self, 0, self._go_round)
        self._turn.setTimerType(Qt.TimerType.PreciseTimer)

    @property
    def works(self) -> bool:
        """False once QtMultimedia turned out to be missing or useless here."""
        return self._works

    @property
    def is_open(self) -> bool:
        """There is a file, be it still loading."""
        return self._media is not None and not self._media.source().isEmpty()

    @property
    def is_playing(self) -> bool:
        """A person hears (or will hear, once the file is loaded) something."""
        return self._wants_to_play

    @property
    def position(self) -> float:
        place = self._clock.read()
        return min(place, self._duration) if self._duration else place

    @property
    def duration(self) -> float:
        """Seconds; 0.0 as long as it is not known."""
        return self._duration

    @property
    def speed(self) -> float:
        return self._speed

    @property
    def loop(self) -> Span | None:
        return self._loop

    @property
    def has_sound(self) -> bool:
        """There is a device to hear with; where there is none, picture and place go on without."""
        return self._sound is None or self._sound.has_device

    @property
    def keeps_pitch(self) -> bool:
        """Voices keep their height at another speed (Qt 6.10 and later, and not everywhere)."""
        media = self._media
        if media is None:
            return True
        if not hasattr(media, "pitchCompensationAvailability"):
            return False
        return media.pitchCompensationAvailability() is not (
            type(media).PitchCompensationAvailability.Unavailable
        )

    def open(self, path: str, *, audio_track: int | None = None, at: float = 0.0) -> None:
        """Open a file, silent, at a place in seconds; ``ready`` or ``failed`` follows.

        ``audio_track`` counts from 0; None is the one Qt takes.
        """
        self.close()
        self._clock.hold(at)
        media = self._engine()
        if media is None:
            self.failed.emit()
            return
        self._audio_track = audio_track
        media.setSource(QUrl.fromLocalFile(path))

    def close(self) -> None:
        """Nothing is played or held open any more; the place is 0."""
        self._loop = None
        self._halt()
        self._is_loaded = False
        self._duration = 0.0
        self._clock.hold(0.0)
        if self._media is not None:
            self._media.stop()
            self._media.setSource(QUrl())

    @Slot()
    def play(self) -> None:
        """From where we are; from the start at the end."""
        if not self.is_open:
            return
        if self._duration and self.position >= self._duration - _FRAME:
            self._place(self._loop.start if self._loop else 0.0)
        self._wants_to_play = True
        if self._is_loaded and self._media is not None:
            self._media.play()
        self._tick.start()
        self._tell()

    @Slot()
    def pause(self) -> None:
        """Silence at once; the place stays."""
        place = self.position
        self._halt()
        if self._media is not None:
            self._media.pause()
        self._clock.hold(place)
        self._tell()

    @Slot()
    def stop(self) -> None:
        """Silence at once, for certain; the place is 0 again."""
        self._halt()
        if self._media is not None:
            self._media.stop()
        self._clock.hold(0.0)
        self._tell()

    @Slot(float)
    def seek(self, seconds: float) -> None:
        """Go to a place; playing goes on there."""
        self._place(seconds)
        self._tell()

    def set_loop(self, loop: Span | None) -> None:
        """Play this again and again. Who is outside of it is brought to its start."""
        self._loop = loop
        self._turn.stop()
        if loop is not None and not loop.start - _FRAME <= self.position < loop.end:
            self.seek(loop.start)

    def set_speed(self, speed: float) -> None:
        """0.5..2; voices keep their height where ``keeps_pitch``."""
        self._speed = min(max(speed, SPEEDS[0]), SPEEDS[-1])
        self._clock.hold(self.position)
        self._turn.stop()
        if self._media is not None:
            self._media.setPlaybackRate(self._speed)
        self.speed_changed.emit(self._speed)

    @Slot()
    def slower(self) -> None:
        """One step down."""
        self.set_speed(max((each for each in SPEEDS if each < self._speed), default=SPEEDS[0]))

    @Slot()
    def faster(self) -> None:
        """One step up."""
        self.set_speed(min((each for each in SPEEDS if each > self._speed), default=SPEEDS[-1]))

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """``volume`` 0..1 as a slider shows it; half of it sounds half as loud."""
        self._volume, self._is_muted = volume, muted
        if self._sound is not None:
            self._sound.set_volume(volume, muted=muted)

    def show_on(self, picture: QVideoWidget | None) -> None:
        """Where the film's picture is painted; None: nowhere, and it is not decoded."""
        media = self._engine()
        if media is not None:
            media.setVideoOutput(picture)  # type: ignore[arg-type] # None is nowhere

    def _engine(self) -> QMediaPlayer | None:
        """Qt's player, made when first needed; None where it does not work."""
        if self._media is not None or not self._works:
            return self._media
        try:
            from PySide6.QtMultimedia import QMediaPlayer

            from kopia_desktop.gui.player.sound import Sound
        except ImportError:
            self._works = False
            return None
        media = QMediaPlayer(self)
        if not media.isAvailable():  # a library of the system is missing
            logger.info("QtMultimedia has no backend that works here")
            self._works = False
            return None
        media.mediaStatusChanged.connect(self._on_status)
        media.errorOccurred.connect(self._on_error)
        media.positionChanged.connect(self._on_position)
        media.durationChanged.connect(self._on_duration)
        media.setPlaybackRate(self._speed)
        if hasattr(media, "setPitchCompensation"):
            media.setPitchCompensation(True)
        self._media = media
        self._sound = Sound(media, self)
        self._sound.set_volume(self._volume, muted=self._is_muted)
        self._sound.changed.connect(self.sound_changed)
        return media

    def _place(self, seconds: float) -> None:
        latest = self._duration or seconds
        place = min(max(seconds, 0.0), latest)
        self._turn.stop()
        if self._media is not None and self._is_loaded:
            self._media.setPosition(round(place * 1000))
        self._clock.hold(place)  # after it: Qt reports the new place before it plays there

    def _halt(self) -> None:
        self._wants_to_play = False
        self._tick.stop()
        self._turn.stop()

    @Slot()
    def _tell(self) -> None:
        place = self.position
        loop = self._loop
        if loop is not None and self._wants_to_play and place >= loop.start:
            if place >= loop.end:
                self._go_round()
                return
            left = (loop.end - place) / self._speed * 1000
            if left < 2 * _TICK and not self._turn.isActive():
                self._turn.start(max(round(left), 0))
            place = min(place, loop.end - _FRAME)
        self.position_changed.emit(place, self._wants_to_play)

    @Slot()
    def _go_round(self) -> None:
        """From the end of the loop to its start; each round begins at exactly the same place."""
        if self._loop is None or not self._wants_to_play:
            return
        self._place(self._loop.start)
        if self._media is not None and not self._media.isPlaying():
            self._media.play()
        self.position_changed.emit(self._loop.start, True)

    @Slot("qint64")
    def _on_position(self, milliseconds: int) -> None:
        if self._wants_to_play and self._is_loaded:
            self._clock.report(milliseconds / 1000, self._speed)
            if not self.has_sound and 0.0 < self._duration <= milliseconds / 1000:
                self._on_end()  # Qt itself notices the end only where it has something to put out

    @Slot("qint64")
    def _on_duration(self, milliseconds: int) -> None:
        if milliseconds > 0:
            self._duration = milliseconds / 1000
            self.duration_changed.emit(self._duration)

    @Slot()
    def _on_status(self) -> None:
        media = self._media
        if media is None:
            return
        status, kinds = media.mediaStatus(), type(media).MediaStatus
        if status is kinds.EndOfMedia:
            self._on_end()
        elif status in (kinds.LoadedMedia, kinds.BufferedMedia) and not self._is_loaded:
            self._on_loaded(media)
        elif status is kinds.InvalidMedia:
            self._on_error()

    def _on_loaded(self, media: QMediaPlayer) -> None:
        """What a person asked for while the file was loading is done now."""
        self._is_loaded = True
        track = self._audio_track
        if track is not None and track < len(media.audioTracks()):
            media.setActiveAudioTrack(track)
        place = self.position
        if place > 0.0:
            self._place(place)
        if self._wants_to_play:
            media.play()
        self.ready.emit()

    def _on_end(self) -> None:
        if self._loop is not None and self._wants_to_play:
            self._go_round()
            return
        self._halt()
        if self._media is not None and self._media.isPlaying():
            self._media.pause()
        self._clock.hold(self._duration)
        self._tell()

    @Slot()
    def _on_error(self) -> None:
        """Qt tells most errors twice: as one and as a status."""
        media = self._media
        if media is None or media.source().isEmpty():
            return
        logger.info("Qt cannot play the file: %s", media.error().name)
        place = self.position
        self.close()
        self._clock.hold(place)
        self._tell()
        self.failed.emit()
