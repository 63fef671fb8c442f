"""The sound device of the player: it may be missing, come and go.

Imported only where QtMultimedia is there.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer


class Sound(QObject):
    """Gives a player the system's sound device, and takes it away when there is none.

    A player without an output still moves on, by its own clock; with one that has no device it
    stutters.
    """

    changed = Signal()

    def __init__(self, media: QMediaPlayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._media = media
        self._output: QAudioOutput | None = None
        self._volume = 1.0
        self._is_muted = False
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._follow)
        self._follow()

    @property
    def has_device(self) -> bool:
        return self._output is not None

    def set_volume(self, volume: float, *, muted: bool) -> None:
        """``volume`` 0..1 as heard."""
        self._volume, self._is_muted = volume, muted
        if self._output is not None:
            self._output.setVolume(volume * volume)  # loudness as heard, roughly
            self._output.setMuted(muted)

    @Slot()
    def _follow(self) -> None:
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull() and self._output is not None:
            self._media.setAudioOutput(None)  # type: ignore[arg-type] # None is none
            self._output.deleteLater()
            self._output = None
        elif not device.isNull() and self._output is None:
            self._output = QAudioOutput(device, self)
            self._media.setAudioOutput(self._output)
            self.set_volume(self._volume, muted=self._is_muted)
        elif self._output is not None and self._output.device() != device:
            self._output.setDevice(device)
        else:
            return
        self.changed.emit()
