"""The README's examples are run as they stand there, but for the ports and the recording."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kopia_desktop.app import App
from tests.api.conftest import Api
from tests.errands.outside import Outside

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
SECONDS = 60

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="examples for a POSIX shell")


def example(name: str) -> str:
    """The code block after ``<!-- tested: name -->``."""
    found = re.search(rf"<!-- tested: {name} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found, f"README.md has no example {name}"
    return found[1]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Reader:
    """Someone who copies the README's lines: in a folder with a recording, beside the server."""

    def __init__(self, folder: Path, api: Api, outside: Outside) -> None:
        self.api = api
        self.outside = outside
        self.folder = folder
        self.receiver_port = _free_port()
        programs = folder / "bin"
        programs.mkdir()
        command = programs / "kopia-desktop"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kopia_desktop "$@"\n')
        command.chmod(0o755)
        self.environment = {
            **os.environ,
            "PATH": f"{programs}:{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "KOPIA_DATA_DIR": str(api.app.data.root),
        }

    def adapted(self, text: str) -> str:
        ours = text.replace("127.0.0.1:8756", f"127.0.0.1:{self.api.port}")
        ours = ours.replace("127.0.0.1:9000", f"127.0.0.1:{self.receiver_port}")
        return ours.replace('("127.0.0.1", 9000)', f'("127.0.0.1", {self.receiver_port})')

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout


@pytest.fixture
def reader(tmp_path: Path, speech: Path) -> Iterator[Reader]:
    data = tmp_path / "data"
    fake = data / "translators" / "en-es"
    fake.mkdir(parents=True)
    (fake / "fake.json").write_text('{"from": "en", "to": "es"}')
    (data / "settings.json").write_text('{"transcription": {"beam_size": 1}}')
    clip = speech / "single_en_02.flac"
    shutil.copy(clip, tmp_path / "interview.mp3")
    outside = Outside()
    outside.good.answer = lambda handler: handler.reply(200, clip.read_bytes())
    outside.has_neighbours = True
    app = App(data, dialing=outside.dialing)
    api = Api(app)
    app.start_engine()
    app.start_errands()
    yield Reader(tmp_path, api, outside)
    api.close()
    outside.close()


def test_the_lines_of_a_shell_and_the_receiver(reader: Reader) -> None:
    receiver = subprocess.Popen(
        [sys.executable, "-c", reader.adapted(example("receiver"))],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        said = reader.run("bash", "-euc", reader.adapted(example("shell")))
        assert '"text":"It' in said
        assert '"language":"es"' in said
        assert "summary" in (reader.folder / "interview.srt").read_text("utf-8")
        (job,) = reader.api.get("/jobs").json()["data"]  # the first one was deleted
        assert job["mediaUrl"] == "https://media.example.com/interview.mp3"
        assert receiver.stdout is not None
        told, message = receiver.stdout.readline().split()
        assert told == job["id"]
        webhook = reader.api.get(f"/jobs/{told}/webhook").json()
        assert message == webhook["id"]
        assert reader.api.get(f"/jobs/{told}").json()["fileName"] == "interview.mp3"
    finally:
        receiver.kill()
        receiver.communicate()


@pytest.mark.parametrize("name", ["python", "openai"])
def test_the_python_examples(reader: Reader, name: str) -> None:
    said = reader.run(sys.executable, "-W", "error", "-c", reader.adapted(example(name)))
    assert "summary" in said
    assert re.match(r"\s+\d+\.\d\d  It", said)


def test_every_example_is_run() -> None:
    names = re.findall(r"<!-- tested: (\w+) -->", README)
    assert sorted(names) == ["openai", "python", "receiver", "shell"]
    languages = re.findall(r"^```(python)$", README, re.MULTILINE)
    assert len(languages) == 3, "a Python example without a test"
