"""Uploads: as fast as the disk allows, with flat memory, every byte as it was sent.

A file of 1 GB is copied with fsync and uploaded by turns, over the same disk; then a hundred
clients upload 20 MB each at once. The contents are random, so the engine finds no audio in them:
what is compared is what arrived.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import shutil
import socket
import statistics
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.benchmarks import report
from tests.benchmarks.report import Figure
from tests.benchmarks.served import Server, serving

MB = 1 << 20
TIMES = 3.0
GROWTH = 30.0
TURNS = 3
PARALLEL_MB = 20


@dataclass(slots=True)
class Turns:
    """Seconds of each turn, and by how many MB the server grew at its peak."""

    copied: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    chunked: list[float] = field(default_factory=list)
    growth: list[float] = field(default_factory=list)


class Memory:
    """The resident size of the server's process, looked at every 10 ms."""

    def __init__(self, pid: int) -> None:
        self._process = psutil.Process(pid)
        self.growth = 0.0

    @contextmanager
    def watched(self) -> Iterator[None]:
        before, done = self._size(), threading.Event()
        self.growth = 0.0

        def watch() -> None:
            while not done.wait(0.01):
                self.growth = max(self.growth, self._size() - before)

        watching = threading.Thread(target=watch)
        watching.start()
        try:
            yield
        finally:
            done.set()
            watching.join()

    def _size(self) -> float:
        return float(self._process.memory_info().rss) / MB


def pieces_of(path: Path) -> Iterator[bytes]:
    with open(path, "rb", buffering=0) as file:
        while piece := file.read(MB):
            yield piece


def copy(source: Path, target: Path) -> float:
    """Copy and make durable, as the upload is; seconds."""
    began = time.monotonic()
    shutil.copyfile(source, target)
    with open(target, "rb+") as file:
        os.fsync(file.fileno())
    return time.monotonic() - began


def new_job(server: Server) -> str:
    with closing(server.connect()) as connection:
        return str(json.loads(server.ask(connection, "POST", "/api/v1/jobs", b"{}"))["id"])


def upload(server: Server, job_id: str, pieces: Iterable[bytes], size: int | None) -> float:
    """Send the media, with its length or chunked; seconds until the answer."""
    connection = http.client.HTTPConnection(server.host, server.port, timeout=600)
    with closing(connection):
        began = time.monotonic()
        connection.putrequest("POST", f"/v1/jobs/{job_id}/upload", skip_accept_encoding=True)
        connection.putheader("Authorization", f"Bearer {server.key}")
        connection.putheader("Content-Type", "audio/wav")
        if size is None:
            connection.putheader("Transfer-Encoding", "chunked")
        else:
            connection.putheader("Content-Length", str(size))
        connection.endheaders()
        for piece in pieces:
            if size is None:
                send_chunk(connection.sock, piece)
            else:
                connection.sock.sendall(piece)
        if size is None:
            send_chunk(connection.sock, b"")
        answer = connection.getresponse()
        content = answer.read()
        seconds = time.monotonic() - began
    if answer.status != 200:
        raise RuntimeError(f"upload: {answer.status} {content[:200]!r}")
    return seconds


def send_chunk(line: socket.socket, piece: bytes) -> None:
    """One chunk, without copying it."""
    head = b"%x\r\n" % len(piece)
    sent = line.sendmsg([head, piece, b"\r\n"])
    rest = memoryview(piece)[max(0, sent - len(head)) :]
    if sent < len(head) + len(piece) + 2:
        line.sendall(rest)
        line.sendall(b"\r\n"[max(0, sent - len(head) - len(piece)) :])


def stored(data: Path, job_id: str) -> Path:
    """The file that became the job's media."""
    (found,) = (data / "uploads").glob(f"{job_id}*.media")
    return found


def sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def forget(server: Server, job_id: str) -> None:
    """Delete the job once the engine has given it up, so that nothing else works meanwhile."""
    with closing(server.connect()) as connection:
        while True:
            job = json.loads(server.ask(connection, "GET", f"/api/v1/jobs/{job_id}"))
            if job["status"] in ("failed", "completed"):
                break
            time.sleep(0.1)
        server.ask(connection, "DELETE", f"/api/v1/jobs/{job_id}")
    time.sleep(1)


