"""Vocabularies: lists of names and terms that a person keeps, and those of jobs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kopia_desktop.core.errors import VocabularyExists, VocabularyInvalid, VocabularyNotFound
from kopia_desktop.core.events import EventBus, JobChanged, SegmentsEdited, TranslationsChanged
from kopia_desktop.core.job import Job
from kopia_desktop.core.vocabulary import LONGEST, NO_VOCABULARY, Vocabulary, cleaned, folded
from kopia_desktop.store.jobs import JobStore

if TYPE_CHECKING:
    from kopia_desktop.store.vocabularies import VocabularyStore

MOST_LISTS = 200


class VocabularyService:
    """Lists are copied into jobs: changing a list changes no job that was made with it."""

    def __init__(self, store: VocabularyStore, jobs: JobStore, bus: EventBus) -> None:
        self._store = store
        self._jobs = jobs
        self._bus = bus

    # The lists

    def lists(self) -> Mapping[str, Vocabulary]:
        """All that are kept, by name and in the order of their names."""
        return self._store.all()

    def get(self, name: str) -> Vocabulary:
        """Raises VocabularyNotFound."""
        return self._store.get(name)

    def chosen(self, name: str) -> Vocabulary:
        """The list that the settings name; empty where there is none, or not any more."""
        try:
            return self._store.get(name)
        except VocabularyNotFound:
            return NO_VOCABULARY

    def add(self, name: str, vocabulary: Vocabulary = NO_VOCABULARY) -> str:
        """Keep a new list; its name as it is kept.

        Raises VocabularyInvalid for what is no name, VocabularyExists.
        """
        kept = _name(name)
        lists = self._store.all()
        if folded(kept) in map(folded, lists):
            raise VocabularyExists(f"There is a list {kept} already.", hint="Choose another name.")
        if len(lists) >= MOST_LISTS:
            raise VocabularyInvalid(
                f"There are {MOST_LISTS} lists already.", hint="Remove one you do not need."
            )
        self._store.save(kept, vocabulary)
        return kept

    def save(self, name: str, vocabulary: Vocabulary) -> None:
        """Keep what a list says now. Raises VocabularyNotFound."""
        self._store.get(name)
        self._store.save(name, vocabulary)

    def rename(self, name: str, new_name: str) -> str:
        """The name as it is kept.

        Raises VocabularyInvalid, VocabularyNotFound, VocabularyExists.
        """
        kept = _name(new_name)
        self._store.rename(name, kept)
        return kept

    def remove(self, name: str) -> None:
        """Jobs keep the terms they were made with. Raises VocabularyNotFound."""
        self._store.remove(name)

    # Jobs

    def set_for_job(self, job_id: str, vocabulary: Vocabulary) -> Job:
        """Spell a transcript by another vocabulary, at once; what was recognised stays as it is.

        Terms are listened for where the recording is transcribed (again). Raises JobNotFound.
        """
        return respelled(self._jobs.set_vocabulary(job_id, vocabulary), self._bus)


def respelled(job: Job, bus: EventBus) -> Job:
    """Tell that a job's transcript reads otherwise, so that its translations may be stale."""
    bus.publish(JobChanged(job.id))
    bus.publish(SegmentsEdited(job.id))
    bus.publish(TranslationsChanged(job.id))
    return job


def _name(text: str) -> str:
    name = cleaned(text)
    if not name or len(name) > LONGEST:
        raise VocabularyInvalid(
            f"A list needs a name of 1 to {LONGEST} characters.", hint="Choose another name."
        )
    return name
