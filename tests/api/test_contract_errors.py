"""Errors: each status with its code, the order of checks, and the envelope around everything."""

from __future__ import annotations

import json
import re
import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kopia_desktop.app import App
from tests.api.arranged import MEDIA, job_in
from tests.api.conftest import Api, error_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2

    from kopia_desktop.core.job import Job

CODES = {"UNAUTHORIZED", "VALIDATION_ERROR", "NOT_FOUND", "POLICY_VIOLATION", "INTERNAL_ERROR"}
NO_JOB = "job_01kb9t3q5wa8v2n4zc6x7m0hde"
JSON = {"Content-Type": "application/json"}
EVIL = {"Origin": "https://evil.example"}


@pytest.fixture
def strict(tmp_path: Path) -> Iterator[Api]:
    """Takes two unfinished jobs at most, and media of about a megabyte."""
    data = tmp_path / "strict"
    data.mkdir(mode=0o700)
    limits = {"api": {"max_unfinished": 2, "max_media_gib": 0.001}}
    (data / "settings.json").write_text(json.dumps(limits))
    made = Api(App(data))
    yield made
    made.close()


def said(answer: httpx2.Response) -> tuple[int, str]:
    return answer.status_code, error_of(answer)


def parsed(answer: bytes) -> tuple[int, str]:
    """Status and code of an answer in bytes, which is the envelope and nothing more."""
    head, _, body = answer.partition(b"\r\n\r\n")
    assert re.search(rb"(?im)^content-type: application/json\r?$", head)
    envelope = json.loads(body)
    assert list(envelope) == ["error"]
    assert set(envelope["error"]) == {"message", "code"}
    return int(head.split(b" ", 2)[1]), envelope["error"]["code"]


# Each status


@pytest.mark.contract("status.validation", "status.not-found", "status.conflict")
def test_the_usual_refusals(api: Api) -> None:
    assert said(api.get("/jobs?limit=0")) == (400, "VALIDATION_ERROR")
    assert said(api.get(f"/jobs/{NO_JOB}")) == (404, "NOT_FOUND")
    assert said(api.get(f"/jobs/{api.new_job()}/transcript")) == (409, "POLICY_VIOLATION")


@pytest.mark.contract("status.unauthorized")
def test_without_a_key(api: Api) -> None:
    refused = api.get("/jobs", headers={"Authorization": "Bearer nothing"})
    assert said(refused) == (401, "UNAUTHORIZED")
    assert refused.headers["www-authenticate"] == "Bearer"


