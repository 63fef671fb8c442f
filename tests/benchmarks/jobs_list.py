"""The job list with 100,000 jobs, asked by 8 programs at once while a recording is transcribed.

The program runs as ``serve`` over a database of that size. Eight clients, each on a connection that
stays open, ask four times a second, as programs that wait for their jobs do: all filters, both
orders, deep offsets. By turns one recording is transcribed with the clients and without them.
"""

from __future__ import annotations

import http.client
import json
import random
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from kopia_desktop.core.job import new_id
from kopia_desktop.store.database import Database
from kopia_desktop.store.migrations import MIGRATIONS
from tests.benchmarks import program, recordings, report
from tests.benchmarks.recordings import Recording
from tests.benchmarks.report import Figure
from tests.benchmarks.served import Server, serving

JOBS = 100_000
CLIENTS = 8
EVERY = 0.25
"""Seconds between two questions of one client."""

SLOWEST = 30.0
SLOWDOWN = 10.0
_FIRST = datetime(2024, 1, 1, tzinfo=UTC)
_BETWEEN = timedelta(minutes=10)


def _at(share: float) -> str:
    """The moment at which that share of the jobs had been made, as a client writes it."""
    return (_FIRST + share * JOBS * _BETWEEN).isoformat().replace("+00:00", "Z")


ASKED: tuple[dict[str, object], ...] = (
    {},
    {"order": "asc"},
    {"offset": 50_000},
    {"offset": 99_900, "limit": 100},
    {"offset": 99_900, "order": "asc"},
    *({"status": status} for status in ("pending", "uploaded", "queued", "processing")),
    {"status": "completed", "offset": 47_000},
    {"status": "failed", "offset": 1_000, "limit": 100},
    {"type": "audio", "offset": 30_000, "order": "asc"},
    {"type": "video", "offset": 5_000},
    {"type": "video", "status": "failed"},
    {"createdFrom": _at(0.1)},
    {"createdTo": _at(0.9), "offset": 60_000},
    {"createdFrom": _at(0.5), "createdTo": _at(0.502)},
    {"createdFrom": _at(0.2), "createdTo": _at(0.8), "status": "completed", "offset": 30_000},
    {"sort": "updatedAt"},
    {"sort": "updatedAt", "offset": 70_000, "order": "asc"},
    {"sort": "updatedAt", "status": "failed", "type": "audio"},
    {"sort": "updatedAt", "createdFrom": _at(0.3), "createdTo": _at(0.7), "offset": 20_000},
)


def fill(data: Path, *, jobs: int = JOBS) -> None:
    """A data folder with as many jobs, of two years or less; none of them waits for the engine."""
    data.mkdir(parents=True)
    path, backups = data / "kopia.db", data / "backups"
    # Filled as by the first version of the program; the newest one counts them when it opens it.
    Database(path, backups=backups, migrations=MIGRATIONS[:1]).close_all()
    chance = random.Random(9)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.executemany(
            "INSERT INTO jobs (id, status, type, created_at, updated_at, completed_at, language,"
            " model, media_path, media_name, media_size, media_modified_ns, media_owned, duration,"
            " media_sha256, parameters, remove_filler_words) VALUES (?, ?, ?, ?, ?, ?, 'en',"
            " 'starter', ?, ?, 1000000, 1, 1, 300.0, hex(zeroblob(32)), '{\"beam_size\": 5}', 0)",
            (_job(data, number, chance) for number in range(jobs)),
        )
        connection.commit()
    Database(path, backups=backups).close_all()


def _job(data: Path, number: int, chance: random.Random) -> tuple[object, ...]:
    status = chance.choices(["completed", "failed", "pending"], [95, 4.5, 0.5])[0]
    kind = None if status == "pending" else chance.choices(["audio", "video"], [9, 1])[0]
    created = _FIRST + (number + chance.random()) * _BETWEEN
    updated = created + timedelta(minutes=60 * chance.random())
    moments = [round(moment.timestamp() * 1000) for moment in (created, updated)]
    job_id = new_id("job")
    media = str(data / "uploads" / f"{job_id}.media")
    return (job_id, status, kind, *moments, moments[1], media, f"talk {number}.mp3")


@dataclass(slots=True)
class Clients:
    """Programs that ask on and on; ``seconds`` is what each answer took."""

    server: Server
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def asking(self) -> Iterator[None]:
        self._stop.clear()
        threads = [threading.Thread(target=self._run, args=(n,)) for n in range(CLIENTS)]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self._stop.set()
            for thread in threads:
                thread.join()

    def _run(self, number: int) -> None:
        chance = random.Random(number)
        next_at = time.monotonic() + EVERY * number / CLIENTS
        with closing(self.server.connect()) as connection:
            while not self._stop.wait(max(0.0, next_at - time.monotonic())):
                next_at = max(next_at + EVERY, time.monotonic())
                path = f"/api/v1/jobs?{urlencode(chance.choice(ASKED))}"
                began = time.perf_counter()
                try:
                    self.server.ask(connection, "GET", path)
                except (RuntimeError, OSError, http.client.HTTPException) as error:
                    self.failures.append(f"{path}: {error}")
                    connection.close()
                self.seconds.append(time.perf_counter() - began)


