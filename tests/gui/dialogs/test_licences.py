"""Whose work the program stands on: everything it needs is named, nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtWidgets import QLabel

from kopia_desktop import __version__
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.about_dialog import AboutDialog
from kopia_desktop.gui.dialogs.licences import read_licences
from kopia_desktop.gui.dialogs.licences_dialog import LicencesDialog
from tests.gui.conftest import Arranged
from tests.gui.dialogs.conftest import Show

_ROOT = Path(__file__).resolve().parents[3]


def test_everything_the_program_needs_is_there() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {canonicalize_name(Requirement(one).name) for one in project["dependencies"]}
    named = {canonicalize_name(one.name) for one in read_licences()}
    assert needed <= named
    assert not named & {"pytest", "mypy", "ruff", "pip", "hypothesis"}


def test_ours_comes_first_and_each_names_its_licence() -> None:
    licences = read_licences()
    assert [one.name for one in licences[:4]] == ["Kopia Desktop", "FFmpeg", "Qt", "Python"]
    assert [one.name for one in licences if not one.kind and not one.text] == []


def test_the_words_of_the_chosen_one_are_shown(
    arranged: Arranged, context: Context, shown: Show[LicencesDialog]
) -> None:
    dialog = shown(LicencesDialog(context))
    arranged.settle()
    row = next(i for i in range(dialog.list.count()) if dialog.list.item(i).text()[:7] == "peewee ")
    dialog.list.setCurrentRow(row)
    assert "Permission is hereby granted" in dialog.text.toPlainText()


def test_about_says_which_version_it_is(context: Context, shown: Show[AboutDialog]) -> None:
    dialog = shown(AboutDialog(context))
    texts = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in texts
    assert "transcripts" in texts
