"""A small outside world on loopback: name server, TLS and plain servers, and a way to them.

``Outside.dialing`` is what the program is given in place of the real way out. Look-ups come from a
table; a connection to an address goes to the server that the table has there. Every other address
leads to ``trap``, a listener that only counts: what must not be dialled would be seen there.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpcore2
import trustme

from kopia_desktop.core.job import JobOptions, MediaFile
from kopia_desktop.core.netguard import Address
from kopia_desktop.errands.dialing import Dialing
from kopia_desktop.store.database import Database
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.work import WorkStore

GOOD = "93.184.215.14"
GOOD_IPV6 = "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
OTHER = "151.101.1.140"


@dataclass(frozen=True)
class Asked:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    sni: str | None = None
    at: float = field(default_factory=time.monotonic)


class Handler(BaseHTTPRequestHandler):
    """One connection; the server's ``answer`` writes what comes back."""

    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        self.server.accepted += 1
        if self.server.tls is not None:
            self.request = self.server.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        try:
            super().finish()
        finally:
            self.request.close()

    def handle(self) -> None:
        self.close_connection = True
        self.handle_one_request()

    def do_GET(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(length)
        self.server.asked.append(Asked(self.command, self.path, headers, body, self.server.sni))
        self.server.answer(self)

    do_POST = do_GET

    def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Underscores in header names stand for hyphens."""
        self.head(status, content_length=str(len(body)), **headers)
        self.wfile.write(body)

    def head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.flush()

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """On a free port of 127.0.0.1, in threads of its own; TLS where a context is given."""

    daemon_threads = True

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.tls = tls
        self.sni: str | None = None
        self.accepted = 0
        self.asked: list[Asked] = []
        self.released = threading.Event()
        self.answer: Callable[[Handler], None] = lambda handler: handler.reply(200)
        if tls is not None:
            tls.sni_callback = self._note_name  # type: ignore[assignment]
        super().__init__(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def _note_name(self, socket: ssl.SSLSocket, name: str | None, context: object) -> None:
        self.sni = name

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what these tests are about."""

    def forget(self) -> None:
        self.accepted, self.asked, self.sni = 0, [], None

    def close(self) -> None:
        self.released.set()
        self.shutdown()
        self.server_close()
        self._thread.join()


class Outside:
    """Names, addresses, servers. ``answers`` holds for each name what each look-up gives, in turn;
    the last one is given from then on. With ``has_neighbours``, loopback is what it is.
    """

    def __init__(self) -> None:
        self.authority = trustme.CA()
        self.good = Server(self.tls_for("media.example.com", "cdn.example.net"))
        self.trap = Server()
        self.routes = {GOOD: self.good.port, GOOD_IPV6: self.good.port, OTHER: self.good.port}
        self.answers: dict[str, list[list[str]]] = {}
        self.looked_up: list[str] = []
        self.dialled: list[tuple[str, int]] = []
        self.has_neighbours = False
        self.forget()

    @property
    def dialing(self) -> Dialing:
        return Dialing(resolve=self._resolve, connect=self._connect, ssl_context=self._trusting)

    def tls_for(self, *names: str) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(*names).configure_cert(context)
        return context

    def forget(self) -> None:
        """As at first."""
        self.answers = {"media.example.com": [[GOOD]], "cdn.example.net": [[OTHER]]}
        self.looked_up.clear()
        self.dialled.clear()
        self.good.forget()
        self.trap.forget()

    def close(self) -> None:
        self.good.close()
        self.trap.close()

    def _trusting(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.authority.configure_trust(context)
        return context

    async def _resolve(self, host: str, port: int) -> list[str]:
        self.looked_up.append(host)
        turns = self.answers.get(host)
        if turns is None:
            return [_literal(host)]
        return turns.pop(0) if len(turns) > 1 else turns[0]

    async def _connect(
        self, address: Address, port: int, seconds: float
    ) -> httpcore2.AsyncNetworkStream:
        self.dialled.append((str(address), port))
        to = self.routes.get(str(address), self.trap.port)
        if self.has_neighbours and address.is_loopback:
            to = port
        return await httpcore2.AnyIOBackend().connect_tcp("127.0.0.1", to, timeout=seconds)


def _literal(host: str) -> str:
    """As the system reads it, 127.1 and 0x7f.1 included; raises OSError for a name."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return socket.inet_ntoa(socket.inet_aton(host))


def completed_job(database: Database, url: str, secret: str | None = None) -> str:
    """The id of a job that was just completed and has a webhook."""
    work = WorkStore(database)
    media = MediaFile("/recordings/talk.wav", "talk.wav", 1000, 1)
    job = JobStore(database).add(
        options=JobOptions("en"), media=media, webhook_url=url, webhook_secret=secret
    )
    assert work.finish_preparation(job.id, duration=1.0, sha256="")
    return job.id
