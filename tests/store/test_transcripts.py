from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest

from kopia_desktop.core.edits import EditKind, History
from kopia_desktop.core.errors import JobNotFound, SegmentNotFound, StateConflict
from kopia_desktop.core.job import Job, JobOptions, MediaFile
from kopia_desktop.core.transcript import Section, Segment, Word
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobQuery, JobStore
from kopia_desktop.store.transcripts import TranscriptStore
from kopia_desktop.store.work import WorkStore

Finish = Callable[..., Job]
MakeSegment = Callable[..., Segment]


def _texts(segments: tuple[Segment, ...]) -> list[str]:
    return [segment.text for segment in segments]


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
    (edited,) = transcripts.edit(job.id, ids[0], text="  one  2\nthree four ").changed
    assert (edited.text, edited.edited) == ("one 2 three four", True)
    assert edited.words[1] == Word("2", 0.5, 1.0, 1.0)
    assert edited.words[2] == Word("three", 1.0, 1.5, 0.75)
    assert transcripts.segments(job.id)[0] == edited
    assert transcripts.recognised(job.id) == before
    assert transcripts.revert(job.id, ids[0]).changed == before.segments[:1]
    assert transcripts.get(job.id) == before


def test_edit_that_changes_nothing_is_no_edit(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    edited = transcripts.edit(job.id, ids[0], text=" one two  three four", start=0.0)
    assert edited.is_empty()
    assert edited.focus == ids[0]
    assert not transcripts.segments(job.id)[0].edited
    assert transcripts.history(job.id) == History()


def test_times_are_edited_and_order_follows(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    edited = transcripts.edit(job.id, ids[0], start=4.5, end=6.5)
    (moved,) = edited.changed
    assert (edited.kind, moved.start, moved.end) == (EditKind.TIMES, 4.5, 6.5)
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
        transcripts.edit(job.id, ids[0], **change)  # type: ignore[arg-type]
    assert transcripts.get(job.id) == before


def test_odd_characters_of_an_edit_are_dropped(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    (edited,) = transcripts.edit(job.id, ids[0], text="a\0b \ud800 c").changed
    assert edited.text == "ab ? c"


def test_split_parts_share_words_and_times(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    before = transcripts.recognised(job.id)
    edited = transcripts.split(job.id, ids[0], 4)
    first, second = edited.changed
    assert (edited.kind, edited.removed, edited.focus) == (EditKind.SPLIT, (), second.id)
    assert (first.id, first.text, first.start, first.end) == (ids[0], "one", 0.0, 0.5)
    assert (second.text, second.start, second.end) == ("two three four", 0.5, 2.0)
    assert transcripts.segments(job.id) == (first, second, before.segments[1])
    assert transcripts.recognised(job.id) == before
    assert [hit.segment_id for hit in transcripts.search("three")] == [second.id]
    again, third = transcripts.split(job.id, second.id, 10).changed
    assert _texts((again, third)) == ["two three", "four"]
    # From any part the whole comes back.
    reverted = transcripts.revert(job.id, third.id)
    assert (reverted.changed, reverted.removed) == (before.segments[:1], (second.id, third.id))
    assert reverted.focus == ids[0]
    assert transcripts.get(job.id) == before
    assert [hit.segment_id for hit in transcripts.search("three")] == [ids[0]]


@pytest.mark.parametrize(
    ("position", "first"),
    [
        (2, "one"),
        (3, "one"),
        (5, "one"),
        (6, "one two"),
        (12, "one two three"),
        (15, "one two three"),
    ],
)
def test_split_goes_to_the_nearest_border(
    job: Job, ids: list[int], transcripts: TranscriptStore, position: int, first: str
) -> None:
    assert transcripts.split(job.id, ids[0], position).changed[0].text == first


@pytest.mark.parametrize("position", [-1, 0, 1, 17, 18, 99])
def test_split_needs_words_on_both_sides(
    job: Job, ids: list[int], transcripts: TranscriptStore, position: int
) -> None:
    before = transcripts.get(job.id)
    with pytest.raises(StateConflict) as caught:
        transcripts.split(job.id, ids[0], position, text="one two three four")
    assert caught.value.hint
    assert transcripts.get(job.id) == before


def test_split_of_an_unsaved_text_is_one_step(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    before = transcripts.get(job.id)
    text = "  one  and\ttwo three four"
    first, second = transcripts.split(job.id, ids[0], text.index("two"), text=text).changed
    assert _texts((first, second)) == ["one and", "two three four"]
    assert second.words == before.segments[0].words[1:]
    assert transcripts.undo(job.id)
    assert transcripts.get(job.id) == before
    with pytest.raises(StateConflict):
        transcripts.split(job.id, ids[0], 1, text=" ")


def test_split_of_chinese_between_any_two_words(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(segment("今天天气很好", 0.0))
    (whole,) = transcripts.edit(
        job.id, transcripts.segments(job.id)[0].id, text="今天天气不好。"
    ).changed
    first, second = transcripts.split(job.id, whole.id, 4).changed
    assert _texts((first, second)) == ["今天天气", "不好。"]
    assert not second.words[0].glued


def test_split_where_the_words_do_not_make_the_text(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(
        replace(segment("one two", 0.0), text="One two three."),
        replace(segment("x", 2.0), words=(), text="Four five."),
    )
    for each, position in zip(transcripts.segments(job.id), (4, 5), strict=True):
        transcripts.split(job.id, each.id, position)
    assert _texts(transcripts.segments(job.id)) == ["One", "two three.", "Four", "five."]


def test_merge_and_back(job: Job, ids: list[int], transcripts: TranscriptStore) -> None:
    before = transcripts.recognised(job.id)
    edited = transcripts.merge(job.id, ids[0], ids[1])
    (merged,) = edited.changed
    assert (edited.removed, edited.focus) == ((ids[1],), ids[0])
    assert (merged.id, merged.text) == (ids[0], "one two three four five six")
    assert (merged.start, merged.end, len(merged.words)) == (0.0, 4.0, 6)
    assert transcripts.segments(job.id) == (merged,)
    assert transcripts.recognised(job.id) == before
    assert [hit.segment_id for hit in transcripts.search('"four five"')] == [ids[0]]
    assert transcripts.revert(job.id, ids[0]).changed == before.segments
    assert transcripts.get(job.id) == before


def test_merge_is_in_order_of_time_whatever_the_order_of_ids(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    (merged,) = transcripts.merge(job.id, ids[1], ids[0]).changed
    assert (merged.id, merged.text) == (ids[1], "one two three four five six")


def test_merge_of_chinese_puts_no_space(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(segment("今天。", 0.0), segment("天气", 1.0))
    first, second = (s.id for s in transcripts.segments(job.id))
    (merged,) = transcripts.merge(job.id, first, second).changed
    assert merged.text == "今天。天气"
    assert merged.words[1].glued


def test_merge_is_refused_across_recordings_and_with_itself(
    job: Job, ids: list[int], finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    other = transcripts.segments(finish(segment("elsewhere")).id)[0].id
    with pytest.raises(SegmentNotFound):
        transcripts.merge(job.id, ids[0], other)
    with pytest.raises(StateConflict):
        transcripts.merge(job.id, ids[0], ids[0])


def test_mixed_splits_and_merges_come_back_whole(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    before = transcripts.get(job.id)
    _, part = transcripts.split(job.id, ids[0], 8).changed
    transcripts.merge(job.id, part.id, ids[1])
    transcripts.split(job.id, part.id, 6)
    transcripts.edit(job.id, part.id, text="quite other")
    assert _texts(transcripts.segments(job.id)) == ["one two", "quite other", "four five six"]
    assert transcripts.revert(job.id, ids[0]).changed == before.segments
    assert transcripts.get(job.id) == before
    assert transcripts.search("quite") == ()


def test_a_deleted_segment_comes_back_as_it_was(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    (edited,) = transcripts.edit(job.id, ids[0], text="other words").changed
    deleted = transcripts.delete(job.id, [ids[0]])
    assert (deleted.changed, deleted.removed, deleted.focus) == ((), (ids[0],), ids[1])
    assert transcripts.get(job.id).text == "five six"
    assert transcripts.search("other") == ()
    with pytest.raises(SegmentNotFound):
        transcripts.edit(job.id, ids[0], text="a")
    back = transcripts.undo(job.id)
    assert back is not None
    assert back.changed == (edited,)
    assert len(transcripts.search("other")) == 1


def test_the_cursor_after_deleting(job: Job, ids: list[int], transcripts: TranscriptStore) -> None:
    assert transcripts.delete(job.id, ids[1:]).focus == ids[0]
    assert transcripts.delete(job.id, ids[:1]).focus is None
    assert transcripts.get(job.id).segments == ()
    assert transcripts.delete(job.id, []).is_empty()
    assert [transcripts.undo(job.id), transcripts.undo(job.id)][0].focus == ids[0]  # type: ignore[union-attr]


def test_several_are_deleted_or_none(
    job: Job, ids: list[int], transcripts: TranscriptStore
) -> None:
    with pytest.raises(SegmentNotFound):
        transcripts.delete(job.id, [*ids, 999])
    assert len(transcripts.get(job.id).segments) == 2
    assert transcripts.delete(job.id, [*ids, ids[0]]).removed == tuple(ids)
    back = transcripts.undo(job.id)
    assert back is not None
    assert (back.kind, [each.id for each in back.changed]) == (EditKind.DELETE, ids)


def test_unknown_segments(
    job: Job, finish: Finish, segment: MakeSegment, transcripts: TranscriptStore, ids: list[int]
) -> None:
    calls: list[Callable[[int], object]] = [
        lambda each: transcripts.edit(job.id, each, text="a"),
        lambda each: transcripts.revert(job.id, each),
        lambda each: transcripts.delete(job.id, [each]),
        lambda each: transcripts.split(job.id, each, 1),
        lambda each: transcripts.merge(job.id, ids[0], each),
    ]
    of_another_job = transcripts.segments(finish(segment("elsewhere")).id)[0].id
    for call in calls:
        for unknown in (999, of_another_job):
            with pytest.raises(SegmentNotFound):
                call(unknown)
    with pytest.raises(JobNotFound):
        transcripts.edit("job_none", ids[0], text="a")


# Replacing


def test_replace_all_changes_what_it_finds_and_nothing_else(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(segment("Cat and concat", 0.0), segment("nothing", 4.0), segment("a cat", 6.0))
    ids = [each.id for each in transcripts.segments(job.id)]
    edited = transcripts.replace_all(job.id, "cat", "dog", match_case=False, whole_words=True)
    assert (edited.kind, edited.removed, edited.focus) == (EditKind.REPLACE, (), ids[0])
    assert _texts(edited.changed) == ["dog and concat", "a dog"]
    assert [word.start for word in edited.changed[0].words] == [0.0, 0.5, 1.0]
    assert len(transcripts.search("dog")) == 2
    again = transcripts.replace_all(job.id, "Cat", "x", match_case=True, whole_words=False)
    assert again.is_empty()
    assert transcripts.replace_all(
        job.id, "dog", "dog", match_case=False, whole_words=False
    ).is_empty()
    transcripts.undo(job.id)
    assert not transcripts.get(job.id).segments[0].edited
    assert transcripts.history(job.id) == History(redo=EditKind.REPLACE)


def test_replace_all_deletes_what_it_empties(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(segment("um", 0.0), segment("well um yes", 4.0))
    first, second = (each.id for each in transcripts.segments(job.id))
    edited = transcripts.replace_all(job.id, "um", "", match_case=False, whole_words=True)
    assert (_texts(edited.changed), edited.removed, edited.focus) == (
        ["well yes"],
        (first,),
        second,
    )
    transcripts.undo(job.id)
    assert transcripts.get(job.id).text == "um well um yes"


# Spelling


@pytest.fixture
def british(
    database: Database, finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> Segment:
    """Recognised in American spelling, read in British."""
    job = finish(segment("The color of the center.", 0.0))
    with database.transaction() as db:
        db.execute_sql("UPDATE jobs SET language = 'en_uk'")  # type: ignore[no-untyped-call]
    return transcripts.segments(job.id)[0]


@pytest.fixture
def british_job(british: Segment, jobs: JobStore) -> str:
    return jobs.list_jobs(JobQuery()).jobs[0].id


def test_words_left_alone_are_stored_as_they_were(
    british: Segment, british_job: str, transcripts: TranscriptStore
) -> None:
    (shown,) = transcripts.edit(
        british_job, british.id, text="The colour of the old centre."
    ).changed
    (stored,) = transcripts.segments(british_job)
    assert shown.text == "The colour of the old centre."
    assert stored.text == "The color of the old center."
    assert stored.words[1] == british.words[1]
    assert transcripts.edit(british_job, british.id, text=shown.text).is_empty()


def test_a_segment_is_split_and_replaced_as_it_reads(
    british: Segment, british_job: str, transcripts: TranscriptStore
) -> None:
    found = transcripts.replace_all(
        british_job, "the colour", "A colour", match_case=False, whole_words=True
    )
    assert _texts(found.changed) == ["A colour of the centre."]
    first, second = transcripts.split(british_job, british.id, len("A colour of")).changed
    assert _texts((first, second)) == ["A colour of", "the centre."]
    assert _texts(transcripts.segments(british_job)) == ["A color of", "the center."]


# In pieces


def test_pieces_are_the_transcript(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(*(segment(f"number {number}", float(number % 7)) for number in range(25)))
    pieces = list(transcripts.pieces(job.id, size=10))
    assert [len(piece.segments) for piece in pieces] == [10, 10, 5]
    whole = transcripts.get(job.id)
    assert tuple(each for piece in pieces for each in piece.segments) == whole.segments
    assert all(replace(piece, segments=whole.segments) == whole for piece in pieces)
    with pytest.raises(JobNotFound):
        next(transcripts.pieces("job_none", size=10))
    (empty,) = transcripts.pieces(finish().id, size=10)
    assert empty.segments == ()


def test_pieces_lose_and_double_nothing_while_segments_are_edited(
    finish: Finish, segment: MakeSegment, transcripts: TranscriptStore
) -> None:
    job = finish(*(segment(f"a{number} b{number}", 2.0 * number) for number in range(30)))
    ids = [each.id for each in transcripts.segments(job.id)]
    transcripts.delete(job.id, ids[2:3])
    pieces = transcripts.pieces(job.id, size=10)
    given = [each.id for each in next(pieces).segments]
    transcripts.undo(job.id)  # comes back before the place
    transcripts.edit(job.id, ids[0], start=70.0, end=71.0)  # goes to the end, was given
    transcripts.edit(job.id, ids[20], start=0.5, end=1.0)  # goes to the beginning, was not
    transcripts.split(job.id, ids[15], 3)
    transcripts.split(job.id, ids[5], 3)
    transcripts.delete(job.id, [ids[25]])
    transcripts.merge(job.id, ids[26], ids[27])
    given += [each.id for piece in pieces for each in piece.segments]
    assert len(given) == len(set(given))
    assert set(given) == {each.id for each in transcripts.segments(job.id)}


def test_database_itself_guards_what_was_recognised(database: Database, ids: list[int]) -> None:
    with database.reading() as db:
        connection: sqlite3.Connection = db.connection()  # type: ignore[no-untyped-call]
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        connection.execute("UPDATE segments SET recognised_text = 'forged'")
