"""What a model's folder says about itself."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from kopia_desktop.core.ctranslate2_model import architecture, check_translates, language_tokens
from kopia_desktop.core.paths import resource
from tests.translator_folders import write_weights


def test_shipped_models() -> None:
    assert architecture(resource("speech-model")) == "WhisperSpec"
    translator = resource("translators", "translate-en_es", "model")
    assert architecture(translator) == "TransformerSpec"
    check_translates(translator)
    assert language_tokens(translator) == frozenset()


@pytest.mark.parametrize("name", ["TransformerBase", "TransformerBig", "TransformerSpec"])
def test_old_names_translate_too(tmp_path: Path, name: str) -> None:
    write_weights(tmp_path, name)
    (tmp_path / "source_vocabulary.txt").write_text("a", "utf-8")
    (tmp_path / "target_vocabulary.txt").write_text("a", "utf-8")
    check_translates(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x06\0\0\0",
        b"\x06\0\0\0\0\0",
        struct.pack("<IH", 6, 60000) + b"x" * 500,
        struct.pack("<IH", 0, 4) + b"abc\0",
        struct.pack("<IH", 6, 4) + b"a/c\0",
        b"\x80\x02}q\x00." + bytes(300),
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0",
        b"<html><body>Not found</body></html>",
    ],
)
def test_what_is_no_model_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model.bin").write_bytes(content)
    with pytest.raises(ValueError, match="not a model in CTranslate2's format"):
        architecture(tmp_path)


def test_the_tokens_of_a_vocabulary_are_read_again_when_it_changes(tmp_path: Path) -> None:
    path = tmp_path / "shared_vocabulary.json"
    path.write_text('["<2es>", "<2zh_Hant>", "<2>", "2fr", "<2d e>"]', "utf-8")
    assert language_tokens(tmp_path) == {"es", "zh_Hant"}
    path.write_text('["<2es>", "<2pt>", "a piece more"]', "utf-8")
    assert language_tokens(tmp_path) == {"es", "pt"}
    path.rename(tmp_path / "shared_vocabulary.txt")
    assert language_tokens(tmp_path) == {"es", "pt"}
