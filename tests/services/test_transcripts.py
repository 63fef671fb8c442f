"""Transcripts as a person reads and corrects them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.edits import EditKind, History
from kopia_desktop.core.errors import JobNotFound, SegmentNotFound, StateConflict
from kopia_desktop.core.events import Event, SegmentsEdited
from kopia_desktop.core.job import Job, JobOptions, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.transcripts import TranscriptService
from kopia_desktop.store.database import Database
from kopia_desktop.store.work import WorkStore

Complete = Callable[..., Job]


@pytest.fixture
def job(intake: IntakeService, recording: Path, options: JobOptions, complete: Complete) -> Job:
    return complete(intake.add(recording, options))


def test_filler_words_are_a_view(
    transcripts: TranscriptService, intake: IntakeService, recording: Path, complete: Complete
) -> None:
    job = complete(intake.add(recording, JobOptions("en", remove_filler_words=True)))
    assert transcripts.read(job.id).text == "So hello there."
    assert transcripts.read(job.id, remove_fillers=False).text == "So, um, hello there."
    plain = complete(intake.add(recording, JobOptions("en")))
    assert transcripts.read(plain.id).text == "So, um, hello there."
    assert transcripts.read(plain.id, remove_fillers=True).text == "So hello there."


def test_spelling_is_a_view(
    transcripts: TranscriptService, intake: IntakeService, recording: Path, complete: Complete
) -> None:
    job = complete(intake.add(recording, JobOptions("en_uk")), "The color of the center.")
    assert transcripts.read(job.id).text == "The colour of the centre."
    assert transcripts.read(job.id).language == "en_uk"


def test_search_and_edit(transcripts: TranscriptService, job: Job, events: list[Event]) -> None:
    (hit,) = transcripts.search("hello")
    assert hit.job_id == job.id
    (segment,) = transcripts.read(job.id).segments
    (edited,) = transcripts.edit(job.id, segment.id, text="So, um, goodbye.").changed
    assert (edited.text, edited.edited) == ("So, um, goodbye.", True)
    assert events[-1] == SegmentsEdited(job.id)
    assert transcripts.search("hello") == ()
    assert len(transcripts.search("goodbye")) == 1
    with pytest.raises(SegmentNotFound):
        transcripts.edit(job.id, 999, text="x")


def test_each_step_is_told_and_can_be_undone(
    transcripts: TranscriptService, job: Job, events: list[Event]
) -> None:
    before = transcripts.read(job.id)
    (whole,) = before.segments
    events.clear()
    first, second = transcripts.split(job.id, whole.id, 8, text="So, now, hello there.").changed
    assert (first.text, second.text) == ("So, now,", "hello there.")
    transcripts.edit(job.id, second.id, start=second.start + 0.1)
    transcripts.merge(job.id, first.id, second.id)
    transcripts.replace_all(job.id, "NOW", "then", match_case=False, whole_words=True)
    transcripts.delete(job.id, [first.id])
    assert transcripts.read(job.id).segments == ()
    assert events == [SegmentsEdited(job.id)] * 5
    kinds = []
    while undone := transcripts.undo(job.id):
        kinds.append(undone.kind)
    assert kinds == ["delete", "replace", "merge", "times", "split"]
    assert transcripts.read(job.id) == before
    assert transcripts.history(job.id) == History(redo=EditKind.SPLIT)
    assert transcripts.redo(job.id)
    assert transcripts.history(job.id) == History(undo=EditKind.SPLIT, redo=EditKind.TIMES)
    assert transcripts.revert(job.id, first.id).changed == before.segments
    assert events == [SegmentsEdited(job.id)] * 12


def test_what_changes_nothing_is_not_told(
    transcripts: TranscriptService, job: Job, events: list[Event]
) -> None:
    (segment,) = transcripts.read(job.id).segments
    events.clear()
    assert transcripts.edit(job.id, segment.id, text=f" {segment.text}").is_empty()
    assert transcripts.revert(job.id, segment.id).is_empty()
    assert transcripts.replace_all(
        job.id, "absent", "x", match_case=True, whole_words=False
    ).is_empty()
    assert transcripts.undo(job.id) is None
    assert transcripts.redo(job.id) is None
    with pytest.raises(StateConflict):
        transcripts.split(job.id, segment.id, 0)
    assert events == []


def test_edits_and_pieces_show_filler_words_and_the_spelling(
    transcripts: TranscriptService, intake: IntakeService, recording: Path, complete: Complete
) -> None:
    options = JobOptions("en_uk", remove_filler_words=True)
    job = complete(intake.add(recording, options), "The, um, color of it.")
    (piece,) = transcripts.pieces(job.id)
    (segment,) = piece.segments
    assert segment.text == "The, um, colour of it."
    assert (piece.language, piece.title) == ("en_uk", "My talk.wav")
    (edited,) = transcripts.edit(job.id, segment.id, text="The, um, colour of all.").changed
    assert edited.text == "The, um, colour of all."
    assert transcripts.read(job.id).text == "The colour of all."
    with pytest.raises(JobNotFound):
        next(transcripts.pieces("job_none"))


def test_what_is_there_can_be_edited_while_more_comes(
    transcripts: TranscriptService,
    intake: IntakeService,
    recording: Path,
    options: JobOptions,
    database: Database,
) -> None:
    job, work = intake.add(recording, options), WorkStore(database)
    work.begin(job.id, MediaInfo(MediaType.AUDIO, 20.0, "wav", "pcm_s16le", 1))
    for index in range(2):
        start = 10.0 * index
        work.add_section(job.id, Section(index, start, start + 10, (Span(start, start + 5),), "0"))

    def recognise(index: int) -> None:
        said = Segment(0, 10.0 * index, 10.0 * index + 1, f"Said {index}.")
        work.save_result(
            job.id, index, [said], language="en", device="", model_hash="", parameters={}
        )

    recognise(1)
    (segment,) = transcripts.read(job.id).segments
    transcripts.edit(job.id, segment.id, text="Corrected.")
    recognise(0)
    assert transcripts.read(job.id).text == "Said 0. Corrected."
    assert transcripts.undo(job.id)
    assert transcripts.read(job.id).text == "Said 0. Said 1."
