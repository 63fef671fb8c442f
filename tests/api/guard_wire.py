"""Requests that lie about where they end, are too much, no HTTP/1 at all, or never finished."""

from __future__ import annotations

import random
from collections.abc import Iterable

from tests.api.guard_requests import CLOSED, HIDDEN, JOBS, KEY, Variant, ask, chunked, size_of


def _framing() -> Iterable[Variant]:
    """Two readers that disagree on where a request ends."""
    hiding = b"0\r\n\r\n" + HIDDEN
    both = b"%d" % size_of(hiding)
    te = b"Transfer-Encoding: "
    heads: dict[str, bytes] = {
        "both": ask(te + b"chunked", length=both, body=hiding),
        "both-wrong-key": ask(te + b"chunked", length=both, body=hiding, key=b"Bearer x"),
        "both-evil-host": ask(te + b"chunked", length=both, body=hiding, host=b"evil.example"),
        "both-short-length": ask(te + b"chunked", length=b"4", body=hiding),
        "both-in-1.0": ask(te + b"chunked", length=both, body=hiding, version=b"HTTP/1.0"),
        "both-by-bare-lf": ask(b"X-A: b\n" + te + b"chunked", length=both, body=hiding),
        "list": ask(te + b"chunked, identity", length=both, body=hiding),
        "gzip": ask(te + b"gzip, chunked", length=both, body=hiding),
        "identity": ask(te + b"identity", length=both, body=hiding),
        "xchunked": ask(te + b"xchunked", length=both, body=hiding),
        "quoted": ask(te + b'"chunked"', length=both, body=hiding),
        "vertical-tab-before": ask(te + b"\x0bchunked", length=both, body=hiding),
        "vertical-tab-after": ask(te + b"Chunked\x0b", length=both, body=hiding),
        "space-before-colon": ask(b"Transfer-Encoding : chunked", length=both, body=hiding),
        "space-in-name": ask(b"Transfer Encoding: chunked", length=both, body=hiding),
        "bare-cr": ask(b"X-A: b\r" + te + b"chunked", length=both, body=hiding),
        "nul-after": ask(te + b"chunked\0", length=both, body=hiding),
        "twice": ask(te + b"chunked", te + b"chunked", body=hiding),
        "twice-differing": ask(te + b"identity", te + b"chunked", body=hiding),
        "folded": ask(b"Transfer-Encoding:\r\n chunked\r\n x", length=both, body=hiding),
        "length-twice": ask(b"Content-Length: 2", length=both, body=hiding),
        "length-list": ask(length=b"2, 3", body=b"{}" + HIDDEN),
        "length-negative": ask(length=b"-2", body=b"{}" + HIDDEN),
        "length-plus": ask(length=b"+2", body=b"{}" + HIDDEN),
        "length-hex": ask(length=b"0x2", body=b"{}" + HIDDEN),
        "length-two-words": ask(length=b"2 2", body=b"{}" + HIDDEN),
        "length-fraction": ask(length=b"2.0", body=b"{}" + HIDDEN),
        "length-wide-digit": ask(length="２".encode(), body=b"{}" + HIDDEN),
        "length-too-many-digits": ask(length=b"9" * 21, body=b"{}" + HIDDEN),
        "chunk-not-hex": ask(te + b"chunked", body=b"zz\r\n{}\r\n" + hiding),
        "chunk-negative": ask(te + b"chunked", body=b"-2\r\n{}\r\n" + hiding),
        "chunk-0x": ask(te + b"chunked", body=b"0x2\r\n{}\r\n" + hiding),
        "chunk-plus": ask(te + b"chunked", body=b"+2\r\n{}\r\n" + hiding),
        "chunk-space-before": ask(te + b"chunked", body=b" 2\r\n{}\r\n" + hiding),
        "chunk-empty-size": ask(te + b"chunked", body=b"\r\n{}\r\n" + hiding),
        "chunk-too-many-digits": ask(te + b"chunked", body=b"f" * 21 + b"\r\n{}\r\n" + hiding),
        "chunk-without-end": ask(te + b"chunked", body=b"2\r\n{}" + hiding),
        "chunk-ends-in-lf": ask(te + b"chunked", body=b"2\r\n{}\n" + hiding),
        "chunk-lines-in-lf": ask(te + b"chunked", body=b"2\n{}\n0\n\n" + HIDDEN),
        "chunk-longer-than-said": ask(te + b"chunked", body=b"1\r\n{}\r\n" + hiding),
        "chunk-huge-extension": ask(
            te + b"chunked", body=b"2;" + b"e" * 300_000 + b"\n{}\r\n" + hiding
        ),
        "chunk-bad-trailer": ask(te + b"chunked", body=b"2\r\n{}\r\n0\r\n: x\r\n\r\n" + HIDDEN),
    }
    for name, sent in heads.items():
        yield Variant(f"smuggling-{name}", "smuggling", (sent,), 400)
    key, host = b"Bearer x", b"evil.example:<PORT>"
    padded = HIDDEN + b" " * (2 << 20)
    refused: dict[str, tuple[bytes, int]] = {
        "no-key": (ask(key=None, body=HIDDEN), 401),
        "wrong-key": (ask(key=key, body=HIDDEN), 401),
        "wrong-key-chunked": (ask(te + b"chunked", key=key, body=chunked(HIDDEN)), 401),
        "wrong-key-in-1.0": (ask(version=b"HTTP/1.0", key=key, length=b"0", body=HIDDEN), 401),
        "evil-host": (ask(host=host, body=HIDDEN), 403),
        "evil-origin": (ask(b"Origin: http://evil.example", body=HIDDEN), 403),
        "form": (ask(kind=b"text/plain", body=HIDDEN), 415),
        "not-json": (ask(body=HIDDEN), 400),
        "too-large": (ask(body=padded), 413),
        "too-large-chunked": (ask(te + b"chunked", body=chunked(padded)), 413),
        "length-of-20-digits": (ask(length=b"9" * 20, body=HIDDEN), 413),
        "get-with-body": (ask(method=b"GET", key=key, body=HIDDEN), 401),
        "head-with-body": (ask(method=b"HEAD", key=key, body=HIDDEN), 401),
        "no-such-address": (ask(target=b"/api/v1/nothing", body=HIDDEN), 404),
        "trailing": (ask(b"Connection: close", key=key) + HIDDEN, 401),
        "after-1.0": (ask(version=b"HTTP/1.0", key=key) + HIDDEN, 401),
        "unwanted-continue": (ask(b"Expect: 100-continue", key=key, body=HIDDEN), 401),
        "continue-without-body": (ask(b"Expect: 100-continue", key=key, length=b"9000"), 401),
        "continue-too-large": (ask(b"Expect: 100-continue", length=b"2000000", body=HIDDEN), 413),
        "websocket": (_upgrade(b"websocket", b"Origin: http://evil.example") + HIDDEN, 403),
    }
    for name, (sent, status) in refused.items():
        yield Variant(f"hidden-{name}", "a request inside a refused one", (sent,), status)