def one_by_one(server: Server, folder: Path, size: int) -> Turns:
    """Copy and upload by turns; the contents are compared each time."""
    source = folder / "source.bin"
    with open(source, "wb") as file:
        for _ in range(size // MB):
            file.write(os.urandom(MB))
        os.fsync(file.fileno())
    expected, turns, memory = sha256(source), Turns(), Memory(server.pid)
    small = new_job(server)
    upload(server, small, [os.urandom(MB)] * 40, 40 * MB)  # what is loaded at the first upload
    forget(server, small)
    for turn in range(TURNS):
        turns.copied.append(copy(source, folder / "copy.bin"))
        (folder / "copy.bin").unlink()
        for length, taken in ((size, turns.sent), (None, turns.chunked)):
            job_id = new_job(server)
            with memory.watched():
                taken.append(upload(server, job_id, pieces_of(source), length))
            turns.growth.append(memory.growth)
            if sha256(stored(folder / "data", job_id)) != expected:
                raise RuntimeError("other bytes arrived than were sent")
            forget(server, job_id)
        print(
            f"turn {turn + 1}: copied {turns.copied[-1]:.2f} s, sent {turns.sent[-1]:.2f} s,"
            f" chunked {turns.chunked[-1]:.2f} s, {max(turns.growth[-2:]):.1f} MB more",
            flush=True,
        )
    source.unlink()
    return turns


def at_once(server: Server, data: Path, count: int) -> tuple[int, float, float]:
    """So many clients together: how many arrived whole, seconds, and MB that the server grew."""
    job_ids = [new_job(server) for _ in range(count)]
    start = threading.Barrier(count)

    def send(job_id: str) -> bool:
        digest = hashlib.sha256()

        def pieces() -> Iterator[bytes]:
            for _ in range(PARALLEL_MB):
                piece = os.urandom(MB)
                digest.update(piece)
                yield piece

        start.wait()
        upload(server, job_id, pieces(), PARALLEL_MB * MB)
        return digest.hexdigest() == sha256(stored(data, job_id))

    memory = Memory(server.pid)
    began = time.monotonic()
    with memory.watched(), ThreadPoolExecutor(count) as pool:
        whole = sum(pool.map(send, job_ids))
    return whole, time.monotonic() - began, memory.growth


def measure(*, quick: bool) -> list[Figure]:
    size, count = (64 * MB, 10) if quick else (1024 * MB, 100)
    with tempfile.TemporaryDirectory(prefix="kopia-uploads-") as name:
        folder = Path(name)
        with serving(folder) as server:
            turns = one_by_one(server, folder, size)
            whole, seconds, growth = at_once(server, folder / "data", count)
    return [
        *_figures(turns, size),
        Figure(
            f"{count} uploads of {PARALLEL_MB} MB at once, SHA-256 equal",
            f"{whole} of {count}",
            f"{count} of {count}",
            whole == count,
        ),
        Figure("  seconds, memory of the server", f"{seconds:.1f} s, {growth:.1f} MB more"),
    ]


def _figures(turns: Turns, size: int) -> list[Figure]:
    copied = statistics.median(turns.copied)
    figures = [Figure(f"copy of {size // MB} MB with fsync, median", f"{copied:.2f} s")]
    for name, taken in (("with its length", turns.sent), ("chunked", turns.chunked)):
        seconds = statistics.median(taken)
        figures.append(
            Figure(
                f"  upload {name}, median",
                f"{seconds:.2f} s, {seconds / copied:.2f} times",
                f"<= {TIMES:g} times",
                seconds <= TIMES * copied,
            )
        )
    most = max(turns.growth)
    figures.append(
        Figure("  server's memory, more", f"{most:.1f} MB", f"< {GROWTH:g} MB", most < GROWTH)
    )
    return figures


if __name__ == "__main__":
    raise SystemExit(report.main("Uploads", measure, quick_means="64 MB, then 10 at once"))
