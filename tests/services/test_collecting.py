"""Which recordings are meant by files and folders: order, links, hidden things, limits."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from kopia_desktop.services.collecting import (
    Collected,
    Collecting,
    LeftOut,
    Limits,
    Reason,
    natural,
)


def collect(*paths: Path, limits: Limits | None = None) -> Collected:
    collecting = Collecting(paths, limits)
    while collecting.advance(0.01):
        pass
    return collecting.collected()


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"RIFF" * 10)


def names(found: Collected, folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in found.media]


def test_a_folder_gives_its_recordings_as_people_count(tmp_path: Path) -> None:
    make(tmp_path, "take 10.wav", "Take 2.wav", "take 1.WAV", "B/9.mp3", "B/a/1.mkv", "A/2.opus")
    make(tmp_path, "notes.txt", "cover.jpg", "B/readme")
    found = collect(tmp_path)
    assert names(found, tmp_path) == [
        "take 1.WAV", "Take 2.wav", "take 10.wav", "A/2.opus", "B/9.mp3", "B/a/1.mkv",
    ]  # fmt: skip
    assert found.left_out == {LeftOut.OTHER_FILES: 3}
    assert sorted(path.name for path in found.others) == ["cover.jpg", "notes.txt", "readme"]
    assert found.refused == ()


def test_hidden_and_system_things_are_passed_by(tmp_path: Path) -> None:
    make(tmp_path, ".git/a.wav", "__MACOSX/b.wav", "._c.wav", "$RECYCLE.BIN/d.wav", "e.wav")
    found = collect(tmp_path)
    assert names(found, tmp_path) == ["e.wav"]
    assert found.left_out == {LeftOut.HIDDEN: 4}


def test_a_hidden_thing_that_is_given_itself_is_meant(tmp_path: Path) -> None:
    make(tmp_path, ".secret/a.wav", ".b.wav")
    found = collect(tmp_path / ".secret", tmp_path / ".b.wav")
    assert names(found, tmp_path) == [".b.wav", ".secret/a.wav"]


def test_links_are_followed_and_loops_are_not(tmp_path: Path) -> None:
    make(tmp_path, "in/a.wav", "elsewhere/b.wav")
    (tmp_path / "in" / "up").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in" / "out").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "in" / "out again").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (tmp_path / "in" / "self").symlink_to("self")
    (tmp_path / "in" / "c.mp3").symlink_to(tmp_path / "elsewhere" / "b.wav")
    found = collect(tmp_path / "in")
    assert names(found, tmp_path) == ["in/a.wav", "in/c.mp3", "in/out/b.wav"]


def test_what_is_given_twice_is_taken_once(tmp_path: Path) -> None:
    make(tmp_path, "a.wav", "b.wav")
    found = collect(tmp_path / "a.wav", tmp_path, tmp_path / "a.wav", tmp_path)
    assert sorted(names(found, tmp_path)) == ["a.wav", "b.wav"]


@pytest.mark.parametrize(
    ("name", "content", "is_taken"),
    [
        ("talk.wav", b"anything", True),
        ("talk", b"\x00\x01\x02\xff", True),
        ("talk.unknown", b"\x00\x01\x02\xff", True),
        ("talk.txt", b"RIFF\0\0\0\0WAVE", True),
        ("talk.bin", b"ID3\x04", True),
        ("letter.txt", b"Dear Ana,", False),
        ("letter.pdf", b"%PDF-1.7\0\xff", False),
        ("README", b"# Read me\n", False),
        ("README", "Größe".encode() * 200, False),
        ("empty.txt", b"", True),
    ],
)
def test_a_file_given_by_itself(tmp_path: Path, name: str, content: bytes, is_taken: bool) -> None:
    (tmp_path / name).write_bytes(content)
    found = collect(tmp_path / name)
    assert names(found, tmp_path) == ([name] if is_taken else [])
    assert [one.code for one in found.refused] == ([] if is_taken else ["unsupported_media"])


def test_what_has_vanished_or_is_no_file_is_left_to_the_intake(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    gone = [tmp_path / "gone.wav", tmp_path / "gone", tmp_path / "pipe", Path("\0")]
    assert len(collect(*gone).media) == 4


def test_typescript_is_no_film(tmp_path: Path) -> None:
    packet = b"\x47" + bytes(187)
    (tmp_path / "film.ts").write_bytes(packet * 3)
    (tmp_path / "camera.mts").write_bytes((bytes(4) + packet) * 3)
    (tmp_path / "index.ts").write_text("export const G = 1;\n" * 30)
    found = collect(tmp_path)
    assert names(found, tmp_path) == ["camera.mts", "film.ts"]
    assert found.left_out == {LeftOut.OTHER_FILES: 1}


def test_an_empty_folder_is_said(tmp_path: Path) -> None:
    make(tmp_path, "docs/a.txt")
    (tmp_path / "empty").mkdir()
    found = collect(tmp_path / "docs", tmp_path / "empty")
    assert [one.code for one in found.refused] == [Reason.NO_MEDIA_INSIDE] * 2


_AS_NOBODY = """
import os, sys
from pathlib import Path
from kopia_desktop.services.collecting import Collecting
if os.geteuid() == 0:
    os.setuid(65534)  # root may read everything
