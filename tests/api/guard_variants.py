"""Requests that must get nowhere: of other hosts, pages and methods, without the key, astray."""

from __future__ import annotations

from collections.abc import Iterable

from tests.api.guard_requests import HIDDEN, JOBS, Variant, ask
from tests.api.guard_wire import WIRE


def _hosts() -> Iterable[Variant]:
    names = {
        "evil": b"evil.example:<PORT>",
        "evil-no-port": b"evil.example",
        "no-port": b"127.0.0.1",
        "other-port": b"127.0.0.1:1",
        "port-zero-padded": b"127.0.0.1:0<PORT>",
        "empty-port": b"127.0.0.1:",
        "dot-after-address": b"127.0.0.1.:<PORT>",
        "dot-after-name": b"localhost.:<PORT>",
        "userinfo-before": b"evil@<HOST>",
        "userinfo-is-us": b"<HOST>@evil.example",
        "name-under-evil": b"localhost.evil.example:<PORT>",
        "name-under-evil-in-capitals": b"LOCALHOST.EVIL.EXAMPLE:<PORT>",
        "address-under-evil": b"127.0.0.1.evil.example:<PORT>",
        "mapped-address": b"[::ffff:127.0.0.1]:<PORT>",
        "other-family": b"[::1]:<PORT>",
        "any-address": b"0.0.0.0:<PORT>",
        "short-address": b"127.1:<PORT>",
        "number-address": b"2130706433:<PORT>",
        "hex-address": b"0x7f.0.0.1:<PORT>",
        "neighbour-address": b"127.0.0.2:<PORT>",
        "list": b"<HOST>, evil.example",
        "two-words": b"<HOST> evil.example",
        "url": b"http://<HOST>",
        "path": b"<HOST>/",
        "empty": b"",
        "wide-letters": "１２７.0.0.1:<PORT>".encode(),
        "circled-letters": "ⓛocalhost:<PORT>".encode(),
        "folded": b"<HOST>\r\n evil.example",
    }
    for name, host in names.items():
        yield Variant(f"host-{name}", "DNS rebinding", (ask(host=host),), 403)
    more: dict[str, tuple[bytes, int]] = {
        "two": (ask(b"Host: evil.example:<PORT>"), 400),
        "same-twice": (ask(b"Host: <HOST>"), 400),
        "none-in-1.1": (ask(host=None), 400),
        "none-in-1.0": (ask(host=None, version=b"HTTP/1.0"), 403),
        "evil-in-1.0": (ask(host=b"evil.example:<PORT>", version=b"HTTP/1.0"), 403),
        "evil-target": (ask(target=b"http://evil.example:<PORT>" + JOBS), 400),
        "our-target-evil-host": (ask(target=b"http://<HOST>" + JOBS, host=b"evil.example"), 403),
        "forwarded-for-us": (ask(b"X-Forwarded-Host: <HOST>", host=b"evil.example"), 403),
        "forwarded": (ask(b"Forwarded: host=<HOST>", host=b"evil.example"), 403),
        "open-page": (
            ask(method=b"GET", target=b"/healthz", host=b"evil.example:<PORT>", key=None),
            403,
        ),
    }
    for name, (sent, status) in more.items():
        yield Variant(f"host-{name}", "DNS rebinding", (sent,), status)


def _origins() -> Iterable[Variant]:
    origins = {
        "null": b"null",
        "empty": b"",
        "https": b"https://<HOST>",
        "other-port": b"http://127.0.0.1:1",
        "no-port": b"http://127.0.0.1",
        "evil": b"http://evil.example",
        "evil-over-us": b"http://<HOST>.evil.example",
        "file": b"file://",
        "extension": b"chrome-extension://abcdefghijklmnop",
        "capital-scheme": b"HTTP://<HOST>",
        "path": b"http://<HOST>/page",
        "userinfo": b"http://evil@<HOST>",
        "two-in-one": b"http://<HOST> http://evil.example",
        "list": b"http://<HOST>, http://evil.example",
        "no-scheme": b"<HOST>",
    }
    for name, origin in origins.items():
        yield Variant(f"origin-{name}", "CSRF", (ask(b"Origin: " + origin),), 403)
    two = ask(b"Origin: http://<HOST>", b"Origin: http://evil.example")
    yield Variant("origin-two-headers", "CSRF", (two,), 403)
    sites = {
        "cross-site": b"cross-site",
        "same-site": b"same-site",
        "unknown": b"sideways",
        "empty": b"",
        "list": b"same-origin, cross-site",
        "capitals": b"Same-Origin",
    }
    for name, site in sites.items():
        yield Variant(f"fetch-{name}", "CSRF", (ask(b"Sec-Fetch-Site: " + site),), 403)
    doubled = ask(b"Sec-Fetch-Site: same-origin", b"Sec-Fetch-Site: cross-site")
    yield Variant("fetch-doubled", "CSRF", (doubled,), 403)


