"""Media from a URL: what arrives, what is gone on from, what fails, and what is never dialled."""

from __future__ import annotations

import asyncio
import dataclasses
import ipaddress
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kopia_desktop.core.events import Event, EventBus, JobChanged
from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.errands import media_headers
from kopia_desktop.errands.dialer import Dialer
from kopia_desktop.errands.download import FetchLimits
from kopia_desktop.errands.fetcher import Fetcher
from kopia_desktop.store.database import Database
from kopia_desktop.store.fetches import FetchStore
from kopia_desktop.store.jobs import JobStore
from tests.errands.outside import GOOD, GOOD_IPV6, Handler, Outside
from tests.errands.ssrf_matrix import CASES, Case

URL = "https://media.example.com/shows/talk.mp3?token=secret"
BODY = bytes(range(256)) * 20_000  # 5 MB
LATER = timedelta(days=1)


class Bench:
    """A store, a folder and a fetcher; ``run`` makes try after try, without the pauses."""

    def __init__(self, data: DataFolder, outside: Outside) -> None:
        self.data = data
        self.outside = outside
        self.database = Database(data.database, backups=data.backups)
        self.jobs = JobStore(self.database)
        self.store = FetchStore(self.database)
        self.bus = EventBus()
        self.events: list[Event] = []
        self.bus.subscribe(self.events.append)
        self.limits = FetchLimits(keep_free=0, header_seconds=5.0, idle_seconds=5.0)

    @property
    def fetcher(self) -> Fetcher:
        return Fetcher(
            self.data,
            self.store,
            bus=self.bus,
            dialer=Dialer(self.outside.dialing),
            limits=lambda: self.limits,
        )

    def limit(self, **values: Any) -> None:
        self.limits = dataclasses.replace(self.limits, **values)

    def add(self, url: str = URL) -> Job:
        return self.jobs.add(options=JobOptions(), media_url=url)

    def one_try(self, job: Job) -> Job:
        async def bring() -> None:
            for fetch in self.store.due(datetime.now(UTC) + LATER):
                if fetch.job_id == job.id:
                    await self.fetcher.fetch(fetch)

        asyncio.run(bring())
        return self.jobs.get(job.id)

    def run(self, job: Job) -> Job:
        while (now := self.one_try(job)).status is JobStatus.PENDING:
            pass
        return now

    def cancel_when(self, job: Job, condition: Callable[[], object]) -> None:
        """Begin a try and cancel it as soon as that holds."""

        async def bring() -> None:
            (fetch,) = self.store.due(datetime.now(UTC) + LATER)
            task = asyncio.create_task(self.fetcher.fetch(fetch))
            while not condition():
                await asyncio.sleep(0.005)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

        asyncio.run(bring())

    @property
    def files(self) -> list[str]:
        folder = self.data.uploads
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

    def close(self) -> None:
        self.database.close_all()


class Media:
    """A server of one file. ``cuts`` says for each request how many bytes to send at most."""

    def __init__(self, body: bytes = BODY) -> None:
        self.body = body
        self.etag: str | None = '"v1"'
        self.cuts: list[int] = []
        self.takes_ranges = True
        self.headers: dict[str, str] = {}
        self.ranges: list[str | None] = []

    def __call__(self, handler: Handler) -> None:
        asked = handler.server.asked[-1].headers
        self.ranges.append(asked.get("range"))
        first, status, headers = 0, 200, dict(self.headers)
        if self.etag:
            headers["etag"] = self.etag
        same = asked.get("if-range") == self.etag
        if self.takes_ranges and "range" in asked and same:
            first, status = int(asked["range"][6:-1]), 206
            if first >= len(self.body):
                handler.reply(416, content_range=f"bytes */{len(self.body)}")
                return
            headers["content_range"] = f"bytes {first}-{len(self.body) - 1}/{len(self.body)}"
        handler.head(status, content_length=str(len(self.body) - first), **headers)
        most = self.cuts.pop(0) if self.cuts else len(self.body)
        handler.wfile.write(self.body[first : first + most])