collecting = Collecting([Path(sys.argv[1])])
while collecting.advance(1.0):
    pass
found = collecting.collected()
refused = [(str(one.code), one.name[-6:]) for one in found.refused]
print([path.name for path in found.media], refused)
"""


def test_a_folder_without_permission() -> None:
    with tempfile.TemporaryDirectory() as made:  # every user may pass through its parents
        folder = Path(made)
        make(folder, "a.wav", "locked/b.wav")
        folder.chmod(0o755)
        (folder / "locked").chmod(0)
        command = [sys.executable, "-c", _AS_NOBODY, made]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        (folder / "locked").chmod(0o700)
    assert done.stdout == "['a.wav'] [('folder_unreadable', 'locked')]\n"


def test_limits_end_a_walk_and_say_so(tmp_path: Path) -> None:
    make(tmp_path, *(f"in/{number}.wav" for number in range(20)), "out/other.wav", "in/a/b/c.wav")
    few = collect(tmp_path / "in", tmp_path / "out", limits=Limits(media=5))
    assert len(few.media) == 5
    assert [(Path(one.name).name, one.code) for one in few.refused] == [
        ("in", Reason.TOO_MANY), ("out", Reason.TOO_MANY),
    ]  # fmt: skip
    assert len(collect(tmp_path, limits=Limits(entries=10)).media) < 10
    shallow = collect(tmp_path / "in", limits=Limits(depth=1))
    assert (len(shallow.media), shallow.left_out) == (20, {LeftOut.TOO_DEEP: 1})


def test_other_files_are_named_up_to_a_limit(tmp_path: Path) -> None:
    make(tmp_path, "a.wav", *(f"{number}.txt" for number in range(9)))
    found = collect(tmp_path, limits=Limits(named=3))
    assert (len(found.others), found.left_out[LeftOut.OTHER_FILES]) == (3, 9)


def test_names_of_any_bytes(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.wav"))
    path.write_bytes(b"x")
    make(tmp_path, "٣.wav", "١٠.wav", "²٣.wav", "会議2.mp3")
    assert path in collect(tmp_path).media
    assert natural("٣") < natural("١٠")


def test_ten_thousand_files_in_short_steps(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"take {number}.wav").touch()
    collecting = Collecting([tmp_path])
    began, steps = time.monotonic(), 1
    while collecting.advance(0.02):
        steps += 1
    assert collecting.found == 10_000
    assert steps > 1
    assert time.monotonic() - began < 5.0
    assert collecting.collected().media[2].name == "take 2.wav"
