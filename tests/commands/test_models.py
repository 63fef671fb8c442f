"""``models``: list, add, remove, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.commands.conftest import Said, Terminal


def run(terminal: Terminal, *words: object) -> Said:
    return terminal.run("models", *words, "--data-dir", terminal.data)


def test_added_used_and_removed(terminal: Terminal, starter_model: Path, speech: Path) -> None:
    listed = run(terminal, "list")
    assert listed.code == 0
    assert listed.out.split()[0] == "starter"
    assert "part of the program" in listed.out
    assert "models add FOLDER" in listed.err

    added = run(terminal, "add", starter_model, "--name", "mine")
    assert (added.code, added.out, added.err) == (0, "mine\n", "")
    names = [line.split()[0] for line in run(terminal, "list").out.splitlines()]
    assert names == ["starter", "mine"]
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
