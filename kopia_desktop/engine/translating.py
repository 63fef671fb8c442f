"""The engine's work at translations: beside recognition, in a child of its own.

The oldest one is taken; its segments are looked through in order of time, and the passages without
a translation of what they say now go to the child, a unit at a time. Each answer is one
transaction. All that is held in memory is which unit the child has; the store knows the rest, so
after a kill the next start goes on behind the last unit that was saved.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kopia_desktop.core.errors import KopiaError, WorkerCrashed
from kopia_desktop.core.events import EngineChanged, EventBus, TranslationsChanged
from kopia_desktop.core.job import JobError
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.translation import (
    TranslatedSegment,
    Translation,
    TranslationPlan,
    Waiting,
    source_hash,
)
from kopia_desktop.engine import requests
from kopia_desktop.engine.slot import Slot
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.worker.main import ChildKind
from kopia_desktop.worker.protocol import Failed, Reply, Translated

logger = logging.getLogger(__name__)

FIRST_UNIT = 50
"""Segments looked through and translated at first; then as many as ``UNIT_SECONDS`` hold."""

UNIT_SECONDS = 4.0
"""What a crash or a kill loses at most, and how often progress is seen with a slow model."""

_LEAST_UNIT = 24
_LARGEST_UNIT = 400

IDLE_SECONDS = 60.0
"""How long a child without work keeps its model in memory."""

_CRASHES_ALLOWED = 1
_NOTHING = Waiting((), 0)


@dataclass(slots=True)
class _Course:
    """How far a translation's segments were looked through; ``given`` is what the child has."""

    translation: Translation
    plan: TranslationPlan
    passed: int = 0
    given: Waiting = _NOTHING
    unit: int = FIRST_UNIT

    def page(self) -> tuple[int, ...]:
        """The segments to look at next, and the one behind them; none at the end."""
        return self.plan.segment_ids[self.passed : self.passed + self.unit + 1]

    def goes_on(self) -> bool:
        return self.passed + self.unit + 1 < len(self.plan.segment_ids)

    def turn_page(self) -> None:
        self.passed += self.given.passed

    def progress_after_page(self) -> float:
        return (self.passed + self.given.passed) / len(self.plan.segment_ids)

    def note_pace(self, seconds: float) -> None:
        """The unit took so long: the next one is to take ``UNIT_SECONDS`` at most."""
        apt = round(len(self.given.segments) * UNIT_SECONDS / max(seconds, 0.01))
        self.unit = max(_LEAST_UNIT, min(apt, 2 * self.unit, _LARGEST_UNIT))


class Translating:
    """Translates what waits in the store; the supervisor calls ``turn`` and ``collect``."""

    def __init__(
        self,
        store: TranslationStore,
        bus: EventBus,
        data: DataFolder,
        log_path: Path,
        *,
        threads: Callable[[], int],
    ) -> None:
        """``threads`` says how many the child may use; it is asked for each unit."""
        self._store = store
        self._bus = bus
        self._data = data
        self._threads = threads
        self._course: _Course | None = None
        self.slot = Slot(ChildKind.TRANSLATE, log_path)

    def turn(self) -> bool:
        """Stop what is no longer wanted and give a free child work.

        One step at a time, so that a long transcript holds nobody up; True: there is another step
        to take at once.
        """
        self._drop_unwanted()
        if self.slot.is_free():
            self._step()
        if self.slot.end_idle(IDLE_SECONDS):
            self._bus.publish(EngineChanged())
        return self.slot.is_free() and self._course is not None

    def collect(self) -> None:
        """Save what the child answered; see how it ended if it did."""
        has_died = self.slot.has_died()  # asked first: what it said before its end is still read
        for reply in self.slot.receive():
            self._on_reply(reply)
        if has_died and self.slot.has_child():
            was_working = not self.slot.is_free()
            outcome = self.slot.end()
            if was_working:
                self._crashed(outcome.describe())
            self._bus.publish(EngineChanged())

    def _drop_unwanted(self) -> None:
        """Kill the child if its translation was deleted, alone or with its job."""
        course = self._course
        if course is not None and course.translation.id not in self._store.active_ids():
            self._course = None
            if not self.slot.is_free():
                self.slot.end()

    def _step(self) -> None:
        """Begin a translation, look at a page of it, or end it."""
        course = self._course
        if course is None:
            self._course = self._begun()
        elif course.page():
            self._look(course)
        else:
            self._course = None
            self._store.complete(course.translation.id)
            self._changed(course)

    def _begun(self) -> _Course | None:
        translation = self._store.next_waiting()
        plan = self._store.begin(translation.id) if translation else None
        if translation is None or plan is None:
            return None
        course = _Course(translation, plan)
        self._changed(course)
        return course

    def _look(self, course: _Course) -> None:
        """Hand the page's outdated passages to the child, or turn the page."""
        translation = course.translation
        course.given = self._store.waiting(translation.id, course.page(), goes_on=course.goes_on())
        if not course.given.passages:
            course.turn_page()
            return
        try:
            unit = requests.translation(
                translation,
                course.plan,
                course.given.passages,
                self._data,
                threads=self._threads(),
            )
        except KopiaError as error:
            self._fail(course, error)
            return
        self.slot.give(unit)

    def _on_reply(self, reply: Reply) -> None:
        course = self._course
        if isinstance(reply, Failed):
            self.slot.finish_unit()
            if reply.bug:
                self._crashed("stumbled over an internal error")
            elif course is not None:
                self._fail(course, reply.error)
        elif isinstance(reply, Translated) and course is not None:
            self._save(course, reply)
            self.slot.finish_unit()

    def _save(self, course: _Course, reply: Translated) -> None:
        said = ((one, each.hash) for each in course.given.passages for one in each.segments)
        results = [
            TranslatedSegment(one.segment_id, source_hash(one.text), text, passage_hash)
            for (one, passage_hash), text in zip(said, reply.texts, strict=True)
        ]
        self._store.save(
            course.translation.id,
            results,
            formal_applied=reply.formal_applied,
            progress=course.progress_after_page(),
        )
        course.turn_page()
        course.note_pace(reply.seconds)
        self._changed(course)

    def _crashed(self, what: str) -> None:
        """The unit is tried once more; the second time the translation fails."""
        course = self._course
        if course is None:
            return
        logger.info("a child working on translation %s %s", course.translation.id, what)
        if self._store.note_crash(course.translation.id) > _CRASHES_ALLOWED:
            self._fail(
                course,
                WorkerCrashed(
                    f"The transcript could not be translated: twice the process for it {what}.",
                    hint="Ask for it again, it goes on; if it happens again, report it.",
                ),
            )

    def _fail(self, course: _Course, error: KopiaError) -> None:
        """The translation ends with this error; what is translated stays."""
        logger.info("translation %s failed: %s", course.translation.id, error.code)
        self._course = None
        self._store.fail(course.translation.id, JobError(error.code, error.message, error.hint))
        self._changed(course)

    def _changed(self, course: _Course) -> None:
        self._bus.publish(TranslationsChanged(course.translation.job_id))
