"""The door: who may ask at all. Everything is refused unless it passes each check.

The order is the contract's: host, origin, key; routing and bodies come after. It is plain ASGI, so
that nothing of a request is touched before it has passed.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Collection
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kopia_desktop.api import refusals
from kopia_desktop.api.refusals import Code, Refusal
from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.log import ACCESS
from kopia_desktop.services.api_key import ApiKey

logger = logging.getLogger(__name__)
access = logging.getLogger(ACCESS)

_VERSIONS = ("1.0", "1.1")
_MOST_HEADERS = 100
_HEADER_BYTES = 32 << 10
_TARGET_BYTES = 8 << 10
_METHOD_BYTES = 32
_CLOSE = (b"connection", b"close")

_ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)


class Guard:
    """Middleware around the whole app: checks, the error envelope, the access log.

    ``hosts`` are the exact ``host:port`` under which the server may be addressed, ``open_paths``
    what needs no key.
    """

    def __init__(
        self, app: ASGIApp, *, hosts: Collection[str], key: ApiKey, open_paths: Collection[str]
    ) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._key = key
        self._open_paths = frozenset(open_paths)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        exchange = _Exchange(scope, receive, send)
        try:
            self._check(scope)
            await self._app(scope, exchange.receive, exchange.send)
        except Refusal as refusal:
            await exchange.refuse(refusal)
        except KopiaError as error:
            await exchange.refuse(refusals.refusal_of(error))
        except OSError as error:
            logger.warning("a request failed: %s", error.strerror)
            await exchange.refuse(refusals.internal())
        except Exception:
            # The API's edge: whatever a handler stumbles over is one failed request.
            logger.exception("a request failed")
            await exchange.refuse(refusals.internal())
        except asyncio.CancelledError:
            await exchange.stop()
            raise
        finally:
            exchange.log()

    def _check(self, scope: Scope) -> None:
        """Raises Refusal."""
        self._check_form(scope)
        headers = Headers(scope=scope)
        self._check_host(headers)
        self._check_origin(headers)
        if not scope["raw_path"].startswith(b"/"):
            raise refusals.invalid("The request must name a path.")
        if scope["path"] not in self._open_paths or scope["method"] not in ("GET", "HEAD"):
            self._check_key(headers)
        if b"%2f" in scope["raw_path"].lower():
            # A slash that belongs to a name; the router would take it for one that parts names.
            raise refusals.not_found("There is nothing at this address. See GET /docs.")

    def _check_form(self, scope: Scope) -> None:
        """What the parser takes and we do not; it looks at sizes only while something is missing.

        Raises Refusal.
        """
        if scope["http_version"] not in _VERSIONS:
            raise refusals.invalid("Only HTTP/1.0 and HTTP/1.1 are spoken here.")
        headers = scope["headers"]
        if (
            len(headers) > _MOST_HEADERS
            or sum(len(name) + len(value) for name, value in headers) > _HEADER_BYTES
            or len(scope["raw_path"]) + len(scope["query_string"]) > _TARGET_BYTES
            or len(scope["method"]) > _METHOD_BYTES
        ):
            raise refusals.invalid("The request's address or headers are too many or too large.")
        if has_two_lengths(headers):
            raise refusals.invalid("Content-Length and Transfer-Encoding exclude each other.")

    def _check_host(self, headers: Headers) -> None:
        """Another name for this address is a page that had its name point here (rebinding)."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            raise refusals.forbidden("This host is not served here.")

    def _check_origin(self, headers: Headers) -> None:
        """A browser names the page that asks; no page has business here."""
        for origin in headers.getlist("origin"):
            scheme, _, host = origin.partition("://")
            if scheme != "http" or host.lower() not in self._hosts:
                raise refusals.forbidden("Pages of other origins are refused.")
        if any(site not in ("same-origin", "none") for site in headers.getlist("sec-fetch-site")):
            raise refusals.forbidden("Requests from other sites are refused.")

    def _check_key(self, headers: Headers) -> None:
        given = headers.getlist("authorization")
        if len(given) != 1:
            raise refusals.unauthorized()
        scheme, _, key = given[0].partition(" ")
        if scheme.lower() != "bearer" or not self._key.matches(key.strip(" ").encode("latin-1")):
            raise refusals.unauthorized()


def has_two_lengths(headers: Collection[tuple[bytes, bytes]]) -> bool:
    """Whether two readers may disagree on where the body ends and the next request begins."""
    names = {name for name, _ in headers}
    return names >= {b"content-length", b"transfer-encoding"}


class _Exchange:
    """One request and its answer: what was received of it and what was sent."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope = scope
        self._receive = receive
        self._send = send
        self._began = time.monotonic()
        self._status = 0
        self._asked = False

    async def receive(self) -> Message:
        self._asked = True
        return await self._receive()

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            headers = [*message["headers"], *_ALWAYS]
            if not any(name == b"cache-control" for name, _ in headers):
                headers.append((b"cache-control", b"no-store"))
            if self._must_close() and _CLOSE not in headers:
                headers.append(_CLOSE)
            message = {**message, "headers": headers}
        await self._send(message)

    def _must_close(self) -> bool:
        """Whether it is unsure where the next request would begin."""
        headers = self._scope["headers"]
        if any(name == b"expect" for name, _ in headers) and not self._asked:
            return True  # the client may send the body that it has announced, or not
        if self._scope["method"] == "CONNECT" or self._scope["http_version"] not in _VERSIONS:
            return True  # what follows is meant for a tunnel, or is no HTTP/1
        return has_two_lengths(headers)

    async def refuse(self, refusal: Refusal) -> None:
        """Answer with the error; an answer that has begun is cut off instead."""
        if self._status:
            raise ConnectionAbortedError
        response: Response = refusal.response()
        await response(self._scope, self._receive, self.send)

    async def stop(self) -> None:
        """The server stops before there is an answer."""
        if not self._status:
            await self.refuse(Refusal(500, Code.INTERNAL_ERROR, "The program is stopping."))

    def log(self) -> None:
        """Method, route, status and time: no key, no query, no text."""
        route: Any = self._scope.get("route")
        access.info(
            "%s %s %s %.0f ms",
            self._scope["method"][:_METHOD_BYTES],
            getattr(route, "path", "-"),
            self._status or "-",
            (time.monotonic() - self._began) * 1000,
        )