@pytest.fixture
def bench(data_folder: DataFolder, outside: Outside) -> Iterator[Bench]:
    made = Bench(data_folder, outside)
    yield made
    made.close()


@pytest.fixture
def media(outside: Outside) -> Media:
    made = Media()
    outside.good.answer = made
    return made


def content(job: Job) -> bytes:
    assert job.media is not None
    return Path(job.media.path).read_bytes()


def code(job: Job) -> str | None:
    return job.error.code if job.error else None


# What arrives


def test_media_arrives(bench: Bench, media: Media) -> None:
    media.headers = {
        "content_type": "audio/MPEG; charset=x",
        "content_disposition": "attachment; filename*=UTF-8''Na%C3%AFve%20talk.mp3",
    }
    job = bench.add()
    done = bench.run(job)
    assert (done.status, done.error, done.media_url) == (JobStatus.QUEUED, None, URL)
    assert content(done) == BODY
    assert done.media is not None
    path = Path(done.media.path)
    assert path == bench.data.uploads / f"{job.id}.media"
    assert (done.media.name, done.media.content_type) == ("Naïve talk.mp3", "audio/mpeg")
    assert (done.media.size_bytes, done.media.owned) == (len(BODY), True)
    assert done.media.modified_ns == path.stat().st_mtime_ns
    assert path.stat().st_mode & 0o077 == 0
    assert bench.files == [path.name]
    assert bench.events == [JobChanged(job.id)] * 2
    assert bench.outside.good.asked[0].path == "/shows/talk.mp3?token=secret"


def test_media_of_unknown_length(bench: Bench, outside: Outside) -> None:
    def chunks(handler: Handler) -> None:
        handler.head(200, transfer_encoding="chunked")
        for first in range(0, len(BODY), 1_000_000):
            piece = BODY[first : first + 1_000_000]
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")

    outside.good.answer = chunks
    done = bench.run(bench.add())
    assert content(done) == BODY
    assert done.media is not None
    assert done.media.name == "talk.mp3"


def test_redirects_are_followed_to_other_public_hosts(bench: Bench, outside: Outside) -> None:
    hops = {"/a": "b?x=1", "/b?x=1": "//cdn.example.net/c d", "/c%20d": "https://cdn.example.net"}

    def answer(handler: Handler) -> None:
        to = hops.get(handler.path)
        handler.reply(302, location=to) if to else handler.reply(200, b"media")

    outside.good.answer = answer
    done = bench.run(bench.add("https://media.example.com/a"))
    assert content(done) == b"media"
    assert outside.looked_up == ["media.example.com"] * 2 + ["cdn.example.net"] * 2
    assert outside.good.sni == "cdn.example.net"


def test_five_redirects_are_enough(bench: Bench, outside: Outside) -> None:
    outside.good.answer = lambda handler: handler.reply(301, location="/on")
    failed = bench.run(bench.add())
    assert code(failed) == "fetch_failed"
    assert len(outside.good.asked) == 6


# What is gone on from


def test_a_broken_download_goes_on(bench: Bench, media: Media) -> None:
    media.cuts = [3_000_000, 1_000_000]
    job = bench.add()
    assert bench.one_try(job).status is JobStatus.PENDING
    assert bench.store.next_due(datetime.now(UTC)) is not None
    done = bench.run(job)
    assert content(done) == BODY
    assert media.ranges == [None, "bytes=3000000-", "bytes=4000000-"]


def test_a_stalled_download_goes_on(bench: Bench, media: Media) -> None:
    bench.limit(idle_seconds=0.2)

    def stall(handler: Handler) -> None:
        handler.head(200, content_length=str(len(BODY)), etag='"v1"')
        handler.wfile.write(BODY[:2_500_000])
        handler.wfile.flush()
        handler.server.released.wait(2)

    bench.outside.good.answer = stall
    job = bench.add()
    assert bench.one_try(job).status is JobStatus.PENDING
    bench.outside.good.answer = media
    assert content(bench.run(job)) == BODY
    assert media.ranges == ["bytes=2500000-"]


