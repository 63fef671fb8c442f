"""The way out: what is looked up, judged and dialled, and what a failure is called."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest

from kopia_desktop.core.errors import AddressRefused
from kopia_desktop.core.netguard import (
    Address,
    Target,
    check_media_url,
    check_webhook_url,
    is_public,
)
from kopia_desktop.errands.dialer import Answer, Dialer
from kopia_desktop.errands.dialing import DialFailed, Dialing, Trouble, connect, resolve
from tests.errands.outside import GOOD, Handler, Outside, Server


@pytest.fixture
def outside(world: Outside) -> Outside:
    world.forget()
    world.good.answer = lambda handler: handler.reply(200, b"hello")
    return world


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def anywhere(*_: object) -> bool:
    return True


def public(address: Address, port: int) -> bool:
    return is_public(address)


async def ask(
    dialing: Dialing,
    target: Target,
    judge: Callable[..., bool] = anywhere,
    *,
    header_seconds: float = 5.0,
    idle_seconds: float = 5.0,
    content: bytes | None = None,
    headers: list[tuple[bytes, bytes]] | None = None,
) -> tuple[int, bytes]:
    async with Dialer(dialing).request(
        "POST" if content else "GET",
        target,
        judge,
        headers=headers or [],
        content=content,
        header_seconds=header_seconds,
        idle_seconds=idle_seconds,
    ) as answer:
        return answer.status, b"".join([piece async for piece in answer.body()])


def failure(work: Coroutine[Any, Any, object]) -> DialFailed:
    with pytest.raises(DialFailed) as caught:
        asyncio.run(work)
    return caught.value


def media(url: str = "https://media.example.com/talk.mp3") -> Target:
    return check_media_url(url)


def local(server: Server, path: str = "/") -> Target:
    return check_webhook_url(f"http://127.0.0.1:{server.port}{path}")


def test_the_name_is_looked_up_once_and_its_address_dialled(outside: Outside) -> None:
    assert asyncio.run(ask(outside.dialing, media(), public)) == (200, b"hello")
    assert outside.looked_up == ["media.example.com"]
    assert outside.dialled == [(GOOD, 443)]
    (asked,) = outside.good.asked
    assert asked.sni == "media.example.com"
    assert asked.headers["host"] == "media.example.com"
    assert asked.headers["accept-encoding"] == "identity"
    assert not {"cookie", "authorization", "referer"} & set(asked.headers)


def test_one_bad_address_refuses_the_name(outside: Outside) -> None:
    outside.answers["media.example.com"] = [[GOOD, "10.0.0.7"]]
    with pytest.raises(AddressRefused):
        asyncio.run(ask(outside.dialing, media(), public))
    assert outside.dialled == []


def test_addresses_are_tried_in_order(outside: Outside) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        outside.routes["192.0.2.9"] = closed.getsockname()[1]
    outside.answers["media.example.com"] = [["192.0.2.9", GOOD]]
    assert asyncio.run(ask(outside.dialing, media()))[0] == 200
    assert [address for address, _ in outside.dialled] == ["192.0.2.9", GOOD]


def test_each_request_has_a_connection_of_its_own(outside: Outside) -> None:
    dialer = Dialer(outside.dialing)

    async def twice() -> None:
        for _ in range(2):
            async with dialer.request(
                "GET", media(), anywhere, headers=[], header_seconds=5.0, idle_seconds=5.0
            ) as answer:
                await answer.discard(1000)

    asyncio.run(twice())
    assert outside.good.accepted == 2
    assert len(outside.looked_up) == 2


def test_proxies_of_the_environment_are_not_used(
    outside: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{outside.trap.port}")
    assert asyncio.run(ask(outside.dialing, media()))[0] == 200
    assert outside.trap.accepted == 0


@pytest.mark.parametrize(
    ("url", "host", "path"),
    [
        ("https://MEDIA.example.com", "media.example.com", "/"),
        ("https://media.example.com:443?a=b#c", "media.example.com", "/?a=b"),
        ('https://media.example.com/a%20b/ü|"?q=ä', None, "/a%20b/%C3%BC%7C%22?q=%C3%A4"),
        ("https://bücher.example.com/", "xn--bcher-kva.example.com", "/"),
        ("https://faß.example.com/", "xn--fa-hia.example.com", "/"),
        ("https://r3---sn-4g5e6nez.example.com/", "r3---sn-4g5e6nez.example.com", "/"),
    ],
)
def test_what_is_asked_for(outside: Outside, url: str, host: str | None, path: str) -> None:
    outside.good.tls = outside.tls_for("*.example.com")
    outside.answers[host or "media.example.com"] = [[GOOD]]
    try:
        assert asyncio.run(ask(outside.dialing, media(url)))[0] == 200
    finally:
        outside.good.tls = outside.tls_for("media.example.com", "cdn.example.net")
    (asked,) = outside.good.asked
    assert asked.path == path
    assert asked.headers["host"] == (host or "media.example.com")


def test_the_certificate_must_be_of_the_name(outside: Outside) -> None:
    outside.answers["evil.example.org"] = [[GOOD]]
    failed = failure(ask(outside.dialing, media("https://evil.example.org/")))
    assert (failed.trouble, failed.is_untrusted) == (Trouble.TLS, True)
    assert outside.good.asked == []


def test_the_certificate_must_be_trusted(outside: Outside) -> None:
    stranger = Outside()
    try:
        outside.routes[GOOD] = stranger.good.port
        failed = failure(ask(outside.dialing, media()))
    finally:
        outside.routes[GOOD] = outside.good.port
        stranger.close()
    assert (failed.trouble, failed.is_untrusted) == (Trouble.TLS, True)


def test_no_tls_there(outside: Outside) -> None:
    outside.answers["media.example.com"] = [["192.0.2.99"]]  # leads to the trap, which has none
    assert failure(ask(outside.dialing, media())).trouble is Trouble.TLS


def test_no_such_name(outside: Outside) -> None:
    failed = failure(ask(outside.dialing, media("https://nowhere.example.com/")))
    assert failed.trouble is Trouble.DNS
    outside.answers["nowhere.example.com"] = [[]]
    assert failure(ask(outside.dialing, media("https://nowhere.example.com/"))).trouble is (
        Trouble.DNS
    )


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    target = check_webhook_url(f"http://127.0.0.1:{port}/")
    assert failure(ask(Dialing(), target)).trouble is Trouble.CONNECTION_REFUSED


def _silent(handler: Handler) -> None:
    handler.server.released.wait(5)


def _trickle(handler: Handler) -> None:
    """A header that never ends, a little at a time."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.server.released.wait(0.02):
        handler.wfile.write(b"x: y\r\n")
        handler.wfile.flush()


