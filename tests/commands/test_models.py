"""``models``: list, download, add, remove, and what is refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kopia_desktop.core.catalogue import speech_model
from tests import fake_hub
from tests.fake_hub import FakeHub, Fault, Trouble

if TYPE_CHECKING:
    from tests.commands.conftest import Said, Terminal


def run(terminal: Terminal, *words: object) -> Said:
    return terminal.run("models", *words, "--data-dir", terminal.data)


def test_added_used_and_removed(terminal: Terminal, starter_model: Path, speech: Path) -> None:
    listed = run(terminal, "list")
    assert listed.code == 0
    lines = {line.split()[0]: line for line in listed.out.splitlines()}
    assert next(iter(lines)) == "starter"
    assert "part of the program" in lines["starter"]
    assert "English only" in lines["small.en"]
    assert "can be downloaded" in lines["large-v3"]
    assert [name for name, line in lines.items() if "recommended" in line]
    assert "models add FOLDER" in listed.err

    added = run(terminal, "add", starter_model, "--name", "mine")
    assert (added.code, added.out, added.err) == (0, "mine\n", "")
    listed = run(terminal, "list")
    installed = [line.split()[0] for line in listed.out.splitlines() if "installed" in line]
    assert (installed, listed.err) == (["starter", "mine"], "")
    clip = speech / "single_en_02.flac"
    said = terminal.transcribe(clip, "--model", "mine", "--format", "txt")
    assert said.code == 0
    assert "starter model" not in said.err, "the warning is the starter's"
    assert said.paths[0].read_text("utf-8").strip()

    twice = run(terminal, "add", starter_model, "--name", "mine")
    assert (twice.code, len(twice.complaints)) == (1, 1)
    assert run(terminal, "remove", "mine").code == 0
    assert list((terminal.data / "models").iterdir()) == []
    assert terminal.transcribe(clip, "--model", "mine").code == 2


def test_what_cannot_be_added(terminal: Terminal, starter_model: Path) -> None:
    torn = terminal.folder / "torn"
    shutil.copytree(starter_model, torn)
    (torn / "config.json").write_text("{")
    hollow = terminal.folder / "hollow"
    hollow.mkdir()
    long = "x" * 4000
    for words in (
        [torn],
        [hollow],
        ["nowhere"],
        [long],
        [long, "--name", "a"],
        [starter_model, "--name", "../up"],
    ):
        said = run(terminal, "add", *words)
        assert (said.code, said.out) == (1, "")
        (line,) = said.complaints
        assert line.startswith("kopia-desktop: ")
    assert [each.name for each in terminal.folder.iterdir() if each.name == "up"] == []
    assert not list(terminal.data.glob("models/*"))


def test_what_cannot_be_removed(terminal: Terminal) -> None:
    unknown = run(terminal, "remove", "none")
    assert (unknown.code, len(unknown.complaints)) == (2, 1)
    starter = run(terminal, "remove", "starter")
    assert (starter.code, len(starter.complaints)) == (1, 1)
    assert "part of the program" in starter.err


def test_without_an_action(terminal: Terminal) -> None:
    assert terminal.run("models").code == 2
    assert terminal.run("models", "sing").code == 2


@pytest.fixture
def hub(terminal: Terminal, starter_model: Path) -> Iterator[FakeHub]:
    """``tiny`` can be had: the starter's files under its name. Two seconds for all of it."""
    with fake_hub.running(bytes_per_second=3_000_000) as made:
        terminal.variables["KOPIA_MODEL_ENDPOINT"] = made.url
        files = {path.name: path.read_bytes() for path in starter_model.iterdir()}
        made.add(speech_model("tiny").repository, files)
        yield made


def test_downloaded_and_used(terminal: Terminal, hub: FakeHub, speech: Path) -> None:
    said = run(terminal, "download", "tiny")
    assert (said.code, said.out) == (0, "tiny\n")
    assert sorted(path.name for path in (terminal.data / "models").iterdir()) == ["tiny"]
    assert not list((terminal.data / "downloads").iterdir())
    again = run(terminal, "download", "tiny")
    assert (again.code, again.out, again.err) == (0, "tiny\n", "")
    clip = speech / "single_en_02.flac"
    assert terminal.transcribe(clip, "--model", "tiny", "--format", "txt").code == 0
    assert run(terminal, "download", "large-v9").code == 2


def test_ctrl_c_pauses_and_the_same_command_goes_on(terminal: Terminal, hub: FakeHub) -> None:
    repository = hub.repositories[speech_model("tiny").repository]
    download = terminal.start("models", "download", "tiny", "--data-dir", terminal.data)
    terminal.wait(lambda: repository.bytes_sent("model.bin") > 1_000_000)
    download.interrupt()
    stopped = download.end()
    assert (stopped.code, stopped.out) == (130, "")
    assert "goes on where it stopped" in stopped.err
    assert "Traceback" not in stopped.err
    listed = run(terminal, "list").out.splitlines()
    (line,) = [line for line in listed if line.startswith("tiny ")]
    assert "paused" in line
    done = run(terminal, "download", "tiny")
    assert (done.code, done.out) == (0, "tiny\n")
    assert repository.sent_twice("model.bin") < 600_000
    assert run(terminal, "remove", "tiny").code == 0
    assert not (terminal.data / "models" / "tiny").exists()


def test_a_download_that_fails(terminal: Terminal, hub: FakeHub) -> None:
    repository = hub.repositories[speech_model("tiny").repository]
    repository.troubles["model.bin"] = [Trouble(Fault.FORBIDDEN)]
    said = run(terminal, "download", "tiny")
    assert (said.code, said.out) == (1, "")
    assert said.complaints[-1].startswith("tiny: ")
    assert "403" in said.complaints[-1]
    assert run(terminal, "download", "tiny").code == 0
    assert run(terminal, "download", "base").code == 1, "the hub does not have it"
    assert run(terminal, "remove", "base").code == 0, "it is no longer wanted"


def test_the_running_program_downloads(terminal: Terminal, hub: FakeHub) -> None:
    serving = terminal.start("serve", "--port", "0", "--data-dir", terminal.data)
    serving.ready_line()
    said = run(terminal, "download", "tiny")
    assert (said.code, said.out) == (0, "tiny\n")
    assert "it does the download" in said.err


def test_a_damaged_model_is_repaired(terminal: Terminal, hub: FakeHub) -> None:
    assert run(terminal, "download", "tiny").code == 0
    folder = terminal.data / "models" / "tiny"
    (folder / "config.json").write_text("{")
    (line,) = [one for one in run(terminal, "list").out.splitlines() if one.startswith("tiny ")]
    assert "damaged" in line
    repository = hub.repositories[speech_model("tiny").repository]
    before = repository.bytes_sent("model.bin")
    assert run(terminal, "download", "tiny").code == 0
    assert repository.bytes_sent("model.bin") == before, "only what differs is fetched"
    (line,) = [one for one in run(terminal, "list").out.splitlines() if one.startswith("tiny ")]
    assert "installed" in line
