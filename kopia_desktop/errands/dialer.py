"""HTTP to the outside: one request, one connection, to an address that was judged.

TLS asks for the certificate of the name. No proxies, no cookies, no redirects, no decoding of
content.
"""

from __future__ import annotations

import asyncio
import dataclasses
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import dataclass
from urllib.parse import quote

import httpcore2
import idna

from kopia_desktop import __version__
from kopia_desktop.core.errors import AddressRefused
from kopia_desktop.core.netguard import Target, is_host_name, refused
from kopia_desktop.errands.dialing import (
    CONNECT_SECONDS,
    DialFailed,
    Dialing,
    Judge,
    JudgingBackend,
    Trouble,
)

USER_AGENT = f"kopia-desktop/{__version__}"

_LONGEST_LABEL = 63
_LONGEST_NAME = 253

_KEPT_IN_PATH = "!$%&'()*+,-./:;=?@[]_~"
"""Besides letters and digits: what is sent as it was given, the rest is percent-encoded."""

Headers = list[tuple[bytes, bytes]]


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and headers of an answer whose body is still to come."""

    response: httpcore2.Response = dataclasses.field(repr=False)

    @property
    def status(self) -> int:
        return self.response.status

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        for key, value in self.response.headers:
            if key.lower() == name.lower().encode("ascii"):
                try:
                    return value.decode("utf-8").strip()
                except UnicodeDecodeError:
                    return value.decode("latin-1").strip()
        return None

    async def body(self) -> AsyncGenerator[bytes]:
        """The body in pieces as they come. Raises DialFailed, also for one that ends too early."""
        with _troubles():
            async with aclosing(self.response.aiter_stream()) as stream:
                async for piece in stream:
                    yield piece

    async def discard(self, most: int) -> None:
        """Read and forget up to so many bytes. Raises DialFailed."""
        async with aclosing(self.body()) as pieces:
            async for piece in pieces:
                most -= len(piece)
                if most <= 0:
                    return


class Dialer:
    """Makes requests, each over a connection of its own."""

    def __init__(self, dialing: Dialing) -> None:
        self._dialing = dialing
        self._ssl_context: ssl.SSLContext | None = None

    @asynccontextmanager
    async def request(
        self,
        method: str,
        target: Target,
        judge: Judge,
        *,
        headers: Headers,
        content: bytes | None = None,
        header_seconds: float,
        idle_seconds: float,
    ) -> AsyncIterator[Answer]:
        """Ask, and wait so long for the answer's headers and then for each piece of its body.

        Raises AddressRefused and DialFailed.
        """
        plain = _plain(target)
        with _troubles():
            context = await self._context() if plain.scheme == "https" else None
        made = _request(method, plain, headers, content=content, idle_seconds=idle_seconds)
        async with httpcore2.AsyncConnectionPool(
            ssl_context=context,
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=JudgingBackend(self._dialing, judge),
        ) as pool:
            with _troubles():
                async with asyncio.timeout(header_seconds):
                    response = await pool.handle_async_request(made)
            try:
                yield Answer(response)
            finally:
                await response.aclose()

    async def _context(self) -> ssl.SSLContext:
        if self._ssl_context is None:  # reads the system's certificates
            self._ssl_context = await asyncio.to_thread(self._dialing.ssl_context)
        return self._ssl_context


def _plain(target: Target) -> Target:
    """The target with its host as the wire has it. Raises AddressRefused."""
    host = target.host
    if target.literal is not None:
        return target
    if not host.isascii():
        try:
            host = idna.encode(host, uts46=True, std3_rules=True).decode("ascii").lower()
        except UnicodeError as error:
            raise _no_name(target.host) from error
    # Looked at again: wide digits and foreign full stops may just have become an address.
    if not is_host_name(host):
        raise refused(target.host)
    if len(host) > _LONGEST_NAME or max(map(len, host.split("."))) > _LONGEST_LABEL:
        raise _no_name(target.host)
    return dataclasses.replace(target, host=host)


def _no_name(host: str) -> AddressRefused:
    shown = host if len(host) <= 80 else host[:77] + "..."
    return AddressRefused(f"{shown} is not a valid host name.", hint="Check the URL's spelling.")


def _request(
    method: str, target: Target, headers: Headers, *, content: bytes | None, idle_seconds: float
) -> httpcore2.Request:
    seconds = {"connect": CONNECT_SECONDS, "read": idle_seconds, "write": idle_seconds}
    return httpcore2.Request(
        method,
        httpcore2.URL(
            scheme=target.scheme,
            host=target.host,
            port=target.port,
            target=quote(target.path, safe=_KEPT_IN_PATH),
        ),
        headers=[*_common(target, content), *headers],
        content=content,
        extensions={"timeout": seconds},
    )


def _common(target: Target, content: bytes | None) -> Headers:
    headers = [
        (b"Host", target.authority.encode("ascii")),
        (b"User-Agent", USER_AGENT.encode("ascii")),
        (b"Accept", b"*/*"),
        (b"Accept-Encoding", b"identity"),
        (b"Connection", b"close"),
    ]
    if content is not None:
        headers.append((b"Content-Length", str(len(content)).encode("ascii")))
    return headers


@contextmanager
def _troubles() -> Iterator[None]:
    """Raise DialFailed for what the HTTP library, TLS and the sockets report inside."""
    try:
        yield
    except (httpcore2.TimeoutException, TimeoutError) as error:
        raise DialFailed(Trouble.TIMEOUT) from error
    except httpcore2.ProtocolError as error:
        # Without an error of the parser inside, the server has hung up before it answered.
        silent = not isinstance(_inner(error), Exception)
        raise DialFailed(Trouble.CONNECTION_LOST if silent else Trouble.PROTOCOL) from error
    except (httpcore2.NetworkError, OSError) as error:
        inner = error if isinstance(error, OSError) else _inner(error)
        # The TCP connection's own errors were told apart before: this one is the handshake's.
        is_tls = isinstance(inner, ssl.SSLError) or isinstance(error, httpcore2.ConnectError)
        raise DialFailed(
            Trouble.TLS if is_tls else Trouble.CONNECTION_LOST,
            is_untrusted=isinstance(inner, ssl.SSLCertVerificationError),
        ) from error


def _inner(error: Exception) -> object:
    """The error that the HTTP library wrapped: it passes it as the only argument."""
    return error.args[0] if error.args else None