def _upgrade(protocol: bytes, *more: bytes, key: bytes | None = KEY) -> bytes:
    return ask(
        b"Connection: Upgrade, close, HTTP2-Settings",
        b"Upgrade: " + protocol,
        b"HTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA",
        b"Sec-WebSocket-Version: 13",
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        *more,
        method=b"GET",
        key=key,
        kind=None,
        body=b"",
    )


def _headers() -> Iterable[Variant]:
    lines = {
        "name-with-space": b"X A: b",
        "space-before-colon": b"X-A : b",
        "no-colon": b"X-A",
        "no-name": b": b",
        "nul-in-value": b"X-A: b\0c",
        "nul-in-name": b"X\0A: b",
        "cr-in-value": b"X-A: b\rc",
        "form-feed": b"X-A: b\x0cc",
        "unicode-name": "X-Ä: b".encode(),
        "control-in-name": b"X\x01A: b",
    }
    for name, line in lines.items():
        yield Variant(f"header-{name}", "malformed headers", (ask(line),), 400)
    folded = ask().replace(b"\r\n", b"\r\n ", 1)
    yield Variant("header-folded-first", "malformed headers", (folded,), 400)


def _other_protocols() -> Iterable[Variant]:
    hello = b"\x16\x03\x01\x00\xc8\x01\x00\x00\xc4\x03\x03" + bytes(range(32)) * 6
    chance = random.Random(7)
    noise = bytes([0x41, *chance.randbytes(4095)])
    whole: dict[str, tuple[bytes, int]] = {
        "http2-preface": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0\x04\0\0\0\0\0", 400),
        "http2-with-our-host": (ask(version=b"HTTP/2.0"), 400),
        "http-1.2": (ask(version=b"HTTP/1.2"), 400),
        "http-0.0": (ask(version=b"HTTP/0.0"), 400),
        "http-9.9": (ask(version=b"HTTP/9.9") + HIDDEN, 400),
        "http-0.9": (b"GET /api/v1/jobs\r\n\r\n", 400),
        "http-in-lower-case": (ask(version=b"http/1.1"), 400),
        "http-without-minor": (ask(version=b"HTTP/1"), 400),
        "http-wide-minor": (ask(version=b"HTTP/1.11"), 400),
        "https": (ask(version=b"HTTPS/1.1"), 400),
        "rtsp": (ask(version=b"RTSP/1.0"), 400),
        "tls": (hello, 400),
        "socks": (b"\x05\x01\x00", 400),
        "smtp": (b"EHLO evil.example\r\n\r\n", 400),
        "websocket-from-a-page": (_upgrade(b"websocket", b"Origin: http://evil.example"), 403),
        "websocket-without-key": (_upgrade(b"websocket", key=None), 401),
        "h2c-without-key": (_upgrade(b"h2c", key=None) + HIDDEN, 401),
        "crlf-only": (b"\r\n" * 100, 400),
        "crlf-before": (b"\r\n" + HIDDEN, 400),
        "lf-only": (b"\n" * 100, 400),
        "nul-only": (b"\0" * 1000, 400),
        "space-before": (b" " + ask(), 400),
        "mark-before": (b"\xef\xbb\xbf" + ask(), 400),
        "two-spaces": (ask(target=b" " + JOBS), 400),
        "tabs": (ask().replace(b" ", b"\t", 2), 400),
        "no-target": (ask(target=b""), 400),
        "space-in-target": (ask(target=JOBS + b"?a=b c"), 400),
        "latin-in-target": (ask(target=JOBS + b"?a=\xff"), 400),
        "after-version": (ask(version=b"HTTP/1.1 x"), 400),
        "noise": (noise + b"\r\n\r\n", 400),
        "answer": (b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 400),
        "many-letters": (b"A" * 1_000_000, 400),
    }
    for name, (sent, status) in whole.items():
        yield Variant(f"protocol-{name}", "not HTTP/1", (sent,), status)


