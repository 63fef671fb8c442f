"""Where things lie: a data folder as a person names it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kopia_desktop.core.paths import DataFolder, argos_packages_folder


def test_a_data_folder_at_a_path_as_it_was_written(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert DataFolder.at(Path("~/x")).root == home / "x"
    assert DataFolder.at(Path("x")).root == tmp_path / "x"
    nobody = Path("~no-such-user-here/x")
    assert DataFolder.at(nobody).root == tmp_path / nobody


def test_the_packages_of_argos_translate_are_where_it_keeps_them(
    monkeypatch: pytest.MonkeyPatch, home: Path, tmp_path: Path
) -> None:
    """By its own rules: the variable, its settings, its data folder."""
    assert argos_packages_folder() == home / "data" / "argos-translate" / "packages"
    monkeypatch.delenv("XDG_DATA_HOME")
    usual = home / ".local" / "share" / "argos-translate" / "packages"
    assert argos_packages_folder() == usual
    settings = home / "config" / "argos-translate" / "settings.json"
    settings.parent.mkdir(parents=True)
    for content in ("", "[]", "{}", '{"ARGOS_PACKAGES_DIR": 1}'):
        settings.write_text(content, "utf-8")
        assert argos_packages_folder() == usual
    settings.write_text(json.dumps({"ARGOS_PACKAGES_DIR": str(tmp_path / "a")}), "utf-8")
    assert argos_packages_folder() == tmp_path / "a"
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "b"))
    assert argos_packages_folder() == tmp_path / "b"
