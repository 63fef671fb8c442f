"""Files and folders on the disk: written for good, removed without harm to what is elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.core import disk


def test_of_a_link_only_the_link_goes(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "model.bin").write_bytes(b"weights")
    link = tmp_path / "small"
    link.symlink_to(elsewhere)
    disk.remove_folder(link)
    assert not link.exists()
    assert (elsewhere / "model.bin").read_bytes() == b"weights"
    disk.remove_folder(elsewhere)
    assert not elsewhere.exists()
    with pytest.raises(FileNotFoundError):
        disk.remove_folder(elsewhere)


def test_what_is_flushed_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    with path.open("wb") as file:
        file.write(b"text")
        disk.flush(file)
        assert path.read_bytes() == b"text"
    disk.sync_folder(tmp_path)
    disk.sync_folder(tmp_path / "not there")
