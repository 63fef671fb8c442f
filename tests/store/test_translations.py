"""Translations over a real database: asked for, made piece by piece, kept up to date."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from kopia_desktop.core.errors import JobNotFound, StateConflict, TranslationNotFound
from kopia_desktop.core.job import Job, JobError, JobOptions
from kopia_desktop.core.transcript import Segment
from kopia_desktop.core.translation import (
    TranslatedSegment,
    Translation,
    TranslationStatus,
    source_hash,
)
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.translations import TranslationStore
from kopia_desktop.store.work import WorkStore

MakeSegment = Callable[..., Segment]
Finish = Callable[..., Job]

PENDING, PROCESSING = TranslationStatus.PENDING, TranslationStatus.PROCESSING
COMPLETED, FAILED = TranslationStatus.COMPLETED, TranslationStatus.FAILED
ERROR = JobError("worker_crashed", "It crashed.", "Try again.")


@pytest.fixture
def store(database: Database) -> TranslationStore:
    return TranslationStore(database)


@pytest.fixture
def job(finish: Finish, segment: MakeSegment) -> Job:
    """Stored out of order; what is said first comes first."""
    return finish(segment("Um, and then two.", 5.0), segment("This is one.", 0.0))


def one(store: TranslationStore, job: Job, language: str = "es") -> Translation:
    (made,) = store.add(job.id, [language], formal=True)
    return made


def work_through(store: TranslationStore, translation: Translation, *, size: int = 200) -> int:
    """As the engine does it; returns how many segments were translated."""
    plan = store.begin(translation.id)
    assert plan is not None
    count = 0
    for at in range(0, len(plan.segment_ids), size):
        waiting = store.waiting(translation.id, plan.segment_ids[at : at + size]).segments
        results = [
            TranslatedSegment(each.segment_id, source_hash(each.text), each.text.upper())
            for each in waiting
        ]
        store.save(translation.id, results, formal_applied=True, progress=0.5)
        count += len(waiting)
    assert store.complete(translation.id)
    return count


def texts(store: TranslationStore, translation: Translation) -> list[str]:
    read = store.transcript(translation.job_id, translation.id)
    return [segment.text for segment in read.segments]


# Asked for


def test_added_in_the_order_asked_each_once(store: TranslationStore, job: Job) -> None:
    made = store.add(job.id, ["fr", "es", "fr", "zh-Hans"], formal=False)
    assert [each.language for each in made] == ["fr", "es", "zh-Hans"]
    assert {(each.job_id, each.status, each.formal) for each in made} == {
        (job.id, PENDING, False),
    }
    assert all(each.id.startswith("trl_") for each in made)
    assert all(each.progress == 0.0 and each.error is None for each in made)
    assert store.list(job.id) == made


def test_the_same_again_is_the_one_that_is_there(store: TranslationStore, job: Job) -> None:
    first = one(store, job)
    assert one(store, job) == first
    (informal,) = store.add(job.id, ["es"], formal=False)
    assert informal.id != first.id
    assert store.list(job.id) == (first, informal)


def test_a_failed_one_is_run_again(store: TranslationStore, job: Job) -> None:
    made = one(store, job)
    store.begin(made.id)
    store.note_crash(made.id)
    assert store.fail(made.id, ERROR)
    failed = store.get(job.id, made.id)
    assert (failed.status, failed.error) == (FAILED, ERROR)
    again = one(store, job)
    assert (again.id, again.status, again.error) == (made.id, PENDING, None)
    assert store.note_crash(made.id) == 1


def test_only_a_completed_job_is_translated(store: TranslationStore, jobs: JobStore) -> None:
    pending = jobs.add(options=JobOptions())
    with pytest.raises(StateConflict):
        store.add(pending.id, ["es"], formal=True)
    assert store.list(pending.id) == ()


def test_what_is_not_there(
    store: TranslationStore, job: Job, finish: Finish, segment: MakeSegment
) -> None:
    made = one(store, job)
    other = finish(segment("Other."), name="other.wav")
    for call in (store.get, store.delete, store.transcript, store.stale):
        with pytest.raises(JobNotFound):
            call("job_none", made.id)
        with pytest.raises(TranslationNotFound):
            call(job.id, "trl_none")
        with pytest.raises(TranslationNotFound):
            call(other.id, made.id)
    with pytest.raises(JobNotFound):
        store.list("job_none")
    with pytest.raises(JobNotFound):
        store.add("job_none", ["es"], formal=True)
    assert store.list(other.id) == ()


# Made


def test_the_oldest_is_made_first(store: TranslationStore, job: Job) -> None:
    first, second = store.add(job.id, ["fr", "es"], formal=True)
    found = store.next_waiting()
    assert found is not None
    assert found.id == first.id
    work_through(store, first)
    found = store.next_waiting()
    assert found is not None
    assert found.id == second.id
    assert store.active_ids() == {second.id}
    store.fail(second.id, ERROR)
    assert store.next_waiting() is None


def test_the_transcript_keeps_order_and_times(store: TranslationStore, job: Job) -> None:
    made = one(store, job)
    assert work_through(store, made) == 2
    read = store.transcript(job.id, made.id)
    assert (read.job_id, read.translation_id, read.language) == (job.id, made.id, "es")
    assert (read.title, read.duration) == (job.title, 10.0)
    assert [(each.start, each.end, each.text, each.words) for each in read.segments] == [
        (0.0, 1.5, "THIS IS ONE.", ()),
        (5.0, 7.0, "UM, AND THEN TWO.", ()),
    ]
    done = store.get(job.id, made.id)
    assert (done.status, done.progress, done.formal_applied) == (COMPLETED, 1.0, True)


def test_filler_words_are_not_translated_where_the_job_leaves_them_out(
    store: TranslationStore, job: Job, database: Database
) -> None:
    with database.transaction() as db:
        db.execute_sql("UPDATE jobs SET remove_filler_words = 1")  # type: ignore[no-untyped-call]
    made = one(store, job)
    work_through(store, made)
    assert texts(store, made) == ["THIS IS ONE.", "AND THEN TWO."]
    assert store.stale(job.id, made.id) == frozenset()


def test_not_ready_until_completed(store: TranslationStore, job: Job) -> None:
    made = one(store, job)
    for _ in range(2):
        with pytest.raises(StateConflict):
            store.transcript(job.id, made.id)
        store.begin(made.id)
    assert store.get(job.id, made.id).status is PROCESSING


def test_what_is_saved_is_not_waited_for_again(store: TranslationStore, job: Job) -> None:
    made = one(store, job)
    plan = store.begin(made.id)
    assert plan is not None
    assert plan.source == "en"
    first = store.waiting(made.id, plan.segment_ids[:1]).segments
    assert [each.text for each in first] == ["This is one."]
    saved = TranslatedSegment(first[0].segment_id, source_hash(first[0].text), "Uno.")
    assert store.save(made.id, [saved], formal_applied=False, progress=0.5)
    assert store.get(job.id, made.id).progress == 0.5
    assert [each.text for each in store.waiting(made.id, plan.segment_ids).segments] == [
        "Um, and then two."
    ]


def test_a_transcript_without_speech_has_an_empty_translation(
    store: TranslationStore, finish: Finish
) -> None:
    made = one(store, finish())
    assert work_through(store, made) == 0
    assert texts(store, made) == []


def test_a_segment_without_a_text_is_not_shown(store: TranslationStore, job: Job) -> None:
    made = one(store, job)
    plan = store.begin(made.id)
    assert plan is not None
    results = [
        TranslatedSegment(each.segment_id, source_hash(each.text), text)
        for each, text in zip(
            store.waiting(made.id, plan.segment_ids).segments, ("", "Dos."), strict=True
        )
    ]
    store.save(made.id, results, formal_applied=False, progress=1.0)
    store.complete(made.id)
    assert texts(store, made) == ["Dos."]


# Kept up to date


def test_only_what_was_edited_is_translated_again(
    store: TranslationStore, job: Job, transcripts: TranscriptStore
) -> None:
    made = one(store, job)
    work_through(store, made)
    second = transcripts.segments(job.id)[1]
    transcripts.edit(job.id, second.id, text="And then three.")
    assert store.stale(job.id, made.id) == {second.id}
    assert texts(store, made) == ["THIS IS ONE.", "UM, AND THEN TWO."]
    assert one(store, job).status is PENDING
    assert work_through(store, made) == 1
    assert texts(store, made) == ["THIS IS ONE.", "AND THEN THREE."]
    assert store.stale(job.id, made.id) == frozenset()
    assert one(store, job).status is COMPLETED


def test_new_times_need_no_translation(
    store: TranslationStore, job: Job, transcripts: TranscriptStore
) -> None:
    made = one(store, job)
    work_through(store, made)
    transcripts.edit(job.id, transcripts.segments(job.id)[0].id, start=0.25, end=1.75)
    read = store.transcript(job.id, made.id)
    assert (read.segments[0].start, read.segments[0].end) == (0.25, 1.75)
    assert one(store, job).status is COMPLETED


def test_split_merged_and_deleted_segments(
    store: TranslationStore, job: Job, transcripts: TranscriptStore
) -> None:
    made = one(store, job)
    work_through(store, made)
    first, second = transcripts.segments(job.id)
    _, part = transcripts.split(job.id, first.id, 8).changed
    assert store.stale(job.id, made.id) == {first.id, part.id}
    assert texts(store, made) == ["THIS IS ONE.", "UM, AND THEN TWO."]
    one(store, job)
    assert work_through(store, made) == 2
    assert texts(store, made) == ["THIS IS", "ONE.", "UM, AND THEN TWO."]
    transcripts.delete(job.id, [second.id])
    assert texts(store, made) == ["THIS IS", "ONE."]
    assert one(store, job).status is COMPLETED
    transcripts.merge(job.id, first.id, part.id)
    one(store, job)
    assert work_through(store, made) == 1
    assert texts(store, made) == ["THIS IS ONE."]


def test_what_a_person_wrote_wins_and_is_never_translated_over(
    store: TranslationStore, job: Job, transcripts: TranscriptStore, database: Database
) -> None:
    made = one(store, job)
    work_through(store, made)
    first = transcripts.segments(job.id)[0]
    with database.transaction() as db:
        db.execute_sql(  # type: ignore[no-untyped-call]
            "UPDATE translated_segments SET edited_text = 'Mine.' WHERE segment_id = ?", (first.id,)
        )
    shown = store.transcript(job.id, made.id).segments[0]
    assert (shown.text, shown.edited) == ("Mine.", True)
    transcripts.edit(job.id, first.id, text="Changed.")
    assert store.stale(job.id, made.id) == {first.id}
    assert one(store, job).status is COMPLETED
    transcripts.edit(job.id, transcripts.segments(job.id)[1].id, text="Changed too.")
    one(store, job)
    assert work_through(store, made) == 1
    assert texts(store, made) == ["Mine.", "CHANGED TOO."]


def test_asked_for_while_it_is_made_it_is_looked_through_once_more(
    store: TranslationStore, job: Job
) -> None:
    made = one(store, job)
    store.begin(made.id)
    one(store, job)
    assert not store.complete(made.id)
    assert store.begin(made.id) is not None
    assert store.complete(made.id)
    assert not store.complete(made.id)


# Gone or ended


def results_of(store: TranslationStore, translation: Translation) -> list[TranslatedSegment]:
    plan = store.begin(translation.id)
    assert plan is not None
    return [
        TranslatedSegment(each.segment_id, source_hash(each.text), "Late.")
        for each in store.waiting(translation.id, plan.segment_ids).segments
    ]


@pytest.mark.parametrize("what", ["translation", "job"])
def test_late_results_bring_nothing_back(
    store: TranslationStore, job: Job, jobs: JobStore, database: Database, what: str
) -> None:
    made = one(store, job)
    late = results_of(store, made)
    store.save(made.id, late[:1], formal_applied=False, progress=0.5)
    if what == "job":
        jobs.delete(job.id)
    else:
        store.delete(job.id, made.id)
    assert store.active_ids() == frozenset()
    assert store.begin(made.id) is None
    assert store.waiting(made.id, [each.segment_id for each in late]).segments == ()
    assert not store.save(made.id, late, formal_applied=False, progress=1.0)
    assert not store.complete(made.id)
    assert not store.fail(made.id, ERROR)
    assert store.note_crash(made.id) == 0
    with database.reading() as db:
        left = db.execute_sql("SELECT * FROM translated_segments")  # type: ignore[no-untyped-call]
        assert left.fetchall() == []


def test_what_has_ended_is_not_changed(store: TranslationStore, job: Job) -> None:
    made = one(store, job)
    late = results_of(store, made)
    work_through(store, made)
    assert not store.save(made.id, late, formal_applied=False, progress=0.1)
    assert not store.fail(made.id, ERROR)
    assert store.begin(made.id) is None
    assert texts(store, made)[0] == "THIS IS ONE."


def test_deleted_words_are_gone_from_the_file(
    store: TranslationStore, job: Job, database: Database
) -> None:
    made = one(store, job)
    late = results_of(store, made)
    secret = TranslatedSegment(late[0].segment_id, late[0].source_hash, "Geheimwort " * 500)
    store.save(made.id, [secret], formal_applied=False, progress=0.5)
    store.delete(job.id, made.id)
    assert database.erase_remains()
    for path in database.path.parent.glob("kopia.db*"):
        assert b"Geheimwort" not in path.read_bytes()


# Size


def test_a_long_transcript_is_looked_through_in_bounded_time(
    store: TranslationStore, finish: Finish, segment: MakeSegment, work: WorkStore
) -> None:
    job = finish(*(segment(f"Well, this is number {number}.", number) for number in range(5000)))
    began = time.monotonic()
    made = one(store, job)
    assert work_through(store, made) == 5000
    assert len(texts(store, made)) == 5000
    assert one(store, job).status is COMPLETED
    assert time.monotonic() - began < 5.0


def test_the_engines_question_takes_the_index(database: Database) -> None:
    """It is asked several times a second, also beside many finished translations."""
    sql = (
        "EXPLAIN QUERY PLAN SELECT * FROM translations"
        " WHERE (translations.status IN ('pending', 'processing'))"
        " ORDER BY translations.created_at, translations.rowid LIMIT 1"
    )
    with database.reading() as db:
        plan = str(db.execute_sql(sql).fetchall())  # type: ignore[no-untyped-call]
    assert "translations_active" in plan
    assert "TEMP B-TREE" not in plan