def test_changed_media_is_brought_anew(bench: Bench, media: Media) -> None:
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    media.body, media.etag = b"other" * 10, '"v2"'
    assert content(bench.run(job)) == b"other" * 10
    assert media.ranges == [None, "bytes=3000000-"]


def test_a_server_without_ranges_is_asked_for_everything_again(bench: Bench, media: Media) -> None:
    media.cuts, media.takes_ranges = [3_000_000], False
    assert content(bench.run(bench.add())) == BODY


@pytest.mark.parametrize("etag", [None, 'W/"v1"', "v1", '"a b"'])
def test_without_a_strong_validator_everything_is_brought_again(
    bench: Bench, media: Media, etag: str | None
) -> None:
    media.cuts, media.etag = [3_000_000], etag
    job = bench.add()
    bench.one_try(job)
    assert bench.files == []
    assert content(bench.run(job)) == BODY
    assert media.ranges == [None, None]


@pytest.mark.parametrize(
    "said",
    [
        {"content_range": "bytes 0-9/10"},
        {"content_range": "bytes 2999999-4999999/5120000"},
        {"content_range": "chunks 1-2/3"},
        {},
        {"content_range": "bytes 3000000-5119999/5120000", "etag": '"v2"'},
    ],
)
def test_a_part_that_does_not_fit_is_not_used(
    bench: Bench, media: Media, said: dict[str, str]
) -> None:
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    bench.outside.good.answer = lambda handler: handler.reply(206, BODY[3_000_000:], **said)
    assert bench.one_try(job).status is JobStatus.PENDING
    bench.outside.good.answer = media
    assert content(bench.run(job)) == BODY
    assert media.ranges == [None, None]


def test_everything_came_but_the_end_was_not_heard(bench: Bench, media: Media) -> None:
    """Killed between the rename and the commit: the file is found, and found to be whole."""
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    whole = bench.data.uploads / f"{job.id}.media"
    (bench.data.uploads / f"{job.id}.part").unlink()
    whole.write_bytes(BODY)
    bench.store.note_part(job.id, offset=len(BODY), validator='"v1"')
    assert content(bench.run(job)) == BODY
    assert media.ranges[-1] == f"bytes={len(BODY)}-"
    assert bench.files == [whole.name]


def test_a_range_beyond_the_end_begins_anew(bench: Bench, media: Media) -> None:
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    media.body = BODY[:1000]
    assert content(bench.run(job)) == BODY[:1000]
    assert media.ranges == [None, "bytes=3000000-", None]


def test_only_what_is_known_to_be_safe_is_gone_on_from(bench: Bench, media: Media) -> None:
    """After a power cut a file may be longer than what of it reached the disk, or shorter."""
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    part = bench.data.uploads / f"{job.id}.part"
    with part.open("ab") as file:
        file.write(b"\0" * 1000)
    media.cuts = [1_000_000]
    bench.one_try(job)
    assert media.ranges[-1] == "bytes=3000000-"
    part.write_bytes(BODY[:10])
    assert content(bench.run(job)) == BODY
    assert media.ranges[-1] is None


def test_media_grows_by_more_than_was_announced(bench: Bench, outside: Outside) -> None:
    """The parser takes no more than the announced length."""

    def more(handler: Handler) -> None:
        handler.head(200, content_length="5")
        handler.wfile.write(b"12345678")

    outside.good.answer = more
    assert content(bench.run(bench.add())) == b"12345"


# What fails


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 204, 300, 304, 999])
def test_a_refusal_fails_at_once(bench: Bench, outside: Outside, status: int) -> None:
    outside.good.answer = lambda handler: handler.reply(status)
    failed = bench.run(bench.add())
    assert (failed.status, code(failed)) == (JobStatus.FAILED, "fetch_failed")
    assert len(outside.good.asked) == 1
    assert failed.error is not None
    assert "media.example.com" in failed.error.message
    assert failed.error.hint
    assert "secret" not in f"{failed.error.message}{failed.error.hint}"
    assert bench.events == [JobChanged(failed.id)]


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503])
def test_what_may_pass_is_tried_six_times(bench: Bench, outside: Outside, status: int) -> None:
    outside.good.answer = lambda handler: handler.reply(status)
    failed = bench.run(bench.add())
    assert code(failed) == "fetch_failed"
    assert len(outside.good.asked) == 6


