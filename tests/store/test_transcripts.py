from __future__ import annotations

import sqlite3
from collections.abc import Callable

import pytest

from kopia_desktop.core.errors import JobNotFound, SegmentNotFound, StateConflict
from kopia_desktop.core.job import Job, JobOptions, MediaFile
from kopia_desktop.core.transcript import Section, Segment, Word
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.work import WorkStore

Finish = Callable[..., Job]
MakeSegment = Callable[..., Segment]


def _texts(segments: tuple[Segment, ...]) -> list[str]:
    return [segment.text for segment in segments]


@pytest.fixture
def job(finish: Finish, segment: MakeSegment) -> Job:
    return finish(segment("one two three four", 0.0), segment("five six", 3.0))


@pytest.fixture
def ids(job: Job, transcripts: TranscriptStore) -> list[int]:
    return [segment.id for segment in transcripts.segments(job.id)]


def test_transcript_names_what_it_is_of(
    job: Job, transcripts: TranscriptStore, jobs: JobStore, media: Callable[..., MediaFile]
) -> None:
    found = transcripts.get(job.id)
    assert (found.job_id, found.language, found.duration, found.title) == (
        job.id,
        "en",
        10.0,
        "talk.wav",
    )
    assert found.text == "one two three four five six"
    unheard = jobs.add(options=JobOptions(), media=media())
    assert transcripts.get(unheard.id).language == "und"
    with pytest.raises(JobNotFound):
        transcripts.get("job_none")
    with pytest.raises(JobNotFound):
        transcripts.recognised("job_none")


def test_partial_transcript_is_in_order_of_time(
    jobs: JobStore,
    work: WorkStore,
    media: Callable[..., MediaFile],
    section: Callable[..., Section],
    segment: MakeSegment,
    save: Callable[..., bool],
    transcripts: TranscriptStore,
) -> None:
    job = jobs.add(options=JobOptions("en"), media=media())
    for index in range(3):
        work.add_section(job.id, section(index))
    save(job, 2, [segment("third", 20.0)])
    save(job, 0, [segment("first", 0.0)])
    assert transcripts.get(job.id).text == "first third"


