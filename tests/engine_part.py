"""The engine's part, played in the store: a recording is recognised, a transcript translated."""

from __future__ import annotations

from collections.abc import Callable

from kopia_desktop.core.job import Job, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.core.translation import TranslatedSegment, source_hash
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore


def recognise(database: Database, job: Job, text: str) -> Job:
    """The job completed: ten seconds in English, a word each half second, in one segment."""
    work = WorkStore(database)
    words = tuple(
        Word(word, 0.5 * number, 0.5 * number + 0.5, 0.9)
        for number, word in enumerate(text.split())
    )
    segment = Segment(0, 0.0, words[-1].end, text, words)
    work.begin(job.id, MediaInfo(MediaType.AUDIO, 10.0, "wav", "pcm_s16le", 1))
    work.add_section(job.id, Section(0, 0.0, 10.0, (Span(0.0, 5.0),), "000000.flac"))
    work.set_language(job.id, "en", 0.99)
    work.finish_preparation(job.id, duration=10.0, sha256="00")
    work.save_result(
        job.id, 0, [segment], language="en", device="cpu", model_hash="", parameters={}
    )
    return JobStore(database).get(job.id)


def translate(store: TranslationStore, translation_id: str, say: Callable[[str], str]) -> None:
    """The translation completed: each segment that waits for it, as ``say`` has its text."""
    plan = store.begin(translation_id)
    assert plan is not None
    results = [
        TranslatedSegment(each.segment_id, source_hash(each.text), say(each.text))
        for each in store.waiting(translation_id, plan.segment_ids).segments
    ]
    store.save(translation_id, results, formal_applied=False, progress=1.0)
    assert store.complete(translation_id)
