"""The API's key: private on disk, replaced at once, never guessed."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from kopia_desktop.core.errors import KeyUnusable
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.services.api_key import ApiKey

posix = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")


@pytest.fixture
def key(data_folder: DataFolder) -> ApiKey:
    made = ApiKey(data_folder.api_key)
    made.ensure()
    return made


def test_a_key_is_made_once(key: ApiKey, data_folder: DataFolder) -> None:
    text = key.read()
    assert len(text) >= 43  # 256 bits in base 64
    again = ApiKey(data_folder.api_key)
    again.ensure()
    assert again.read() == text
    assert again.matches(text.encode())
    assert key.file == data_folder.api_key


@posix
def test_only_the_owner_may_read_it(key: ApiKey) -> None:
    assert key.file is not None
    assert stat.S_IMODE(key.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.file.parent.stat().st_mode) == 0o700


@posix
def test_loose_rights_are_tightened(key: ApiKey) -> None:
    assert key.file is not None
    key.file.chmod(0o644)
    key.file.parent.chmod(0o755)
    key.ensure()
    assert stat.S_IMODE(key.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(key.file.parent.stat().st_mode) == 0o700


def test_other_keys_do_not_match(key: ApiKey) -> None:
    text = key.read()
    for other in ("", text[:-1], text + "x", text.swapcase(), f" {text}", "kopia_" + "A" * 43):
        assert not key.matches(other.encode())
    assert not key.matches(b"\xff\xfe")


def test_the_old_key_ends_when_it_is_replaced(key: ApiKey, data_folder: DataFolder) -> None:
    old = key.read()
    assert key.matches(old.encode())
    new = ApiKey(data_folder.api_key).rotate()  # as another process does it
    assert new != old
    assert not key.matches(old.encode())
    assert key.matches(new.encode())


def test_a_file_that_is_gone_or_broken_opens_nothing(key: ApiKey) -> None:
    text = key.read()
    assert key.file is not None
    for content in ("", "two words", "kéy"):
        key.file.write_text(content, "utf-8")
        assert not key.matches(text.encode())
        assert not key.matches(content.encode())
        with pytest.raises(KeyUnusable):
            key.read()
    key.file.unlink()
    assert not key.matches(text.encode())
    key.ensure()
    assert key.matches(key.read().encode())


def test_a_given_key_needs_no_file(data_folder: DataFolder) -> None:
    key = ApiKey(data_folder.api_key, given="my-own-key")
    key.ensure()
    assert key.file is None
    assert key.read() == "my-own-key"
    assert key.matches(b"my-own-key")
    assert not key.matches(b"my-own-kez")
    assert not data_folder.api_key.parent.exists()
    with pytest.raises(KeyUnusable):
        key.rotate()


@pytest.mark.parametrize("bad", ["two words", "schlüssel", "line\nline", "x" * 513])
def test_a_given_key_must_fit_in_a_header(data_folder: DataFolder, bad: str) -> None:
    with pytest.raises(KeyUnusable):
        ApiKey(data_folder.api_key, given=bad)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    key = ApiKey(tmp_path / "file" / "keys" / "api-key")
    for call in (key.ensure, key.rotate):
        with pytest.raises(KeyUnusable):
            call()
