"""What a person changes in the settings, kept on disk as it is changed."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.gui.context import Context

Value = bool | int | float | str


@dataclass(frozen=True, slots=True, order=True)
class SettingId:
    """A setting: the page of ``Settings`` and the field in it."""

    page: str
    name: str

    def of(self, settings: Settings) -> Value:
        """Its value."""
        value: Value = getattr(getattr(settings, self.page), self.name)
        return value


Changes = dict[SettingId, Value]


class SettingChanges(QObject):
    """Writes one change after the other, in the lane for files.

    Changes that come while one is written wait and are written together. They are made to the
    settings of that moment, so that nothing another part has changed is lost. Where the disk
    refuses, the old settings hold.
    """

    kept = Signal(object)
    """The settings as they are now on disk."""

    refused = Signal(object, object)
    """The ids (a frozenset of SettingId) that were not kept, and the KopiaError."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: Changes = {}
        self._in_flight: Changes = {}
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.flush)

    @Slot(object, object)
    def change(self, setting: SettingId, value: Value, *, after: int = 0) -> None:
        """Keep a value, at once or after that many milliseconds without another change."""
        self._waiting[setting] = value
        if after:
            self._quiet.start(after)
        else:
            self.flush()

    def is_settled(self) -> bool:
        """Everything is on disk or was refused."""
        return not self._waiting and not self._in_flight

    @property
    def open(self) -> frozenset[SettingId]:
        """What was changed and is not on disk yet."""
        return frozenset(self._waiting) | frozenset(self._in_flight)

    @Slot()
    def flush(self) -> None:
        """Write what waits, at once or after what is being written."""
        self._quiet.stop()
        if self._in_flight or not self._waiting:
            return
        self._in_flight, self._waiting = self._waiting, {}
        self._context.bridge.lanes.files(
            functools.partial(keep, self._context, self._in_flight), self._written, self._failed
        )

    def _written(self, settings: Settings) -> None:
        self._in_flight = {}
        self.kept.emit(settings)
        self._go_on()

    def _failed(self, error: KopiaError) -> None:
        lost, self._in_flight = frozenset(self._in_flight), {}
        self.refused.emit(lost - frozenset(self._waiting), error)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting and not self._quiet.isActive():
            self.flush()


def changed(settings: Settings, changes: Changes) -> Settings:
    """The settings with these values."""
    pages: dict[str, Any] = {}
    for page, ids in groupby(sorted(changes), key=lambda setting: setting.page):
        # A control says "dark", the settings hold Theme.DARK.
        values: dict[str, Any] = {
            setting.name: type(setting.of(settings))(changes[setting]) for setting in ids
        }
        pages[page] = replace(getattr(settings, page), **values)
    return replace(settings, **pages)


def keep(context: Context, changes: Changes) -> Settings:
    """Write the settings of this moment with these values: for the lane for files.

    Raises DataFolderUnusable, DiskFull.
    """
    settings = changed(context.settings(), changes)
    context.change_settings(settings)
    return settings
