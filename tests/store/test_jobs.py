from __future__ import annotations

import dataclasses
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from kopia_desktop.core.errors import JobNotFound, StateConflict
from kopia_desktop.core.job import (
    ExportWish,
    Job,
    JobOptions,
    JobStatus,
    MediaFile,
    MediaInfo,
)
from kopia_desktop.core.transcript import Section, Segment
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobQuery, JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.work import WorkStore

Media = Callable[..., MediaFile]
NOON = datetime(2026, 5, 1, 12, 0, 0, 123456, tzinfo=UTC)


def test_job_comes_back_as_it_was_added(jobs: JobStore) -> None:
    options = JobOptions("en_uk", "large", remove_filler_words=True, audio_track=2)
    media = MediaFile("/a/ünï 会議.mp4", "ünï 会議.mp4", 2**40, 2**62, True, "video/mp4")
    job = jobs.add(options=options, media=media, now=NOON)
    assert job == jobs.get(job.id) == jobs.find(job.id)
    assert (job.options, job.media, job.status) == (options, media, JobStatus.QUEUED)
    assert job.created_at == job.updated_at == NOON.replace(microsecond=123000)
    assert job.title == "ünï 会議.mp4"


@pytest.mark.skipif(sys.platform == "win32", reason="names there are Unicode")
def test_file_name_that_is_no_unicode_survives(jobs: JobStore) -> None:
    name = os.fsdecode(b"caf\xe9.wav")
    media = MediaFile(f"/a/{name}", name, 1, 1)
    job = jobs.add(options=JobOptions(), media=media)
    assert jobs.get(job.id).media == media
    assert jobs.find_same(media, JobOptions()) == job


def test_unknown_job(jobs: JobStore) -> None:
    assert jobs.find("job_none") is None
    calls: list[Callable[[str], object]] = [
        jobs.get,
        jobs.cancel,
        jobs.retry,
        jobs.delete,
        jobs.parameters,
        lambda job_id: jobs.set_paused(job_id, paused=True),
        lambda job_id: jobs.attach_media(job_id, MediaFile("/a", "a", 1, 1)),
    ]
    for call in calls:
        with pytest.raises(JobNotFound):
            call("job_none")


def test_media_is_attached_once(jobs: JobStore, media: Media) -> None:
    job = jobs.add(options=JobOptions())
    assert (job.status, job.media) == (JobStatus.PENDING, None)
    attached = jobs.attach_media(job.id, media())
    assert (attached.status, attached.media) == (JobStatus.QUEUED, media())
    with pytest.raises(StateConflict):
        jobs.attach_media(job.id, media("other.wav"))
    assert jobs.get(job.id).media == media()


def test_cancel_and_retry_keep_what_is_done(
    jobs: JobStore,
    work: WorkStore,
    media: Media,
    info: MediaInfo,
    section: Callable[..., Section],
    segment: Callable[..., Segment],
    save: Callable[..., bool],
    transcripts: TranscriptStore,
) -> None:
    job = jobs.add(options=JobOptions("en"), media=media())
    work.begin(job.id, info)
    work.add_section(job.id, section(0))
    work.add_section(job.id, section(1))
    save(job, 0, [segment("first words")])
    work.note_section_crash(job.id, 1)
    work.note_prepare_crash(job.id)
    cancelled = jobs.cancel(job.id)
    assert cancelled.status is JobStatus.FAILED
    assert cancelled.was_cancelled()
    assert cancelled.error is not None
    assert cancelled.error.hint
    with pytest.raises(StateConflict):
        jobs.cancel(job.id)
    again = jobs.retry(job.id)
    assert (again.status, again.error) == (JobStatus.QUEUED, None)
    assert work.waiting_sections(job.id) == {1}
    assert [s.text for s in transcripts.segments(job.id)] == ["first words"]
    assert work.note_section_crash(job.id, 1) == 1
    assert work.note_prepare_crash(job.id) == 1
    with pytest.raises(StateConflict):
        jobs.retry(job.id)


def test_cancelled_job_without_media_waits_for_it_again(jobs: JobStore) -> None:
    job = jobs.add(options=JobOptions())
    jobs.cancel(job.id)
    assert jobs.retry(job.id).status is JobStatus.PENDING


def test_completed_job_takes_no_transition(jobs: JobStore, finish: Callable[..., Job]) -> None:
    job = finish()
    calls: list[Callable[[str], object]] = [
        jobs.cancel,
        jobs.retry,
        lambda job_id: jobs.set_paused(job_id, paused=True),
        lambda job_id: jobs.attach_media(job_id, MediaFile("/a", "a", 1, 1)),
    ]
    for call in calls:
        with pytest.raises(StateConflict):
            call(job.id)
    assert jobs.get(job.id) == job


def test_paused_job_is_held_back_and_let_go(jobs: JobStore, work: WorkStore, media: Media) -> None:
    job = jobs.add(options=JobOptions(), media=media())
    assert jobs.set_paused(job.id, paused=True).paused
    assert work.next_to_prepare() is None
    assert work.active_job_ids() == frozenset()
    assert work.unfinished_exists()
    jobs.set_paused(job.id, paused=False)
    assert work.next_to_prepare() == jobs.get(job.id)


