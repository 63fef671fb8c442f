"""Server-sent events: status, progress and segments as they happen.

The bus calls from any thread; what changed is gathered for each open stream and read again at most
ten times a second, so that neither a slow client nor a busy engine makes anything pile up.

Events: ``job`` (the job as GET /jobs/:id gives it, without transcript), ``segments`` (new ones, as
recognised), ``edited``, ``translations``, ``webhook`` and ``deleted`` (each with the job's id).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from kopia_desktop.api import refusals, views
from kopia_desktop.api.operations import Call
from kopia_desktop.core.errors import JobNotFound
from kopia_desktop.core.events import (
    Event,
    EventBus,
    JobAdded,
    JobChanged,
    JobDeleted,
    SegmentsAdded,
    SegmentsEdited,
    TranslationsChanged,
    WebhookChanged,
)
from kopia_desktop.core.transcript import Transcript

MOST_STREAMS = 100
_APART = 0.1
_HEARTBEAT = 15.0
_STILL_HERE = b": still here\n\n"
MEDIA_TYPE = "text/event-stream"

_NAMES = {
    JobAdded: "job",
    JobChanged: "job",
    JobDeleted: "deleted",
    SegmentsEdited: "edited",
    TranslationsChanged: "translations",
    WebhookChanged: "webhook",
}

Change = tuple[str, str, int | None]
"""An event's name, the job's id, and of ``segments`` the section that holds them."""


class Stream:
    """What changed since a client was last told, in order, each once."""

    def __init__(self, job_id: str | None) -> None:
        self._job_id = job_id
        self._changes: dict[Change, None] = {}
        self._woken = asyncio.Event()
        self.closed = False

    def note(self, change: Change) -> None:
        if self._job_id in (None, change[1]):
            self._changes.setdefault(change)
            self._woken.set()

    def close(self) -> None:
        self.closed = True
        self._woken.set()

    async def wait(self, seconds: float) -> tuple[Change, ...]:
        """The changes; none when there were none for so long, or the server stops."""
        try:
            async with asyncio.timeout(seconds):
                await self._woken.wait()
        except TimeoutError:
            return ()
        self._woken.clear()
        changes, self._changes = tuple(self._changes), {}
        return changes


class EventStreams:
    """The open streams of a server; lives in its event loop."""

    def __init__(self, bus: EventBus) -> None:
        self._bus = bus
        self._streams: set[Stream] = set()

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Listen to the bus as long as the running event loop serves."""
        loop = asyncio.get_running_loop()

        def receive(event: Event) -> None:
            if self._streams:
                loop.call_soon_threadsafe(self._spread, event)

        unsubscribe = self._bus.subscribe(receive)
        try:
            yield
        finally:
            unsubscribe()
            self.close_all()

    def close_all(self) -> None:
        """End every stream: the server stops."""
        for stream in self._streams:
            stream.close()

    def open(self, job_id: str | None) -> Stream:
        """A stream of one job's changes, or of all, until ``end``. Raises Refusal (429)."""
        if len(self._streams) >= MOST_STREAMS:
            raise refusals.busy("Too many event streams are open. Close some.")
        stream = Stream(job_id)
        self._streams.add(stream)
        return stream

    def end(self, stream: Stream) -> None:
        self._streams.discard(stream)

    def _spread(self, event: Event) -> None:
        if isinstance(event, SegmentsAdded):
            change: Change = ("segments", event.job_id, event.section_index)
        elif type(event) in _NAMES:
            change = (_NAMES[type(event)], event.job_id, None)  # type: ignore[union-attr]
        else:
            return
        for stream in self._streams:
            stream.note(change)


def written(name: str, data: bytes) -> bytes:
    """One event; JSON of ours has no line ends."""
    return b"event: %s\ndata: %s\n\n" % (name.encode(), data)


