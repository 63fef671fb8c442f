"""Kills the server at random moments while clients create, upload, wait and are told: 200 times.

``python -m tests.campaigns.server_kills [--count 200] [--seed 1]``. All rounds share one data
folder. In each, clients work against ``kopia-desktop serve`` until SIGKILL ends it at a random
moment; a second server on the same folder must then have every job and upload that was
acknowledged (a 2xx was read), answer a repeated request as before, complete the jobs and deliver
each webhook with one id. At the end the database is checked.
"""

from __future__ import annotations

import argparse
import http.client
import http.server
import json
import os
import random
import secrets
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kopia_desktop.store.database import Database
from tests.benchmarks.report import Figure, exit_code, print_figures

ROOT = Path(__file__).resolve().parents[2]
CLIP = ROOT / "tests" / "data" / "speech" / "single_en_02.flac"
CLIENTS = 3
LONGEST = 3.0
"""Seconds after the server is ready within which the kill comes: start-up of the model, work,
completion and delivery all lie within."""

EARLY = 0.4
"""The same for every second round: jobs are made and media is sent."""

PATIENCE = 90.0
SLOW_RECEIVER = 0.03


class Receiver(http.server.ThreadingHTTPServer):
    """Takes webhooks; answers a little late, so that kills fall into deliveries."""

    daemon_threads = True

    def __init__(self) -> None:
        self.told: dict[str, Counter[str]] = defaultdict(Counter)
        self.lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: object, client_address: object) -> None:
        """A killed server hangs up."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        job_id = json.loads(body)["jobId"]
        with self.server.lock:
            self.server.told[job_id][self.headers["webhook-id"]] += 1
        time.sleep(SLOW_RECEIVER)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Silent."""


class Server:
    """``kopia-desktop serve`` over the folder."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "kopia_desktop", "serve", "--port", "0"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        self.process = subprocess.Popen(
            [*command, "--data-dir", str(data)],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        ready = json.loads(self.process.stdout.readline())
        self.port = int(ready["uploadUrl"].rsplit(":", 1)[1])
        self.key = Path(ready["apiKeyFile"]).read_text().strip()

    def ask(
        self, method: str, path: str, body: bytes | Iterator[bytes] | None = None, **headers: str
    ) -> tuple[int, Any]:
        """Raises OSError or HTTPException when the server dies meanwhile."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            sent = {"Authorization": f"Bearer {self.key}", **headers}
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            content = answer.read()
        return answer.status, json.loads(content) if content else None

    def kill(self) -> None:
        self.process.kill()
        self._wait()

    def stop(self) -> int:
        self.process.terminate()
        return self._wait()

    def _wait(self) -> int:
        code = self.process.wait(30)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code


@dataclass(slots=True)
class Client:
    """Makes jobs one after the other and remembers what was acknowledged."""

    server: Server
    receiver_port: int
    clip: bytes
    doing: str = ""
    created: dict[str, tuple[str, Any]] = field(default_factory=dict)  # job: key, answer
    uploaded: set[str] = field(default_factory=set)

    def work(self) -> None:
        with suppress(OSError, http.client.HTTPException, ValueError):
            while True:
                self._one()

    def _one(self) -> None:
        key = secrets.token_hex(8)
        self.doing = "create"
        status, job = self.server.ask("POST", "/api/v1/jobs", self._body(), **_json(key))
        assert status == 201, job
        job_id = job["id"]
        self.created[job_id] = (key, job)
        self.doing = "upload"
        kind = {"Content-Type": "audio/flac"}
        upload = f"/v1/jobs/{job_id}/upload"
        status, job = self.server.ask("PUT", upload, _slowly(self.clip), **kind)
        assert status == 200, job
        self.uploaded.add(job_id)
        self.doing = "wait"
        while job["status"] != "completed":
            time.sleep(0.05)
            _, job = self.server.ask("GET", f"/api/v1/jobs/{job_id}")

    def _body(self) -> bytes:
        url = f"http://127.0.0.1:{self.receiver_port}/"
        return json.dumps({"language": "en", "webhookUrl": url}).encode()

    def again(self, server: Server, key: str) -> Any:
        """The answer to the request that made a job, sent once more."""
        return server.ask("POST", "/api/v1/jobs", self._body(), **_json(key))[1]


def _slowly(content: bytes) -> Iterator[bytes]:
    """In eight pieces over a fifth of a second, sent chunked."""
    step = len(content) // 8 + 1
    for start in range(0, len(content), step):
        yield content[start : start + step]
        time.sleep(0.025)