def test_retry_lets_a_job_go_that_was_paused_when_stopped(jobs: JobStore, media: Media) -> None:
    job = jobs.add(options=JobOptions(), media=media())
    jobs.set_paused(job.id, paused=True)
    jobs.cancel(job.id)
    assert not jobs.retry(job.id).paused


def test_delete_takes_everything_along(
    jobs: JobStore,
    database: Database,
    transcripts: TranscriptStore,
    finish: Callable[..., Job],
    segment: Callable[..., Segment],
) -> None:
    kept, gone = finish(segment("same words")), finish(segment("same words"))
    assert jobs.delete(gone.id) == gone
    with pytest.raises(JobNotFound):
        jobs.delete(gone.id)
    assert [hit.job_id for hit in transcripts.search("same words")] == [kept.id]
    assert transcripts.segments(gone.id) == ()
    with database.reading() as db:
        for table in ("sections", "segments", "segments_fts"):
            rows = db.execute_sql(f"SELECT count(*) FROM {table}")  # type: ignore[no-untyped-call]
            assert rows.fetchone()[0] == 1


def test_parameters_are_kept_for_provenance(
    jobs: JobStore, finish: Callable[..., Job], media: Media
) -> None:
    assert jobs.parameters(jobs.add(options=JobOptions(), media=media()).id) == {}
    assert jobs.parameters(finish().id) == {"beam_size": 5}


def test_find_same_wants_the_same_file_and_options(jobs: JobStore, media: Media) -> None:
    options = JobOptions("en")
    assert jobs.find_same(media(), options) is None
    old = jobs.add(options=options, media=media(), now=NOON)
    new = jobs.add(options=options, media=media(), now=NOON + timedelta(seconds=1))
    assert jobs.find_same(media(), options) == new
    jobs.cancel(new.id)
    assert jobs.find_same(media(), options) == jobs.get(new.id)
    jobs.delete(new.id)
    assert jobs.find_same(media(), options) == old
    assert jobs.find_same(media(modified_ns=5), options) is None
    assert jobs.find_same(dataclasses.replace(media(), size_bytes=5), options) is None
    for change in (
        {"language": "de"},
        {"model": "large"},
        {"audio_track": 0},
    ):
        assert jobs.find_same(media(), dataclasses.replace(options, **change)) is None
    without = dataclasses.replace(options, remove_filler_words=True)
    assert jobs.find_same(media(), without) == old, "filler words are a view, not another job"
    wishing = dataclasses.replace(
        options, translate_to=("es",), export=ExportWish(("srt",), "/out")
    )
    assert jobs.find_same(media(), wishing) == old, "so is what is made of the transcript"


def test_wishes_are_kept_with_the_job(jobs: JobStore, media: Media) -> None:
    for wish in (None, ExportWish(("srt", "docx")), ExportWish(("txt",), "/out/caf\udce9")):
        options = JobOptions("en", translate_to=("es", "zh-Hans"), export=wish)
        assert jobs.add(options=options, media=media()).options == options
    assert jobs.add(options=JobOptions(), media=media()).options == JobOptions()


def test_media_that_moved_keeps_its_name(jobs: JobStore, finish: Callable[..., Job]) -> None:
    job = finish()
    found = MediaFile("/elsewhere/renamed.wav", "renamed.wav", 1000, 7)
    moved = jobs.move_media(job.id, found)
    assert moved.media == dataclasses.replace(found, name="talk.wav")
    assert moved.media_sha256 == "00"
    other = jobs.replace_media(job.id, dataclasses.replace(found, size_bytes=5))
    assert (other.media_sha256, other.title) == (None, "talk.wav")
    with pytest.raises(JobNotFound):
        jobs.move_media("job_none", found)


def test_only_a_completed_job_takes_other_media(jobs: JobStore, media: Media) -> None:
    job = jobs.add(options=JobOptions(), media=media())
    with pytest.raises(StateConflict):
        jobs.replace_media(job.id, media("other.wav"))
    assert jobs.move_media(job.id, media("other.wav")).title == "talk.wav"
    waiting = jobs.add(options=JobOptions())
    with pytest.raises(StateConflict):
        jobs.move_media(waiting.id, media())


def test_many_are_deleted_at_once(jobs: JobStore, media: Media, finish: Callable[..., Job]) -> None:
    made = [finish(), jobs.add(options=JobOptions()), jobs.add(options=JobOptions(), media=media())]
    ids = [job.id for job in made]
    assert jobs.delete_many([ids[0], "job_none", ids[1]]) == (made[0], made[1])
    assert jobs.ids(JobQuery()) == (ids[2],)
    assert jobs.existing(ids) == {ids[2]}
    assert jobs.existing([f"{each}.peaks" for each in ids]) == {f"{ids[2]}.peaks"}


def test_media_that_was_brought_for_completed_jobs(
    jobs: JobStore, media: Media, finish: Callable[..., Job]
) -> None:
    mine = finish()
    brought = jobs.move_media(finish().id, dataclasses.replace(media("b.mp3"), owned=True))
    jobs.add(options=JobOptions(), media=dataclasses.replace(media("c.mp3"), owned=True))
    assert mine.media is not None
    assert brought.media is not None
    assert jobs.brought_media() == {brought.id: brought.media.path}