def test_the_pauses_between_tries(bench: Bench, outside: Outside) -> None:
    outside.good.answer = lambda handler: handler.reply(503)
    job, pauses = bench.add(), []
    while bench.one_try(job).status is JobStatus.PENDING:
        due = bench.store.next_due(datetime.now(UTC))
        assert due is not None
        pauses.append(round((due - datetime.now(UTC)).total_seconds()))
    assert pauses == [1, 5, 30, 120, 600]


def test_no_such_host(bench: Bench) -> None:
    failed = bench.run(bench.add("https://nowhere.example.com/x"))
    assert code(failed) == "fetch_failed"


def test_a_certificate_that_is_not_trusted_fails_at_once(bench: Bench, outside: Outside) -> None:
    outside.answers["evil.example.org"] = [[GOOD]]
    failed = bench.run(bench.add("https://evil.example.org/x"))
    assert code(failed) == "fetch_failed"
    assert len(outside.looked_up) == 1


def test_empty_media_fails(bench: Bench, outside: Outside) -> None:
    outside.good.answer = lambda handler: handler.reply(200, b"")
    assert code(bench.run(bench.add())) == "fetch_failed"
    assert bench.files == []


@pytest.mark.parametrize("coding", ["gzip", "br", "identity, Deflate"])
def test_compressed_media_fails(bench: Bench, outside: Outside, coding: str) -> None:
    outside.good.answer = lambda handler: handler.reply(200, b"x", content_encoding=coding)
    assert code(bench.run(bench.add())) == "fetch_failed"


@pytest.mark.parametrize("announced", [True, False])
def test_media_that_is_too_large_fails(bench: Bench, outside: Outside, announced: bool) -> None:
    def endless(handler: Handler) -> None:
        if announced:
            handler.head(200, content_length="5000001", etag='"a"')
        else:
            handler.head(200, transfer_encoding="chunked", etag='"a"')
            while not handler.server.released.is_set():
                handler.wfile.write(b"100000\r\n" + b"x" * 0x100000 + b"\r\n")

    bench.limit(max_bytes=5_000_000)
    outside.good.answer = endless
    assert code(bench.run(bench.add())) == "fetch_failed"
    assert bench.files == []
    assert len(outside.good.asked) == 1


def test_media_that_takes_too_long_fails(bench: Bench, outside: Outside) -> None:
    def trickle(handler: Handler) -> None:
        handler.head(200, content_length="100000", etag='"a"')
        while not handler.server.released.wait(0.01):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    bench.limit(total_seconds=0.3)
    outside.good.answer = trickle
    began = time.monotonic()
    assert code(bench.run(bench.add())) == "fetch_failed"
    assert time.monotonic() - began < 2.0
    assert len(outside.good.asked) == 1


def test_a_full_disk_fails_and_a_retry_goes_on(
    bench: Bench, media: Media, monkeypatch: pytest.MonkeyPatch
) -> None:
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    usage = shutil.disk_usage(bench.data.root)
    bench.limit(keep_free=usage.free + (1 << 40))
    assert code(bench.run(job)) == "disk_full"
    assert bench.files == [f"{job.id}.part"]
    bench.limit(keep_free=0)
    bench.jobs.retry(job.id)
    assert content(bench.run(job)) == BODY
    assert media.ranges[-1] == "bytes=3000000-"


def test_a_folder_that_cannot_be_written_fails(bench: Bench, media: Media) -> None:
    bench.data.uploads.write_text("a file in its place")
    assert code(bench.run(bench.add())) == "data_folder_unusable"


# What is no longer wanted


def test_a_cancelled_job_keeps_what_came(bench: Bench, media: Media) -> None:
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    bench.jobs.cancel(job.id)
    assert bench.files == [f"{job.id}.part"]
    bench.jobs.retry(job.id)
    assert content(bench.run(job)) == BODY
    assert media.ranges == [None, "bytes=3000000-"]


