"""One try to bring media to disk, from the first redirect to the file under its final name."""

from __future__ import annotations

from asyncio import timeout
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urljoin

from kopia_desktop.core.job import MediaFile
from kopia_desktop.core.netguard import HTTPS_PORT, Address, check_media_url, is_public
from kopia_desktop.errands import fetch_errors, media_headers
from kopia_desktop.errands.dialer import Answer, Dialer, Headers
from kopia_desktop.errands.fetch_errors import GivenUp, TryAgain
from kopia_desktop.errands.part_file import PartFile
from kopia_desktop.store.fetches import Fetch

_REDIRECTS = frozenset({301, 302, 303, 307, 308})

_AT_ONCE = 1 << 20
"""Bytes written at a time."""

_CHECKPOINT = 64 << 20
"""Bytes after which what came is made durable: the most that a power cut takes back."""


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bytes, seconds and counts; ``again_after`` are the pauses after each try that broke."""

    max_bytes: int = 50 << 30
    keep_free: int = 500_000_000
    total_seconds: float = 12 * 3600.0
    header_seconds: float = 30.0
    idle_seconds: float = 60.0
    redirects: int = 5
    again_after: tuple[float, ...] = (1.0, 5.0, 30.0, 120.0, 600.0)


class Download:
    """``host`` is the one asked last; ``validator`` names the version that the part belongs to.

    ``note`` is told how many bytes of which version are safe on disk.
    """

    def __init__(
        self,
        fetch: Fetch,
        part: PartFile,
        *,
        dialer: Dialer,
        limits: FetchLimits,
        note: Callable[[int, str | None], None],
    ) -> None:
        self._fetch = fetch
        self._part = part
        self._dialer = dialer
        self._limits = limits
        self._note = note
        self._safe = 0
        self._expected: int | None = None
        self._name = ""
        self._content_type: str | None = None
        self.host = ""
        self.validator = fetch.validator

    async def bring(self) -> MediaFile:
        """Raises GivenUp, TryAgain, DialFailed, AddressRefused, DiskFull, DataFolderUnusable."""
        fetch, part = self._fetch, self._part
        self.host = check_media_url(fetch.url).host
        await part.open(fetch.offset if fetch.validator else 0)
        if not part.size:
            self.validator = None
        self._safe = part.size
        try:
            async with timeout(self._limits.total_seconds), self._answer() as answer:
                if await self._begins(answer):
                    await self._receive(answer)
        except TimeoutError as error:
            raise GivenUp(
                fetch_errors.too_slow(self.host, self._limits.total_seconds), keeps_part=True
            ) from error
        await self._check_whole()
        await self.save()
        status = await part.finish()
        return MediaFile(
            path=str(part.path),
            name=self._name,
            size_bytes=status.st_size,
            modified_ns=status.st_mtime_ns,
            owned=True,
            content_type=self._content_type,
        )

    async def save(self) -> None:
        """What came so far is durable, and known to be."""
        await self._part.sync()
        self._note(self._part.size, self.validator)
        self._safe = self._part.size

    @asynccontextmanager
    async def _answer(self) -> AsyncIterator[Answer]:
        """The answer at the end of all redirects."""
        url = self._fetch.url
        for _ in range(self._limits.redirects + 1):
            target = check_media_url(url)
            self.host = target.host
            async with self._dialer.request(
                "GET",
                target,
                _is_public_https,
                headers=self._range_headers(),
                header_seconds=self._limits.header_seconds,
                idle_seconds=self._limits.idle_seconds,
            ) as answer:
                location = answer.header("location")
                if answer.status not in _REDIRECTS or not location:
                    self._name = media_headers.file_name(answer.header, target.path)
                    self._content_type = media_headers.content_type(answer.header)
                    yield answer
                    return
            url = urljoin(url, location.replace(" ", "%20"))
        raise GivenUp(fetch_errors.redirected(self.host, self._limits.redirects))

    def _range_headers(self) -> Headers:
        if not self._part.size or self.validator is None:
            return []
        return [
            (b"Range", b"bytes=%d-" % self._part.size),
            (b"If-Range", self.validator.encode("ascii")),
        ]

    async def _begins(self, answer: Answer) -> bool:
        """Look at the headers; False when the part is whole already."""
        status, held = answer.status, self._part.size
        if held and status == 416:
            span = media_headers.content_range(answer.header)
            if span is None or span.total != held:
                await self._restart()
                raise TryAgain(fetch_errors.refused(self.host, status))
            self._expected = held
            return False
        if held and status == 206:
            await self._go_on(answer)
        elif status in (200, 203):
            await self._restart()
            self.validator = media_headers.strong_validator(answer.header)
            self._expected = media_headers.content_length(answer.header)
        elif fetch_errors.may_pass(status):
            raise TryAgain(fetch_errors.refused(self.host, status))
        else:
            raise GivenUp(fetch_errors.refused(self.host, status))
        if media_headers.is_encoded(answer.header):
            raise GivenUp(fetch_errors.encoded(self.host))
        await self._check_room()
        return True

    async def _go_on(self, answer: Answer) -> None:
        """Check that the answer continues the part."""
        span = media_headers.content_range(answer.header)
        version = media_headers.strong_validator(answer.header)
        if span is None or span.start != self._part.size or version not in (None, self.validator):
            await self._restart()
            raise TryAgain(fetch_errors.refused(self.host, answer.status))
        self._expected = span.total

    async def _receive(self, answer: Answer) -> None:
        waiting = bytearray()
        try:
            async with aclosing(answer.body()) as pieces:
                async for piece in pieces:
                    waiting += piece
                    if self._part.size + len(waiting) > self._limits.max_bytes:
                        raise GivenUp(fetch_errors.too_large(self.host, self._limits.max_bytes))
                    if len(waiting) >= _AT_ONCE:
                        ready, waiting = waiting, bytearray()
                        await self._part.write(ready)
                        await self._check_point()
        finally:
            await self._part.write(waiting)

    async def _check_point(self) -> None:
        if self._part.size - self._safe >= _CHECKPOINT:
            await self.save()
            await self._check_room()

    async def _check_room(self) -> None:
        """Raises GivenUp for media that is too large, and DiskFull."""
        size, limits = self._part.size, self._limits
        expected = size if self._expected is None else self._expected
        if expected > limits.max_bytes:
            raise GivenUp(fetch_errors.too_large(self.host, limits.max_bytes))
        if await self._part.free_bytes() < expected - size + limits.keep_free:
            raise fetch_errors.no_room()

    async def _check_whole(self) -> None:
        size = self._part.size
        if self._expected is not None and size != self._expected:
            if size > self._expected:
                await self._restart()
            raise TryAgain(fetch_errors.cut_short(self.host))
        if size == 0:
            raise GivenUp(fetch_errors.empty(self.host))

    async def _restart(self) -> None:
        """Forget what came: it belongs to another version."""
        self.validator = None
        if self._part.size:
            self._note(0, None)
            self._safe = 0
            await self._part.restart()


def _is_public_https(address: Address, port: int) -> bool:
    return port == HTTPS_PORT and is_public(address)
