"""Errands as the program runs them: in a thread of their own, told by events, stopped and begun
again."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from kopia_desktop.core.errors import StoreError
from kopia_desktop.core.events import (
    Event,
    EventBus,
    JobAdded,
    JobChanged,
    JobDeleted,
    WebhookChanged,
)
from kopia_desktop.core.export import Export, ExportStatus
from kopia_desktop.core.job import ExportWish, Job, JobOptions, JobStatus, MediaFile
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.settings import ApiSettings, Settings
from kopia_desktop.core.webhook import DeliveryError, WebhookStatus
from kopia_desktop.errands import errands as module
from kopia_desktop.errands.deliverer import Deliverer, DeliveryRules
from kopia_desktop.errands.dialing import Dialing
from kopia_desktop.errands.download import FetchLimits
from kopia_desktop.errands.errands import Errands
from kopia_desktop.errands.fetcher import Fetcher
from kopia_desktop.errands.filer import Filer
from kopia_desktop.store.database import Database
from kopia_desktop.store.exports import ExportStore
from kopia_desktop.store.fetches import FetchStore
from kopia_desktop.store.jobs import JobStore
from kopia_desktop.store.webhooks import WebhookStore
from kopia_desktop.store.work import WorkStore
from tests.errands.outside import Handler, Outside, Server, completed_job

URL = "https://media.example.com/talk.mp3"
BODY = bytes(range(256)) * 16_000  # 4 MB


class Program:
    """Store and errands over one data folder; ``start`` after ``stop`` is the next program."""

    def __init__(self, data: DataFolder, dialing: Dialing) -> None:
        self.data = data
        self.dialing = dialing
        self.database = Database(data.database, backups=data.backups)
        self.jobs = JobStore(self.database)
        self.webhooks = WebhookStore(self.database)
        self.bus = EventBus()
        self.events: list[Event] = []
        self.bus.subscribe(self.events.append)
        self.settings = Settings()
        self.limits = FetchLimits(
            keep_free=0, header_seconds=5.0, idle_seconds=5.0, again_after=(0.02,) * 5
        )
        self.rules = DeliveryRules(seconds=5.0, again_after=(0.02,) * 9)
        self._errands: Errands | None = None
        self._thread: threading.Thread | None = None
        self._errors: list[BaseException] = []

    def start(self) -> None:
        self._errands = Errands(
            self.data,
            self.database,
            self.bus,
            lambda: self.settings,
            dialing=self.dialing,
            own_ports=lambda: frozenset({8756}),
            limits=self.limits,
            rules=self.rules,
        )
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        assert self._errands is not None
        try:
            self._errands.run()
        except BaseException as error:  # noqa: BLE001 - handed over to the test's thread
            self._errors.append(error)

    def stop(self) -> None:
        if self._errands is not None and self._thread is not None:
            began = time.monotonic()
            self._errands.stop()
            self._thread.join(10)
            assert not self._thread.is_alive()
            assert time.monotonic() - began < 1.0
            self._errands = self._thread = None
        assert self._errors == []

    def fetch(self, url: str = URL) -> Job:
        job = self.jobs.add(options=JobOptions(), media_url=url)
        self.bus.publish(JobAdded(job.id))
        return job

    def completed(self, url: str, secret: str | None = None) -> str:
        job_id = completed_job(self.database, url, secret)
        self.bus.publish(JobChanged(job_id))
        return job_id

    def status(self, job: Job) -> JobStatus:
        return self.jobs.get(job.id).status

    def delivered(self, job_id: str) -> bool:
        return self.webhooks.get(job_id).status is WebhookStatus.DELIVERED

    @property
    def files(self) -> list[str]:
        folder = self.data.uploads
        return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []

    def close(self) -> None:
        try:
            self.stop()
        finally:
            self.database.close_all()


def wait(condition: Callable[[], object], *, seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.005)


@pytest.fixture
def outside(world: Outside) -> Iterator[Outside]:
    world.forget()
    world.has_neighbours = True
    world.good.released.clear()
    world.good.answer = lambda handler: handler.reply(200, BODY, etag='"v1"')
    yield world
    world.good.released.set()


@pytest.fixture
def program(data_folder: DataFolder, outside: Outside) -> Iterator[Program]:
    made = Program(data_folder, outside.dialing)
    yield made
    made.close()


@pytest.fixture
def receiver() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


def at(server: Server, path: str = "/done") -> str:
    return f"http://127.0.0.1:{server.port}{path}"


def stalling(handler: Handler) -> None:
    """Gives 2.5 MB and then no more, or what is asked for of the rest."""
    first = int(handler.headers.get("range", "bytes=0-")[6:-1])
    if first:
        end = len(BODY) - 1
        said = f"bytes {first}-{end}/{len(BODY)}"
        handler.reply(206, BODY[first:], etag='"v1"', content_range=said)
        return
    handler.head(200, content_length=str(len(BODY)), etag='"v1"')
    handler.wfile.write(BODY[:2_500_000])
    handler.wfile.flush()
    handler.server.released.wait(10)


def part_of(program: Program, job: Job) -> Callable[[], bool]:
    part = program.data.uploads / f"{job.id}.part"
    return lambda: part.exists() and part.stat().st_size >= 2_000_000


# Media


def test_a_new_job_is_fetched_and_queued(program: Program) -> None:
    program.start()
    job = program.fetch()
    wait(lambda: program.status(job) is JobStatus.QUEUED)
    done = program.jobs.get(job.id)
    assert done.media is not None
    assert Path(done.media.path).read_bytes() == BODY
    wait(lambda: program.events.count(JobChanged(job.id)) == 2)


def test_jobs_from_before_the_start_are_fetched(program: Program) -> None:
    jobs = [program.fetch() for _ in range(5)]
    program.start()
    wait(lambda: all(program.status(job) is JobStatus.QUEUED for job in jobs))


def test_a_job_that_was_not_yet_accepted_is(program: Program, tmp_path: Path) -> None:
    job = program.fetch()
    path = tmp_path / "x.media"
    path.write_bytes(b"x")
    media = dataclasses.replace(MediaFile(str(path), "x", 1, 1), owned=True)
    FetchStore(program.database).arrived(job.id, media)
    program.start()
    wait(lambda: program.status(job) is JobStatus.QUEUED)


def test_the_next_program_goes_on(program: Program, outside: Outside) -> None:
    outside.good.answer = stalling
    program.start()
    job = program.fetch()
    wait(part_of(program, job))
    program.stop()
    assert program.status(job) is JobStatus.PENDING
    program.start()
    wait(lambda: program.status(job) is JobStatus.QUEUED)
    assert int(outside.good.asked[-1].headers["range"][6:-1]) >= 2_000_000
    media = program.jobs.get(job.id).media
    assert media is not None
    assert Path(media.path).read_bytes() == BODY


def test_a_broken_fetch_is_tried_again(program: Program, outside: Outside) -> None:
    def third_time(handler: Handler) -> None:
        asked = len(outside.good.asked)
        handler.reply(200, BODY) if asked == 3 else handler.reply(503)

    outside.good.answer = third_time
    program.start()
    job = program.fetch()
    wait(lambda: program.status(job) is JobStatus.QUEUED)


def test_a_refused_address_fails_the_job(program: Program, outside: Outside) -> None:
    outside.answers["inside.example.com"] = [["192.168.1.1"]]
    program.start()
    job = program.fetch("https://inside.example.com/")
    wait(lambda: program.status(job) is JobStatus.FAILED)
    error = program.jobs.get(job.id).error
    assert error is not None
    assert error.code == "address_refused"
    assert (outside.dialled, outside.trap.accepted) == ([], 0)


def test_the_size_is_the_settings(program: Program) -> None:
    program.settings = Settings(api=ApiSettings(max_media_gib=0.003))
    program.start()
    job = program.fetch()
    wait(lambda: program.status(job) is JobStatus.FAILED)


@pytest.mark.parametrize("told", [True, False])
def test_a_deleted_job_is_given_up_within_a_second(
    program: Program, outside: Outside, told: bool
) -> None:
    """Told by an event, or not: another process may have deleted it."""
    outside.good.answer = stalling
    program.start()
    job = program.fetch()
    wait(part_of(program, job))
    program.jobs.delete(job.id)
    if told:
        program.bus.publish(JobDeleted(job.id))
    wait(lambda: program.files == [], seconds=1.0)


@pytest.mark.parametrize("end", ["cancel", "pause"])
def test_a_stopped_job_is_given_up_and_gone_on_with(
    program: Program, outside: Outside, end: str
) -> None:
    outside.good.answer = stalling
    program.start()
    job = program.fetch()
    wait(part_of(program, job))
    if end == "cancel":
        program.jobs.cancel(job.id)
    else:
        program.jobs.set_paused(job.id, paused=True)
    program.bus.publish(JobChanged(job.id))
    store = FetchStore(program.database)

    def noted() -> bool:
        with program.database.reading() as db:
            query = "SELECT fetch_offset FROM jobs"
            found = db.execute_sql(query).fetchone()  # type: ignore[no-untyped-call]
        return int(found[0]) >= 2_000_000

    wait(noted, seconds=1.0)
    assert program.files == [f"{job.id}.part"]
    assert store.wanted([job.id]) == frozenset()
    if end == "cancel":
        program.jobs.retry(job.id)
    else:
        program.jobs.set_paused(job.id, paused=False)
    program.bus.publish(JobChanged(job.id))
    wait(lambda: program.status(job) is JobStatus.QUEUED)


def test_three_at_a_time(program: Program, outside: Outside) -> None:
    gate = threading.Event()

    def held(handler: Handler) -> None:
        gate.wait(10)
        handler.reply(200, b"media")

    outside.good.answer = held
    jobs = [program.fetch() for _ in range(5)]
    program.start()
    wait(lambda: len(outside.good.asked) == 3)
    time.sleep(0.1)
    assert len(outside.good.asked) == 3
    gate.set()
    wait(lambda: all(program.status(job) is JobStatus.QUEUED for job in jobs))


# Webhooks


def test_a_completed_job_is_told_until_it_counts(program: Program, receiver: Server) -> None:
    def third_time(handler: Handler) -> None:
        handler.reply(200 if len(receiver.asked) == 3 else 500)

    receiver.answer = third_time
    program.start()
    job_id = program.completed(at(receiver))
    wait(lambda: program.delivered(job_id))
    assert len({asked.headers["webhook-id"] for asked in receiver.asked}) == 1
    wait(lambda: program.events.count(WebhookChanged(job_id)) == 3)


def test_a_delivery_that_was_broken_off_is_made_again(program: Program, receiver: Server) -> None:
    """As after a crash: the receiver has it, but nobody knows."""
    receiver.answer = lambda handler: receiver.released.wait(10) and None
    program.start()
    job_id = program.completed(at(receiver), "s3cret")
    wait(lambda: receiver.asked)
    program.stop()
    assert program.webhooks.get(job_id).deliveries == ()
    receiver.answer = lambda handler: handler.reply(200)
    program.start()
    wait(lambda: program.delivered(job_id))
    first, second = receiver.asked
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.headers["x-kopia-webhook-secret"] == second.headers["x-kopia-webhook-secret"]


def test_a_slow_receiver_holds_nobody_up(program: Program, receiver: Server) -> None:
    slow = Server()
    slow.answer = lambda handler: slow.released.wait(10) and None
    try:
        program.start()
        for _ in range(6):
            program.completed(at(slow))
        wait(lambda: len(slow.asked) == 2)
        others = [program.completed(at(receiver)) for _ in range(3)]
        began = time.monotonic()
        wait(lambda: all(program.delivered(job_id) for job_id in others))
        assert time.monotonic() - began < 2.0
        assert len(slow.asked) == 2
    finally:
        slow.close()


def test_it_is_sent_for_again(program: Program, receiver: Server) -> None:
    program.start()
    job_id = program.completed(at(receiver), "s3cret")
    wait(lambda: program.delivered(job_id))
    program.webhooks.resend(job_id)
    program.bus.publish(WebhookChanged(job_id))
    wait(lambda: len(receiver.asked) == 2)
    wait(lambda: len(program.webhooks.get(job_id).deliveries) == 2)
    assert "x-kopia-webhook-secret" not in receiver.asked[1].headers


def test_our_own_api_is_not_called(program: Program) -> None:
    program.start()
    job_id = program.completed("http://127.0.0.1:8756/api/v1/jobs")
    wait(lambda: program.webhooks.get(job_id).status is WebhookStatus.FAILED)


# What was deleted


class FakeEraser:
    """Is not done at first."""

    calls: list[str] = []  # noqa: RUF012 - one a test

    def __init__(self, data: DataFolder, database: Database) -> None:
        self._database = database

    def sweep(self) -> tuple[str, ...]:
        self.calls.append("sweep")
        return ("job_left",)

    def run_once(self) -> bool:
        self.calls.append("run")
        self._database.data_version()
        return len(self.calls) != 2


def test_what_was_deleted_is_erased(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "Eraser", FakeEraser)
    monkeypatch.setattr(FakeEraser, "calls", [])
    monkeypatch.setattr(module, "_ERASE_AGAIN", 0.05)
    program.start()
    wait(lambda: len(FakeEraser.calls) >= 3)
    assert JobDeleted("job_left") in program.events
    time.sleep(0.2)
    settled = len(FakeEraser.calls)
    assert FakeEraser.calls == ["sweep", *["run"] * (settled - 1)]
    assert settled <= 4
    program.bus.publish(JobDeleted("job_x"))
    wait(lambda: len(FakeEraser.calls) == settled + 1)


# When things go wrong


def test_a_stop_in_the_middle_of_everything(
    program: Program, outside: Outside, receiver: Server
) -> None:
    """``stop`` of the program above asserts that it takes less than a second."""
    outside.good.answer = stalling
    receiver.answer = lambda handler: receiver.released.wait(10) and None
    program.start()
    job = program.fetch()
    program.completed(at(receiver))
    wait(part_of(program, job))
    wait(lambda: receiver.asked)
    program.stop()
    assert program.files == [f"{job.id}.part"]


def test_a_stop_before_the_start(program: Program) -> None:
    errands = Errands(program.data, program.database, program.bus, Settings)
    errands.stop()
    errands.run()


def test_nothing_to_do_costs_nothing(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[float] = []
    due = FetchStore.due

    def counted(self: FetchStore, *args: object, **values: object) -> object:
        looks.append(time.monotonic())
        return due(self, *args, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(FetchStore, "due", counted)
    program.start()
    wait(lambda: looks)
    time.sleep(0.6)
    assert len(looks) <= 3  # at the start, and when the sweep and the erasing had ended


@pytest.mark.expected_warnings("cannot go on now: store_error")
def test_a_store_that_is_held_is_tried_again(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    due, refusals = FetchStore.due, [1, 2]

    def refused(self: FetchStore, *args: object, **values: object) -> object:
        if refusals:
            refusals.pop()
            raise StoreError("The database is held by another program.")
        return due(self, *args, **values)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_PAUSE_AFTER_PROBLEM", 0.05)
    monkeypatch.setattr(FetchStore, "due", refused)
    program.start()
    job = program.fetch()
    wait(lambda: program.status(job) is JobStatus.QUEUED)


@pytest.mark.expected_warnings("cannot go on now: store_error")
def test_a_store_that_is_held_when_the_media_is_here(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrived, refusals = FetchStore.arrived, [1]

    def refused(self: FetchStore, *args: object) -> object:
        if refusals:
            refusals.pop()
            raise StoreError("The database is held by another program.")
        return arrived(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_PAUSE_AFTER_PROBLEM", 0.05)
    monkeypatch.setattr(FetchStore, "arrived", refused)
    program.start()
    job = program.fetch()
    wait(lambda: program.status(job) is JobStatus.QUEUED)
    assert program.files == [f"{job.id}.media"]


@pytest.mark.expected_warnings("stumbled over an internal error")
def test_a_bug_ends_one_job_and_nothing_else(
    program: Program, receiver: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def stumble(self: object, errand: object) -> None:
        raise ZeroDivisionError

    fetch, deliver = Fetcher.fetch, Deliverer.deliver
    monkeypatch.setattr(Fetcher, "fetch", stumble)
    monkeypatch.setattr(Deliverer, "deliver", stumble)
    program.rules = dataclasses.replace(program.rules, again_after=(60.0,))
    program.start()
    job, job_id = program.fetch(), program.completed(at(receiver))
    wait(lambda: program.status(job) is JobStatus.FAILED)
    wait(lambda: program.webhooks.get(job_id).deliveries)
    assert program.webhooks.get(job_id).deliveries[0].error is DeliveryError.INTERNAL
    monkeypatch.setattr(Fetcher, "fetch", fetch)
    monkeypatch.setattr(Deliverer, "deliver", deliver)
    other = program.fetch()
    wait(lambda: program.status(other) is JobStatus.QUEUED)


# Files that jobs wish


def wishing(program: Program, folder: Path, *, formats: tuple[str, ...] = ("txt",)) -> str:
    """The id of a job that was just completed and wishes a file."""
    options = JobOptions("en", export=ExportWish(formats, str(folder)))
    job = program.jobs.add(options=options, media=MediaFile("/r/talk.wav", "talk.wav", 1, 1))
    assert WorkStore(program.database).finish_preparation(job.id, duration=1.0, sha256="")
    program.bus.publish(JobChanged(job.id))
    return job.id


def test_files_are_written_when_a_job_is_completed(program: Program, tmp_path: Path) -> None:
    early = wishing(program, tmp_path / "early")
    program.start()
    late = wishing(program, tmp_path / "late", formats=("txt", "srt"))
    exports = ExportStore(program.database)
    wait(lambda: all(is_written(exports, job_id) for job_id in (early, late)))
    names = sorted(path.name for path in tmp_path.glob("*/talk.*"))
    assert names == ["talk.srt", "talk.txt", "talk.txt"]
    wait(lambda: program.events.count(JobChanged(late)) == 2)


def is_written(exports: ExportStore, job_id: str) -> bool:
    return all(each.status is ExportStatus.DONE for each in exports.of_job(job_id))


def test_a_folder_that_refuses_holds_up_nobody(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    bad, good = wishing(program, tmp_path / "file" / "x"), wishing(program, tmp_path / "good")
    program.start()
    exports = ExportStore(program.database)
    wait(lambda: is_written(exports, good))
    (failed,) = exports.of_job(bad)
    assert failed.status is ExportStatus.FAILED


@pytest.mark.expected_warnings("stumbled over an internal error")
def test_a_bug_of_an_export_ends_that_one(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = Filer.file

    def stumble(self: Filer, export: Export) -> None:
        if export.folder.endswith("bad"):
            raise RuntimeError("a bug")
        write(self, export)

    monkeypatch.setattr(Filer, "file", stumble)
    bad, good = wishing(program, tmp_path / "bad"), wishing(program, tmp_path / "good")
    program.start()
    exports = ExportStore(program.database)
    wait(lambda: is_written(exports, good))
    (failed,) = exports.of_job(bad)
    assert failed.error is not None
    assert failed.error.code == "internal"


@pytest.mark.expected_warnings("cannot go on now: store_error")
def test_a_store_that_refuses_for_now_is_asked_again(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAUSE_AFTER_PROBLEM", 0.01)
    done, refused = ExportStore.done, threading.Event()

    def refuse_once(self: ExportStore, export_id: int, paths: Sequence[Path]) -> None:
        if not refused.is_set():
            refused.set()
            raise StoreError("The database is locked.")
        done(self, export_id, paths)

    monkeypatch.setattr(ExportStore, "done", refuse_once)
    job_id = wishing(program, tmp_path / "out")
    program.start()
    wait(lambda: is_written(ExportStore(program.database), job_id))
    assert refused.is_set()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["talk.txt"]