def _stalling(handler: Handler) -> None:
    handler.head(200, content_length=str(len(BODY)), etag='"v1"')
    handler.wfile.write(BODY[:2_500_000])
    handler.wfile.flush()
    handler.server.released.wait(5)


def part_has(bench: Bench, job: Job, size: int) -> Callable[[], bool]:
    part = bench.data.uploads / f"{job.id}.part"
    return lambda: part.exists() and part.stat().st_size >= size


def test_a_try_that_is_stopped_is_gone_on_from(bench: Bench, media: Media) -> None:
    bench.outside.good.answer = _stalling
    job = bench.add()
    bench.cancel_when(job, part_has(bench, job, 2_000_000))
    assert bench.jobs.get(job.id).status is JobStatus.PENDING
    bench.outside.good.answer = media
    assert content(bench.run(job)) == BODY
    (asked,) = media.ranges
    assert asked is not None
    assert 2_000_000 <= int(asked[6:-1]) <= 2_500_000


def test_a_stop_before_anything_came_loses_nothing(bench: Bench, media: Media) -> None:
    media.cuts = [3_000_000]
    job = bench.add()
    bench.one_try(job)
    bench.outside.good.answer = lambda handler: handler.server.released.wait(5) and None
    bench.cancel_when(job, lambda: len(bench.outside.good.asked) == 2)
    bench.outside.good.answer = media
    assert content(bench.run(job)) == BODY
    assert media.ranges[-1] == "bytes=3000000-"


def test_nothing_stays_of_a_deleted_job(bench: Bench) -> None:
    bench.outside.good.answer = _stalling
    job = bench.add()

    def deleted() -> bool:
        if not part_has(bench, job, 2_000_000)():
            return False
        bench.jobs.delete(job.id)
        return True

    bench.cancel_when(job, deleted)
    assert bench.files == []


@pytest.mark.parametrize("end", ["cancel", "delete"])
def test_media_that_comes_too_late_changes_nothing(bench: Bench, media: Media, end: str) -> None:
    job = bench.add()

    def late(handler: Handler) -> None:
        getattr(bench.jobs, end)(job.id)
        media(handler)

    bench.outside.good.answer = late

    async def bring() -> None:
        (fetch,) = bench.store.due(datetime.now(UTC))
        await bench.fetcher.fetch(fetch)

    asyncio.run(bring())
    ended = bench.jobs.find(job.id)
    assert ended is None or (ended.status, ended.media) == (JobStatus.FAILED, None)
    assert bench.files == ([f"{job.id}.part"] if end == "cancel" else [])
    if end == "cancel":
        bench.outside.good.answer = media
        bench.jobs.retry(job.id)
        assert content(bench.run(job)) == BODY
        assert media.ranges[-1] == f"bytes={len(BODY)}-"


def test_two_fetches_at_once_do_not_meet(bench: Bench, media: Media) -> None:
    first, second = bench.add(), bench.add()

    async def bring() -> None:
        await asyncio.gather(*map(bench.fetcher.fetch, bench.store.due(datetime.now(UTC))))

    asyncio.run(bring())
    assert content(bench.jobs.get(first.id)) == content(bench.jobs.get(second.id)) == BODY
    assert threading.active_count() < 50


# What the headers say


def named(disposition: str | None, path: str = "/x/talk%20one.mp3?a=/b.wav") -> str:
    return media_headers.file_name({"content-disposition": disposition}.get, path)


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        (None, "talk one.mp3"),
        ("inline", "talk one.mp3"),
        ('attachment; filename="a b.mp3"', "a b.mp3"),
        ("attachment;filename=plain.mp3", "plain.mp3"),
        (r'attachment; filename="a\"b\\c.mp3"', "c.mp3"),
        ("attachment; filename=\"x.mp3\"; filename*=utf-8'en'%e2%82%ac.mp3", "€.mp3"),
        ("attachment; filename*=iso-8859-1''%a3.mp3", "£.mp3"),
        ("attachment; filename*=utf-8''%ff; filename=x.mp3", "x.mp3"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\\\media\\\\talk.mp3"', "talk.mp3"),
        ("attachment; filename*=utf-8''..%2f..%5ca%00b%0a%e2%80%aec.mp3", "a b c.mp3"),
        ('attachment; filename=".."', "talk one.mp3"),
        (f'attachment; filename="{"a" * 300}.mp3"', "a" * 196 + ".mp3"),
        ('attachment; filename=""', "talk one.mp3"),
    ],
)
def test_file_names(disposition: str | None, name: str) -> None:
    assert named(disposition) == name


