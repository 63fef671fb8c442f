"""Jobs, sections and translations become units of work for children."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kopia_desktop.core.errors import MediaChanged, MediaNotFound
from kopia_desktop.core.job import Job, MediaFile, MediaState
from kopia_desktop.core.languages import spoken_language
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import Settings
from kopia_desktop.core.speech_models import find_model
from kopia_desktop.core.transcript import Section
from kopia_desktop.core.translation import SourcePassage, Translation, TranslationPlan
from kopia_desktop.core.translators import find_route
from kopia_desktop.engine.device import Placement
from kopia_desktop.engine.slot import Unit
from kopia_desktop.store.work import WorkStore
from kopia_desktop.worker.protocol import (
    DetectLanguage,
    LegOrder,
    Passage,
    Prepare,
    Recognize,
    SectionFile,
    Translate,
)


def preparation(job: Job, work: WorkStore, data: DataFolder, settings: Settings) -> Unit:
    """Decode and cut; sections that are done already are skipped.

    Raises what would make the work vain: MediaNotFound, MediaChanged, ModelNotFound.
    """
    find_model(data, job.options.model)
    if job.media is None:
        raise MediaNotFound("The job has no recording.", hint="Add the file again.")
    known = {section.index for section in work.known_sections(job.id)}
    if known:
        _check_unchanged(job.media)
    return Unit(
        job.id,
        Prepare(
            job_id=job.id,
            media_path=job.media.path,
            audio_track=job.options.audio_track,
            max_seconds=settings.engine.max_hours * 3600,
            sections_folder=str(data.sections(job.id)),
            peaks_path=str(data.peaks(job.id)),
            finished=frozenset(known - work.waiting_sections(job.id)),
        ),
    )


def _check_unchanged(media: MediaFile) -> None:
    """Half a transcript of one file and half of another would be worse than none."""
    if media.state() is MediaState.CHANGED:  # of one that is missing the worker says what is wrong
        raise MediaChanged(
            f"{media.name} has changed since its transcription began.",
            hint="Add the file again to transcribe it anew.",
        )


def has_files(job: Job, sections: Sequence[Section], data: DataFolder) -> bool:
    """False while a file of these sections that was lost is made again.

    Once the job is prepared a missing file is a loss of its own, found by whoever reads it.
    """
    return job.prepared or all(Path(_file(job.id, s, data).path).is_file() for s in sections)


def detection(job: Job, sections: Sequence[Section], data: DataFolder) -> Unit:
    """Judge the language over the first sections with speech."""
    files = tuple(_file(job.id, section, data) for section in sections)
    return Unit(job.id, DetectLanguage(job_id=job.id, files=files))


def recognition(
    job: Job, section: Section, data: DataFolder, *, beam_size: int, placement: Placement
) -> Unit:
    """Recognise one section in the job's language, listening for its vocabulary's terms."""
    whisper = spoken_language(job.spoken_language or "en").whisper or "en"
    return Unit(
        job.id,
        Recognize(
            job_id=job.id,
            file=_file(job.id, section, data),
            language=whisper,
            follow_language=job.options.language == "auto",
            beam_size=beam_size,
            chunks_at_once=placement.chunks_at_once,
            hotwords=job.options.hotwords,
        ),
        section,
    )


def translation(
    asked: Translation,
    plan: TranslationPlan,
    passages: Sequence[SourcePassage],
    data: DataFolder,
    *,
    threads: int,
) -> Unit:
    """Translate some passages. Raises NoTranslator."""
    route = find_route(data, plan.source or "en", asked.language)
    return Unit(
        asked.job_id,
        Translate(
            route=tuple(
                LegOrder(
                    leg.translator.provider, str(leg.translator.folder), leg.source, leg.target
                )
                for leg in route.legs
            ),
            conversion=route.conversion,
            passages=tuple(
                Passage(tuple(segment.text for segment in passage.segments)) for passage in passages
            ),
            target=asked.language,
            formal=asked.formal,
            threads=threads,
        ),
    )


def _file(job_id: str, section: Section, data: DataFolder) -> SectionFile:
    return SectionFile(str(data.sections(job_id) / (section.file_name or "")), section)
