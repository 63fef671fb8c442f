"""The engine with real children: what crashes, cancels, deletes and pauses leave behind."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from kopia_desktop.core.events import JobChanged, SegmentsAdded
from kopia_desktop.core.job import CANCELLED, Job, JobStatus
from kopia_desktop.core.transcript import Segment

if TYPE_CHECKING:
    from tests.engine.conftest import Engine


@pytest.fixture(scope="session")
def short(speech: Path) -> Path:
    """3 s, one section."""
    return speech / "single_en_02.flac"


@pytest.fixture(scope="session")
def minute(speech: Path) -> Path:
    """A minute, two sections."""
    return speech / "en_1min_1.ogg"


def said(engine: Engine, job: Job) -> list[tuple[str, float, float]]:
    segments: tuple[Segment, ...] = engine.transcripts.segments(job.id)
    return [(segment.text, segment.start, segment.end) for segment in segments]


def pause_when_cut(engine: Engine, job: Job) -> None:
    """Let the engine cut all sections and recognise the first, then hold the job."""
    engine.wait(lambda: any(status == "done" for _, status, _ in engine.rows(job)))
    engine.wait(lambda: engine.store.get(job.id).prepared)
    engine.jobs.set_paused(job.id, paused=True)
    engine.stop()


def test_a_recording_becomes_a_transcript(engine: Engine, minute: Path) -> None:
    job = engine.add(minute, language="auto")
    engine.start()
    (done,) = engine.completed(job)
    engine.stop()
    assert (done.detected_language, done.device, done.progress) == ("en", "cpu", 1.0)
    assert done.language_probability is not None
    assert done.language_probability > 0.9
    assert done.media_sha256 is not None
    assert done.model_hash
    assert [row[1:] for row in engine.rows(job)] == [("done", 1), ("done", 1)]
    assert len(said(engine, job)) > 5
    assert engine.data.peaks(job.id).is_file()
    assert not engine.data.sections(job.id).exists()
    stored = [event.section_index for event in engine.events if isinstance(event, SegmentsAdded)]
    assert stored == [0, 1]
    assert JobChanged(job.id) in engine.events


def test_two_crashes_on_one_section_fail_that_job_only(
    engine: Engine, minute: Path, short: Path
) -> None:
    doomed, other = engine.add(minute), engine.add(short)
    engine.start()
    engine.wait(lambda: engine.attempts(doomed) == 1)
    engine.kill_recognizer()
    engine.wait(lambda: engine.attempts(doomed) == 2)
    engine.kill_recognizer()
    engine.completed(other)
    (ended,) = engine.finished(doomed)
    assert ended.status is JobStatus.FAILED
    assert ended.error is not None
    assert ended.error.code == "worker_crashed"
    assert "SIGKILL" in ended.error.message
    assert ended.error.hint


def test_one_crash_of_each_kind_is_overcome(engine: Engine, minute: Path) -> None:
    job = engine.add(minute)
    engine.start()
    engine.wait(engine.supervisor.child_pids)
    psutil.Process(engine.supervisor.child_pids()[0]).kill()
    engine.wait(lambda: engine.attempts(job) == 1)
    engine.kill_recognizer()
    engine.completed(job)
    assert [row[2] for row in engine.rows(job)] == [2, 1]
    (crashes,) = engine.sql("SELECT prepare_crashes FROM jobs")
    assert crashes == (1,)


def test_cancel_kills_within_a_second_and_a_retry_goes_on(engine: Engine, minute: Path) -> None:
    job = engine.add(minute)
    engine.start()
    engine.wait(lambda: engine.attempts(job, 1) == 1)
    pids = engine.recognizers()
    began = time.monotonic()
    engine.jobs.cancel(job.id)
    engine.wait(lambda: not any(psutil.pid_exists(pid) for pid in pids), seconds=1.0)
    assert time.monotonic() - began < 1.0
    cancelled = engine.store.get(job.id)
    assert (cancelled.status, cancelled.error and cancelled.error.code) == (
        JobStatus.FAILED,
        CANCELLED,
    )
    first = said(engine, job)
    assert first
    engine.jobs.retry(job.id)
    engine.completed(job)
    assert [row[2] for row in engine.rows(job)] == [1, 2]
    assert said(engine, job)[: len(first)] == first


def test_deleted_while_it_is_worked_on(engine: Engine, minute: Path) -> None:
    job = engine.add(minute)
    engine.start()
    engine.wait(lambda: engine.attempts(job) == 1)
    engine.jobs.delete(job.id)
    engine.wait(lambda: not engine.recognizers(), seconds=2.0)
    time.sleep(0.3)
    assert engine.store.find(job.id) is None
    assert left_files(engine, job) == []
    assert minute.is_file()


def test_deleted_while_it_is_prepared(engine: Engine, speech: Path) -> None:
    job = engine.add(speech / "en_5min.ogg")
    engine.start()
    engine.wait(lambda: engine.data.sections(job.id).exists())
    engine.jobs.delete(job.id)
    time.sleep(1.0)
    assert engine.store.find(job.id) is None
    assert left_files(engine, job) == []


def left_files(engine: Engine, job: Job) -> list[Path]:
    return sorted(engine.data.root.rglob(f"*{job.id}*"))


def test_what_a_killed_program_left_is_swept(engine: Engine, short: Path) -> None:
    """Killed between a commit and the removal of files: the next start removes them."""
    job = engine.add(short)
    engine.start()
    engine.completed(job)
    engine.stop()
    waiting = engine.add(short)
    engine.jobs.set_paused(waiting.id, paused=True)
    for job_id in ("job_gone", job.id, waiting.id):
        engine.data.sections(job_id).mkdir(parents=True)
        (engine.data.sections(job_id) / "000000.flac").write_bytes(b"voice")
    engine.start()
    engine.wait(lambda: not engine.data.sections("job_gone").exists())
    engine.wait(lambda: not engine.data.sections(job.id).exists())
    assert engine.data.sections(waiting.id).exists()


def test_a_paused_job_waits_and_others_go_on(engine: Engine, minute: Path, short: Path) -> None:
    first = engine.add(minute)
    engine.start()
    engine.wait(lambda: engine.attempts(first) == 1)
    engine.jobs.set_paused(first.id, paused=True)
    engine.completed(engine.add(short))
    held = engine.store.get(first.id)
    assert (held.status, held.paused) == (JobStatus.PROCESSING, True)
    engine.jobs.set_paused(first.id, paused=False)
    engine.completed(first)


def test_many_waiting_sections_of_a_paused_job_hold_nobody_up(
    engine: Engine, minute: Path, short: Path
) -> None:
    held = engine.add(minute)
    engine.start()
    pause_when_cut(engine, held)
    for position in range(10, 100):
        engine.sql(
            "INSERT INTO sections (job_id, position, start, end, spans, file_name, status)"
            " VALUES (?, ?, 0, 1, '[]', 'x.flac', 'waiting')",
            held.id,
            position,
        )
    job = engine.add(short)
    engine.start()
    engine.completed(job)


def test_lost_section_files_are_made_again(engine: Engine, minute: Path) -> None:
    whole = engine.add(minute)
    engine.start()
    engine.completed(whole)
    job = engine.add(minute)
    engine.wait(lambda: engine.store.get(job.id).prepared)
    engine.jobs.set_paused(job.id, paused=True)
    engine.stop()
    damaged, *missing = sorted(engine.data.sections(job.id).iterdir())
    damaged.write_bytes(damaged.read_bytes()[:100])
    for path in missing:
        path.unlink()
    engine.jobs.set_paused(job.id, paused=False)
    engine.start()
    engine.completed(job)
    assert said(engine, job) == said(engine, whole)


def test_files_for_the_judgement_of_language_are_made_again(engine: Engine, minute: Path) -> None:
    """Enough sections for it are known, and none of them has its file any more."""
    job = engine.add(minute, language="auto")
    engine.start()
    engine.wait(lambda: len(engine.rows(job)) == 2)
    engine.jobs.set_paused(job.id, paused=True)
    engine.stop()
    engine.sql("UPDATE sections SET status = 'waiting'")
    engine.sql("UPDATE jobs SET prepared = 0, detected_language = NULL")
    shutil.rmtree(engine.data.sections(job.id))
    engine.jobs.set_paused(job.id, paused=False)
    engine.start()
    engine.wait(lambda: engine.store.get(job.id).detected_language == "en")
    assert engine.store.get(job.id).error is None


def test_jobs_are_done_in_the_order_they_came(engine: Engine, speech: Path) -> None:
    jobs = [engine.add(speech / f"single_en_0{number}.flac") for number in (3, 1, 2)]
    engine.start()
    ended = engine.completed(*jobs)
    moments = [job.completed_at for job in ended]
    assert moments == sorted(moments, key=str)
    assert len({engine.transcripts.get(job.id).text for job in jobs}) == 3


def test_the_model_leaves_memory_when_idle(engine: Engine, short: Path) -> None:
    engine.set_engine(idle_minutes=0.3 / 60)
    engine.start()
    engine.completed(engine.add(short))
    engine.wait(lambda: not engine.recognizers(), seconds=3.0)
    engine.completed(engine.add(short))


def test_no_idle_time_at_all_loads_the_model_once_a_recording(engine: Engine, minute: Path) -> None:
    engine.set_engine(idle_minutes=0.0)
    seen: set[int] = set()
    job = engine.add(minute)
    engine.start()

    def is_done() -> bool:
        seen.update(engine.recognizers())
        return engine.store.get(job.id).status.is_finished()

    engine.wait(is_done)
    assert len(seen) == 1
    engine.wait(lambda: not engine.recognizers(), seconds=2.0)


def test_two_recognising_children(engine: Engine, minute: Path) -> None:
    engine.set_engine(parallel=2, threads=2)
    job = engine.add(minute)
    engine.start()
    engine.wait(lambda: len(engine.recognizers()) == 2)
    engine.completed(job)
    assert [row[2] for row in engine.rows(job)] == [1, 1]


def test_a_broken_model_fails_its_own_jobs_only(
    engine: Engine, starter_model: Path, short: Path, speech: Path
) -> None:
    broken = engine.data.models / "broken"
    shutil.copytree(starter_model, broken)
    (broken / "model.bin").write_bytes(b"\0" * 5000)
    first, second = engine.add(short, model="broken"), engine.add(speech / "single_en_01.flac")
    engine.start()
    engine.completed(second)
    (failed,) = engine.finished(first)
    assert failed.error is not None
    assert failed.error.code == "model_broken"
    assert "\n" not in failed.error.message


def test_media_that_changes_after_it_began(engine: Engine, minute: Path, tmp_path: Path) -> None:
    recording = tmp_path / "talk.ogg"
    shutil.copyfile(minute, recording)
    job = engine.add(recording)
    engine.start()
    engine.wait(lambda: engine.rows(job))
    engine.jobs.cancel(job.id)
    engine.stop()
    engine.sql("UPDATE jobs SET prepared = 0")
    with recording.open("ab") as file:
        file.write(b"more")
    engine.jobs.retry(job.id)
    engine.start()
    (ended,) = engine.finished(job)
    assert ended.error is not None
    assert ended.error.code == "media_changed"