def _sizes() -> Iterable[Variant]:
    large = ask(b"X-A: " + b"a" * 200_000)
    many = ask(*(b"X-%d: b" % number for number in range(10_000)))
    endless = ask(*(b"X-A: " + b"a" * 1000 for _ in range(3000)))
    cases: dict[str, tuple[bytes, int]] = {
        "header": (large, 400),
        "header-33-kb": (ask(b"X-A: " + b"a" * 33_000), 400),
        "header-name": (ask(b"X" * 100_000 + b": a"), 400),
        "cookie": (ask(b"Cookie: a=" + b"a" * 200_000), 400),
        "headers": (many, 400),
        "headers-101": (ask(*[b"X: y"] * 101), 400),
        "header-lines-3-mb": (endless, 400),
        "path": (ask(target=JOBS + b"/" + b"a" * 100_000), 400),
        "query": (ask(target=JOBS + b"?a=" + b"a" * 100_000), 400),
        "parameters": (ask(target=JOBS + b"?" + b"a=b&" * 25_000), 400),
        "percents": (ask(target=JOBS + b"%41" * 30_000), 400),
    }
    for name, (sent, status) in cases.items():
        yield Variant(f"size-{name}", "too much", (sent,), status)
    for name, sent in (("header", large), ("headers", many), ("path", cases["path"][0])):
        pieces = tuple(sent[at : at + 4000] for at in range(0, len(sent), 4000))
        yield Variant(f"size-{name}-in-pieces", "too much", pieces, 400, apart=0.002)


def _held() -> Iterable[Variant]:
    """Only a deadline ends these."""
    head = ask(length=b"100")
    te = b"Transfer-Encoding: chunked"
    drip = tuple(bytes([byte]) for byte in ask(b"X-A: " + b"a" * 400))
    cases: dict[str, tuple[bytes, int]] = {
        "nothing": (b"", CLOSED),
        "one-byte": (b"G", 400),
        "request-line": (b"GET /api/v1/jobs HTTP/1.1\r\n", 400),
        "half-header": (ask(key=b"Bearer x")[:60], 400),
        "no-empty-line": (ask(method=b"GET", body=b"")[:-2], 400),
        "noise": (random.Random(3).randbytes(2000).replace(b"\n", b"").lstrip(bytes(33)), 400),
        "ssh": (b"SSH-2.0-OpenSSH_9.9\r\n", 400),
        "redis": (b"*1\r\n$4\r\nPING\r\n", 400),
        "half-preface": (b"PRI * HTTP/2.0\r\n", 400),
        "half-body": (head, 400),
        "half-chunk": (ask(te, body=b"ffffffffffffffff\r\n{}"), 400),
        "half-chunk-size": (ask(te, body=b"2"), 400),
        "half-chunk-extension": (ask(te, body=b"2;" + b"e" * 9000), 400),
        "no-last-chunk": (ask(te, body=b"2\r\n{}\r\n"), 400),
        "no-trailer-end": (ask(te, body=b"2\r\n{}\r\n0\r\n"), 400),
        "body-after-refusal": (ask(key=None, length=b"100"), 401),
    }
    for name, (sent, status) in cases.items():
        yield Variant(f"held-{name}", "held open", (sent,), status, holds=True)
    yield Variant("held-drip", "held open", drip, 400, apart=0.02, holds=True)


WIRE: tuple[Variant, ...] = (
    *_framing(),
    *_headers(),
    *_other_protocols(),
    *_sizes(),
    *_held(),
)
