"""Speech models with files missing or damaged are told before native code reads them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kopia_desktop.core.errors import ModelBroken
from kopia_desktop.worker.model_files import check_files, fingerprint, vocabulary


@pytest.fixture
def model(starter_model: Path, tmp_path: Path) -> Path:
    """A copy of the starter model that may be damaged."""
    return Path(shutil.copytree(starter_model, tmp_path / "model"))


def change_config(model: Path, **changes: object) -> None:
    path = model / "config.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **changes}), "utf-8")


def test_the_starter_model_is_whole(starter_model: Path) -> None:
    check_files(starter_model)


@pytest.mark.parametrize("name", ["config.json", "model.bin", "tokenizer.json", "vocabulary.json"])
def test_a_missing_or_empty_file_is_named(name: str, model: Path) -> None:
    for damage in ((model / name).unlink, (model / name).touch):
        damage()
        with pytest.raises(ModelBroken, match=name):
            check_files(model)


def test_a_folder_that_is_not_there_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelBroken, match=r"config\.json, model\.bin, tokenizer\.json"):
        check_files(tmp_path / "nothing")


@pytest.mark.parametrize("content", ["{", "[]", "null", "{}", "\x00\x01", "hello"])
def test_a_config_that_is_no_config_is_damaged(content: str, model: Path) -> None:
    (model / "config.json").write_text(content, "utf-8")
    with pytest.raises(ModelBroken, match=r"config\.json"):
        check_files(model)


@pytest.mark.parametrize("name", ["lang_ids", "suppress_ids_begin", "alignment_heads"])
@pytest.mark.parametrize("value", ["x", 5, [-5], [10**9], [[1, 2, 3]], [[-1, 0]], [1.5], [True]])
def test_a_list_that_would_end_the_process_is_refused(
    name: str, value: object, model: Path
) -> None:
    change_config(model, **{name: value})
    with pytest.raises(ModelBroken, match=name):
        check_files(model)


@pytest.mark.parametrize("name", ["lang_ids", "suppress_ids_begin", "alignment_heads"])
def test_a_list_that_is_missing_is_refused(name: str, model: Path) -> None:
    path = model / "config.json"
    config = json.loads(path.read_text("utf-8"))
    del config[name]
    path.write_text(json.dumps(config), "utf-8")
    with pytest.raises(ModelBroken, match=name):
        check_files(model)


def test_a_model_may_have_no_languages_and_suppress_nothing(model: Path) -> None:
    change_config(model, lang_ids=None, suppress_ids_begin=[])
    check_files(model)


def test_the_vocabulary_is_read_in_both_of_its_forms(model: Path) -> None:
    tokens = vocabulary(model)
    assert "<|startoftranscript|>" in tokens
    (model / "vocabulary.json").unlink()
    (model / "vocabulary.txt").write_text("\n".join(tokens), "utf-8")
    assert vocabulary(model) == tokens


@pytest.mark.parametrize("content", ["{}", "[1", "7"])
def test_a_vocabulary_that_is_no_list_is_damaged(content: str, model: Path) -> None:
    (model / "vocabulary.json").write_text(content, "utf-8")
    with pytest.raises(ModelBroken, match=r"vocabulary\.json"):
        check_files(model)


def test_the_fingerprint_tells_models_apart(model: Path, starter_model: Path) -> None:
    same = fingerprint(starter_model)
    assert fingerprint(model) == same
    weights = (model / "model.bin").read_bytes()
    for changed in (weights[:-1], weights + b"\0", b"\1" + weights[1:], weights[:-1] + b"\1"):
        (model / "model.bin").write_bytes(changed)
        assert fingerprint(model) != same
    (model / "model.bin").write_bytes(weights)
    assert fingerprint(model) == same
    (model / "config.json").touch()  # another time is no other model
    assert fingerprint(model) == same
    (model / "config.json").rename(model / "other.json")
    assert fingerprint(model) != same
