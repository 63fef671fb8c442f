"""Translations of a completed transcript: ask for them, look, read, correct, remove."""

from __future__ import annotations

from collections.abc import Sequence

from kopia_desktop.core.edits import Edited
from kopia_desktop.core.errors import StateConflict, TranslationNotFound
from kopia_desktop.core.events import EventBus, TranslationsChanged
from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.languages import base, target_language
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.transcript import Transcript
from kopia_desktop.core.translation import Translation
from kopia_desktop.core.translators import no_translator, read_translators
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.reading import UNKNOWN_LANGUAGE
from kopia_desktop.store.translations import TranslationStore


class TranslationService:
    """Every change is on disk when the call returns, then its event goes out."""

    def __init__(
        self,
        store: TranslationStore,
        jobs: JobStore,
        transcripts: TranscriptService,
        data: DataFolder,
        bus: EventBus,
    ) -> None:
        self._store = store
        self._jobs = jobs
        self._transcripts = transcripts
        self._data = data
        self._bus = bus

    def request(
        self, job_id: str, languages: Sequence[str], *, formal: bool = True
    ) -> tuple[Translation, ...]:
        """One translation a language, in the order asked, each language once.

        Asked for again, one that is there is returned; it is run again if it failed, and where the
        transcript was edited since, only those segments are translated anew. Nothing is made when
        this raises UnknownLanguage, JobNotFound, StateConflict (the job is not completed) or
        NoTranslator (which names all that cannot be served), in this order.
        """
        for code in languages:
            target_language(code)
        job = self._jobs.get(job_id)
        if job.status is JobStatus.COMPLETED:
            self._check_served(job, languages)
        made = self._store.add(job_id, languages, formal=formal)
        self._bus.publish(TranslationsChanged(job_id))
        return made

    def list(self, job_id: str) -> tuple[Translation, ...]:
        """All of a job, oldest first. Raises JobNotFound."""
        return self._store.list(job_id)

    def get(self, job_id: str, translation_id: str) -> Translation:
        """Raises JobNotFound, TranslationNotFound."""
        return self._store.get(job_id, translation_id)

    def delete(self, job_id: str, translation_id: str) -> None:
        """Remove it; work at it stops. Raises JobNotFound, TranslationNotFound."""
        self._store.delete(job_id, translation_id)
        self._bus.publish(TranslationsChanged(job_id))

    def read(self, job_id: str, translation_id: str) -> Transcript:
        """The text of one; its segments have the ids and times of the transcript's.

        Where a sentence has fewer words than segments, its last words stand through the others'.
        Raises JobNotFound, TranslationNotFound, StateConflict.
        """
        return self._store.transcript(job_id, translation_id)

    def edit(self, job_id: str, translation_id: str, segment_id: int, text: str) -> Edited:
        """Correct what the machine made of a segment, or write it where there is nothing yet.

        It is never translated over. One step, undone by ``TranscriptService.undo``. Raises
        JobNotFound, TranslationNotFound, SegmentNotFound, StateConflict for an empty text.
        """
        return self._told(job_id, self._store.edit(job_id, translation_id, segment_id, text))

    def revert(self, job_id: str, translation_id: str, segment_id: int) -> Edited:
        """Back to what the machine made of the segment. Raises as ``edit`` does."""
        return self._told(job_id, self._store.revert(job_id, translation_id, segment_id))

    def stale(self, job_id: str, translation_id: str) -> frozenset[int]:
        """Ids of the segments that say something else now than what was translated."""
        return self._store.stale(job_id, translation_id)

    def select(
        self, job_id: str, *, language: str | None = None, translation_id: str | None = None
    ) -> Transcript:
        """The completed transcript that is meant: the original, or a translation of it.

        Codes match exactly first, then without case, then by the original's base (``en`` finds
        ``en_uk``). Of several translations one that can be read comes first, then the formal one,
        then the newest. A ``translation_id`` goes before a ``language``; a face refuses both.
        Raises JobNotFound, TranslationNotFound, StateConflict when what is meant is not ready.
        """
        job = self._jobs.get(job_id)
        if translation_id is not None:
            return self.read(job_id, translation_id)
        meant = None if language is None else self._meant(job, language)
        if meant is not None:
            return self.read(job_id, meant.id)
        if job.status is not JobStatus.COMPLETED:
            raise StateConflict("The transcript is not complete yet.", hint="Wait for the job.")
        return self._transcripts.read(job_id)

    def installed_targets(self) -> frozenset[str]:
        """Codes that an installed translator serves from some language."""
        return read_translators(self._data).targets

    def _told(self, job_id: str, edited: Edited) -> Edited:
        if not edited.is_empty():
            self._bus.publish(TranslationsChanged(job_id))
        return edited

    def _check_served(self, job: Job, languages: Sequence[str]) -> None:
        """Raises NoTranslator. Where nobody speaks there is nothing to translate."""
        source = job.spoken_language
        if source is None:
            return
        translators = read_translators(self._data)
        missing = [
            code for code in dict.fromkeys(languages) if translators.route(source, code) is None
        ]
        if missing:
            raise no_translator(source, missing)

    def _meant(self, job: Job, language: str) -> Translation | None:
        """The translation that a code means; None for the original. Raises TranslationNotFound."""
        # The language of a job that is still to be heard may be any: it is simply not ready.
        unknown = UNKNOWN_LANGUAGE if job.status is JobStatus.COMPLETED else language
        original = job.spoken_language or unknown
        translations = self._store.list(job.id)
        for fold in (str, str.casefold):
            if fold(language) == fold(original):
                return None
            found = [one for one in translations if fold(one.language) == fold(language)]
            if found:
                return max(found, key=lambda one: (one.is_completed(), one.formal, one.created_at))
        if language.casefold() == base(original):
            return None
        raise TranslationNotFound(
            f"The job {job.id} has no transcript in {language!r}.",
            hint="List its translations, or ask for one in that language.",
        )
