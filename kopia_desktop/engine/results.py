"""What children answered becomes rows: each answer one transaction, then the event goes out."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from kopia_desktop.core.errors import JobNotFound, KopiaError, WorkerCrashed
from kopia_desktop.core.events import EventBus, JobChanged, SegmentsAdded
from kopia_desktop.core.job import JobError, JobStatus
from kopia_desktop.core.languages import code_of_whisper
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.transcript import Section
from kopia_desktop.engine.slot import Unit
from kopia_desktop.store.work import WorkStore
from kopia_desktop.worker.protocol import (
    DetectLanguage,
    LanguageDetected,
    MediaProbed,
    ModelLoaded,
    Prepared,
    Recognize,
    Recognized,
    SectionCut,
)

logger = logging.getLogger(__name__)

_CRASHES_ALLOWED = 1


class Results:
    """Saves answers and failures; files that are no longer needed go."""

    def __init__(self, work: WorkStore, bus: EventBus, data: DataFolder) -> None:
        self._work = work
        self._bus = bus
        self._data = data

    def probed(self, reply: MediaProbed) -> None:
        self._work.begin(reply.job_id, reply.info)
        self._bus.publish(JobChanged(reply.job_id))

    def section_cut(self, reply: SectionCut) -> None:
        """A new section, or the file of a known one made again."""
        self._work.add_section(reply.job_id, reply.section)
        if reply.section.index not in self._work.waiting_sections(reply.job_id):
            self._remove_file(reply.job_id, reply.section.file_name)
        self._bus.publish(JobChanged(reply.job_id))

    def prepared(self, reply: Prepared) -> None:
        completed = self._work.finish_preparation(
            reply.job_id, duration=reply.duration, sha256=reply.sha256
        )
        self._after(reply.job_id, completed=completed)

    def language_detected(self, reply: LanguageDetected) -> None:
        self._work.set_language(reply.job_id, code_of_whisper(reply.language), reply.probability)
        self._bus.publish(JobChanged(reply.job_id))

    def recognized(self, unit: Unit, reply: Recognized, model: ModelLoaded | None) -> None:
        """Segments and the section's end in one transaction; then its FLAC goes."""
        request = unit.request
        assert isinstance(request, Recognize)
        completed = self._work.save_result(
            reply.job_id,
            reply.index,
            reply.segments,
            language=code_of_whisper(reply.language),
            device=model.device if model else "",
            model_hash=model.model_hash if model else "",
            parameters={
                "beam_size": request.beam_size,
                "chunks_at_once": request.chunks_at_once,
                "compute_type": model.compute_type if model else "",
            },
        )
        if request.file.section.index not in self._work.waiting_sections(reply.job_id):
            self._remove_file(reply.job_id, request.file.section.file_name)
        self._bus.publish(SegmentsAdded(reply.job_id, reply.index))
        self._after(reply.job_id, completed=completed)

    def failed(self, job_id: str, error: KopiaError) -> None:
        """The job ends with this error; what was recognised stays."""
        logger.info("job %s failed: %s", job_id, error.code)
        self._work.fail(job_id, JobError(error.code, error.message, error.hint))
        self._bus.publish(JobChanged(job_id))

    def section_lost(self, unit: Unit) -> None:
        """A section's FLAC cannot be read back: it is made again, once."""
        lost = [unit.section] if unit.section else list(_sections_of(unit))
        self.crashed(unit, "found a section's audio unreadable")
        for section in lost:
            self._work.lose_section_file(unit.job_id, section.index)
            self._remove_file(unit.job_id, section.file_name)

    def crashed(self, unit: Unit, what: str) -> None:
        """A child failed at a unit: tried once more, the second time the job fails."""
        logger.info("a child working on job %s %s", unit.job_id, what)
        if unit.section is None:
            crashes = self._work.note_prepare_crash(unit.job_id)
        else:
            crashes = self._work.note_section_crash(unit.job_id, unit.section.index)
        if crashes > _CRASHES_ALLOWED:
            self._gave_up(unit, what)

    def sweep(self) -> None:
        """Remove section files that no job needs: a kill left them between commit and removal."""
        folder = self._data.all_sections
        for left in folder.iterdir() if folder.is_dir() else ():
            if not self._needs_sections(left.name):
                shutil.rmtree(left, ignore_errors=True)

    def forget_deleted(self, job_id: str) -> None:
        """Remove what a child still wrote for a job that was deleted meanwhile."""
        if self._work.exists(job_id):
            return
        shutil.rmtree(self._data.sections(job_id), ignore_errors=True)
        for suffix in (".peaks", ".part"):
            self._data.peaks(job_id).with_suffix(suffix).unlink(missing_ok=True)

    def _needs_sections(self, job_id: str) -> bool:
        """Failed jobs too: they may be run again."""
        try:
            return self._work.job(job_id).status is not JobStatus.COMPLETED
        except JobNotFound:
            return False

    def _gave_up(self, unit: Unit, reason: str) -> None:
        where = f" at {unit.section.start:.0f} s" if unit.section else ""
        self.failed(
            unit.job_id,
            WorkerCrashed(
                f"The recording could not be processed{where}: twice the process for it {reason}.",
                hint="Try again; if it happens again, choose a smaller model or report the file.",
            ),
        )

    def _after(self, job_id: str, *, completed: bool) -> None:
        if completed:
            shutil.rmtree(self._data.sections(job_id), ignore_errors=True)
        self._bus.publish(JobChanged(job_id))

    def _remove_file(self, job_id: str, name: str | None) -> None:
        if name:
            Path(self._data.sections(job_id), name).unlink(missing_ok=True)


def _sections_of(unit: Unit) -> tuple[Section, ...]:
    request = unit.request
    return tuple(f.section for f in request.files) if isinstance(request, DetectLanguage) else ()
