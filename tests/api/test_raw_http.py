"""HTTP as clients speak it over a bare connection: order, reuse, early answers, odd pieces."""

from __future__ import annotations

import http.client
import json
import random
import shutil
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import httpx2
import pytest

from kopia_desktop.api import bodies, protocol
from tests.api.conftest import Api, error_of
from tests.api.guard_requests import ask, chunked
from tests.api.lines import Line, good

LARGE = 50 << 20


@pytest.fixture
def line(api: Api) -> Iterator[Line]:
    with api.raw() as open_one:
        yield Line(open_one)


def test_a_connection_is_used_again_after_each_ordinary_error(api: Api, line: Line) -> None:
    """A client's pool must not lose its connection to a typing mistake."""
    errors = [
        (ask(key=b"Bearer x"), 401),
        (ask(host=b"evil.example"), 403),
        (ask(b"Origin: null"), 403),
        (ask(method=b"PUT"), 405),
        (ask(target=b"/nothing"), 404),
        (ask(kind=b"text/plain"), 415),
        (ask(body=b"not json"), 400),
        (ask(b"Transfer-Encoding: chunked", body=chunked(b"{", b"]")), 400),
        (ask(b"X-A: " + b"a" * 40_000), 400),
        (ask(body=b" " * (2 << 20)), 413),
        (ask(method=b"GET", target=b"/api/v1/jobs/x"), 404),
        (ask(method=b"GET", target=b"/api/v1/jobs?limit=101"), 400),
    ]
    for sent, status in errors:
        line.send(good(api, sent))
        said = line.read()
        assert said.status == status
        assert "connection" not in said.headers
    line.send(good(api, ask()))
    assert line.read().status == 201


def test_pipelined_requests_are_answered_in_order(api: Api, line: Line) -> None:
    statuses = {0: 201, 1: 401, 2: 404, 3: 200, 4: 400}
    requests = [
        ask(),
        ask(key=None),
        ask(target=b"/x"),
        ask(method=b"GET", kind=None, body=b""),
        ask(body=b"["),
    ]
    line.send(good(api, b"".join(requests * 10)))
    heard = [line.read().status for _ in range(50)]
    assert heard == [statuses[number % 5] for number in range(50)]
    assert api.get("/jobs").json()["pagination"]["total"] == 10


def test_a_request_may_come_byte_by_byte(api: Api, line: Line) -> None:
    for byte in good(api, ask(b"Transfer-Encoding: chunked", body=chunked(b"{", b"}"))):
        line.send(bytes([byte]))
    assert line.read().status == 201


def test_head_is_get_without_a_body(api: Api, line: Line) -> None:
    line.send(good(api, ask(method=b"GET", kind=None, body=b"")))
    whole = line.read()
    line.send(good(api, ask(method=b"HEAD", kind=None, body=b"")))
    assert line.read(has_body=False).headers["content-length"] == whole.headers["content-length"]
    line.send(good(api, ask(method=b"GET", kind=None, body=b"")))
    assert line.read().status == 200


def test_http_1_0_is_answered_and_closed(api: Api) -> None:
    said = api.exchange(good(api, ask(version=b"HTTP/1.0", method=b"GET", body=b"")))
    assert said.startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize(
    ("key", "status", "is_asked_for"), [(b"Bearer <KEY>", 201, True), (b"Bearer x", 401, False)]
)
def test_a_body_is_asked_for_only_when_it_is_wanted(
    api: Api, line: Line, key: bytes, status: int, is_asked_for: bool
) -> None:
    """A client that sent Expect: 100-continue waits for the word."""
    head = ask(b"Expect: 100-continue", key=key)
    line.send(good(api, head[:-2]))
    first = line.read()
    if is_asked_for:
        assert first.status == 100
        line.send(b"{}")
        assert line.read().status == status
    else:
        assert first.status == status
        assert first.headers["connection"] == "close"
        assert line.rest() == b""


def test_every_answer_forbids_keeping_and_guessing(api: Api, line: Line) -> None:
    for sent in (ask(), ask(key=None), ask(host=b"evil.example"), ask(target=b"/x")):
        line.send(good(api, sent))
        headers = line.read().headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert not [name for name in headers if name.startswith("access-control")]
        assert "server" not in headers


def _garbled(base: bytes, chance: random.Random) -> bytes:
    sent = bytearray(base)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(sent))
        change = chance.choice(("change", "lose", "double"))
        if change == "change":
            sent[at] = chance.randrange(256)
        elif change == "lose":
            del sent[at : at + chance.randint(1, 9)]
        else:
            sent[at:at] = sent[at : at + chance.randint(1, 40)]
    return bytes(sent)