@pytest.mark.contract("status.host", "status.origin")
def test_under_another_name_or_from_a_page(api: Api) -> None:
    port = api.port
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", "localhost:1", "", "[::1]"):
        assert said(api.get("/jobs", headers={"Host": host})) == (403, "POLICY_VIOLATION"), host
    for headers in (
        EVIL, {"Origin": "null"}, {"Origin": "http://localhost:1"},
        {"Origin": f"https://127.0.0.1:{port}"}, {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):  # fmt: skip
        assert said(api.get("/jobs", headers=headers)) == (403, "POLICY_VIOLATION"), headers
        assert said(api.post("/jobs", headers=headers)) == (403, "POLICY_VIOLATION"), headers
    for headers in ({"Host": f"localhost:{port}"}, {"Origin": api.base}):
        assert api.get("/jobs", headers=headers).status_code == 200
    assert api.get("/jobs").json()["pagination"]["total"] == 0


@pytest.mark.contract("status.method", "errors.framework")
def test_a_method_that_an_address_does_not_take(api: Api) -> None:
    job_id = api.new_job()
    allowed = {
        "/api/v1/jobs": {"GET", "HEAD", "POST"},
        "/api/v1/jobs/from-url": {"POST"},
        f"/api/v1/jobs/{job_id}": {"GET", "HEAD", "DELETE"},
        f"/api/v1/jobs/{job_id}/transcript": {"GET", "HEAD"},
        f"/api/v1/jobs/{job_id}/translations": {"GET", "HEAD", "POST"},
        f"/api/v1/jobs/{job_id}/translations/{NO_JOB}": {"DELETE"},
        f"/v1/jobs/{job_id}/upload": {"POST", "PUT"},
        f"/api/v1/jobs/{job_id}/upload": {"POST", "PUT"},
        "/healthz": {"GET", "HEAD"},
    }
    methods = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW", "get")
    for path, takes in allowed.items():
        for method in methods:
            if method in takes or (path.endswith("from-url") and method in ("GET", "DELETE")):
                continue
            refused = api.exchange(request(api, method, path))
            assert parsed(refused) == (405, "VALIDATION_ERROR"), (method, path)
            allow = re.search(rb"(?im)^allow: (.*?)\r?$", refused)
            assert allow is not None
            assert set(allow[1].decode().split(", ")) == takes, path


def request(api: Api, method: str, path: str) -> bytes:
    return (
        f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{api.port}\r\n"
        f"Authorization: Bearer {api.key}\r\nConnection: close\r\n\r\n"
    ).encode()


@pytest.mark.contract("status.media-type")
def test_a_body_that_is_not_json(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    for path in ("/jobs", "/jobs/from-url", f"/jobs/{job.id}/translations"):
        for kind in (
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "*/*",
        ):
            refused = api.post(path, content=b"{}", headers={"Content-Type": kind})
            assert said(refused) == (415, "VALIDATION_ERROR"), (path, kind)
        assert said(api.post(path, content=b"{}")) == (415, "VALIDATION_ERROR")
    for kind in ("application/json; charset=utf-8", "Application/JSON", "application/json;a=b"):
        made = api.post("/jobs", content=b"{}", headers={"Content-Type": kind})
        assert made.status_code == 201, kind


@pytest.mark.contract("status.too-large")
def test_too_many_bytes(strict: Api) -> None:
    large = json.dumps({"language": "en", "padding": "x" * (1 << 20)}).encode()
    assert said(strict.post("/jobs", content=large, headers=JSON)) == (413, "POLICY_VIOLATION")
    chunks = (large[start : start + 65536] for start in range(0, len(large), 65536))
    assert said(strict.post("/jobs", content=chunks, headers=JSON)) == (413, "POLICY_VIOLATION")

    job_id = strict.new_job()
    media = bytes(1_100_000)
    assert said(strict.upload(job_id, media)) == (413, "POLICY_VIOLATION")
    pieces = (media[start : start + 65536] for start in range(0, len(media), 65536))
    chunked = strict.client.put(
        f"/v1/jobs/{job_id}/upload", content=pieces, headers={"Content-Type": "audio/flac"}
    )
    assert said(chunked) == (413, "POLICY_VIOLATION")
    assert list(strict.app.data.uploads.iterdir()) == []
    assert strict.upload(job_id, media[:1_000_000]).status_code == 200


@pytest.mark.contract("status.too-many")
def test_too_many_unfinished_jobs(strict: Api) -> None:
    first, _ = strict.new_job(), strict.new_job()
    url = {"mediaUrl": "https://media.example.com/a.mp3"}
    for refused in (strict.post("/jobs"), strict.post("/jobs/from-url", json=url)):
        assert said(refused) == (429, "POLICY_VIOLATION")
        assert int(refused.headers["retry-after"]) > 0
    assert strict.get("/jobs").json()["pagination"]["total"] == 2
    assert strict.delete(f"/jobs/{first}").status_code == 204
    assert strict.post("/jobs").status_code == 201


@pytest.mark.contract("status.internal")
@pytest.mark.expected_warnings("a request failed")
def test_a_bug_is_one_failed_request(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise RuntimeError("sekret detail")

    monkeypatch.setattr(api.app.jobs, "page", stumble, raising=False)
    answer = api.get("/jobs")
    assert said(answer) == (500, "INTERNAL_ERROR")
    assert "sekret" not in answer.text
    monkeypatch.undo()
    assert api.get("/jobs").status_code == 200


@pytest.mark.contract("status.disk-full")
def test_a_full_disk(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    job_id = api.new_job()
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**12, 10**12, 0))
    assert said(api.upload(job_id, MEDIA)) == (507, "INTERNAL_ERROR")
    assert list(api.app.data.uploads.iterdir()) == []
    assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"
    monkeypatch.undo()
    assert api.upload(job_id, MEDIA).status_code == 200


# The order of checks


@pytest.mark.contract("order.host-origin")
def test_the_host_before_the_origin(api: Api) -> None:
    """Both are 403; what is said about the host is said."""
    host = {"Host": "evil.example"}
    by_host, by_origin = api.get("/jobs", headers=host), api.get("/jobs", headers=EVIL)
    assert by_host.text != by_origin.text
    assert api.get("/jobs", headers=host | EVIL).text == by_host.text


@pytest.mark.contract("order.origin-key")
def test_host_and_origin_before_the_key(api: Api) -> None:
    no_key = {"Authorization": "Bearer nothing"}
    assert said(api.get("/jobs", headers=no_key | EVIL)) == (403, "POLICY_VIOLATION")
    evil_host = no_key | {"Host": "evil.example"}
    assert said(api.get("/jobs", headers=evil_host)) == (403, "POLICY_VIOLATION")


@pytest.mark.contract("order.key-route")
def test_the_key_before_the_route(api: Api) -> None:
    no_key = {"Authorization": "Bearer nothing"}
    for method, path in (
        ("GET", "/nothing"),
        ("PATCH", "/api/v1/jobs"),
        ("GET", "/"),
        ("PUT", "//"),
    ):
        refused = api.client.request(method, path, headers=no_key)
        assert said(refused) == (401, "UNAUTHORIZED"), path


@pytest.mark.contract("order.route-body")
def test_the_route_before_the_body(api: Api) -> None:
    bad = {"content": b"{", "headers": {"Content-Type": "text/plain"}}
    assert said(api.post("/nothing", **bad)) == (404, "NOT_FOUND")
    refused = api.client.put("/api/v1/jobs", content=b"{", headers={"Content-Type": "text/plain"})
    assert said(refused) == (405, "VALIDATION_ERROR")


@pytest.mark.contract("order.body-existence")
def test_the_body_before_existence(api: Api) -> None:
    path = f"/jobs/{NO_JOB}/translations"
    assert said(api.post(path, json={"languages": 5})) == (400, "VALIDATION_ERROR")
    assert said(api.post(path, content=b"{}")) == (415, "VALIDATION_ERROR")
    assert said(api.post(path, json={"languages": ["es"]})) == (404, "NOT_FOUND")
    assert said(api.get(f"/jobs/{NO_JOB}/transcript?format=x")) == (400, "VALIDATION_ERROR")
    assert said(api.get(f"/jobs/{NO_JOB}/subtitles?format=x")) == (400, "VALIDATION_ERROR")
    untyped = api.client.post(f"/v1/jobs/{NO_JOB}/upload", content=MEDIA)
    assert said(untyped) == (400, "VALIDATION_ERROR")
    assert said(api.upload(NO_JOB, MEDIA)) == (404, "NOT_FOUND")


@pytest.mark.contract("order.existence-state")
def test_existence_before_the_state(api: Api) -> None:
    ask = {"json": {"languages": ["es"]}}
    assert said(api.post(f"/jobs/{NO_JOB}/translations", **ask)) == (404, "NOT_FOUND")
    queued = job_in(api, "queued")
    assert said(api.post(f"/jobs/{queued}/translations", **ask)) == (409, "POLICY_VIOLATION")
    assert said(api.upload(queued, MEDIA)) == (409, "POLICY_VIOLATION")


# The envelope around what others answer


@pytest.mark.contract("errors.framework", "status.not-found", "errors.envelope")
def test_addresses_that_are_none(api: Api) -> None:
    for path in (
        "/", "/api", "/api/v1", "/v1", "/v2/jobs", "/api/v1/job", "/jobs", "/favicon.ico",
        "/api/v1/jobs/x/y", "/api/v1/jobs%2Ffrom-url", "/api/v1/%00", "/robots.txt", "/docs/index",
        "/API/V1/JOBS", "/v1/jobs", "/openapi.json", "/api/v1/jobs;x", "/%2e%2e/%2e%2e/etc/passwd",
    ):  # fmt: skip
        assert parsed(api.exchange(request(api, "GET", path))) == (404, "NOT_FOUND"), path


GARBAGE: tuple[bytes, ...] = (
    b"\r\n\r\n\x00\x01\x02\r\n\r\n", b"hello\r\n\r\n", b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\nHost: a\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost : a\r\n\r\n", b"GET / HTTP/1.1\r\nbad header\r\nHost: a\r\n\r\n",
    b"GET /a b HTTP/1.1\r\nHost: a\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"x" * 200_000 + b"\r\n\r\n",
)  # fmt: skip


@pytest.mark.contract("errors.parser", "errors.envelope")
def test_what_is_not_http(api: Api) -> None:
    for sent in GARBAGE:
        answer = api.exchange(sent)
        assert parsed(answer) == (400, "VALIDATION_ERROR"), sent[:60]
    assert api.get("/jobs").status_code == 200


def outcome(api: Api, method: str, path: str, body: dict[str, Any]) -> tuple[int, str]:
    """Status and code, if it is an error; what else comes may have no end (events)."""
    with api.client.stream(method, path, **body) as answer:
        if answer.status_code < 400:
            return answer.status_code, ""
        answer.read()
        return said(answer)


@pytest.mark.contract("errors.codes", "errors.envelope")
def test_one_of_five_codes_whatever_is_asked(api: Api, completed: Callable[..., Job]) -> None:
    """A sweep over every operation with nonsense in each place."""
    job = completed()
    bodies: tuple[dict[str, Any], ...] = (
        {}, {"json": {"languages": ["xx"]}}, {"json": []}, {"content": b"{", "headers": JSON},
        {"content": b"x", "headers": {"Content-Type": "text/plain"}},
    )  # fmt: skip
    seen: set[str] = set()
    for path, methods in api.get("/openapi.json").json()["paths"].items():
        for method in methods.keys() - {"head"}:
            for name in (NO_JOB, "%F0%9F%8E%99"):
                address = re.sub(r"\{\w+\}", name, path)
                for body in bodies:
                    status, code = outcome(api, method, f"{address}?format=%00&limit=x", body)
                    seen.add(code)
                    assert status != 500, (method, address)
    assert api.get(f"/jobs/{job.id}").status_code == 200
    assert seen <= CODES | {""}
    assert {"VALIDATION_ERROR", "NOT_FOUND", "POLICY_VIOLATION"} <= seen


# HEAD, CORS, slashes


@pytest.mark.contract("head")
def test_head_answers_as_get(api: Api, completed: Callable[..., Job]) -> None:
    job = completed()
    for path in (
        "/api/v1/jobs", "/api/v1/jobs?limit=0", f"/api/v1/jobs/{job.id}", f"/api/v1/jobs/{NO_JOB}",
        f"/api/v1/jobs/{job.id}/transcript", f"/api/v1/jobs/{job.id}/subtitles?format=vtt",
        f"/api/v1/jobs/{job.id}/translations", "/api/v1/languages", "/api/v1/models", "/v1/models",
        "/api/v1/openapi.json", "/healthz", "/docs", "/nothing",
    ):  # fmt: skip
        by_get, by_head = api.client.get(path), api.client.head(path)
        assert by_head.content == b""
        assert by_head.status_code == by_get.status_code, path
        headers = [
            {name: value for name, value in each.headers.items() if name != "date"}
            for each in (by_get, by_head)
        ]
        assert headers[0] == headers[1], path
    assert api.client.head("/api/v1/jobs", headers={"Authorization": "x"}).status_code == 401
    assert api.client.head(f"/v1/jobs/{job.id}/upload").status_code == 405


@pytest.mark.contract("cors")
def test_no_page_is_let_in(api: Api) -> None:
    preflight = {
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization",
        "Access-Control-Request-Private-Network": "true",
    }
    answers = [
        api.client.request(method, path, headers=headers)
        for path in ("/api/v1/jobs", "/healthz", "/docs", "/nothing")
        for method in ("GET", "POST", "OPTIONS")
        for headers in ({}, preflight, EVIL | preflight, {"Origin": api.base} | preflight)
    ]
    for answer in answers:
        assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert answer.request.method != "OPTIONS" or answer.status_code >= 400


@pytest.mark.contract("slashes")
def test_slashes_lead_nowhere(api: Api) -> None:
    job_id = api.new_job()
    for path in (
        "/api/v1/jobs/", f"/api/v1/jobs/{job_id}/", "//api/v1/jobs", "/api//v1/jobs",
        "/api/v1/jobs/from-url/", "/v1/models/",
    ):  # fmt: skip
        for method in ("GET", "POST"):
            answer = api.exchange(request(api, method, path))
            assert parsed(answer)[0] in (404, 405), path
            assert not re.search(rb"(?im)^location:", answer)
    for path in ("/healthz/", "/docs/", "/api/v1/openapi.json/"):
        assert parsed(api.exchange(request(api, "GET", path))) == (404, "NOT_FOUND")
