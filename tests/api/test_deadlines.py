"""Nobody stays for ever: each wait has an end, and each amount a limit. The waits are shortened."""

from __future__ import annotations

import contextlib
import dataclasses
import select
import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kopia_desktop.api import bodies, connection, protocol
from tests.api.conftest import Api, error_of, read_all
from tests.api.guard_requests import ask
from tests.api.lines import Line, good, statuses

SLACK = 3.0
"""For a busy computer."""


def upload_head(api: Api, job_id: str, length: int = 1 << 20) -> bytes:
    target = f"/v1/jobs/{job_id}/upload".encode()
    return good(api, ask(target=target, kind=b"audio/wav", length=b"%d" % length, body=b""))


def seconds_until_closed(open_one: socket.socket) -> tuple[bytes, float]:
    began = time.monotonic()
    return read_all(open_one), time.monotonic() - began


def drip(open_one: socket.socket, piece: bytes, *, apart: float) -> float:
    """Send it again and again until there is an answer; returns the seconds that took."""
    began = time.monotonic()
    while not select.select([open_one], [], [], apart)[0]:
        assert time.monotonic() - began < 10
        open_one.sendall(piece)
    return time.monotonic() - began


def connections(api: Api) -> Any:
    """The server's own view of who is connected."""
    return api.app._api._server.server_state.connections  # type: ignore[union-attr]


def wait_until(is_so: Callable[[], bool], seconds: float = SLACK) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def leftovers(api: Api) -> list[str]:
    folder = api.app.data.uploads
    return [each.name for each in folder.iterdir()] if folder.exists() else []


