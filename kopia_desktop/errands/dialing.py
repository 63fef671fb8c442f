"""The way out: names are looked up once a connection, and only judged addresses are dialled.

One bad address refuses a name. The connection goes to a judged address and never to the name, so a
later answer of the name server changes nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

import httpcore2

from kopia_desktop.core.netguard import Address, refused

CONNECT_SECONDS = 10.0
"""For look-up and connection, over all addresses of a name; then the same for TLS."""

Judge = Callable[[Address, int], bool]
"""Whether an address and port may be dialled."""

Resolve = Callable[[str, int], Awaitable[Iterable[str]]]
Connect = Callable[[Address, int, float], Awaitable[httpcore2.AsyncNetworkStream]]


class Trouble(StrEnum):
    """Why no answer came, or no whole one."""

    TIMEOUT = "timeout"
    DNS = "dns"
    CONNECTION_REFUSED = "connection_refused"
    UNREACHABLE = "unreachable"
    TLS = "tls"
    CONNECTION_LOST = "connection_lost"
    PROTOCOL = "protocol"


class DialFailed(Exception):
    """Never leaves the engine; ``is_untrusted`` tells a certificate that is not accepted."""

    def __init__(self, trouble: Trouble, *, is_untrusted: bool = False) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble
        self.is_untrusted = is_untrusted


async def resolve(host: str, port: int) -> list[str]:
    """The system's look-up; raises OSError.

    In a thread of its own that nobody waits for: the system cannot be told to stop looking.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[str]] = loop.create_future()

    def settle(answer: list[str] | Exception) -> None:
        if found.done():
            return
        if isinstance(answer, Exception):
            found.set_exception(answer)
        else:
            found.set_result(answer)

    def look_up() -> None:
        answer: list[str] | Exception
        try:
            entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answer = list(dict.fromkeys(str(entry[4][0]) for entry in entries))
        except (OSError, UnicodeError) as error:
            answer = error
        with suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(settle, answer)

    threading.Thread(target=look_up, name="look-up", daemon=True).start()
    return await found


async def connect(address: Address, port: int, seconds: float) -> httpcore2.AsyncNetworkStream:
    """A TCP connection to a literal address."""
    return await httpcore2.AnyIOBackend().connect_tcp(str(address), port, timeout=seconds)


@dataclass(frozen=True, slots=True)
class Dialing:
    """How the outside is reached.

    Tests give a ``resolve`` of their own, and a ``connect`` that leads the addresses it allows to
    their servers; no setting and no environment variable reaches this.
    """

    resolve: Resolve = resolve
    connect: Connect = connect
    ssl_context: Callable[[], ssl.SSLContext] = httpcore2.default_ssl_context


class JudgingBackend(httpcore2.AsyncNetworkBackend):
    """Connections to judged addresses only."""

    def __init__(self, dialing: Dialing, judge: Judge) -> None:
        self._dialing = dialing
        self._judge = judge

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """One address after the other, each with its share of the time that is left."""
        deadline = time.monotonic() + CONNECT_SECONDS
        async with asyncio.timeout(CONNECT_SECONDS):
            addresses = await self._addresses(host, port)
        failure = DialFailed(Trouble.DNS)
        for position, address in enumerate(addresses):
            left = max(deadline - time.monotonic(), 0.0)
            try:
                return await self._dialing.connect(
                    address, port, left / (len(addresses) - position)
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout, OSError) as error:
                failure = _unconnected(error)
        raise failure

    async def _addresses(self, host: str, port: int) -> list[Address]:
        """All addresses of the host, or AddressRefused if any of them is not to be dialled."""
        try:
            answer = list(await self._dialing.resolve(host, port))
        except (OSError, UnicodeError) as error:
            raise DialFailed(Trouble.DNS) from error
        try:
            addresses = [ipaddress.ip_address(each) for each in answer]
        except ValueError as error:
            raise refused(host) from error
        if not all(self._judge(address, port) for address in addresses):
            raise refused(host)
        return addresses


def _unconnected(error: BaseException) -> DialFailed:
    if isinstance(error, httpcore2.ConnectTimeout | TimeoutError):
        return DialFailed(Trouble.TIMEOUT)
    inner: BaseException | None = error
    while inner is not None:
        if isinstance(inner, ConnectionRefusedError):
            return DialFailed(Trouble.CONNECTION_REFUSED)
        inner = inner.__cause__
    return DialFailed(Trouble.UNREACHABLE)
