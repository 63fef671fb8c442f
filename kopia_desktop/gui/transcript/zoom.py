"""The size of the letters: changed with keys, kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import AppearanceSettings
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.transcript.reading_type import LEAST_POINTS, MOST_POINTS, ReadingType
from kopia_desktop.gui.transcript.segment_editor import Leaving
from kopia_desktop.gui.transcript.view import TranscriptView

_KEPT_AFTER = 800
"""Milliseconds after the last step until the size is written."""

_SIZE = SettingId("appearance", "reading_points")


class Zoom(QObject):
    """Gives the view its letters."""

    failed = Signal(object)
    """A KopiaError: the size holds, but could not be kept for the next time."""

    def __init__(self, context: Context, view: TranscriptView) -> None:
        super().__init__(view)
        self._view = view
        self._points = context.settings().appearance.reading_points
        self._changes = SettingChanges(context, self)
        self._changes.refused.connect(self._refused)
        view.set_type(ReadingType.of(self._points))

    def change(self, by: int) -> None:
        """Larger or smaller by some points."""
        self.set_points(self._points + by)
        self._keep()

    def reset(self) -> None:
        """As it is before anybody changes it."""
        self.set_points(AppearanceSettings().reading_points)
        self._keep()

    def set_points(self, points: int) -> None:
        """The size, within what the settings allow; what is being typed is saved first."""
        points = min(max(points, LEAST_POINTS), MOST_POINTS)
        if points != self._points:
            self._points = points
            self._view.editing.leave(Leaving.ELSEWHERE)
            self._view.set_type(ReadingType.of(points))

    def _keep(self) -> None:
        """The next start reads with these letters."""
        self._changes.change(_SIZE, self._points, after=_KEPT_AFTER)

    @Slot(object, object)
    def _refused(self, ids: frozenset[SettingId], error: KopiaError) -> None:
        self.failed.emit(error)
