"""Speech models: a folder is copied whole or not at all; only added ones can be removed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kopia_desktop.core.errors import (
    DataFolderUnusable,
    ModelBroken,
    ModelError,
    ModelExists,
    ModelNotFound,
)
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.models import ModelService


@pytest.fixture
def models(data_folder: DataFolder) -> ModelService:
    return ModelService(data_folder)


@pytest.fixture
def folder(tmp_path: Path, starter_model: Path) -> Path:
    """A copy of the starter that a test may harm."""
    copied = tmp_path / "tiny.en"
    shutil.copytree(starter_model, copied)
    return copied


def names(models: ModelService) -> list[str]:
    return [model.name for model in models.installed()]


def test_added_found_removed(models: ModelService, folder: Path, data_folder: DataFolder) -> None:
    assert names(models) == ["starter"]
    added = models.add(folder)
    assert names(models) == ["starter", "tiny.en"]
    assert models.find("tiny.en") == added
    assert added.weight_bytes == (folder / "model.bin").stat().st_size
    shutil.rmtree(folder)
    assert sorted(p.name for p in added.folder.iterdir()) == sorted(
        p.name for p in models.find("starter").folder.iterdir()
    )
    models.remove("tiny.en")
    assert names(models) == ["starter"]
    assert not added.folder.exists()


def test_names(models: ModelService, folder: Path) -> None:
    models.add(folder, name="mine")
    for taken in ("mine", "starter"):
        with pytest.raises(ModelExists):
            models.add(folder, name=taken)
    for bad in ("", "a/b", "..", ".hidden", "x" * 65, "new\nline", "\0"):
        with pytest.raises(ModelError):
            models.add(folder, name=bad or "/")
    assert names(models) == ["starter", "mine"]
    assert models.add(folder, name="größe-v2.1").name == "größe-v2.1"


@pytest.mark.parametrize("file", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_a_folder_that_lacks_something(models: ModelService, folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(ModelBroken, match=file) as caught:
        models.add(folder)
    assert "Remove the model" not in str(caught.value), "it was never added"
    assert names(models) == ["starter"]


def test_files_that_are_damaged(models: ModelService, folder: Path) -> None:
    (folder / "config.json").write_text('{"lang_ids": [')
    with pytest.raises(ModelBroken, match=r"config\.json"):
        models.add(folder)
    (folder / "model.bin").write_bytes(b"")
    with pytest.raises(ModelBroken, match=r"model\.bin"):
        models.add(folder)
    for nowhere in (folder / "no", folder / "model.bin", Path("x" * 5000)):
        with pytest.raises(ModelBroken):
            models.add(nowhere, name="x")


def test_what_an_interrupted_copy_left_is_no_model(
    models: ModelService, folder: Path, data_folder: DataFolder
) -> None:
    partial = data_folder.models / ".tiny.en.part"
    partial.mkdir(parents=True)
    (partial / "model.bin").write_bytes(b"half")
    assert names(models) == ["starter"]
    models.add(folder)
    assert not partial.exists()


def test_a_models_folder_that_cannot_be_made(
    models: ModelService, folder: Path, data_folder: DataFolder
) -> None:
    data_folder.models.write_text("a file")
    with pytest.raises(DataFolderUnusable):
        models.add(folder)


def test_what_cannot_be_removed(models: ModelService) -> None:
    with pytest.raises(ModelError, match="part of the program"):
        models.remove("starter")
    with pytest.raises(ModelNotFound):
        models.remove("none")
    assert models.find("starter").folder.is_dir()


def test_a_link_is_removed_and_not_what_it_shows(
    models: ModelService, folder: Path, data_folder: DataFolder
) -> None:
    data_folder.models.mkdir()
    (data_folder.models / "linked").symlink_to(folder)
    assert names(models) == ["starter", "linked"]
    models.remove("linked")
    assert names(models) == ["starter"]
    assert (folder / "model.bin").is_file()
