"""Writing: whole or not at all, with an error that says why; names that every system takes."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.errors import DiskFull, FolderNotWritable
from kopia_desktop.exporters.destination import file_name, write_atomically


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_folders_are_made_and_the_file_replaced(tmp_path: Path) -> None:
    target = tmp_path / "a" / "ünï 日本" / "talk.srt"
    write_atomically(target, b"first")
    write_atomically(target, b"second")
    assert target.read_bytes() == b"second"
    assert names(target.parent) == ["talk.srt"]


def test_an_existing_file_keeps_its_mode_and_a_new_one_follows_the_umask(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes(b"x")
    old.chmod(0o640)
    write_atomically(old, b"y")
    assert old.stat().st_mode & 0o777 == 0o640
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "new.txt", b"y")
    finally:
        os.umask(before)
    assert (tmp_path / "new.txt").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.txt"
    real.write_bytes(b"x")
    (tmp_path / "link.txt").symlink_to(real)
    write_atomically(tmp_path / "link.txt", b"y")
    assert (tmp_path / "link.txt").is_symlink()
    assert real.read_bytes() == b"y"


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    target = tmp_path / "talk.srt"
    target.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", full)  # where a full disk tells of a delayed write
    with pytest.raises(DiskFull, match="no space"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["talk.srt"]


@pytest.fixture
def closed_folder(tmp_path: Path) -> Iterator[Path]:
    """A folder this process may not write to (root gives its rights away for the test)."""
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65_534)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


def test_a_closed_folder_is_a_clear_error(closed_folder: Path) -> None:
    with pytest.raises(FolderNotWritable, match="Permission denied") as raised:
        write_atomically(closed_folder / "talk.srt", b"x")
    assert raised.value.hint


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FolderNotWritable):
        write_atomically(tmp_path / "file" / "talk.srt", b"x")
    with pytest.raises(FolderNotWritable):
        write_atomically(Path("/proc/nowhere/talk.srt"), b"x")


def test_a_folder_or_device_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable, match="is a folder"):
        write_atomically(tmp_path, b"x")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FolderNotWritable, match="device"):
        write_atomically(tmp_path / "pipe", b"x")
    assert names(tmp_path) == ["pipe"]


def test_a_name_too_long_is_a_clear_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable, match="too long") as raised:
        write_atomically(tmp_path / ("x" * 300 + ".srt"), b"x")
    assert len(raised.value.message) < 200
    assert names(tmp_path) == []
    with pytest.raises(FolderNotWritable, match="too long"):
        write_atomically(tmp_path.joinpath(*["folder"] * 700, "talk.srt"), b"x")


def test_a_kill_never_leaves_half_a_file(tmp_path: Path) -> None:
    target = tmp_path / "talk.txt"
    old, new = b"o" * 3_000_000, b"n" * 3_000_000
    script = (
        "import pathlib, sys\n"
        "from kopia_desktop.exporters.destination import write_atomically\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        f"    write_atomically(pathlib.Path({str(target)!r}), b'n' * 3_000_000)\n"
    )
    for delay in (0.0, 0.003, 0.01, 0.03):
        target.write_bytes(old)
        with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(delay)
            child.send_signal(signal.SIGKILL)
        assert target.read_bytes() in (old, new)


# Names

RESERVED = ("con", "prn", "aux", "nul", "com1", "com²", "lpt9", "conin$")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Interview", "Interview.srt"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.srt"),
        ("  ends with dots. . ", "ends with dots.srt"),
        (".hidden", "hidden.srt"),
        ("../../etc/passwd", "etc passwd.srt"),
        ("", "transcript.srt"),
        ("???", "transcript.srt"),
        ("日本語の会議", "日本語の会議.srt"),
        ("cafe\u0301", "café.srt"),
        ("con", "_con.srt"),
        ("NUL.tar", "_NUL.tar.srt"),
        ("COM¹", "_COM¹.srt"),
        ("console", "console.srt"),
        ("line\nbreak\x00", "line break.srt"),
        ("talk\u202etrs.exe", "talktrs.exe.srt"),
        ("half \ud83d pair", "half pair.srt"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert file_name(title, "srt") == name


def test_a_dot_before_the_extension_makes_no_difference() -> None:
    assert file_name("Talk", ".srt") == file_name("Talk", "srt")


def test_taken_names_are_counted_without_regard_to_case() -> None:
    taken = ["TALK.SRT", "talk (2).srt", "Talk (4).srt"]
    assert file_name("Talk", "srt", taken) == "Talk (3).srt"
    assert file_name("Straße", "srt", ["STRASSE.srt"]) == "Straße (2).srt"


def test_long_names_are_cut_between_letters() -> None:
    assert file_name("x" * 500, "srt") == "x" * 196 + ".srt"
    cut = file_name("ไก่น้ำ" * 60, "docx", ["x"])
    assert len(cut.encode()) <= 200
    assert cut.removesuffix(".docx") in "ไก่น้ำ" * 60
    first = file_name("é" * 300, "srt")
    second = file_name("é" * 300, "srt", [first])
    assert second.endswith("é (2).srt")
    assert len(second.encode()) <= 200


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_any_title_gives_a_name_every_system_takes(title: str, taken: list[str]) -> None:
    used = [file_name(one, "srt") for one in (title, *taken)]
    name = file_name(title, "srt", used)
    assert name.casefold() not in {one.casefold() for one in used}
    assert len(name.encode("utf-8")) <= 200
    assert not set(name) & set('<>:"/\\|?*\x00\n\r\t')
    stem = name.removesuffix(".srt")
    assert stem == stem.strip(" ")
    assert not stem.startswith(".")
    assert stem.split(".")[0].lower() not in RESERVED
