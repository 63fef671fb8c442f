"""The program as a server, for benchmarks that ask it."""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from tests.benchmarks import program


@dataclass(frozen=True, slots=True)
class Server:
    """The program at work: where it listens, its key and its process id."""

    host: str
    port: int
    key: str
    pid: int

    def connect(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection(self.host, self.port, timeout=30)

    def ask(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: bytes = b"",
        kind: str = "application/json",
    ) -> bytes:
        """The answer's body. Raises RuntimeError for an error."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": kind}
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {content[:200]!r}")
        return content

    def processor_seconds(self) -> float:
        """Of the program itself, without its children."""
        used = psutil.Process(self.pid).cpu_times()
        return float(used.user + used.system)


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """``serve`` on a free port over ``folder/data``."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "kopia_desktop", "serve", "--port", "0"),
            *("--data-dir", str(folder / "data")),
        ],
        env=program.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        if not line:
            raise RuntimeError(f"serve ended with {process.wait(30)}")
        ready = json.loads(line)
        url = urlsplit(ready["apiUrl"])
        key = Path(ready["apiKeyFile"]).read_text("utf-8").strip()
        yield Server(str(url.hostname), int(url.port or 80), key, ready["pid"])
    finally:
        process.terminate()
        process.wait(30)
