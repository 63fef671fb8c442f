"""A model hub on loopback: its API and its files, with whatever can go wrong, each when asked for.

It notes which bytes of which file it has sent, so that a test can tell what came twice.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import random
import re
import socket
import ssl
import struct
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

_PIECE = 4096
_SMALL = 10_000
"""The hub keeps larger files apart and tells their SHA-256; of others it tells git's hash."""


class Fault(StrEnum):
    """What goes wrong with one answer. Numbers are bytes of the body after which it happens."""

    CUT = "cut"  # the connection ends
    RESET = "reset"  # it is torn down; what is on its way may be lost
    STALL = "stall"  # nothing more comes
    SLOW = "slow"  # tiny pieces, with pauses
    WRONG_BYTES = "wrong_bytes"
    SHORT = "short"  # fewer bytes, and a length that says so
    LONG = "long"  # more bytes, and a length that says so
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    BUSY = "busy"  # 429 with Retry-After
    UNAVAILABLE = "unavailable"  # 503 with a date
    BROKEN = "broken"  # 500, 502, 504
    NO_RANGE = "no_range"  # all of it from the first byte, whatever was asked for
    OTHER_RANGE = "other_range"
    NEW_TAG = "new_tag"  # from now on another ETag
    ENCODED = "encoded"
    LOOP = "loop"  # a redirect to itself
    ELSEWHERE = "elsewhere"  # a redirect to where nobody should be sent
    NOT_THE_HUB = "not_the_hub"  # a page to sign in at


@dataclass(frozen=True, slots=True)
class Trouble:
    """``at``: a byte of the body; ``seconds`` for those that take time."""

    fault: Fault
    at: int = 0
    seconds: float = 0.0


@dataclass
class Repository:
    """Its files, and for each (``""``: the API) the troubles of the next answers, in order."""

    files: dict[str, bytes]
    commit: str = "0" * 40
    troubles: dict[str, list[Trouble]] = field(default_factory=dict)
    sent: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    tag_round: int = 0
    requests: list[tuple[str, str | None]] = field(default_factory=list)

    def bytes_sent(self, name: str) -> int:
        return sum(end - start for start, end in self.sent.get(name, ()))

    def sent_twice(self, name: str) -> int:
        """Bytes of a file beyond its size."""
        return max(0, self.bytes_sent(name) - len(self.files[name]))


