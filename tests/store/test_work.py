from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kopia_desktop.core.errors import JobNotFound
from kopia_desktop.core.job import Job, JobError, JobOptions, JobStatus, MediaFile, MediaInfo
from kopia_desktop.core.transcript import Doubt, Section, Segment
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.work import WorkStore

MakeSection = Callable[..., Section]
MakeSegment = Callable[..., Segment]
Save = Callable[..., bool]
Add = Callable[..., Job]
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def add(jobs: JobStore, media: Callable[..., MediaFile]) -> Add:
    def make(language: str = "en") -> Job:
        """Jobs of one moment: only the order of adding tells them apart."""
        return jobs.add(options=JobOptions(language), media=media(), now=NOON)

    return make


def test_job_goes_from_queued_to_completed(
    jobs: JobStore,
    work: WorkStore,
    add: Add,
    info: MediaInfo,
    section: MakeSection,
    segment: MakeSegment,
    save: Save,
) -> None:
    job = add()
    assert work.next_to_prepare() == job
    assert work.begin(job.id, info)
    begun = jobs.get(job.id)
    assert (begun.status, begun.type, begun.container, begun.codec, begun.duration) == (
        JobStatus.PROCESSING,
        info.type,
        info.container,
        info.codec,
        info.duration,
    )
    assert work.add_section(job.id, section(0))
    assert work.add_section(job.id, section(1, silent=True))
    assert jobs.get(job.id).progress == 0.5
    assert not save(job, 0, [segment("all the words")])
    assert jobs.get(job.id).progress == 1.0
    assert work.finish_preparation(job.id, duration=20.5, sha256="ab")
    done = jobs.get(job.id)
    assert (done.status, done.progress, done.duration) == (JobStatus.COMPLETED, 1.0, 20.5)
    assert (done.media_sha256, done.device, done.model_hash) == ("ab", "cpu", "abc")
    assert done.completed_at == done.updated_at
    assert done.speech_seconds == 8.0
    assert not done.found_no_speech()
    assert work.next_to_prepare() is None
    assert work.next_to_recognise() is None
    assert not work.unfinished_exists()


def test_last_result_completes_a_prepared_job(
    jobs: JobStore, work: WorkStore, add: Add, section: MakeSection, save: Save
) -> None:
    job = add()
    work.add_section(job.id, section(0))
    work.add_section(job.id, section(1))
    assert not work.finish_preparation(job.id, duration=20.0, sha256="")
    assert not save(job, 1)
    assert jobs.get(job.id).progress == 0.5
    assert save(job, 0)
    assert jobs.get(job.id).status is JobStatus.COMPLETED


def test_media_without_speech_completes_empty(
    jobs: JobStore,
    work: WorkStore,
    add: Add,
    section: MakeSection,
    transcripts: TranscriptStore,
    info: MediaInfo,
) -> None:
    job = add("auto")
    work.begin(job.id, info)
    work.add_section(job.id, section(0, silent=True))
    assert work.next_to_detect(3) is None
    assert work.finish_preparation(job.id, duration=10.0, sha256="")
    assert jobs.get(job.id).found_no_speech()
    assert transcripts.get(job.id).text == ""


def test_inventions_on_noise_are_no_speech(
    jobs: JobStore,
    finish: Callable[..., Job],
    segment: MakeSegment,
    transcripts: TranscriptStore,
) -> None:
    job = finish(segment("thank you", suppressed=True))
    assert job.found_no_speech()
    assert transcripts.segments(job.id) == ()
    assert [s.text for s in transcripts.suppressed(job.id)] == ["thank you"]
    assert transcripts.search("thank") == ()


def test_result_is_stored_exactly_once(
    jobs: JobStore,
    work: WorkStore,
    add: Add,
    section: MakeSection,
    segment: MakeSegment,
    save: Save,
    transcripts: TranscriptStore,
) -> None:
    job = add()
    work.add_section(job.id, section(0))
    work.add_section(job.id, section(1))
    save(job, 0, [segment("once")])
    before = jobs.get(job.id)
    assert not save(job, 0, [segment("twice")])
    assert jobs.get(job.id) == before
    assert [s.text for s in transcripts.segments(job.id)] == ["once"]
    assert not save(job, 7, [segment("of no section")])
    assert [s.text for s in transcripts.segments(job.id)] == ["once"]


