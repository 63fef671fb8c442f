"""Names inside archives: which may become files."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.worker.zip_names import checked_names


def test_names_of_real_packages() -> None:
    names = ["a/", "a/metadata.json", "a/model/", "a/model/model.bin", "a/Übersetzung (1).md"]
    assert checked_names(names) == tuple(name.removesuffix("/") for name in names)


@pytest.mark.parametrize(
    "name",
    [
        "../up", "a/../../up", "..", "a/..", "/etc/passwd", "//host/share", "C:/x", "c:x",
        "a\\b", "..\\up", "a/b\\..\\..\\c", "a//b", "./a", "a/./b", "", "/",
        "con", "a/NUL.txt", "a/com1", "LPT9.json", "com¹", "a /b", "a./b", "a/b ", "a/b.",
        "a:stream", "a/b?", "a*", 'a"', "<a>", "a|b", "a\0b", "a\nb", "a\x7f", "a\u202eb", 
        "a\u200d", "a\ud800", "x" * 201, "a/" * 13 + "b",
    ],
)  # fmt: skip
def test_names_that_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="holds"):
        checked_names(["good/file", name])


@pytest.mark.parametrize(
    "names",
    [
        ["a/b", "a/b"], ["a/b", "A/B"], ["a/b", "a/B"], ["a/ß", "a/SS"], ["a/é", "a/e\u0301"],
        ["a/b", "a/b/c"], ["a/b/c", "a/b"], ["a/B/c", "a/b"], ["a/", "A/"],
    ],
)  # fmt: skip
def test_names_that_would_be_one(names: list[str]) -> None:
    with pytest.raises(ValueError, match="holds"):
        checked_names(names)


@given(st.lists(st.text(alphabet="ab./\\:~ \0\u202eÉ-", max_size=12), max_size=6))
def test_what_passes_stays_below(names: list[str]) -> None:
    try:
        passed = checked_names(names)
    except ValueError:
        return
    root = Path("/there/folder")
    for name in passed:
        assert (root / name).resolve().is_relative_to(root)
        assert not PureWindowsPath(name).anchor
        assert ".." not in PureWindowsPath(name).parts + PurePosixPath(name).parts
    assert len({name.casefold() for name in passed}) == len(passed)