def _forms() -> Iterable[Variant]:
    kinds = {
        "text": b"text/plain",
        "urlencoded": b"application/x-www-form-urlencoded",
        "multipart": b"multipart/form-data; boundary=x",
        "text-that-names-json": b"text/plain; application/json",
        "list": b"text/plain, application/json",
        "almost": b"application/jsonp",
        "none": None,
    }
    for name, kind in kinds.items():
        yield Variant(f"form-{name}", "CSRF by a form", (ask(kind=kind),), 415)
    blind = ask(kind=b"text/plain", key=None, body=b'{"language": "en", "x": "="}')
    yield Variant("form-without-key", "CSRF by a form", (blind,), 401)
    upload = ask(
        target=b"/v1/jobs/job_00000000000000000000000000/upload",
        kind=b"multipart/form-data; boundary=x",
    )
    yield Variant("form-upload", "CSRF by a form", (upload,), 415)


def _methods() -> Iterable[Variant]:
    preflight = (
        b"Origin: http://evil.example",
        b"Access-Control-Request-Method: POST",
        b"Access-Control-Request-Headers: authorization",
    )
    cases: dict[str, tuple[bytes, int]] = {
        "trace": (ask(method=b"TRACE"), 405),
        "lower-case": (ask(method=b"post"), 405),
        "mixed-case": (ask(method=b"Post"), 405),
        "made-up": (ask(method=b"ABSORB"), 405),
        "webdav": (ask(method=b"PROPFIND"), 405),
        "delete-all": (ask(method=b"DELETE"), 405),
        "put": (ask(method=b"PUT"), 405),
        "long": (ask(method=b"M" * 1000), 400),
        "very-long": (ask(method=b"M" * 100_000), 400),
        "not-a-token": (ask(method=b"PO/ST"), 400),
        "override": (ask(b"X-HTTP-Method-Override: POST", method=b"PUT"), 405),
        "preflight": (ask(*preflight, method=b"OPTIONS", key=None, body=b""), 403),
        "options-without-key": (ask(method=b"OPTIONS", key=None), 401),
        "options-star": (ask(method=b"OPTIONS", target=b"*"), 400),
        "connect": (ask(method=b"CONNECT", target=b"<HOST>", kind=None, body=b""), 400),
        "connect-elsewhere": (ask(method=b"CONNECT", target=b"evil.example:443", body=b""), 400),
        "connect-path": (ask(method=b"CONNECT", body=b"") + HIDDEN, 405),
        "write-to-open-page": (ask(target=b"/healthz", key=None), 401),
    }
    for name, (sent, status) in cases.items():
        yield Variant(f"method-{name}", "methods", (sent,), status)


