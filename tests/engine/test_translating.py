"""Translations with a real engine, real children and a real store; the fake provider does them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from kopia_desktop.core.errors import DiskFull, StateConflict
from kopia_desktop.core.events import TranslationsChanged
from kopia_desktop.core.job import Job, JobOptions, MediaFile, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.core.translation import Translation, TranslationStatus
from kopia_desktop.engine import requests, supervisor, translating
from kopia_desktop.engine.slot import Unit
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.services.translations import TranslationService
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.worker.protocol import Passage, Translate
from tests import sections

if TYPE_CHECKING:
    from tests.engine.conftest import Engine

COMPLETED, FAILED = TranslationStatus.COMPLETED, TranslationStatus.FAILED

Install = Callable[..., Path]
Transcribed = Callable[..., Job]


@pytest.fixture
def install(engine: Engine) -> Install:
    def make(target: str = "es", *, seconds: float = 0.0) -> Path:
        """A translator from English; ``seconds`` is what it takes for each segment."""
        folder = engine.data.translators / target
        folder.mkdir(parents=True, exist_ok=True)
        about = {"from": "en", "to": target, "seconds": seconds}
        (folder / "fake.json").write_text(json.dumps(about), "utf-8")
        return folder

    return make


@pytest.fixture
def transcribed(engine: Engine) -> Transcribed:
    def make(count: int = 3, *, remove_fillers: bool = False) -> Job:
        """A completed job with a segment each second; nobody recognised anything for it."""
        job = engine.store.add(
            options=JobOptions(language="en", remove_filler_words=remove_fillers),
            media=MediaFile("/recordings/talk.wav", "talk.wav", 1000, 0),
        )
        segments = [_segment(float(number), f"Um, number {number}.") for number in range(count)]
        engine.work.begin(job.id, MediaInfo(MediaType.AUDIO, float(count), "wav", "pcm", 1))
        section = Section(0, 0.0, float(count), (Span(0.0, float(count)),), "0.flac")
        engine.work.add_section(job.id, section)
        engine.work.finish_preparation(job.id, duration=float(count), sha256="00")
        engine.work.save_result(
            job.id, 0, segments, language="en", device="cpu", model_hash="", parameters={}
        )
        return engine.store.get(job.id)

    return make


def _segment(start: float, text: str) -> Segment:
    words = tuple(
        Word(word, start + 0.2 * at, start + 0.2 * at + 0.2, 0.9)
        for at, word in enumerate(text.split())
    )
    return Segment(0, start, words[-1].end, text, words)


@pytest.fixture
def service(engine: Engine) -> TranslationService:
    transcripts = TranscriptService(engine.store, engine.transcripts, engine.bus)
    store = TranslationStore(engine.database)
    return TranslationService(store, engine.store, transcripts, engine.data, engine.bus)


def ended(engine: Engine, service: TranslationService, translation: Translation) -> Translation:
    """The translation as it ended."""

    def now() -> Translation:
        return service.get(translation.job_id, translation.id)

    engine.wait(lambda: now().status in (COMPLETED, FAILED))
    return now()


def completed(engine: Engine, service: TranslationService, translation: Translation) -> list[str]:
    done = ended(engine, service, translation)
    assert (done.status, done.error, done.progress) == (COMPLETED, None, 1.0)
    read = service.read(translation.job_id, translation.id)
    return [segment.text for segment in read.segments]


def saved(engine: Engine, translation: Translation) -> int:
    """How many segments of a translation are stored."""
    statement = "SELECT count(*) FROM translated_segments WHERE translation_id = ?"
    return int(engine.sql(statement, translation.id)[0][0])


def busy(engine: Engine) -> bool:
    """A child translates: nothing else is to be done in these tests."""
    return bool(engine.supervisor.child_pids())


def kill_child(engine: Engine) -> None:
    engine.wait(lambda: busy(engine))
    (pid,) = engine.supervisor.child_pids()
    time.sleep(0.3)  # past its start
    psutil.Process(pid).kill()
    engine.wait(lambda: engine.supervisor.child_pids() != (pid,))


def test_a_transcript_in_other_languages(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install("es")
    install("pt-pt")
    job = transcribed()
    engine.start()
    first, second = service.request(job.id, ["pt-pt", "es"])
    assert completed(engine, service, first) == [
        f"[pt-pt, formal] Um, number {number}." for number in range(3)
    ]
    assert completed(engine, service, second)[0] == "[es, formal] Um, number 0."
    (informal,) = service.request(job.id, ["es"], formal=False)
    assert completed(engine, service, informal)[0] == "[es] Um, number 0."
    assert [one.formal_applied for one in service.list(job.id)] == [True, True, False]
    read = service.read(job.id, first.id)
    original = engine.transcripts.get(job.id)
    assert [(one.id, one.start, one.end) for one in read.segments] == [
        (one.id, one.start, one.end) for one in original.segments
    ]
    # Asked for, begun, saved and completed, for each of the three; two requests in all.
    events = [event for event in engine.events if isinstance(event, TranslationsChanged)]
    assert events == [TranslationsChanged(job.id)] * (2 + 3 * 3)


def test_filler_words_go_before_the_translation(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install()
    job = transcribed(2, remove_fillers=True)
    (made,) = service.request(job.id, ["es"])
    engine.start()
    assert completed(engine, service, made) == ["[es, formal] Number 0.", "[es, formal] Number 1."]


def test_only_what_was_edited_is_translated_again(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install("es")
    job = transcribed(450)
    engine.start()
    (made,) = service.request(job.id, ["es"])
    before = completed(engine, service, made)
    edited = engine.transcripts.segments(job.id)[321]
    engine.transcripts.edit(job.id, edited.id, text="Something else.")
    # Were another one translated again, it would no longer be marked.
    engine.sql("UPDATE translated_segments SET text = 'kept ' || text")
    (renewed,) = service.request(job.id, ["es"])
    assert renewed.id == made.id
    after = completed(engine, service, renewed)
    expected = [f"kept {text}" for text in before]
    expected[321] = "[es, formal] Something else."
    assert after == expected


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Translate]:
    """What the engine hands to its child, unit by unit."""
    orders: list[Translate] = []
    really_make = requests.translation

    def make(*arguments: Any, **more: Any) -> Unit:
        unit = really_make(*arguments, **more)
        assert isinstance(unit.request, Translate)
        orders.append(unit.request)
        return unit

    monkeypatch.setattr(requests, "translation", make)
    return orders


def test_a_changed_sentence_alone_goes_to_the_model_again(
    engine: Engine, service: TranslationService, install: Install, asked: list[Translate]
) -> None:
    """Sentences of three segments each; one segment is edited, and one is written by hand."""
    install()
    texts = ("We have thought", "that number {}", "would be enough.")
    segments = [_segment(float(at), texts[at % 3].format(at // 3)) for at in range(300)]
    job = engine.add_recorded()
    sections.prepare(engine.work, job.id, [sections.section(0, 0.0, 300.0)])
    sections.recognise(engine.work, job.id, 0, segments)
    engine.start()
    (made,) = service.request(job.id, ["es"])
    before = completed(engine, service, made)
    assert " ".join(before[3:6]) == "[es, formal] We have thought that number 1 would be enough."
    assert all(before)
    assert sum(len(order.passages) for order in asked) == 100
    asked.clear()
    original = engine.transcripts.segments(job.id)
    engine.transcripts.edit(job.id, original[151].id, text="that nothing")
    service.edit(job.id, made.id, original[152].id, "meins.")
    (again,) = service.request(job.id, ["es"])
    after = completed(engine, service, again)
    assert [order.passages for order in asked] == [
        (Passage(("We have thought", "that nothing", "would be enough.")),)
    ]
    assert after[150].startswith("[es, formal] We")
    assert after[151] != before[151]
    assert after[152] == "meins."
    assert (after[:150], after[153:]) == (before[:150], before[153:])


def test_units_grow_with_a_fast_model_and_shrink_with_a_slow_one(
    engine: Engine,
    service: TranslationService,
    install: Install,
    transcribed: Transcribed,
    asked: list[Translate],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install()
    job = transcribed(800)
    engine.start()
    (made,) = service.request(job.id, ["es"])
    completed(engine, service, made)
    assert [len(order.passages) for order in asked] == [50, 100, 200, 400, 50]
    asked.clear()
    monkeypatch.setattr(translating, "UNIT_SECONDS", 0.05)
    install("fr", seconds=0.01)
    (made,) = service.request(transcribed(100).id, ["fr"])
    completed(engine, service, made)
    assert [len(order.passages) for order in asked][:2] == [50, 24]


def test_translating_takes_the_whole_machine_while_nothing_is_recognised(
    engine: Engine,
    service: TranslationService,
    install: Install,
    transcribed: Transcribed,
    asked: list[Translate],
    speech: Path,
) -> None:
    engine.set_engine(threads=3)
    install()
    engine.start()
    (made,) = service.request(transcribed().id, ["es"])
    completed(engine, service, made)
    install("fr", seconds=0.02)
    (beside,) = service.request(transcribed(400).id, ["fr"])
    recording = engine.store.add(
        options=JobOptions(language="en"), media=_media(speech / "en_1min_1.ogg")
    )
    engine.completed(recording)
    completed(engine, service, beside)
    (after,) = service.request(transcribed().id, ["es"])
    completed(engine, service, after)
    threads = [order.threads for order in asked]
    assert threads[0] == threads[-1] == 3
    assert 1 in threads, "what a recognition with all threads leaves"


def test_a_long_transcript_in_bounded_time(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install()
    job = transcribed(5000)
    engine.start()
    began = time.monotonic()
    (made,) = service.request(job.id, ["es"])
    seen: set[float] = set()

    def is_done() -> bool:
        now = service.get(job.id, made.id)
        seen.add(now.progress)
        return now.status is COMPLETED

    engine.wait(is_done)
    assert time.monotonic() - began < 10.0
    assert len(completed(engine, service, made)) == 5000
    assert len(seen) > 5, "progress is seen on the way"


def test_one_crash_is_overcome_and_nothing_is_done_twice(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install(seconds=0.002)
    job = transcribed(600)
    (made,) = service.request(job.id, ["es"])
    engine.start()
    engine.wait(lambda: saved(engine, made) == 150)
    assert service.get(job.id, made.id).progress == 0.25
    engine.sql("UPDATE translated_segments SET text = 'kept'")
    kill_child(engine)
    texts = completed(engine, service, made)
    assert texts[:150] == ["kept"] * 150
    assert texts[150:] == [f"[es, formal] Um, number {number}." for number in range(150, 600)]
    assert engine.sql("SELECT crashes FROM translations") == [(1,)]


def test_two_crashes_fail_that_translation_only(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install("fr", seconds=0.02)
    install("es")
    job = transcribed(100)
    doomed, other = service.request(job.id, ["fr", "es"])
    engine.start()
    kill_child(engine)
    kill_child(engine)
    failed = ended(engine, service, doomed)
    assert failed.status is FAILED
    assert failed.error is not None
    assert failed.error.code == "worker_crashed"
    assert "SIGKILL" in failed.error.message
    assert failed.error.hint
    assert len(completed(engine, service, other)) == 100
    assert engine.store.get(job.id).error is None
    install("fr")
    (again,) = service.request(job.id, ["fr"])
    assert len(completed(engine, service, again)) == 100


@pytest.mark.parametrize("what", ["translation", "job"])
def test_deleted_in_the_middle(
    engine: Engine,
    service: TranslationService,
    install: Install,
    transcribed: Transcribed,
    what: str,
) -> None:
    install("es", seconds=1.0)
    install("fr")
    doomed, other = transcribed(), transcribed()
    (made,) = service.request(doomed.id, ["es"])
    engine.start()
    engine.wait(lambda: busy(engine))
    time.sleep(0.3)
    pids = engine.supervisor.child_pids()
    if what == "job":
        engine.jobs.delete(doomed.id)
    else:
        service.delete(doomed.id, made.id)
    engine.wait(lambda: not any(psutil.pid_exists(pid) for pid in pids), seconds=1.0)
    (second,) = service.request(other.id, ["fr"])
    assert len(completed(engine, service, second)) == 3
    assert engine.sql("SELECT id FROM translations") == [(second.id,)]
    assert saved(engine, made) == 0


def test_a_program_that_ends_goes_on_where_it_was(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install(seconds=0.002)
    job = transcribed(600)
    (made,) = service.request(job.id, ["es"])
    engine.start()
    engine.wait(lambda: saved(engine, made) == 150)
    engine.stop()
    assert service.get(job.id, made.id).status is TranslationStatus.PROCESSING
    with pytest.raises(StateConflict):
        service.select(job.id, language="es")
    engine.sql("UPDATE translated_segments SET text = 'kept'")
    engine.start()
    texts = completed(engine, service, made)
    assert texts.count("kept") == saved(engine, made) - 450 == 150


@pytest.mark.expected_warnings("cannot go on now: disk_full")
def test_a_full_disk_is_waited_for(
    engine: Engine,
    service: TranslationService,
    install: Install,
    transcribed: Transcribed,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(supervisor, "_PAUSE_AFTER_PROBLEM", 0.1)
    really_save = TranslationStore.save
    refused: list[str] = []

    def save(store: TranslationStore, translation_id: str, *results: Any, **more: Any) -> bool:
        if len(refused) < 2:
            refused.append(translation_id)
            raise DiskFull("The disk is full.")
        return really_save(store, translation_id, *results, **more)

    monkeypatch.setattr(TranslationStore, "save", save)
    install()
    (made,) = service.request(transcribed(250).id, ["es"])
    engine.start()
    assert len(completed(engine, service, made)) == 250
    assert refused == [made.id] * 2
    assert engine.sql("SELECT crashes FROM translations") == [(0,)]


def test_asked_for_again_while_it_is_made(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    """What was edited behind the engine's back is translated before the translation is complete."""
    install(seconds=0.002)
    job = transcribed(400)
    (made,) = service.request(job.id, ["es"])
    engine.start()
    engine.wait(lambda: saved(engine, made) == 150)
    first = engine.transcripts.segments(job.id)[0]
    engine.transcripts.edit(job.id, first.id, text="Something else.")
    (again,) = service.request(job.id, ["es"])
    assert again.id == made.id
    assert completed(engine, service, made)[0] == "[es, formal] Something else."


