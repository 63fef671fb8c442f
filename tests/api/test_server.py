"""Where the server listens, how it is addressed, and how it ends."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from kopia_desktop.app import App
from kopia_desktop.core.errors import HostNotLocal, PortBusy
from tests.api.conftest import Api
from tests.api.guard_requests import ask
from tests.api.lines import Line, good
from tests.api.test_deadlines import connections, leftovers, upload_head, wait_until

STOPS_WITHIN = 5.0


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


needs_ipv6 = pytest.mark.skipif(not has_ipv6(), reason="this computer has no ::1")


@pytest.fixture
def start(app: App) -> Iterator[Callable[..., Api]]:
    """Starts the server at a host and port."""
    made: list[Api] = []

    def serve(host: str, port: int = 0) -> Api:
        made.append(Api(app, host=host, port=port))
        return made[-1]

    yield serve
    for each in made:
        each.close()
    app.close()


# Where it listens


def test_it_listens_on_this_computer_only(api: Api) -> None:
    listening = [
        each.laddr.ip
        for each in psutil.Process().net_connections("tcp")
        if each.status == psutil.CONN_LISTEN and each.laddr.port == api.port
    ]
    assert listening == ["127.0.0.1"]


@pytest.mark.parametrize(
    "host",
    [
        "0.0.0.0",
        "::",
        "",
        "*",
        "127.0.0.2",
        "127.1",
        "192.168.1.10",
        "kopia.example",
        "::ffff:7f00:1",
    ],
)
def test_a_host_that_is_not_this_computer_is_refused(app: App, host: str) -> None:
    with pytest.raises(HostNotLocal) as caught:
        app.bind_api(host, 0)
    assert host in str(caught.value)
    assert "127.0.0.1" in caught.value.hint
    app.close()


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_busy_port_is_named_and_the_program_lives_on(
    app: App, start: Callable[..., Api], host: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortBusy, match=str(port)) as caught:
            app.bind_api(host, port)
    assert "--port" in caught.value.hint
    api = start(host, port)  # it is free now, and nothing of the first try is left
    assert api.port == port
    assert api.get("/jobs").status_code == 200


@needs_ipv6
def test_a_port_that_is_busy_on_one_address_is_busy(app: App) -> None:
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortBusy, match=str(port)):
            app.bind_api("localhost", port)
        with socket.create_server(("127.0.0.1", port)):
            pass  # the half that was bound is free again
    app.close()


# How it is addressed


def hosts_that_work(api: Api, at: str) -> list[str]:
    """Of all names that a client of this computer might use, at one of its addresses."""
    works = []
    for name in ("127.0.0.1", "localhost", "LocalHost", "[::1]", "[0:0:0:0:0:0:0:1]", "::1"):
        sent = ask(host=f"{name}:{api.port}".encode(), method=b"GET", kind=None, body=b"")
        with socket.create_connection((at, api.port), timeout=10) as open_one:
            open_one.sendall(good(api, sent))
            said = Line(open_one).read()
        if said.status == 200:
            works.append(name)
        else:
            assert said.status in (400, 403)
    return works


def test_by_default_it_answers_to_its_address_and_to_localhost(api: Api) -> None:
    assert hosts_that_work(api, "127.0.0.1") == ["127.0.0.1", "localhost", "LocalHost"]


@needs_ipv6
def test_on_ipv6_only(start: Callable[..., Api]) -> None:
    api = start("::1")
    assert api.base == f"http://[::1]:{api.port}"
    assert api.get("/jobs").status_code == 200
    assert hosts_that_work(api, "::1") == ["localhost", "LocalHost", "[::1]"]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", api.port))


@needs_ipv6
def test_on_both_families_under_one_port(start: Callable[..., Api]) -> None:
    api = start("localhost")
    expected = ["127.0.0.1", "localhost", "LocalHost", "[::1]"]
    assert hosts_that_work(api, "127.0.0.1") == expected
    assert hosts_that_work(api, "::1") == expected


# How it ends


@pytest.fixture
def tracebacks() -> Iterator[list[str]]:
    """What any logger says with a traceback."""
    found: list[str] = []

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.exc_info and record.exc_info[0]:
                found.append(f"{record.name}: {record.getMessage()} {record.exc_info!r}")

    handler = Handler()
    loggers = [logging.getLogger(name) for name in ("", "uvicorn", "uvicorn.error")]
    for logger in loggers:
        logger.addHandler(handler)
    yield found
    for logger in loggers:
        logger.removeHandler(handler)


def stopped_in(api: Api) -> float:
    began = time.monotonic()
    api.app.stop_api()
    return time.monotonic() - began


def test_it_stops_at_once_when_nobody_waits_for_anything(api: Api) -> None:
    """Connections that are only kept, half a header and streams of events are no reason to wait."""
    with contextlib.ExitStack() as stack:
        kept = stack.enter_context(api.raw(good(api, ask())))
        assert Line(kept).read().status == 201
        stack.enter_context(api.raw())
        stack.enter_context(api.raw(b"GET /api"))
        refused = stack.enter_context(api.raw(b"\0\0\0"))  # it lingers
        assert Line(refused).read().status == 400
        streams = [
            stack.enter_context(api.client.stream("GET", "/api/v1/events")).iter_lines()
            for _ in range(3)
        ]
        assert [next(stream) for stream in streams] == [": open"] * 3
        assert stopped_in(api) < 2.0
        assert [list(stream) for stream in streams] == [[""]] * 3


def test_the_port_is_free_after_a_stop(app: App, start: Callable[..., Api]) -> None:
    first = start("127.0.0.1")
    assert first.get("/jobs").status_code == 200
    app.stop_api()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", first.port))
    again = start("127.0.0.1", first.port)
    assert again.port == first.port
    assert again.get("/jobs").status_code == 200


def test_a_request_in_flight_is_answered_before_the_stop(api: Api) -> None:
    job_id = api.new_job()
    stopping = threading.Thread(target=api.app.stop_api)
    with api.raw(upload_head(api, job_id, 2000) + bytes(1000)) as open_one:
        time.sleep(0.1)
        stopping.start()
        time.sleep(0.5)
        open_one.sendall(bytes(1000))
        assert Line(open_one).read().status == 200
    stopping.join(STOPS_WITHIN)
    assert not stopping.is_alive()
    assert api.app.jobs.get(job_id).status == "queued"


def test_requests_that_go_on_do_not_keep_it(api: Api, tracebacks: list[str]) -> None:
    """Each is told that the program stops, and half an upload leaves nothing."""
    job_id = api.new_job()
    half = [
        upload_head(api, job_id) + bytes(300_000),
        good(api, ask(length=b"100", body=b"{")),
    ]
    with contextlib.ExitStack() as stack:
        open_ones = [stack.enter_context(api.raw(each)) for each in half]
        document = good(api, ask(method=b"GET", target=b"/api/v1/openapi.json", body=b""))
        stack.enter_context(api.raw(document * 200))  # never read
        wait_until(lambda: len(connections(api)) >= 4)
        wait_until(lambda: bool(leftovers(api)))
        assert stopped_in(api) < STOPS_WITHIN
        answers = [Line(each).read() for each in open_ones]
    assert [(said.status, said.code) for said in answers] == [(500, "INTERNAL_ERROR")] * 2
    assert not leftovers(api)
    assert api.app.jobs.get(job_id).status == "pending"
    assert not tracebacks


def test_it_may_be_stopped_before_it_serves(tmp_path: Path, app: App) -> None:
    app.bind_api("127.0.0.1", 0)
    assert app._api is not None
    app._api.stop()
    began = time.monotonic()
    app.run_api()
    assert time.monotonic() - began < 1
    app.close()


def test_the_logs_hold_no_key_and_no_text(working: Api) -> None:
    """Whatever is asked: method, route, status and time are all that is written."""
    secret = "quokkasecret"
    headers = {"X-Kopia-Webhook-Secret": secret}
    body = {"webhookUrl": f"http://127.0.0.1:9/{secret}", "language": "en"}
    made = working.post(f"/jobs?note={secret}", json=body, headers=headers).json()["id"]
    working.client.get(f"/{secret}", headers={"Authorization": f"Bearer {working.key}x"})
    working.get(f"/jobs/{secret}/transcript?language={secret}")
    name = {"Content-Disposition": f'attachment; filename="{secret}.wav"'}
    working.upload(made, secret.encode(), **name)
    working.wait_for(made, "failed")
    working.close()
    logs = "".join(path.read_text("utf-8") for path in working.app.data.logs.iterdir())
    assert "POST /api/v1/jobs 201" in logs
    assert "GET /api/v1/jobs/{jobId}/transcript 404" in logs
    assert secret not in logs
    assert working.key not in logs
