"""What can be exported of some jobs: their transcripts, and the translations that are done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kopia_desktop.core.errors import JobNotFound
from kopia_desktop.core.job import Job, JobStatus
from kopia_desktop.core.translation import Translation
from kopia_desktop.exporters import EXPORTERS
from kopia_desktop.exporters.destination import file_name
from kopia_desktop.gui.context import Context


@dataclass(frozen=True, slots=True)
class ExportText:
    """One text of the jobs: the original, or what is translated to one language.

    ``ids`` are the translations by job, empty for the original; ``stale`` counts the segments that
    say something else now (of a single job only).
    """

    language: str = ""
    formal: bool = True
    ids: Mapping[str, str] = field(default_factory=dict)
    stale: int = 0

    @property
    def is_original(self) -> bool:
        return not self.language

    @property
    def key(self) -> str:
        """Tells texts apart, also after they were read again."""
        return f"{self.language}/{self.formal}"


@dataclass(frozen=True, slots=True)
class ExportSubject:
    """The jobs that are still there, in the order asked, and their texts, the original first."""

    jobs: tuple[Job, ...] = ()
    texts: tuple[ExportText, ...] = (ExportText(),)

    @property
    def is_single(self) -> bool:
        return len(self.jobs) == 1

    @property
    def is_complete(self) -> bool:
        """Nothing is still to be recognised."""
        return all(job.status is JobStatus.COMPLETED for job in self.jobs)

    def languages_twice(self) -> frozenset[str]:
        """Languages with a formal and an informal translation."""
        codes = [text.language for text in self.texts]
        return frozenset(code for code in codes if codes.count(code) > 1)


def read_subject(context: Context, job_ids: Sequence[str]) -> ExportSubject:
    """Read from the store: for the lane that reads. Deleted jobs are left out."""
    jobs = tuple(job for job_id in job_ids if (job := _job(context, job_id)) is not None)
    found: dict[tuple[str, bool], dict[str, str]] = {}
    for job in jobs:
        for one in _translations(context, job.id):
            if one.is_completed():
                found.setdefault((one.language, one.formal), {})[job.id] = one.id
    texts = [ExportText()]
    for (language, formal), ids in sorted(found.items()):
        stale = 0
        if len(jobs) == 1:
            stale = len(context.translations.stale(jobs[0].id, ids[jobs[0].id]))
        texts.append(ExportText(language, formal, ids, stale))
    return ExportSubject(jobs, tuple(texts))


def name_of_file(job: Job, text: ExportText, format: str) -> str:
    """The name the export service would give: ``Talk.srt``, a translation ``Talk.es.srt``."""
    language = "" if text.is_original else f"{text.language}."
    return file_name(Path(job.title).stem, language + EXPORTERS[format].extension)


def _job(context: Context, job_id: str) -> Job | None:
    try:
        return context.jobs.get(job_id)
    except JobNotFound:
        return None


def _translations(context: Context, job_id: str) -> tuple[Translation, ...]:
    try:
        return context.translations.list(job_id)
    except JobNotFound:
        return ()
