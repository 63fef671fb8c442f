"""Vocabularies from files, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopia_desktop.commands.vocabulary import notes, read_file
from kopia_desktop.core.errors import VocabularyInvalid
from kopia_desktop.core.job import JobOptions
from kopia_desktop.core.vocabulary import parse


def test_a_file_of_any_editor(tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_bytes("\ufeffKopia = copia\r\n\r\nNgozi Adichie\r\n".encode())
    assert read_file(file) == parse("Kopia = copia\nNgozi Adichie")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none.txt", "cannot be read (No such file or directory)."),
        (".", "cannot be read (Is a directory)."),
        ("bad.txt", "cannot be read (it is no UTF-8 text)."),
        ("long.txt", "is too long."),
        ("wrong.txt", "Line 2 of the vocabulary: there is no term before the =."),
        ("\0", "cannot be read (it is no UTF-8 text)."),
    ],
)
def test_what_cannot_be(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe\x00x")
    (tmp_path / "long.txt").write_bytes("é\n".encode() * (2 << 20))
    (tmp_path / "wrong.txt").write_text("Ana\n= copia")
    with pytest.raises(VocabularyInvalid) as caught:
        read_file(tmp_path / name)
    assert reason in caught.value.message
    assert caught.value.hint


def test_what_a_model_does_not_take_is_said() -> None:
    many = parse("\n".join(f"Professor Number{n}" for n in range(100)))
    assert notes(JobOptions()) == ()
    assert notes(JobOptions(model="small", vocabulary=parse("Ana"))) == ()
    (text,) = notes(JobOptions(model="small", vocabulary=many))
    assert "of 100 terms; all are spelled as given" in text
    (text,) = notes(JobOptions(vocabulary=many))
    assert "starter model cannot listen" in text
