"""DELETE /jobs/:id: at once in every state, and for good."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import psutil
import pytest

from tests.api.arranged import STATUSES, job_in, sql, translated, wait
from tests.api.conftest import Api, error_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kopia_desktop.core.job import Job

TAILS = ("", "/transcript", "/translations", "/subtitles", "/webhook", "/events")


def is_gone(api: Api, job_id: str) -> bool:
    """For whoever asks, in whatever way."""
    for tail in TAILS:
        answer = api.get(f"/jobs/{job_id}{tail}")
        assert (answer.status_code, error_of(answer)) == (404, "NOT_FOUND"), tail
    listed = api.get("/jobs", params={"limit": 100}).json()
    return job_id not in [job["id"] for job in listed["data"]]


@pytest.mark.contract("jobs.delete", "jobs.delete.media", "delete.again")
def test_deleted_in_every_status(api: Api) -> None:
    kept = job_in(api, "queued")
    for status in STATUSES:
        job_id = job_in(api, status)
        began = time.monotonic()
        answer = api.delete(f"/jobs/{job_id}")
        assert time.monotonic() - began < 0.5
        assert (answer.status_code, answer.content) == (204, b""), status
        assert is_gone(api, job_id)
        uploads = api.app.data.uploads
        assert [path.name.split(".")[0] for path in uploads.iterdir()] == [kept], status
        again = api.delete(f"/jobs/{job_id}")
        assert (again.status_code, error_of(again)) == (404, "NOT_FOUND")
        assert api.upload(job_id, b"more").status_code == 404
        assert api.post(f"/jobs/{job_id}/retry").status_code == 404
    assert api.get(f"/jobs/{kept}").json()["status"] == "queued"


@pytest.mark.contract("jobs.delete.transcript", "jobs.delete.translations")
def test_transcript_and_translations_go_with_it(api: Api, completed: Callable[..., Job]) -> None:
    job, other = completed(), completed()
    translation = translated(api.app, job.id, "es")
    kept = translated(api.app, other.id, "es")
    assert api.delete(f"/jobs/{job.id}").status_code == 204
    assert is_gone(api, job.id)
    by_id = api.get(f"/jobs/{job.id}/transcript", params={"translationId": translation})
    assert by_id.status_code == 404
    assert api.delete(f"/jobs/{job.id}/translations/{translation}").status_code == 404
    assert [row[0] for row in sql(api.app, "SELECT DISTINCT job_id FROM segments")] == [other.id]
    assert sql(api.app, "SELECT DISTINCT translation_id FROM translated_segments") == [(kept,)]
    assert api.get(f"/jobs/{other.id}/transcript?language=es").status_code == 200


@pytest.mark.contract("jobs.delete.media")
def test_a_file_that_was_read_in_place_stays(
    api: Api, completed: Callable[..., Job], tmp_path: Path
) -> None:
    """Only stored media is ours to delete; what was never ours is not touched."""
    job = completed()
    assert api.delete(f"/jobs/{job.id}").status_code == 204
    assert (tmp_path / "Talk.wav").is_file()


@pytest.mark.contract("delete.processing", "delete.stops", "delete.no-return")
def test_deleted_while_it_is_processed(working: Api, speech: Path) -> None:
    app = working.app
    job_id = working.new_job(language="en")
    working.upload(job_id, (speech / "en_5min.ogg").read_bytes())
    wait(lambda: sql(app, "SELECT 1 FROM sections WHERE attempts > 0"))
    assert working.get(f"/jobs/{job_id}").json()["status"] == "processing"
    busy = {pid for pid in app.supervisor.child_pids() if is_recognising(pid)}
    assert busy

    began = time.monotonic()
    assert working.delete(f"/jobs/{job_id}").status_code == 204
    assert time.monotonic() - began < 0.5
    assert is_gone(working, job_id)
    wait(lambda: not any(map(is_recognising, busy)), seconds=1.0 - (time.monotonic() - began))

    next_id = working.new_job(language="en")  # the engine lives on, and nothing comes back
    working.upload(next_id, (speech / "single_en_02.flac").read_bytes())
    assert working.wait_for(next_id, "completed", "failed")["status"] == "completed"
    assert is_gone(working, job_id)
    assert [row[0] for row in sql(app, "SELECT DISTINCT job_id FROM segments")] == [next_id]
    wait(lambda: not app.data.sections(job_id).exists())
    assert not [path for path in app.data.uploads.iterdir() if path.name.startswith(job_id)]


def is_recognising(pid: int) -> bool:
    """A child that lives and has the lowest priority (worker/main.py)."""
    try:
        child = psutil.Process(pid)
        is_alive = child.status() != psutil.STATUS_ZOMBIE
        return is_alive and int(child.nice()) - int(psutil.Process().nice()) == 7
    except psutil.NoSuchProcess:
        return False
