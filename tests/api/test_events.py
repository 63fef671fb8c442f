"""Server-sent events: what there is, what happens, and an end."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpx2
import pytest

from kopia_desktop.api import events
from kopia_desktop.core.job import Job
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.store.work import WorkStore
from tests.api.conftest import Api, error_of

Told = tuple[str, dict[str, Any]]


def read(answer: httpx2.Response) -> Iterator[Told]:
    """Events as a client reads them: name and data, heartbeats left out."""
    name = ""
    for line in answer.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


@contextmanager
def following(api: Api, path: str) -> Iterator[Iterator[Told]]:
    with api.client.stream("GET", f"/api/v1{path}") as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/event-stream")
        yield read(answer)


def segment(text: str, start: float) -> Segment:
    return Segment(0, start, start + 1, text, (Word(text, start, start + 1, 0.9),))


def save(api: Api, job_id: str, index: int, *segments: Segment) -> None:
    """As the engine stores a section, and tells of it."""
    work = WorkStore(api.app.database)
    work.add_section(job_id, Section(index, 10.0 * index, 10.0 * index + 10, (Span(0, 5),), "f"))
    work.save_result(
        job_id, index, segments, language="en", device="cpu", model_hash="", parameters={}
    )
    api.app.bus.publish(events.SegmentsAdded(job_id, index))
    api.app.bus.publish(events.JobChanged(job_id))


@pytest.mark.contract("events.job", "events.status", "events.progress")
def test_a_job_from_its_upload_to_its_end(working: Api, clip: bytes) -> None:
    job_id = working.new_job(language="en")
    with following(working, f"/jobs/{job_id}/events") as told:
        assert next(told)[1]["status"] == "pending"
        assert working.upload(job_id, clip).status_code == 200
        seen = list(told)
    statuses = [data["status"] for name, data in seen if name == "job"]
    assert statuses[0] == "queued"
    assert statuses[-1] == "completed"
    progress = [data["progress"] for name, data in seen if name == "job"]
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    assert seen[-1][0] == "job"
    parts = [part for name, data in seen if name == "segments" for part in data["segments"]]
    (transcript,) = [working.get(f"/jobs/{job_id}/transcript").json()]
    assert [part["text"] for part in parts] == [part["text"] for part in transcript["segments"]]
    assert parts[0]["words"] == transcript["segments"][0]["words"]


@pytest.mark.contract("events.segments")
def test_segments_are_told_once_and_all(api: Api, tmp_path: Any) -> None:
    job_id = api.new_job(language="en")
    api.upload(job_id, b"RIFF")
    save(api, job_id, 0, segment("Zero.", 0))
    with following(api, f"/jobs/{job_id}/events") as told:
        assert [part["text"] for part in next(told)[1]["segments"]] == ["Zero."]
        assert next(told)[0] == "job"
        save(api, job_id, 1, segment("One.", 10))
        save(api, job_id, 2, segment("Two.", 20))
        WorkStore(api.app.database).finish_preparation(job_id, duration=30.0, sha256="")
        api.app.bus.publish(events.JobChanged(job_id))
        rest = list(told)
    texts = [p["text"] for name, data in rest if name == "segments" for p in data["segments"]]
    assert texts == ["One.", "Two."]
    assert rest[-1][1]["status"] == "completed"


def test_an_ended_job_is_told_and_done(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    with following(api, f"/jobs/{job.id}/events") as told:
        names = [name for name, _ in told]
    assert names == ["segments", "job"]


def test_filler_words_are_left_out_where_the_job_asks_for_it(
    api: Api, completed: Callable[..., Job]
) -> None:
    job = completed("So, um, hello.", remove_filler_words=True)
    with following(api, f"/jobs/{job.id}/events") as told:
        assert next(told)[1]["segments"][0]["text"] == "So hello."


def test_a_deletion_ends_the_stream(api: Api) -> None:
    job_id = api.new_job()
    with following(api, f"/jobs/{job_id}/events") as told:
        assert next(told)[0] == "job"
        api.delete(f"/jobs/{job_id}")
        assert list(told) == [("deleted", {"jobId": job_id})]


@pytest.mark.contract("events.all")
def test_all_jobs(api: Api, completed: Callable[..., Job]) -> None:
    with following(api, "/events") as told:
        _wait_for_a_stream(api)
        first, second = api.new_job(), api.new_job(language="es")
        seen = [next(told), next(told)]
        assert [(name, data["id"]) for name, data in seen] == [("job", first), ("job", second)]
        api.upload(second, b"RIFF")
        name, data = next(told)
        assert (name, data["id"], data["status"]) == ("job", second, "queued")
        save(api, second, 0, segment("Hola.", 0))
        told_now = [next(told), next(told)]
        assert {name for name, _ in told_now} == {"job", "segments"}
        part = next(data for name, data in told_now if name == "segments")
        assert (part["jobId"], part["segments"][0]["text"]) == (second, "Hola.")
        api.delete(f"/jobs/{first}")
        assert next(told) == ("deleted", {"jobId": first})


def test_edits_translations_and_webhooks_are_told_by_id(
    api: Api, completed: Callable[..., Job]
) -> None:
    job = completed()
    with following(api, "/events") as told:
        _wait_for_a_stream(api)
        segment_id = api.app.transcripts.read(job.id).segments[0].id
        api.app.transcripts.edit(job.id, segment_id, text="Corrected.")
        api.app.bus.publish(events.TranslationsChanged(job.id))
        api.app.bus.publish(events.WebhookChanged(job.id))
        seen = [next(told) for _ in range(3)]
    data = {"jobId": job.id}
    assert seen == [("edited", data), ("translations", data), ("webhook", data)]


def test_many_changes_become_few_events(api: Api) -> None:
    job_id = api.new_job()
    with following(api, "/events") as told:
        _wait_for_a_stream(api)
        stop = time.monotonic() + 0.5
        while time.monotonic() < stop:
            api.app.bus.publish(events.JobChanged(job_id))
        last = api.new_job()
        count = 0
        for _, data in told:
            count += 1
            if data["id"] == last:
                break
    assert 2 <= count <= 10


def test_the_number_of_streams_is_bounded(
    api: Api, monkeypatch: pytest.MonkeyPatch, completed: Callable[..., Job]
) -> None:
    monkeypatch.setattr(events, "MOST_STREAMS", 2)
    with following(api, "/events"), following(api, "/events"):
        _wait_for_a_stream(api)
        refused = api.get("/events")
        assert (refused.status_code, error_of(refused)) == (429, "POLICY_VIOLATION")
        assert int(refused.headers["retry-after"]) > 0
    deadline = time.monotonic() + 5
    while api.client.stream("GET", "/api/v1/events").__enter__().status_code == 429:
        assert time.monotonic() < deadline, "streams that ended still count"
        time.sleep(0.05)


def test_a_quiet_stream_shows_that_it_lives(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_HEARTBEAT", 0.05)
    with api.client.stream("GET", "/api/v1/events") as answer:
        lines = answer.iter_lines()
        assert [next(lines) for _ in range(4)] == [": open", "", ": still here", ""]


def test_unknown_jobs_and_head(api: Api) -> None:
    missing = api.get("/jobs/job_01kb9t3q5wa8v2n4zc6x7m0hde/events")
    assert (missing.status_code, error_of(missing)) == (404, "NOT_FOUND")
    for path in ("/api/v1/events", f"/api/v1/jobs/{api.new_job()}/events"):
        head = api.client.head(path)
        assert (head.status_code, head.content) == (200, b"")


def test_a_stop_ends_streams(api: Api) -> None:
    ended = threading.Event()
    with following(api, "/events") as told:
        _wait_for_a_stream(api)
        threading.Thread(target=lambda: (list(told), ended.set())).start()
        began = time.monotonic()
        api.app.stop_api()
        assert ended.wait(5)
        assert time.monotonic() - began < 5


def _wait_for_a_stream(api: Api) -> None:
    """Until what is published now reaches the stream: its answer has begun."""
    assert api.get("/models").status_code == 200
