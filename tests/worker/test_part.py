"""A file that arrives in pieces, through any number of ends in between."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.downloads import RemoteFile
from kopia_desktop.worker.part import PartFile, matches, sha256

CONTENT = bytes(range(256)) * 20
SHA256 = hashlib.sha256(CONTENT).hexdigest()
GIT = hashlib.sha1(b"blob %d\0" % len(CONTENT) + CONTENT).hexdigest()

BIG = RemoteFile("model.bin", "u", len(CONTENT), sha256=SHA256)
SMALL = RemoteFile("config.json", "u", len(CONTENT), git_sha1=GIT)
UNKNOWN = RemoteFile("x.argosmodel", "u")


@pytest.mark.parametrize("file", [BIG, SMALL])
@given(cuts=st.lists(st.integers(0, len(CONTENT)), max_size=5))
def test_pieces_make_the_whole_whenever_the_process_ended(
    tmp_path_factory: pytest.TempPathFactory, file: RemoteFile, cuts: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("parts")
    for end in sorted(cuts):
        part = PartFile(folder, file)
        part.write(CONTENT[part.size : end])
        part.close()
    part = PartFile(folder, file)
    part.write(CONTENT[part.size :])
    assert part.is_as_promised()
    part.finish()
    assert [path.name for path in folder.iterdir()] == [file.name]
    assert matches(folder / file.name, file)


def test_a_byte_that_is_wrong_is_seen(tmp_path: Path) -> None:
    for file in (BIG, SMALL):
        part = PartFile(tmp_path, file)
        part.write(b"x" + CONTENT[1:])
        assert not part.is_as_promised()
        part.restart('"tag"')
        assert (part.size, part.tag) == (0, '"tag"')
        part.write(CONTENT[:-1])
        assert not part.is_as_promised()
        part.write(CONTENT[-1:])
        assert part.is_as_promised()
        part.remove()
    assert list(tmp_path.iterdir()) == []


def test_without_a_promise_everything_is_as_promised_but_matches_nothing(tmp_path: Path) -> None:
    part = PartFile(tmp_path, UNKNOWN)
    part.write(CONTENT)
    assert part.is_as_promised()
    assert part.hash() == SHA256
    part.finish()
    path = tmp_path / UNKNOWN.name
    assert sha256(path) == SHA256
    assert not matches(path, UNKNOWN)
    assert not matches(tmp_path / "none", BIG)