@pytest.mark.parametrize(
    ("path", "name"), [("/", ""), ("/a/", "a"), ("/%2e%2e", ""), ("/%ff.mp3", "\ufffd.mp3")]
)
def test_file_names_of_paths(path: str, name: str) -> None:
    assert named(None, path) == name


@pytest.mark.parametrize(
    ("changed", "answered", "is_strong"),
    [
        ("Mon, 05 Jan 2026 10:00:00 GMT", "Mon, 05 Jan 2026 12:00:00 GMT", True),
        ("Mon, 05 Jan 2026 11:59:30 GMT", "Mon, 05 Jan 2026 12:00:00 GMT", False),
        ("Mon, 05 Jan 2026 10:00:00 GMT", None, False),
        ("yesterday", "Mon, 05 Jan 2026 12:00:00 GMT", False),
        ("Mon, 05 Jan 2026 10:00:00 -0000", "Mon, 05 Jan 2026 12:00:00 GMT", False),
    ],
)
def test_a_date_tells_versions_apart_only_when_it_is_old(
    changed: str, answered: str | None, is_strong: bool
) -> None:
    headers = {"last-modified": changed, "date": answered}
    assert (media_headers.strong_validator(headers.get) == changed) is is_strong


@pytest.mark.parametrize("kind", ["", "audio", "audio/", "a b/c", "audio/x\ny", "a/" + "b" * 200])
def test_content_types_of_no_use(kind: str) -> None:
    assert media_headers.content_type({"content-type": kind}.get) is None


# What is never dialled


@pytest.fixture(scope="module")
def matrix(world: Outside, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    data = DataFolder(tmp_path_factory.mktemp("matrix"))
    made = Bench(data, world)
    yield made
    made.close()


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_no_connection_to_what_is_not_public(
    matrix: Bench, outside: Outside, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job was let in by mistake; whatever is dialled beside the good server is counted."""
    outside.answers = {
        "media.example.com": [list(answer) for answer in case.answers],
        **{name: [list(answer)] for name, answer in case.names.items()},
    }
    monkeypatch.setitem(outside.routes, "64:ff9b::5db8:d70e", outside.good.port)

    def answer(handler: Handler) -> None:
        if case.location is not None and handler.path == "/start":
            handler.reply(302, location=case.location)
        else:
            handler.reply(200, b"media")

    outside.good.answer = answer
    job = matrix.add("https://placeholder.example.com/")
    # As the store would have it (half a surrogate pair is none that it could).
    fetch = SimpleNamespace(job_id=job.id, url=case.url, attempts=99, offset=0, validator=None)
    asyncio.run(matrix.fetcher.fetch(fetch))  # type: ignore[arg-type]
    ended = matrix.jobs.get(job.id)
    public = {GOOD, GOOD_IPV6, "64:ff9b::5db8:d70e"}
    assert outside.trap.accepted == 0
    assert {address for address, _ in outside.dialled} <= public
    assert {port for _, port in outside.dialled} <= {443}
    assert code(ended) == case.error
    if case.error is None:
        assert content(ended) == b"media"


def test_the_trap_counts(outside: Outside) -> None:
    """The matrix would see a connection: with the rule switched off there is one."""

    async def dial() -> None:
        stream = await outside.dialing.connect(ipaddress.ip_address("10.0.0.1"), 443, 1.0)
        await stream.aclose()

    asyncio.run(dial())
    deadline = time.monotonic() + 2
    while not outside.trap.accepted and time.monotonic() < deadline:
        time.sleep(0.005)
    assert outside.trap.accepted == 1


def test_the_matrix_is_large_and_its_cases_differ() -> None:
    assert len(CASES) >= 60
    assert len({case.id for case in CASES}) == len(CASES)
