"""HTTP to where models come from: system proxies and certificates, redirects judged one by one.

What may pass (a cut, a busy server) is raised as ``TryAgain``; what will not change is an error a
person can read.
"""

from __future__ import annotations

import email.utils
import math
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from urllib.parse import urljoin

import httpx2
import truststore

from kopia_desktop import __version__
from kopia_desktop.core.downloads import DownloadLimits
from kopia_desktop.core.errors import (
    DownloadError,
    DownloadInterrupted,
    DownloadMissing,
    DownloadRefused,
)

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BUSY = frozenset({429, 503})
_MAY_PASS = frozenset({408, 425, 500, 502, 504, *range(520, 531)})

# A mirror on this computer is asked directly, whatever proxy leads outside.
_DIRECT: dict[str, httpx2.BaseTransport | None] = {
    "all://localhost": None,
    "all://127.0.0.1": None,
    "all://[::1]": None,
}

_LARGEST_DOCUMENT = 16 << 20

GO_ON = "Check the connection, then try again; it goes on where it stopped."


class TryAgain(Exception):
    """Nothing is wrong with the file; ``error`` is what a person is told if it does not pass.

    ``after`` is how many seconds the server asks to wait.
    """

    def __init__(self, error: DownloadError, after: float | None = None) -> None:
        super().__init__(error.message)
        self.error = error
        self.after = after


class Remote:
    """Asks servers, one request at a time. Closed by ``close``."""

    def __init__(self, limits: DownloadLimits, *, endpoint: str) -> None:
        """Plain http is for an ``endpoint`` that is plain http itself, as a mirror on this
        computer.

        Raises DownloadError for an endpoint or a proxy that cannot be used.
        """
        self._limits = limits
        self._schemes = _schemes(endpoint)
        seconds = httpx2.Timeout(limits.idle_seconds, connect=limits.connect_seconds)
        try:
            self._client = httpx2.Client(
                verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
                mounts=_DIRECT,
                timeout=seconds,
                follow_redirects=False,
                headers={
                    "User-Agent": f"kopia-desktop/{__version__}",
                    "Accept": "*/*",
                    "Accept-Encoding": "identity",
                },
            )
        except (ImportError, ValueError, httpx2.InvalidURL) as error:
            raise DownloadError(
                f"The system's proxy cannot be used ({error}).",
                hint="Check the proxy settings of the system.",
            ) from error

    def close(self) -> None:
        self._client.close()

    @contextmanager
    def get(self, url: str, headers: dict[str, str] | None = None) -> Iterator[httpx2.Response]:
        """The answer at the end of all redirects: 200, 206 or 416, its body as it is sent.

        Raises TryAgain, also while the body is read, and DownloadError.
        """
        with _troubles(url):
            for _ in range(self._limits.redirects + 1):
                host = self._checked_host(url)
                with self._client.stream("GET", url, headers=headers) as response:
                    location = response.headers.get("location")
                    if response.status_code not in _REDIRECTS or not location:
                        _check_status(response, host)
                        yield response
                        return
                url = urljoin(url, location)
        raise DownloadRefused(
            f"{host} redirects too often.", hint="Try again later, or use another mirror."
        )

    def document(self, url: str) -> bytes:
        """A small file (an index, an answer of an API), in one try."""
        with self.get(url) as response:
            body = bytearray()
            for piece in response.iter_raw():
                body += piece
                if len(body) > _LARGEST_DOCUMENT:
                    raise DownloadRefused(f"What {response.url.host} tells is too long.")
            return bytes(body)

    def _checked_host(self, url: str) -> str:
        parts = httpx2.URL(url)
        if parts.scheme not in self._schemes or not parts.host or parts.userinfo:
            raise DownloadRefused(
                f"The download leads to an address that is not dialled ({parts.scheme}:).",
                hint="Models come over https only.",
            )
        return parts.host