def _keys() -> Iterable[Variant]:
    keys: dict[str, bytes | None] = {
        "none": None,
        "empty": b"",
        "scheme-only": b"Bearer",
        "key-only": b"<KEY>",
        "basic": b"Basic <KEY>",
        "wrong": b"Bearer kopia_wrong",
        "half": b"Bearer <HALF>",
        "half-doubled": b"Bearer <HALF><HALF>",
        "longer": b"Bearer <KEY>x",
        "with-more": b"Bearer <KEY> x",
        "twice": b"Bearer <KEY> <KEY>",
        "list": b"Bearer <KEY>, Bearer <KEY>",
        "quoted": b'Bearer "<KEY>"',
        "percent": b"Bearer %6b<KEY>",
        "tab": b"Bearer\t<KEY>",
        "colon": b"Bearer: <KEY>",
        "unicode": "Bearer \N{KEY}<KEY>".encode(),
        "latin": b"Bearer <KEY>\xff",
        "control": b"Bearer <KEY>\x01",
        "parameter": b'Bearer token="<KEY>"',
        "star": b"Bearer *",
        "folded": b"Bearer <HALF>\r\n <HALF>",
        "very-long": b"Bearer " + b"k" * 10_000,
    }
    for name, key in keys.items():
        yield Variant(f"key-{name}", "keys", (ask(key=key),), 401)
    more: dict[str, tuple[bytes, int]] = {
        "nul": (ask(key=b"Bearer <KEY>\0"), 400),
        "nul-before": (ask(key=b"Bearer \0<KEY>"), 400),
        "vertical-tab": (ask(key=b"Bearer <KEY>\x0b"), 400),
        "two-headers": (ask(b"Authorization: Bearer <KEY>"), 401),
        "wrong-then-right": (ask(b"Authorization: Bearer <KEY>", key=b"Bearer x"), 401),
        "in-query": (ask(target=JOBS + b"?api_key=<KEY>&access_token=<KEY>", key=None), 401),
        "in-cookie": (ask(b"Cookie: authorization=Bearer <KEY>; key=<KEY>", key=None), 401),
        "in-another-header": (ask(b"X-Api-Key: <KEY>", key=None), 401),
        "for-a-proxy": (ask(b"Proxy-Authorization: Bearer <KEY>", key=None), 401),
        "in-trailer": (
            ask(b"Transfer-Encoding: chunked", key=None)[:-2]
            + b"2\r\n{}\r\n0\r\nAuthorization: Bearer <KEY>\r\n\r\n",
            401,
        ),
        "read-by-head": (ask(method=b"HEAD", key=None, kind=None, body=b""), 401),
        "in-body": (ask(key=None, body=b'{"key": "<KEY>"}'), 401),
    }
    for name, (sent, status) in more.items():
        yield Variant(f"key-{name}", "keys", (sent,), status)


def _paths() -> Iterable[Variant]:
    paths = {
        "dots": b"/api/v1/jobs/../jobs",
        "encoded-dots": b"/api/v1/%2e%2e/v1/jobs",
        "encoded-slashes": b"/api%2fv1%2fjobs",
        "capital-encoded-slashes": b"/api%2Fv1%2Fjobs",
        "dot": b"/api/v1/./jobs",
        "two-slashes": b"/api/v1//jobs",
        "two-slashes-first": b"//api/v1/jobs",
        "slash-after": b"/api/v1/jobs/",
        "backslashes": b"/api\\v1\\jobs",
        "encoded-backslashes": b"/api%5cv1%5cjobs",
        "nul": b"/api/v1/jobs%00",
        "nul-and-more": b"/api/v1/jobs%00/x",
        "overlong-slash": b"/api/v1%c0%afjobs",
        "overlong-dots": b"/api/v1/%c0%ae%c0%ae/v1/jobs",
        "half-percent": b"/api/v1/jobs%",
        "bad-percent": b"/api/v1/jobs%zz",
        "twice-encoded": b"/api/v1/%252e%252e/v1/jobs",
        "semicolon": b"/api/v1/jobs;a=b",
        "capitals": b"/API/V1/JOBS",
        "space": b"/api/v1/jobs%20",
        "line-end": b"/api/v1/jobs%0d%0aX-A:%20b",
        "fragment": b"/api/v1/jobs#x",
        "question-encoded": b"/api/v1/jobs%3fa=b",
        "file": b"/../../../../../../etc/passwd",
        "encoded-file": b"/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "file-below-docs": b"/docs/../../../../etc/passwd",
        "no-base": b"/jobs",
        "root": b"/",
    }
    for name, path in paths.items():
        yield Variant(f"path-{name}", "paths", (ask(target=path),), 404)
    past_the_key = {
        "open-then-up": b"/healthz/../api/v1/jobs",
        "open-then-encoded-up": b"/healthz%2f..%2fapi%2fv1%2fjobs",
        "open-with-semicolon": b"/docs;/../api/v1/jobs",
        "open-with-nul": b"/healthz%00/api/v1/jobs",
        "open-with-slash": b"/healthz/",
        "open-document": b"/api/v1/openapi.json/../jobs",
    }
    for name, path in past_the_key.items():
        sent = ask(method=b"GET", target=path, key=None, kind=None, body=b"")
        yield Variant(f"path-{name}", "past the key", (sent,), 401)


VARIANTS: tuple[Variant, ...] = (
    *_hosts(),
    *_origins(),
    *_forms(),
    *_methods(),
    *_keys(),
    *_paths(),
    *WIRE,
)