def test_garbage_of_every_kind_leaves_the_server_well(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Good requests with some bytes changed, lost or doubled; the seed is fixed."""
    monkeypatch.setattr(protocol, "HEADER_SECONDS", 0.3)
    monkeypatch.setattr(protocol, "KEEP_ALIVE_SECONDS", 0.1)
    monkeypatch.setattr(bodies, "JSON_SECONDS", 0.3)
    chance = random.Random(11)
    base = good(api, ask(b"Connection: close", b"Transfer-Encoding: chunked", body=chunked(b"{}")))
    with ThreadPoolExecutor(16) as pool:
        heard = list(pool.map(api.exchange, [_garbled(base, chance) for _ in range(400)]))
    refused = [said for said in heard if not said.startswith(b"HTTP/1.1 201")]
    assert len(refused) > 200
    for said in filter(None, refused):
        assert list(json.loads(said.rpartition(b"\r\n\r\n")[2])) == ["error"]
    assert api.get("/jobs").status_code == 200


# Early answers: a client that is still sending must be able to read why


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.bin"
    with open(path, "wb") as file:
        file.truncate(LARGE)
    return path


@pytest.mark.parametrize("headers", [{}, {"Connection": "close"}], ids=["kept", "closed"])
def test_http_client_reads_why_its_large_body_is_refused(
    api: Api, large: Path, headers: dict[str, str]
) -> None:
    client = http.client.HTTPConnection("127.0.0.1", api.port, timeout=30)
    refused = {"Authorization": "Bearer wrong", "Content-Type": "audio/wav", **headers}
    with open(large, "rb") as body:
        client.request("POST", f"/v1/jobs/{'x' * 30}/upload", body, refused)
    answer = client.getresponse()
    assert answer.status == 401
    assert json.loads(answer.read())["error"]["code"] == "UNAUTHORIZED"
    client.close()


@pytest.mark.parametrize("headers", [{}, {"Connection": "close"}], ids=["kept", "closed"])
@pytest.mark.parametrize("length", [True, False], ids=["length", "chunked"])
def test_httpx2_reads_why_its_large_body_is_refused(
    api: Api, large: Path, headers: dict[str, str], *, length: bool
) -> None:
    def pieces() -> Iterator[bytes]:
        with open(large, "rb") as file:
            while piece := file.read(1 << 20):
                yield piece

    refused = {"Authorization": "Bearer wrong", "Content-Type": "audio/wav", **headers}
    if length:
        refused["Content-Length"] = str(LARGE)
    with httpx2.Client(base_url=api.base, trust_env=False, timeout=30) as client:
        answer = client.post(f"/v1/jobs/{'x' * 30}/upload", content=pieces(), headers=refused)
        assert (answer.status_code, error_of(answer)) == (401, "UNAUTHORIZED")
        assert client.get("/healthz").status_code == 200


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("header", ["Expect: 100-continue", "Expect:", "Connection: close"])
def test_curl_reads_why_its_large_body_is_refused(api: Api, large: Path, header: str) -> None:
    command = ["curl", "-q", "--noproxy", "*", "-sS", "-m", "30", "-w", "\n%{http_code}"]
    for each in ("Authorization: Bearer wrong", "Content-Type: audio/wav", header):
        command += ["-H", each]
    command += ["--data-binary", f"@{large}", f"{api.base}/v1/jobs/{'x' * 30}/upload"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    body, status = done.stdout.rsplit("\n", 1)
    assert (status, json.loads(body)["error"]["code"]) == ("401", "UNAUTHORIZED")


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (ask(key=b"Bearer x", length=b"%d" % LARGE, body=b""), 401),
        (ask(b"Connection: close", key=b"Bearer x", length=b"%d" % LARGE, body=b""), 401),
        (ask(key=b"Bearer x", version=b"HTTP/1.0", length=b"%d" % LARGE, body=b""), 401),
        (ask(length=b"%d" % LARGE, body=b""), 413),
        (ask(b"Transfer-Encoding: chunked", body=b"%x\r\n" % LARGE), 413),
        (ask(b"Transfer-Encoding: chunked", length=b"2", body=b""), 400),
        (ask(b"Expect: 100-continue", key=b"Bearer x", length=b"%d" % LARGE, body=b""), 401),
        (b"\x16\x03\x01 hello", 400),
    ],
    ids=["kept", "closed", "1.0", "413", "413-chunked", "two-lengths", "expect", "no-http"],
)
def test_who_sends_all_before_reading_hears_the_answer(api: Api, sent: bytes, status: int) -> None:
    """A socket closed with bytes in it is reset, and the answer lost with it."""
    block = bytes(1 << 20)
    with api.raw(good(api, sent)) as open_one:
        for _ in range(LARGE >> 20):
            open_one.sendall(block)
        time.sleep(0.05)
        assert Line(open_one).read().status == status


# Long bodies


@pytest.mark.parametrize("seed", range(8))
def test_a_body_arrives_whole_however_it_is_cut(api: Api, line: Line, seed: int) -> None:
    """With its length or chunked, in pieces of any size; the next request follows at once."""
    chance = random.Random(seed)
    content = chance.randbytes(700_000)
    job_id = api.new_job()
    target = f"/v1/jobs/{job_id}/upload".encode()
    if seed % 2:
        sent = ask(target=target, kind=b"audio/wav", body=b"", length=b"%d" % len(content))
        sent += content
    else:
        cuts = sorted(chance.sample(range(1, len(content)), 5))
        chunks = [content[a:b] for a, b in pairwise([0, *cuts, len(content)])]
        sent = ask(b"Transfer-Encoding: chunked", target=target, kind=b"audio/wav", body=b"")
        sent += b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in [*chunks, b""])
    sent = good(api, sent) + good(api, ask(method=b"GET", kind=None, body=b""))
    at = 0
    while at < len(sent):
        size = chance.choice((1, 7, 1000, 50_000, 200_000))
        line.send(sent[at : at + size])
        at += size
        time.sleep(0.001)
    assert line.read().status == 200
    (stored,) = api.app.data.uploads.iterdir()
    assert stored.read_bytes() == content
    assert line.read().status == 200
