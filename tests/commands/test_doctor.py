"""``doctor`` and ``languages``: what they report, and which libraries they leave alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kopia_desktop import __version__

if TYPE_CHECKING:
    from tests.commands.conftest import Terminal

_HEAVY = "ctranslate2 av numpy soundfile onnxruntime faster_whisper huggingface_hub PySide6"

_MEASURE = """
import sys
from kopia_desktop import cli
code = None
try:
    code = cli.main(sys.argv[2:])
except SystemExit as end:
    code = end.code
print("heavy:", *[name for name in sys.argv[1].split() if name in sys.modules])
"""


def heavy_modules(*arguments: object) -> str:
    command = [sys.executable, "-c", _MEASURE, _HEAVY, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("command", [["--help"], ["transcribe", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(command: list[str]) -> None:
    assert heavy_modules(*command) == "heavy:"


def test_doctor_loads_nothing_heavy(tmp_path: Path) -> None:
    assert heavy_modules("doctor", "--data-dir", tmp_path / "data") == "heavy:"


def test_the_report(terminal: Terminal) -> None:
    said = terminal.run("doctor", "--data-dir", terminal.data)
    lines = {line[:22].strip(): line[23:] for line in said.out.splitlines()}
    assert lines["Kopia Desktop"] == __version__
    assert "missing" not in said.out
    assert lines["device"].startswith(("cpu (", "cuda ("))
    assert lines["database"] == "whole"
    assert lines["engine"] == "not running"
    assert "chunks at a time" in lines["model starter"]
    assert lines["data folder"] == str(terminal.data)
    assert said.code == int("(low)" in lines["free disk"])
    assert said.err == ""


def test_what_needs_attention(terminal: Terminal) -> None:
    (terminal.data / "settings.json").write_text("[")
    said = terminal.run("doctor", "--data-dir", terminal.data)
    assert said.code == 1
    assert "could not be read" in said.out
    (terminal.data / "kopia.db").write_bytes(b"not a database" * 300)
    (terminal.data / "kopia.db-wal").unlink(missing_ok=True)
    damaged = terminal.run("doctor", "--data-dir", terminal.data)
    assert damaged.code == 1
    assert "damaged" in damaged.out.splitlines()[-1]
    assert damaged.err == ""


def test_a_running_engine_is_seen(terminal: Terminal) -> None:
    serving = terminal.start("serve", "--port", "0", "--data-dir", terminal.data)
    serving.ready_line()
    said = terminal.run("doctor", "--data-dir", terminal.data)
    assert "running in another process" in said.out


def test_languages(terminal: Terminal) -> None:
    said = terminal.run("languages", "list")
    codes = [line.split()[0] for line in said.out.splitlines()]
    assert (said.code, len(codes), len(set(codes))) == (0, 103, 103)
    assert {"auto", "en", "en_uk", "es"} & set(codes) >= {"en", "en_uk", "es"}
    assert terminal.run("languages").code == 2


def test_a_reader_that_went_away(terminal: Terminal) -> None:
    """As in ``languages list | head -1``."""
    listing = terminal.start("languages", "list")
    assert listing.process.stdout is not None
    listing.process.stdout.close()
    listing.process.wait(20)
    assert listing.process.stderr is not None
    assert listing.process.stderr.read() == ""
    assert listing.process.returncode in (0, 1)