def document(url: str, limits: DownloadLimits) -> bytes:
    """A small file over the network, with one more try. Raises DownloadError."""
    remote = Remote(limits, endpoint=url)
    try:
        try:
            return remote.document(url)
        except TryAgain:
            time.sleep(limits.pause)
            return remote.document(url)
    except TryAgain as again:
        raise again.error from again
    finally:
        remote.close()


def is_encoded(response: httpx2.Response) -> bool:
    """Something compressed it on the way: offsets and sizes would be of something else."""
    return response.headers.get("content-encoding", "identity").lower() not in ("identity", "")


def _schemes(endpoint: str) -> frozenset[str]:
    try:
        parts = httpx2.URL(endpoint)
    except httpx2.InvalidURL as error:
        raise _bad_endpoint(endpoint) from error
    if parts.scheme not in ("http", "https") or not parts.host:
        raise _bad_endpoint(endpoint)
    return frozenset({"https", parts.scheme})


def _bad_endpoint(endpoint: str) -> DownloadError:
    return DownloadError(
        f"{endpoint!r} is not an address that models can come from.",
        hint="KOPIA_MODEL_ENDPOINT and KOPIA_ARGOS_INDEX begin with https://.",
    )


def _check_status(response: httpx2.Response, host: str) -> None:
    status = response.status_code
    if status in (200, 206, 416):
        return
    if status in (401, 403):
        raise DownloadRefused(
            f"{host} does not give it to everybody (status {status}).",
            hint="It may need an account there: download it with a browser and add the folder.",
        )
    if status in (404, 410):
        raise DownloadMissing(
            f"{host} does not have it (status {status}).",
            hint="It may have moved: update the program, or choose another model.",
        )
    if status in _BUSY:
        raise TryAgain(
            DownloadInterrupted(f"{host} is too busy just now (status {status}).", hint=GO_ON),
            _retry_after(response.headers.get("retry-after")),
        )
    if status in _MAY_PASS:
        raise TryAgain(
            DownloadInterrupted(f"{host} has a problem just now (status {status}).", hint=GO_ON)
        )
    raise DownloadRefused(
        f"{host} refuses the download (status {status}).",
        hint="Try again later, or use another mirror.",
    )


def _retry_after(value: str | None) -> float | None:
    """Seconds, of either form the header has (RFC 9110, 10.2.3); None for anything else."""
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return min(float(value[:12]), math.inf)
    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    return max(0.0, moment.timestamp() - time.time())


@contextmanager
def _troubles(url: str) -> Iterator[None]:
    """Raise for what the HTTP library, TLS and the sockets report inside."""
    try:
        yield
    except httpx2.TimeoutException as error:
        _interrupted(url, "does not answer in time", error)
    except (httpx2.UnsupportedProtocol, httpx2.LocalProtocolError, httpx2.InvalidURL) as error:
        raise DownloadRefused(
            "The server answered with an address that cannot be used.",
            hint="Try again later, or use another mirror.",
        ) from error
    except httpx2.ProxyError as error:
        _interrupted(url, "cannot be reached through the proxy", error)
    except httpx2.ConnectError as error:
        if _is_untrusted(error):
            raise DownloadRefused(
                f"The certificate of {_host(url)} is not trusted by this computer.",
                hint="Something may stand between; a company's certificate is installed in the"
                " system.",
            ) from error
        _interrupted(url, "cannot be reached", error)
    except (httpx2.TransportError, httpx2.StreamError, ssl.SSLError) as error:
        _interrupted(url, "broke the connection off", error)


def _interrupted(url: str, what: str, error: Exception) -> NoReturn:
    raise TryAgain(DownloadInterrupted(f"{_host(url)} {what}.", hint=GO_ON)) from error


def _host(url: str) -> str:
    try:
        return httpx2.URL(url).host or "The server"
    except httpx2.InvalidURL:
        return "The server"


def _is_untrusted(error: BaseException) -> bool:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