def check_totals(server: Server, folder: Path) -> None:
    """Every question is answered with the number of jobs that a plain count finds."""
    columns = {"status": "status = ?", "type": "type = ?"}
    bounds = {"createdFrom": "created_at >= ?", "createdTo": "created_at <= ?"}
    with (
        closing(sqlite3.connect(folder / "data" / "kopia.db")) as database,
        closing(server.connect()) as connection,
    ):
        for asked in ASKED:
            terms = [columns[name] for name in asked if name in columns]
            values = [asked[name] for name in asked if name in columns]
            for name in [name for name in asked if name in bounds]:
                terms.append(bounds[name])
                moment = datetime.fromisoformat(str(asked[name]))
                values.append(
                    (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)
                )
            sql = f"SELECT count(*) FROM jobs WHERE {' AND '.join(terms) or 'true'}"
            (total,) = database.execute(sql, values).fetchone()
            page = json.loads(server.ask(connection, "GET", f"/api/v1/jobs?{urlencode(asked)}"))
            if page["pagination"]["total"] != total:
                raise RuntimeError(f"{asked}: {page['pagination']} instead of {total}")


def transcribe(server: Server, recording: Recording, view: program.StoreView) -> float:
    """Upload the recording and wait for its transcript; seconds from upload to completion."""
    with closing(server.connect()) as connection:
        options = json.dumps({"language": recording.language}).encode()
        job_id = json.loads(server.ask(connection, "POST", "/api/v1/jobs", options))["id"]
        began = time.monotonic()
        server.ask(
            connection,
            "POST",
            f"/v1/jobs/{job_id}/upload",
            recording.path.read_bytes(),
            kind="audio/flac",
        )
        while (status := view.value(f"SELECT status FROM jobs WHERE id = '{job_id}'")) not in (
            "completed",
            "failed",
        ):
            time.sleep(0.05)
        seconds = time.monotonic() - began
        if status == "failed":
            raise RuntimeError("the recording could not be transcribed")
        server.ask(connection, "DELETE", f"/api/v1/jobs/{job_id}")
    time.sleep(5)  # until what the deletion leaves to do is done
    return seconds


def measure(*, quick: bool) -> list[Figure]:
    minutes, turns = (2.0, 1) if quick else (20.0, 5)
    recording = recordings.minutes(minutes)
    alone: list[float] = []
    beside: list[float] = []
    used: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kopia-jobs-") as name:
        folder = Path(name)
        fill(folder / "data")
        with serving(folder) as server, closing(program.StoreView(folder)) as view:
            check_totals(server, folder)
            transcribe(server, recordings.minutes(1.0), view)  # loads the model
            clients = Clients(server)
            for turn in range(turns):
                before, asked = server.processor_seconds(), len(clients.seconds)
                alone.append(transcribe(server, recording, view))
                between = server.processor_seconds()
                with clients.asking():
                    beside.append(transcribe(server, recording, view))
                more = server.processor_seconds() - between - (between - before)
                used.append(more / max(1, len(clients.seconds) - asked))
                print(f"turn {turn + 1}: {alone[-1]:.2f} s, {beside[-1]:.2f} s", flush=True)
    for failure in clients.failures[:5]:
        print(failure)
    return _figures(clients, alone, beside, used)


def _figures(
    clients: Clients, alone: list[float], beside: list[float], used: list[float]
) -> list[Figure]:
    taken = sorted(seconds * 1000 for seconds in clients.seconds)
    slow = taken[int(0.95 * len(taken))]
    slowdown = (statistics.median(beside) / statistics.median(alone) - 1) * 100
    return [
        Figure(
            f"list of {JOBS:,} jobs, {CLIENTS} clients, p95",
            f"{slow:.1f} ms",
            f"< {SLOWEST:.0f} ms",
            slow < SLOWEST,
        ),
        Figure("  median, slowest", f"{statistics.median(taken):.1f} ms, {taken[-1]:.1f} ms"),
        Figure(
            "  answers, failed ones",
            f"{len(taken)}, {len(clients.failures)}",
            "0 failed",
            not clients.failures,
        ),
        Figure(
            "  processor time of the program, an answer", f"{statistics.median(used) * 1000:.1f} ms"
        ),
        Figure(
            "  transcription alone, with clients",
            f"{statistics.median(alone):.2f} s, {statistics.median(beside):.2f} s",
        ),
        Figure("  slower by", f"{slowdown:.1f} %", f"< {SLOWDOWN:.0f} %", slowdown < SLOWDOWN),
    ]


if __name__ == "__main__":
    raise SystemExit(report.main("Job list", measure, quick_means="a short file, one turn"))