class StreamAnswer(StreamingResponse):
    """An answer that follows a stream, which ends with it whatever happens."""

    def __init__(self, events: AsyncIterator[bytes], streams: EventStreams, stream: Stream) -> None:
        super().__init__(events, media_type=MEDIA_TYPE)
        self._streams = streams
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._streams.end(self._stream)


async def all_events(call: Call) -> Response:
    """GET /events: what happens from now on, to any job."""
    if call.request.method == "HEAD":
        return Response(media_type=MEDIA_TYPE)
    streams = call.context.streams
    stream = streams.open(None)
    return StreamAnswer(_follow_all(call, stream), streams, stream)


async def job_events(call: Call) -> Response:
    """GET /jobs/:id/events: what there is, then what happens, until the job has ended."""
    job_id = call.job_id
    await call.run(call.context.services.jobs.get, job_id)
    if call.request.method == "HEAD":
        return Response(media_type=MEDIA_TYPE)
    streams = call.context.streams
    stream = streams.open(job_id)
    return StreamAnswer(_follow_job(call, stream, job_id), streams, stream)


async def _follow_all(call: Call, stream: Stream) -> AsyncIterator[bytes]:
    yield b": open\n\n"
    async for change in _changes(stream):
        yield await _told(call, change) if change else _STILL_HERE


async def _follow_job(call: Call, stream: Stream, job_id: str) -> AsyncIterator[bytes]:
    seen, ended = 0, False
    first: tuple[Change, ...] = (("segments", job_id, None), ("job", job_id, None))
    for change in first:
        text, seen, ended = await _told_of_job(call, change, seen)
        yield text
    if ended:
        return
    async for change_or_none in _changes(stream):
        if change_or_none is None:
            yield _STILL_HERE
            continue
        text, seen, ended = await _told_of_job(call, change_or_none, seen)
        yield text
        if ended:
            return


async def _changes(stream: Stream) -> AsyncIterator[Change | None]:
    """Each change, with a pause after each batch; None when it has been still for long."""
    while not stream.closed:
        changes = await stream.wait(_HEARTBEAT)
        for change in changes:
            yield change
        if changes:
            await asyncio.sleep(_APART)
        elif not stream.closed:
            yield None


async def _told(call: Call, change: Change) -> bytes:
    """A change of any job, read now; empty when there is nothing to say any more."""
    name, job_id, section = change
    services = call.context.services
    try:
        if name == "job":
            job = await call.run(services.jobs.get, job_id)
            return written(name, views.dumped(views.job_data(job)))
        if name == "segments":
            part = await call.run(services.transcripts.recognised, job_id, section=section)
            return _segments(part)
    except JobNotFound:
        return b""
    return written(name, views.dumped({"jobId": job_id}))


async def _told_of_job(call: Call, change: Change, seen: int) -> tuple[bytes, int, bool]:
    """What to send, the newest segment it holds, and whether nothing will follow.

    Segments are asked for by what was not sent yet, so that the first look and the events that
    arrive during it tell each segment once.
    """
    name, job_id, _ = change
    services = call.context.services
    if name == "deleted":
        return await _told(call, change), seen, True
    try:
        if name == "job":
            job = await call.run(services.jobs.get, job_id)
            text = written(name, views.dumped(views.job_data(job)))
            if not job.status.is_finished():
                return text, seen, False
            # Its last segments may have been stored after the look before.
            part = await call.run(services.transcripts.recognised, job_id, after=seen)
            return _segments(part) + text, _newest(part, seen), True
        if name == "segments":
            part = await call.run(services.transcripts.recognised, job_id, after=seen)
            return _segments(part), _newest(part, seen), False
    except JobNotFound:
        return b"", seen, False  # the event of its deletion follows
    return await _told(call, change), seen, False


def _newest(part: Transcript, seen: int) -> int:
    return max((segment.id for segment in part.segments), default=seen)


def _segments(part: Transcript) -> bytes:
    if not part.segments:
        return b""
    return written("segments", views.dumped(views.segments_data(part)))
