"""Speech models: a folder is copied whole or not at all; only added ones can be removed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kopia_desktop.core.downloads import DownloadKind
from kopia_desktop.core.errors import (
    DataFolderUnusable,
    ModelBroken,
    ModelError,
    ModelExists,
    ModelNotFound,
)
from kopia_desktop.core.events import EventBus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.downloads import DownloadService
from kopia_desktop.services.model_list import ModelState
from kopia_desktop.services.models import ModelService
from kopia_desktop.store.database import Database
from kopia_desktop.store.downloads import DownloadStore
from tests.translator_folders import add_madlad400


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


@pytest.fixture
def downloads(database: Database) -> DownloadService:
    return DownloadService(DownloadStore(database), EventBus())


@pytest.fixture
def catalogue(data_folder: DataFolder, downloads: DownloadService) -> ModelService:
    return ModelService(data_folder, downloads)


def states(models: ModelService) -> dict[str, ModelState]:
    return {model.name: model.state for model in models.catalogue()}


def test_the_catalogue(catalogue: ModelService, data_folder: DataFolder) -> None:
    listed = catalogue.catalogue()
    assert [model.name for model in listed[:3]] == ["starter", "tiny", "tiny.en"]
    assert [model.name for model in listed[-2:]] == ["madlad400-3b", "madlad400-7b"]
    starter = listed[0]
    assert (starter.state, starter.embedded) == (ModelState.INSTALLED, True)
    assert {model.state for model in listed[1:]} == {ModelState.DOWNLOADABLE}
    assert [model.name for model in listed if model.is_recommended] == [
        catalogue.recommended().name
    ]
    for model in listed[1:]:
        assert model.size_bytes > 50_000_000
        assert model.entry is not None
        assert (model.times is None) == (model.kind is DownloadKind.MADLAD400)
    with pytest.raises(ModelNotFound):
        catalogue.listed("large-v9")


def test_states(
    catalogue: ModelService, folder: Path, data_folder: DataFolder, downloads: DownloadService
) -> None:
    catalogue.add(folder)  # tiny.en
    mine = catalogue.add(folder, name="mine").folder
    catalogue.download("base")
    add_madlad400(data_folder.translators, ["es"], name="madlad400-3b")
    broken = add_madlad400(data_folder.translators, ["es"], name="madlad400-7b")
    (broken / "model.bin").write_bytes(b"half")
    found = states(catalogue).items()
    assert {name: state for name, state in found if state is not ModelState.DOWNLOADABLE} == {
        "starter": "installed", "tiny.en": "installed", "mine": "installed",
        "base": "downloading", "madlad400-3b": "installed", "madlad400-7b": "damaged",
    }  # fmt: skip
    (mine / "config.json").write_text("{")
    damaged = catalogue.listed("mine")
    assert (damaged.state, damaged.entry) == (ModelState.DAMAGED, None)
    assert "config.json" in damaged.problem
    base = catalogue.listed("base")
    assert base.download == downloads.find("base")
    (data_folder.models / "tiny.en" / "model.bin").unlink()
    assert catalogue.listed("tiny.en").state is ModelState.DAMAGED
    catalogue.download("tiny.en")
    assert catalogue.listed("tiny.en").state is ModelState.DOWNLOADING
    assert "model.bin" in catalogue.listed("tiny.en").problem


def test_removing_what_is_on_its_way(
    catalogue: ModelService, data_folder: DataFolder, downloads: DownloadService
) -> None:
    catalogue.download("base")
    catalogue.download("madlad400-3b")
    catalogue.remove("base")
    assert [one.name for one in downloads.list()] == ["madlad400-3b"]
    add_madlad400(data_folder.translators, ["es"], name="madlad400-3b")
    catalogue.remove("madlad400-3b")
    assert downloads.list() == ()
    assert not (data_folder.translators / "madlad400-3b").exists()
    for unknown in ("base", "large-v9", "madlad400-3b"):
        with pytest.raises(ModelNotFound):
            catalogue.remove(unknown)
    with pytest.raises(ModelNotFound):
        catalogue.download("large-v9")


def test_without_downloads_nothing_can_be_begun(models: ModelService) -> None:
    with pytest.raises(ModelError):
        models.download("base")
    assert states(models)["base"] is ModelState.DOWNLOADABLE
