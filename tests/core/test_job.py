"""A job answers for itself; its ids sort by time."""

from __future__ import annotations

import os
import re
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kopia_desktop.core.job import (
    CANCELLED,
    Job,
    JobError,
    JobOptions,
    JobStatus,
    MediaFile,
    MediaState,
    is_id,
    new_id,
)
from kopia_desktop.core.vocabulary import parse

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def job(status: JobStatus = JobStatus.COMPLETED, **facts: object) -> Job:
    return Job("job_1", status, JobOptions(), NOW, NOW, **facts)  # type: ignore[arg-type]


def test_the_six_statuses_of_the_contract() -> None:
    assert [status.value for status in JobStatus] == [
        "pending", "uploaded", "queued", "processing", "completed", "failed",
    ]  # fmt: skip
    assert [s.value for s in JobStatus if s.is_finished()] == ["completed", "failed"]
    assert [s.value for s in JobStatus if s.is_active()] == ["queued", "processing"]


def test_the_starter_model_listens_for_no_terms() -> None:
    vocabulary = parse("Kopia = copia\nNgozi Adichie")
    assert JobOptions(model="small", vocabulary=vocabulary).hotwords == ("Ngozi Adichie", "Kopia")
    assert JobOptions(vocabulary=vocabulary).hotwords == ()


def test_ids_are_unique_and_sort_by_time() -> None:
    ids = []
    for _ in range(5):
        ids.append(new_id("job"))
        time.sleep(0.002)
    assert ids == sorted(ids)
    assert len({new_id("job") for _ in range(5000)}) == 5000
    assert all(re.fullmatch(r"job_[0-9a-hjkmnp-tv-z]{26}", each) for each in ids)


def test_ids_are_known_by_their_form() -> None:
    made = new_id("trl")
    assert is_id(made, "trl")
    bad = ("", "trl_", made[:-1], made + "0", made.upper(), made.replace("trl", "job"), f"{made} ")
    assert not any(is_id(each, "trl") for each in (*bad, "trl_" + "l" * 26, "trl_" + "\u0661" * 26))


def test_an_id_holds_its_millisecond(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time_ns", lambda: 0)
    assert new_id("trl").startswith("trl_0000000000")
    monkeypatch.setattr(time, "time_ns", lambda: ((1 << 48) - 1) * 1_000_000)
    assert new_id("trl").startswith("trl_7zzzzzzzzz")


def test_the_title_is_the_medias_name() -> None:
    media = MediaFile("/talks/budget.mp4", "budget.mp4", 10, 5)
    assert job(media=media).title == "budget.mp4"
    assert job(media_url="https://media.example.com/a/Talk%201.mp3").title == "Talk 1.mp3"
    assert job(media_url="https://media.example.com").title == "job_1"
    assert job().title == "job_1"


def test_the_spoken_language_is_what_was_asked_for_else_heard() -> None:
    assert job(detected_language="de").spoken_language == "de"
    assert job().spoken_language is None
    asked = Job("j", JobStatus.QUEUED, JobOptions("en_uk"), NOW, NOW, detected_language="en")
    assert asked.spoken_language == "en_uk"


def test_no_speech_is_said_of_completed_jobs_only() -> None:
    assert job().found_no_speech()
    assert not job(speech_seconds=0.4).found_no_speech()
    assert not job(JobStatus.PROCESSING).found_no_speech()


def test_cancelled_is_one_way_to_fail() -> None:
    assert job(JobStatus.FAILED, error=JobError(CANCELLED, "Stopped.")).was_cancelled()
    assert not job(JobStatus.FAILED, error=JobError("no_audio", "None.")).was_cancelled()
    assert not job(JobStatus.FAILED).was_cancelled()


def test_media_that_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "talk.wav"
    path.write_bytes(b"x" * 10)
    media = MediaFile(str(path), "talk.wav", 10, path.stat().st_mtime_ns)
    assert media.state() is MediaState.PRESENT
    os.utime(path, ns=(1, 1))
    assert media.state() is MediaState.CHANGED
    path.write_bytes(b"x" * 11)
    os.utime(path, ns=(1, media.modified_ns))
    assert media.state() is MediaState.CHANGED
    path.unlink()
    assert media.state() is MediaState.MISSING
    assert MediaFile("no\0path", "x", 1, 1).state() is MediaState.MISSING
