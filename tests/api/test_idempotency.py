"""Idempotency-Key: sent again, nothing is done twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import httpx2
import pytest

from kopia_desktop.core.job import Job
from tests.api.conftest import Api, error_of

KEY = {"Idempotency-Key": "order-66"}


def count(api: Api) -> int:
    total: int = api.get("/jobs").json()["pagination"]["total"]
    return total


@pytest.mark.contract("idempotency.same")
def test_the_same_request_gives_the_same_answer(api: Api) -> None:
    body = {"language": "en", "removeFillerWords": True}
    first = api.post("/jobs", json=body, headers=KEY)
    again = api.post(
        "/jobs",
        content=b'{"removeFillerWords": true,  "language":"en"}',
        headers={**KEY, "Content-Type": "application/json"},
    )
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert "idempotency-replayed" not in first.headers
    assert again.headers["idempotency-replayed"] == "true"
    assert count(api) == 1


def test_the_answer_stays_the_same_when_the_job_goes_on(api: Api) -> None:
    first = api.post("/jobs", headers=KEY)
    api.upload(first.json()["id"], b"RIFF")
    assert api.post("/jobs", headers=KEY).content == first.content


@pytest.mark.contract("idempotency.other")
@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("/jobs", {"json": {"language": "es"}}),
        ("/jobs", {"json": {}, "headers": {"X-Kopia-Webhook-Secret": "s"}}),
        ("/jobs/from-url", {"json": {"mediaUrl": "https://media.example.com/a.mp3"}}),
    ],
)
def test_another_request_with_the_key_is_refused(
    api: Api, path: str, options: dict[str, Any]
) -> None:
    api.post("/jobs", json={"webhookUrl": "http://127.0.0.1:9/"}, headers=KEY)
    headers = {**KEY, **options.pop("headers", {})}
    refused = api.post(path, headers=headers, **options)
    assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR")
    assert count(api) == 1


def test_other_keys_make_other_jobs(api: Api) -> None:
    ids = {api.post("/jobs", headers={"Idempotency-Key": f"k{n}"}).json()["id"] for n in range(3)}
    assert len(ids) == 3


@pytest.mark.parametrize("key", ["", "two words", "x" * 256])
def test_malformed_keys(api: Api, key: str) -> None:
    refused = api.post("/jobs", headers={"Idempotency-Key": key})
    assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR")
    assert count(api) == 0


def test_ten_at_once_make_one_job(api: Api) -> None:
    answers: list[httpx2.Response] = []

    def ask() -> None:
        answers.append(api.post("/jobs", headers=KEY))

    threads = [threading.Thread(target=ask) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({answer.content for answer in answers}) == 1
    assert len(answers) == 10
    assert count(api) == 1


def test_a_request_that_failed_may_be_sent_again(api: Api) -> None:
    assert api.post("/jobs", json={"language": "xx"}, headers=KEY).status_code == 400
    assert api.post("/jobs", json={"language": "en"}, headers=KEY).status_code == 201


def test_an_upload_is_taken_once(api: Api) -> None:
    job_id = api.new_job()
    first = api.upload(job_id, b"RIFF" * 1000, **KEY)
    again = api.upload(job_id, b"RIFF" * 1000, **KEY)
    other = api.upload(job_id, b"RIFX" * 1000, **KEY)
    assert (first.status_code, again.status_code) == (200, 200)
    assert first.content == again.content
    assert (other.status_code, error_of(other)) == (400, "VALIDATION_ERROR")
    assert api.upload(job_id, b"RIFF" * 1000).status_code == 409
    assert len(list(api.app.data.uploads.iterdir())) == 1


def test_cancel_and_retry(api: Api, completed: Callable[..., Job]) -> None:
    job_id = api.new_job()
    first = api.post(f"/jobs/{job_id}/cancel", headers=KEY)
    assert api.post(f"/jobs/{job_id}/cancel", headers=KEY).content == first.content
    assert api.post(f"/jobs/{job_id}/cancel").status_code == 409
    retried = api.post(f"/jobs/{job_id}/retry", headers={"Idempotency-Key": "other"})
    assert retried.json()["status"] == "pending"
    refused = api.post(f"/jobs/{job_id}/retry", headers=KEY)
    assert (refused.status_code, error_of(refused)) == (400, "VALIDATION_ERROR")


def test_the_answer_goes_with_its_job(api: Api) -> None:
    first = api.post("/jobs", headers=KEY).json()["id"]
    api.delete(f"/jobs/{first}")
    second = api.post("/jobs", headers=KEY)
    assert second.status_code == 201
    assert second.json()["id"] != first


def test_answers_survive_a_restart(api: Api) -> None:
    first = api.post("/jobs", headers=KEY)
    api.app.stop_api()
    again = Api(api.app)
    assert again.post("/jobs", headers=KEY).content == first.content
    again.client.close()
