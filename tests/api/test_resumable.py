"""Uploads in parts as tus 1.0 has them, also by a client that knows nothing of us."""

from __future__ import annotations

import base64
import time
from typing import Any

import httpx2
import pytest

from tests.api.conftest import SECONDS, Api, error_of

TUS = {"Tus-Resumable": "1.0.0"}
PART = {**TUS, "Content-Type": "application/offset+octet-stream"}


def path(job_id: str) -> str:
    return f"/v1/jobs/{job_id}/upload/resumable"


def announce(api: Api, job_id: str, length: int, **headers: str) -> httpx2.Response:
    return api.client.post(path(job_id), headers={**TUS, "Upload-Length": str(length), **headers})


def send(api: Api, job_id: str, offset: int, content: bytes) -> httpx2.Response:
    headers = {**PART, "Upload-Offset": str(offset)}
    return api.client.patch(path(job_id), content=content, headers=headers)


def offset(api: Api, job_id: str) -> int:
    answer = api.client.head(path(job_id), headers=TUS)
    assert answer.status_code == 200
    assert answer.headers["tus-resumable"] == "1.0.0"
    assert answer.headers["cache-control"] == "no-store"
    return int(answer.headers["upload-offset"])


@pytest.mark.contract("tus.announce", "tus.offset", "tus.append")
def test_parts_become_a_transcript(working: Api, clip: bytes) -> None:
    job_id = working.new_job(language="en")
    name = base64.b64encode("Gespräch.flac".encode()).decode()
    kind = base64.b64encode(b"audio/flac").decode()
    made = announce(
        working, job_id, len(clip), **{"Upload-Metadata": f"filename {name},filetype {kind}"}
    )
    assert made.status_code == 201
    assert made.headers["location"] == path(job_id)
    assert offset(working, job_id) == 0
    half = len(clip) // 2
    first = send(working, job_id, 0, clip[:half])
    assert (first.status_code, first.headers["upload-offset"]) == (204, str(half))
    assert working.get(f"/jobs/{job_id}").json()["status"] == "pending"
    last = send(working, job_id, half, clip[half:])
    assert (last.status_code, last.headers["upload-offset"]) == (204, str(len(clip)))
    job = working.wait_for(job_id, "completed")
    assert (job["fileName"], job["contentType"]) == ("Gespräch.flac", "audio/flac")
    assert job["sizeBytes"] == len(clip)
    assert offset(working, job_id) == len(clip)  # for a client that lost the last answer


def test_a_broken_connection_keeps_what_came(api: Api) -> None:
    job_id = api.new_job()
    announce(api, job_id, 5_000_000)
    head = (
        f"PATCH {path(job_id)} HTTP/1.1\r\nHost: 127.0.0.1:{api.port}\r\n"
        f"Authorization: Bearer {api.key}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
        "Content-Type: application/offset+octet-stream\r\nContent-Length: 5000000\r\n\r\n"
    )
    (stored,) = api.app.data.uploads.iterdir()
    with api.raw(head.encode() + b"a" * 3_000_000):
        deadline = time.monotonic() + SECONDS
        while stored.stat().st_size < 1_000_000:
            assert time.monotonic() < deadline
            time.sleep(0.01)
    kept = 0
    while not kept:
        kept = offset(api, job_id)
        assert time.monotonic() < deadline
    assert 1_000_000 <= kept <= 3_000_000
    assert send(api, job_id, kept, b"b" * (5_000_000 - kept)).status_code == 204
    (stored,) = api.app.data.uploads.iterdir()
    assert stored.read_bytes() == b"a" * kept + b"b" * (5_000_000 - kept)


def test_the_offset_must_be_right(api: Api) -> None:
    job_id = api.new_job()
    announce(api, job_id, 10)
    send(api, job_id, 0, b"abc")
    for wrong in (0, 2, 4, 10):
        refused = send(api, job_id, wrong, b"d")
        assert (refused.status_code, error_of(refused)) == (409, "POLICY_VIOLATION")
    assert offset(api, job_id) == 3


def test_more_than_was_announced(api: Api) -> None:
    job_id = api.new_job()
    announce(api, job_id, 4)
    refused = send(api, job_id, 0, b"abcde")
    assert (refused.status_code, error_of(refused)) == (413, "POLICY_VIOLATION")
    assert offset(api, job_id) == 0


@pytest.mark.contract("tus.discard")
def test_an_upload_can_be_begun_anew_and_forgotten(api: Api) -> None:
    job_id = api.new_job()
    announce(api, job_id, 10)
    send(api, job_id, 0, b"abc")
    announce(api, job_id, 5)
    assert offset(api, job_id) == 0
    gone = api.client.delete(path(job_id), headers=TUS)
    assert (gone.status_code, gone.headers["tus-resumable"]) == (204, "1.0.0")
    missing = api.client.get(path(job_id), headers=TUS)
    assert (missing.status_code, error_of(missing)) == (404, "NOT_FOUND")
    assert list(api.app.data.uploads.iterdir()) == []
    assert api.upload(job_id, b"RIFF").status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 400),
        ({"Tus-Resumable": "0.2.2", "Upload-Length": "5"}, 412),
        (TUS, 400),
        ({**TUS, "Upload-Length": "0"}, 400),
        ({**TUS, "Upload-Length": "-1"}, 400),
        ({**TUS, "Upload-Length": "many"}, 400),
        ({**TUS, "Upload-Length": "9" * 15}, 413),
        ({**TUS, "Upload-Length": "5", "Upload-Metadata": "filename !!!"}, 400),
    ],
)
def test_bad_announcements(api: Api, headers: dict[str, str], status: int) -> None:
    refused = api.client.post(path(api.new_job()), headers=headers)
    assert refused.status_code == status
    error_of(refused)
    if status == 412:
        assert refused.headers["tus-version"] == "1.0.0"


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"Content-Type": "audio/flac"}, 415),
        ({"Upload-Offset": "x"}, 400),
        ({"Upload-Offset": ""}, 400),
        ({"Tus-Resumable": "2"}, 412),
    ],
)
def test_bad_parts(api: Api, change: dict[str, Any], status: int) -> None:
    job_id = api.new_job()
    announce(api, job_id, 5)
    headers = {**PART, "Upload-Offset": "0", **change}
    refused = api.client.patch(path(job_id), content=b"abcde", headers=headers)
    assert refused.status_code == status
    error_of(refused)
    assert offset(api, job_id) == 0


def test_only_jobs_that_wait_take_parts(api: Api) -> None:
    job_id = api.new_job()
    without = send(api, job_id, 0, b"abc")
    assert (without.status_code, error_of(without)) == (409, "POLICY_VIOLATION")
    api.upload(job_id, b"RIFF")
    late = announce(api, job_id, 5)
    assert (late.status_code, error_of(late)) == (409, "POLICY_VIOLATION")
    missing = announce(api, "job_01kb9t3q5wa8v2n4zc6x7m0hde", 5)
    assert (missing.status_code, error_of(missing)) == (404, "NOT_FOUND")


def test_both_bases(api: Api) -> None:
    job_id = api.new_job()
    made = api.client.post(f"/api{path(job_id)}", headers={**TUS, "Upload-Length": "3"})
    assert made.headers["location"] == f"/api{path(job_id)}"
    headers = {**PART, "Upload-Offset": "0"}
    done = api.client.patch(f"/api{path(job_id)}", content=b"abc", headers=headers)
    assert done.status_code == 204
    assert api.get(f"/jobs/{job_id}").json()["status"] == "queued"
