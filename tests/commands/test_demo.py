"""``demo``: the sample through the whole program, on any computer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from kopia_desktop.core.paths import resource

if TYPE_CHECKING:
    from tests.commands.conftest import Terminal


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower())


def test_the_sample_is_understood(terminal: Terminal, home: Path) -> None:
    said = terminal.run("demo", "--output-dir", terminal.output)
    assert said.code == 0
    names = ["sample.srt", "sample.txt", "sample.es.srt", "sample.es.txt"]
    assert said.paths == [terminal.output / name for name in names]
    subtitles, text, spanish, _ = (path.read_text("utf-8") for path in said.paths)
    assert subtitles in said.err, "the person sees what was heard"
    assert spanish in said.err, "and what it means"
    for phrase in ("Hola, me llamo Peter Miller.", "25 preguntas", "Gracias por escuchar."):
        assert phrase in spanish
    spoken = words(resource("sample", "sample.txt").read_text("utf-8"))
    heard = words(text)
    assert len(set(spoken) & set(heard)) > 0.8 * len(set(spoken))
    assert not list(home.rglob("kopia*")), "the demo leaves no data folder"