def test_edit_keeps_what_was_recognised(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    before = transcripts.recognised(job.id)
    edited = transcripts.edit_segment(ids[0], text="  one  2\nthree four ")
    assert (edited.text, edited.edited) == ("one 2 three four", True)
    assert edited.words[1] == Word("2", 0.5, 1.0, 1.0)
    assert edited.words[2] == Word("three", 1.0, 1.5, 0.75)
    assert transcripts.segments(job.id)[0] == edited
    assert transcripts.recognised(job.id) == before
    assert transcripts.revert_segment(ids[0]) == before.segments[:1]
    assert transcripts.get(job.id) == before


def test_edit_that_changes_nothing_is_no_edit(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    assert not transcripts.edit_segment(ids[0], text="one two three four").edited
    assert not transcripts.segments(job.id)[0].edited


def test_times_are_edited_and_order_follows(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    moved = transcripts.edit_segment(ids[0], start=4.5, end=6.5)
    assert (moved.start, moved.end) == (4.5, 6.5)
    assert [word.start for word in moved.words] == [4.5, 5.0, 5.5, 6.0]
    assert _texts(transcripts.segments(job.id)) == ["five six", "one two three four"]


@pytest.mark.parametrize(
    "change",
    [
        {"text": " \n"},
        {"start": -1.0},
        {"end": 0.0},
        {"start": 2.0},
        {"end": float("inf")},
        {"end": float("nan")},
        {"start": float("nan")},
    ],
)
def test_impossible_edits_are_refused(
    job: Job, ids: list[int], transcripts: TranscriptStore, change: dict[str, object]
) -> None:
    before = transcripts.get(job.id)
    with pytest.raises(StateConflict):
        transcripts.edit_segment(ids[0], **change)  # type: ignore[arg-type]
    assert transcripts.get(job.id) == before


def test_odd_characters_of_an_edit_are_dropped(
    ids: list[int], transcripts: TranscriptStore
) -> None:
    assert transcripts.edit_segment(ids[0], text="a\0b \ud800 c").text == "ab ? c"


def test_split_parts_share_words_and_times(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    before = transcripts.recognised(job.id)
    first, second = transcripts.split_segment(ids[0], 1)
    assert (first.id, first.text, first.start, first.end) == (ids[0], "one", 0.0, 0.5)
    assert (second.text, second.start, second.end) == ("two three four", 0.5, 2.0)
    assert transcripts.segments(job.id) == (first, second, before.segments[1])
    assert transcripts.recognised(job.id) == before
    assert [hit.segment_id for hit in transcripts.search("three")] == [second.id]
    again, third = transcripts.split_segment(second.id, 2)
    assert _texts((again, third)) == ["two three", "four"]
    # From any part the whole comes back.
    assert transcripts.revert_segment(third.id) == before.segments[:1]
    assert transcripts.get(job.id) == before
    assert [hit.segment_id for hit in transcripts.search("three")] == [ids[0]]


@pytest.mark.parametrize("index", [-1, 0, 4, 5])
def test_split_needs_words_on_both_sides(
    ids: list[int], transcripts: TranscriptStore, index: int
) -> None:
    with pytest.raises(StateConflict):
        transcripts.split_segment(ids[0], index)


def test_merge_and_back(job: Job, ids: list[int], transcripts: TranscriptStore) -> None:
    before = transcripts.recognised(job.id)
    merged = transcripts.merge_segments(ids[0], ids[1])
    assert (merged.id, merged.text) == (ids[0], "one two three four five six")
    assert (merged.start, merged.end, len(merged.words)) == (0.0, 4.0, 6)
    assert transcripts.segments(job.id) == (merged,)
    assert transcripts.recognised(job.id) == before
    assert [hit.segment_id for hit in transcripts.search('"four five"')] == [ids[0]]
    assert transcripts.revert_segment(ids[0]) == before.segments
    assert transcripts.get(job.id) == before


def test_merge_is_in_order_of_time_whatever_the_order_of_ids(
    ids: list[int], transcripts: TranscriptStore
) -> None:
    merged = transcripts.merge_segments(ids[1], ids[0])
    assert (merged.id, merged.text) == (ids[1], "one two three four five six")


def test_merge_of_chinese_puts_no_space(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(segment("今天。", 0.0), segment("天气", 1.0))
    first, second = (s.id for s in transcripts.segments(job.id))
    merged = transcripts.merge_segments(first, second)
    assert merged.text == "今天。天气"
    assert merged.words[1].glued


def test_merge_is_refused_across_recordings_and_with_itself(
    ids: list[int], finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    other = transcripts.segments(finish(segment("elsewhere")).id)[0].id
    for second in (other, ids[0]):
        with pytest.raises(StateConflict):
            transcripts.merge_segments(ids[0], second)


def test_mixed_splits_and_merges_come_back_whole(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    before = transcripts.get(job.id)
    _, part = transcripts.split_segment(ids[0], 2)
    transcripts.merge_segments(part.id, ids[1])
    transcripts.split_segment(part.id, 1)
    transcripts.edit_segment(part.id, text="quite other")
    assert _texts(transcripts.segments(job.id)) == ["one two", "quite other", "four five six"]
    assert transcripts.revert_segment(ids[0]) == before.segments
    assert transcripts.get(job.id) == before
    assert transcripts.search("quite") == ()


def test_deleted_segment_can_be_restored(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    edited = transcripts.edit_segment(ids[0], text="other words")
    transcripts.delete_segment(ids[0])
    assert transcripts.get(job.id).text == "five six"
    assert transcripts.search("other") == ()
    with pytest.raises(SegmentNotFound):
        transcripts.edit_segment(ids[0], text="a")
    assert transcripts.restore_segment(ids[0]) == edited
    assert len(transcripts.search("other")) == 1
    with pytest.raises(StateConflict):
        transcripts.restore_segment(ids[0])


def test_unknown_segments(transcripts: TranscriptStore, ids: list[int]) -> None:
    calls: list[Callable[[int], object]] = [
        transcripts.edit_segment,
        transcripts.revert_segment,
        transcripts.delete_segment,
        transcripts.restore_segment,
        lambda segment_id: transcripts.split_segment(segment_id, 1),
        lambda segment_id: transcripts.merge_segments(ids[0], segment_id),
    ]
    for call in calls:
        with pytest.raises(SegmentNotFound):
            call(999)


def test_database_itself_guards_what_was_recognised(database: Database, ids: list[int]) -> None:
    with database.reading() as db:
        connection: sqlite3.Connection = db.connection()  # type: ignore[no-untyped-call]
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE segments SET recognised_text = 'forged'")
