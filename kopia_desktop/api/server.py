"""The server: bound to this computer only, plain Python with ``run`` and ``stop``."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import uvicorn

from kopia_desktop.api.app import build
from kopia_desktop.api.context import Context, Services
from kopia_desktop.api.events import EventStreams
from kopia_desktop.api.key_locks import KeyLocks
from kopia_desktop.api.protocol import GuardedProtocol
from kopia_desktop.core.errors import HostNotLocal, PortBusy

_LOCAL = {
    "127.0.0.1": ("127.0.0.1",),
    "::1": ("::1",),
    "localhost": ("127.0.0.1", "::1"),
}
_BACKLOG = 512
_STOP_SECONDS = 3
_CUT_OFF_SECONDS = 1.0
_FILES = 2048
"""Open files that may be needed: connections over the cap, their uploads, the database."""


@dataclass(frozen=True, slots=True)
class ApiAddress:
    """Where the API can be found."""

    base: str

    @property
    def api_url(self) -> str:
        return f"{self.base}/api/v1"

    @property
    def upload_url(self) -> str:
        return self.base


class ApiServer:
    """Serves the services until ``stop``."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._sockets: list[socket.socket] = []
        self._server: _Server | None = None
        self._stopped = False
        self.address: ApiAddress | None = None

    @property
    def ports(self) -> frozenset[int]:
        """The ports it listens on; none before ``bind``."""
        return frozenset(each.getsockname()[1] for each in self._sockets)

    def bind(self, host: str, port: int) -> ApiAddress:
        """Listen: from now on clients may connect. Port 0 is a free one.

        Raises HostNotLocal for what is not this computer, PortBusy.
        """
        addresses = check_host(host)
        for address in addresses:
            try:
                bound = _listen(address, port)
            except OSError as error:
                if address == "::1" and len(addresses) > 1 and error.errno != errno.EADDRINUSE:
                    continue  # a computer without IPv6
                self.close()
                raise _busy(port, error) from error
            self._sockets.append(bound)
            port = bound.getsockname()[1]
        shown = f"[{addresses[0]}]" if ":" in addresses[0] else addresses[0]
        self.address = ApiAddress(f"http://{shown}:{port}")
        return self.address

    def run(self) -> None:
        """Serve in the calling thread. Returns after ``stop``."""
        if self._stopped:
            self.close()
            return
        asyncio.run(self._serve())

    def stop(self) -> None:
        """End ``run`` soon: requests in flight get a moment, streams end. Callable from any
        thread.
        """
        self._stopped = True
        if self._server is not None:
            self._server.should_exit = True

    def close(self) -> None:
        """Free the port without having served."""
        for each in self._sockets:
            each.close()
        self._sockets.clear()

    async def _serve(self) -> None:
        _quiet()
        _allow_files()
        streams = EventStreams(self._services.bus)
        context = Context(self._services, self._hosts(), self.ports, streams, KeyLocks())
        config = uvicorn.Config(
            build(context),
            http=GuardedProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            backlog=_BACKLOG,
            timeout_graceful_shutdown=_STOP_SECONDS,
        )
        self._server = _Server(config, streams)
        if self._stopped:
            self._server.should_exit = True
        try:
            with streams.serving():
                await self._server.serve(sockets=self._sockets)
            await self._server.drop_connections()
        finally:
            context.close()
            self.close()

    def _hosts(self) -> frozenset[str]:
        """Every exact host and port under which a client of this computer may address us."""
        hosts: set[str] = set()
        for bound in self._sockets:
            address, port = bound.getsockname()[:2]
            names = ("localhost", f"[{address}]" if ":" in address else address)
            hosts |= {f"{name}:{port}" for name in names}
        return frozenset(hosts)


def check_host(host: str) -> tuple[str, ...]:
    """The loopback addresses that a host stands for. Raises HostNotLocal."""
    addresses = _LOCAL.get(host.lower())
    if addresses is None:
        raise HostNotLocal(
            f"The API does not listen on {host}.",
            hint="It is for programs on this computer: 127.0.0.1, ::1 or localhost.",
        )
    return addresses


class _Server(uvicorn.Server):
    """Signals are for whoever started us; streams end when the server does."""

    def __init__(self, config: uvicorn.Config, streams: EventStreams) -> None:
        super().__init__(config)
        self._streams = streams

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def drop_connections(self) -> None:
        """What is still open when the time to stop is over.

        Requests that were cut off are answered, half an upload is removed; then no socket outlives
        the event loop.
        """
        if self.server_state.tasks:
            await asyncio.wait(set(self.server_state.tasks), timeout=_CUT_OFF_SECONDS)
        while self.server_state.connections:
            for connection in list(self.server_state.connections):
                connection.transport.abort()
            await asyncio.sleep(0)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._streams.close_all()
        await super().shutdown(sockets)


def _listen(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # With its protocol said, asyncio sends each write at once (TCP_NODELAY) instead of 40 ms later.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # A port of which old connections are still closing is free.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen(_BACKLOG)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def _busy(port: int, error: OSError) -> PortBusy:
    if error.errno == errno.EADDRINUSE:
        reason = f"Port {port} is taken by another program"
    else:
        reason = f"Port {port} cannot be listened on ({error.strerror})"
    return PortBusy(
        f"{reason}; the API is off.",
        hint="Choose another port in the settings or with --port (0 takes a free one).",
    )


def _allow_files() -> None:
    """Every connection is an open file; some systems let a program have 256 unless it asks."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < _FILES:
            most = _FILES if hard == resource.RLIM_INFINITY else min(_FILES, hard)
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _quiet() -> None:
    """The libraries' own messages would go to the terminal; ours are in the program's log."""
    for name in ("uvicorn", "python_multipart"):
        logger = logging.getLogger(name)
        logger.propagate = False
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
