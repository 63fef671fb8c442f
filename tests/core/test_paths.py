"""Where things lie: a data folder as a person names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.core.paths import DataFolder


def test_a_data_folder_at_a_path_as_it_was_written(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert DataFolder.at(Path("~/x")).root == home / "x"
    assert DataFolder.at(Path("x")).root == tmp_path / "x"
    nobody = Path("~no-such-user-here/x")
    assert DataFolder.at(nobody).root == tmp_path / nobody
