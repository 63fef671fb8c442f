"""A recording in sections, stored as the engine stores it: prepared, then recognised one by one."""

from __future__ import annotations

from collections.abc import Sequence

from kopia_desktop.core.job import MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span
from kopia_desktop.store.work import WorkStore


def section(index: int, start: float, end: float, *, has_speech: bool = True) -> Section:
    """One of speech from its first second to its last, or of none."""
    spans = (Span(start, end),) if has_speech else ()
    return Section(index, start, end, spans, f"{index:06}.flac")


def prepare(
    work: WorkStore, job_id: str, sections: Sequence[Section], *, language: str = "en"
) -> None:
    """A queued job's media is decoded: as long as its sections, of which none is recognised."""
    duration = sections[-1].end
    work.begin(job_id, MediaInfo(MediaType.AUDIO, duration, "wav", "pcm_s16le", 1))
    for each in sections:
        work.add_section(job_id, each)
    work.set_language(job_id, language, 0.99)
    work.finish_preparation(job_id, duration=duration, sha256="00")


def recognise(
    work: WorkStore, job_id: str, index: int, segments: Sequence[Segment], *, language: str = "en"
) -> None:
    """What a section says is stored (without its event); with the last one the job is completed."""
    work.save_result(
        job_id, index, segments, language=language, device="cpu", model_hash="", parameters={}
    )