@pytest.fixture
def deadline(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Shortens waits by their names."""

    def shorten(**seconds: float) -> None:
        for name, value in seconds.items():
            module = next(each for each in (protocol, bodies, connection) if hasattr(each, name))
            monkeypatch.setattr(module, name, value)

    return shorten


# Headers


def test_a_header_has_ten_seconds_and_each_kind_of_wait_an_end() -> None:
    assert protocol.HEADER_SECONDS == 10
    assert bodies.IDLE_SECONDS == 30
    assert bodies.JSON_SECONDS == 30
    assert 5 < protocol.KEEP_ALIVE_SECONDS <= 60
    assert connection.WRITE_SECONDS == 60
    assert connection.LINGER_SECONDS == 10


def test_a_header_that_trickles_is_refused_at_the_deadline(
    api: Api, deadline: Callable[..., None]
) -> None:
    deadline(HEADER_SECONDS=0.6)
    with api.raw(b"GET /api/v1/jobs HTTP/1.1\r\nX-A: ") as open_one:
        assert 0.5 < drip(open_one, b"a", apart=0.05) < 0.6 + SLACK
        said = Line(open_one).read()
    assert (said.status, said.code) == (400, "VALIDATION_ERROR")


def test_the_second_header_of_a_connection_has_the_same_deadline(
    api: Api, deadline: Callable[..., None]
) -> None:
    deadline(HEADER_SECONDS=0.4, KEEP_ALIVE_SECONDS=30)
    with api.raw(good(api, ask()) + b"GET /api") as open_one:
        assert Line(open_one).read().status == 201
        open_one.sendall(b"/v1")
        said, seconds = seconds_until_closed(open_one)
    assert said.startswith(b"HTTP/1.1 400 ")
    assert 0.3 < seconds < 0.4 + SLACK


# Connections that are not in use


def test_an_idle_connection_is_closed_without_a_word(
    api: Api, deadline: Callable[..., None]
) -> None:
    deadline(KEEP_ALIVE_SECONDS=0.3, HEADER_SECONDS=20)
    with api.raw(good(api, ask())) as open_one:
        assert Line(open_one).read().status == 201
        said, seconds = seconds_until_closed(open_one)
    assert said == b""
    assert 0.2 < seconds < 0.3 + SLACK


def test_a_refused_body_that_came_late_leaves_an_ordinary_connection(
    api: Api, deadline: Callable[..., None]
) -> None:
    """Nothing is said that was not asked for: it would be taken for the next answer."""
    deadline(KEEP_ALIVE_SECONDS=0.8, HEADER_SECONDS=0.3)
    head = good(api, ask(key=b"Bearer x", length=b"6", body=b""))
    with api.raw(head) as open_one:
        line = Line(open_one)
        assert line.read().status == 401
        line.send(b"abc")
        time.sleep(0.05)
        line.send(b"def")
        time.sleep(0.4)  # past the deadline of headers
        line.send(good(api, ask()))
        assert line.read().status == 201
        assert line.rest() == b""


def test_a_refused_body_that_never_ends_is_cut(api: Api, deadline: Callable[..., None]) -> None:
    deadline(HEADER_SECONDS=0.3, LINGER_SECONDS=0.3)
    with api.raw(good(api, ask(key=b"Bearer x", length=b"9" * 15, body=b""))) as open_one:
        assert Line(open_one).read().status == 401
        began = time.monotonic()
        with contextlib.suppress(OSError):
            while time.monotonic() - began < 10:
                open_one.sendall(bytes(1 << 16))
        assert time.monotonic() - began < 0.6 + SLACK
    wait_until(lambda: len(connections(api)) <= 1)  # the harness's own


# Bodies


def test_an_upload_that_trickles_is_dropped(api: Api, deadline: Callable[..., None]) -> None:
    deadline(IDLE_SECONDS=0.5)
    job_id = api.new_job()
    with api.raw(upload_head(api, job_id)) as open_one:
        # 2,500 bytes in each half second, of at least 4,096
        seconds = drip(open_one, bytes(500), apart=0.1)
        assert 0.4 < seconds < 0.5 + SLACK
        said = Line(open_one).read()
    assert (said.status, said.code) == (400, "VALIDATION_ERROR")
    assert said.headers["connection"] == "close"
    assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"
    assert not leftovers(api)


def test_an_honest_slow_upload_is_taken(api: Api, deadline: Callable[..., None]) -> None:
    """In the time of one window it brings 15 times the least, as 2 KB/s do in 30 s."""
    deadline(IDLE_SECONDS=0.6)
    job_id = api.new_job()
    pieces = 24
    with api.raw(upload_head(api, job_id, pieces * 6144)) as open_one:
        for _ in range(pieces):
            open_one.sendall(bytes(6144))
            time.sleep(0.06)
        assert open_one.recv(4096).startswith(b"HTTP/1.1 200 ")


def test_an_upload_that_pauses_is_dropped(api: Api, deadline: Callable[..., None]) -> None:
    deadline(IDLE_SECONDS=0.4)
    job_id = api.new_job()
    with api.raw(upload_head(api, job_id) + bytes(100_000)) as open_one:
        said, seconds = seconds_until_closed(open_one)
    assert said.startswith(b"HTTP/1.1 400 ")
    assert 0.3 < seconds < 0.4 + SLACK
    assert not leftovers(api)


def test_a_json_body_has_a_deadline_however_it_trickles(
    api: Api, deadline: Callable[..., None]
) -> None:
    deadline(JSON_SECONDS=0.5)
    with api.raw(good(api, ask(length=b"1000", body=b"{"))) as open_one:
        assert 0.4 < drip(open_one, b" ", apart=0.05) < 0.5 + SLACK
        assert Line(open_one).read().status == 400


@pytest.mark.parametrize("length", [b"100", None], ids=["length", "chunked"])
def test_a_body_that_breaks_off_changes_nothing(api: Api, length: bytes | None) -> None:
    """And is no failure of the program: its log stays silent."""
    more = [b"Transfer-Encoding: chunked"] if length is None else []
    body = b"{" if length else b"1\r\n{\r\n"
    for _ in range(5):
        with api.raw(good(api, ask(*more, length=length, body=body))):
            time.sleep(0.02)
    job_id = api.new_job()
    with api.raw(upload_head(api, job_id) + bytes(10_000)):
        time.sleep(0.05)
    wait_until(lambda: len(connections(api)) <= 1)
    wait_until(lambda: not leftovers(api))
    assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"
    assert api.get("/jobs").json()["pagination"]["total"] == 1


def test_a_malformed_chunk_ends_the_upload_at_once(api: Api) -> None:
    job_id = api.new_job()
    target = f"/v1/jobs/{job_id}/upload".encode()
    head = ask(b"Transfer-Encoding: chunked", target=target, kind=b"audio/wav", body=b"")
    with api.raw(good(api, head) + b"5\r\nhello\r\n") as open_one:
        time.sleep(0.1)
        open_one.sendall(b"no size\r\n")
        said, seconds = seconds_until_closed(open_one)
    assert statuses(said) == [400]
    assert seconds < SLACK
    wait_until(lambda: not leftovers(api))
    assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"


def test_a_body_over_its_cap_is_refused_before_it_comes(api: Api) -> None:
    job_id = api.new_job()
    for sent in (
        good(api, ask(length=b"1048577", body=b"")),
        upload_head(api, job_id, 51 << 30),
        upload_head(api, job_id, 10**19),
    ):
        with api.raw(sent) as open_one:
            said = Line(open_one).read()
        assert (said.status, said.code) == (413, "POLICY_VIOLATION")
    assert not leftovers(api)


def test_a_body_over_its_cap_is_refused_while_it_comes(api: Api) -> None:
    settings = api.app.settings
    small = dataclasses.replace(settings.api, max_media_gib=0.001)
    api.app.loaded_settings = dataclasses.replace(
        api.app.loaded_settings, settings=dataclasses.replace(settings, api=small)
    )
    job_id = api.new_job()

    def endless(count: int) -> Iterator[bytes]:
        yield from (bytes(1 << 16) for _ in range(count))

    answer = api.client.post(
        f"/v1/jobs/{job_id}/upload", content=endless(800), headers={"Content-Type": "audio/wav"}
    )
    assert (answer.status_code, error_of(answer)) == (413, "POLICY_VIOLATION")
    answer = api.post("/jobs", content=endless(100), headers={"Content-Type": "application/json"})
    assert (answer.status_code, error_of(answer)) == (413, "POLICY_VIOLATION")
    assert not leftovers(api)
    assert api.get(f"/jobs/{job_id}").json()["status"] == "pending"


# Answers


DOCUMENT = ask(method=b"GET", target=b"/api/v1/openapi.json", kind=None, body=b"")
"""An answer of some hundred kilobytes; a hundred of them are more than the sockets hold."""


def small_window(api: Api, size: int = 4096) -> socket.socket:
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, size)
    made.settimeout(20)
    made.connect(("127.0.0.1", api.port))
    return made


def test_who_never_reads_is_dropped(api: Api, deadline: Callable[..., None]) -> None:
    deadline(WRITE_SECONDS=0.5, KEEP_ALIVE_SECONDS=0.2)
    with small_window(api) as open_one:
        open_one.sendall(good(api, DOCUMENT) * 100)
        wait_until(lambda: any(each.transport.get_write_buffer_size() for each in connections(api)))
        time.sleep(0.2)
        (held,) = connections(api)
        assert held.transport.get_write_buffer_size() < 1 << 20  # whatever was asked for
        wait_until(lambda: not connections(api), 0.5 + SLACK)


def test_who_reads_slowly_gets_all(api: Api, deadline: Callable[..., None]) -> None:
    """All of it takes longer than the deadline for a part."""
    deadline(WRITE_SECONDS=1.0, KEEP_ALIVE_SECONDS=0.2)
    with small_window(api, 64 << 10) as open_one:
        open_one.sendall(good(api, DOCUMENT) * 100)
        wait_until(lambda: any(each.transport.get_write_buffer_size() for each in connections(api)))
        said = bytearray()
        began = time.monotonic()
        while time.monotonic() - began < 1.5:
            said += open_one.recv(64 << 10)
            time.sleep(0.01)
        said += read_all(open_one)
    assert statuses(bytes(said)) == [200] * 100


def test_an_event_stream_outlives_every_deadline(api: Api, deadline: Callable[..., None]) -> None:
    deadline(HEADER_SECONDS=0.2, KEEP_ALIVE_SECONDS=0.2, JSON_SECONDS=0.2, IDLE_SECONDS=0.2)
    with api.client.stream("GET", "/api/v1/events") as stream:
        lines = stream.iter_lines()
        assert next(lines) == ": open"
        time.sleep(1)
        job_id = api.new_job()
        assert next(line for line in lines if line.startswith("data:")).find(job_id) > 0


# How many


def test_one_connection_too_many_is_told_so(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    api.client.close()
    wait_until(lambda: not connections(api))
    monkeypatch.setattr(protocol, "MOST_CONNECTIONS", 5)
    with contextlib.ExitStack() as stack:
        held = [stack.enter_context(api.raw()) for _ in range(5)]
        wait_until(lambda: len(connections(api)) == 5)
        with api.raw(good(api, ask())) as open_one:
            said = Line(open_one).read()
        assert (said.status, said.code) == (429, "POLICY_VIOLATION")
        assert int(said.headers["retry-after"]) > 0
        held[0].sendall(good(api, ask()))
        assert b" 201 " in held[0].recv(4096)
        held.pop().close()
        wait_until(lambda: len(connections(api)) == 4)
        assert b" 201 " in api.exchange(good(api, ask(b"Connection: close")))


def test_a_crowd_is_not_told_but_closed(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those who are told linger: they must not become a crowd of their own."""
    api.client.close()
    wait_until(lambda: not connections(api))
    monkeypatch.setattr(protocol, "MOST_CONNECTIONS", 2)
    with contextlib.ExitStack() as stack:
        crowd = [stack.enter_context(api.raw(good(api, ask()))) for _ in range(200)]
        wait_until(lambda: len(connections(api)) <= 66)
        said = [each.recv(12) for each in crowd[:2]]
        assert said == [b"HTTP/1.1 201"] * 2
    wait_until(lambda: not connections(api))
