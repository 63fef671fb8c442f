"""Lists that a person keeps, and transcripts that are spelled anew at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.errors import (
    JobNotFound,
    VocabularyExists,
    VocabularyInvalid,
    VocabularyNotFound,
)
from kopia_desktop.core.events import (
    Event,
    EventBus,
    JobChanged,
    SegmentsEdited,
    TranslationsChanged,
)
from kopia_desktop.core.job import Job, JobOptions
from kopia_desktop.core.vocabulary import LONGEST, NO_VOCABULARY, parse
from kopia_desktop.services import vocabularies as module
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.services.vocabularies import VocabularyService
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.vocabularies import VocabularyStore

KOPIA = parse("Kopia = copia")


@pytest.fixture
def vocabularies(database: Database, store: JobStore, bus: EventBus) -> VocabularyService:
    return VocabularyService(VocabularyStore(database), store, bus)


def test_a_list_is_made_filled_renamed_and_removed(vocabularies: VocabularyService) -> None:
    assert vocabularies.add("  My \n names ") == "My names"
    vocabularies.save("My names", KOPIA)
    assert vocabularies.add("Ward", KOPIA) == "Ward"
    assert vocabularies.get("my NAMES") == KOPIA
    assert vocabularies.rename("My names", "Colleagues") == "Colleagues"
    assert dict(vocabularies.lists()) == {"Colleagues": KOPIA, "Ward": KOPIA}
    vocabularies.remove("Ward")
    assert list(vocabularies.lists()) == ["Colleagues"]


def test_names_that_cannot_be(
    vocabularies: VocabularyService, monkeypatch: pytest.MonkeyPatch
) -> None:
    vocabularies.add("Straße")
    for taken in ("Straße", "STRASSE"):
        with pytest.raises(VocabularyExists):
            vocabularies.add(taken)
    vocabularies.add("Ward")
    with pytest.raises(VocabularyExists):
        vocabularies.rename("Ward", "strasse")
    for wrong in ("", "  ", "\x00", "x" * (LONGEST + 1)):
        with pytest.raises(VocabularyInvalid):
            vocabularies.add(wrong)
        with pytest.raises(VocabularyInvalid):
            vocabularies.rename("Ward", wrong)
    for missing in (vocabularies.get, vocabularies.remove):
        with pytest.raises(VocabularyNotFound):
            missing("Nobody")
    with pytest.raises(VocabularyNotFound):
        vocabularies.save("Nobody", KOPIA)
    monkeypatch.setattr(module, "MOST_LISTS", 2)
    with pytest.raises(VocabularyInvalid, match="There are 2 lists already"):
        vocabularies.add("Third")


def test_what_the_settings_name_may_be_gone(vocabularies: VocabularyService) -> None:
    vocabularies.add("Ward", KOPIA)
    assert vocabularies.chosen("Ward") == KOPIA
    assert vocabularies.chosen("ward") == KOPIA
    assert vocabularies.chosen("Gone") == NO_VOCABULARY
    assert vocabularies.chosen("") == NO_VOCABULARY


def test_a_finished_transcript_is_spelled_anew_at_once(
    vocabularies: VocabularyService,
    intake: IntakeService,
    transcripts: TranscriptService,
    recording: Path,
    complete: Callable[..., Job],
    events: list[Event],
) -> None:
    job = complete(intake.add(recording, JobOptions("en")), "So, um, copia is here.")
    events.clear()
    assert vocabularies.set_for_job(job.id, KOPIA).options.vocabulary == KOPIA
    assert set(events) == {JobChanged(job.id), SegmentsEdited(job.id), TranslationsChanged(job.id)}
    assert transcripts.read(job.id).text == "So, um, Kopia is here."
    assert next(transcripts.pieces(job.id)).text == "So, um, Kopia is here."
    assert transcripts.read(job.id, remove_fillers=True).text == "So Kopia is here."
    assert transcripts.recognised(job.id).text == "So, um, Kopia is here."
    vocabularies.set_for_job(job.id, NO_VOCABULARY)
    assert transcripts.read(job.id).text == "So, um, copia is here."
    with pytest.raises(JobNotFound):
        vocabularies.set_for_job("job_none", KOPIA)


def test_a_changed_list_changes_no_job(
    vocabularies: VocabularyService, intake: IntakeService, store: JobStore, recording: Path
) -> None:
    vocabularies.add("Ward", KOPIA)
    job = intake.add(recording, JobOptions("en", vocabulary=vocabularies.chosen("Ward")))
    vocabularies.save("Ward", parse("Ana"))
    vocabularies.remove("Ward")
    assert store.get(job.id).options.vocabulary == KOPIA
