"""Where the API stands, and who may ask it."""

from __future__ import annotations

import itertools
import re
import socket
import statistics
import time

import httpx2
import pytest

from kopia_desktop.app import App
from kopia_desktop.core.settings import Settings
from tests.api.arranged import job_in
from tests.api.conftest import Api, error_of

OPEN = ("/healthz", "/docs", "/api/v1/openapi.json")
DOCUMENTED = (
    ("POST", "/api/v1/jobs"),
    ("POST", "/api/v1/jobs/from-url"),
    ("GET", "/api/v1/jobs"),
    ("GET", "/api/v1/jobs/{jobId}"),
    ("DELETE", "/api/v1/jobs/{jobId}"),
    ("POST", "/v1/jobs/{jobId}/upload"),
    ("PUT", "/v1/jobs/{jobId}/upload"),
    ("POST", "/api/v1/jobs/{jobId}/upload"),
    ("PUT", "/api/v1/jobs/{jobId}/upload"),
    ("GET", "/api/v1/jobs/{jobId}/translations"),
    ("POST", "/api/v1/jobs/{jobId}/translations"),
    ("DELETE", "/api/v1/jobs/{jobId}/translations/{translationId}"),
    ("GET", "/api/v1/jobs/{jobId}/transcript"),
)
_JOB = "job_01kb9t3q5wa8v2n4zc6x7m0hde"
_METHODS = {"get", "head", "post", "put", "patch", "delete"}


@pytest.fixture
def stranger(api: Api) -> httpx2.Client:
    """A client without a key; the server closes its connections."""
    return httpx2.Client(base_url=api.base, timeout=10, trust_env=False)


def operations(api: Api) -> list[tuple[str, str]]:
    paths = api.get("/openapi.json").json()["paths"]
    return [
        (method.upper(), path)
        for path, methods in paths.items()
        for method in methods
        if method in _METHODS
    ]


def filled(path: str) -> str:
    return re.sub(r"\{\w+\}", "thing", path.replace("{jobId}", _JOB))


@pytest.mark.contract("base.core", "base.openapi")
def test_every_documented_operation_stands_in_the_document(api: Api) -> None:
    assert api.base == f"http://127.0.0.1:{api.port}"
    document = api.client.get("/api/v1/openapi.json")
    assert document.status_code == 200
    assert document.json()["openapi"].startswith("3.1")
    assert document.json()["servers"] == [{"url": api.base}]
    assert set(DOCUMENTED) <= set(operations(api))
    assert api.client.get("/api/v1/jobs").status_code == 200


@pytest.mark.contract("auth.bearer", "status.unauthorized")
def test_everything_else_needs_the_key(api: Api, stranger: httpx2.Client) -> None:
    closed = [(method, path) for method, path in operations(api) if path not in OPEN]
    assert len(closed) >= len(DOCUMENTED) + 15
    with stranger:
        for method, path in closed:
            refused = stranger.request(method, filled(path))
            assert refused.status_code == 401, (method, path)
            assert refused.headers["www-authenticate"] == "Bearer"
            if method != "HEAD":
                assert error_of(refused) == "UNAUTHORIZED"


@pytest.mark.contract("auth.bearer")
def test_only_the_whole_key_counts(api: Api, stranger: httpx2.Client) -> None:
    key = api.key
    wrong = (
        "", "Bearer", key, f"Basic {key}", f"Token {key}", f"Bearer {key[:-1]}",
        f"Bearer {key}x", f"Bearer {key.swapcase()}", f"Bearer {key}, Bearer {key}",
        f"Bearer={key}", f"Bearer {key} {key}", "Bearer undefined",
    )  # fmt: skip
    with stranger:
        for method, given in itertools.product(("GET", "POST"), wrong):
            refused = stranger.request(method, "/api/v1/jobs", headers={"Authorization": given})
            assert (refused.status_code, error_of(refused)) == (401, "UNAUTHORIZED"), given
        twice = [("Authorization", f"Bearer {key}")] * 2
        assert stranger.get("/api/v1/jobs", headers=twice).status_code == 401
        in_query = stranger.get("/api/v1/jobs", params={"key": key, "access_token": key})
        assert in_query.status_code == 401
    assert api.get("/jobs").json()["pagination"]["total"] == 0


@pytest.mark.contract("auth.bearer")
def test_the_scheme_is_written_as_one_likes(api: Api, stranger: httpx2.Client) -> None:
    """RFC 9110: the name of a scheme has no case."""
    with stranger:
        for scheme in ("Bearer", "bearer", "BEARER"):
            headers = {"Authorization": f"{scheme} {api.key}"}
            assert stranger.get("/api/v1/jobs", headers=headers).status_code == 200


@pytest.mark.contract("auth.open", "auth.open.no-data", "healthz")
def test_what_is_open_holds_no_data(api: Api, stranger: httpx2.Client) -> None:
    with stranger:
        before = [stranger.get(path) for path in OPEN]
        assert [answer.status_code for answer in before] == [200, 200, 200]
        job_id = job_in(api, "completed")
        after = [stranger.get(path) for path in OPEN]
        assert [answer.content for answer in after] == [answer.content for answer in before]
        for answer in after:
            assert api.key not in answer.text
            assert job_id not in answer.text
        assert after[0].json() == {"status": "ok"}


@pytest.mark.contract("auth.open")
def test_open_is_for_looking_only(api: Api, stranger: httpx2.Client) -> None:
    with stranger:
        for path in OPEN:
            assert stranger.post(path).status_code == 401
            assert stranger.get(f"{path}/").status_code == 401


@pytest.mark.contract("base.port")
def test_the_default_port() -> None:
    assert Settings().api.port == 8756
    assert Settings().api.enabled


@pytest.mark.contract("base.loopback")
def test_no_other_address_of_this_computer_answers(api: Api) -> None:
    for other in ("127.0.0.2", *_own_addresses()):
        with pytest.raises(OSError), socket.create_connection((other, api.port), timeout=2):  # noqa: PT011
            pass


def _own_addresses() -> list[str]:
    """Where this computer is reached from outside, if it is."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: it only chooses a way
        except OSError:
            return []
        address: str = probe.getsockname()[0]
        return [] if address.startswith("127.") else [address]


def test_answers_are_sent_at_once(api: Api) -> None:
    """Not 40 ms later, as a socket does that waits for the other side before it sends the rest."""
    took = []
    for _ in range(15):
        began = time.perf_counter()
        assert api.client.get("/healthz").status_code == 200
        took.append(time.perf_counter() - began)
    assert statistics.median(took) < 0.03


@pytest.mark.contract("base.ipv6")
def test_ipv6_when_asked(app: App) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("a computer without IPv6")
    api = Api(app, host="::1")
    try:
        assert api.base == f"http://[::1]:{api.port}"
        assert api.get("/jobs").status_code == 200
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", api.port), timeout=2)
    finally:
        api.close()
