"""What to recognise next: the language first, then section by section, oldest job first."""

from __future__ import annotations

from collections.abc import Collection

from kopia_desktop.core.job import Job
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.transcript import Section
from kopia_desktop.engine import requests
from kopia_desktop.engine.slot import Unit
from kopia_desktop.store.work import WorkStore
from kopia_desktop.worker.protocol import LanguageDetected

Claim = tuple[Job, Section | tuple[Section, ...]]
"""A job with the section to recognise, or with the sections to judge its language by."""

_FIRST_LOOK = 2
_SECOND_LOOK = 6
_SURE = 0.9


class Claims:
    """Chooses by what is in the store. The language is judged over two sections, over six if
    unsure.

    Which jobs need the second look is held in memory only: after a restart the first look is simply
    taken again and gives the same answer.
    """

    def __init__(self, work: WorkStore, data: DataFolder) -> None:
        self._work = work
        self._data = data
        self._unsure: set[str] = set()

    def next(self, busy: Collection[Unit]) -> Claim | None:
        """The next claim that is not in ``busy`` and whose files are there; None: nothing to do."""
        judged = {unit.job_id for unit in busy if unit.section is None}
        taken = {(unit.job_id, unit.section.index) for unit in busy if unit.section is not None}
        return self._next_judgement(judged) or self._next_section(taken)

    def needs_second_look(self, reply: LanguageDetected, looked_at: int) -> bool:
        """Whether the answer over ``looked_at`` sections is too unsure to be kept."""
        if reply.probability < _SURE and looked_at == _FIRST_LOOK:
            self._unsure.add(reply.job_id)
            return True
        self._unsure.discard(reply.job_id)
        return False

    def _next_judgement(self, judged: set[str]) -> Claim | None:
        skipped = set(judged)
        while (found := self._work.next_to_detect(_FIRST_LOOK, skipped)) is not None:
            job, sections = found
            skipped.add(job.id)
            if job.id in self._unsure:
                sections = self._work.sections_for_detection(job.id, _SECOND_LOOK) or ()
            if sections and requests.has_files(job, sections, self._data):
                return job, sections
        return None

    def _next_section(self, taken: set[tuple[str, int]]) -> Claim | None:
        while (found := self._work.next_to_recognise(taken)) is not None:
            job, section = found
            if requests.has_files(job, (section,), self._data):
                return found
            taken.add((job.id, section.index))
        return None
