"""Translations that wait for their models: asked for by themselves once those are here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kopia_desktop.core.downloads import Downloads
from kopia_desktop.core.errors import JobNotFound, NoTranslator, StateConflict, UnknownLanguage
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.memory import window_memory

_KEY = "translate/wishes"


@dataclass(frozen=True, slots=True)
class Wish:
    """A translation of a job, and the names of the downloads that it waits for."""

    job_id: str
    language: str
    formal: bool
    downloads: tuple[str, ...]


class Wishes(QObject):
    """Kept over a restart. One whose downloads were given up is forgotten."""

    granted = Signal(object)
    """The tuple of Wish whose translations were asked for now."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._memory = window_memory(context.data)
        self._waiting = _read(self._memory.value(_KEY, ""))
        context.download_list.changed.connect(self._look_at)
        if self._waiting:
            context.download_list.read()

    @property
    def waiting(self) -> tuple[Wish, ...]:
        return self._waiting

    @Slot(object)
    def add(self, wishes: Sequence[Wish]) -> None:
        """Wait for these, each once; their downloads have been asked for."""
        self._keep(tuple(dict.fromkeys((*self._waiting, *wishes))))
        self._context.download_list.read()

    @Slot(object)
    def _look_at(self, downloads: Downloads) -> None:
        """Ask for what does not wait for any of these."""
        coming = {each.name for each in downloads}
        waiting = tuple(wish for wish in self._waiting if coming.isdisjoint(wish.downloads))
        if waiting:
            self._context.bridge.lanes.edit(lambda: self._grant(waiting), self._granted)

    def _grant(self, waiting: Sequence[Wish]) -> tuple[tuple[Wish, ...], tuple[Wish, ...]]:
        """In the lane: what was asked for, and what is not waited for any more."""
        coming = {each.name for each in self._context.downloads.list()}
        granted, forgotten = [], []
        for wish in waiting:
            if not coming.isdisjoint(wish.downloads):
                continue
            try:
                self._context.translations.request(wish.job_id, [wish.language], formal=wish.formal)
            except (NoTranslator, JobNotFound, StateConflict, UnknownLanguage):
                forgotten.append(wish)  # its download was given up, or the job is gone
            else:
                granted.append(wish)
        return tuple(granted), tuple(forgotten)

    def _granted(self, ended: tuple[tuple[Wish, ...], tuple[Wish, ...]]) -> None:
        granted, forgotten = ended
        done = {*granted, *forgotten}
        if done:
            self._keep(tuple(wish for wish in self._waiting if wish not in done))
        if granted:
            self.granted.emit(granted)

    def _keep(self, wishes: tuple[Wish, ...]) -> None:
        self._waiting = wishes
        self._memory.setValue(_KEY, json.dumps([asdict(wish) for wish in wishes]))
        self._memory.sync()


def _read(kept: object) -> tuple[Wish, ...]:
    """What was kept; nothing where it cannot be read."""
    try:
        rows = json.loads(str(kept or "[]"))
        return tuple(
            Wish(
                str(row["job_id"]),
                str(row["language"]),
                bool(row["formal"]),
                tuple(str(name) for name in row["downloads"]),
            )
            for row in rows
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return ()