def test_a_translator_that_goes_or_breaks_fails_its_own_only(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    gone, broken = install("fr") / "fake.json", install("de") / "fake.json"
    install("es")
    job = transcribed()
    first, second, third = service.request(job.id, ["fr", "de", "es"])
    gone.unlink()
    broken.write_text('{"from": "en", "to": "de", "seconds": "long"}', "utf-8")
    engine.start()
    assert len(completed(engine, service, third)) == 3
    errors = [ended(engine, service, one).error for one in (first, second)]
    assert [error and error.code for error in errors] == ["no_translator", "model_broken"]


def test_without_speech_there_is_nothing_to_start(
    engine: Engine, service: TranslationService, install: Install, transcribed: Transcribed
) -> None:
    install()
    job = transcribed(0)
    (made,) = service.request(job.id, ["es"])
    engine.start()
    assert completed(engine, service, made) == []
    assert not busy(engine)


def test_the_child_starts_with_work_and_ends_when_idle(
    engine: Engine,
    service: TranslationService,
    install: Install,
    transcribed: Transcribed,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(translating, "IDLE_SECONDS", 0.3)
    install()
    job = transcribed()
    engine.start()
    time.sleep(0.3)
    assert not busy(engine)
    (made,) = service.request(job.id, ["es"])
    completed(engine, service, made)
    assert busy(engine)
    engine.wait(lambda: not busy(engine), seconds=3.0)
    (again,) = service.request(job.id, ["es"], formal=False)
    completed(engine, service, again)


def test_beside_a_recognition(
    engine: Engine,
    service: TranslationService,
    install: Install,
    transcribed: Transcribed,
    speech: Path,
) -> None:
    """Neither waits for the other, and what ends one leaves the other alone."""
    install(seconds=0.01)
    job = transcribed(100)
    (made,) = service.request(job.id, ["es"])
    recording = engine.store.add(
        options=JobOptions(language="en"), media=_media(speech / "single_en_02.flac")
    )
    engine.start()
    engine.wait(lambda: len(engine.recognizers()) == 1)
    assert service.get(job.id, made.id).status is TranslationStatus.PROCESSING
    engine.completed(recording)
    assert len(completed(engine, service, made)) == 100


def _media(path: Path) -> MediaFile:
    status = path.stat()
    return MediaFile(str(path), path.name, status.st_size, status.st_mtime_ns)
