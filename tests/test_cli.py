"""The command line's grammar: the contract's commands, options and exit codes."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kopia_desktop import __version__, cli
from kopia_desktop.exporters import EXPORTERS


def parsed(*arguments: str) -> argparse.Namespace:
    return cli.build_parser().parse_args(arguments)


def test_transcribe_takes_what_the_contract_says() -> None:
    found = parsed(
        *("transcribe", "a.wav", "b.mp4", "--language", "en_uk", "--model", "mine"),
        *("--remove-filler-words", "--translate", "es,fr", "--informal", "--format", "srt,json"),
        *("--output-dir", "out", "--data-dir", "data", "--audio-track", "1", "-q", "--again"),
    )
    assert found.files == [Path("a.wav"), Path("b.mp4")]
    assert (found.language, found.model, found.translate) == ("en_uk", "mine", "es,fr")
    assert (found.formal, found.informal) == (False, True)
    assert (found.format, found.output_dir, found.data_dir) == (
        "srt,json",
        Path("out"),
        Path("data"),
    )
    assert found.audio_track == 1
    assert all((found.remove_filler_words, found.quiet, found.again))


def test_what_is_not_given_is_left_to_the_settings() -> None:
    found = parsed("transcribe", "a.wav")
    assert (found.language, found.model, found.remove_filler_words) == (None, None, None)
    assert (found.format, found.output_dir, found.data_dir) == ("srt", Path(), None)


def test_serve_listens_on_this_computer_only() -> None:
    found = parsed("serve")
    assert (found.host, found.port) == (None, None)  # the settings' then
    assert parsed("serve", "--port", "0").port == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["transcribe"],
        ["transcribe", "a.wav", "--audio-track", "-1"],
        ["transcribe", "a.wav", "--formal", "--informal"],
        ["serve", "--port", "http"],
        ["models"],
        ["models", "add"],
        ["languages"],
        ["sing"],
        ["--loud"],
    ],
)
def test_bad_usage_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: kopia-desktop")


@pytest.mark.parametrize("arguments", [[], [__file__], ["--data-dir", "there", __file__]])
def test_no_command_is_the_window(arguments: list[str]) -> None:
    """With a screen that Qt cannot open, the program says so in one line and ends."""
    command = [sys.executable, "-m", "kopia_desktop", *arguments]
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment = {k: v for k, v in kept.items() if k != "QT_QPA_PLATFORM"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "kopia-desktop: There is no screen to open a window on."
        " Use transcribe or serve, which need none.\n"
    )


def test_the_help_names_every_format_and_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = capsys.readouterr().out
    for command in ("transcribe", "serve", "models", "languages", "demo", "doctor"):
        assert command in shown
    with pytest.raises(SystemExit):
        cli.main(["transcribe", "--help"])
    shown = " ".join(capsys.readouterr().out.split())
    for name in EXPORTERS:
        assert name in shown


def test_an_expected_error_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["models", "add", "nowhere", "--data-dir", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("kopia-desktop: ")
    assert said.err.count("\n") == 1


def test_python_m_is_the_command_line() -> None:
    command = [sys.executable, "-m", "kopia_desktop", "--version"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, f"kopia-desktop {__version__}\n")