class FakeHub:
    """``url`` is what KOPIA_MODEL_ENDPOINT is set to. Files are sent at ``bytes_per_second``.

    With ``cdn`` files are redirected to another path, as the real hub does. With ``context`` it
    speaks TLS. It is a proxy too: a request for another host is answered as if it were that one.
    """

    def __init__(
        self,
        *,
        bytes_per_second: float = 0.0,
        cdn: bool = True,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.repositories: dict[str, Repository] = {}
        self.files: dict[str, Repository] = {}
        self.bytes_per_second = bytes_per_second
        self.cdn = cdn
        self.elsewhere = "ftp://127.0.0.1/model.bin"
        self.lock = threading.Lock()
        self.is_closing = threading.Event()
        hub = self

        class Handler(_Handler):
            pass

        Handler.hub = hub
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._scheme = "http"
        if context is not None:
            self._scheme = "https"
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_port}"

    def add(self, repository: str, files: dict[str, bytes]) -> Repository:
        made = Repository(dict(files), hashlib.sha1(repository.encode()).hexdigest())
        self.repositories[repository] = made
        return made

    def add_file(self, name: str, content: bytes) -> tuple[str, Repository]:
        """A file outside of repositories, and its URL."""
        made = self.files[name] = Repository({name: content})
        return f"{self.url}/packages/{name}", made

    def close(self) -> None:
        self.is_closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that was killed is none."""


class _Hung(Exception):
    """The connection is ended by the trouble."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: FakeHub

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""

    def setup(self) -> None:
        super().setup()
        # Little is on its way at a time, so that what was sent is about what has arrived.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16384)

    def do_GET(self) -> None:
        with contextlib.suppress(_Hung, OSError):
            self._answer(unquote(urlsplit(self.path).path))
            return
        self.close_connection = True

    def _answer(self, path: str) -> None:
        api = re.fullmatch(r"/api/models/([^/]+/[^/]+)/revision/[^/]+", path)
        file = re.fullmatch(r"/(cdn/)?([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path)
        package = re.fullmatch(r"/packages/(.+)", path)
        if path == "/loop":
            self._redirect("/loop")
            return
        if api and api[1] in self.hub.repositories:
            self._answer_api(self.hub.repositories[api[1]])
        elif file and (found := self.hub.repositories.get(file[2])) and file[3] == found.commit:
            self._answer_file(found, file[4], at_cdn=bool(file[1]))
        elif package and package[1] in self.hub.files:
            self._answer_file(self.hub.files[package[1]], package[1], at_cdn=True)
        else:
            self._refuse(404)

    def _answer_api(self, repository: Repository) -> None:
        trouble = self._next(repository, "")
        if trouble and self._refused(trouble):
            return
        body = json.dumps(
            {
                "id": "x",
                "sha": repository.commit,
                "siblings": [about(name, data) for name, data in repository.files.items()],
            }
        ).encode()
        if trouble and trouble.fault is Fault.NOT_THE_HUB:
            body = b"<html>Welcome to our network</html>"
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if trouble and trouble.fault is Fault.CUT:
            self.wfile.write(body[: trouble.at])
            raise _Hung
        self.wfile.write(body)

    def _answer_file(self, repository: Repository, name: str, *, at_cdn: bool) -> None:
        if name not in repository.files:
            self._refuse(404)
            return
        if self.hub.cdn and not at_cdn:
            self._redirect(f"{self.hub.url}/cdn{self.path}")
            return
        repository.requests.append((name, self.headers.get("Range")))
        trouble = self._next(repository, name)
        if trouble and self._refused(trouble):
            return
        if trouble and trouble.fault is Fault.NEW_TAG:
            repository.tag_round += 1
        data = repository.files[name]
        start = self._start(repository, data, trouble)
        if start >= len(data) > 0:
            self.send_response(416)
            self.send_header("Content-Range", f"bytes */{len(data)}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = _body(data, start, trouble)
        self._head(repository, data, start=start, length=len(body), trouble=trouble)
        self._send(repository, name, body, start, trouble)

    def _start(self, repository: Repository, data: bytes, trouble: Trouble | None) -> int:
        """The byte the answer begins with; not 0: it is a part."""
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if asked is None or (trouble and trouble.fault is Fault.NO_RANGE):
            return 0
        condition = self.headers.get("If-Range")
        if condition is not None and condition != _tag(repository, data):
            return 0
        if trouble and trouble.fault is Fault.OTHER_RANGE:
            return int(asked[1]) // 2 or 1
        return int(asked[1])

    def _head(
        self,
        repository: Repository,
        data: bytes,
        *,
        start: int,
        length: int,
        trouble: Trouble | None,
    ) -> None:
        self.send_response(206 if start else 200)
        self.send_header("ETag", _tag(repository, data))
        self.send_header("Content-Length", str(length))
        if start:
            self.send_header("Content-Range", f"bytes {start}-{start + length - 1}/{len(data)}")
        if trouble and trouble.fault is Fault.ENCODED:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()

    def _send(
        self, repository: Repository, name: str, body: bytes, start: int, trouble: Trouble | None
    ) -> None:
        spans = repository.sent.setdefault(name, [])
        place = len(spans)
        spans.append((start, start))
        slow = trouble is not None and trouble.fault is Fault.SLOW
        piece = 512 if slow else _PIECE
        ends = trouble is not None and trouble.fault in (Fault.CUT, Fault.RESET, Fault.STALL)
        stop = min(trouble.at, len(body)) if trouble is not None and ends else len(body)
        sent = 0
        while sent < stop and not self.hub.is_closing.is_set():
            part = body[sent : min(sent + piece, stop)]
            self.wfile.write(part)
            sent += len(part)
            spans[place] = (start, start + sent)
            if slow and trouble is not None:
                time.sleep(trouble.seconds)
            elif self.hub.bytes_per_second:
                time.sleep(len(part) / self.hub.bytes_per_second)
        if trouble is not None and ends:
            self._end(trouble)

    def _end(self, trouble: Trouble) -> None:
        if trouble.fault is Fault.STALL:
            self.hub.is_closing.wait(trouble.seconds)
        if trouble.fault is Fault.RESET:
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()
        raise _Hung

    def _next(self, repository: Repository, name: str) -> Trouble | None:
        with self.hub.lock:
            waiting = repository.troubles.get(name)
            return waiting.pop(0) if waiting else None

    def _refused(self, trouble: Trouble) -> bool:
        """Answer with a status that gives nothing, if that is the trouble."""
        match trouble.fault:
            case Fault.FORBIDDEN:
                self._refuse(403)
            case Fault.MISSING:
                self._refuse(404)
            case Fault.BUSY:
                self._refuse(429, retry_after=f"{trouble.seconds:.0f}")
            case Fault.UNAVAILABLE:
                self._refuse(503, retry_after=self.date_time_string(int(time.time())))
            case Fault.BROKEN:
                self._refuse(random.choice((500, 502, 504)))
            case Fault.LOOP:
                self._redirect("/loop")
            case Fault.ELSEWHERE:
                self._redirect(self.hub.elsewhere)
            case _:
                return False
        return True

    def _refuse(self, status: int, *, retry_after: str = "") -> None:
        self.send_response(status)
        if retry_after:
            self.send_header("Retry-After", retry_after)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _redirect(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()


def about(name: str, data: bytes) -> dict[str, Any]:
    """A file as the hub's API tells it."""
    blob = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    entry: dict[str, Any] = {"rfilename": name, "size": len(data), "blobId": blob}
    if len(data) > _SMALL:
        digest = hashlib.sha256(data).hexdigest()
        entry["lfs"] = {"sha256": digest, "size": len(data), "pointerSize": 130}
    return entry


def speech_model(size: int = 300_000, *, seed: int = 0) -> dict[str, bytes]:
    """The files of a repository with a speech model, as far as it is looked at before loading."""
    config = {"lang_ids": [0], "suppress_ids_begin": [1], "alignment_heads": [[0, 0]]}
    return {
        "README.md": b"# A model\n",
        ".gitattributes": b"*.bin filter=lfs\n",
        "config.json": json.dumps(config).encode(),
        "tokenizer.json": b'{"version": "1.0"}',
        "vocabulary.json": json.dumps([f"word{number}" for number in range(2000)]).encode(),
        "model.bin": random.Random(seed).randbytes(size),
    }


NEEDED = ("config.json", "tokenizer.json", "vocabulary.json", "model.bin")


@contextlib.contextmanager
def running(
    *, bytes_per_second: float = 0.0, cdn: bool = True, context: ssl.SSLContext | None = None
) -> Iterator[FakeHub]:
    hub = FakeHub(bytes_per_second=bytes_per_second, cdn=cdn, context=context)
    try:
        yield hub
    finally:
        hub.close()


def _tag(repository: Repository, data: bytes) -> str:
    return f'"{hashlib.md5(data, usedforsecurity=False).hexdigest()}-{repository.tag_round}"'


def _body(data: bytes, start: int, trouble: Trouble | None) -> bytes:
    body = data[start:]
    if trouble is None:
        return body
    if trouble.fault is Fault.WRONG_BYTES:
        at = min(trouble.at, len(body) - 1)
        return body[:at] + bytes([body[at] ^ 0xFF]) + body[at + 1 :]
    if trouble.fault is Fault.SHORT:
        return body[: max(1, len(body) - 1 - trouble.at % len(body))]
    if trouble.fault is Fault.LONG:
        return body + b"more"
    return body