def test_segments_come_back_whole(
    finish: Callable[..., Job], segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    first = segment("größe zählt", 0.1)
    words = (first.words[0], dataclasses.replace(first.words[1], glued=True, confidence=1 / 3))
    first = dataclasses.replace(first, words=words, doubt=Doubt.LOOP)
    later = segment("later", 5.0)
    job = finish(later, first)
    found = transcripts.segments(job.id)
    assert [dataclasses.replace(s, id=0) for s in found] == [first, later]
    assert found[0].id != found[1].id


@pytest.mark.parametrize("end", ["cancel", "fail", "delete", "complete"])
def test_late_results_change_nothing(
    end: str,
    jobs: JobStore,
    work: WorkStore,
    add: Add,
    info: MediaInfo,
    section: MakeSection,
    segment: MakeSegment,
    save: Save,
    transcripts: TranscriptStore,
) -> None:
    job = add()
    work.add_section(job.id, section(0))
    if end == "cancel":
        jobs.cancel(job.id)
    elif end == "fail":
        assert work.fail(job.id, JobError("a", "b", "c"))
    elif end == "delete":
        jobs.delete(job.id)
    else:
        save(job, 0)
        work.finish_preparation(job.id, duration=10.0, sha256="")
    before = jobs.find(job.id)
    assert not save(job, 0, [segment("too late")])
    assert not work.begin(job.id, info)
    assert not work.add_section(job.id, section(1))
    assert not work.set_language(job.id, "de", 0.5)
    assert not work.fail(job.id, JobError("late", "Late."))
    assert not work.finish_preparation(job.id, duration=1.0, sha256="")
    assert not work.lose_section_file(job.id, 0)
    assert jobs.find(job.id) == before
    assert transcripts.segments(job.id) == ()


def test_failure_is_kept_with_its_reason(jobs: JobStore, work: WorkStore, add: Add) -> None:
    job = add()
    error = JobError("media_not_found", "There is no 'caf\udce9.wav'.", "Look elsewhere.")
    work.fail(job.id, error)
    failed = jobs.get(job.id)
    assert failed.status is JobStatus.FAILED
    assert failed.error == dataclasses.replace(error, message="There is no 'caf\\udce9.wav'.")


def test_section_is_added_once(
    work: WorkStore, add: Add, section: MakeSection, jobs: JobStore
) -> None:
    job = add()
    assert work.add_section(job.id, section(0, silent=True))
    before = jobs.get(job.id)
    assert not work.add_section(job.id, section(0, silent=True))
    assert jobs.get(job.id) == before
    assert work.known_sections(job.id) == (section(0, silent=True),)
    assert work.section_count(job.id) == 1


def test_sections_that_need_a_file(
    work: WorkStore, add: Add, section: MakeSection, save: Save
) -> None:
    job = add()
    for part in (section(0), section(1, silent=True), section(2)):
        work.add_section(job.id, part)
    save(job, 0)
    assert work.waiting_sections(job.id) == {2}
    assert [s.index for s in work.known_sections(job.id)] == [0, 1, 2]


def test_lost_file_asks_for_preparation_again(
    work: WorkStore, add: Add, section: MakeSection, save: Save, jobs: JobStore
) -> None:
    job = add()
    for index in range(2):
        work.add_section(job.id, section(index))
    save(job, 0)
    work.finish_preparation(job.id, duration=20.0, sha256="")
    assert work.next_to_prepare() is None
    assert not work.lose_section_file(job.id, 0)
    assert work.lose_section_file(job.id, 1)
    again = work.next_to_prepare()
    assert again is not None
    assert again.id == job.id
    assert work.waiting_sections(job.id) == {1}
    assert not work.finish_preparation(job.id, duration=20.0, sha256="")
    assert save(job, 1)


def test_work_is_handed_out_oldest_first(work: WorkStore, add: Add, section: MakeSection) -> None:
    made = [add() for _ in range(5)]
    ids = [job.id for job in made]
    for job in reversed(made):
        for index in (1, 0):
            work.add_section(job.id, section(index))
    taken: list[tuple[str, int]] = []
    prepared: list[str] = []
    while found := work.next_to_recognise(taken):
        taken.append((found[0].id, found[1].index))
    while job_found := work.next_to_prepare(prepared):
        prepared.append(job_found.id)
    assert taken == [(job_id, index) for job_id in ids for index in (0, 1)]
    assert prepared == ids


def test_nothing_is_recognised_before_its_language_is_known(
    work: WorkStore, add: Add, section: MakeSection, jobs: JobStore
) -> None:
    auto, english = add("auto"), add("en")
    for job in (auto, english):
        work.add_section(job.id, section(0))
    found = work.next_to_recognise()
    assert found is not None
    assert found[0].id == english.id
    assert work.set_language(auto.id, "de", 0.9)
    found = work.next_to_recognise()
    assert found is not None
    assert found == (jobs.get(auto.id), section(0))
    assert (found[0].spoken_language, found[0].language_probability) == ("de", 0.9)


def test_detection_waits_for_its_sections(
    work: WorkStore, add: Add, section: MakeSection, jobs: JobStore
) -> None:
    job = add("auto")
    work.add_section(job.id, section(0, silent=True))
    work.add_section(job.id, section(1))
    assert work.sections_for_detection(job.id, 2) is None
    assert work.next_to_detect(2) is None
    work.add_section(job.id, section(2))
    work.add_section(job.id, section(3))
    chosen = (section(1), section(2))
    assert work.sections_for_detection(job.id, 2) == chosen
    assert work.next_to_detect(2) == (jobs.get(job.id), chosen)
    assert work.next_to_detect(2, skip=[job.id]) is None
    assert work.next_to_detect(4) is None
    work.finish_preparation(job.id, duration=40.0, sha256="")
    assert work.sections_for_detection(job.id, 4) == (*chosen, section(3))
    assert work.next_to_detect(4) is not None
    work.set_language(job.id, "en", 1.0)
    assert work.next_to_detect(2) is None


def test_detection_of_silence_and_of_nothing(
    work: WorkStore, add: Add, section: MakeSection
) -> None:
    job = add("auto")
    assert work.sections_for_detection(job.id, 2) is None
    work.add_section(job.id, section(0, silent=True))
    work.finish_preparation(job.id, duration=10.0, sha256="")
    assert work.sections_for_detection(job.id, 2) == ()
    with pytest.raises(JobNotFound):
        work.sections_for_detection("job_none", 2)


def test_crashes_are_counted(work: WorkStore, add: Add, section: MakeSection) -> None:
    job = add()
    work.add_section(job.id, section(0))
    assert [work.note_section_crash(job.id, 0) for _ in range(2)] == [1, 2]
    assert [work.note_prepare_crash(job.id) for _ in range(2)] == [1, 2]
    assert work.note_section_crash(job.id, 1) == 0
    assert work.note_prepare_crash("job_none") == 0


def test_paused_and_finished_jobs_are_not_wanted(
    work: WorkStore, add: Add, section: MakeSection, jobs: JobStore
) -> None:
    running, paused, stopped = add("auto"), add("auto"), add("auto")
    for job in (paused, stopped):
        work.add_section(job.id, section(0))
    jobs.set_paused(paused.id, paused=True)
    jobs.cancel(stopped.id)
    assert work.active_job_ids() == {running.id}
    assert work.next_to_detect(1) is None
    work.set_language(paused.id, "en", 1.0)
    assert work.next_to_recognise() is None


def test_result_for_a_paused_job_is_kept(
    work: WorkStore,
    add: Add,
    section: MakeSection,
    segment: MakeSegment,
    jobs: JobStore,
    save: Save,
    transcripts: TranscriptStore,
) -> None:
    job = add()
    work.add_section(job.id, section(0))
    jobs.set_paused(job.id, paused=True)
    save(job, 0, [segment("not lost")])
    assert transcripts.get(job.id).text == "not lost"


def test_state_survives_reopening(
    tmp_path: Path,
    database: Database,
    jobs: JobStore,
    work: WorkStore,
    add: Add,
    info: MediaInfo,
    section: MakeSection,
    save: Save,
    segment: MakeSegment,
) -> None:
    job = add()
    work.begin(job.id, info)
    for index in range(2):
        work.add_section(job.id, section(index))
    save(job, 0, [segment("first")])
    before = jobs.get(job.id)
    database.close_all()
    again = Database(tmp_path / "kopia.db", backups=tmp_path / "backups")
    WorkStore(again).check_writable()
    assert JobStore(again).get(job.id) == before
    assert WorkStore(again).next_to_recognise() == (before, section(1))
    again.close_all()
