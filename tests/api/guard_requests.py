"""How a request that must get nowhere is written down.

In its bytes ``<HOST>``, ``<PORT>`` and ``<KEY>`` stand for the server's own, ``<HALF>`` for the
first half of the key. Whatever can be right about a request is right: most would create a job but
for the one thing that the variant is about.
"""

from __future__ import annotations

from dataclasses import dataclass

CLOSED = 0
"""Expected where there is nothing to answer: the connection just ends."""

JOBS = b"/api/v1/jobs"
KEY = b"Bearer <KEY>"
JSON = b"application/json"


@dataclass(frozen=True, slots=True)
class Variant:
    """``pieces`` are sent one after the other, ``apart`` seconds between them.

    With ``holds`` the client then waits: only a deadline ends it.
    """

    name: str
    attack: str
    pieces: tuple[bytes, ...]
    expected: int
    apart: float = 0.0
    holds: bool = False


def ask(
    *more: bytes,
    method: bytes = b"POST",
    target: bytes = JOBS,
    version: bytes = b"HTTP/1.1",
    host: bytes | None = b"<HOST>",
    key: bytes | None = KEY,
    kind: bytes | None = JSON,
    body: bytes = b"{}",
    length: bytes | None = None,
) -> bytes:
    """A request that creates a job, but for what is given. ``more`` are header lines."""
    lines = [b" ".join((method, target, version))]
    if host is not None:
        lines.append(b"Host: " + host)
    if key is not None:
        lines.append(b"Authorization: " + key)
    if kind is not None:
        lines.append(b"Content-Type: " + kind)
    lines += more
    if length is None and not any(line.lower().startswith(b"transfer-enc") for line in more):
        length = b"%d" % size_of(body)
    if length:
        lines.append(b"Content-Length: " + length)
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def size_of(body: bytes) -> int:
    """As long as the body will be with the server's own host and key in it."""
    return len(filled(body, b"127.0.0.1:00000", b"k" * 49))


def filled(sent: bytes, host: bytes, key: bytes) -> bytes:
    port = host.rpartition(b":")[2]
    for name, value in (
        (b"<HOST>", host),
        (b"<PORT>", port),
        (b"<KEY>", key),
        (b"<HALF>", key[: len(key) // 2]),
    ):
        sent = sent.replace(name, value)
    return sent


HIDDEN = ask()
"""A whole good request, to be hidden where a second reader would find it."""


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (size_of(chunk), chunk) for chunk in (*chunks, b""))
