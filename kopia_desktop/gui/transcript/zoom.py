"""The size of the letters: changed with keys, kept in the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import AppearanceSettings, Settings
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.transcript.reading_type import LEAST_POINTS, MOST_POINTS, ReadingType
from kopia_desktop.gui.transcript.segment_editor import Leaving
from kopia_desktop.gui.transcript.view import TranscriptView

_KEPT_AFTER = 800
"""Milliseconds after the last step until the size is written."""


class Zoom(QObject):
    """Gives the view its letters."""

    failed = Signal(object)
    """A KopiaError: the size holds, but could not be kept for the next time."""

    def __init__(self, context: Context, view: TranscriptView) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._points = context.settings().appearance.reading_points
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEPT_AFTER)
        self._timer.timeout.connect(self._keep)
        view.set_type(ReadingType.of(self._points))

    @property
    def points(self) -> int:
        return self._points

    def change(self, by: int) -> None:
        """Larger or smaller by some points."""
        self.set_points(self._points + by)
        self._timer.start()

    def reset(self) -> None:
        """As it is before anybody changes it."""
        self.set_points(AppearanceSettings().reading_points)
        self._timer.start()

    def set_points(self, points: int) -> None:
        """The size, within what the settings allow; what is being typed is saved first."""
        points = min(max(points, LEAST_POINTS), MOST_POINTS)
        if points != self._points:
            self._points = points
            self._view.editing.leave(Leaving.ELSEWHERE)
            self._view.set_type(ReadingType.of(points))

    @Slot()
    def _keep(self) -> None:
        context, points = self._context, self._points

        def keep() -> Settings:
            settings = context.settings()
            appearance = replace(settings.appearance, reading_points=points)
            context.change_settings(replace(settings, appearance=appearance))
            return context.settings()

        context.bridge.lanes.files(keep, self._kept, self._not_kept)

    def _kept(self, settings: Settings) -> None:
        """The next start reads with these letters."""

    def _not_kept(self, error: KopiaError) -> None:
        self.failed.emit(error)