def _informed(handler: Handler) -> None:
    while not handler.server.released.wait(0.01):
        handler.wfile.write(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        handler.wfile.flush()


@pytest.mark.parametrize("answer", [_silent, _trickle, _informed])
def test_headers_have_to_come_in_time(server: Server, answer: Callable[[Handler], None]) -> None:
    server.answer = answer
    began = time.monotonic()
    failed = failure(ask(Dialing(), local(server), header_seconds=0.2))
    assert failed.trouble is Trouble.TIMEOUT
    assert time.monotonic() - began < 1.0


def test_the_body_has_to_go_on(server: Server) -> None:
    def stall(handler: Handler) -> None:
        handler.head(200, content_length="100")
        handler.wfile.write(b"some")
        handler.wfile.flush()
        handler.server.released.wait(5)

    server.answer = stall
    assert failure(ask(Dialing(), local(server), idle_seconds=0.2)).trouble is Trouble.TIMEOUT


def _short(handler: Handler) -> None:
    handler.head(200, content_length="100")
    handler.wfile.write(b"short")


def _short_chunk(handler: Handler) -> None:
    handler.head(200, transfer_encoding="chunked")
    handler.wfile.write(b"A\r\nhalf")


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (lambda handler: None, Trouble.CONNECTION_LOST),
        (lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n\r\n"), Trouble.PROTOCOL),
        (lambda handler: handler.wfile.write(b"\x00" * 200_000), Trouble.PROTOCOL),
        (lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\na: " + b"b" * 300_000), None),
        (_short, Trouble.PROTOCOL),
        (_short_chunk, Trouble.PROTOCOL),
    ],
)
def test_what_comes_back_is_no_answer(
    server: Server, answer: Callable[[Handler], None], trouble: Trouble | None
) -> None:
    server.answer = answer
    failed = failure(ask(Dialing(), local(server)))
    assert failed.trouble is trouble or trouble is None


def test_a_body_is_not_read_to_its_end(server: Server) -> None:
    def endless(handler: Handler) -> None:
        handler.head(200, transfer_encoding="chunked")
        while not handler.server.released.is_set():
            handler.wfile.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")

    server.answer = endless

    async def look() -> Answer:
        async with Dialer(Dialing()).request(
            "GET", local(server), anywhere, headers=[], header_seconds=5.0, idle_seconds=5.0
        ) as answer:
            await answer.discard(64 << 10)
            return answer

    assert asyncio.run(look()).status == 200


def test_a_post_carries_its_content(server: Server) -> None:
    content, headers = b'{"a": 1}', [(b"Content-Type", b"application/json")]
    status, _ = asyncio.run(ask(Dialing(), local(server), content=content, headers=headers))
    assert status == 200
    (asked,) = server.asked
    assert (asked.method, asked.body) == ("POST", content)
    assert asked.headers["host"] == f"127.0.0.1:{server.port}"


def test_a_header_that_cannot_be_sent_is_a_failure(server: Server) -> None:
    failed = failure(ask(Dialing(), local(server), headers=[(b"x", b"a\r\nb: c")]))
    assert failed.trouble is Trouble.PROTOCOL
    assert server.asked == []


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
def test_ipv6_literal() -> None:
    try:
        listener = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("no IPv6 loopback")
    with listener:
        target = check_webhook_url(f"http://[::1]:{listener.getsockname()[1]}/")
        assert target.authority == f"[::1]:{target.port}"

        async def reach() -> None:
            stream = await connect(target.literal, target.port, 5.0)  # type: ignore[arg-type]
            await stream.aclose()

        asyncio.run(reach())


def test_the_systems_look_up() -> None:
    assert asyncio.run(resolve("127.0.0.1", 80)) == ["127.0.0.1"]
    assert asyncio.run(resolve("::1", 80)) == ["::1"]
    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's matter
        asyncio.run(resolve("no name at all", 80))


def test_a_look_up_that_hangs_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [][: released.wait(5)])

    async def impatient() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(resolve("slow.example.com", 443), 0.1)

    began = time.monotonic()
    asyncio.run(impatient())
    assert time.monotonic() - began < 1.0
    released.set()


def test_a_broken_store_of_certificates_is_a_failure(outside: Outside) -> None:
    def broken() -> ssl.SSLContext:
        raise OSError("cannot be read")

    dialing = Dialing(outside.dialing.resolve, outside.dialing.connect, broken)
    assert failure(ask(dialing, media())).trouble is Trouble.CONNECTION_LOST
