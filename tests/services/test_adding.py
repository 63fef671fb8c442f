"""Many recordings become jobs: in steps, none twice, each refusal told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.adding import Adding, AddStep, AddSummary, Repeat, Wanted
from kopia_desktop.services.intake import IntakeService
from kopia_desktop.services.jobs import JobService
from kopia_desktop.services.models import ModelService
from kopia_desktop.store.jobs import JobQuery

Add = Callable[..., AddSummary]


@pytest.fixture
def make(intake: IntakeService, data_folder: DataFolder) -> Callable[[Wanted], Adding]:
    models = ModelService(data_folder)
    return lambda wanted: Adding(intake, models, wanted, JobOptions)


@pytest.fixture
def add(make: Callable[[Wanted], Adding]) -> Add:
    def run(*paths: Path, text: str = "", repeat: Repeat = Repeat.FIND) -> AddSummary:
        adding = make(Wanted(paths, text, repeat=repeat))
        while not adding.step().is_over:
            pass
        return adding.summary()

    return run


def test_files_and_links_become_jobs(add: Add, jobs: JobService, recording: Path) -> None:
    done = add(recording, text="https://a.example/talk.mp3 http://a.example/old.mp3")
    first, second = (jobs.get(job_id) for job_id in done.added)
    assert (first.title, first.status) == ("My talk.wav", JobStatus.QUEUED)
    assert (second.media_url, second.status) == ("https://a.example/talk.mp3", JobStatus.PENDING)
    assert [one.name for one in done.refused] == ["http://a.example/old.mp3"]
    assert not done.is_plain()


def test_an_unchanged_file_is_found_and_not_done_twice(
    add: Add, jobs: JobService, recording: Path, complete: Callable[..., Job]
) -> None:
    (job_id,) = add(recording).added
    for _ in range(2):
        again = add(recording)
        assert (again.added, [one.job_id for one in again.already]) == ((), [job_id])
        complete(jobs.get(job_id)) if jobs.get(job_id).status is JobStatus.QUEUED else None
    assert again.job_ids == (job_id,)
    (anew,) = add(recording, repeat=Repeat.ANEW).added
    assert anew != job_id


def test_what_had_stopped_goes_on(add: Add, jobs: JobService, recording: Path) -> None:
    (job_id,) = add(recording).added
    jobs.set_paused(job_id, paused=True)
    assert add(recording).resumed == (job_id,)
    assert not jobs.get(job_id).paused
    jobs.cancel(job_id)
    assert add(recording).resumed == (job_id,)
    assert jobs.get(job_id).status is JobStatus.QUEUED


def test_a_changed_file_is_another_recording(add: Add, recording: Path) -> None:
    add(recording)
    recording.write_bytes(b"RIFF" * 200)
    assert len(add(recording).added) == 1


def test_what_cannot_be_taken_is_told_one_by_one(add: Add, tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    (tmp_path / "letter.txt").write_text("Dear Ana,")
    (tmp_path / "good.wav").write_bytes(b"RIFF" * 10)
    names = ("empty.wav", "letter.txt", "good.wav", "gone.mp3")
    done = add(*(tmp_path / name for name in names))
    assert len(done.added) == 1
    assert sorted((Path(one.name).name, one.code) for one in done.refused) == [
        ("empty.wav", "media_empty"),
        ("gone.mp3", "media_not_found"),
        ("letter.txt", "unsupported_media"),
    ]


def test_a_file_that_vanishes_between_looking_and_adding(
    make: Callable[[Wanted], Adding], tmp_path: Path
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.wav").write_bytes(b"RIFF" * 10)
    adding = make(Wanted((tmp_path,)))
    assert adding.step().total == 2
    (tmp_path / "a.wav").unlink()
    assert adding.step().is_over
    done = adding.summary()
    assert (len(done.added), [one.code for one in done.refused]) == (1, ["media_not_found"])


def test_steps_are_short_and_say_where_they_stand(
    make: Callable[[Wanted], Adding], tmp_path: Path, jobs: JobService
) -> None:
    for number in range(120):
        (tmp_path / f"{number}.wav").write_bytes(b"RIFF" * 10)
    adding = make(Wanted((tmp_path,)))
    assert adding.step(seconds=5.0) == AddStep(0, 120, "", (), is_over=False)
    steps = [adding.step(seconds=5.0, most=50) for _ in range(3)]
    assert [(one.done, one.name, one.is_over) for one in steps] == [
        (50, "49.wav", False), (100, "99.wav", False), (120, "119.wav", True),
    ]  # fmt: skip
    assert [len(one.added) for one in steps] == [50, 50, 20]
    assert jobs.page(JobQuery()).total == 120
    stopped = make(Wanted((tmp_path,)))
    stopped.step(seconds=5.0)
    stopped.step(seconds=5.0)
    done = stopped.summary(cancelled=True)
    assert (len(done.already), done.rest, done.is_plain()) == (50, 70, False)


def test_a_model_that_has_gone_ends_it_before_anything_is_added(
    intake: IntakeService, data_folder: DataFolder, recording: Path, jobs: JobService
) -> None:
    adding = Adding(
        intake, ModelService(data_folder), Wanted((recording,)), lambda: JobOptions(model="gone")
    )
    assert adding.step().is_over
    failure = adding.summary().failure
    assert failure is not None
    assert failure.code == "model_not_found"
    assert jobs.page(JobQuery()).total == 0


def test_nothing_given_is_nothing_done(add: Add) -> None:
    done = add(text="no link in here")
    assert (done.job_ids, done.refused, done.is_plain()) == ((), (), True)