def _json(key: str) -> dict[str, str]:
    return {"Content-Type": "application/json", "Idempotency-Key": key}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one kill."""

    number: int
    moment: float
    doing: str
    jobs: int
    uploads: int
    lost: int
    changed: int
    unfinished: int
    untold: int
    several_ids: int
    repeated: int

    @property
    def passed(self) -> bool:
        return not (self.lost or self.changed or self.unfinished or self.untold or self.several_ids)

    def __str__(self) -> str:
        return (
            f"{'PASS' if self.passed else 'FAIL'}  {self.number:3} at {self.moment:5.2f} s"
            f" ({self.doing}): {self.jobs} jobs, {self.uploads} uploads acknowledged;"
            f" {self.lost} lost, {self.changed} answered otherwise, {self.unfinished} unfinished,"
            f" {self.untold} untold, {self.several_ids} with several ids,"
            f" {self.repeated} told again"
        )


def kill_once(data: Path, receiver: Receiver, number: int, moment: float) -> Outcome:
    """One round."""
    server = Server(data)
    clip = CLIP.read_bytes()
    clients = [Client(server, receiver.server_address[1], clip) for _ in range(CLIENTS)]
    threads = [threading.Thread(target=client.work) for client in clients]
    for thread in threads:
        thread.start()
    time.sleep(moment)
    doing = "+".join(sorted(client.doing for client in clients))
    server.kill()
    for thread in threads:
        thread.join()
    again = Server(data)
    try:
        return _judged(again, receiver, clients, number=number, moment=moment, doing=doing)
    finally:
        code = again.stop()
        assert code == 0, f"the second server ended with {code}"


def _judged(
    server: Server,
    receiver: Receiver,
    clients: list[Client],
    *,
    number: int,
    moment: float,
    doing: str,
) -> Outcome:
    created = {job: (client, *kept) for client in clients for job, kept in client.created.items()}
    uploaded = set().union(*(client.uploaded for client in clients))
    lost = changed = 0
    for job_id, (client, key, answer) in created.items():
        status, job = server.ask("GET", f"/api/v1/jobs/{job_id}")
        lost += status != 200 or (job_id in uploaded and job["status"] == "pending")
        changed += client.again(server, key) != answer
    waited = _wait(server, receiver, uploaded)
    told = {job_id: dict(receiver.told.get(job_id, {})) for job_id in uploaded}
    return Outcome(
        number=number,
        moment=moment,
        doing=doing,
        jobs=len(created),
        uploads=len(uploaded),
        lost=lost,
        changed=changed,
        unfinished=len(waited),
        untold=sum(not ids for ids in told.values()),
        several_ids=sum(len(ids) > 1 for ids in told.values()),
        repeated=sum(sum(ids.values()) > 1 for ids in told.values()),
    )


def _wait(server: Server, receiver: Receiver, job_ids: set[str]) -> set[str]:
    """Until all are completed and told; returns those that are not in time."""
    deadline = time.monotonic() + PATIENCE
    left = set(job_ids)
    while left and time.monotonic() < deadline:
        for job_id in sorted(left):
            _, job = server.ask("GET", f"/api/v1/jobs/{job_id}")
            if job and job.get("status") == "completed" and receiver.told.get(job_id):
                left.discard(job_id)
        time.sleep(0.05)
    return left


def campaign(folder: Path, *, count: int, seed: int) -> tuple[list[Outcome], str]:
    """All rounds, and what the check of the database says at the end."""
    data = folder / "data"
    data.mkdir()
    (data / "settings.json").write_text('{"transcription": {"beam_size": 1}}')
    moments = random.Random(seed)
    receiver = Receiver()
    outcomes = []
    for number in range(1, count + 1):
        longest = LONGEST if number % 2 else EARLY
        outcome = kill_once(data, receiver, number, moments.uniform(0.0, longest))
        print(outcome, flush=True)
        outcomes.append(outcome)
    receiver.shutdown()
    receiver.server_close()
    database = Database(data / "kopia.db", backups=data / "backups")
    integrity = database.check_integrity()
    database.close_all()
    left = [path.name for path in (data / "uploads").glob("*.part")]
    return outcomes, integrity if not left else f"{integrity}; left behind: {left}"


def figures_of(outcomes: list[Outcome], integrity: str) -> list[Figure]:
    count = len(outcomes)
    jobs = sum(outcome.jobs for outcome in outcomes)
    uploads = sum(outcome.uploads for outcome in outcomes)
    lost = sum(outcome.lost + outcome.changed for outcome in outcomes)
    untold = sum(outcome.untold + outcome.unfinished for outcome in outcomes)
    several = sum(outcome.several_ids for outcome in outcomes)
    repeated = sum(outcome.repeated for outcome in outcomes)
    passed = sum(outcome.passed for outcome in outcomes)
    return [
        Figure("kills of the server", f"{passed} of {count}", "all", passed == count),
        Figure("acknowledged jobs, uploads", f"{jobs}, {uploads}"),
        Figure("lost, or answered otherwise", str(lost), "0", lost == 0),
        Figure("webhooks not delivered", str(untold), "0", untold == 0),
        Figure("webhooks with several ids", str(several), "0", several == 0),
        Figure("webhooks delivered more than once", str(repeated)),
        Figure("database and uploads", integrity, "ok", integrity == "ok"),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcomes, integrity = campaign(Path(folder), count=options.count, seed=options.seed)
    figures = figures_of(outcomes, integrity)
    print_figures("Kills of the server", figures)
    return exit_code(figures)


if __name__ == "__main__":
    raise SystemExit(main())
