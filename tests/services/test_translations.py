"""Translations as the faces ask for them, over a real store; the engine's part is played here."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from kopia_desktop.core.edits import EditKind
from kopia_desktop.core.errors import (
    JobNotFound,
    NoTranslator,
    SegmentNotFound,
    StateConflict,
    TranslationNotFound,
    UnknownLanguage,
)
from kopia_desktop.core.events import Event, EventBus, TranslationsChanged
from kopia_desktop.core.job import Job, JobError, JobOptions, MediaFile
from kopia_desktop.core.languages import target_languages
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.translation import Translation, TranslationStatus
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.services.translations import TranslationService
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.translations import TranslationStore
from tests import engine_part

Complete = Callable[..., Job]
AddJob = Callable[..., Job]
Translate = Callable[[Translation], None]


@pytest.fixture
def translation_store(database: Database) -> TranslationStore:
    return TranslationStore(database)


@pytest.fixture
def translations(
    translation_store: TranslationStore,
    store: JobStore,
    transcripts: TranscriptService,
    data_folder: DataFolder,
    bus: EventBus,
) -> TranslationService:
    """With translators from English to Spanish, European Portuguese and Traditional Chinese."""
    for target in ("es", "pt-pt", "zh-Hant"):
        folder = data_folder.translators / target
        folder.mkdir(parents=True)
        (folder / "fake.json").write_text(json.dumps({"from": "en", "to": target}), "utf-8")
    return TranslationService(translation_store, store, transcripts, data_folder, bus)


@pytest.fixture
def waiting(store: JobStore) -> AddJob:
    """A job that is still to be transcribed."""

    def make(language: str = "en") -> Job:
        media = MediaFile("/recordings/talk.wav", "talk.wav", 1000, 0)
        return store.add(options=JobOptions(language=language), media=media)

    return make


@pytest.fixture
def job(waiting: AddJob, complete: Complete) -> Job:
    return complete(waiting())


@pytest.fixture
def translate(translation_store: TranslationStore) -> Translate:
    def work(translation: Translation) -> None:
        label = f"[{translation.language}{', formal' if translation.formal else ''}]"
        engine_part.translate(translation_store, translation.id, f"{label} {{}}".format)

    return work


# Asking


def test_asked_for_in_several_languages(
    translations: TranslationService, job: Job, events: list[Event]
) -> None:
    made = translations.request(job.id, ["pt-pt", "es", "pt-pt"])
    assert [(one.language, one.formal, one.status) for one in made] == [
        ("pt-pt", True, TranslationStatus.PENDING),
        ("es", True, TranslationStatus.PENDING),
    ]
    assert translations.list(job.id) == made
    assert translations.get(job.id, made[1].id) == made[1]
    assert events[-1] == TranslationsChanged(job.id)


def test_unknown_codes_come_first(translations: TranslationService, job: Job) -> None:
    for job_id in (job.id, "job_none"):
        with pytest.raises(UnknownLanguage) as caught:
            translations.request(job_id, ["es", "xx", "tlh-Latn"])
        assert "'xx'" in caught.value.message
    assert translations.list(job.id) == ()


def test_then_the_job_then_its_status_then_the_translators(
    translations: TranslationService, waiting: AddJob
) -> None:
    with pytest.raises(JobNotFound):
        translations.request("job_none", ["tlh-Latn"])
    with pytest.raises(StateConflict):
        translations.request(waiting().id, ["tlh-Latn"])


def test_all_that_cannot_be_served_are_named_and_nothing_is_made(
    translations: TranslationService, job: Job, events: list[Event]
) -> None:
    before = list(events)
    with pytest.raises(NoTranslator) as caught:
        translations.request(job.id, ["es", "tlh-Latn", "pt", "ty"])
    assert "Klingon, Portuguese (Brazil), Tahitian." in caught.value.message
    assert "Spanish" not in caught.value.message
    assert "MADLAD-400" in caught.value.hint
    assert translations.list(job.id) == ()
    assert events == before


def test_without_a_translator_every_known_target_is_told(
    data_folder: DataFolder,
    translation_store: TranslationStore,
    store: JobStore,
    transcripts: TranscriptService,
    bus: EventBus,
    job: Job,
) -> None:
    service = TranslationService(translation_store, store, transcripts, data_folder, bus)
    for code in target_languages():
        if code in ("es", "de"):  # the starter packages
            continue
        with pytest.raises(NoTranslator) as caught:
            service.request(job.id, [code])
        assert caught.value.hint
    assert service.list(job.id) == ()


def test_where_nobody_speaks_no_translator_is_needed(
    translations: TranslationService,
    waiting: AddJob,
    complete: Complete,
    database: Database,
    translate: Translate,
) -> None:
    job = complete(waiting("auto"))
    with database.transaction() as db:
        db.execute_sql("UPDATE jobs SET detected_language = NULL")  # type: ignore[no-untyped-call]
        db.execute_sql("DELETE FROM segments")  # type: ignore[no-untyped-call]
    (made,) = translations.request(job.id, ["fr"])
    translate(made)
    assert translations.select(job.id, language="fr").segments == ()
    assert translations.select(job.id, language="fr").translation_id == made.id
    assert translations.select(job.id, language="und").translation_id is None


def test_asked_for_again(
    translations: TranslationService,
    transcripts: TranscriptService,
    job: Job,
    translate: Translate,
    translation_store: TranslationStore,
) -> None:
    (made,) = translations.request(job.id, ["es"])
    translation_store.fail(made.id, JobError("worker_crashed", "It crashed."))
    (again,) = translations.request(job.id, ["es"])
    assert (again.id, again.status) == (made.id, TranslationStatus.PENDING)
    translate(made)
    (done,) = translations.request(job.id, ["es"])
    assert (done.id, done.status) == (made.id, TranslationStatus.COMPLETED)
    (segment,) = transcripts.read(job.id).segments
    transcripts.edit(job.id, segment.id, text="Something else.")
    assert translations.stale(job.id, made.id) == {segment.id}
    (renewed,) = translations.request(job.id, ["es"])
    assert (renewed.id, renewed.status) == (made.id, TranslationStatus.PENDING)
    translate(made)
    assert translations.read(job.id, made.id).text == "[es, formal] Something else."


def test_corrected(
    translations: TranslationService,
    transcripts: TranscriptService,
    job: Job,
    translate: Translate,
    events: list[Event],
) -> None:
    (made,) = translations.request(job.id, ["es"])
    translate(made)
    (segment,) = translations.read(job.id, made.id).segments
    assert [each.id for each in transcripts.read(job.id).segments] == [segment.id]
    events.clear()
    edited = translations.edit(job.id, made.id, segment.id, "Hola.")
    assert (edited.translation_id, edited.focus) == (made.id, segment.id)
    assert edited.changed == translations.read(job.id, made.id).segments
    assert translations.edit(job.id, made.id, segment.id, "Hola.").is_empty()
    assert transcripts.history(job.id).undo is EditKind.TRANSLATION
    assert transcripts.undo(job.id)
    assert translations.read(job.id, made.id).segments == (segment,)
    assert transcripts.redo(job.id) == edited
    assert translations.revert(job.id, made.id, segment.id).changed == (segment,)
    assert events == [TranslationsChanged(job.id)] * 4
    with pytest.raises(TranslationNotFound):
        translations.edit(job.id, "trl_none", segment.id, "x")
    with pytest.raises(SegmentNotFound):
        translations.edit(job.id, made.id, 999, "x")
    with pytest.raises(JobNotFound):
        translations.revert("job_none", made.id, segment.id)


def test_removed(translations: TranslationService, job: Job, events: list[Event]) -> None:
    (made,) = translations.request(job.id, ["es"])
    events.clear()
    translations.delete(job.id, made.id)
    assert events == [TranslationsChanged(job.id)]
    assert translations.list(job.id) == ()
    for _ in range(2):
        with pytest.raises(TranslationNotFound):
            translations.delete(job.id, made.id)
    assert events == [TranslationsChanged(job.id)]


def test_which_targets_are_installed(translations: TranslationService) -> None:
    added = {"es", "pt-pt", "zh-Hant", "zh-Hans"}  # the last by conversion
    assert translations.installed_targets() == added | {"en", "es", "de"}  # the starter packages


# Reading


def test_the_original_is_meant_without_a_selector(
    translations: TranslationService, transcripts: TranscriptService, job: Job
) -> None:
    assert translations.select(job.id) == transcripts.read(job.id)


@pytest.mark.parametrize("asked", ["en_uk", "EN_UK", "en", "En"])
def test_the_original_by_its_code_without_case_or_by_its_base(
    translations: TranslationService, waiting: AddJob, complete: Complete, asked: str
) -> None:
    job = complete(waiting("en_uk"))
    found = translations.select(job.id, language=asked)
    assert (found.translation_id, found.language) == (None, "en_uk")


@pytest.mark.parametrize("asked", ["en_us", "en-uk", "fr", "", "en_uk "])
def test_other_codes_find_nothing(
    translations: TranslationService, waiting: AddJob, complete: Complete, asked: str
) -> None:
    job = complete(waiting("en_uk"))
    with pytest.raises(TranslationNotFound):
        translations.select(job.id, language=asked)


@pytest.mark.parametrize("asked", ["zh-Hant", "ZH-HANT", "zh-hant"])
def test_a_translation_by_its_code(
    translations: TranslationService, job: Job, translate: Translate, asked: str
) -> None:
    for made in translations.request(job.id, ["es", "zh-Hant"]):
        translate(made)
    found = translations.select(job.id, language=asked)
    assert found.language == "zh-Hant"
    assert found.translation_id is not None
    assert found.text == "[zh-Hant, formal] So, um, hello there."


def test_a_translation_is_not_found_by_its_base(
    translations: TranslationService, job: Job, translate: Translate
) -> None:
    translate(translations.request(job.id, ["zh-Hant"])[0])
    with pytest.raises(TranslationNotFound):
        translations.select(job.id, language="zh")


def test_the_formal_one_first_then_what_can_be_read(
    translations: TranslationService, job: Job, translate: Translate
) -> None:
    (informal,) = translations.request(job.id, ["es"], formal=False)
    with pytest.raises(StateConflict):
        translations.select(job.id, language="es")
    translate(informal)
    (formal,) = translations.request(job.id, ["es"], formal=True)
    assert translations.select(job.id, language="es").translation_id == informal.id
    translate(formal)
    assert translations.select(job.id, language="es").translation_id == formal.id


def test_by_id(translations: TranslationService, job: Job, translate: Translate) -> None:
    (made,) = translations.request(job.id, ["es"])
    with pytest.raises(StateConflict):
        translations.select(job.id, translation_id=made.id)
    translate(made)
    assert translations.select(job.id, translation_id=made.id).translation_id == made.id
    with pytest.raises(TranslationNotFound):
        translations.select(job.id, translation_id="trl_none")


def test_before_the_job_is_completed(translations: TranslationService, waiting: AddJob) -> None:
    known, unknown = waiting("en_uk"), waiting("auto")
    for asked in (None, "en_uk", "en"):
        with pytest.raises(StateConflict):
            translations.select(known.id, language=asked)
    with pytest.raises(StateConflict):
        translations.select(unknown.id, language="fr")
    with pytest.raises(TranslationNotFound):
        translations.select(known.id, language="fr")
    with pytest.raises(TranslationNotFound):
        translations.select(known.id, translation_id="trl_none")
    with pytest.raises(JobNotFound):
        translations.select("job_none", language="fr")
