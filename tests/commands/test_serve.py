"""``serve``: ready line, work on the queue, files from other commands, a clean stop."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from tests.commands.conftest import Command, Terminal

KEY = re.compile(r"kopia_[\w-]{43}")  # 256 bits in base64


def client(ready: dict[str, Any], key: str) -> httpx2.Client:
    headers = {"Authorization": f"Bearer {key}"}
    return httpx2.Client(base_url=ready["apiUrl"], headers=headers, timeout=30, trust_env=False)


def key_of(ready: dict[str, Any]) -> str:
    return Path(ready["apiKeyFile"]).read_text().strip()


def stopped(terminal: Terminal, serving: Command, number: int) -> None:
    """It ends with exit code 0, says nothing more, and takes its children along."""
    children = serving.children()
    os.kill(serving.process.pid, number)
    ended = serving.end()
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    terminal.wait(lambda: not any(is_running(child.pid) for child in children), seconds=2.0)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        return False


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken.getsockname()[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


@pytest.mark.contract(
    "serve", "serve.ready", "serve.port", "serve.host", "serve.sigterm", "env.data-dir",
    "env.key-file", "base.core",
)  # fmt: skip
def test_serve_answers_and_transcribes(terminal: Terminal, clip: bytes) -> None:
    """From the ready line to the transcript; then a clean stop."""
    terminal.variables["KOPIA_DATA_DIR"] = str(terminal.data)
    serving = terminal.start("serve", "--port", "0")
    ready = serving.ready_line()
    port = int(ready["uploadUrl"].rsplit(":", 1)[1])
    assert ready == {
        "apiUrl": f"http://127.0.0.1:{port}/api/v1",
        "uploadUrl": f"http://127.0.0.1:{port}",
        "apiKeyFile": str(terminal.data / "keys" / "api-key"),
        "pid": serving.process.pid,
    }
    assert list(ready) == ["apiUrl", "uploadUrl", "apiKeyFile", "pid"]
    assert KEY.fullmatch(key_of(ready))
    assert stat.S_IMODE(Path(ready["apiKeyFile"]).stat().st_mode) == 0o600
    assert stat.S_IMODE(Path(ready["apiKeyFile"]).parent.stat().st_mode) == 0o700
    with client(ready, key_of(ready)) as api:
        job_id = api.post("/jobs", json={"language": "en"}).json()["id"]
        upload = f"{ready['uploadUrl']}/v1/jobs/{job_id}/upload"
        sent = api.put(upload, content=clip, headers={"Content-Type": "audio/flac"})
        assert sent.status_code == 200
        terminal.wait(lambda: api.get(f"/jobs/{job_id}").json()["status"] == "completed")
        assert api.get(f"/jobs/{job_id}").json()["transcript"]["text"]
    assert serving.children()
    stopped(terminal, serving, signal.SIGTERM)


@pytest.fixture
def clip(speech: Path) -> bytes:
    return (speech / "single_en_02.flac").read_bytes()


@pytest.mark.contract("serve", "serve.data-dir", "serve.kept", "serve.sigterm")
def test_serve_works_on_the_queue_and_stops_cleanly(terminal: Terminal, speech: Path) -> None:
    """A job that an earlier command left, then the file of a later command."""
    earlier, clip = speech / "single_en_03.flac", speech / "single_en_01.flac"
    left = terminal.begin(earlier, "-q")
    terminal.wait(lambda: terminal.value("SELECT count(*) FROM jobs") or 0)
    left.process.kill()
    left.end()

    serving = terminal.start("serve", "--data-dir", terminal.data, "--port", "0")
    ready = serving.ready_line()
    said = terminal.transcribe(clip)
    assert said.code == 0
    assert said.paths == [terminal.output / "single_en_01.srt"]
    assert "the files are given to it" in said.err
    terminal.wait(lambda: terminal.sql("SELECT DISTINCT status FROM jobs") == [("completed",)])
    with client(ready, key_of(ready)) as api:
        jobs = api.get("/jobs", params={"order": "asc"}).json()["data"]
        assert [job["fileName"] for job in jobs] == [earlier.name, clip.name]
        assert {job["status"] for job in jobs} == {"completed"}

    second = terminal.run("serve", "--data-dir", terminal.data, "--port", "0")
    assert (second.code, second.out) == (1, "")
    (line,) = second.complaints
    assert "--data-dir" in line
    stopped(terminal, serving, signal.SIGTERM)


@pytest.mark.contract("serve.ctrl-c", "serve.kept")
def test_ctrl_c_in_the_middle_of_its_work_and_on_at_the_next_start(
    terminal: Terminal, speech: Path
) -> None:
    serving = terminal.start("serve", "--data-dir", terminal.data, "--port", "0")
    ready = serving.ready_line()
    with client(ready, key_of(ready)) as api:
        job_id = api.post("/jobs", json={"language": "en"}).json()["id"]
        waiting_id = api.post("/jobs").json()["id"]
        path = f"{ready['uploadUrl']}/v1/jobs/{job_id}/upload"
        content = (speech / "en_5min.ogg").read_bytes()
        api.post(path, content=content, headers={"Content-Type": "audio/ogg"})
    done = "SELECT count(*) FROM sections WHERE status = 'done'"
    terminal.wait(lambda: terminal.value(done))
    serving.interrupt()
    ended = serving.end()
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert terminal.value(f"SELECT status FROM jobs WHERE id = '{job_id}'") == "processing"
    kept = terminal.value(done)
    assert kept >= 1

    key = key_of(ready)
    again = terminal.start("serve", "--data-dir", terminal.data, "--port", "0")
    ready = again.ready_line()
    assert key_of(ready) == key
    terminal.wait(lambda: terminal.value(done) > kept)
    with client(ready, key) as api:
        assert api.get(f"/jobs/{waiting_id}").json()["status"] == "pending"
        assert api.get(f"/jobs/{job_id}").json()["status"] in ("processing", "completed")
    attempts = terminal.sql("SELECT attempts FROM sections WHERE status = 'done' ORDER BY position")
    assert [count for (count,) in attempts[:kept]] == [1] * kept
    stopped(terminal, again, signal.SIGINT)


@pytest.mark.contract("env.api-key", "serve.host", "serve.ready", "base.ipv6")
def test_a_key_of_ones_own_and_ipv6(terminal: Terminal) -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("a computer without IPv6")
    terminal.variables["KOPIA_API_KEY"] = "correct-horse-battery-staple"
    arguments = ("--data-dir", terminal.data, "--host", "::1", "--port", "0")
    serving = terminal.start("serve", *arguments)
    ready = serving.ready_line()
    assert ready["apiKeyFile"] is None
    assert ready["apiUrl"].startswith("http://[::1]:")
    with client(ready, "correct-horse-battery-staple") as api:
        assert api.get("/jobs").status_code == 200
        assert api.get("/jobs", headers={"Authorization": "Bearer other"}).status_code == 401
    assert not (terminal.data / "keys").exists()
    stopped(terminal, serving, signal.SIGTERM)


@pytest.mark.contract("env.api-key")
def test_a_key_that_cannot_be_sent(terminal: Terminal) -> None:
    terminal.variables["KOPIA_API_KEY"] = "two words"
    said = terminal.run("serve", "--data-dir", terminal.data, "--port", "0")
    assert (said.code, said.out) == (1, "")
    (line,) = said.complaints
    assert "KOPIA_API_KEY" in line
    assert "two words" not in line


@pytest.mark.contract("serve.host", "base.loopback")
@pytest.mark.parametrize("host", ["0.0.0.0", "::"])
def test_it_listens_on_this_computer_only(terminal: Terminal, host: str) -> None:
    arguments = ("--data-dir", terminal.data, "--port", "0", "--host", host)
    said = terminal.run("serve", *arguments)
    assert (said.code, said.out) == (2, "")
    (line,) = said.complaints
    assert "127.0.0.1" in line


@pytest.mark.contract("serve.port.busy")
def test_a_busy_port_is_named(terminal: Terminal, busy_port: int) -> None:
    arguments = ("--data-dir", terminal.data, "--port", busy_port)
    said = terminal.run("serve", *arguments)
    assert (said.code, said.out) == (1, "")
    (line,) = said.complaints
    assert str(busy_port) in line
    assert "--port" in line


@pytest.mark.contract("serve.port", "base.port")
def test_the_port_of_the_settings_and_bad_ones(terminal: Terminal) -> None:
    port = free_port()
    settings = {"api": {"port": port}, "transcription": {"beam_size": 1}}
    (terminal.data / "settings.json").write_text(json.dumps(settings))
    serving = terminal.start("serve", "--data-dir", terminal.data)
    assert serving.ready_line()["uploadUrl"] == f"http://127.0.0.1:{port}"
    for bad in ("-1", "65536", "http"):
        said = terminal.run("serve", "--data-dir", terminal.data, "--port", bad)
        assert (said.code, said.out) == (2, "")
    stopped(terminal, serving, signal.SIGTERM)
