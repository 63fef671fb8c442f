"""Two hundred clients that send a byte a second, and what the others notice of them.

Half of them never finish a header, half never finish an upload; who is dropped comes back at once,
so that they stay two hundred. Meanwhile four programs list jobs, create and delete them. Every slow
client must be dropped at its deadline: 10 s for a header, 30 s for a window of an upload.
"""

from __future__ import annotations

import asyncio
import contextlib
import http.client
import json
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import report
from tests.benchmarks.report import Figure
from tests.benchmarks.served import Server, serving

SLOW = 200
OTHERS = 4
EVERY = 0.1
"""Seconds between two requests of one of the others."""

SLOWEST = 100.0
HEADER_DEADLINE = 10.0
BODY_DEADLINE = 30.0
SLACK = 2.0


@dataclass(slots=True)
class Lives:
    """How long slow clients lived, in seconds, and how many were never dropped."""

    headers: list[float] = field(default_factory=list)
    bodies: list[float] = field(default_factory=list)
    left: int = 0


class Crowd:
    """The slow clients, in a thread of their own."""

    def __init__(self, server: Server, job_ids: list[str]) -> None:
        self.lives = Lives()
        self._server = server
        self._job_ids = job_ids
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._come_back_until = 0.0

    @contextmanager
    def pressing(self, seconds: float) -> Iterator[None]:
        """They come (back) for so many seconds; then until the last one is dropped."""
        self._come_back_until = time.monotonic() + seconds
        self._thread.start()
        yield
        self._thread.join()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for number in range(SLOW):
                head = self._upload_head(number) if number % 2 else b"GET /api/v1/jobs HTTP/1.1\r\n"
                lives = self.lives.bodies if number % 2 else self.lives.headers
                group.create_task(self._client(head, lives, number / SLOW))

    def _upload_head(self, number: int) -> bytes:
        server, job_id = self._server, self._job_ids[number // 2]
        return (
            f"POST /v1/jobs/{job_id}/upload HTTP/1.1\r\nHost: {server.host}:{server.port}\r\n"
            f"Authorization: Bearer {server.key}\r\nContent-Type: audio/wav\r\n"
            "Content-Length: 1000000\r\n\r\n"
        ).encode()

    async def _client(self, head: bytes, lives: list[float], delay: float) -> None:
        await asyncio.sleep(delay)
        while time.monotonic() < self._come_back_until:
            reader, writer = await asyncio.open_connection(self._server.host, self._server.port)
            began = time.monotonic()
            writer.write(head)
            try:
                while not await self._is_dropped(reader):
                    if time.monotonic() - began > 2 * BODY_DEADLINE:
                        self.lives.left += 1
                        return
                    writer.write(b"x")
            finally:
                lives.append(time.monotonic() - began)
                writer.close()
                with contextlib.suppress(OSError):
                    await writer.wait_closed()

    async def _is_dropped(self, reader: asyncio.StreamReader) -> bool:
        """Whether within a second the server has said why and closed."""
        try:
            async with asyncio.timeout(1.0):
                while await reader.read(4096):
                    pass
        except TimeoutError:
            return False
        except OSError:
            return True
        return True


@dataclass(slots=True)
class Others:
    """Programs that list, create and delete; milliseconds that each answer took."""

    server: Server
    taken: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def work(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=self._run, args=(n, until)) for n in range(OTHERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _run(self, number: int, until: float) -> None:
        time.sleep(EVERY * number / OTHERS)
        with closing(self.server.connect()) as connection:
            while time.monotonic() < until:
                try:
                    self._once(connection)
                except (RuntimeError, OSError, http.client.HTTPException) as error:
                    self.failures.append(str(error))
                    connection.close()

    def _once(self, connection: http.client.HTTPConnection) -> None:
        self._timed(connection, "GET", "/api/v1/jobs?limit=20")
        job_id = json.loads(self._timed(connection, "POST", "/api/v1/jobs", b"{}"))["id"]
        self._timed(connection, "GET", f"/api/v1/jobs/{job_id}")
        self._timed(connection, "DELETE", f"/api/v1/jobs/{job_id}")

    def _timed(
        self, connection: http.client.HTTPConnection, method: str, path: str, body: bytes = b""
    ) -> bytes:
        began = time.perf_counter()
        content = self.server.ask(connection, method, path, body)
        spent = time.perf_counter() - began
        self.taken.append(spent * 1000)
        time.sleep(max(0.0, EVERY - spent))
        return content


def measure(*, quick: bool) -> list[Figure]:
    pressing = 12.0 if quick else 42.0
    with (
        tempfile.TemporaryDirectory(prefix="kopia-slow-") as name,
        serving(Path(name)) as server,
    ):
        with closing(server.connect()) as connection:
            job_ids = [
                str(json.loads(server.ask(connection, "POST", "/api/v1/jobs", b"{}"))["id"])
                for _ in range(SLOW // 2)
            ]
        alone, beside = Others(server), Others(server)
        alone.work(10.0)
        crowd = Crowd(server, job_ids)
        with crowd.pressing(pressing):
            beside.work(pressing + BODY_DEADLINE)
    for failure in [*alone.failures, *beside.failures][:5]:
        print(failure)
    return _figures(alone, beside, crowd.lives)


def _figures(alone: Others, beside: Others, lives: Lives) -> list[Figure]:
    slow = _late(beside.taken)
    return [
        Figure(
            f"others beside {SLOW} slow clients, p95",
            f"{slow:.1f} ms",
            f"< {SLOWEST:.0f} ms",
            slow < SLOWEST,
        ),
        Figure(
            "  median, slowest",
            f"{statistics.median(beside.taken):.1f} ms, {max(beside.taken):.1f} ms",
        ),
        Figure("  without slow clients, p95", f"{_late(alone.taken):.1f} ms"),
        Figure(
            "  answers, failed ones",
            f"{len(beside.taken)}, {len(beside.failures)}",
            "0 failed",
            not beside.failures,
        ),
        _life("header", lives.headers, HEADER_DEADLINE),
        _life("upload", lives.bodies, BODY_DEADLINE),
        Figure("  slow clients never dropped", f"{lives.left}", "0", lives.left == 0),
    ]


def _life(what: str, lives: list[float], deadline: float) -> Figure:
    longest = max(lives, default=0.0)
    return Figure(
        f"  slow {what} clients dropped, longest life",
        f"{len(lives)}, {longest:.1f} s",
        f"all, < {deadline + SLACK:g} s",
        len(lives) >= SLOW // 2 and longest < deadline + SLACK,
    )


def _late(taken: list[float]) -> float:
    return sorted(taken)[int(0.95 * len(taken))]


if __name__ == "__main__":
    raise SystemExit(report.main("Slow clients", measure, quick_means="they come for 12 s"))
