"""``languages``: what a language can be translated to; install, add, remove."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import fake_hub
from tests.fake_hub import FakeHub
from tests.worker.argos_packages import contents, package, zipped

if TYPE_CHECKING:
    from tests.commands.conftest import Said, Terminal


def run(terminal: Terminal, *words: object) -> Said:
    return terminal.run("languages", *words, "--data-dir", terminal.data)


def table(said: Said) -> dict[str, str]:
    return {line.split()[0]: line for line in said.out.splitlines()}


def folders(terminal: Terminal) -> list[str]:
    root = terminal.data / "translators"
    return sorted(path.name for path in root.iterdir()) if root.exists() else []


def test_what_a_language_can_be_translated_to(terminal: Terminal) -> None:
    said = run(terminal, "list", "--from", "en_uk")
    rows = table(said)
    assert (said.code, len(rows)) == (0, 134)
    assert "en > es" in rows["es"]
    assert "sample" in rows["es"]
    assert "already" in rows["en"]
    assert "No open model" in rows["lzh"]
    assert "madlad400-3b" in rows["sw"]
    assert "languages install" in said.err
    for odd in ("xx", "auto"):
        wrong = run(terminal, "list", "--from", odd)
        assert (wrong.code, wrong.out, len(wrong.complaints)) == (2, "", 1)


def test_added_and_removed(terminal: Terminal) -> None:
    path = package(terminal.folder)
    added = run(terminal, "add", path)
    assert (added.code, added.out, added.err) == (0, "translate-en_es-1.0\n", "")
    assert "sample" not in table(run(terminal, "list", "--from", "en"))["es"]
    assert run(terminal, "add", path).code == 1
    assert run(terminal, "remove", "en-es").code == 0
    assert folders(terminal) == []
    assert run(terminal, "remove", "en-es").code == 2
    assert run(terminal, "remove", "en-xx").code == 2
    assert run(terminal, "remove", "translate-en_es").code == 1, "it came with the program"


def test_what_cannot_be_added(terminal: Terminal) -> None:
    hostile = terminal.folder / "hostile.argosmodel"
    hostile.write_bytes(zipped(contents() | {"../../escaped": b"x"}))
    text = terminal.folder / "notes.txt"
    text.write_text("Milk and bread.")
    for path in (hostile, text, terminal.folder / "nowhere", terminal.folder):
        said = run(terminal, "add", path)
        assert (said.code, said.out, len(said.complaints)) == (1, "", 1)
        assert said.err.startswith("kopia-desktop: ")
    assert folders(terminal) == []
    assert not list(terminal.folder.parent.glob("**/escaped"))


@pytest.fixture
def hub(terminal: Terminal) -> Iterator[FakeHub]:
    """Packages from Spanish to English and from English to French."""
    with fake_hub.running() as made:
        terminal.variables["KOPIA_ARGOS_INDEX"] = f"{made.url}/packages/index.json"
        entries = []
        for source, target in (("es", "en"), ("en", "fr")):
            about = {"from_code": source, "to_code": target, "package_version": "1.9"}
            name = f"translate-{source}_{target}-1_9.argosmodel"
            url, _ = made.add_file(name, zipped(contents(**about)))
            entries.append(about | {"links": [url]})
        made.add_file("index.json", json.dumps(entries).encode())
        yield made


@pytest.mark.usefixtures("hub")
def test_a_pair_is_installed_with_what_lies_between(terminal: Terminal) -> None:
    said = run(terminal, "install", "es-fr")
    assert (said.code, sorted(said.out.split())) == (
        0, ["translate-en_fr-1.9", "translate-es_en-1.9"],
    )  # fmt: skip
    assert "es > en > fr" in said.err
    assert folders(terminal) == ["translate-en_fr-1.9", "translate-es_en-1.9"]
    again = run(terminal, "install", "es-fr")
    assert (again.code, again.out) == (0, "")
    assert "served already" in again.err
    assert "es > en > fr" in table(run(terminal, "list", "--from", "es"))["fr"]


def test_what_cannot_be_installed(terminal: Terminal, hub: FakeHub) -> None:
    assert run(terminal, "install", "en-xx").code == 2
    large = run(terminal, "install", "en-sw")
    assert (large.code, large.out) == (1, "")
    assert "models download madlad400-3b" in large.err, "nothing so large comes unasked"
    none = run(terminal, "install", "en-lzh")
    assert none.code == 1
    assert "No open model" in none.err
    hub.files["index.json"].files["index.json"] = b"<html>"
    (terminal.data / "argos-index.json").unlink()
    offline = run(terminal, "install", "en-fr")
    assert (offline.code, len(offline.complaints)) == (1, 1)
    assert folders(terminal) == []
