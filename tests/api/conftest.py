"""The real server over a real data folder, and a client that knows its key."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from kopia_desktop.app import App
from kopia_desktop.core.job import Job, JobOptions, MediaInfo, MediaType
from kopia_desktop.core.transcript import Section, Segment, Span, Word
from kopia_desktop.store.work import WorkStore

SECONDS = 40.0
SAID = "The budget, um, was settled in the harbour office."


class Api:
    """A running server. ``client`` sends the key; ``raw`` is a bare connection."""

    def __init__(self, app: App, *, port: int = 0, host: str = "127.0.0.1") -> None:
        self.app = app
        self.address = app.bind_api(host, port)
        self.key = app.key.read()
        self.base = self.address.base
        self.port = int(self.base.rsplit(":", 1)[1])
        app.start_api()
        self.client = httpx2.Client(
            base_url=self.base,
            headers={"Authorization": f"Bearer {self.key}"},
            timeout=SECONDS,
            trust_env=False,
        )

    def get(self, path: str, **options: Any) -> httpx2.Response:
        return self.client.get(f"/api/v1{path}", **options)

    def post(self, path: str, **options: Any) -> httpx2.Response:
        return self.client.post(f"/api/v1{path}", **options)

    def delete(self, path: str, **options: Any) -> httpx2.Response:
        return self.client.delete(f"/api/v1{path}", **options)

    def new_job(self, **fields: object) -> str:
        made = self.post("/jobs", json=fields)
        assert made.status_code == 201, made.text
        job_id: str = made.json()["id"]
        return job_id

    def upload(self, job_id: str, content: bytes, **headers: str) -> httpx2.Response:
        sent = {"Content-Type": "audio/flac", **headers}
        return self.client.post(f"/v1/jobs/{job_id}/upload", content=content, headers=sent)

    def wait_for(self, job_id: str, *statuses: str) -> dict[str, Any]:
        """The job once it has one of the statuses."""
        deadline = time.monotonic() + SECONDS
        while True:
            job: dict[str, Any] = self.get(f"/jobs/{job_id}").json()
            if job["status"] in statuses:
                return job
            assert time.monotonic() < deadline, job
            time.sleep(0.02)

    @contextmanager
    def raw(self, sent: bytes = b"") -> Iterator[socket.socket]:
        with socket.create_connection(("127.0.0.1", self.port), timeout=SECONDS) as connection:
            if sent:
                connection.sendall(sent)
            yield connection

    def exchange(self, sent: bytes) -> bytes:
        """All that the server says to these bytes until it closes."""
        with self.raw(sent) as connection:
            return read_all(connection)

    def close(self) -> None:
        self.client.close()
        self.app.close()


def read_all(connection: socket.socket) -> bytes:
    """Until the server closes the connection, or resets it."""
    said = bytearray()
    try:
        while piece := connection.recv(65536):
            said += piece
    except ConnectionResetError:
        pass
    return bytes(said)


def error_of(answer: httpx2.Response) -> str:
    """The code in the envelope, which holds nothing but message and code."""
    body = answer.json()
    assert list(body) == ["error"]
    assert set(body["error"]) == {"message", "code"}
    assert body["error"]["message"]
    assert answer.headers["content-type"] == "application/json"
    code: str = body["error"]["code"]
    return code


@pytest.fixture
def app(tmp_path: Path) -> App:
    """Beam size 1, for speed. Not started; ``api`` closes it."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "settings.json").write_text('{"transcription": {"beam_size": 1}}')
    return App(data)


@pytest.fixture
def api(app: App) -> Iterator[Api]:
    """The server without an engine: what is queued stays queued."""
    made = Api(app)
    yield made
    made.close()


@pytest.fixture
def working(api: Api) -> Api:
    """The server with engine and errands."""
    api.app.start_engine()
    api.app.start_errands()
    return api


@pytest.fixture
def clip(speech: Path) -> bytes:
    """Two seconds of speech."""
    return (speech / "single_en_02.flac").read_bytes()


@pytest.fixture
def completed(app: App, tmp_path: Path) -> Callable[..., Job]:
    """Makes completed jobs as the engine does, without one."""

    def make(text: str = SAID, *, language: str = "en", **options: Any) -> Job:
        path = tmp_path / "Talk.wav"
        path.write_bytes(b"RIFF")
        job = app.intake.add(path, JobOptions(language=language, **options))
        return complete(app, job.id, text)

    return make


def complete(app: App, job_id: str, text: str = SAID) -> Job:
    """A word each half second, a segment each sentence, as the engine stores them."""
    work = WorkStore(app.database)
    words = tuple(
        Word(word, 0.5 * number, 0.5 * number + 0.5, 0.9)
        for number, word in enumerate(text.split())
    )
    segment = Segment(0, 0.0, words[-1].end, text, words)
    work.begin(job_id, MediaInfo(MediaType.AUDIO, 10.0, "wav", "pcm_s16le", 1))
    work.add_section(job_id, Section(0, 0.0, 10.0, (Span(0.0, 5.0),), "000000.flac"))
    if app.jobs.get(job_id).options.language == "auto":
        work.set_language(job_id, "en", 0.99)
    work.finish_preparation(job_id, duration=10.0, sha256="00")
    work.save_result(
        job_id, 0, [segment], language="en", device="cpu", model_hash="", parameters={}
    )
    return app.jobs.get(job_id)
